// Files as people get them: encodings, delimiters, quotation marks, preambles, totals.
#include "core/imports/decode.hpp"
#include "core/imports/delimiter.hpp"
#include "tests/unit/imports_support.hpp"

using namespace kakehashi;
using namespace kakehashi::imports;

namespace {

std::string utf16(const std::u16string& text, bool little, bool mark) {
    std::string bytes;
    const auto add = [&](char16_t unit) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += little ? low : high;
        bytes += little ? high : low;
    };
    if (mark) add(0xFEFF);
    for (const char16_t unit : text) add(unit);
    return bytes;
}

Decoded decoded(std::string bytes, std::string_view encoding = {}) {
    auto result = decode(std::move(bytes), encoding);
    if (!result) FAIL(result.error().message.en);
    return *result;
}

std::vector<std::vector<std::string>> rows(const std::string& text, char delimiter = ',') {
    const Records records = read_records(text, delimiter);
    std::vector<std::vector<std::string>> result;
    for (std::size_t row = 0; row < records.size(); ++row) {
        result.emplace_back();
        for (std::size_t column = 0; column < records.width(row); ++column)
            result.back().emplace_back(records.at(row, column));
    }
    return result;
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("each encoding is told from the others, and says why", "[imports]") {
    const std::string utf8 = "会社,氏名\n株式会社髙橋,①②\n";
    CHECK(decoded(utf8).encoding == "UTF-8");
    CHECK(decoded("\xEF\xBB\xBF" + utf8).text == utf8);
    CHECK(decoded("plain,ascii\n").encoding == "UTF-8");
    // The same in CP932, with NEC's ① and IBM's 髙, as Windows writes it.
    const std::string cp932 =
        "\x89\xEF\x8E\xD0,\x8E\x81\x96\xBC\n\x8A\x94\x8E\xAE\x89\xEF\x8E\xD0\xFB\xFC\x8B\xB4,"
        "\x87\x40\x87\x41\n";
    CHECK(decoded(cp932).encoding == "CP932");
    CHECK(decoded(cp932).text == utf8);
    CHECK_FALSE(decoded(cp932).reason.ja.empty());
    const std::u16string wide = u"会社,氏名\n株式会社髙橋,①②\n";
    for (const bool little : {true, false})
        for (const bool mark : {true, false}) {
            INFO(little << mark);
            const Decoded result = decoded(utf16(wide, little, mark));
            CHECK(result.encoding == (little ? "UTF-16LE" : "UTF-16BE"));
            CHECK(result.text == utf8);
        }
}

TEST_CASE("half-width kana and letters that a company made itself are CP932", "[imports]") {
    CHECK(decoded("\xB6\xCC\xDE\xBC\xB7\xB6\xDE\xB2\xBC\xAC,1\n").text == "ｶﾌﾞｼｷｶﾞｲｼｬ,1\n");
    CHECK(decoded("\x8E\x52\x93\x63\xF0\x40\n").text == "山田\uE000\n");
}

TEST_CASE("Western European letters are no CP932, though their bytes could be", "[imports]") {
    const Decoded result = decoded(
        "Name,Stadt\nM\xFCller,K\xF6ln\nSoci\xE9t\xE9 G\xE9n\xE9rale,Orl\xE9"
        "ans\n");
    CHECK(result.encoding == "windows-1252");
    CHECK(result.text.find("Müller,Köln") != std::string::npos);
    CHECK(result.text.find("Société Générale,Orléans") != std::string::npos);
}

TEST_CASE("the encoding can be chosen, and a wrong choice shows as replaced letters", "[imports]") {
    CHECK(decoded("\x89\xEF\x8E\xD0", "shift_jis").text == "会社");
    CHECK(decoded("M\xFCller", "ISO-8859-1").text == "Müller");
    CHECK(decoded("\x89\xEF\x8E\xD0", "utf-8").replaced > 0);
    CHECK_FALSE(decode("a", "klingon"));
}

TEST_CASE("what is no text says what to do", "[imports]") {
    CHECK_FALSE(decode("PK\x03\x04rest"));
    CHECK_FALSE(decode("%PDF-1.7"));
    CHECK_FALSE(read_source("", {}));
    CHECK_FALSE(read_source("\n\n  \n", {}));
}

TEST_CASE("quoted cells hold delimiters, line ends and quotation marks", "[imports]") {
    CHECK(rows("a,b\r\n\"x,\"\"y\"\"\",\"two\r\nlines\"\r\n") == Rows{{"a", "b"}, {"x,\"y\"", "two\nlines"}});
    CHECK(rows("a,\n,b\n") == Rows{{"a", ""}, {"", "b"}});
    CHECK(rows("a\rb\r") == Rows{{"a"}, {"b"}});
    CHECK(rows("\"a\"\"\"") == Rows{{"a\""}});
    CHECK(rows("5\" pipe,x\n") == Rows{{"5\" pipe", "x"}});
}

TEST_CASE("rows keep the line they stand on, blank ones are skipped", "[imports]") {
    const Records records = read_records("a,b\n\n\"1\n2\",x\n , \nlast,y", ',');
    REQUIRE(records.size() == 3);
    CHECK(records.line(0) == 1);
    CHECK(records.line(1) == 3);
    CHECK(records.line(2) == 6);
}

TEST_CASE("a quotation mark that is never closed costs its own row alone", "[imports]") {
    const auto source = source_of("ID,Name\n1,\"open\n2,two\n3,three\n");
    CHECK(source->rows() == 2);
    REQUIRE(source->layout.notes.size() == 1);
    CHECK(source->layout.notes[0].line == 2);
    CHECK_FALSE(source->layout.notes[0].imported);
    CHECK(cell(*source, 0, "Name") == "two");
    // Nor does one that another quoted cell would close a hundred rows further down.
    std::string text = "ID,Name\n1,\"open\n";
    for (int i = 2; i < 102; ++i) text += std::to_string(i) + ",name\n";
    CHECK(source_of(text + "102,\"quoted\"\n")->rows() == 101);
}

TEST_CASE("delimiters are found, also beside texts that hold other ones", "[imports]") {
    CHECK(find_delimiter("a,b\n1,2\n") == ',');
    CHECK(find_delimiter("a\tb\n1,5\t2\n3,5\t4\n") == '\t');
    CHECK(find_delimiter("ID;Betrag\n1;1,5\n2;2,5\n") == ';');
    CHECK(find_delimiter("a|b|c\n1|x, y|3\n") == '|');
    CHECK(find_delimiter("a^b\n1^2\n") == '^');
    CHECK(find_delimiter("one\ntwo\n") == ',');
    CHECK(find_delimiter("Report of today\nFiltered, by owner\n\nID;Name;City\n1;x;y\n2;x;y\n") == ';');
    CHECK(find_delimiter("sep=|\na,b|c,d\n") == '|');
    CHECK(*parse_delimiter("Tab") == '\t');
    CHECK(*parse_delimiter("セミコロン") == ';');
    CHECK_FALSE(parse_delimiter("both"));
}

TEST_CASE("a preamble above the headers is kept apart, totals and remarks below are noted", "[imports]") {
    const auto source = source_of(
        "Opportunities of this quarter\nFiltered by: Owner, "
        "Stage\n\nID,Name,Amount\n1,Alpha,100\n2,Beta,200\n"
        "Total,,300\n\nConfidential Information - Do Not Distribute\n");
    CHECK(source->layout.preamble.size() == 2);
    CHECK(source->layout.header_line == 4);
    CHECK(source->layout.headers == std::vector<std::string>{"ID", "Name", "Amount"});
    CHECK(source->rows() == 2);
    REQUIRE(source->layout.notes.size() == 2);
    CHECK(source->layout.notes[0].line == 7);
    CHECK(source->layout.notes[1].line == 9);
}

TEST_CASE("a file without headers gets some, and a chosen line is believed", "[imports]") {
    const auto numbers = source_of("1,Alpha,2026-01-01\n2,Beta,2026-01-02\n");
    CHECK(numbers->layout.header_line == 0);
    CHECK(numbers->layout.headers[1] == "Column 2");
    CHECK(numbers->rows() == 2);
    ReadChoices choices;
    choices.header = "none";
    choices.language = Language::japanese;
    CHECK(source_of("a,b\nc,d\n", choices)->layout.headers[0] == "列1");
    choices.header = "2";
    CHECK(source_of("x,y\nc,d\n1,2\n", choices)->layout.headers[0] == "c");
    choices.header = "first";
    CHECK_FALSE(read_source("x,y\n", choices));
}

TEST_CASE("rows with too many cells are listed, not shifted; short ones are imported and noted",
          "[imports]") {
    const auto source = source_of("ID,Name,City\n1,Alpha,Tokyo\n2,Beta, Inc,Osaka\n3,Gamma\n4,Delta,Kobe,\n");
    CHECK(source->rows() == 3);
    REQUIRE(source->layout.notes.size() == 2);
    CHECK(source->layout.notes[0].line == 3);
    CHECK_FALSE(source->layout.notes[0].imported);
    CHECK(source->layout.notes[1].line == 4);
    CHECK(source->layout.notes[1].imported);
    CHECK(cell(*source, 1, "City").empty());
}

TEST_CASE("equal headers are told apart, blank ones named", "[imports]") {
    const auto source = source_of("ID,Owner,Owner,\n1,a,b,c\n");
    CHECK(source->layout.headers == std::vector<std::string>{"ID", "Owner", "Owner (2)", "Column 4"});
}
