// What a card asks sales for, and what it says instead once there is an answer. Cards that were made belong
// to people: only cells that still hold what we wrote are changed.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/handoff/state.hpp"
#include "core/support/text.hpp"

namespace kakehashi::handoff {

/// The heading above the answer, the boxes to tick below it, and the box of one reason.
const Text& answer_heading();
const Text& answer_boxes();
std::string reason_box(const std::string& reason);
/// `Please respond by 2026-11-24 14:05.`
Text respond_by_text(const std::string& minute);
/// What is left of the note below the boxes, and the whole of it while there is no answer.
Text handed_off_note(const std::string& minute);
Text answer_note(const std::string& minute);
/// `☑ accepted on 2026-11-24 14:05`; `reason`: of a rejection.
Text answer_text(const State& state, const std::string& reason);

/// A cell of the card to be changed.
struct CardChange {
    std::size_t row;  // in `cells`
    std::size_t column;
    std::string text;
};
/// What changes on a card that still asks, in its own language: the answer stands where the boxes were, else
/// in the note, else where the limit was. Rows stay what they are. Nothing if it does not ask. `cells`: row
/// by row, from the row of the id to the end of the card; `reasons`: the playbook's, to reject.
std::vector<CardChange> answered_card(const std::vector<std::vector<std::string>>& cells, const Text& answer,
                                      std::span<const std::string> reasons);

}  // namespace kakehashi::handoff
