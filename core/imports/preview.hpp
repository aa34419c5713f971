// An import as its dialog shows it before it happens: how the file was read, each column with where it goes
// and how it begins, and the places people can choose for it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/imports/mapping.hpp"
#include "core/imports/source.hpp"

namespace kakehashi::imports {

struct PreviewColumn {
    std::string from;                // header in the file
    std::string into;                // `Amount`, `New column: Fax`, `Left out`
    std::string kind;                // `dates`
    std::vector<std::string> cells;  // of the first rows, on one line, shortened
};

/// One per column of the file; `rows` cells each, blank ones where there are fewer rows.
std::vector<PreviewColumn> preview(const Source& source, const Mapping& mapping, std::size_t rows,
                                   Language language);

/// `Betrag → Amount · numbers: 1.5 | 2.5`
std::string line_of(const PreviewColumn& column);

/// The text on one line, at most so many bytes, cut between characters.
std::string one_line(std::string_view text, std::size_t enough);

/// Where a column can go.
struct Place {
    std::string decision;  // as `Decisions` holds it
    std::string label;     // as the dialog shows it
};
/// Left out, a new column, then the columns of the table.
std::vector<Place> places_for(const Source& source, std::size_t column, const Mapping& mapping,
                              const TableShape& table, Language language);
/// Which of these places the mapping gives the column.
std::size_t place_of(const MappedColumn& mapped, const std::vector<Place>& places);

/// Sends a column of the file to a place; an earlier decision that sent another one there is forgotten.
void decide(Decisions& decisions, const std::string& from, const std::string& place);

/// `3,120 rows, 12 columns. 2 lines cannot be used: line 14 has …`
Text reading_of(const Source& source);
/// The same, and on a line of its own what the new rows will lack for figures to count them, if anything.
Text reading_of(const Source& source, const Target& target, const Mapping& mapping, const TableShape& table);

/// The table of a new team workbook, for files that are imported where there is none yet.
TableShape template_shape(sheet::Part part, Language language);

/// What the playbook says of a lead list: which column plays which role, and which hold dates of stages.
void follow_playbook(TableShape& table, const Playbook& playbook);

}  // namespace kakehashi::imports
