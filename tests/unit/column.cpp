#include "core/table/column.hpp"

#include <cmath>
#include <variant>

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

namespace {

using Cell = std::variant<std::monostate, double, const char*, bool>;  // bool: an error

ColumnPtr read(const std::vector<Cell>& cells, ColumnPtr before = nullptr) {
    Column::Builder builder(cells.size(), {}, std::move(before));
    for (const Cell& cell : cells) {
        if (const auto* number = std::get_if<double>(&cell)) {
            builder.push_number(*number);
        } else if (const auto* text = std::get_if<const char*>(&cell)) {
            builder.push_text(*text);
        } else if (std::holds_alternative<bool>(cell)) {
            builder.push_error();
        } else {
            builder.push_blank();
        }
    }
    return std::move(builder).share();
}

/// Everything that can be asked of the cells, whatever the codes are.
void check_same(const Column& a, const Column& b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t row = 0; row < a.size(); ++row) {
        INFO("row " << row);
        CHECK(a.text(row) == b.text(row));
        CHECK(a.blank().test(row) == b.blank().test(row));
        CHECK((a.errors().size() != 0 && a.errors().test(row)) ==
              (b.errors().size() != 0 && b.errors().test(row)));
        CHECK(a.keys().codes[row] == b.keys().codes[row]);
    }
    CHECK(a.numbers().empty() == b.numbers().empty());
    CHECK(a.codes().empty() == b.codes().empty());
    CHECK(a.dictionary().size() == b.dictionary().size());
}

}  // namespace

TEST_CASE("a column read again is the same object, or as if it had been read for the first time") {
    const std::vector<Cell> cells = {"Web", 12.0, {}, "Mail", "Web", true, 0.0, "mail"};
    const ColumnPtr before = read(cells);
    CHECK(read(cells, before) == before);
    CHECK(read({}, before)->size() == 0);
    const std::vector<Cell> others = {"Web", "Mail", "web", "new", 12.0, 13.0, -0.0, {}, true};
    for (std::size_t row = 0; row < cells.size(); ++row) {
        for (const Cell& other : others) {
            if (other == cells[row] && !(row == 6)) continue;
            std::vector<Cell> changed = cells;
            changed[row] = other;
            INFO("row " << row << ", variant " << other.index());
            const ColumnPtr after = read(changed, before);
            CHECK(after != before);
            check_same(*after, *read(changed));
        }
    }
}

TEST_CASE("many texts at once have the codes that they have one by one") {
    TextList texts;
    for (int i = 0; i < 5'000; ++i) texts.push_back("L-" + std::to_string(i % 4'000));
    Column::Builder at_once(1);
    Column::Builder one_by_one(1);
    const auto codes = at_once.intern(texts);
    REQUIRE(codes.size() == texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) CHECK(codes[i] == one_by_one.intern(texts[i]));
}
