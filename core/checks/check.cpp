#include "core/checks/check.hpp"

#include <fmt/format.h>

#include "core/checks/lead_checks.hpp"
#include "core/checks/table_checks.hpp"
#include "core/checks/wording.hpp"
#include "core/leads/table_problems.hpp"
#include "core/playbook/problems.hpp"
#include "core/support/thousands.hpp"
#include "core/workbook/data_sheets.hpp"

namespace kakehashi::checks {
namespace {

/// Ids of a log that no lead has; stages of the stage log that the playbook does not name.
class LogCheck {
  public:
    LogCheck(const Leads& leads, const SideTable& log, FindingList& findings)
        : leads_(leads), log_(log), findings_(findings) {}

    void ids() {
        const auto index = column("id");
        if (!index || !leads_.role(Role::id)) return;
        const Column::Keys& keys = log_.table->column(*index).keys();
        std::vector<bool> strange(keys.keys.size() + 1, false);
        TextList ids;
        ids.assign(keys.keys);
        const std::vector<std::uint32_t> rows = leads_.rows_of(ids);
        for (std::size_t code = 1; code < strange.size(); ++code)
            strange[code] = rows[code - 1] == Leads::no_row;
        report(*index, keys, strange, Kind::unknown_id,
               {"\"{}\" is not in the lead list; first of {} rows.",
                "「{}」はリードの一覧にありません（{}行、最初の行）。"});
    }

    void stages() {
        const auto index = column("stage");
        if (!index || leads_.playbook().stages.empty()) return;
        const Column::Keys& keys = log_.table->column(*index).keys();
        std::vector<bool> strange(keys.keys.size() + 1, true);
        strange[0] = false;
        for (const PlaybookStage& stage : leads_.playbook().stages)
            if (const auto code = keys.find(fold(stage.stage)); code != 0) strange[code] = false;
        report(*index, keys, strange, Kind::unknown_stage,
               {"\"{}\" is no stage of the playbook; first of {} rows.",
                "「{}」はプレイブックのステージにありません（{}行、最初の行）。"});
    }

  private:
    std::optional<std::size_t> column(std::string_view key) const {
        for (const workbook::DataColumn& one : workbook::data_sheet(log_.part).columns) {
            if (one.key != key) continue;
            if (const auto english = log_.table->find(one.header.en)) return english;
            return log_.table->find(one.header.ja);
        }
        return std::nullopt;
    }

    void report(std::size_t column, const Column::Keys& keys, const std::vector<bool>& strange, Kind kind,
                const Text& sentence) {
        std::vector<std::size_t> first(strange.size(), 0);
        std::vector<std::size_t> count(strange.size(), 0);
        for (std::size_t row = 0; row < keys.codes.size(); ++row)
            if (strange[keys.codes[row]] && count[keys.codes[row]]++ == 0) first[keys.codes[row]] = row;
        for (std::size_t code = 1; code < strange.size(); ++code) {
            if (count[code] == 0) continue;
            const std::string word = shortened(keys.texts[code - 1]);
            const std::string rows = thousands(count[code]);
            findings_.add_rows(kind, {log_.part, first[code], column},
                               {fmt::format(fmt::runtime(sentence.en), word, rows),
                                fmt::format(fmt::runtime(sentence.ja), word, rows)},
                               count[code]);
        }
    }

    const Leads& leads_;
    const SideTable& log_;
    FindingList& findings_;
};

void check_metrics(const Playbook& playbook, FindingList& findings) {
    for (const PlaybookMetric& metric : playbook.metrics)
        if (trim(metric.formula).empty())
            findings.add(Kind::open_metric, {sheet::Part::playbook, std::nullopt, std::nullopt}, [&] {
                return Text{fmt::format("\"{}\" has no formula yet.", metric.metric),
                            fmt::format("「{}」に式がまだありません。", metric.metric)};
            });
}

void check_agreements(const Material& material, FindingList& findings) {
    if (material.playbook) {
        check_metrics(material.playbook->playbook, findings);
        for (const PlaybookProblem& problem : problems_with(*material.playbook, *material.leads))
            findings.add(Kind::playbook_problem, {sheet::Part::playbook, std::nullopt, std::nullopt}, [&] {
                return Text{problem_text(problem, Language::english),
                            problem_text(problem, Language::japanese)};
            });
    }
    if (material.goals)
        for (const GoalProblem& problem : material.goals->problems()) {
            Place place{sheet::Part::goals, std::nullopt, std::nullopt};
            if (problem.row > 0) place.row = problem.row - 1;
            findings.add(Kind::goal_problem, place, [&] { return problem.message; });
        }
}

}  // namespace

Findings check(const Material& material) {
    const Leads& leads = *material.leads;
    FindingList findings;
    findings.set_leads(leads.present().count());
    check_agreements(material, findings);
    check_roles(leads, findings);
    check_cells(leads.table(), sheet::Part::leads, expected_of_leads(leads), leads.as_of(),
                leads.role(Role::id), findings);
    check_ids(leads, findings);
    check_words(leads, findings);
    check_order(leads, findings);
    check_gaps(leads, findings);
    check_duplicates(leads, findings);
    for (const SideTable& side : material.tables) {
        check_cells(*side.table, side.part, expected_by_header(*side.table, side.part), leads.as_of(),
                    nullptr, findings);
        LogCheck log(leads, side, findings);
        log.ids();
        if (side.part == sheet::Part::stage_log) log.stages();
    }
    return std::move(findings).sorted();
}

Expected expected_of_leads(const Leads& leads) {
    Expected result = expected_by_header(leads.table(), sheet::Part::leads);
    const auto insert = [&](Role role, std::set<std::size_t>& into) {
        if (const auto index = leads.role_index(role)) into.insert(*index);
    };
    for (const Role role :
         {Role::created, Role::closed, Role::handed_off, Role::responded, Role::accepted, Role::rejected})
        insert(role, result.dates);
    for (const Role role : {Role::created, Role::handed_off, Role::responded, Role::accepted, Role::rejected})
        insert(role, result.happened);
    insert(Role::amount, result.numbers);
    for (const Role role : {Role::id, Role::name, Role::company, Role::email, Role::phone, Role::source,
                            Role::owner, Role::stage, Role::outcome, Role::reason})
        insert(role, result.words);
    for (const PlaybookStage& stage : leads.playbook().stages) {
        const std::string& header = stage.column.empty() ? stage.stage : stage.column;
        if (const auto index = leads.table().find(header)) result.dates.insert(*index);
    }
    for (const std::size_t date : result.dates) result.words.erase(date);
    return result;
}

}  // namespace kakehashi::checks
