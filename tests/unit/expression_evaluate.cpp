// Which rows an expression selects.
#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "core/expression/evaluate.hpp"
#include "tests/support/cells.hpp"

using namespace kakehashi;
using test::cell_of;
using test::instant_of;

namespace {

Column column_of(const std::vector<std::string>& cells) {
    Column::Builder builder(cells.size());
    for (const std::string& written : cells) {
        const CellValue cell = cell_of(written);
        if (const auto* number = std::get_if<double>(&cell))
            builder.push_number(*number);
        else if (const auto* text = std::get_if<std::string>(&cell))
            builder.push_text(*text);
        else if (std::holds_alternative<ErrorCell>(cell))
            builder.push_error();
        else
            builder.push_blank();
    }
    return std::move(builder).finish();
}

/// Columns by name; the predicate `won` holds in the rows where the column `won?` has a 1.
class SmallTable final : public Scope {
  public:
    struct NamedCells {
        std::string name;
        std::vector<std::string> cells;
    };
    SmallTable(std::initializer_list<NamedCells> columns) {
        for (const auto& [name, cells] : columns) columns_.emplace(name, column_of(cells));
    }
    std::size_t rows() const override { return columns_.begin()->second.size(); }
    Result<const Column*> column(std::string_view name, const AsOf&) const override {
        const auto found = columns_.find(std::string(name));
        if (found == columns_.end())
            return not_available({"no column " + std::string(name), "列がありません"});
        return &found->second;
    }
    Result<Bitmap> predicate(const Predicate& predicate, const AsOf& as_of) const override {
        if (predicate.kind != PredicateKind::won) return not_available({"no predicate", "述語がありません"});
        return evaluate(**parse_expression("[won?] = 1"), *this, as_of);
    }

  private:
    std::map<std::string, Column> columns_;
};

/// The selected rows, counted from 1, as `1 3 4`; or the error's message.
std::string rows(const Scope& scope, std::string_view text, const AsOf& as_of = instant_of("2026-11-21")) {
    const auto expression = parse_expression(text);
    if (!expression) return expression.error().message.en;
    const auto selected = evaluate(**expression, scope, as_of);
    if (!selected) return selected.error().message.en;
    CHECK(selected->size() == scope.rows());
    std::string result;
    selected->for_each(
        [&](std::size_t row) { result += (result.empty() ? "" : " ") + std::to_string(row + 1); });
    return result;
}

struct Example {
    std::string expression;
    std::string selected;
};

void check(const Scope& scope, const std::vector<Example>& examples,
           const AsOf& as_of = instant_of("2026-11-21")) {
    for (const auto& [expression, selected] : examples) {
        INFO(expression);
        CHECK(rows(scope, expression, as_of) == selected);
    }
}

}  // namespace

TEST_CASE("texts are compared without case, width and surrounding blanks") {
    const SmallTable table{{"a", {"Web", "ＷＥＢ ", "web site", "", "Mail", "5", "#N/A", "'  ", "ﾃﾞｰﾀ"}}};
    check(table, {
                     {"a = web", "1 2"},
                     {"a = Ｗｅｂ", "1 2"},
                     {"a = ' WEB '", "1 2"},
                     {"a = データ", "9"},
                     {"a != web", "3 4 5 6 7 8 9"},
                     {"a <> web", "3 4 5 6 7 8 9"},
                     {"not a = web", "3 4 5 6 7 8 9"},
                     {"a in (web, MAIL)", "1 2 5"},
                     {"a in (nothing)", ""},
                     {"a not in (web, MAIL)", "3 4 6 7 8 9"},
                     {"a contains EB", "1 2 3"},
                     {"a starts with we", "1 2 3"},
                     {"a ends with B", "1 2"},
                     {"a contains ー", "9"},
                     {"a = \"\"", ""},
                     {"a is empty", "4 7 8"},
                     {"a is not empty", "1 2 3 5 6 9"},
                     {"a 空", "4 7 8"},
                     {"a web を含む", "1 2 3"},
                 });
}

