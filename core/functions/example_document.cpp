#include "core/functions/example_document.hpp"

#include <chrono>
#include <initializer_list>

#include "core/table/instant.hpp"

namespace kakehashi {
namespace {

using Row = std::vector<CellValue>;

Grid grid(std::initializer_list<Row> rows) {
    Grid result;
    result.rows = rows.size();
    for (const Row& row : rows) result.columns = std::max(result.columns, row.size());
    for (const Row& row : rows) {
        result.cells.insert(result.cells.end(), row.begin(), row.end());
        result.cells.resize(result.cells.size() + result.columns - row.size());
    }
    return result;
}

/// A day of 2026 as a serial number.
CellValue on(unsigned month, unsigned day) {
    return serial_from_instant(instant_from_civil(std::chrono::year{2026} / month / day));
}

/// A full hour of a day of 2026.
CellValue at(unsigned month, unsigned day, int hour) {
    return serial_from_instant(instant_from_civil(std::chrono::year{2026} / month / day) +
                               hour * ms_per_hour);
}

CellValue formula(const char* text) {
    return std::string(text);
}

const CellValue none{};

Grid lead_rows() {
    using namespace std::string_literals;
    return grid({
        {"ID"s, "Company"s, "Source"s, "Employees"s, "Amount"s, "Lead"s, "MQL"s, "SQL"s, "Won"s, "Closed"s,
         "Result"s, "Last visit"s, "Owner"s, "Email"s, "Handed off"s, "Responded"s, "Reason"s},
        {"L-01"s, "Asahi"s, "Web"s, 240., 1200000., on(1, 5), on(1, 10), on(1, 20), on(3, 1), on(3, 1),
         "Won"s, on(2, 20), "Sato"s, "info@asahi.example"s, at(1, 16, 16), at(1, 19, 10), none},
        {"L-02"s, "Bravo"s, "Web"s, 80., 300000., on(1, 7), on(1, 15), none, none, on(2, 1), "Lost"s,
         on(1, 10), "Sato"s, "info@bravo.example"s, at(1, 20, 10), at(1, 21, 11), "No need"s},
        {"L-03"s, "Chiyoda"s, "Trade show"s, 500., 2500000., on(1, 12), on(1, 20), on(2, 1), on(4, 10),
         on(4, 10), "Won"s, on(3, 30), "Tanaka"s, none, at(1, 28, 9), at(1, 28, 17), none},
        {"L-04"s, "Delta"s, "Web"s, 150., none, on(2, 2), on(2, 10), on(2, 28), none, none, none, on(6, 20),
         "Tanaka"s, "sales@delta.example"s, at(2, 26, 13), at(2, 26, 14), none},
        {"L-05"s, "Edo"s, "Referral"s, 45., 400000., on(2, 5), on(2, 7), on(2, 20), on(3, 15), on(3, 15),
         "Won"s, on(3, 1), "Sato"s, none, at(2, 18, 9), none, none},
        {"L-06"s, "Fuji"s, "Trade show"s, 1000., 5000000., on(2, 20), on(3, 5), none, none, none, none,
         on(6, 10), "Tanaka"s, "fuji@fuji.example"s, none, none, none},
        {"L-07"s, "Ginza"s, "Web"s, 20., none, on(3, 1), none, none, none, on(3, 10), "Lost"s, none, "Sato"s,
         none, none, none, "Too small"s},
        {"L-08"s, "Hikari"s, "Referral"s, 300., 900000., on(3, 3), on(3, 8), on(3, 25), none, on(5, 1),
         "Lost"s, on(4, 15), "Tanaka"s, "info@hikari.example"s, at(3, 20, 17), at(3, 23, 17), "Price"s},
        {"L-09"s, "Izumi"s, "Web"s, 120., 800000., on(3, 15), none, on(4, 1), on(5, 20), on(5, 20), "Won"s,
         on(5, 1), "Sato"s, none, at(3, 30, 9), at(3, 30, 10), none},
        {"L-10"s, "Jupiter"s, "Web"s, 60., none, on(4, 2), none, none, none, none, none, on(4, 2), none,
         "Info@Bravo.Example"s, none, none, none},
        {"L-11"s, "Keio"s, "Ｗｅｂ"s, 210., 600000., on(5, 1), on(5, 11), none, none, none, none, on(6, 25),
         "Tanaka"s, "info@keio.example"s, at(6, 30, 16), none, none},
        {"L-12"s, "Lotus"s, none, none, none, on(6, 1), none, none, none, none, none, none, none, none, none,
         none, none},
    });
}

Grid playbook_blocks() {
    using namespace std::string_literals;
    return grid({
        {"[playbook]"s},
        {"key"s, "value"s},
        {"name"s, "Example"s},
        {"version"s, "1"s},
        {"as of"s, on(6, 30)},
        {"working days"s, "Mon-Fri"s},
        {"working hours"s, "09:00-18:00"s},
        {none},
        {"[columns]"s},
        {"role"s, "header"s},
        {"created"s, "Lead"s},
        {"closed"s, "Closed"s},
        {"outcome"s, "Result"s},
        {none},
        {"[stages]"s},
        {"stage"s, "owner"s, "column"s, "when"s, "within days"s, "within hours"s, "meaning"s},
        {"Lead"s, "marketing"s, "Lead"s, none, none, none, "Somebody we may write to"s},
        {"MQL"s, "marketing"s, "MQL"s, none, 30., none, "Worth a call"s},
        {"SQL"s, "sales"s, "SQL"s, none, 60., 8., "Sales has spoken to them and sees a need"s},
        {"Won"s, "sales"s, "Won"s, none, none, none, "Signed"s},
        {none},
        {"[outcomes]"s},
        {"outcome"s, "when"s},
        {"won"s, "Result = Won"s},
        {"lost"s, "Result = Lost"s},
        {"rejected"s, "Reason in (\"No need\", \"Too small\")"s},
        {"accepted"s, "reached [SQL]"s},
        {none},
        {"[definitions]"s},
        {"definition"s, "threshold"s, "at least"s, "capacity per week"s, "version"s, "valid from"s,
         "valid to"s, "meaning"s},
        {"Hot lead"s, 60., none, 5., "1"s, none, none, "Big enough, and looking at us now"s},
        {none},
        {"[rules]"s},
        {"definition"s, "group"s, "rule"s, "points"s, "must"s, "decay days"s, "repeats"s},
        {"Hot lead"s, "fit"s, "Employees >= 100"s, 40., none, none, none},
        {"Hot lead"s, "fit"s, "Source in (Web, Referral)"s, 20., none, none, none},
        {"Hot lead"s, "engagement"s, "[Last visit] within 30 days"s, 30., none, none, none},
        {"Hot lead"s, none, "Employees is not empty"s, 0., "yes"s, none, none},
        {none},
        {"[groups]"s},
        {"definition"s, "group"s, "floor"s, "cap"s},
        {"Hot lead"s, "fit"s, none, 50.},
        {none},
        {"[terms]"s},
        {"term"s, "meaning"s, "owner"s},
        {"Contact"s, "A person whose address we have"s, "marketing"s},
        {none},
        {"[metrics]"s},
        {"metric"s, "formula"s, "unit"s, "better"s, "owner"s, "meaning"s},
        {"Win rate"s, "win rate"s, "%"s, "higher"s, "sales"s, "Won out of won and lost"s},
        {"Acceptance"s, "acceptance"s, "%"s, "higher"s, "marketing"s,
         "Accepted out of accepted and rejected"s},
        {"Value per MQL"s, "value [Won] / entered [MQL]"s, none, "higher"s, none,
         "What a qualified lead brings"s},
        {none},
        {"[segments]"s},
        {"name"s, "scheme"s, "when"s, "note"s},
        {"Mid-size"s, "size"s, "Employees between 100 and 499"s, none},
    });
}

Grid history_log() {
    using namespace std::string_literals;
    return grid({
        {"ID"s, "Stage"s, "Date"s, "Reason"s},
        {"L-01"s, "Lead"s, on(1, 5)},
        {"L-01"s, "MQL"s, on(1, 10)},
        {"L-01"s, "Lead"s, on(1, 12), "No budget yet"s},
        {"L-01"s, "MQL"s, on(1, 16)},
        {"L-01"s, "SQL"s, on(1, 20)},
        {"L-01"s, "Won"s, on(3, 1)},
        {"L-02"s, "Lead"s, on(1, 7)},
        {"L-02"s, "MQL"s, on(1, 15)},
        {"L-10"s, "Lead"s, on(4, 2)},
    });
}

/// A playbook of sign-offs only: one for its own (empty) content, one for another.
Grid signed_blocks() {
    using namespace std::string_literals;
    return grid({
        {"[signoffs]"s},
        {"department"s, "name"s, "date"s, "fingerprint"s},
        {"marketing"s, "Sato"s, on(4, 1), "fb70ecda3d76"s},
        {"sales"s, "Tanaka"s, on(3, 1), "0123456789ab"s},
    });
}

/// A playbook that misspells two columns of the lead list.
Grid misspelt_blocks() {
    using namespace std::string_literals;
    return grid({
        {"[definitions]"s},
        {"definition"s, "threshold"s},
        {"Big"s, 10.},
        {none},
        {"[rules]"s},
        {"definition"s, "rule"s, "points"s},
        {"Big"s, "Employes >= 100"s, 10.},
        {none},
        {"[segments]"s},
        {"name"s, "when"s},
        {"Online"s, "Sorce = Web"s},
    });
}

/// Orders of companies, of which some come back.
Grid orders() {
    using namespace std::string_literals;
    return grid({
        {"ID"s, "Company"s, "Closed"s, "Result"s},
        {"O-1"s, "Asahi"s, on(1, 15), "Won"s},
        {"O-2"s, "Bravo"s, on(1, 20), "Won"s},
        {"O-3"s, "ASAHI"s, on(3, 2), "Won"s},
        {"O-4"s, "Bravo"s, on(3, 9), "Lost"s},
    });
}

/// Answers to the 20 statements of TEAM.STATEMENTS; the last respondent answered 14 of them.
Grid survey() {
    using namespace std::string_literals;
    Grid cells = grid({
        {"Department"s},
        {"Marketing"s, 4., 4., 4., 4., 4., 3., 3., 3., 3., 3., 5., 2., 4., 2., 4., 2., 2., 4., 2., 2.},
        {"Marketing"s, 4., 3., 4., 3., 4., 3., 3., 2., 4., 3., 4., 2., 5., 1., 4., 3., 2., 4., 2., 3.},
        {"Marketing"s, 4., 4., 4., 4., none, 3., 3., 2., 3., none, 4., 2., 4., 2., 4., 2., 3., 4., 2., 2.},
        {"Sales"s, 2., 3., 3., 3., 2., 4., 3., 2., 3., 3., 2., 4., 2., 4., 2., 3., 4., 2., 2., 3.},
        {"Sales"s, 3., 3., 2., 4., 2., 3., 2., 2., 3., 3., 3., 5., 2., 3., 2., 2., 4., 2., 2., 2.},
        {"Sales"s, 5., 5., 5., 5., 5., 5., 5., 5., 5., 5., 5., 5., 5., 5.},
    });
    for (std::size_t column = 1; column < cells.columns; ++column)
        cells.at(0, column) = "Q" + std::to_string(column);
    return cells;
}

Grid spend_rows() {
    using namespace std::string_literals;
    return grid({
        {"Date"s, "Department"s, "Channel"s, "Amount"s},
        {on(1, 15), "Marketing"s, "Web"s, 300000.},
        {on(2, 15), "Marketing"s, "Trade show"s, 500000.},
        {on(3, 31), "Sales"s, none, 700000.},
        {on(4, 30), "Marketing"s, "Web"s, 100000.},
    });
}

Grid touch_rows() {
    using namespace std::string_literals;
    return grid({
        {"ID"s, "Date"s, "Channel"s},
        {"L-01"s, on(1, 3), "Web"s},
        {"L-01"s, on(1, 18), "E-mail"s},
        {"L-01"s, on(2, 20), "Visit"s},
        {"L-02"s, on(1, 5), "Web"s},
        {"L-03"s, on(1, 10), "Trade show"s},
        {"L-03"s, on(3, 1), "Visit"s},
        {"L-05"s, on(2, 1), "Referral"s},
        {"L-09"s, on(3, 10), "Web"s},
        {"L-09"s, on(5, 15), "E-mail"s},
        {"L-09"s, on(6, 1), "Web"s},
    });
}

/// Three layers within 2026; what both departments answer for names both.
Grid goal_rows() {
    using namespace std::string_literals;
    const CellValue first = on(1, 1);
    const CellValue last = on(12, 31);
    return grid({
        {"Goal"s, "Parent"s, "Metric"s, "Layer"s, "Department"s, "Person"s, "Unit"s, "Kind"s, "Better"s,
         "Weight"s, "Start"s, "End"s, "Baseline"s, "Target"s, "Actual"s, "Curve"s},
        {"Revenue"s, none, none, "shared"s, "marketing, sales"s, none, "JPY"s, "sum"s, none, none, first,
         last},
        {"New customers"s, "Revenue"s, none, "department"s, "sales"s, none, "JPY"s, "sum"s, none, none, first,
         last, none, 6000000., 3100000.},
        {"Regular customers"s, "Revenue"s, none, "department"s, "sales"s, none, "JPY"s, "sum"s, none, none,
         first, last, none, 3000000., 1800000.},
        {"Alignment"s, none, none, "shared"s, "marketing, sales"s, none, none, none, none, none, first, last},
        {"Win rate"s, "Alignment"s, "Win rate"s, "department"s, "sales"s, none, "%"s, "rate"s, none, 2.,
         first, last, none, 0.6},
        {"Newsletters"s, "Alignment"s, none, "activity"s, "marketing"s, none, "issues"s, "sum"s, none, none,
         first, last, none, 24.},
        {"Visits"s, "Alignment"s, none, "activity"s, "sales"s, none, "visits"s, "sum"s, none, none, first,
         last, none, 80., none, "working"s},
        {"Sato's visits"s, "Visits"s, "Visits"s, "activity"s, "sales"s, "Sato"s, "visits"s, "sum"s, none,
         none, first, last, none, 40., none, "last year"s},
        {"Complaints"s, none, none, "department"s, "sales"s, none, "cases"s, "level"s, "lower"s, none, first,
         last, 10., 5., 8.},
    });
}

Grid activities() {
    using namespace std::string_literals;
    const auto year_before = [](unsigned month, unsigned day) -> CellValue {
        return serial_from_instant(instant_from_civil(std::chrono::year{2025} / month / day));
    };
    return grid({
        {"Date"s, "Person"s, "Activity"s, "Count"s},
        {year_before(3, 10), "Sato"s, "Visits"s, 10.},
        {year_before(6, 30), "Sato"s, "Visits"s, 5.},
        {year_before(9, 15), "Sato"s, "Visits"s, 15.},
        {on(1, 20), "Sato"s, "Visits"s, 12.},
        {on(2, 2), "Mori"s, "Newsletters"s, 5.},
        {on(4, 8), "Tanaka"s, "Visits"s, 16.},
        {on(5, 11), "Mori"s, "Newsletters"s, 5.},
        {on(5, 19), "Sato"s, "Visits"s, 10.},
        {on(7, 1), "Sato"s, "Visits"s, 3.},
    });
}

}  // namespace

const std::vector<ExampleRange>& example_document() {
    static const std::vector<ExampleRange> ranges = {
        {"LeadRows", lead_rows()},
        {"PlaybookBlocks", playbook_blocks()},
        {"Log", history_log()},
        {"Signed", signed_blocks()},
        {"Playbook", grid({{formula("=PLAYBOOK.READ(PlaybookBlocks)")}})},
        {"Leads", grid({{formula("=LEAD.TABLE(LeadRows;Playbook)")}})},
        {"Logged", grid({{formula("=LEAD.TABLE(LeadRows;Playbook;Log)")}})},
        {"Orders", orders()},
        {"Survey", survey()},
        {"Spend", spend_rows()},
        {"Touches", touch_rows()},
        {"Misspelt", misspelt_blocks()},
        {"GoalRows", goal_rows()},
        {"Activities", activities()},
        {"Goals", grid({{formula("=GOAL.TABLE(GoalRows;Playbook;Activities;Leads)")}})},
        {"TouchHandle", grid({{formula("=FUNNEL.TOUCHES(Touches)")}})},
    };
    return ranges;
}

}  // namespace kakehashi
