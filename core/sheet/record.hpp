// What we wrote in a block, kept in the document beside its named range: references to its columns and
// rows, which Calc moves with inserted rows, moved cells and renamed sheets; and hashes of the keys and notes
// that are ours. By it a refresh tells our rows and notes from those of people.
//
// In the document it is a named expression that nobody calculates:
//   CHOOSE(1;$S.$A$5~$S.$B$5;$S.$A$5~$S.$A$6;"0f3a…"&"…";"…")
// columns (cells of the first row), rows (cells of the first column), keys of a table, notes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/sheet/plan.hpp"

namespace kakehashi::sheet {

using Hash = std::uint32_t;
Hash hash(std::string_view text);

struct Record {
    std::vector<std::optional<int>> columns;  // of the sheet, by column of the plan; nothing: deleted
    std::vector<std::optional<int>> rows;     // likewise; empty for long tables
    std::vector<Hash> keys;                   // sorted, as are
    std::vector<Hash> notes;

    bool has_key(std::string_view key) const;
    bool has_note(std::string_view note) const;
    friend bool operator==(const Record&, const Record&) = default;
};

/// The keys and notes of a block, without its places.
Record record(const Block& block);
/// Whether its rows are found by their references: fixed cells, and tables with formulas for keys.
bool needs_rows(const Block& block);

/// More rows are not recorded: a formula has 8,192 tokens at most, and a table is found by its keys.
constexpr std::size_t most_recorded_rows = 1000;
constexpr std::size_t most_recorded_keys = 20'000;

/// `corner`: the cell whose row and column the references share.
std::string print(const Record& record, std::string_view sheet, const Position& corner);
/// An empty record for what we cannot read.
Record read_record(std::string_view text);

}  // namespace kakehashi::sheet
