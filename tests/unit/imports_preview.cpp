// What the import dialog shows and lets people change.
#include "core/imports/preview.hpp"
#include "tests/unit/imports_support.hpp"

using namespace kakehashi;
using namespace kakehashi::imports;

namespace {

const std::string file =
    "ID,Betrag,Fax,Due date\n1,10.5,x,2026-11-21\n2,11,\"a\nb\",2026-11-22\n3,1,2,3,4,5\n";

struct Dialog {
    std::shared_ptr<const Source> source = source_of(file);
    TableShape table = template_shape(sheet::Part::leads, Language::english);
    Decisions decisions;
    Decisions remembered;

    Mapping mapping() const {
        const auto mapped = map_columns(*source, target_of(sheet::Part::leads), table, decisions, remembered);
        REQUIRE(mapped);
        return *mapped;
    }
    std::vector<std::string> into() const {
        std::vector<std::string> labels;
        for (const PreviewColumn& column : preview(*source, mapping(), 2, Language::english))
            labels.push_back(column.into);
        return labels;
    }
    std::vector<Place> places(std::size_t column) const {
        return places_for(*source, column, mapping(), table, Language::english);
    }
};

}  // namespace

TEST_CASE("each column of the file is shown with where it goes and how it begins", "[imports]") {
    const Dialog dialog;
    CHECK(dialog.into() ==
          std::vector<std::string>{"ID", "New column: Betrag", "New column: Fax", "New column: Due date"});
    const auto columns = preview(*dialog.source, dialog.mapping(), 3, Language::japanese);
    CHECK(columns[1].from == "Betrag");
    CHECK(columns[1].into == "新しい列: Betrag");
    CHECK(columns[3].kind == "日付");
    CHECK(columns[2].cells == std::vector<std::string>{"x", "a b", ""});
    CHECK(line_of(columns[1]) == "Betrag → 新しい列: Betrag · 数値: 10.5 | 11");
    CHECK(line_of(columns[2]) == "Fax → 新しい列: Fax · 文字列: x | a b");
    const Text reading = reading_of(*dialog.source);
    CHECK(reading.en ==
          "2 rows, 4 columns. 1 line cannot be used (line 5: has 6 cells, the table only 4 "
          "columns: a delimiter inside a text?).");
    CHECK(reading.ja.starts_with("2 行 4 列。使えない行が 1 行あります（5 行目: "));
}

TEST_CASE("long texts are shortened between characters", "[imports]") {
    std::string text = "名前,x\n";
    for (int i = 0; i < 40; ++i) text += "あ";
    const auto source = source_of(text + ",1\n");
    const auto mapping = map_columns(*source, target_of(sheet::Part::leads), {}, {}, {});
    const auto columns = preview(*source, *mapping, 1, Language::english);
    CHECK(columns[0].cells[0].size() == 78 + std::string("…").size());
    CHECK(columns[0].cells[0].ends_with("あ…"));
}

TEST_CASE("a column goes where people send it, and the one that was there gives way", "[imports]") {
    Dialog dialog;
    const auto places = dialog.places(1);
    CHECK(places[0].decision == "-");
    CHECK(places[1].label == "New column: Betrag");
    CHECK(places.size() == dialog.table.headers.size() + 2);
    CHECK(place_of(dialog.mapping()[1], places) == 1);

    decide(dialog.decisions, "Betrag", "Amount");
    CHECK(dialog.into()[1] == "Amount");
    CHECK(dialog.places(1)[place_of(dialog.mapping()[1], dialog.places(1))].decision == "Amount");
    decide(dialog.decisions, "Fax", "amount");
    CHECK(dialog.into()[1] == "New column: Betrag");
    CHECK(dialog.into()[2] == "Amount");
    decide(dialog.decisions, "Fax", "-");
    CHECK(place_of(dialog.mapping()[2], dialog.places(2)) == 0);
    decide(dialog.decisions, "Due date", "-");
    CHECK(dialog.decisions.size() == 2);
    CHECK(dialog.into()[2] == "Left out");

    // What people say now goes before what they said once.
    dialog.remembered = {{"Fax", "Phone"}, {"Betrag", "-"}};
    decide(dialog.decisions, "Fax", "Fax");
    CHECK(dialog.into()[2] == "New column: Fax");
    CHECK(dialog.into()[1] == "Left out");
}

TEST_CASE("a column whose name is taken can still be added", "[imports]") {
    Dialog dialog;
    dialog.source = source_of("Amount,Betrag\n1,2\n");
    decide(dialog.decisions, "Betrag", "Amount");
    CHECK(dialog.into() == std::vector<std::string>{"New column: Amount (2)", "Amount"});
    const auto places = dialog.places(0);
    CHECK(places[1].decision == "Amount (2)");
    CHECK(place_of(dialog.mapping()[0], places) == 1);
}

TEST_CASE("the table of a new workbook is known before it is there", "[imports]") {
    for (const Language language : {Language::english, Language::japanese}) {
        const TableShape leads = template_shape(sheet::Part::leads, language);
        CHECK(leads.bound.size() == role_count);
        for (const auto& [role, header] : leads.bound)
            CHECK(std::ranges::find(leads.headers, header) != leads.headers.end());
        CHECK(leads.dates.size() == 5);
        for (const std::string& header : leads.dates)
            CHECK(std::ranges::find(leads.headers, header) != leads.headers.end());
        for (const Target& target : targets())
            CHECK_FALSE(template_shape(target.part, language).headers.empty());
    }
}
