#include "core/panel/first_steps.hpp"

#include <array>

#include "core/commands/first_steps.hpp"

namespace kakehashi::panel {
namespace {

Button dismiss(Language language) {
    return {Text{"Don't show again", "今後表示しない"}.in(language),
            "firstSteps?show=no",
            Text{"Kakehashi ▸ First Steps brings them back", "［架け橋］▸［はじめに］で再び表示できます"}.in(
                language),
            true,
            {},
            {}};
}

}  // namespace

View first_steps_view(const StepsDone& done, Language language) {
    const std::array<bool, 3> ticks{done.workbook, done.leads, done.summary};
    View view{Label{Text{"Three steps to the first summary", "最初のサマリーまでの3つの手順"}.in(language),
                    Label::Look::strong,
                    {}}};
    Buttons buttons;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const commands::FirstStep& step = commands::first_steps()[i];
        const bool is_next = !ticks[i] && buttons.empty();
        const std::string mark = ticks[i] ? "✓ " : is_next ? "▶ " : "○ ";
        view.emplace_back(
            Label{mark + step.what.in(language), is_next ? Label::Look::strong : Label::Look::text, {}});
        if (is_next) buttons.push_back(command_button(step.command, true, language));
    }
    if (done.all())
        view.emplace_back(Label{Text{"All done. Every Monday: Weekly Summary.",
                                     "完了しました。毎週月曜に［週次サマリー］を実行します。"}
                                    .in(language),
                                Label::Look::muted,
                                {}});
    buttons.push_back(dismiss(language));
    view.emplace_back(std::move(buttons));
    return view;
}

}  // namespace kakehashi::panel
