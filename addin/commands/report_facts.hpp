// What a document has for a report: its handles by name, and what stands behind them.
#pragma once

#include <functional>

#include "addin/handle_cells.hpp"
#include "core/report/facts.hpp"

namespace kakehashi {
class Goals;
class Leads;
}  // namespace kakehashi

namespace kakehashi::addin {

/// The cells and ranges a report refers to; null where there is none.
struct ReportSources {
    Range leads;  // cells with a handle
    Range playbook;
    Range goals;
    Range activities;  // tables, headers included
    Range history;
};

/// By the names of a team workbook, else the only cells that hold the handles; the activities also from what
/// GOAL.TABLE reads. An error if there are several to choose from, or neither leads nor goals.
Result<ReportSources> report_sources(const SpreadsheetDocument& document);

/// Gives every source that has none its name of core/sheet/parts.hpp, so that formulas can refer to it.
void name_sources(const SpreadsheetDocument& document, const ReportSources& sources);

/// Looks at leads and goals (null where there are none) and at the facts made of them. The names in the facts
/// are those of `name_sources`.
Result<void> with_facts(const SpreadsheetDocument& document, const ReportSources& sources,
                        const std::function<void(const report::Facts&, const Leads*, const Goals*)>& use);

}  // namespace kakehashi::addin
