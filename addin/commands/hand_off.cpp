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
#include "core/handoff/question.hpp"
#include "core/support/thousands.hpp"
#include "core/workbook/sheets.hpp"

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
    handoff::Question question;
};

/// Whoever names leads by their ids has decided already, and may be a script that nobody sits before.
bool asks(const Session& session) {
    return session.interactive() && session.argument("ids").value_or("").empty();
}

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
    const auto rejected = asks(session) ? handoff::Rejected::offer_again : handoff::Rejected::leave_alone;
    auto record = handoff::record_hand_off(leads, table_of_part(document, Part::handoffs).get(), *rows, cards,
                                           rejected, session.language());
    if (!record) return error_of(record);
    result.record = std::move(*record);
    for (std::size_t i = 0; i < rows->size(); ++i) {
        if (std::ranges::find(result.record.done, (*rows)[i]) == result.record.done.end()) continue;
        result.cards.push_back(std::move(cards[i]));
    }
    result.question = handoff::hand_off_question(leads, result.record.done, definition);
    result.columns = role_columns(leads);
    result.reasons = handoff::reasons_to_reject(leads.playbook());
    return result;
}

/// A record is made where it is needed to keep an earlier answer.
Result<void> make_record(Session& session, const Prepared& prepared) {
    if (prepared.record.again == 0 || data_if_any(session.document(), Part::handoffs).is()) return {};
    const sheet::Sheet plan = workbook::data_plan(workbook::data_sheet(Part::handoffs), session.language());
    if (const auto written = session.write(plan, doing); !written) return error_of(written);
    const auto record = data_of(session.document(), Part::handoffs);
    if (!record) return error_of(record);
    return {};
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

bool may_go_on(const Session& session, const Prepared& prepared) {
    if (prepared.question.text.en.empty() || !asks(session)) return true;
    return ask(session.window(), session.command(), prepared.question.text);
}

/// The record is there by then.
Text message(const SpreadsheetDocument& document, const Prepared& prepared) {
    const std::size_t done = prepared.cards.size();
    Text text{fmt::format("Handed off: {}.", done), fmt::format("{} 件を引き渡しました。", done)};
    if (const std::size_t unready = prepared.question.unready; unready > 0) {
        text.en += fmt::format(" Of them, {} not meet the definition.",
                               unready == 1 ? "1 does" : fmt::format("{} do", unready));
        text.ja += fmt::format("うち {} 件は定義の条件を満たしていません。", unready);
    }
    if (const std::size_t advanced = prepared.question.advanced; advanced > 0) {
        text.en += fmt::format(" Sales had {} of them already.", advanced);
        text.ja += fmt::format("うち {} 件はすでに営業が担当していました。", advanced);
    }
    if (const std::size_t again = prepared.record.again; again > 0) {
        const std::string sheet = sheet_name(data_if_any(document, Part::handoffs));
        text.en += fmt::format(" Offered again: {}; the sheet “{}” keeps the earlier answers.", again, sheet);
        text.ja += fmt::format("うち {} 件は再度の引き渡しで、以前の回答はシート「{}」に残っています。",
                               again, sheet);
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
    if (prepared->cards.empty()) return Outcome{message(session.document(), *prepared), true};
    if (auto writable = can_be_written(*list); !writable) return error_of(writable);
    if (!may_go_on(session, *prepared)) return session.cancel();
    if (auto started = session.start_writing(); !started) return error_of(started);
    if (auto made = make_record(session, *prepared); !made) return error_of(made);
    if (auto written = write_record(session.document(), *list, prepared->columns, prepared->record); !written)
        return error_of(written);
    if (auto written = write_cards(session, *prepared); !written) return error_of(written);
    const bool unasked = !prepared->question.text.en.empty() && !asks(session);
    return Outcome{message(session.document(), *prepared), unasked || !prepared->record.left_alone.empty()};
}

}  // namespace kakehashi::addin
