// Cells that cannot be read: errors, texts that are no dates or no numbers where such belong.
#pragma once

#include <set>

#include "core/checks/finding_list.hpp"
#include "core/table/table.hpp"

namespace kakehashi::checks {

/// Which columns of a table must hold dates or numbers, and which are words whatever they look like.
struct Expected {
    std::set<std::size_t> dates;
    std::set<std::size_t> happened;  // of the dates: those of things that have happened, so not in the future
    std::set<std::size_t> numbers;
    std::set<std::size_t> words;
};

/// Other columns are judged by what most of their cells are: at least `least_cells` of them, and four in
/// five. `as_of`: what is after it lies in the future. `ids`: for naming leads, or null.
void check_cells(const Table& table, sheet::Part part, const Expected& expected, Instant as_of,
                 const Column* ids, FindingList& findings);

/// By the headers of the team workbook's sheet for that part, in either language.
Expected expected_by_header(const Table& table, sheet::Part part);

}  // namespace kakehashi::checks
