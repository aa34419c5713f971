// Where columns go, and which rows are the same.
#include "core/imports/report.hpp"
#include "tests/unit/imports_support.hpp"

using namespace kakehashi;
using namespace kakehashi::imports;

namespace {

const std::vector<std::string> lead_headers = {"ID",     "Company", "Name",        "Email",  "Owner",
                                               "Amount", "Stage",   "Opportunity", "Closed", "Note"};

Sheet leads() {
    Sheet sheet(lead_headers);
    sheet.shape.dates = {"Opportunity", "Closed"};
    return sheet;
}

/// `file header -> table header` of every column, `+` before new ones.
std::string mapped(const Source& source, const TableShape& shape, const Decisions& now = {},
                   const Decisions& remembered = {}) {
    const auto mapping = map_columns(source, target_of(sheet::Part::leads), shape, now, remembered);
    if (!mapping) return mapping.error().message.en;
    std::string text;
    for (std::size_t column = 0; column < mapping->size(); ++column) {
        const MappedColumn& to = (*mapping)[column];
        text += (column == 0 ? "" : "; ") + source.layout.headers[column] + " -> " +
                (to.match == Match::left_out ? "-" : (to.column ? "" : "+") + to.header);
    }
    return text;
}

}  // namespace

TEST_CASE("columns go to the column of that name, else to the one of the same role, else to the end",
          "[imports]") {
    const auto source = source_of("opportunity_id,account,deal_stage,Name,product\nO1,A,Won,N,P\n");
    CHECK(mapped(*source, leads().shape) ==
          "opportunity_id -> ID; account -> Company; deal_stage -> Stage; Name -> Name; product -> +product");
    TableShape japanese{{"リードID", "会社名", "ステージ"}, {}, {}};
    CHECK(mapped(*source, japanese) ==
          "opportunity_id -> リードID; account -> 会社名; deal_stage -> ステージ; Name -> +Name; product -> "
          "+product");
}

TEST_CASE("the playbook's binding of a role goes before what headers look like", "[imports]") {
    TableShape shape{{"ID", "Amount", "Billed"}, {{Role::amount, "Billed"}}, {}};
    CHECK(mapped(*source_of("ID,Close Value\n1,2\n"), shape) == "ID -> ID; Close Value -> Billed");
}

TEST_CASE("people decide where columns go, and that is remembered", "[imports]") {
    const auto source = source_of("ID,Betrag,Fax,Umsatz\n1,2,3,4\n");
    const TableShape shape = leads().shape;
    CHECK(mapped(*source, shape, {{"betrag", "amount"}, {"Fax", "-"}}) ==
          "ID -> ID; Betrag -> Amount; Fax -> -; Umsatz -> +Umsatz");
    const Decisions kept = *parse_decisions(format_decisions({{"Betrag", "Amount"}, {"a=b; c", "x"}}));
    CHECK(kept.at("a=b; c") == "x");
    CHECK(mapped(*source, shape, {}, kept) == "ID -> ID; Betrag -> Amount; Fax -> +Fax; Umsatz -> +Umsatz");
    CHECK(parse_decisions(" Betrag = Amount ; Fax=- ")->at("Betrag") == "Amount");
    CHECK_FALSE(parse_decisions("Betrag"));
    CHECK_FALSE(map_columns(*source, target_of(sheet::Part::leads), shape, {{"Nix", "Amount"}}, {}));
    CHECK_FALSE(map_columns(*source, target_of(sheet::Part::leads), shape,
                            {{"Betrag", "Amount"}, {"Umsatz", "Amount"}}, {}));
}

TEST_CASE("words do not go into a column of dates, however it is called", "[imports]") {
    const auto source = source_of("ID,Opportunity\n1,Big deal\n");
    CHECK(mapped(*source, leads().shape) == "ID -> ID; Opportunity -> +Opportunity (2)");
    Sheet sheet = leads();
    sheet.import(*source);
    CHECK(sheet.import(*source).cells == 0);
    CHECK(sheet.at(0, "Opportunity (2)") == "Big deal");
    CHECK(mapped(*source_of("ID,Opportunity\n1,2026-01-01\n"), leads().shape) ==
          "ID -> ID; Opportunity -> Opportunity");
}

