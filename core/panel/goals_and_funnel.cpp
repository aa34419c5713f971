// The goals and the funnel panel.
#include <fmt/format.h>

#include "core/calendar/period_label.hpp"
#include "core/panel/funnel_bars.hpp"
#include "core/panel/goal_board.hpp"
#include "core/panel/views.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi::panel {
namespace {

// More would not be a glance any more; the goal sheet has them all.
constexpr std::size_t most_goals = 12;

struct AskedPeriod {
    DateRange range;
    std::string name;
};

AskedPeriod asked_period(const Leads& leads, FunnelChoice choice, Language language) {
    if (choice == FunnelChoice::always) return {};
    const Calendar& calendar = leads.playbook().calendar;
    const PeriodUnit unit = choice == FunnelChoice::year ? PeriodUnit::year : PeriodUnit::quarter;
    Period period = period_of(leads.as_of(), unit, calendar);
    if (choice == FunnelChoice::last_quarter)
        period = period_of(period.first_day * ms_per_day - ms_per_day, unit, calendar);
    return {{period.first_day * ms_per_day, end_of_day(period.last_day * ms_per_day)},
            period_label(period, unit, calendar, language)};
}

std::vector<std::string> funnel_choices(const Leads& leads, Language language) {
    std::vector<std::string> labels;
    for (const FunnelChoice choice :
         {FunnelChoice::quarter, FunnelChoice::last_quarter, FunnelChoice::year}) {
        const std::string name = asked_period(leads, choice, language).name;
        labels.push_back(Text{"Entered in " + name, name + "流入"}.in(language));
    }
    labels.push_back(Text{"Entered at any time", "全期間の流入"}.in(language));
    labels.push_back(Text{"Where leads are now", "現在の段階"}.in(language));
    return labels;
}

Result<FunnelBars> bars_of(const Leads& leads, FunnelChoice choice, const std::string& title,
                           Language language) {
    if (choice == FunnelChoice::now) return snapshot_bars(leads, title);
    return cohort_bars(leads, asked_period(leads, choice, language).range, title);
}

}  // namespace

View goals_view(const Goals& goals, Language language) {
    if (goals.all().empty())
        return empty_view(Text{"No goals yet", "目標がまだありません"}.in(language),
                          Text{"Fill in the goal sheet: what, until when, how much.",
                               "目標シートに、何を、いつまでに、どれだけ、を記入してください。"}
                              .in(language));
    View view;
    view.emplace_back(
        Drawing{[board = goal_board(goals, goals.as_of(), most_goals, language), language](
                    double width, const Theme& theme) { return draw(board, width, theme, language); }});
    if (const std::size_t problems = goals.problems().size(); problems > 0) {
        const std::string count = thousands(problems);
        view.emplace_back(Label{Text{"Problems in the goal table: " + count + ". The data check lists them.",
                                     "目標表に問題が" + count + "件あります。データの点検で確認できます。"}
                                    .in(language),
                                Label::Look::muted,
                                {}});
    }
    return view;
}

View funnel_view(const Leads& leads, FunnelChoice choice, Language language) {
    const std::vector<std::string> labels = funnel_choices(leads, language);
    const auto chosen = static_cast<std::size_t>(choice);
    const auto bars = bars_of(leads, choice, labels[chosen], language);
    if (!bars)
        return empty_view(Text{"No funnel yet", "ファネルはまだありません"}.in(language),
                          bars.error().message.in(language));
    View view{Choice{Text{"What the funnel shows", "ファネルの対象"}.in(language), labels, chosen}};
    view.emplace_back(Drawing{[funnel = *bars, language](double width, const Theme& theme) {
        return draw(funnel, width, theme, language);
    }});
    return view;
}

}  // namespace kakehashi::panel
