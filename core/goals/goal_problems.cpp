#include "core/goals/goal_problems.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/goals/goals.hpp"

namespace kakehashi {
namespace {

class Checker {
  public:
    explicit Checker(const Goals& goals) : goals_(goals), problems_(goals.unread()) {}

    std::vector<GoalProblem> run() && {
        check_log();
        for (std::size_t goal = 0; goal < goals_.all().size(); ++goal) {
            check_place(goal);
            check_dates(goal);
            check_metric(goal);
        }
        std::ranges::stable_sort(problems_, {}, &GoalProblem::row);
        return std::move(problems_);
    }

  private:
    void report(const Goal& goal, Text message) { problems_.push_back({goal.row, std::move(message)}); }

    void check_log() {
        const auto& log = goals_.context().activities;
        if (!log || log->left_out() == 0) return;
        problems_.push_back(
            {0,
             {fmt::format("Rows of the activity log without a readable date, activity or count: {}.",
                          log->left_out()),
              fmt::format("活動記録に、日付・活動・件数を読み取れない行が {} 行あります。",
                          log->left_out())}});
    }

    void check_place(std::size_t at) {
        const Goal& goal = goals_.all()[at];
        if (goals_.tree().repeated(at))
            report(goal, {fmt::format("The goal \"{}\" occurs again; the first one is found.", goal.name),
                          fmt::format("目標「{}」が重複しています。最初の行を使います。", goal.name)});
        if (goals_.tree().fault(at) == GoalTree::Fault::cycle) report(goal, cyclic_goal(goal).message);
        if (goals_.tree().fault(at) == GoalTree::Fault::unknown_parent)
            report(goal, orphaned_goal(goal).message);
    }

    /// A sum is compared with what is expected by now.
    void check_dates(std::size_t at) {
        const Goal& goal = goals_.all()[at];
        const bool dated = goal.start != no_instant && goal.end != no_instant;
        if (dated || goals_.kind(at) != GoalKind::sum || !goals_.figures(at, goals_.as_of()).target.value)
            return;
        const bool starts = goal.start != no_instant;
        report(goal,
               {fmt::format("\"{}\" has no {} date: nothing can be expected of it, and it has no status.",
                            goal.name, starts ? "end" : "start"),
                fmt::format("「{}」に{}日がないため、期待値と状況を計算できません。", goal.name,
                            starts ? "終了" : "開始")});
    }

    void check_metric(std::size_t at) {
        const Goal& goal = goals_.all()[at];
        if (goal.metric.empty() || goal.actual.said() || goals_.names_activity(goal)) return;
        if (goals_.waits_for_formula(goal)) return;
        if (goals_.is_metric(goal)) return check_value(at);
        if (goals_.context().leads)
            report(
                goal,
                {fmt::format("\"{}\" is neither a metric of the playbook nor an activity of the log.",
                             goal.metric),
                 fmt::format("「{}」はプレイブックの指標にも活動記録の活動にもありません。", goal.metric)});
        else
            report(
                goal,
                {fmt::format("GOAL.TABLE was given no leads for the metric \"{}\", and no log with such an "
                             "activity.",
                             goal.metric),
                 fmt::format("GOAL.TABLE に、指標「{}」を計算するリードも、その活動を含む活動記録も渡されて"
                             "いません。",
                             goal.metric)});
    }

    /// Why an agreed metric gives nothing. That there is nothing to divide by yet is no fault.
    void check_value(std::size_t at) {
        const auto& reason = goals_.figures(at, goals_.as_of()).actual.reason;
        if (!reason || reason->code == ErrorCode::division_by_zero) return;
        report(goals_.all()[at], {fmt::format("{}: {}", goals_.all()[at].metric, reason->message.en),
                                  fmt::format("{}：{}", goals_.all()[at].metric, reason->message.ja)});
    }

    const Goals& goals_;
    std::vector<GoalProblem> problems_;
};

}  // namespace

std::vector<GoalProblem> Goals::problems() const {
    return Checker(*this).run();
}

std::string problem_text(const GoalProblem& problem, Language language) {
    const std::string& message = problem.message.in(language);
    if (problem.row == 0) return message;
    return language == Language::japanese ? fmt::format("{} 行目：{}", problem.row + 1, message)
                                          : fmt::format("row {}: {}", problem.row + 1, message);
}

}  // namespace kakehashi