TEST_CASE("a quoted text meets number cells as they are written") {
    const SmallTable table{{"a", {"7", "'7", "'007", "1.5", "'x7", "", "1e21", "-7"}}};
    check(table, {
                     {"a = '7'", "1 2"},
                     {"a = '007'", "3"},
                     {"a = '7.0'", ""},
                     {"a = '1.5'", "4"},
                     {"a = '-7'", "8"},
                     {"a in ('7', '007', '1.5')", "1 2 3 4"},
                     {"a contains 7", "1 2 3 5 8"},
                     {"a starts with 7", "1 2"},
                     {"a ends with .5", "4"},
                     {"a matches '^[0-9]$'", "1 2"},
                 });
}

TEST_CASE("numbers are compared as numbers, texts read as such included") {
    const SmallTable table(
        {{"a", {"100", "'¥1,250", "99.5", "", "many", "'１００", "#N/A", "-3", "'12%", "0.12"}}});
    check(table, {
                     {"a = 100", "1 6"},
                     {"a != 100", "2 3 4 5 7 8 9 10"},
                     {"a > 100", "2"},
                     {"a >= 100", "1 2 6"},
                     {"a < 100", "3 8 9 10"},
                     {"a <= 100", "1 3 6 8 9 10"},
                     {"not a > 100", "1 3 4 5 6 7 8 9 10"},
                     {"a between 99 and 100", "1 3 6"},
                     {"a not between 99 and 100", "2 4 5 7 8 9 10"},
                     {"a between 100 and 99", ""},
                     {"a in (100, -3, many)", "1 5 6 8"},
                     {"a = 12%", "9 10"},
                     {"a >= '¥1,000'", "2"},
                     {"a 100 以上", "1 2 6"},
                     {"a 100 未満", "3 8 9 10"},
                 });
}

TEST_CASE("a date without time means its day") {
    const SmallTable table{{"d",
                            {"2026-11-20", "2026-11-20 23:59", "2026-11-21", "2026-11-21 14:05", "2026-11-22",
                             "'2026年11月21日", "", "soon", "'2026-11-21T09:00:00+09:00"}}};
    check(table, {
                     {"d = 2026-11-21", "3 4 6 9"},
                     {"d != 2026-11-21", "1 2 5 7 8"},
                     {"d < 2026-11-21", "1 2"},
                     {"d <= 2026-11-21", "1 2 3 4 6 9"},
                     {"d > 2026-11-21", "5"},
                     {"d >= 2026-11-21", "3 4 5 6 9"},
                     {"d between 2026-11-21 and 2026-11-21", "3 4 6 9"},
                     {"d between 2026-11-20 and 2026-11-21", "1 2 3 4 6 9"},
                     {"d in (2026-11-20, 2026-11-22)", "1 2 5"},
                     {"d = '2026/11/21'", "3 4 6 9"},
                     {"d >= '2026/11/22'", "5"},
                     {"d <= \"2026年11月20日\"", "1 2"},
                     {"d in ('2026/11/20', soon)", "1 2 8"},
                 });
}

TEST_CASE("a date with time meets dates without time by day") {
    const SmallTable table(
        {{"d", {"2026-11-20", "2026-11-21", "2026-11-21 14:05", "2026-11-21 14:06", "2026-11-22", ""}}});
    check(table, {
                     {"d = 2026-11-21 14:05", "2 3"},
                     {"d != 2026-11-21 14:05", "1 4 5 6"},
                     {"d < 2026-11-21 14:05", "1"},
                     {"d <= 2026-11-21 14:05", "1 2 3"},
                     {"d > 2026-11-21 14:05", "4 5"},
                     {"d >= 2026-11-21 14:05", "2 3 4 5"},
                     {"d between 2026-11-20 and 2026-11-21 14:05", "1 2 3"},
                 });
}

