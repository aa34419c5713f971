#include "core/panel/first_steps.hpp"

#include <array>

namespace kakehashi::panel {
namespace {

struct Step {
    bool done;
    Text what;
    std::string_view command;
};

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
    const std::array<Step, 3> steps = {
        Step{done.workbook,
             {"1. Make a team workbook, or open one", "1. チームブックを作成する（または開く）"},
             "new"},
        Step{done.leads, {"2. Bring in your leads", "2. リードを取り込む"}, "import"},
        Step{done.summary, {"3. Build the weekly summary", "3. 週次サマリーを作成する"}, "summary"}};
    View view{Label{Text{"Three steps to the first summary", "最初のサマリーまでの3つの手順"}.in(language),
                    Label::Look::strong,
                    {}}};
    Buttons buttons;
    for (const Step& step : steps) {
        const bool is_next = !step.done && buttons.empty();
        const std::string mark = step.done ? "✓ " : is_next ? "▶ " : "○ ";
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
