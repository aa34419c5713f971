// The sections of the weekly summary. Every block is there from the first week on, if only with its headings:
// blocks that come later would stand below everything. Each section adds its blocks, charts and frozen
// figures to the draft; later ones refer to cells of earlier ones by the places given here.
#pragma once

#include "core/report/weekly.hpp"

namespace kakehashi::report {

/// What all sections see.
struct Weekly {
    const Facts& facts;
    const WeeklyOptions& options;
    Draft draft;

    bool has_leads() const { return !facts.leads.empty() && facts.lead_count > 0; }
    /// The first stage that has dates.
    std::size_t first_stage() const;
    bool has_funnel() const;
    bool has_hand_offs() const { return has_leads() && facts.handed_off && !facts.opportunity.empty(); }
    bool has_goals() const { return !facts.goal_rows.empty(); }
    bool has_activities() const { return !facts.activity_log.names.empty(); }
    /// The goal the first half of the sentence is about; null if there is none.
    const GoalFact* main_goal() const;
};

// Cells of the block `period`.
/// The day typed there, or that of the latest week.
std::string shown_day();
std::string week_text();
std::string from_day();
std::string to_day();
std::string before_from();
std::string before_to();
std::string as_of_day();
/// A day as an expression's date: `2026-11-22`.
std::string iso_day(std::string_view cell);
/// A condition: the period lies after the last lead (before the first one), and nothing came in.
std::string is_after_leads(const Weekly& weekly);
std::string is_before_leads(const Weekly& weekly);
/// A condition: there is nothing to say in one sentence.
std::string is_idle(const Weekly& weekly);

/// The period's hand-offs that satisfy an expression, `now` or in the period before.
std::string offered(const Weekly& weekly, std::string_view where, bool before = false);
/// What is reached in the period's funnel, as a cell of the block `funnel`.
inline constexpr int reached_column = 1;
inline constexpr int reached_before_column = 5;
/// Stages of the funnel, in the order of its rows (from row 1 on).
std::vector<std::size_t> funnel_stages(const Weekly& weekly);

// `goals`: column of each figure.
enum GoalColumn {
    goal_name,
    goal_target,
    goal_actual,
    goal_expected,
    goal_progress,
    goal_pace,
    goal_forecast,
    goal_status
};
struct GoalRow {
    const GoalFact* goal;
    int row;  // in the block `goals`
};
/// Those on the first page.
std::vector<GoalRow> goal_board(const Weekly& weekly);
inline constexpr int usual_chart_rows = 10;
/// How high the charts beside it are, in rows of the sheet: higher where there are many goals.
int first_chart_rows(const Weekly& weekly);
/// Of the columns, for first pages with more goals and stages than fit at the usual size.
double widening(const Weekly& weekly);

void add_title(Weekly& weekly);
void add_sentence(Weekly& weekly);
void add_goals(Weekly& weekly);
void add_first_charts(Weekly& weekly);
void add_funnel(Weekly& weekly);
void add_hand_offs(Weekly& weekly);
void add_agenda(Weekly& weekly);
void add_actions(Weekly& weekly);
void add_reasons(Weekly& weekly);
void add_trends(Weekly& weekly);
void add_cohorts(Weekly& weekly);
void add_bridge(Weekly& weekly);
void add_snapshot(Weekly& weekly);
void add_lists(Weekly& weekly);

// Cells that charts, the sentence and the agenda need and nobody has to read; on the last page.
void add_day_workings(Weekly& weekly);
void add_sentence_workings(Weekly& weekly);
void add_chart_workings(Weekly& weekly);
void add_outcome_workings(Weekly& weekly);
void add_agenda_workings(Weekly& weekly);
void add_week_workings(Weekly& weekly);

}  // namespace kakehashi::report
