// Roll up workbooks: the week of every team workbook in a folder, on one sheet of a new workbook.
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheets.hpp>
#include <fmt/format.h>

#include "addin/commands/bodies.hpp"
#include "addin/commands/pdf.hpp"
#include "addin/commands/team_files.hpp"
#include "addin/sheets/write.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

const Text doing{"Rolling up workbooks", "ブックを集計しています"};

void remove_first_sheet(const SpreadsheetDocument& document, const std::string& but) {
    const auto sheets = document->getSheets();
    const auto names = Reference<css::container::XNameAccess>(sheets, UNO_QUERY_THROW)->getElementNames();
    for (const OUString& name : names)
        if (to_utf8(name) != but) sheets->removeByName(name);
}

}  // namespace

Result<Outcome> run_roll_up(Session& session) {
    auto read = read_team_files(session);
    if (!read) return error_of(read);
    if (const auto made = session.make_document(); !made) return error_of(made);
    report::RollUpOptions options;
    options.language = session.language();
    options.letter = session.argument("paper").value_or("") == "letter";
    options.week = read->week;
    options.days = read->days;
    options.folder = read->folder;
    const std::size_t left_out = read->problems.size();
    const sheet::Sheet plan = report::roll_up_summary(read->teams, std::move(read->problems), options);
    const SpreadsheetDocument document = session.document();
    const auto written = session.write(plan, doing);
    if (!written) return error_of(written);
    remove_first_sheet(document, written->sheet);
    session.finish_writing();
    if (const auto pdf = session.argument("pdf"); pdf && !pdf->empty())
        if (const auto exported =
                export_pdf(session.model(), Range(find_sheet(document, plan), UNO_QUERY), *pdf);
            !exported)
            return error_of(exported);
    return Outcome{{fmt::format("{} of {} workbooks in {}; {} left out.", read->week, read->teams.size(),
                                read->folder, left_out),
                    fmt::format("{}：{} の {} 件のブックを集計しました（対象外 {} 件）。", read->week,
                                read->folder, read->teams.size(), left_out)},
                   left_out > 0};
}

}  // namespace kakehashi::addin