TEST_CASE("today is the as-of day") {
    const SmallTable table{{"d", {"2026-11-20", "2026-11-21", "2026-11-21 14:05", "2026-11-22", ""}}};
    for (const std::string as_of : {"2026-11-21", "2026-11-21 12:00"}) {
        INFO(as_of);
        check(table,
              {{"d = today", "2 3"},
               {"d < today", "1"},
               {"d <= today", "1 2 3"},
               {"d > 今日", "4"},
               {"d in (today, 2026-11-22)", "2 3 4"},
               {"d between 2026-11-21 and today", "2 3"},
               {"d != today", "1 4 5"}},
              instant_of(as_of));
    }
}

TEST_CASE("a window reaches back whole days from the as-of date, and not ahead of it") {
    const SmallTable table{{"d",
                            {"2026-10-21", "2026-10-22", "2026-11-14", "2026-11-21 18:00", "2026-11-22", "",
                             "soon", "2026-11-21"}}};
    check(table, {
                     {"d within 30 days", "2 3 4 8"},
                     {"d within 31 days", "1 2 3 4 8"},
                     {"d within 0 days", "4 8"},
                     {"d within 1 week", "3 4 8"},
                     {"d within 0.5 weeks", "4 8"},
                     {"d within 1 month", "1 2 3 4 8"},
                     {"d within 0 months", "4 8"},
                     {"d not within 1 week", "1 2 5 6 7"},
                     {"d within 99999999999 days", "1 2 3 4 8"},
                     {"d within 99999999999 months", "1 2 3 4 8"},
                     {"d 過去30日", "2 3 4 8"},
                 });
    check(table, {{"d within 0 days", "8"}}, instant_of("2026-11-21 12:00"));
}

TEST_CASE("months are clamped to the end of the month") {
    const SmallTable table{{"d", {"2026-02-27", "2026-02-28", "2026-03-01", "2024-02-29", "2025-11-30"}}};
    check(table, {{"d within 1 month", "2 3"}, {"d within 4 months", "1 2 3 5"}}, instant_of("2026-03-31"));
    check(table, {{"d within 1 month", "4"}}, instant_of("2024-03-31"));
}

TEST_CASE("rows can have as-of dates of their own") {
    const SmallTable table{{"d", {"2026-11-20", "2026-11-20", "2026-11-20", "2026-11-20", ""}}};
    const std::vector<Instant> moments = {instant_of("2026-11-20"), instant_of("2026-11-30 08:00"),
                                          instant_of("2026-11-19"), no_instant, instant_of("2026-11-20")};
    check(table,
          {{"d = today", "1"},
           {"d < today", "2"},
           {"d > today", "3"},
           {"d != today", "2 3 4 5"},
           {"d within 9 days", "1"},
           {"d within 10 days", "1 2"},
           {"d within 1 month", "1 2"}},
          AsOf(moments));
}

TEST_CASE("an order of texts is that of their folded code points") {
    const SmallTable table{{"a", {"apple", "Banana", "cherry", "", "7", "Ｂ"}}};
    check(table, {
                     {"a < banana", "1 6"},
                     {"a <= banana", "1 2 6"},
                     {"a > b", "2 3"},
                     {"a >= b", "2 3 6"},
                     {"a between b and c", "2 6"},
                 });
}

TEST_CASE("a text that reads as a number or date is one only where the column holds such") {
    const SmallTable table{{"word", {"x", "'¥9 shop", ""}}, {"number", {"5", "50", ""}}};
    check(table, {{"word >= '5'", "1 2"}, {"number >= '6'", "2"}, {"word > '2026/11/21'", "1 2"}});
}

