// The weekly summary: one page both heads can discuss, a page of trends, a page of lists. A plan of cells
// with live formulas over the workbook's handles and over the period at the top of the sheet; what the
// workbook does not have is said instead of shown.
//
// facts.hpp    what the workbook has
// draft.hpp    the vocabulary the sections are written in
// sections.hpp the sections, top to bottom
// actions.hpp  what people agreed to do, from one week to the next
#pragma once

#include <string>
#include <vector>

#include "core/report/draft.hpp"
#include "core/report/facts.hpp"

namespace kakehashi::report {

struct WeeklyOptions {
    Language language = Language::english;
    bool letter = false;
    double day = 0;          // serial of the last day of the week
    bool keep_day = false;   // somebody typed a day on the sheet: it stays
    double latest_day = 0;   // serial of the last day of the latest full week
    double known_until = 0;  // serial of the day up to which is known: the as-of day when it was built
    std::string period;      // `week`, `month`, `quarter` or their Japanese names; empty: week
};

struct WeeklySummary {
    sheet::Sheet sheet;
    std::vector<FrozenFigure> frozen;
    Instant first_lead = no_instant;  // when the first and the last lead came in
    Instant last_lead = no_instant;
};

WeeklySummary weekly_summary(const Facts& facts, const WeeklyOptions& options);

/// The week an argument names: `2026-W47`, or a date in it; empty or `latest`: the last one that was over on
/// the as-of day. Gives its last day. Err:502 if it names none.
Result<double> last_day_of_week(std::string_view argument, const Facts& facts);

/// What to say of a period (serials of its first and last day) into which no lead falls, since the data end
/// before or begin after it; both texts empty otherwise. `cell` is where another day can be typed: `B3`.
Text outside_the_leads(const WeeklySummary& summary, double from, double to, std::string_view cell);

// What commands look for on the sheet: named ranges of the document.
inline constexpr std::string_view week_name = "KakehashiSummaryWeek";           // its name: 2026-W47
inline constexpr std::string_view day_name = "KakehashiSummaryDay";             // a day of it
inline constexpr std::string_view latest_day_name = "KakehashiSummaryLatest";   // what we put there last
inline constexpr std::string_view period_name_cell = "KakehashiSummaryPeriod";  // week, month, quarter
inline constexpr std::string_view actions_name = "KakehashiSummaryActions";     // the rows people fill in

}  // namespace kakehashi::report
