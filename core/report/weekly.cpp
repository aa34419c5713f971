#include "core/report/weekly.hpp"

#include <algorithm>
#include <charconv>

#include "core/report/goal_look.hpp"
#include "core/report/sections.hpp"
#include "core/sheet/parts.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::report {
namespace {

void set_up_page(Weekly& weekly) {
    sheet::Sheet& sheet = weekly.draft.sheet;
    const auto& names = sheet::names_of(sheet::Part::summary);
    sheet.id = "summary";
    sheet.name = weekly.draft.say(names.sheet);
    sheet.tab_colour = 0x009E73;
    // Wider than the paper: it is scaled down to it, so that the brief stays on one page.
    sheet.column_widths_mm = weekly.options.letter ? std::vector<double>{45, 28, 28, 28, 22, 22, 28, 32}
                                                   : std::vector<double>{43, 26, 26, 26, 21, 21, 26, 30};
    for (double& width : sheet.column_widths_mm) width *= widening(weekly);
    sheet.page.letter = weekly.options.letter;
    sheet.page.header = sheet.name;
    sheet.page.footer =
        weekly.draft.say({"Kakehashi · every figure is a live formula; hover a heading for its definition",
                          "架け橋 · 数値はすべて数式です。見出しに重ねると定義が表示されます"});
    for (const GoalFact& goal : weekly.facts.goal_rows)
        if (sheet.currency.empty()) sheet.currency = currency_code(goal.unit);
}

/// The last day of the last week that was over by then.
std::int64_t last_week_over(std::int64_t day, const Calendar& calendar) {
    const Period week = period_of(day * ms_per_day, PeriodUnit::week, calendar);
    return week.last_day <= day ? week.last_day : week.first_day - 1;
}

Result<double> no_week(std::string_view text) {
    return illegal_argument(
        {"\"" + std::string(text) + "\" is no week. Write it as 2026-W47, or a date in it.",
         "「" + std::string(text) +
             "」は週として読み取れません。2026-W47 のように、または週内の日付で指定してください。"});
}

/// The last day of the week called so, found among the weeks around its place in the year.
Result<double> named_week(std::string_view text, int year, int number, const Calendar& calendar) {
    const std::string wanted(text);
    const Instant start = instant_from_civil(std::chrono::year{year} / 1 / 4) + (number - 1) * 7 * ms_per_day;
    for (int offset = -7; offset <= 7; offset += 7) {
        const Period week = period_of(start + offset * ms_per_day, PeriodUnit::week, calendar);
        if (period_name(week, PeriodUnit::week, calendar) == wanted)
            return static_cast<double>(week.last_day);
    }
    return no_week(text);
}

}  // namespace

double widening(const Weekly& weekly) {
    constexpr double usual_rows = 12;
    constexpr double for_each_row = 0.02;  // of the page's height
    const auto board = goal_board(weekly);
    double rows = board.empty() ? 0 : board.back().row;
    if (weekly.has_funnel()) rows += static_cast<double>(funnel_stages(weekly).size());
    const double more = first_chart_rows(weekly) - usual_chart_rows;
    return 1 + for_each_row * (std::clamp(rows - usual_rows, 0.0, usual_rows) + more);
}

WeeklySummary weekly_summary(const Facts& facts, const WeeklyOptions& options) {
    Weekly weekly{facts, options, Draft(options.language)};
    set_up_page(weekly);
    add_title(weekly);
    add_sentence(weekly);
    add_goals(weekly);
    add_first_charts(weekly);
    add_funnel(weekly);
    add_hand_offs(weekly);
    add_agenda(weekly);
    add_actions(weekly);
    weekly.draft.new_page();
    add_reasons(weekly);
    add_trends(weekly);
    add_cohorts(weekly);
    add_bridge(weekly);
    weekly.draft.new_page();
    add_snapshot(weekly);
    add_lists(weekly);
    weekly.draft.heading("workingsheading",
                         {"Behind the charts and sentences", "グラフと文章のもとになる数値"},
                         {"Nothing to fill in: cells the page above refers to.",
                          "入力は不要です。上のページが参照するセルです。"});
    add_day_workings(weekly);
    add_sentence_workings(weekly);
    add_chart_workings(weekly);
    add_outcome_workings(weekly);
    add_agenda_workings(weekly);
    add_week_workings(weekly);
    return {std::move(weekly.draft.sheet), std::move(weekly.draft.frozen), facts.first_lead, facts.last_lead};
}

Result<double> last_day_of_week(std::string_view argument, const Facts& facts) {
    std::string text;
    for (const char c : fold(argument)) text += c == 'w' ? 'W' : c;
    const auto day_in = [&](Instant day) {
        return static_cast<double>(period_of(day, PeriodUnit::week, facts.calendar).last_day);
    };
    if (text.empty() || text == "latest" || text == "最新")
        return static_cast<double>(last_week_over(day_of(facts.as_of), facts.calendar));
    if (text.size() == 8 && text.substr(4, 2) == "-W") {
        int year = 0;
        int week = 0;
        const auto all = [](std::string_view digits, int& value) {
            const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
            return read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
        };
        if (!all(std::string_view(text).substr(0, 4), year) || !all(std::string_view(text).substr(6), week))
            return no_week(argument);
        return named_week(text, year, week, facts.calendar);
    }
    const Instant day = read_instant(text);
    return day == no_instant ? no_week(argument) : Result<double>(day_in(day));
}

}  // namespace kakehashi::report
