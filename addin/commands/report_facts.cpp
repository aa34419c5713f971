#include "addin/commands/report_facts.hpp"

#include <algorithm>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/table/CellAddress.hpp>

#include "addin/commands/protection.hpp"
#include "addin/commands/team_workbook.hpp"
#include "addin/environment.hpp"
#include "addin/workbook.hpp"
#include "core/goals/goals.hpp"
#include "core/leads/leads.hpp"
#include "core/sheet/addresses.hpp"
#include "core/workbook/data_sheets.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using sheet::Part;

bool has_cell_with(const SpreadsheetDocument& document, std::string_view function) {
    return std::ranges::any_of(find_handle_cells(document), [&](const Range& cell) {
        const auto call = handle_call(document, cell);
        return call && call->function->name == function;
    });
}

/// What GOAL.TABLE(goals; playbook; activities; leads) counts activities in.
Range activities_of(const SpreadsheetDocument& document, const Range& goals) {
    if (Range named = named_cells(document, sheet::names_of(Part::activities).data); named.is()) return named;
    if (!goals.is()) return {};
    const auto call = handle_call(document, goals);
    if (!call || call->arguments.size() < 3) return {};
    const Range* range = std::get_if<Range>(&call->arguments[2]);
    return range == nullptr ? Range{} : *range;
}

void name_one(const SpreadsheetDocument& document, const Range& range, std::string_view name) {
    if (!range.is() || name.empty() || named_cells(document, name).is()) return;
    const auto area = Reference<css::sheet::XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
    const sheet::Position first{area.StartColumn, area.StartRow};
    const sheet::Position last{area.EndColumn, area.EndRow};
    const std::string content = sheet::sheet_prefix(sheet_name(range)) +
                                (first == last ? sheet::absolute(first) : sheet::absolute(first, last));
    const Reference<css::sheet::XNamedRanges> names(
        Reference<css::beans::XPropertySet>(document, UNO_QUERY_THROW)->getPropertyValue("NamedRanges"),
        UNO_QUERY_THROW);
    names->addNewByName(to_uno(name), to_uno(content), css::table::CellAddress(), 0);
}

template <class Kind>
std::shared_ptr<const Kind> behind(const Argument& argument) {
    const Object* object = std::get_if<Object>(&argument);
    const auto* kind = object == nullptr ? nullptr : std::get_if<std::shared_ptr<const Kind>>(object);
    return kind == nullptr ? nullptr : *kind;
}

ReadingLocale locale_of(const SpreadsheetDocument& document) {
    css::lang::Locale locale;
    Reference<css::beans::XPropertySet>(document, UNO_QUERY_THROW)->getPropertyValue("CharLocale") >>= locale;
    return reading_locale(locale);
}

/// Where the frozen figures' columns are, by their headers in either language.
void find_history_columns(const Table& history, report::HistoryFacts& columns) {
    const auto find = [&](std::string_view key, int& place) {
        const Text& header = workbook::data_column(Part::history, key).header;
        for (const std::string* name : {&header.en, &header.ja})
            if (const auto column = history.find(*name)) place = static_cast<int>(*column) + 1;
    };
    find("week", columns.week);
    find("section", columns.section);
    find("figure", columns.figure);
    find("value", columns.value);
}

report::Facts facts_with_names(const SpreadsheetDocument& document, const ReportSources& sources,
                               const Leads* leads, const Goals* goals) {
    std::optional<Table> activities;
    if (sources.activities.is()) activities.emplace(range_source(sources.activities, locale_of(document)));
    report::Facts facts = report::facts_of(leads, goals, activities ? &*activities : nullptr, now());
    const auto name = [](const Range& range, std::string_view known) {
        return range.is() ? std::string(known) : std::string();
    };
    facts.leads = name(sources.leads, sheet::names_of(Part::leads).handle);
    facts.playbook = name(sources.playbook, sheet::names_of(Part::playbook).handle);
    facts.goals = name(sources.goals, sheet::names_of(Part::goals).handle);
    facts.activities = name(sources.activities, sheet::names_of(Part::activities).data);
    facts.history = sheet::names_of(Part::history).data;  // the summary makes one where there is none
    if (sources.history.is())
        find_history_columns(Table(range_source(sources.history, locale_of(document))),
                             facts.history_columns);
    return facts;
}

}  // namespace

Result<ReportSources> report_sources(const SpreadsheetDocument& document) {
    ReportSources sources;
    const auto leads = handle_cell(document, Part::leads);
    if (leads)
        sources.leads = *leads;
    else if (has_cell_with(document, "LEAD.TABLE"))
        return error_of(leads);
    const auto goals = handle_cell(document, Part::goals);
    if (goals)
        sources.goals = *goals;
    else if (has_cell_with(document, "GOAL.TABLE"))
        return error_of(goals);
    if (!sources.leads.is() && !sources.goals.is()) return error_of(leads);
    sources.playbook = handle_cell_if_any(document, Part::playbook);
    sources.activities = activities_of(document, sources.goals);
    sources.history = data_if_any(document, Part::history);
    return sources;
}

void name_sources(const SpreadsheetDocument& document, const ReportSources& sources) {
    name_one(document, sources.leads, sheet::names_of(Part::leads).handle);
    name_one(document, sources.playbook, sheet::names_of(Part::playbook).handle);
    name_one(document, sources.goals, sheet::names_of(Part::goals).handle);
    name_one(document, sources.activities, sheet::names_of(Part::activities).data);
}

Result<void> with_facts(const SpreadsheetDocument& document, const ReportSources& sources,
                        const std::function<void(const report::Facts&, const Leads*, const Goals*)>& use) {
    const auto workbook = Workbook::of(Model(document, UNO_QUERY_THROW));
    std::shared_ptr<const Leads> leads;
    const auto report = [&](const Goals* goals) {
        use(facts_with_names(document, sources, leads.get(), goals), leads.get(), goals);
    };
    std::optional<CellError> error;
    if (sources.leads.is())
        error = workbook->look(ArgumentKind::leads, sources.leads, [&](const Argument& argument) {
            leads = behind<Leads>(argument);
            if (!sources.goals.is()) report(nullptr);
        });
    // Not within the look at the leads: goals ask for the same ones, and would find them in use.
    if (!error && sources.goals.is())
        error = workbook->look(ArgumentKind::goals, sources.goals,
                               [&](const Argument& argument) { report(behind<Goals>(argument).get()); });
    if (error) return tl::unexpected(*error);
    return {};
}

}  // namespace kakehashi::addin
