// How plans are named and addressed in a document: the named ranges of blocks, `$A$1`, links.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/sheet/plan.hpp"

namespace kakehashi::sheet {

/// `plan.id`, else made from its name: the same for both languages of a part of a team workbook.
std::string id_of(const Sheet& plan);
/// The document's named range of a block: `_kh_summary_board`.
std::string block_name(const Sheet& plan, std::string_view block);
/// The named expression that says what we wrote in that block (core/sheet/record.hpp).
std::string record_name(const Sheet& plan, std::string_view block);

std::string column_letters(int column);
/// `$B$3`
std::string absolute(const Position& position);
/// `$B$3:$C$9`; a last row of -1 is the end of the sheet.
std::string absolute(const Position& first, const Position& last);
/// `$'Weekly summary'.`: what stands before an address on that sheet.
std::string sheet_prefix(std::string_view sheet);
/// `$A$1` or `$Sheet.$A$1`; nothing for `#REF!` and everything else.
std::optional<Position> read_absolute(std::string_view text);

/// Where the cell of a block is on its sheet; nothing if it is not there.
using Find = std::function<std::optional<Position>(std::string_view block, const Position& cell)>;
/// The formula with its placeholders replaced; those that lead nowhere become `#REF!`. Placeholders inside
/// texts in quotes stay what they are.
std::string resolve(std::string_view formula, std::string_view block, const Find& find);
/// Equal but for spaces and capitals outside quotes: Calc gives formulas back in its own spelling.
bool same_formula(std::string_view a, std::string_view b);
/// A formula that shows the content and leads to the link when it is clicked. `content`: a formula with its
/// placeholders replaced.
std::string hyperlink(std::string_view link, const Content& content);

}  // namespace kakehashi::sheet