TEST_CASE("rows of the same id are updated, new ones appended, others stay", "[imports]") {
    Sheet sheet = leads();
    sheet.import(*source_of("ID,Company,Amount\nA,Alpha,100\nB,Beta,200\nC,Gamma,300\n"));
    REQUIRE(sheet.rows() == 3);
    const MergePlan plan =
        sheet.import(*source_of("ID,Company,Amount\nb,Beta,250\nD,Delta,400\nＡ,Alpha,100\n"));
    CHECK(plan.by_key);
    CHECK(plan.updated == 2);  // B's amount; the ids as they are written now
    CHECK(plan.appended.size() == 1);
    CHECK(plan.gone == 1);
    CHECK(sheet.at(1, "Amount") == "250");
    CHECK(sheet.at(2, "Company") == "Gamma");
    CHECK(sheet.at(3, "ID") == "D");
}

TEST_CASE("importing the same file again changes nothing", "[imports]") {
    for (const char* text : {"ID,Company,When\n1,Alpha,2026-01-01 10:00\n2,Beta,\n2,Beta again,\n,No id,\n",
                             "Company,City\nAlpha,Tokyo\nAlpha,Tokyo\nBeta,\n"}) {
        Sheet sheet = leads();
        const auto source = source_of(text);
        sheet.import(*source);
        const std::size_t rows = sheet.rows();
        CHECK(rows == source->rows());
        const MergePlan again = sheet.import(*source);
        CHECK(again.cells == 0);
        CHECK(again.appended.empty());
        CHECK(again.unchanged == rows);
        CHECK(sheet.rows() == rows);
    }
}

TEST_CASE("of equal ids the first meets the first, the second the second", "[imports]") {
    Sheet sheet = leads();
    sheet.import(*source_of("ID,Company\n7,one\n7,two\n"));
    sheet.import(*source_of("ID,Company\n7,one\n7,TWO\n7,three\n"));
    REQUIRE(sheet.rows() == 3);
    CHECK(sheet.at(1, "Company") == "TWO");
    CHECK(sheet.at(2, "Company") == "three");
}

TEST_CASE("columns, formulas and the order of people's own stay", "[imports]") {
    Sheet sheet = leads();
    sheet.import(*source_of("ID,Company,Amount\nA,Alpha,100\nB,Beta,200\n"));
    // Somebody sorts the rows the other way round, adds a column, and a formula in one that is imported.
    for (std::size_t column = 0; column < sheet.grid.columns; ++column)
        std::swap(sheet.grid.at(1, column), sheet.grid.at(2, column));
    sheet.grid.at(1, 9) = std::string("call back");
    sheet.formulas = {{0, 5}};
    const MergePlan plan = sheet.import(*source_of("ID,Company,Amount\nA,Alpha,150\nB,Beta,250\n"));
    CHECK(plan.kept_formulas == 1);
    CHECK(sheet.at(0, "ID") == "B");
    CHECK(sheet.at(0, "Amount") == "200");
    CHECK(sheet.at(0, "Note") == "call back");
    CHECK(sheet.at(1, "Amount") == "150");
}

TEST_CASE("blank cells of a file do not erase what hand-offs and their answers wrote", "[imports]") {
    const std::string header = "Company,Handed off,Responded,Accepted,Rejected,Reason,Owner";
    const std::vector<std::string> written{"Handed off", "Responded", "Accepted", "Rejected", "Reason"};
    const auto write = [&](Sheet& sheet, std::size_t row) {
        for (const std::string& name : written)
            for (std::size_t column = 0; column < sheet.grid.columns; ++column)
                if (to_text(sheet.grid.at(0, column)) == name) sheet.grid.at(row + 1, column) = 46348.0;
    };
    for (const bool with_id : {true, false}) {
        Sheet sheet({});
        const auto source =
            source_of(with_id ? "ID," + header + "\n1,Alpha,,,,,,Sato\n2,Beta,,,,,,Sato\n"
                              : header + "\nAlpha,,,,,,Sato\nBeta,,,,,,Sato\nBeta,,,,,,Sato\n");
        sheet.import(*source);
        write(sheet, 1);
        const MergePlan again = sheet.import(*source);
        CHECK(again.cells == 0);
        CHECK(again.appended.empty());
        CHECK(again.unchanged == source->rows());
        for (const std::string& name : written) CHECK(sheet.at(1, name) == "46348");
    }
    Sheet sheet({});
    sheet.import(*source_of("ID," + header + "\n1,Alpha,,,,,,Sato\n"));
    write(sheet, 0);
    // What the file does say is written, and other cells are emptied as before.
    const MergePlan plan = sheet.import(*source_of("ID," + header + "\n1,Alpha,2026-11-20,,,,Price,\n"));
    CHECK(plan.cells == 3);
    CHECK(sheet.at(0, "Handed off") == "46346");
    CHECK(sheet.at(0, "Reason") == "Price");
    CHECK(sheet.at(0, "Accepted") == "46348");
    CHECK(sheet.at(0, "Owner").empty());
}

