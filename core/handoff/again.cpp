#include "core/handoff/again.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/handoff/lead_cells.hpp"
#include "core/handoff/record_table.hpp"
#include "core/leads/outcomes.hpp"
#include "core/sheet/parts.hpp"
#include "core/workbook/data_sheets.hpp"

namespace kakehashi::handoff {
namespace {

bool is_rejection(const Leads& leads, std::size_t row) {
    return recognise_outcome(role_text(leads, Role::outcome, row)) == Outcome::rejected;
}

/// What is cleared for that lead; never the cell that the new hand-off goes to. An outcome that says rejected
/// goes with the day it came to be.
std::vector<Role> filled_roles(const Leads& leads, std::size_t row) {
    std::vector<Role> roles;
    for (const Role role : {Role::responded, Role::rejected, Role::reason, Role::outcome, Role::closed}) {
        const bool is_end = role == Role::outcome || role == Role::closed;
        if (!is_filled(leads, role, row) || (is_end && !is_rejection(leads, row))) continue;
        if (leads.role_index(role) != leads.role_index(Role::handed_off)) roles.push_back(role);
    }
    return roles;
}

CellValue value_of(const Column& column, std::size_t row) {
    if (column.errors().size() != 0 && column.errors().test(row)) return ErrorCell{};
    if (!column.numbers().empty() && !std::isnan(column.numbers()[row])) return column.numbers()[row];
    if (column.blank().test(row)) return {};
    return column.text(row);
}

/// A list of that lead alone, without the answer.
Leads without_answer(const Leads& leads, std::size_t row) {
    const Table& table = leads.table();
    Grid cells{2, table.columns(), {}};
    for (std::size_t i = 0; i < table.columns(); ++i) cells.cells.emplace_back(table.header(i));
    for (std::size_t i = 0; i < table.columns(); ++i) cells.cells.push_back(value_of(table.column(i), row));
    for (const Role role : filled_roles(leads, row)) cells.at(1, *leads.role_index(role)) = {};
    const ReadingLocale locale = table.columns() > 0 ? table.column(0).locale() : ReadingLocale{};
    return Leads(std::make_shared<const Table>(make_source(std::move(cells), locale)),
                 std::make_shared<const Playbook>(leads.playbook()), leads.history(), leads.as_of());
}

/// The date as a number, else what stands there.
CellValue date_of(const Column& column, std::size_t row) {
    const Instant instant = column.as_instants()[row];
    return instant != no_instant ? CellValue(serial_from_instant(instant)) : CellValue(column.text(row));
}

/// The earlier offer as the list tells it, by the keys of the record.
RecordCells offer_of(const Leads& leads, std::size_t row, Language language) {
    RecordCells cells;
    const auto add = [&](const char* key, Role role, bool is_date) {
        const Column* column = leads.role(role);
        if (!is_filled(column, row)) return;
        cells[key] = is_date ? date_of(*column, row) : CellValue(column->text(row));
    };
    add("handed_off", Role::handed_off, true);
    cells["answer"] = answer_word(false).in(language);
    const bool has_day = is_filled(leads, Role::rejected, row);
    if (has_day || is_rejection(leads, row)) add("answered", has_day ? Role::rejected : Role::closed, true);
    add("reason", Role::reason, false);
    return cells;
}

/// What is cleared and has no column of its own in the record.
std::string comment_of(const Leads& leads, std::size_t row, Language language) {
    std::string comment;
    const auto add = [&](const Text& label, Role role) {
        if (!is_filled(leads, role, row)) return;
        const std::string at = shown_cell(*leads.role(role), row);
        comment += (comment.empty() ? "" : "; ") + label.in(language) + at;
    };
    add({"First response: ", "初回対応："}, Role::responded);
    if (is_rejection(leads, row) && is_filled(leads, Role::rejected, row))
        add({"Closed: ", "完了："}, Role::closed);
    return comment;
}

/// Whether the record's cell says the same; a minute more or less is nothing.
bool says(const Column& column, std::size_t row, const CellValue& value) {
    if (const double* serial = std::get_if<double>(&value)) {
        const Instant instant = column.as_instants()[row];
        return instant != no_instant && std::abs(instant - instant_from_serial(*serial)) < ms_per_minute;
    }
    const std::string* text = std::get_if<std::string>(&value);
    return text != nullptr && fold(column.text(row)) == fold(*text);
}

bool says(const Column& column, std::size_t row, const std::string& key, const CellValue& value) {
    if (key != "answer") return says(column, row, value);
    return says(column, row, answer_word(false).en) || says(column, row, answer_word(false).ja);
}

/// The row of the record that is about the same offer and contradicts nothing the list says.
std::optional<std::size_t> row_of(const RecordTable& record, const std::string& id,
                                  const RecordCells& offer) {
    return record.latest(id, [&](std::size_t at) {
        return std::ranges::all_of(offer, [&](const auto& cell) {
            const Column& column = *record.column(cell.first);
            return column.blank().test(at) || says(column, at, cell.first, cell.second);
        });
    });
}

/// What people wrote there stays in front.
std::string with_comment(const RecordTable& record, std::size_t at, const std::string& more) {
    const std::string there = record.column("comment")->text(at);
    if (there.find(more) != std::string::npos) return there;
    return there.empty() ? more : there + "; " + more;
}

Text in_quotes(const Leads& leads, const std::vector<Role>& roles) {
    Text text;
    for (const Role role : roles) {
        const std::string& header = leads.table().header(*leads.role_index(role));
        text.en += fmt::format("{}“{}”", text.en.empty() ? "" : ", ", header);
        text.ja += fmt::format("「{}」", header);
    }
    return text;
}

/// What people can do without a record that keeps the answer.
Text not_kept(const Leads& leads, std::size_t row, const Text& why) {
    std::vector<Role> roles = filled_roles(leads, row);
    if (is_filled(leads, Role::handed_off, row)) roles.insert(roles.begin(), Role::handed_off);
    const Text cells = in_quotes(leads, roles);
    const std::string name = lead_name(leads, row);
    const Text before = earlier_answer(leads, row);
    return {fmt::format("{} {}. It was not offered again, because {} to keep that answer in. Add it; or note "
                        "the answer elsewhere, clear {} in the list, and hand the lead off.",
                        name, before.en, why.en, cells.en),
            fmt::format("{} は{}。以前の回答を残す{}ため、再度の引き渡しは行いませんでした。追加するか、"
                        "回答を別の場所に控え、一覧の{}を空欄にしてから引き渡してください。",
                        name, before.ja, why.ja, cells.ja)};
}

/// What the record lacks to keep that offer.
std::optional<Text> what_is_missing(const RecordTable& record, const RecordCells& offer, bool comments) {
    if (!record.is()) return std::nullopt;  // it will be made
    const Text& sheet = sheet::names_of(sheet::Part::handoffs).sheet;
    std::vector<std::string> keys{"id"};
    for (const auto& [key, value] : offer) keys.push_back(key);
    if (comments) keys.emplace_back("comment");
    for (const std::string& key : keys) {
        if (record.column(key) != nullptr) continue;
        const Text& header = workbook::data_column(sheet::Part::handoffs, key).header;
        return Text{fmt::format("the table “{}” has no column “{}”", sheet.en, header.en),
                    fmt::format("「{}」の列が表「{}」にない", header.ja, sheet.ja)};
    }
    return std::nullopt;
}

}  // namespace

Text earlier_answer(const Leads& leads, std::size_t row) {
    const State state = state_of(leads, row);
    const std::string reason = role_text(leads, Role::reason, row);
    Text text{"was rejected", ""};
    if (state.answered_at != no_instant) {
        const std::string day = format_instant(start_of_day(state.answered_at));
        text = {text.en + " on " + day, " " + day + " に"};
    }
    if (reason.empty()) return {text.en, text.ja + "却下されています"};
    return {fmt::format("{} because of “{}”", text.en, reason),
            fmt::format("{}理由「{}」で却下されています", text.ja, reason)};
}

State state_if_offered(const Leads& leads, std::size_t row) {
    State state = state_of(leads, row);
    if (state.answer != State::Answer::rejected) return state;
    return state_of(without_answer(leads, row), 0);
}

std::optional<Text> why_not_again(const Leads& leads, std::size_t row) {
    const std::string name = lead_name(leads, row);
    if (const auto end = ended_as(leads, row)) {
        const Text word = ended_word(*end);
        return Text{
            fmt::format("{} was rejected and is {} now: there is nothing to hand off.", name, word.en),
            fmt::format("{} は却下後に{}となっているため、引き渡しは不要です。", name, word.ja)};
    }
    const State state = state_if_offered(leads, row);
    if (state.answer == State::Answer::accepted)
        return Text{
            fmt::format("{} is both accepted and rejected in the list: clear what is wrong first.", name),
            fmt::format("{} は一覧で受け入れと却下の両方になっています。先に誤りを直してください。", name)};
    if (state.answer != State::Answer::rejected) return std::nullopt;
    return Text{fmt::format("{} would still count as rejected after a new hand-off, by its stage or by "
                            "the playbook's outcomes. Change that first.",
                            name),
                fmt::format("{} は、再度引き渡してもステージの列またはプレイブックの結果の定義により"
                            "却下とみなされます。先にそちらを変更してください。",
                            name)};
}

std::optional<Text> put_aside(const Leads& leads, const Table* table, std::size_t row, Language language,
                              Record& result) {
    if (auto obstacle = why_not_again(leads, row)) return obstacle;
    const RecordTable record(table);
    RecordCells offer = offer_of(leads, row, language);
    const std::string comment = comment_of(leads, row, language);
    if (const auto missing = what_is_missing(record, offer, !comment.empty()))
        return not_kept(leads, row, *missing);
    if (const auto at = row_of(record, role_text(leads, Role::id, row), offer)) {
        std::erase_if(offer, [&](const auto& cell) { return !record.column(cell.first)->blank().test(*at); });
        if (!comment.empty()) offer["comment"] = with_comment(record, *at, comment);
        if (!offer.empty()) result.updated.push_back({*at, std::move(offer)});
    } else {
        for (const auto& [key, role] : {std::pair{"id", Role::id}, std::pair{"company", Role::company},
                                        std::pair{"name", Role::name}, std::pair{"owner", Role::owner}})
            if (std::string text = role_text(leads, role, row); !text.empty()) offer[key] = std::move(text);
        if (!comment.empty()) offer["comment"] = comment;
        result.added.push_back(std::move(offer));
    }
    for (const Role role : filled_roles(leads, row)) result.leads.push_back({row, role, {}});
    ++result.again;
    return std::nullopt;
}

}  // namespace kakehashi::handoff
