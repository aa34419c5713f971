// The sheet of hand-off cards as people left it: whose card stands where, and answers on them.
#pragma once

#include <string>
#include <vector>

#include "addin/handle_cells.hpp"
#include "core/handoff/record.hpp"

namespace kakehashi::addin {

/// Rows of its sheet, up to the next card.
struct CardPlace {
    sal_Int16 sheet;
    sal_Int32 first_row;
    sal_Int32 id_row;
    sal_Int32 last_row;
    std::string id;  // blank if people removed it
};
/// In the order of the sheet.
std::vector<CardPlace> card_places(const SpreadsheetDocument& document);

/// Shows the answers on the cards that ask for them; what people changed there stays. Inside the caller's
/// undo step. What is to be said if the sheet of the cards is protected, else empty. `reasons`: the
/// playbook's, to reject.
Text show_answers(const SpreadsheetDocument& document, const std::vector<handoff::CardAnswer>& answers,
                  const std::vector<std::string>& reasons);

}  // namespace kakehashi::addin
