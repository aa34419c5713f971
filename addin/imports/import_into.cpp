#include "addin/imports/import_into.hpp"

#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/table/XTableRows.hpp>
#include <com/sun/star/text/XText.hpp>
#include <fmt/format.h>

#include "addin/commands/lead_view.hpp"
#include "addin/commands/playbook_start.hpp"
#include "addin/commands/protection.hpp"
#include "addin/commands/team_workbook.hpp"
#include "addin/environment.hpp"
#include "addin/imports/target_table.hpp"
#include "addin/imports/write_merge.hpp"
#include "addin/memory.hpp"
#include "addin/sheets/write.hpp"
#include "core/imports/delimiter.hpp"
#include "core/imports/playbook_edit.hpp"
#include "core/imports/preview.hpp"
#include "core/imports/report.hpp"
#include "core/workbook/sheets.hpp"
#include "core/workbook/team_workbook.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

const Text comparing{"Comparing with what is there", "既存の行と比べています"};
const Text making_sheets{"Making the team workbook", "チームブックを作成しています"};

std::string memory_name(sheet::Part into) {
    return "import " + sheet::names_of(into).sheet.en;
}

void remember_decisions(const SpreadsheetDocument& document, sheet::Part into,
                        const imports::Decisions& decisions) {
    if (decisions.empty()) return;
    imports::Decisions all = remembered_decisions(document, into);
    for (const auto& [from, to] : decisions) all.insert_or_assign(from, to);
    remember(document, memory_name(into), imports::format_decisions(all));
}

// --- playbook

void apply(const imports::PlaybookEdit& edit, const Range& playbook) {
    const auto at = address_of(playbook);
    const Range sheet(Reference<css::sheet::XSheetCellRange>(playbook, UNO_QUERY_THROW)->getSpreadsheet(),
                      UNO_QUERY_THROW);
    const auto rows = Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)->getRows();
    for (const imports::PlaybookEdit::Rows& more : edit.inserted)
        rows->insertByIndex(at.StartRow + static_cast<sal_Int32>(more.before),
                            static_cast<sal_Int32>(more.count));
    for (const imports::PlaybookEdit::Cell& change : edit.cells) {
        const auto cell = sheet->getCellByPosition(at.StartColumn + static_cast<sal_Int32>(change.column),
                                                   at.StartRow + static_cast<sal_Int32>(change.row));
        if (const double* number = std::get_if<double>(&change.value))
            cell->setValue(*number);
        else
            Reference<css::text::XText>(cell, UNO_QUERY_THROW)->setString(to_uno(to_text(change.value)));
    }
}

/// Roles that people gave to columns which do not look like them.
std::map<Role, std::string> roles_to_bind(const imports::Mapping& mapping, const Playbook& playbook) {
    std::map<Role, std::string> roles;
    for (const imports::MappedColumn& column : mapping) {
        if (column.match != imports::Match::chosen || !column.role) continue;
        const auto bound = playbook.columns.find(*column.role);
        if (bound == playbook.columns.end() || fold_header(bound->second) != fold_header(column.header))
            roles[*column.role] = column.header;
    }
    return roles;
}

class Import {
  public:
    Import(Session& session, const ImportOrder& order)
        : session_(session), order_(order), source_(*order.source), target_(imports::target_of(order.into)) {}

    Result<Outcome> run() {
        if (auto made = need_team_workbook(session_, order_.into); !made) return error_of(made);
        auto table = TargetTable::find(session_.document(), order_.into);
        if (!table) return error_of(table);
        const bool leads = order_.into == sheet::Part::leads;
        const PlaybookSheet playbook = leads ? playbook_sheet(session_.document()) : PlaybookSheet{};
        imports::follow_playbook(table->shape(), playbook.playbook);
        const auto mapping = imports::map_columns(source_, target_, table->shape(), order_.decisions,
                                                  remembered_decisions(session_.document(), order_.into));
        if (!mapping) return error_of(mapping);
        imports::ImportReport report;
        report.origin = order_.origin;
        report.into = table->sheet_name();
        const auto go_on = [this](std::size_t done, std::size_t of) {
            return session_.progress(done, of, comparing);
        };
        report.plan = imports::merge(source_, *mapping, target_, table->shape(), table->present(), go_on);
        if (session_.is_cancelled()) return session_.cancel();
        if (auto written = write(*table, report.plan); !written) return error_of(written);
        if (session_.is_cancelled()) return session_.cancel();
        if (leads) follow_in_playbook(playbook, *mapping, *table, report);
        report.lacks = lacks(*mapping, *table, report);
        if (auto listed = list_notes(report); !listed) return error_of(listed);
        remember_decisions(session_.document(), order_.into, order_.decisions);
        return Outcome{imports::outcome_of(source_, *mapping, report), true};
    }

