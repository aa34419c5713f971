// Offering a lead again that sales has rejected. The list then tells the new offer only: the earlier one and
// its answer are kept by the record.
#pragma once

#include <cstddef>
#include <optional>

#include "core/handoff/record.hpp"
#include "core/handoff/state.hpp"

namespace kakehashi::handoff {

/// `was rejected on 2026-10-12 because of “Price”`, of a rejected lead.
Text earlier_answer(const Leads& leads, std::size_t row);

/// How a rejected lead would stand with the earlier answer cleared; any other lead as it stands.
State state_if_offered(const Leads& leads, std::size_t row);

/// Why a rejected lead cannot be offered again; nothing if the list allows it.
std::optional<Text> why_not_again(const Leads& leads, std::size_t row);

/// Adds to `result` what keeps the earlier offer in the record and clears it in the list. `record`: the table
/// of hand-offs, null if it is still to be made. What is in the way, if the answer cannot be kept: then
/// nothing is added.
std::optional<Text> put_aside(const Leads& leads, const Table* record, std::size_t row, Language language,
                              Record& result);

}  // namespace kakehashi::handoff
