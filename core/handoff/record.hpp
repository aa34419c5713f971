// What handing off, accepting and rejecting writes: a date into the lead list, a row into the record. Nothing
// a person typed is overwritten: where something stands already, the lead is left alone and named.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/handoff/card.hpp"
#include "core/table/headers.hpp"

namespace kakehashi::handoff {

enum class Step { hand_off, accept, reject };

/// A cell of the lead list: row without the header row, column by role.
struct LeadChange {
    std::size_t row;
    Role role;
    CellValue value;
};
/// A row of the record, by the keys of its columns (core/workbook/data_sheets.hpp).
using RecordCells = std::map<std::string, CellValue>;
struct RecordUpdate {
    std::size_t row;  // of the record, without the header row
    RecordCells cells;
};

struct Record {
    std::vector<std::size_t> done;  // rows of the leads
    std::vector<LeadChange> leads;
    std::vector<RecordCells> added;
    std::vector<RecordUpdate> updated;
    std::vector<Text> left_alone;  // one sentence per lead that was not changed
};

/// Cards of those rows that were not handed off before go into the record. `cards` in the order of `rows`.
/// #N/A if the list has no column for `handed off`.
Result<Record> record_hand_off(const Leads& leads, const std::vector<std::size_t>& rows,
                               const std::vector<Card>& cards, Language language);

/// Accepts or rejects leads that were handed off and not answered yet. `record`: the table of hand-offs, may
/// be null: then only the lead list is written. For a rejection the reason is needed: Err:502, naming those
/// there are, if the playbook does not list it among its reasons to reject. #N/A without the column.
Result<Record> record_answer(const Leads& leads, const Table* record, const std::vector<std::size_t>& rows,
                             Step step, std::string_view reason, Instant at, Language language);

/// The playbook's reasons to reject: those of the families procedural, clerical and definitional, or of none.
std::vector<std::string> reasons_to_reject(const Playbook& playbook);

/// `L-00812 (Sample Ltd)`, for messages.
std::string lead_name(const Leads& leads, std::size_t row);

}  // namespace kakehashi::handoff
