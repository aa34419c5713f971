// What handing off, accepting and rejecting writes: a date into the lead list, a row into the record, the
// answer onto the card. Nothing a person typed is lost: where something stands already, the lead is left
// alone and named; only an offer that was rejected gives way to a new one, and the record keeps it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/handoff/card.hpp"
#include "core/table/headers.hpp"

namespace kakehashi::handoff {

enum class Step { hand_off, accept, reject };

/// A cell of the lead list: row without the header row, column by role. A blank value clears it.
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
/// What the card of that lead says from now on, if it still asks.
struct CardAnswer {
    std::string id;
    Text text;
};

struct Record {
    std::vector<std::size_t> done;  // rows of the leads
    std::vector<LeadChange> leads;
    std::vector<RecordCells> added;
    std::vector<RecordUpdate> updated;
    std::vector<CardAnswer> cards;
    std::vector<Text> left_alone;  // one sentence per lead that was not changed
    std::size_t again = 0;         // of those done: were rejected before
};

/// What becomes of rejected leads: only somebody who is asked may offer them again.
enum class Rejected { leave_alone, offer_again };

/// Cards of those rows that were not handed off before go into the record. `cards` in the order of `rows`.
/// `record`: the table of hand-offs, may be null; but if any is offered `again`, what is added must be kept,
/// in a table to be made. #N/A if the list has no column for `handed off`.
Result<Record> record_hand_off(const Leads& leads, const Table* record, const std::vector<std::size_t>& rows,
                               const std::vector<Card>& cards, Rejected rejected, Language language);

/// Those that wait for an answer.
std::vector<std::size_t> waiting_rows(const Leads& leads, const std::vector<std::size_t>& rows);

/// Accepts or rejects leads that were handed off and not answered yet. `record`: the table of hand-offs, may
/// be null: then only the lead list is written. For a rejection the reason is needed, if any lead waits for
/// an answer: Err:502, naming those there are, if the playbook does not list it among its reasons to reject.
/// #N/A without the column.
Result<Record> record_answer(const Leads& leads, const Table* record, const std::vector<std::size_t>& rows,
                             Step step, std::string_view reason, Instant at, Language language);

/// `Accepted`, `Rejected`, as the record says it.
Text answer_word(bool accepts);

/// The playbook's reasons to reject: those of the families procedural, clerical and definitional, or of none.
std::vector<std::string> reasons_to_reject(const Playbook& playbook);

/// `L-00812 (Sample Ltd)`, for messages.
std::string lead_name(const Leads& leads, std::size_t row);

}  // namespace kakehashi::handoff