TEST_CASE("the outcome of an import counts in both languages, one as one", "[imports]") {
    const auto outcome = [](const std::string& bytes, bool twice) {
        const auto source = source_of(bytes);
        Sheet sheet = leads();
        if (twice) sheet.import(*source_of("ID,Company,Amount\nZ,Zeta,1\n"));
        sheet.formulas = {{0, 5}};
        const auto mapping = map_columns(*source, target_of(sheet::Part::leads), sheet.shape, {}, {});
        ImportReport report;
        report.origin = "leads.csv";
        report.into = "Leads";
        report.plan = merge(*source, *mapping, target_of(sheet::Part::leads), sheet.shape, sheet.present());
        return outcome_of(*source, *mapping, report);
    };
    const Text one = outcome("ID,Company,Amount\nZ,Zeta,5\n", true);
    CHECK(one.en ==
          "leads.csv: 1 row, 0 new, 0 updated, 1 unchanged, in the sheet Leads. 1 cell was not written "
          "because it holds a formula.");
    const Text gone = outcome("ID,Company,Amount\nA,Alpha,1\nB,Beta,2\nC,Gamma,3,4,5\n", true);
    CHECK(gone.en ==
          "leads.csv: 2 rows, 2 of them new, 0 updated, 0 unchanged, in the sheet Leads. 1 line could not be "
          "used; it is listed in the sheet Import notes. 1 row of the table is not in the file; it stays.");
    std::string amounts = "ID,Amount,Created\n";
    for (int i = 0; i < 20; ++i) amounts += "L" + std::to_string(i) + ",$10.50,2026-11-21\n";
    const Text texts = outcome(amounts + "X,n/a,soon\nY,$1,later\n", false);
    CHECK(texts.en ==
          "leads.csv: 22 rows, 22 of them new, 0 updated, 0 unchanged, in the sheet Leads. Amount: read "
          "as amounts but for 1 cell, which stays a text. Created: read as dates but for 2 cells, which stay "
          "texts.");
    CHECK(texts.ja ==
          "leads.csv: 22 行。新規 22 行、更新 0 行、変更なし 0 行（シート「Leads」）。Amount: 1 "
          "セルは金額として読めず、文字列のままです。Created: 2 "
          "セルは日付として読めず、文字列のままです。");
}

TEST_CASE("the sorts of tables are recognised by their headers", "[imports]") {
    const auto target = [](std::vector<std::string> headers) { return recognise_target(headers); };
    CHECK(target({"deal_id", "date_entered", "value", "source"}) == sheet::Part::stage_log);
    CHECK(target({"Lead ID", "Stage", "Date"}) == sheet::Part::stage_log);
    CHECK(target({"ID", "Stage", "Close Date", "Amount"}) == sheet::Part::leads);
    CHECK(target({"Date", "Department", "Channel", "Cost"}) == sheet::Part::spend);
    CHECK(target({"日付", "部門", "チャネル", "費用"}) == sheet::Part::spend);
    CHECK(target({"Lead ID", "Date", "Channel"}) == sheet::Part::touches);
    CHECK(target({"日付", "担当者", "活動", "件数"}) == sheet::Part::activities);
    CHECK(target({"Goal", "Metric", "Target"}) == sheet::Part::goals);
    CHECK(target({"anything"}) == sheet::Part::leads);
    CHECK(*parse_target("段階の履歴") == sheet::Part::stage_log);
    CHECK(*parse_target("stagelog") == sheet::Part::stage_log);
    CHECK_FALSE(parse_target("customers"));
}

