// Goals to start from, in the three layers of the agreement: what both answer for, what each department
// answers for, what people do. They have no targets yet: those are the team's.
#include "core/calendar/calendar.hpp"
#include "core/workbook/cells.hpp"
#include "core/workbook/sheets.hpp"

namespace kakehashi::workbook {
namespace {

using sheet::Cell;
using sheet::Format;

struct Row {
    Text goal;
    Text parent;
    Text metric;
    Text layer;
    Text department;
    Text unit;
    Text kind;
    Text curve;
};

const Text none{};
const Text shared{"shared", "共有"};
const Text of_department{"department", "部門"};
const Text activity{"activity", "活動"};
const Text marketing{"Marketing", "マーケティング"};
const Text sales{"Sales", "営業"};
const Text both{"Both", "両部門"};
const Text sum{"sum", "合計"};
const Text rate{"rate", "率"};
const Text level{"level", "水準"};
const Text percent{"%", "%"};
const Text calendar{"calendar", "暦日"};
const Text working{"working", "営業日"};

std::vector<Row> goals() {
    const Text revenue{"Revenue", "受注金額"};
    const Text orders{"Orders", "受注件数"};
    const Text opportunities{"Opportunities", "商談数"};
    const Text leads{"Qualified leads", "MQL数"};
    const Text win_rate{"Win rate", "受注率"};
    const Text acceptance{"Acceptance", "受け入れ率"};
    const Text cases{"leads", "件"};
    const Text times{"", "回"};
    return {
        {revenue, none, revenue, shared, both, {"", "円"}, sum, working},
        {{"Gross profit", "粗利"}, none, none, shared, both, {"", "円"}, sum, working},
        {orders, none, orders, shared, both, {"orders", "件"}, sum, working},
        {opportunities, orders, opportunities, of_department, marketing, cases, sum, working},
        {leads, opportunities, leads, of_department, marketing, cases, sum, working},
        {acceptance, opportunities, acceptance, of_department, marketing, percent, rate, none},
        {win_rate, revenue, win_rate, of_department, sales, percent, rate, none},
        {{"Answered in time", "期限内の対応"}, revenue, none, of_department, sales, percent, rate, none},
        {{"Customer satisfaction", "顧客満足度"},
         revenue,
         none,
         of_department,
         sales,
         {"points", "点"},
         level,
         none},
        {{"Newsletters", "メルマガ"}, leads, none, activity, marketing, times, sum, calendar},
        {{"Events", "セミナー・展示会"}, leads, none, activity, marketing, times, sum, calendar},
        {{"Visits", "訪問"}, win_rate, none, activity, sales, times, sum, working},
        {{"Calls", "電話"}, win_rate, none, activity, sales, times, sum, working},
        {{"Joint newsletter", "合同メルマガ"}, opportunities, none, activity, both, times, sum, calendar},
        {{"Joint event", "合同セミナー"}, opportunities, none, activity, both, times, sum, calendar},
    };
}

Cell theirs(Cell cell) {
    cell.theirs = true;
    return cell;
}

/// The share of hand-offs answered in time is a figure of LEAD.HANDOFF, not a metric of the playbook.
Cell actual_of(const Row& row, Format format) {
    if (row.goal.en != "Answered in time") return blank_input(format);
    return theirs(
        formula_cell("=IFERROR(LEAD.HANDOFF(KakehashiLeads;\"on time\";{10,@};{11,@});\"\")", format));
}

std::vector<Cell> cells_of(const Row& row, int number, const Period& quarter, Language language) {
    const Format format = row.kind.en == "rate" ? Format::percent : Format::figure;
    std::vector<Cell> cells;
    const auto add = [&](const Text& text) {
        Cell cell = text.in(language).empty() ? Cell{} : text_cell(text.in(language));
        cells.push_back(theirs(std::move(cell)));
    };
    add(row.goal);
    add(row.parent);
    add(row.metric);
    add(row.layer);
    add(row.department);
    add(none);  // person
    add(row.unit);
    add(row.kind);
    add(none);  // better: higher
    add(none);  // weight
    cells.push_back(theirs(number_cell(static_cast<double>(quarter.first_day), Format::date)));
    cells.push_back(theirs(number_cell(static_cast<double>(quarter.last_day), Format::date)));
    cells.push_back(blank_input(format));  // baseline
    cells.push_back(blank_input(format));  // target
    Cell actual = actual_of(row, format);
    if (auto* formula = std::get_if<sheet::Formula>(&actual.content))
        for (std::size_t at = 0; (at = formula->text.find('@', at)) != std::string::npos;)
            formula->text.replace(at, 1, std::to_string(number));
    cells.push_back(std::move(actual));
    cells.push_back(blank_input());  // numerator
    cells.push_back(blank_input());  // denominator
    add(row.curve);
    return cells;
}

}  // namespace

std::vector<std::vector<Cell>> goal_rows(Language language, Instant today) {
    const Period quarter = period_of(today, PeriodUnit::quarter, Calendar{});
    std::vector<std::vector<Cell>> rows;
    for (const Row& row : goals())
        rows.push_back(cells_of(row, static_cast<int>(rows.size()) + 1, quarter, language));
    return rows;
}

}  // namespace kakehashi::workbook
