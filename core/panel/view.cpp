#include "core/panel/view.hpp"

#include <utility>

#include "core/commands/catalogue.hpp"

namespace kakehashi::panel {

Button command_button(std::string_view id, bool enabled, Language language) {
    const commands::Command* command = commands::find(id);
    if (command == nullptr) return {std::string(id), std::string(id), {}, false, {}, {}};
    return {command->label.in(language), std::string(id), command->help.in(language), enabled, {}, {}};
}

View empty_view(std::string what, std::string what_to_do, Buttons buttons) {
    View view{Label{std::move(what), Label::Look::strong, {}},
              Label{std::move(what_to_do), Label::Look::muted, {}}};
    if (!buttons.empty()) view.emplace_back(std::move(buttons));
    return view;
}

}  // namespace kakehashi::panel
