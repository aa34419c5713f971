// Numbers, dates, and texts that must stay texts.
#include "tests/unit/imports_support.hpp"

using namespace kakehashi;
using namespace kakehashi::imports;

namespace {

/// One column of these cells under that header.
std::shared_ptr<const Source> column(const std::string& header, const std::vector<std::string>& cells) {
    std::string text = header + "\tx\n";
    for (const std::string& cell : cells) text += cell + "\ta\n";
    return source_of(text);
}

void reads(const std::string& header, const std::vector<std::string>& cells, ColumnKind kind,
           const std::vector<std::string>& expected) {
    const auto source = column(header, cells);
    INFO(header << " " << cells.front());
    CHECK(source->columns[0].kind == kind);
    for (std::size_t row = 0; row < expected.size(); ++row)
        CHECK(written(source->value(row, 0)) == expected[row]);
}

void stays(const std::string& header, const std::vector<std::string>& cells) {
    reads(header, cells, ColumnKind::text, cells);
}

}  // namespace

TEST_CASE("dates in the forms of exports become dates", "[imports]") {
    reads("When", {"2026-11-21", "2026-11-22"}, ColumnKind::date, {"=46347", "=46348"});
    reads("When", {"2026/11/21", ""}, ColumnKind::date, {"=46347", ""});
    reads("When", {"2022-05-02T07:58:00Z"}, ColumnKind::date_time, {"=44683.33194444444"});
    reads("When", {"2026-01-30 15:55:37", "2026-01-30 00:00:00"}, ColumnKind::date_time,
          {"=46052.663622685184", "=46052"});
    reads("When", {"令和8年11月21日"}, ColumnKind::date, {"=46347"});
    reads("When", {"2026年11月21日"}, ColumnKind::date, {"=46347"});
    // A day and a month without a year could be of any.
    stays("When", {"02月08日"});
    // Spreadsheets write day numbers; the header says that they are days.
    reads("Due date", {"45631.0", "45632"}, ColumnKind::date, {"=45631", "=45632"});
    reads("Days To Close", {"45631", "2"}, ColumnKind::number, {"=45631", "=2"});
}

TEST_CASE("the order of day and month is found in the column", "[imports]") {
    reads("When", {"03/04/2026", "25/04/2026"}, ColumnKind::date, {"=46115", "=46137"});
    reads("When", {"03/04/2026", "04/25/2026"}, ColumnKind::date, {"=46085", "=46137"});
    // Years of two digits: the order under which the dates lie together.
    reads("When", {"20-10-16", "31-12-17", "01-03-17"}, ColumnKind::date, {"=42663", "=43100", "=42795"});
    CHECK(column("When", {"03/04/2026", "05/04/2026"})->columns[0].unsure);
    CHECK_FALSE(column("When", {"03/04/2026", "25/04/2026"})->columns[0].unsure);
}

TEST_CASE("money and shares become numbers", "[imports]") {
    reads("Amount", {"$1,234,567", "$0.50"}, ColumnKind::money, {"=1234567", "=0.5"});
    reads("金額", {"￥1,250,000", "1,250円", "△500"}, ColumnKind::money, {"=1250000", "=1250", "=-500"});
    reads("Balance", {"(1,234)", "12"}, ColumnKind::number, {"=-1234", "=12"});
    reads("Probability", {"75%", "5%"}, ColumnKind::percent, {"=0.75", "=0.05"});
    reads("Total", {"1.234,56", "99,5"}, ColumnKind::number, {"=1234.56", "=99.5"});
    reads("Total", {"1,234.56", "99.5"}, ColumnKind::number, {"=1234.56", "=99.5"});
    reads("Rate", {"-5", "-2.5"}, ColumnKind::number, {"=-5", "=-2.5"});
    reads("Size", {"1.2E+06"}, ColumnKind::number, {"=1200000"});
    // Dollars and yen do not add up.
    stays("Value", {"$100", "¥100"});
}

TEST_CASE("what would lose something as a number stays a text", "[imports]") {
    stays("Code x", {"00123", "45678"});
    stays("Number", {"12345678901234567"});
    stays("Call", {"+81312345678"});
    stays("電話番号", {"0312345678", "09012345678"});
    stays("Phone", {"5551234"});
    stays("郵便番号", {"1050001"});
    stays("Zip Code", {"94105"});
    stays("Lead ID", {"1", "2"});
    stays("owner_id", {"37"});
    stays("Batch", {"12E34", "56E78"});
    stays("Period", {"FY26-Q3"});
    stays("Is Won", {"TRUE", "FALSE"});
    stays("Formula", {"=1+1", "@name", "-none-", "+plus"});
}

TEST_CASE("one id with a leading zero among a million numbers keeps its column text", "[imports]") {
    std::string text = "Batch,x\n";
    for (int i = 1; i < 20000; ++i) text += std::to_string(i) + ",a\n";
    CHECK(source_of(text)->columns[0].kind == ColumnKind::number);
    const auto middle = text.find("\n15001,");
    text.insert(middle + 1, "007,a\n");
    CHECK(source_of(text)->columns[0].kind == ColumnKind::text);
}

TEST_CASE("a few cells that cannot be read stay texts in a column of numbers", "[imports]") {
    reads("Amount", {"100", "n/a", "300"}, ColumnKind::money, {"=100", "n/a", "=300"});
    reads("Close Date", {"2026-01-01", "soon"}, ColumnKind::date, {"=46023", "soon"});
}
