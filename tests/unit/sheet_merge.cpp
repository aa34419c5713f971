#include <algorithm>

#include <catch2/catch.hpp>

#include "core/sheet/addresses.hpp"
#include "core/sheet/merge.hpp"

using namespace kakehashi::sheet;

namespace {

std::vector<Key> keys(std::initializer_list<const char*> texts) {
    std::vector<Key> list;
    for (const char* text : texts) list.push_back({text, false});
    return list;
}

Record wrote(std::initializer_list<const char*> texts) {
    Record record;
    for (const char* text : texts) record.keys.push_back(hash(text));
    std::sort(record.keys.begin(), record.keys.end());
    return record;
}

}  // namespace

TEST_CASE("columns are found by header, wherever people moved them") {
    Record record;
    record.columns = {3, 4, 5};
    CHECK(place_columns({"What", "Who", "Until"}, {"Who", "Mine", "Until", "What"}, 3, record) ==
          Places{6, 3, 5});
}

TEST_CASE("a column whose header people changed is found where we left it") {
    Record record;
    record.columns = {3, 4, std::nullopt};
    CHECK(place_columns({"What", "Who", "Until"}, {"What", "担当"}, 3, record) == Places{3, 4, missing});
}

TEST_CASE("equal headers are taken one after the other") {
    CHECK(place_columns({"a", "a", "a"}, {"a", "b", "a"}, 0, {}) == Places{0, 2, missing});
}

TEST_CASE("rows are found by key in whatever order; people's stay, ours that are gone are dropped") {
    const auto found = place_rows(keys({"Goal", "A", "B", "C"}), {"Goal", "C", "mine", "X", "A"}, 10,
                                  wrote({"A", "C", "X"}));
    CHECK(found.rows == Places{10, 14, missing, 11});
    CHECK(found.dropped == std::vector<int>{13});
}

TEST_CASE("equal keys are matched in their order, and rows without a key are people's") {
    const auto found = place_rows(keys({"h", "A", "A", "", "A"}), {"h", "A", "", "A"}, 0, wrote({"A"}));
    CHECK(found.rows == Places{0, 1, 3, missing, missing});
    CHECK(found.dropped.empty());
}

TEST_CASE("rows with a formula for a key are found where we left them") {
    Record record;
    record.rows = {0, 2, std::nullopt};
    const auto found =
        place_rows({{"h", false}, {"", true}, {"", true}}, {"h", "mine", "Revenue"}, 0, record);
    CHECK(found.rows == Places{0, 2, missing});
}

TEST_CASE("fixed cells are where the record says, and without one in a row") {
    CHECK(place_cells(3, 5, 9, {5, 8, std::nullopt}) == Places{5, 8, missing});
    CHECK(place_cells(3, 5, 9, {5, 6}) == Places{5, 6, missing});
    CHECK(place_cells(3, 5, 2, {}) == Places{5, 6, missing});
    CHECK(place_cells(3, 5, 9, {std::nullopt, std::nullopt, std::nullopt}) == Places{5, 6, 7});
}

TEST_CASE("missing rows come after the row before them, from the bottom to the top") {
    CHECK(insertions({10, missing, missing, 14, missing}, {}, 10) ==
          std::vector<Insertion>{{15, 1, 4}, {11, 2, 1}});
    CHECK(insertions({missing, 10}, {}, 10) == std::vector<Insertion>{{10, 1, 0}});
    // Sorted by people: the order of the plan is not that of the sheet.
    CHECK(insertions({10, 14, missing, 11, missing}, {}, 10) ==
          std::vector<Insertion>{{15, 1, 2}, {12, 1, 4}});
    // People's rows in between are left out; what comes later is carried out first.
    CHECK(insertions({10, missing, missing, missing}, {false, false, true, false}, 10) ==
          std::vector<Insertion>{{11, 1, 3}, {11, 1, 1}});
}

TEST_CASE("places move with inserted and removed rows") {
    Places rows{3, 4, 5, missing};
    shift(rows, 4, 2);
    CHECK(rows == Places{3, 6, 7, missing});
    shift(rows, 6, -1);
    CHECK(rows == Places{3, missing, 6, missing});
}

TEST_CASE("a record is read back as it was written, also from many keys") {
    Record record;
    record.columns = {2, std::nullopt, 4};
    record.rows = {7, 9};
    for (Hash i = 0; i < 1000; ++i) record.keys.push_back(i * 7919);
    record.notes = {hash("note; \"with\" ~ signs")};
    const std::string text = print(record, "It's; ~a \"sheet\"", {2, 7});
    CHECK(read_record(text) == record);
    CHECK(read_record(print(Record{}, "S", {0, 0})) == Record{});
    CHECK(read_record("CHOOSE(1;$S.$A$5~$S.$#REF!$5;$S.$A$#REF!;\"\";\"\")").columns ==
          std::vector<std::optional<int>>{0, std::nullopt});
    for (const char* broken : {"", "=", "CHOOSE(", "$A$1", "CHOOSE(1;2)", "CHOOSE(1;;;\"xyz\";\"0\")"})
        CHECK(read_record(broken).keys.empty());
}

TEST_CASE("a record knows the keys and notes of a plan, but not those of people") {
    Block block;
    block.refresh = Refresh::table;
    Cell ours;
    ours.content = "A";
    ours.note = "as agreed";
    Cell theirs;
    theirs.content = "B";
    theirs.theirs = true;
    block.rows = {{ours}, {ours}, {theirs}, {Cell{}}};
    const Record made = record(block);
    CHECK(made.has_key("A"));
    CHECK_FALSE(made.has_key("B"));
    CHECK_FALSE(made.has_key(""));
    CHECK(made.has_note("as agreed"));
    CHECK_FALSE(made.has_note("as agreed, but"));
    CHECK_FALSE(needs_rows(block));
    block.rows[1][0].content = Formula{"=1"};
    CHECK(needs_rows(block));
    block.refresh = Refresh::cells;
    CHECK(needs_rows(block));
}
