#include "core/evidence/population.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "core/expression/vocabulary.hpp"
#include "core/leads/leads.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

/// When each lead is judged.
std::vector<Instant> judgement_dates(const Leads& leads) {
    std::vector<Instant> dates(leads.rows(), leads.as_of());
    if (const Column* handed_off = leads.role(Role::handed_off)) {
        const auto hand_offs = handed_off->as_instants();
        for (std::size_t row = 0; row < dates.size(); ++row)
            if (hand_offs[row] != no_instant) dates[row] = hand_offs[row];
    }
    return dates;
}

bool is_named(const Playbook& playbook, std::string_view name) {
    const std::string key = fold(name);
    const auto named = [&](const PlaybookSegment& segment) { return fold(segment.name) == key; };
    return std::ranges::any_of(playbook.personas, named) || std::ranges::any_of(playbook.segments, named) ||
           std::ranges::any_of(playbook.definitions, [&](const PlaybookDefinition& definition) {
               return fold(definition.definition) == key;
           });
}

/// Neither symbols nor words of the expression language: somebody meant a name.
bool looks_like_name(std::string_view text) {
    const std::string folded = fold(text);
    if (folded.find_first_of("=<>()[]\"'") != std::string::npos) return false;
    const auto occurs = [&](const auto& word) { return folded.find(word.spelling) != std::string::npos; };
    if (std::ranges::any_of(grammar::comparison_symbols, occurs) ||
        std::ranges::any_of(grammar::japanese_comparisons, occurs))
        return false;
    const auto stands_there = [spaced = " " + folded + " "](std::string_view word) {
        return spaced.find(fmt::format(" {} ", word)) != std::string::npos;
    };
    return std::ranges::none_of(grammar::connective_words, stands_there) &&
           std::ranges::none_of(grammar::operator_words, stands_there);
}

/// Those with the outcome won, or for which the expression holds if there is one.
Result<Bitmap> won_leads(const Leads& leads, std::string_view outcome) {
    if (!trim(outcome).empty()) {
        const auto rows = leads.where(outcome);
        if (!rows) return error_of(rows);
        return **rows;
    }
    const auto rows = leads.outcome(Outcome::won);
    if (!rows) return error_of(rows);
    return **rows;
}

}  // namespace

Result<std::span<const Instant>> created_dates(const Leads& leads) {
    const Column* created = leads.role(Role::created);
    if (created == nullptr)
        return not_available({"No column says when leads were created; bind the role created in [columns].",
                              "リードの作成日の列が分かりません。[columns] で created を指定してください。"});
    return created->as_instants();
}

Result<Population> population(const Leads& leads, std::string_view outcome, std::string_view where,
                              const DateRange& created) {
    const auto asked = leads.where(where);
    if (!asked) return error_of(asked);
    const bool known_only = trim(outcome).empty();
    const auto won = won_leads(leads, outcome);
    if (!won) return error_of(won);
    Population result{**asked, {}};
    if (known_only) {
        const auto ended = leads.ended();
        if (!ended) return error_of(ended);
        result.leads &= **ended;
    }
    if (created.bounded()) {
        const auto dates = created_dates(leads);
        if (!dates) return error_of(dates);
        result.leads &= Bitmap::where(leads.rows(), [&](std::size_t row) {
            return (*dates)[row] != no_instant && created.contains((*dates)[row]);
        });
    }
    result.won = result.leads & *won;
    return result;
}

Result<Bitmap> selected(const Leads& leads, std::string_view definition) {
    const std::vector<Instant> dates = judgement_dates(leads);
    const AsOf as_of{std::span<const Instant>(dates)};
    if (!is_named(leads.playbook(), definition)) {
        if (!leads.parsed(definition) && looks_like_name(definition))
            return not_available({fmt::format("The playbook has no definition \"{}\".", definition),
                                  fmt::format("プレイブックに定義「{}」がありません。", definition)});
        return leads.where(definition, as_of);
    }
    auto rows = leads.predicate({PredicateKind::definition, std::string(trim(definition))}, as_of);
    if (rows) *rows &= leads.present();
    return rows;
}

Result<HoldOut> hold_out(const Leads& leads, const Bitmap& population) {
    const auto dates = created_dates(leads);
    if (!dates) return error_of(dates);
    std::vector<std::size_t> rows;
    population.for_each([&](std::size_t row) { rows.push_back(row); });
    std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return (*dates)[row]; });
    HoldOut result{population, Bitmap(leads.rows())};
    for (std::size_t i = rows.size() - rows.size() / 3; i < rows.size(); ++i) {
        result.training.reset(rows[i]);
        result.held_out.set(rows[i]);
    }
    return result;
}

}  // namespace kakehashi
