#include "core/handoff/record.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/leads/needed_role.hpp"
#include "core/playbook/form.hpp"
#include "core/workbook/data_sheets.hpp"

namespace kakehashi::handoff {
namespace {

std::string role_text(const Leads& leads, Role role, std::size_t row) {
    const Column* column = leads.role(role);
    return column != nullptr ? column->text(row) : std::string();
}

/// The cell of a role as people read it: dates as dates.
std::string shown(const Column& column, std::size_t row) {
    const Instant instant = column.as_instants()[row];
    return instant != no_instant ? format_instant(instant - instant % ms_per_minute) : column.text(row);
}

bool is_filled(const Column* column, std::size_t row) {
    return column != nullptr &&
           (!column->blank().test(row) || (column->errors().size() != 0 && column->errors().test(row)));
}

CellValue text_or_blank(std::string text) {
    if (text.empty()) return {};
    return text;
}

Text answer_word(bool accepts) {
    return accepts ? Text{"Accepted", "受け入れ"} : Text{"Rejected", "却下"};
}

/// Of a lead that is accepted without anybody having answered.
void add_acceptance(const State& state, Language language, RecordCells& cells) {
    cells["answer"] = answer_word(true).in(language);
    if (state.answer == State::Answer::accepted && state.answered_at != no_instant)
        cells["answered"] = serial_from_instant(state.answered_at);
    if (state.answer != State::Answer::implied) return;
    const Text by = implied_by(state);  // nobody answered, so there is no time of it
    cells["comment"] = Text{"Implied: " + by.en, "みなし：" + by.ja}.in(language);
}

RecordCells record_of(const Leads& leads, std::size_t row, const Card& card, Language language) {
    RecordCells cells;
    cells["handed_off"] = serial_from_instant(card.handed_off);
    cells["id"] = text_or_blank(card.id);
    cells["company"] = text_or_blank(card.company);
    cells["name"] = text_or_blank(card.name);
    cells["owner"] = text_or_blank(role_text(leads, Role::owner, row));
    if (!card.definition.empty()) {
        cells["definition"] = card.definition;
        cells["qualifies"] =
            card.verdict.qualifies ? Text{"yes", "はい"}.in(language) : Text{"no", "いいえ"}.in(language);
        cells["score"] = card.verdict.score;
    }
    if (card.respond_by != no_instant) cells["respond_by"] = serial_from_instant(card.respond_by);
    if (card.state.accepted()) add_acceptance(card.state, language, cells);
    return cells;
}

/// The latest row of the record with that id that nobody has answered; nothing if there is none.
class OpenRecords {
  public:
    explicit OpenRecords(const Table* record) : record_(record) {
        if (record == nullptr) return;
        id_ = column("id");
        answer_ = column("answer");
        comment_ = column("comment");
    }

    bool has_comment(std::size_t row) const { return comment_ != nullptr && !comment_->blank().test(row); }

    std::optional<std::size_t> find(const std::string& id) const {
        if (id_ == nullptr || answer_ == nullptr || id.empty()) return std::nullopt;
        const std::uint32_t code = id_->keys().find(fold(id));
        if (code == 0) return std::nullopt;
        for (std::size_t row = record_->rows(); row-- > 0;)
            if (id_->keys().codes[row] == code && answer_->blank().test(row)) return row;
        return std::nullopt;
    }

  private:
    const Column* column(std::string_view key) const {
        const Text& header = workbook::data_column(sheet::Part::handoffs, key).header;
        auto index = record_->find(header.en);
        if (!index) index = record_->find(header.ja);
        return index ? &record_->column(*index) : nullptr;
    }

    const Table* record_;
    const Column* id_ = nullptr;
    const Column* answer_ = nullptr;
    const Column* comment_ = nullptr;
};

/// The reason as the playbook writes it.
Result<std::string> known_reason(const Playbook& playbook, std::string_view reason) {
    const std::vector<std::string> known = reasons_to_reject(playbook);
    const std::string folded = fold(reason);
    if (folded.empty()) return illegal_argument({"A rejection needs a reason.", "却下には理由が必要です。"});
    if (playbook.reasons.empty()) return std::string(trim(reason));
    for (const std::string& one : known)
        if (fold(one) == folded) return one;
    std::string list;
    for (const std::string& one : known) list += (list.empty() ? "" : " / ") + one;
    return illegal_argument(
        {fmt::format("\"{}\" is no reason to reject in the playbook; there are: {}.", trim(reason), list),
         fmt::format("「{}」は、プレイブックにある却下の理由ではありません。{} から選んでください。",
                     trim(reason), list)});
}

class Answers {
  public:
    Answers(const Leads& leads, const Table* record, Step step, std::string reason, Instant at,
            Language language)
        : leads_(leads),
          open_(record),
          step_(step),
          reason_(std::move(reason)),
          at_(at),
          language_(language) {}

