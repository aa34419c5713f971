#include "core/leads/pseudo_columns.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "core/leads/leads.hpp"
#include "core/leads/needed_role.hpp"
#include "core/leads/qualification.hpp"
#include "core/leads/stages.hpp"
#include "core/leads/stays.hpp"

namespace kakehashi {
namespace {

double in_days(Instant duration) {
    return static_cast<double>(duration) / static_cast<double>(ms_per_day);
}

/// The stage each lead is at now, by name.
Result<Column> stage_column(const Leads& leads, const Stages& stages, const AsOf& as_of) {
    const auto now = stages.now(as_of);
    if (!now) return error_of(now);
    Column::Builder builder(leads.rows());
    for (const std::size_t stage : *now)
        stage == Stages::none ? builder.push_blank() : builder.push_text(stages.names()[stage]);
    return std::move(builder).finish();
}

/// The sum of all stays in the stage the lead is at now, the running one included. Blank without a date, and
/// for leads that have ended.
Result<Column> days_in_stage_column(const Leads& leads, const Stages& stages, const AsOf& as_of) {
    const auto now = stages.now(as_of);
    if (!now) return error_of(now);
    const auto ended = leads.ended();
    if (!ended) return error_of(ended);
    Column::Builder builder(leads.rows());
    std::vector<StageEntry> journey;
    for (std::size_t row = 0; row < leads.rows(); ++row) {
        const std::size_t stage = (*now)[row];
        bool dated = false;
        double days = 0.0;
        if (stage != Stages::none && !(*ended)->test(row)) {
            stages.journey(row, inclusive_end(as_of.at(row)), journey);
            for_each_stay(journey, stage, as_of.at(row), [&](Instant begin, Instant end) {
                days += std::max(0.0, in_days(end - begin));
                dated = true;
            });
        }
        dated ? builder.push_number(days) : builder.push_blank();
    }
    return std::move(builder).finish();
}

/// The first that holds of won, lost, disqualified, rejected, recycled, accepted.
Result<Column> outcome_column(const Leads& leads) {
    std::array<const Bitmap*, outcome_count> outcomes{};
    for (std::size_t i = 0; i < outcome_count; ++i) {
        const auto rows = leads.outcome(static_cast<Outcome>(i));
        if (!rows) return error_of(rows);
        outcomes[i] = *rows;
    }
    Column::Builder builder(leads.rows());
    for (std::size_t row = 0; row < leads.rows(); ++row) {
        const auto first =
            std::ranges::find_if(outcomes, [&](const Bitmap* rows) { return rows->test(row); });
        if (first == outcomes.end()) {
            builder.push_blank();
        } else {
            builder.push_text(outcome_name(static_cast<Outcome>(first - outcomes.begin())));
        }
    }
    return std::move(builder).finish();
}

Result<Column> score_column(const Leads& leads, std::string_view definition, const AsOf& as_of) {
    const auto scores = leads.derived<Qualification>().scores(definition, as_of);
    if (!scores) return error_of(scores);
    Column::Builder builder(leads.rows());
    for (std::size_t row = 0; row < leads.rows(); ++row)
        leads.present().test(row) ? builder.push_number((*scores)[row]) : builder.push_blank();
    return std::move(builder).finish();
}

/// Won leads: days from the entry into the opportunity stage (without one: into the first stage, implied
/// passages included) to the win.
Result<Column> cycle_column(const Leads& leads, const Stages& stages, const AsOf& as_of) {
    std::size_t start_stage = 0;
    bool implied_too = true;
    if (!leads.playbook().opportunity_stage.empty()) {
        const auto stage = stages.index(leads.playbook().opportunity_stage);
        if (!stage) return error_of(stage);
        start_stage = *stage;
        implied_too = false;
    }
    const auto won = leads.outcome(Outcome::won);
    if (!won) return error_of(won);
    Column::Builder builder(leads.rows());
    for (std::size_t row = 0; row < leads.rows(); ++row) {
        Instant start = no_instant;
        const Instant end = leads.closed()[row];
        const std::size_t last_start = implied_too ? stages.count() : start_stage + 1;
        for (std::size_t stage = start_stage; stage < last_start && start == no_instant; ++stage)
            start = stages.first_entry(stage, row, earliest, inclusive_end(as_of.at(row)));
        const bool known =
            (*won)->test(row) && start != no_instant && end != no_instant && not_before(end, start);
        known ? builder.push_number(days_between(start, end)) : builder.push_blank();
    }
    return std::move(builder).finish();
}

/// The family of the lead's reason, as [reasons] has it; blank for reasons that are not listed there.
Result<Column> family_column(const Leads& leads) {
    const auto reasons = needed_role(leads, Role::reason);
    if (!reasons) return error_of(reasons);
    std::unordered_map<std::string, std::string_view> families;
    for (const PlaybookReason& known : leads.playbook().reasons)
        families.try_emplace(fold(known.reason), known.family);
    const Column::Keys& keys = (*reasons)->keys();
    Column::Builder builder(leads.rows());
    std::vector<Dictionary::Code> codes = {0};  // by key
    for (const std::string_view key : keys.keys) {
        const auto found = families.find(std::string(key));
        codes.push_back(found == families.end() ? 0 : builder.intern(found->second));
    }
    for (std::size_t row = 0; row < leads.rows(); ++row)
        codes[keys.codes[row]] == 0 ? builder.push_blank() : builder.push_code(codes[keys.codes[row]]);
    return std::move(builder).finish();
}

enum class Pseudo { none, stage, days_in_stage, cycle_days, outcome, reason_family, score };

/// `key` is a folded name.
Pseudo kind_of(std::string_view key) {
    if (key == "stage" || key == "ステージ") return Pseudo::stage;
    if (key == "stage now" || key == "現在のステージ") return Pseudo::stage;
    if (key == "days in stage" || key == "滞留日数") return Pseudo::days_in_stage;
    if (key == "cycle days" || key == "サイクル日数") return Pseudo::cycle_days;
    if (key == "outcome" || key == "結果") return Pseudo::outcome;
    if (key == "reason family" || key == "理由の分類") return Pseudo::reason_family;
    if (key.starts_with("score ") || key.starts_with("得点 ")) return Pseudo::score;
    return Pseudo::none;
}

}  // namespace

bool names_pseudo_column(std::string_view name) {
    return kind_of(fold(name)) != Pseudo::none;
}

Text no_such_column(std::string_view name) {
    return {fmt::format("There is no column \"{}\".", name), fmt::format("列「{}」がありません。", name)};
}

Result<Column> pseudo_column(const Leads& leads, std::string_view name, const AsOf& as_of) {
    const std::string key = fold(name);
    const auto stages = [&](auto make) -> Result<Column> {
        const auto all = leads.stages();
        if (!all) return error_of(all);
        if (const auto sound = (*all)->check_all(); !sound) return error_of(sound);
        return make(leads, **all, as_of);
    };
    switch (kind_of(key)) {
        case Pseudo::stage:
            return stages(stage_column);
        case Pseudo::days_in_stage:
            return stages(days_in_stage_column);
        case Pseudo::cycle_days:
            return stages(cycle_column);
        case Pseudo::outcome:
            return outcome_column(leads);
        case Pseudo::reason_family:
            return family_column(leads);
        case Pseudo::score:
            return score_column(leads, std::string_view(key).substr(key.find(' ') + 1), as_of);
        case Pseudo::none:
            break;
    }
    return not_available(no_such_column(name));
}

}  // namespace kakehashi
