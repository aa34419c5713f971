// New Team Workbook.
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheets.hpp>

#include "addin/commands/bodies.hpp"
#include "addin/commands/playbook_start.hpp"
#include "addin/commands/sidebar.hpp"
#include "addin/environment.hpp"
#include "addin/sheets/write.hpp"

namespace kakehashi::addin {
namespace {

using css::container::XIndexAccess;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

const Text doing{"Making the sheets", "シートを作っています"};

/// The sheets with formulas come last: names they refer to must be there.
std::vector<std::size_t> writing_order(const std::vector<sheet::Sheet>& plans) {
    std::vector<std::size_t> order;
    for (std::size_t i = 1; i < plans.size(); ++i) order.push_back(i);
    order.push_back(0);
    return order;
}

void remove_others(const SpreadsheetDocument& document, std::size_t ours) {
    const auto sheets = document->getSheets();
    const Reference<XIndexAccess> by_index(sheets, UNO_QUERY_THROW);
    while (by_index->getCount() > static_cast<sal_Int32>(ours)) {
        const Spreadsheet last(by_index->getByIndex(by_index->getCount() - 1), UNO_QUERY_THROW);
        sheets->removeByName(to_uno(name_of(last)));
    }
}

}  // namespace

Result<Outcome> run_new(Session& session) {
    const Language language = session.language();
    const auto start = playbook_start(session);
    if (!start) return error_of(start);
    const std::vector<sheet::Sheet> plans = team_workbook(language, now(), *start);
    if (auto made = session.make_document(); !made) return error_of(made);
    if (auto started = session.start_writing(); !started) return error_of(started);
    int place = 0;
    for (const std::size_t i : writing_order(plans)) {
        if (const auto written = session.write(plans[i], doing, i == 0 ? 0 : place); !written)
            return error_of(written);
        ++place;
    }
    remove_others(session.document(), plans.size());
    const Reference<XIndexAccess> sheets(session.document()->getSheets(), UNO_QUERY_THROW);
    session.show(Spreadsheet(sheets->getByIndex(0), UNO_QUERY_THROW));
    if (session.interactive())
        if (const auto controller = session.model()->getCurrentController(); controller.is())
            open_deck_later(controller);
    return Outcome{{"The team workbook is ready. Its first sheet says where to start.",
                    "チームブックができました。最初のシートから始めてください。"}};
}

}  // namespace kakehashi::addin
