#include "core/workbook/data_sheets.hpp"

#include <algorithm>
#include <stdexcept>

#include "core/workbook/columns.hpp"

namespace kakehashi::workbook {

const std::vector<DataSheet>& data_sheets() {
    static const std::vector<DataSheet> all = [] {
        std::vector<DataSheet> made = record_sheets();
        made.push_back(lead_sheet());
        made.push_back(goal_sheet());
        made.push_back(market_sheet());
        made.push_back(survey_sheet());
        std::ranges::sort(made, {}, &DataSheet::part);
        return made;
    }();
    return all;
}

const DataSheet& data_sheet(sheet::Part part) {
    const auto found = std::ranges::find(data_sheets(), part, &DataSheet::part);
    if (found == data_sheets().end()) throw std::out_of_range("not a data sheet");
    return *found;
}

const DataColumn& data_column(sheet::Part part, std::string_view key) {
    const DataSheet& sheet = data_sheet(part);
    const auto found = std::ranges::find(sheet.columns, key, &DataColumn::key);
    if (found == sheet.columns.end()) throw std::out_of_range("no such column");
    return *found;
}

}  // namespace kakehashi::workbook
