#include "core/leads/table_problems.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "core/expression/metric_formula.hpp"
#include "core/leads/history.hpp"
#include "core/leads/pseudo_columns.hpp"
#include "core/playbook/checker.hpp"
#include "core/playbook/problems.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

/// Entries of the history by their stage, as far as the playbook does not name it.
void check_history(const Playbook& playbook, const History& history, ProblemList& problems) {
    std::vector<std::size_t> entries(history.stages().size());
    for (const History::Entry& entry : history.entries()) ++entries[entry.stage];
    for (const PlaybookStage& stage : playbook.stages) {
        const auto known = std::ranges::find(history.stages(), fold(stage.stage));
        if (known != history.stages().end())
            entries[static_cast<std::size_t>(known - history.stages().begin())] = 0;
    }
    for (std::size_t stage = 0; stage < entries.size(); ++stage)
        if (entries[stage] > 0)
            problems.add(Block::stages,
                         {fmt::format("The history has entries into \"{}\", which is no stage; they are "
                                      "ignored: {}.",
                                      history.stages()[stage], entries[stage]),
                          fmt::format("履歴の「{}」はステージにないため、{} 件を無視します。",
                                      history.stages()[stage], entries[stage])});
    if (history.left_out() > 0)
        problems.add(Block::stages,
                     {fmt::format("Rows of the history without a readable date, an id or a stage: {}.",
                                  history.left_out()),
                      fmt::format("履歴に日付、ID、ステージのいずれかが読めない行が {} 行あります。",
                                  history.left_out())});
}

bool figures_over_column(MetricKind kind) {
    return kind == MetricKind::sum || kind == MetricKind::mean || kind == MetricKind::median;
}

class TableChecker {
  public:
    TableChecker(const ReadPlaybook& read, const Leads& leads)
        : playbook_(read.playbook),
          // Roles as this playbook binds them. Only columns are looked up, so the clock does not matter.
          leads_(leads.shared_table(), std::make_shared<const Playbook>(read.playbook), nullptr,
                 leads.as_of()),
          history_(leads.history()),
          problems_(read, problems_of(read)) {}

    std::vector<PlaybookProblem> run() && {
        std::size_t binding = 0;
        for (const auto& [role, header] : playbook_.columns) check_header(Block::columns, binding++, header);
        for (std::size_t i = 0; i < playbook_.stages.size(); ++i)
            if (!trim(playbook_.stages[i].column).empty())
                check_header(Block::stages, i, playbook_.stages[i].column);
        check_all(Block::stages, playbook_.stages, &PlaybookStage::when);
        check_all(Block::outcomes, playbook_.outcomes, &PlaybookOutcome::when);
        check_all(Block::rules, playbook_.rules, &PlaybookRule::rule);
        check_metrics();
        check_all(Block::personas, playbook_.personas, &PlaybookSegment::when);
        check_all(Block::segments, playbook_.segments, &PlaybookSegment::when);
        if (history_ && !playbook_.stages.empty()) check_history(playbook_, *history_, problems_);
        return std::move(problems_).sorted();
    }

  private:
    /// Bindings and dates of stages are headers and nothing else.
    void check_header(Block block, std::size_t index, const std::string& header) {
        if (!leads_.table().find(header)) problems_.add(block, index, no_such_column(header));
    }

    /// The names that `Leads::column` knows.
    void check_column(Block block, std::size_t index, const std::string& name) {
        if (leads_.table().find(name) || names_pseudo_column(name)) return;
        if (const auto known = parse_role(name); known && leads_.role_index(*known)) return;
        problems_.add(block, index, no_such_column(name));
    }

    void check_expression(Block block, std::size_t index, const Expression& expression) {
        for (const std::string& column : columns_of(*expression)) check_column(block, index, column);
    }

    /// Expressions that do not parse are a problem already.
    template <class E>
    void check_all(Block block, const std::vector<E>& entries, std::string E::*text) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (trim(entries[i].*text).empty()) continue;
            if (const auto parsed = parse_expression(entries[i].*text)) check_expression(block, i, *parsed);
        }
    }

    void check_metrics() {
        for (std::size_t i = 0; i < playbook_.metrics.size(); ++i) {
            const auto formula = parse_metric_formula(playbook_.metrics[i].formula);
            if (!formula) continue;
            check_figure(i, formula->first);
            if (formula->joined) check_figure(i, formula->second);
        }
    }

    void check_figure(std::size_t index, const MetricFigure& figure) {
        if (figures_over_column(figure.kind)) check_column(Block::metrics, index, figure.name);
        if (figure.condition) check_expression(Block::metrics, index, figure.condition);
    }

    const Playbook& playbook_;
    Leads leads_;
    std::shared_ptr<const History> history_;
    ProblemList problems_;
};

}  // namespace

std::vector<PlaybookProblem> problems_with(const ReadPlaybook& read, const Leads& leads) {
    return TableChecker(read, leads).run();
}

}  // namespace kakehashi
