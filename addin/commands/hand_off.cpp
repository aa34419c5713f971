// Hand Off: cards for sales, the date in the lead list, the record.
#include <com/sun/star/sheet/XSpreadsheets.hpp>
#include <fmt/format.h>

#include "addin/commands/bodies.hpp"
#include "addin/commands/hand_off_record.hpp"
#include "addin/commands/lead_view.hpp"
#include "addin/commands/message_box.hpp"
#include "addin/commands/protection.hpp"
#include "addin/commands/team_workbook.hpp"
#include "addin/environment.hpp"
#include "addin/sheets/write.hpp"
#include "core/handoff/card_sheet.hpp"
#include "core/handoff/unready.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using sheet::Part;

constexpr std::size_t most_cards = 200;
const Text doing{"Writing the cards", "引き渡しカードを作っています"};

struct Prepared {
    handoff::Record record;
    std::vector<handoff::Card> cards;  // of the leads that are handed off now
    RoleColumns columns;
    std::vector<std::string> reasons;
    std::size_t unready = 0;
    Text question;  // to be asked first; empty if they all qualify
};

Result<Prepared> prepare(const Session& session, const Leads& leads, const Range& list) {
    const SpreadsheetDocument document = session.document();
    const auto rows = chosen_rows(session, leads, list);
    if (!rows) return error_of(rows);
    if (rows->size() > most_cards)
        return illegal_argument({fmt::format("{} leads are selected; at most {} can be handed off at once.",
                                             thousands(rows->size()), most_cards),
                                 fmt::format("{} 件が選択されています。一度に引き渡せるのは {} 件までです。",
                                             thousands(rows->size()), most_cards)});
    const handoff::Beside beside{table_of_part(document, Part::touches),
                                 table_of_part(document, Part::voice)};
    const std::string definition(trim(session.argument("definition").value_or("")));
    std::vector<handoff::Card> cards;
    for (const std::size_t row : *rows) {
        auto card = handoff::make_card(leads, row, definition, now(), beside, session.language());
        if (!card) return error_of(card);
        cards.push_back(std::move(*card));
    }
    Prepared result;
    auto record = handoff::record_hand_off(leads, *rows, cards, session.language());
    if (!record) return error_of(record);
    result.record = std::move(*record);
    for (std::size_t i = 0; i < rows->size(); ++i) {
        if (std::ranges::find(result.record.done, (*rows)[i]) == result.record.done.end()) continue;
        if (!cards[i].definition.empty() && !cards[i].verdict.qualifies) ++result.unready;
        result.cards.push_back(std::move(cards[i]));
    }
    result.question = handoff::unready_question(leads, result.record.done, definition);
    result.columns = role_columns(leads);
    result.reasons = handoff::reasons_to_reject(leads.playbook());
    return result;
}

/// Cards of an earlier hand-off were printed or sent; the sheet holds the new ones.
Result<void> write_cards(Session& session, const Prepared& prepared) {
    const SpreadsheetDocument document = session.document();
    const sheet::Sheet plan = handoff::card_sheet(prepared.cards, prepared.reasons, session.language());
    // Beside the record, where its tab can be seen.
    const Range record = sheet_of_part(document, Part::handoffs);
    int position = record.is() ? address_of(record).Sheet + 1 : -1;
    if (const Spreadsheet old = find_sheet(document, plan); old.is()) {
        if (auto writable = can_be_written(Range(old, UNO_QUERY_THROW)); !writable) return writable;
        position = index_of(old);
        document->getSheets()->removeByName(to_uno(name_of(old)));
    }
    if (const auto written = session.write(plan, doing, position); !written) return error_of(written);
    if (session.interactive()) session.show(find_sheet(document, plan));
    return {};
}

/// Whoever names leads by their ids has decided already, and may be a script that nobody sits before.
bool asks(const Session& session) {
    return session.interactive() && session.argument("ids").value_or("").empty();
}

bool may_go_on(const Session& session, const Prepared& prepared) {
    if (prepared.question.en.empty() || !asks(session)) return true;
    return ask(session.window(), session.command(), prepared.question);
}

Text message(const Prepared& prepared) {
    const std::size_t done = prepared.cards.size();
    Text text{fmt::format("Handed off: {}.", done), fmt::format("{} 件を引き渡しました。", done)};
    if (prepared.unready > 0) {
        text.en += fmt::format(" Of them, {} not meet the definition.",
                               prepared.unready == 1 ? "1 does" : fmt::format("{} do", prepared.unready));
        text.ja += fmt::format("うち {} 件は定義の条件を満たしていません。", prepared.unready);
    }
    return summary_of(prepared.record, text);
}

}  // namespace

Result<Outcome> run_hand_off(Session& session) {
    const auto list = data_of(session.document(), Part::leads);
    if (!list) return error_of(list);
    Result<Prepared> prepared = Prepared{};
    const auto looked = with_leads(session.document(), [&](const SharedLeads& leads) -> Result<void> {
        prepared = prepare(session, *leads, *list);
        return {};
    });
    if (!looked) return error_of(looked);
    if (!prepared) return error_of(prepared);
    if (prepared->cards.empty()) return Outcome{message(*prepared), true};
    if (!may_go_on(session, *prepared)) return session.cancel();
    if (auto started = session.start_writing(); !started) return error_of(started);
    if (auto written = write_record(session.document(), *list, prepared->columns, prepared->record); !written)
        return error_of(written);
    if (auto written = write_cards(session, *prepared); !written) return error_of(written);
    return Outcome{message(*prepared),
                   !prepared->record.left_alone.empty() || (prepared->unready > 0 && !asks(session))};
}

}  // namespace kakehashi::addin
