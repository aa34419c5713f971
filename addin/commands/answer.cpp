// Accept and Reject: what sales says to the leads it was given.
#include <fmt/format.h>

#include "addin/commands/bodies.hpp"
#include "addin/commands/hand_off_record.hpp"
#include "addin/commands/lead_view.hpp"
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
    std::vector<std::string> reasons;
};

Text question(std::size_t count) {
    const std::string all = thousands(count);
    return {count == 1 ? "Why is the lead rejected?" : fmt::format("Why are the {} leads rejected?", all),
            fmt::format("{} 件のリードを却下する理由", all)};
}

/// The reason as given, else as chosen from the list.
Result<std::string> reason_of(Session& session, const Asked& asked) {
    if (auto given = session.argument("reason"); given && !given->empty()) return *given;
    if (!session.interactive() || asked.reasons.empty()) return std::string();
    auto chosen = choose(session.window(), session.command(), question(asked.rows.size()), asked.reasons);
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
        asked = {std::move(*rows), handoff::reasons_to_reject(leads->playbook())};
        return {};
    });
    if (!looked) return error_of(looked);
    std::string reason;
    if (step == Step::reject) {
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
    if (record->done.empty() && record->updated.empty()) return Outcome{message(*record, step), true};
    if (auto started = session.start_writing(); !started) return error_of(started);
    if (auto written = write_record(document, *list, columns, *record); !written) return error_of(written);
    return Outcome{message(*record, step), !record->left_alone.empty()};
}

}  // namespace

Result<Outcome> run_accept(Session& session) {
    return answer(session, Step::accept);
}

Result<Outcome> run_reject(Session& session) {
    return answer(session, Step::reject);
}

}  // namespace kakehashi::addin
