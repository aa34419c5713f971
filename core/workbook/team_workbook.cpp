#include "core/workbook/team_workbook.hpp"

#include "core/workbook/sheets.hpp"

namespace kakehashi {

using sheet::Part;

std::vector<sheet::Sheet> team_workbook(Language language, Instant today, const PlaybookStart& start) {
    std::vector<sheet::Sheet> sheets;
    for (const sheet::PartNames& names : sheet::parts()) {
        if (names.part == Part::summary || names.part == Part::findings) continue;
        if (names.part == Part::start) {
            sheets.push_back(workbook::start_plan(language));
        } else if (names.part == Part::playbook) {
            sheets.push_back(workbook::playbook_plan(language, today, start));
        } else if (names.part == Part::goals) {
            sheets.push_back(workbook::data_plan(workbook::data_sheet(names.part), language,
                                                 workbook::goal_rows(language, today)));
        } else if (names.part == Part::market) {
            sheets.push_back(workbook::data_plan(workbook::data_sheet(names.part), language,
                                                 workbook::market_rows(language)));
        } else {
            sheets.push_back(workbook::data_plan(workbook::data_sheet(names.part), language));
        }
    }
    return sheets;
}

}  // namespace kakehashi