    void add(std::size_t row) {
        if (const auto obstacle = why_not(row)) return result_.left_alone.push_back(*obstacle);
        if (const State state = state_of(leads_, row); state.answer == State::Answer::implied)
            return settle(row, state);
        const bool accepts = step_ == Step::accept;
        const double when = serial_from_instant(at_);
        result_.done.push_back(row);
        result_.leads.push_back({row, accepts ? Role::accepted : Role::rejected, when});
        if (!accepts && leads_.role(Role::reason) != nullptr && !is_filled(leads_.role(Role::reason), row))
            result_.leads.push_back({row, Role::reason, reason_});
        if (const auto at = open_.find(role_text(leads_, Role::id, row))) {
            RecordCells cells;
            cells["answer"] = answer_word(accepts).in(language_);
            cells["answered"] = when;
            if (!accepts) cells["reason"] = reason_;
            result_.updated.push_back({*at, std::move(cells)});
        }
    }

    Record take() { return std::move(result_); }

  private:
    /// There is nothing to answer any more; the record need not wait for it.
    void settle(std::size_t row, const State& state) {
        const std::string name = lead_name(leads_, row);
        const Text by = implied_by(state);
        result_.left_alone.push_back({fmt::format("{} counts as accepted: {}.", name, by.en),
                                      fmt::format("{} は受け入れ済みとみなします（{}）。", name, by.ja)});
        const auto at = open_.find(role_text(leads_, Role::id, row));
        if (!at) return;
        RecordCells cells;
        add_acceptance(state, language_, cells);
        if (open_.has_comment(*at)) cells.erase("comment");
        result_.updated.push_back({*at, std::move(cells)});
    }

    std::optional<Text> why_not(std::size_t row) const {
        const std::string name = lead_name(leads_, row);
        if (!is_filled(leads_.role(Role::handed_off), row))
            return Text{fmt::format("{} was not handed off.", name),
                        fmt::format("{} は引き渡されていません。", name)};
        if (is_filled(leads_.role(Role::accepted), row))
            return Text{
                fmt::format("{} was accepted on {}.", name, shown(*leads_.role(Role::accepted), row)),
                fmt::format("{} は {} に受け入れ済みです。", name, shown(*leads_.role(Role::accepted), row))};
        if (is_filled(leads_.role(Role::rejected), row))
            return Text{
                fmt::format("{} was rejected on {}.", name, shown(*leads_.role(Role::rejected), row)),
                fmt::format("{} は {} に却下済みです。", name, shown(*leads_.role(Role::rejected), row))};
        const Column* reasons = leads_.role(Role::reason);
        if (step_ == Step::reject && is_filled(reasons, row) && fold(reasons->text(row)) != fold(reason_))
            return Text{fmt::format("{} has the reason \"{}\" already.", name, reasons->text(row)),
                        fmt::format("{} にはすでに理由「{}」があります。", name, reasons->text(row))};
        return std::nullopt;
    }

    const Leads& leads_;
    OpenRecords open_;
    Step step_;
    std::string reason_;
    Instant at_;
    Language language_;
    Record result_;
};

}  // namespace

std::string lead_name(const Leads& leads, std::size_t row) {
    const std::string id = role_text(leads, Role::id, row);
    std::string company = role_text(leads, Role::company, row);
    if (company.empty()) company = role_text(leads, Role::name, row);
    if (id.empty()) return company;
    return company.empty() ? id : fmt::format("{} ({})", id, company);
}

std::vector<std::string> reasons_to_reject(const Playbook& playbook) {
    std::vector<std::string> result;
    for (const PlaybookReason& reason : playbook.reasons)
        if (reason.family != "disqualified" && reason.family != "lost") result.push_back(reason.reason);
    return result;
}

Result<Record> record_hand_off(const Leads& leads, const std::vector<std::size_t>& rows,
                               const std::vector<Card>& cards, Language language) {
    const auto handed_off = needed_role(leads, Role::handed_off);
    if (!handed_off) return error_of(handed_off);
    Record result;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t row = rows[i];
        if (is_filled(*handed_off, row)) {
            const std::string name = lead_name(leads, row);
            const std::string when = shown(**handed_off, row);
            result.left_alone.push_back({fmt::format("{} was handed off on {}.", name, when),
                                         fmt::format("{} は {} に引き渡し済みです。", name, when)});
            continue;
        }
        result.done.push_back(row);
        result.leads.push_back({row, Role::handed_off, serial_from_instant(cards[i].handed_off)});
        result.added.push_back(record_of(leads, row, cards[i], language));
    }
    return result;
}

Result<Record> record_answer(const Leads& leads, const Table* record, const std::vector<std::size_t>& rows,
                             Step step, std::string_view reason, Instant at, Language language) {
    if (const auto handed_off = needed_role(leads, Role::handed_off); !handed_off)
        return error_of(handed_off);
    const auto column = needed_role(leads, step == Step::accept ? Role::accepted : Role::rejected);
    if (!column) return error_of(column);
    std::string known;
    if (step == Step::reject) {
        const auto found = known_reason(leads.playbook(), reason);
        if (!found) return error_of(found);
        known = *found;
    }
    Answers answers(leads, record, step, std::move(known), at, language);
    for (const std::size_t row : rows) answers.add(row);
    return answers.take();
}

}  // namespace kakehashi::handoff