  private:
    Result<void> write(TargetTable& table, const imports::MergePlan& plan) {
        std::size_t columns = table.shape().headers.size();
        for (const imports::ColumnPlan& column : plan.columns) columns = std::max(columns, column.to + 1);
        if (auto room = table.make_room(plan.appended.size(), columns); !room) return room;
        write_merge(session_, table, source_, plan);
        return {};
    }

    void follow_in_playbook(const PlaybookSheet& playbook, const imports::Mapping& mapping,
                            const TargetTable& table, imports::ImportReport& report) {
        auto proposal = imports::propose_stages(source_, mapping, table.table().get(), playbook.playbook,
                                                session_.language());
        const bool is_signed = !playbook.playbook.signoffs.empty();
        if (order_.keep_stages) proposal.reset();
        const auto roles = roles_to_bind(mapping, playbook.playbook);
        if (!is_signed && playbook.cells.is() && can_be_written(playbook.cells)) {
            const auto edit = imports::edit_playbook(playbook.grid, proposal ? &*proposal : nullptr, roles,
                                                     session_.language());
            apply(edit, playbook.cells);
            report.stages_applied = !edit.empty();
        }
        report.stages = std::move(proposal);
    }

    imports::Unrecognised lacks(const imports::Mapping& mapping, const TargetTable& table,
                                const imports::ImportReport& report) const {
        const bool own_way = report.stages && report.stages_applied;
        auto lacks =
            imports::unrecognised(target_, mapping, own_way ? report.stages->stages : table.shape().stages);
        // Dates of stages can stand in the stage log alone.
        if (const auto log = table_of_part(session_.document(), sheet::Part::stage_log);
            log && log->rows() > 0)
            lacks.date = lacks.stage = false;
        return lacks;
    }

    Result<void> list_notes(const imports::ImportReport& report) {
        const sheet::Sheet plan = imports::notes_sheet(source_, report, session_.language());
        // Without anything to say there is no sheet; one of an earlier import is brought up to date.
        if (source_.layout.notes.empty() && !find_sheet(session_.document(), plan).is()) return {};
        const auto written = session_.write(plan, comparing);
        return written ? Result<void>{} : error_of(written);
    }

    Session& session_;
    const ImportOrder& order_;
    const imports::Source& source_;
    const imports::Target& target_;
};

}  // namespace

Result<ImportOrder> import_order(const Session& session, std::shared_ptr<const imports::Source> source,
                                 std::string origin) {
    ImportOrder order;
    order.origin = std::move(origin);
    const std::string into = session.argument("into").value_or("");
    if (into.empty()) {
        order.into = imports::recognise_target(source->layout.headers);
    } else {
        const auto part = imports::parse_target(into);
        if (!part) return error_of(part);
        order.into = *part;
    }
    auto decisions = imports::parse_decisions(session.argument("mapping").value_or(""));
    if (!decisions) return error_of(decisions);
    order.decisions = std::move(*decisions);
    order.keep_stages = session.argument("stages").value_or("") == "keep";
    order.source = std::move(source);
    return order;
}

Result<void> need_team_workbook(Session& session, sheet::Part into) {
    if (auto started = session.start_writing(); !started) return started;
    const SpreadsheetDocument document = session.document();
    if (data_if_any(document, into).is()) return {};
    if (auto allowed = sheets_can_be_added(document); !allowed) return allowed;
    const bool team = data_if_any(document, sheet::Part::leads).is();
    if (team) {
        const auto written =
            session.write(workbook::data_plan(workbook::data_sheet(into), session.language()), making_sheets);
        return written ? Result<void>{} : error_of(written);
    }
    const auto start = playbook_start(session);
    if (!start) return error_of(start);
    for (const sheet::Sheet& plan : team_workbook(session.language(), start_of_day(now()), *start)) {
        if (const auto written = session.write(plan, making_sheets); !written) return error_of(written);
    }
    return {};
}

imports::Decisions remembered_decisions(const SpreadsheetDocument& document, sheet::Part into) {
    return imports::parse_decisions(remembered(document, memory_name(into))).value_or(imports::Decisions{});
}

Result<ImportTable> import_table(const Session& session, sheet::Part into) {
    const SpreadsheetDocument document = session.document();
    ImportTable table;
    table.remembered = remembered_decisions(document, into);
    if (!data_if_any(document, into).is()) {
        table.shape = imports::template_shape(into, session.language());
        return table;
    }
    auto shape = shape_of(document, into);
    if (!shape) return error_of(shape);
    table.shape = std::move(*shape);
    if (into == sheet::Part::leads) imports::follow_playbook(table.shape, playbook_sheet(document).playbook);
    return table;
}

Result<Outcome> import_into(Session& session, const ImportOrder& order) {
    return Import(session, order).run();
}

}  // namespace kakehashi::addin