TEST_CASE("regular expressions match any part of the folded text") {
    const SmallTable table(
        {{"a", {"Acme Inc.", "ACME K.K.", "株式会社（東京）", "Straße", "Ａｃｍｅ ２", "", "12"}}});
    check(table, {
                     {"a matches acme", "1 2 5"},
                     {"a matches '^ACME (inc|k)'", "1 2"},
                     {"a matches 'acme \\d'", "5"},
                     {"a matches 'Ａｃｍｅ \\d'", "5"},
                     {"a matches '\\D'", "1 2 3 4 5"},
                     {"a matches STRAßE", "4"},
                     {"a matches '株式会社（.*）'", "3"},
                     {"a matches '^..$'", "7"},
                     {"a matches ''", "1 2 3 4 5 7"},
                     {"not a matches acme", "3 4 6 7"},
                 });
}

TEST_CASE("no regular expression takes forever") {
    const SmallTable table{{"a", {std::string(100'000, 'a') + "b"}}};
    check(table, {{"a matches '^(a+)+$'", ""}, {"a matches '(a|aa)+$'", ""}, {"a matches '(.*)*x'", ""}});
}

TEST_CASE("logic has two values") {
    const SmallTable table(
        {{"a", {"1", "2", "", "1"}}, {"b", {"x", "", "x", "y"}}, {"won?", {"1", "", "1", "0"}}});
    check(table, {
                     {"a = 1 and b = x", "1"},
                     {"a = 1 or b = x", "1 3 4"},
                     {"not (a = 1 and b = x)", "2 3 4"},
                     {"not (a < 5)", "3"},
                     {"a = 1 or a = 2 and b = x", "1 4"},
                     {"(a = 1 or a = 2) and b = x", "1"},
                     {"won", "1 3"},
                     {"not won and a = 1", "4"},
                     {"won or b = y", "1 3 4"},
                     {"won かつ b = x", "1 3"},
                     {"won でない", "2 4"},
                     {"a = 1 and b = x and won", "1"},
                     {"a is empty or b is empty", "2 3"},
                 });
}

TEST_CASE("an unknown column or predicate is an error wherever it stands") {
    const SmallTable table{{"a", {"1", "2"}}};
    check(table, {
                     {"nix = 1", "no column nix"},
                     {"a = 1 or nix = 1", "no column nix"},
                     {"a = 5 and nix is empty", "no column nix"},
                     {"not nix in (1)", "no column nix"},
                     {"nix between 1 and 2", "no column nix"},
                     {"nix within 3 days", "no column nix"},
                     {"a = 5 and lost", "no predicate"},
                 });
}

TEST_CASE("an expression made by hand with an invalid regular expression is Err:502") {
    const SmallTable table{{"a", {"1"}}};
    const auto selected =
        evaluate(Node{Compare{"a", Comparison::matches, std::string("(")}}, table, instant_of("2026-11-21"));
    REQUIRE_FALSE(selected);
    CHECK(selected.error().code == ErrorCode::illegal_argument);
}

TEST_CASE("columns without any row, text or number are no trouble") {
    const SmallTable none{{"a", {}}};
    const SmallTable blank{{"a", {"", ""}}};
    for (const std::string condition :
         {"a = x", "a = 1", "a = 2026-01-01", "a = today", "a < x", "a < '5'", "a in (x, 1)", "a contains x",
          "a matches x", "a within 3 days", "a between 1 and 2"}) {
        INFO(condition);
        CHECK(rows(none, condition) == "");
        CHECK(rows(blank, condition) == "");
        CHECK(rows(blank, "not " + condition) == "1 2");
    }
    CHECK(rows(blank, "a is empty") == "1 2");
    CHECK(rows(blank, "a != x") == "1 2");
}

TEST_CASE("rows beyond one word of the bitmap are selected too") {
    std::vector<std::string> cells;
    for (int i = 0; i < 200; ++i) cells.push_back(i % 50 == 49 ? "x" : "y");
    check(SmallTable{{"a", cells}}, {{"a = x", "50 100 150 200"}, {"not a = y", "50 100 150 200"}});
}