TEST_CASE("a log is merged by everything in its rows", "[imports]") {
    Sheet sheet({"ID", "Stage", "Date", "Reason", "Note"});
    const auto first =
        source_of("deal_id,date_entered,value\n1,2026-01-01 10:00:00,MQL\n1,2026-01-05 10:00:00,SQL\n");
    CHECK(recognise_target(first->layout.headers) == sheet::Part::stage_log);
    sheet.import(*first, sheet::Part::stage_log);
    CHECK(sheet.at(1, "Stage") == "SQL");
    const MergePlan plan = sheet.import(
        *source_of("deal_id,date_entered,value\n1,2026-01-05 10:00:00,SQL\n1,2026-01-09 10:00:00,Won\n"),
        sheet::Part::stage_log);
    CHECK(plan.cells == 0);
    CHECK(plan.appended.size() == 1);
    CHECK(sheet.rows() == 3);
}

TEST_CASE("an import says what it did not recognise, where new leads are not counted for it", "[imports]") {
    const auto lacks = [](const std::string& bytes, const Decisions& now = {},
                          std::vector<PlaybookStage> stages = {}, sheet::Part part = sheet::Part::leads) {
        const auto source = source_of(bytes);
        Sheet sheet({"ID", "Company", "Stage", "Created", "MQL"});
        const auto mapping = map_columns(*source, target_of(part), sheet.shape, now, {});
        REQUIRE(mapping);
        PlaybookStage lead;
        lead.stage = "Lead";
        lead.column = "Created";
        stages.push_back(lead);
        const Unrecognised found = unrecognised(target_of(part), *mapping, stages);
        return std::string(found.id ? "id " : "") + (found.date ? "date " : "") +
               (found.stage ? "stage" : "");
    };
    PlaybookStage mql;
    mql.stage = "MQL";
    CHECK(lacks("a,b\n1,2\n") == "id date stage");
    CHECK(lacks("a,b\n1,2\n", {}, {}, sheet::Part::spend).empty());
    CHECK(lacks("ID,Company\n1,A\n") == "date stage");
    CHECK(lacks("ID,Created\n1,2026-11-22\n") == "stage");
    CHECK(lacks("ID,Stage\n1,Lead\n") == "date ");
    CHECK(lacks("ID,Stage,Created\n1,Lead,2026-11-22\n").empty());
    // A date of a later stage says both.
    CHECK(lacks("ID,MQL\n1,2026-11-22\n") == "date stage");
    CHECK(lacks("ID,MQL\n1,2026-11-22\n", {}, {mql}).empty());
    // What people send to a column counts, what they leave out does not.
    CHECK(lacks("a,b,c\n1,2026-11-22,Lead\n", {{"a", "ID"}, {"b", "created"}, {"c", "Stage"}}).empty());
    CHECK(lacks("ID,Stage,Created\n1,Lead,2026-11-22\n", {{"Created", "-"}}) == "date ");
    mql.when = "Employees > 100";
    CHECK(lacks("ID,Created\n1,2026-11-22\n", {}, {mql}).empty());
    mql.column = "Closed";  // which holds only where the expression does
    CHECK(lacks("ID,Created\n1,2026-11-22\n", {}, {mql}) == "stage");

    CHECK(
        after_import({true, true, true}).en ==
        "No column was recognised as the id, the created date or a stage: the new leads are unknown to "
        "hand-offs and history, in no period and not in the funnel. If the file has one, undo and choose it "
        "in the import dialog, or name it in [columns] of the playbook.");
    CHECK(after_import({false, false, true}).en ==
          "No column was recognised as a stage: the new leads are at most at the first stage of the funnel. "
          "If the file has one, undo and choose it in the import dialog, or name it in [columns] of the "
          "playbook.");
    CHECK(
        after_import({false, true, true}).ja ==
        "作成日、ステージの列が見つからないため、新しいリードは期間を区切った数値、ファネルの対象になりません"
        "。"
        "ファイルにあれば、元に戻して取り込みのダイアログで選ぶか、プレイブックの［列］で指定してください。");

    const auto source = source_of("ID,Company\nA,Alpha\n");
    ImportReport report;
    report.lacks = {false, true, true};
    CHECK(outcome_of(*source, Mapping(2), report).en.find("recognised") == std::string::npos);
    report.plan.appended = {0};
    CHECK(outcome_of(*source, Mapping(2), report)
              .en.find("0 unchanged, in the sheet . No column was "
                       "recognised as the created date or a stage") != std::string::npos);
}
