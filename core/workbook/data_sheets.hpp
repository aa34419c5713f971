// The sheets of a team workbook that hold tables people fill in: their columns, and what may stand in them.
// Commands find a column by its key, and on the sheet by its header, in whichever language that is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/sheet/parts.hpp"
#include "core/sheet/plan.hpp"

namespace kakehashi::workbook {

/// Lists that drop-downs take from the playbook: named ranges over its entries.
inline constexpr std::string_view stage_list = "KakehashiStages";
inline constexpr std::string_view reason_list = "KakehashiReasons";
inline constexpr std::string_view definition_list = "KakehashiDefinitions";
inline constexpr std::string_view metric_list = "KakehashiMetrics";
inline constexpr std::string_view goal_list = "KakehashiGoalNames";

/// Who fills a column in; colours its header.
enum class FilledBy { anybody, marketing, sales };

struct DataColumn {
    std::string_view key;  // how code calls it
    Text header;
    sheet::Format format = sheet::Format::general;
    double width_mm = 25;
    FilledBy by = FilledBy::anybody;
    std::vector<Text> choices = {};  // of a drop-down …
    std::string_view source = {};    // … or the named range that holds them
    bool strict = false;             // nothing but the choices
    Text hint = {};                  // what to enter, on hover and when a cell is selected
};

struct DataSheet {
    sheet::Part part;
    Text purpose;  // one sentence: what it is for
    std::vector<DataColumn> columns;
    std::size_t frozen_columns = 0;
    int data_columns = 0;  // of the named range, so that people can add some; 0: only the ones above
    int data_rows = 0;     // 0: to the end of the sheet
    int tab_colour = -1;
};

/// Where the tables begin on their sheets: below the title and the purpose.
inline constexpr int header_row = 2;

/// All of them, in the order of the sheets. The goals, the market and the survey begin with rows.
const std::vector<DataSheet>& data_sheets();
/// Of a part that is one; throws std::out_of_range for others.
const DataSheet& data_sheet(sheet::Part part);
const DataColumn& data_column(sheet::Part part, std::string_view key);

}  // namespace kakehashi::workbook
