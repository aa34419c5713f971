// Check Data.
#include "core/checks/check.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheets.hpp>
#include <fmt/format.h>

#include "addin/commands/bodies.hpp"
#include "addin/commands/lead_view.hpp"
#include "addin/commands/protection.hpp"
#include "addin/commands/team_workbook.hpp"
#include "addin/environment.hpp"
#include "addin/sheets/write.hpp"
#include "addin/workbook.hpp"
#include "core/checks/findings_sheet.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using sheet::Part;

const Text doing{"Checking the data", "データを点検しています"};
constexpr Part beside[] = {Part::activities, Part::spend,    Part::touches,
                           Part::stage_log,  Part::handoffs, Part::voice};

/// What a handle stands for; null where the workbook has none, or it is an error.
template <class Thing>
std::shared_ptr<const Thing> behind(const SpreadsheetDocument& document, Part part, ArgumentKind kind) {
    std::shared_ptr<const Thing> result;
    const Range cell = handle_cell_if_any(document, part);
    if (!cell.is()) return result;
    const auto wrong =
        Workbook::of(Model(document, UNO_QUERY_THROW))->look(kind, cell, [&](const Argument& argument) {
            if (const Object* object = std::get_if<Object>(&argument))
                if (const auto* found = std::get_if<std::shared_ptr<const Thing>>(object)) result = *found;
        });
    return wrong ? nullptr : result;
}

Result<checks::Findings> find(const SpreadsheetDocument& document) {
    checks::Material material;
    material.playbook = behind<ReadPlaybook>(document, Part::playbook, ArgumentKind::playbook);
    material.goals = behind<Goals>(document, Part::goals, ArgumentKind::goals);
    for (const Part part : beside)
        if (auto table = table_of_part(document, part)) material.tables.push_back({part, std::move(table)});
    checks::Findings findings;
    const auto done = with_leads(document, [&](const SharedLeads& leads) -> Result<void> {
        material.leads = leads;
        findings = checks::check(material);
        return {};
    });
    if (!done) return error_of(done);
    return findings;
}

std::vector<checks::TablePlace> places(const SpreadsheetDocument& document) {
    std::vector<checks::TablePlace> result;
    for (const sheet::PartNames& names : sheet::parts()) {
        const Range data = data_if_any(document, names.part);
        if (!data.is()) continue;
        const auto at = address_of(data);
        result.push_back({names.part, sheet_name(data), at.StartColumn, at.StartRow});
    }
    return result;
}

Text message(const checks::Findings& findings) {
    const std::string leads = thousands(findings.leads);
    const std::string many = leads + (findings.leads == 1 ? " lead" : " leads");
    if (findings.none())
        return {fmt::format("Nothing found in {} and the tables beside them.", many),
                fmt::format("リード {} 件とほかの表を点検し、問題は見つかりませんでした。", leads)};
    const Text found = findings.summary();
    return {fmt::format("Found in {} and the tables beside them: {}.", many, found.en),
            fmt::format("リード {} 件とほかの表の指摘：{}。", leads, found.ja)};
}

/// The sheet is written anew each time: the last check's findings say nothing any more.
Result<void> show(Session& session, const sheet::Sheet& plan) {
    const SpreadsheetDocument document = session.document();
    int position = -1;
    if (const Spreadsheet old = find_sheet(document, plan); old.is()) {
        if (auto writable = can_be_written(Range(old, UNO_QUERY_THROW)); !writable) return writable;
        position = index_of(old);
        document->getSheets()->removeByName(to_uno(name_of(old)));
    }
    if (const auto written = session.write(plan, doing, position); !written) return error_of(written);
    session.show(find_sheet(document, plan));
    return {};
}

}  // namespace

Result<Outcome> run_check(Session& session) {
    if (!session.progress(0, 2, doing)) return session.cancel();
    const auto findings = find(session.document());
    if (!findings) return error_of(findings);
    if (!session.progress(1, 2, doing)) return session.cancel();
    const sheet::Sheet plan =
        checks::findings_sheet(*findings, places(session.document()), session.language(), now());
    if (auto started = session.start_writing(); !started) return error_of(started);
    if (auto shown = show(session, plan); !shown) return error_of(shown);
    return Outcome{message(*findings)};
}

}  // namespace kakehashi::addin
