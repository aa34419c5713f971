#include "core/table/column.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace kakehashi;

TEST_CASE("equal texts share a code, and blanks-only texts are blank") {
    Column::Builder builder(4);
    builder.push_text("Web");
    builder.push_text("  ");
    builder.push_text("Web");
    const Column column = std::move(builder).finish();
    CHECK(column.codes()[0] == column.codes()[2]);
    CHECK(column.blank().test(1));
    CHECK(column.blank().test(3));  // never pushed
    CHECK(column.blank().count() == 2);
}

TEST_CASE("numbers and texts of one column have one kind of key") {
    Column::Builder builder(4);
    builder.push_number(12.0);
    builder.push_text("12");
    builder.push_text("ＷＥＢ");
    builder.push_text("web");
    const Column column = std::move(builder).finish();
    CHECK(column.keys().codes[0] == column.keys().codes[1]);
    CHECK(column.keys().codes[2] == column.keys().codes[3]);
    CHECK(column.keys().texts[column.keys().codes[2] - 1] == "ＷＥＢ");
    CHECK(column.as_numbers()[1] == 12.0);
    CHECK(std::isnan(column.as_numbers()[2]));
}

TEST_CASE("error cells count as blank and are remembered") {
    Column::Builder builder(2);
    builder.push_error();
    builder.push_number(1.0);
    const Column column = std::move(builder).finish();
    CHECK(column.blank().test(0));
    CHECK(column.errors().test(0));
    CHECK_FALSE(column.errors().test(1));
}

TEST_CASE("a document that counts its days from 1904 means the same dates") {
    ReadingLocale mac;
    mac.null_date = 1462;
    Column::Builder builder(2, mac);
    builder.push_number(44521.0);  // 2025-11-22 counted from 1904-01-01
    builder.push_text("2025-11-22");
    const Column column = std::move(builder).finish();
    const Instant day = instant_from_civil(std::chrono::year{2025} / 11 / 22);
    CHECK(column.as_instants()[0] == day);
    CHECK(column.as_instants()[1] == day);
}
