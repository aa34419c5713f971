// Shapes of columns that many tables share; for the files that list them.
#pragma once

#include <utility>

#include "core/workbook/data_sheets.hpp"

namespace kakehashi::workbook {

inline constexpr int shared_colour = 0x009E73;
inline constexpr int marketing_colour = 0x0072B2;
inline constexpr int sales_colour = 0xD55E00;
inline constexpr int neutral_colour = 0x7F7F7F;

inline std::vector<Text> department_names() {
    return {{"Marketing", "マーケティング"}, {"Sales", "営業"}};
}

inline DataColumn plain(std::string_view key, Text header, double width_mm, Text hint = {}) {
    return {key,   std::move(header), sheet::Format::general, width_mm, FilledBy::anybody, {}, {},
            false, std::move(hint)};
}

inline DataColumn of_format(sheet::Format format, std::string_view key, Text header, double width_mm,
                            Text hint = {}) {
    DataColumn column = plain(key, std::move(header), width_mm, std::move(hint));
    column.format = format;
    return column;
}

inline DataColumn day(std::string_view key, Text header, Text hint = {}) {
    return of_format(sheet::Format::date, key, std::move(header), 26, std::move(hint));
}

inline DataColumn listed(std::string_view key, Text header, double width_mm, std::vector<Text> choices,
                         bool strict, Text hint = {}) {
    DataColumn column = plain(key, std::move(header), width_mm, std::move(hint));
    column.choices = std::move(choices);
    column.strict = strict;
    return column;
}

inline DataColumn from_list(std::string_view key, Text header, double width_mm, std::string_view source,
                            Text hint = {}) {
    DataColumn column = plain(key, std::move(header), width_mm, std::move(hint));
    column.source = source;
    return column;
}

inline DataColumn by(FilledBy department, DataColumn column) {
    column.by = department;
    return column;
}

inline DataColumn department(std::string_view key = "department", Text header = {"Department", "部門"}) {
    return listed(key, std::move(header), 26, department_names(), true);
}

inline DataColumn channel(std::string_view key, Text header) {
    return listed(key, std::move(header), 28,
                  {{"Web", "Web"},
                   {"Referral", "紹介"},
                   {"Trade show", "展示会"},
                   {"Seminar", "セミナー"},
                   {"Newsletter", "メルマガ"},
                   {"Advertising", "広告"},
                   {"Cold call", "電話営業"},
                   {"Other", "その他"}},
                  false);
}

DataSheet lead_sheet();
DataSheet goal_sheet();
/// Activities, spend, touches, stage log, hand-offs, customer voice, accounts, history.
std::vector<DataSheet> record_sheets();
DataSheet market_sheet();
DataSheet survey_sheet();

}  // namespace kakehashi::workbook
