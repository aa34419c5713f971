// Accept and Reject: what sales says to the leads it was given.
#include <fmt/format.h>

#include "addin/commands/bodies.hpp"
#include "addin/commands/hand_off_cards.hpp"
#include "addin/commands/hand_off_record.hpp"
#include "addin/commands/lead_view.hpp"
#include "addin/commands/protection.hpp"
#include "addin/commands/team_workbook.hpp"
#include "addin/dialogs/choice.hpp"
#include "addin/environment.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi::addin {
namespace {

using handoff::Step;
using sheet::Part;

struct Asked {
    std::vector<std::size_t> rows;
    std::size_t waiting = 0;  // of them: wait for an answer
    std::string name;         // of the only one that waits
    std::vector<std::string> reasons;
};

Asked asked_of(const Leads& leads, std::vector<std::size_t> rows) {
    const std::vector<std::size_t> waiting = handoff::waiting_rows(leads, rows);
    return {std::move(rows), waiting.size(),
            waiting.size() == 1 ? handoff::lead_name(leads, waiting.front()) : std::string(),
            handoff::reasons_to_reject(leads.playbook())};
}

Text question(const Asked& asked) {
    if (asked.waiting == 1)
        return {fmt::format("Why is {} rejected?", asked.name), fmt::format("{} を却下する理由", asked.name)};
    const std::string waiting = thousands(asked.waiting);
    if (asked.waiting == asked.rows.size())
        return {fmt::format("Why are the {} leads rejected?", waiting),
                fmt::format("{} 件のリードを却下する理由", waiting)};
    const std::string all = thousands(asked.rows.size());
    return {fmt::format("Why are {} of the {} leads rejected? The others wait for no answer.", waiting, all),
            fmt::format("{} 件中 {} 件のリードを却下する理由（ほかは回答待ちではありません）", all, waiting)};
}

/// The reason as given, else as chosen from the list.
Result<std::string> reason_of(Session& session, const Asked& asked) {
    if (auto given = session.argument("reason"); given && !given->empty()) return *given;
    if (!session.interactive() || asked.reasons.empty()) return std::string();
    auto chosen = choose(session.window(), session.command(), question(asked), asked.reasons);
    if (!chosen) return session.cancel();
    return *chosen;
}

Text message(const handoff::Record& record, Step step) {
    const std::string done = thousands(record.done.size());
    return summary_of(
        record, step == Step::accept
                    ? Text{fmt::format("Accepted: {}.", done), fmt::format("{} 件を受け入れました。", done)}
                    : Text{fmt::format("Rejected: {}.", done), fmt::format("{} 件を却下しました。", done)});
}

Result<Outcome> answer(Session& session, Step step) {
    const SpreadsheetDocument document = session.document();
    const auto list = data_of(document, Part::leads);
    if (!list) return error_of(list);
    Asked asked;
    auto looked = with_leads(document, [&](const SharedLeads& leads) -> Result<void> {
        auto rows = chosen_rows(session, *leads, *list);
        if (!rows) return error_of(rows);
        asked = asked_of(*leads, std::move(*rows));
        return {};
    });
    if (!looked) return error_of(looked);
    std::string reason;
    if (step == Step::reject && asked.waiting > 0) {
        if (auto writable = can_be_written(*list); !writable) return error_of(writable);
        auto given = reason_of(session, asked);
        if (!given) return error_of(given);
        reason = std::move(*given);
    }
    Result<handoff::Record> record = handoff::Record{};
    RoleColumns columns;
    looked = with_leads(document, [&](const SharedLeads& leads) -> Result<void> {
        record = handoff::record_answer(*leads, table_of_part(document, Part::handoffs).get(), asked.rows,
                                        step, reason, now(), session.language());
        columns = role_columns(*leads);
        return {};
    });
    if (!looked) return error_of(looked);
    if (!record) return error_of(record);
    Outcome outcome{message(*record, step), !record->left_alone.empty()};
    if (record->done.empty() && record->updated.empty() && record->cards.empty()) return outcome;
    if (auto started = session.start_writing(); !started) return error_of(started);
    if (auto written = write_record(document, *list, columns, *record); !written) return error_of(written);
    if (const Text obstacle = show_answers(document, record->cards, asked.reasons); !obstacle.en.empty()) {
        outcome.message.en += "\n" + obstacle.en;
        outcome.message.ja += "\n" + obstacle.ja;
        outcome.show = true;
    }
    return outcome;
}

}  // namespace

Result<Outcome> run_accept(Session& session) {
    return answer(session, Step::accept);
}

Result<Outcome> run_reject(Session& session) {
    return answer(session, Step::reject);
}

}  // namespace kakehashi::addin
