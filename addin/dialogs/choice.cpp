#include "addin/dialogs/choice.hpp"

#include <algorithm>

#include "addin/dialogs/form.hpp"

namespace kakehashi::addin {

std::optional<std::string> choose(const css::uno::Reference<css::awt::XWindow>& parent,
                                  const commands::Command& command, const Text& question,
                                  const std::vector<std::string>& choices) {
    if (!parent.is() || choices.empty()) return std::nullopt;
    using namespace form;
    constexpr sal_Int32 width = 180;
    constexpr sal_Int32 question_height = 2 * line;  // names of companies can be long
    const sal_Int32 list = line * std::clamp(static_cast<sal_Int32>(choices.size()), 4, 12) + 4;
    const sal_Int32 below = margin + question_height + gap + list + margin;
    Form dialog(commands::title(command), width, below + button_height + margin, std::string(command.id));
    dialog.label("question", question, {margin, margin, width - 2 * margin, question_height},
                 {{"MultiLine", css::uno::Any(true)}});
    dialog.add("ListBox", "choices", {margin, margin + question_height + gap, width - 2 * margin, list});
    dialog.set_items("choices", choices, choices.size());
    dialog.end_with_buttons();
    dialog.enable("ok", false);
    dialog.open(parent);
    dialog.when_chosen("choices", [&dialog] { dialog.enable("ok", true); });
    if (!dialog.execute()) return std::nullopt;
    const std::size_t at = dialog.selected("choices");
    return at < choices.size() ? std::optional(choices[at]) : std::nullopt;
}

}  // namespace kakehashi::addin
