// Which column of a file goes into which column of the table: what the import dialog shows and people
// correct.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/imports/fields.hpp"
#include "core/imports/source.hpp"
#include "core/playbook/playbook.hpp"

namespace kakehashi::imports {

enum class Match {
    same_header,  // the table has a column of that name
    role,         // both are known to be the same thing
    remembered,   // people said so at an earlier import
    chosen,       // people say so now
    added,        // a new column at the end of the table
    left_out,
};

struct MappedColumn {
    Match match = Match::added;
    std::string header;                 // of the table's column; blank if left out
    std::optional<std::size_t> column;  // of the table; none: new
    std::optional<Role> role;           // that the column plays in the lead list
};
/// One per column of the file.
using Mapping = std::vector<MappedColumn>;

/// The table that is imported into, as far as the mapping must know it.
struct TableShape {
    std::vector<std::string> headers;   // blank ones at the end left out
    std::map<Role, std::string> bound;  // roles that the playbook binds
    std::vector<std::string> dates;     // headers of columns that hold dates of stages
    std::vector<PlaybookStage> stages = {};
};

/// What people decided: header of the file -> header of the table, or a role (`amount`), or `-` to leave it
/// out. Compared by `fold_header`.
using Decisions = std::map<std::string, std::string>;

/// `Betrag=Amount; Fax=-` as people write it, or a JSON object. Err:502 if it is neither.
Result<Decisions> parse_decisions(std::string_view text);
/// As a JSON object: how a document keeps them.
std::string format_decisions(const Decisions& decisions);

/// The column of each role in the table: bound by the playbook, else recognised.
std::array<std::optional<std::size_t>, role_count> role_columns(const TableShape& table);

/// `now` goes before `remembered`, both before equal headers, these before fields. Two columns never go into
/// one. Err:502 if `now` names a header the file does not have, or one column twice.
Result<Mapping> map_columns(const Source& source, const Target& target, const TableShape& table,
                            const Decisions& now, const Decisions& remembered);

}  // namespace kakehashi::imports
