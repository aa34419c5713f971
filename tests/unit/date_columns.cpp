#include "core/evidence/date_columns.hpp"

#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/cells.hpp"

using namespace kakehashi;

namespace {

Column column_of(const std::vector<CellValue>& cells) {
    Column::Builder builder(cells.size());
    for (const CellValue& cell : cells) {
        if (const auto* number = std::get_if<double>(&cell)) {
            builder.push_number(*number);
        } else if (const auto* text = std::get_if<std::string>(&cell)) {
            builder.push_text(*text);
        } else {
            builder.push_blank();
        }
    }
    return std::move(builder).finish();
}

CellValue text(const char* value) {
    return std::string(value);
}

}  // namespace

TEST_CASE("headers that speak of dates", "[discovery]") {
    for (const char* header : {"Last visit",   "LAST_VISIT",
                               "lastVisit",    "lastvisit",
                               "Created at",   "created_at",
                               "createdAt",    "Modified",
                               "Last updated", "Contacted",
                               "Date",         "Demo day",
                               "Sign-up date", "property_createdate",
                               "Time",         "Closed on",
                               "Last contact", "最終訪問",
                               "最終訪問日",   "更新日時",
                               "次回商談日",   "対応時刻",
                               "日付",         "Ｌａｓｔ　ｖｉｓｉｔ",
                               "売上計上日"})
        CHECK(speaks_of_dates(header));
}

TEST_CASE("headers that do not, though they may hold the letters", "[discovery]") {
    for (const char* header :
         {"",         "Employees",     "Amount",      "Candidate", "Lifetime value", "Visits",
          "Visit ID", "Price per day", "Seat",        "Format",    "Add-on",         "Monday.com ID",
          "従業員数", "金額",          "訪問回数",    "日本売上",  "時価総額",       "対応時間",
          "日数",     "登録番号",      "ａｍｏｕｎｔ"})
        CHECK_FALSE(speaks_of_dates(header));
}

TEST_CASE("a column holds dates if all its cells are, and something says so", "[discovery]") {
    const Column serials = column_of({46038.0, CellValue{}, 46174.5});
    CHECK(holds_dates(serials, "Last visit"));
    CHECK_FALSE(holds_dates(serials, "Employees"));
    CHECK(holds_dates(column_of({46038.0, text("2026-06-01")}), "Employees"));
    CHECK(holds_dates(column_of({text("2026年6月1日")}), ""));
    // Texts of numbers are numbers.
    CHECK_FALSE(holds_dates(column_of({text("46038")}), "Last visit"));
    CHECK_FALSE(holds_dates(column_of({text("2026-06-01"), text("never")}), "Last visit"));
    CHECK_FALSE(holds_dates(column_of({CellValue{}, text(" ")}), "Last visit"));
    CHECK_FALSE(holds_dates(column_of({}), "Last visit"));
}

TEST_CASE("dates of columns lie between 1970 and 2100", "[discovery]") {
    CHECK(holds_dates(column_of({25569.0, 73415.0}), "Date"));  // 1970-01-01, 2100-12-31
    CHECK_FALSE(holds_dates(column_of({25568.0}), "Date"));
    CHECK_FALSE(holds_dates(column_of({73416.0}), "Date"));
    CHECK_FALSE(holds_dates(column_of({12.0, 1e300}), "Visit day"));
    CHECK_FALSE(holds_dates(column_of({text("1969-12-31")}), "Date"));
}
