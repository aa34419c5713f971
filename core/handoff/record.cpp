#include "core/handoff/record.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/handoff/again.hpp"
#include "core/handoff/card_answer.hpp"
#include "core/handoff/lead_cells.hpp"
#include "core/handoff/record_table.hpp"
#include "core/leads/needed_role.hpp"
#include "core/playbook/form.hpp"

namespace kakehashi::handoff {
namespace {

CellValue text_or_blank(std::string text) {
    if (text.empty()) return {};
    return text;
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

/// Why nobody can answer; nothing if the list allows it.
std::optional<Text> why_not_answered(const Leads& leads, std::size_t row) {
    const std::string name = lead_name(leads, row);
    if (!is_filled(leads, Role::handed_off, row))
        return Text{fmt::format("{} was not handed off.", name),
                    fmt::format("{} は引き渡されていません。", name)};
    if (is_filled(leads, Role::accepted, row)) {
        const std::string when = shown_cell(*leads.role(Role::accepted), row);
        return Text{fmt::format("{} was accepted on {}.", name, when),
                    fmt::format("{} は {} に受け入れ済みです。", name, when)};
    }
    if (is_filled(leads, Role::rejected, row)) {
        const std::string when = shown_cell(*leads.role(Role::rejected), row);
        return Text{fmt::format("{} was rejected on {}.", name, when),
                    fmt::format("{} は {} に却下済みです。", name, when)};
    }
    return std::nullopt;
}

class Answers {
  public:
    Answers(const Leads& leads, const Table* record, Step step, std::string reason, Instant at,
            Language language)
        : leads_(leads),
          record_(record),
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
        if (!accepts && leads_.role(Role::reason) != nullptr && !is_filled(leads_, Role::reason, row))
            result_.leads.push_back({row, Role::reason, reason_});
        if (const auto at = open_row(row)) {
            RecordCells cells;
            cells["answer"] = answer_word(accepts).in(language_);
            cells["answered"] = when;
            if (!accepts) cells["reason"] = reason_;
            result_.updated.push_back({*at, std::move(cells)});
        }
        State given;
        given.answer = accepts ? State::Answer::accepted : State::Answer::rejected;
        given.answered_at = at_;
        tell_card(row, given);
    }

    Record take() { return std::move(result_); }

  private:
    /// There is nothing to answer any more; record and card need not wait for it.
    void settle(std::size_t row, const State& state) {
        const std::string name = lead_name(leads_, row);
        const Text by = implied_by(state);
        result_.left_alone.push_back({fmt::format("{} counts as accepted: {}.", name, by.en),
                                      fmt::format("{} は受け入れ済みとみなします（{}）。", name, by.ja)});
        tell_card(row, state);
        const auto at = open_row(row);
        if (!at) return;
        RecordCells cells;
        add_acceptance(state, language_, cells);
        const Column* comments = record_.column("comment");
        if (comments != nullptr && !comments->blank().test(*at)) cells.erase("comment");
        result_.updated.push_back({*at, std::move(cells)});
    }

    void tell_card(std::size_t row, const State& state) {
        const std::string id = role_text(leads_, Role::id, row);
        if (!id.empty()) result_.cards.push_back({id, answer_text(state, reason_)});
    }

    /// The latest row of the record about that lead that nobody has answered.
    std::optional<std::size_t> open_row(std::size_t row) const {
        const Column* answers = record_.column("answer");
        if (answers == nullptr) return std::nullopt;
        return record_.latest(role_text(leads_, Role::id, row),
                              [&](std::size_t at) { return answers->blank().test(at); });
    }

    std::optional<Text> why_not(std::size_t row) const {
        if (auto obstacle = why_not_answered(leads_, row)) return obstacle;
        const Column* reasons = leads_.role(Role::reason);
        if (step_ != Step::reject || !is_filled(reasons, row) || fold(reasons->text(row)) == fold(reason_))
            return std::nullopt;
        const std::string name = lead_name(leads_, row);
        return Text{fmt::format("{} has the reason \"{}\" already.", name, reasons->text(row)),
                    fmt::format("{} にはすでに理由「{}」があります。", name, reasons->text(row))};
    }

    const Leads& leads_;
    RecordTable record_;
    Step step_;
    std::string reason_;
    Instant at_;
    Language language_;
    Record result_;
};

/// A rejected lead that nobody is asked about.
Text how_to_offer_again(const Leads& leads, std::size_t row) {
    const std::string name = lead_name(leads, row);
    const Text before = earlier_answer(leads, row);
    return {fmt::format("{} {}. To offer it again, select its row and choose Hand Off in the menu or the "
                        "sidebar: it asks first.",
                        name, before.en),
            fmt::format("{} は{}。もう一度引き渡すには、行を選択してメニューまたはサイドバーの［引き渡し］を"
                        "選んでください（確認のうえ引き渡します）。",
                        name, before.ja)};
}

/// Clears the way for a lead that was rejected; what is in it, if it cannot be cleared.
std::optional<Text> why_not_handed_off(const Leads& leads, const Table* record, std::size_t row,
                                       Rejected rejected, Language language, Record& result) {
    if (state_of(leads, row).answer == State::Answer::rejected) {
        if (rejected == Rejected::offer_again) return put_aside(leads, record, row, language, result);
        return how_to_offer_again(leads, row);
    }
    const Column* handed_off = leads.role(Role::handed_off);
    if (!is_filled(handed_off, row)) return std::nullopt;
    const std::string name = lead_name(leads, row);
    const std::string when = shown_cell(*handed_off, row);
    return Text{fmt::format("{} was handed off on {}.", name, when),
                fmt::format("{} は {} に引き渡し済みです。", name, when)};
}

}  // namespace

Text answer_word(bool accepts) {
    return accepts ? Text{"Accepted", "受け入れ"} : Text{"Rejected", "却下"};
}

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

Result<Record> record_hand_off(const Leads& leads, const Table* record, const std::vector<std::size_t>& rows,
                               const std::vector<Card>& cards, Rejected rejected, Language language) {
    if (const auto handed_off = needed_role(leads, Role::handed_off); !handed_off)
        return error_of(handed_off);
    Record result;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t row = rows[i];
        if (auto obstacle = why_not_handed_off(leads, record, row, rejected, language, result)) {
            result.left_alone.push_back(std::move(*obstacle));
            continue;
        }
        result.done.push_back(row);
        result.leads.push_back({row, Role::handed_off, serial_from_instant(cards[i].handed_off)});
        result.added.push_back(record_of(leads, row, cards[i], language));
    }
    return result;
}

std::vector<std::size_t> waiting_rows(const Leads& leads, const std::vector<std::size_t>& rows) {
    std::vector<std::size_t> result;
    for (const std::size_t row : rows)
        if (!why_not_answered(leads, row) && state_of(leads, row).answer != State::Answer::implied)
            result.push_back(row);
    return result;
}

Result<Record> record_answer(const Leads& leads, const Table* record, const std::vector<std::size_t>& rows,
                             Step step, std::string_view reason, Instant at, Language language) {
    if (const auto handed_off = needed_role(leads, Role::handed_off); !handed_off)
        return error_of(handed_off);
    const auto column = needed_role(leads, step == Step::accept ? Role::accepted : Role::rejected);
    if (!column) return error_of(column);
    std::string known;
    if (step == Step::reject && !waiting_rows(leads, rows).empty()) {
        const auto found = known_reason(leads.playbook(), reason);
        if (!found) return error_of(found);
        known = *found;
    }
    Answers answers(leads, record, step, std::move(known), at, language);
    for (const std::size_t row : rows) answers.add(row);
    return answers.take();
}

}  // namespace kakehashi::handoff
