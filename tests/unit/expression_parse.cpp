// What people type into `where` and rules, and the tree or the message they get.
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "core/expression/expression.hpp"
#include "core/table/reading.hpp"

using namespace kakehashi;

namespace {

std::string shown(const Node& node);

std::string shown(const Literal& literal) {
    if (const auto* text = std::get_if<std::string>(&literal)) return "'" + *text + "'";
    if (const auto* number = std::get_if<double>(&literal)) return format_number(*number);
    if (const auto* date = std::get_if<DateLiteral>(&literal)) return format_instant(date->instant);
    return "today";
}

std::string shown(Comparison comparison) {
    constexpr const char* names[] = {"=",  "!=",       "<",      "<=",   ">",
                                     ">=", "contains", "starts", "ends", "matches"};
    return names[static_cast<std::size_t>(comparison)];
}

std::string shown(const std::vector<Expression>& operands) {
    std::string result;
    for (const Expression& operand : operands) result += " " + shown(*operand);
    return result;
}

struct Shower {
    std::string operator()(const Compare& part) const {
        return "(" + shown(part.comparison) + " " + part.column + " " + shown(part.value) + ")";
    }
    std::string operator()(const In& part) const {
        std::string result = "(in " + part.column;
        for (const Literal& value : part.values) result += " " + shown(value);
        return result + ")";
    }
    std::string operator()(const Between& part) const {
        return "(between " + part.column + " " + shown(part.low) + " " + shown(part.high) + ")";
    }
    std::string operator()(const Empty& part) const { return "(empty " + part.column + ")"; }
    std::string operator()(const Within& part) const {
        constexpr const char* units[] = {"days", "weeks", "months"};
        return "(within " + part.column + " " + format_number(part.amount) + " " +
               units[static_cast<std::size_t>(part.unit)] + ")";
    }
    std::string operator()(const Predicate& part) const {
        constexpr const char* kinds[] = {"is",
                                         "reached",
                                         "at",
                                         "won",
                                         "lost",
                                         "open",
                                         "rejected",
                                         "accepted",
                                         "disqualified",
                                         "recycled",
                                         "qualified-at-hand-off"};
        const std::string kind = kinds[static_cast<std::size_t>(part.kind)];
        return part.name.empty() ? kind : "(" + kind + " " + part.name + ")";
    }
    std::string operator()(const Not& part) const { return "(not " + shown(*part.operand) + ")"; }
    std::string operator()(const And& part) const { return "(and" + shown(part.operands) + ")"; }
    std::string operator()(const Or& part) const { return "(or" + shown(part.operands) + ")"; }
};

std::string shown(const Node& node) {
    return std::visit(Shower{}, node.value);
}

std::string parsed(std::string_view text) {
    const auto expression = parse_expression(text);
    return expression ? shown(**expression) : "error: " + expression.error().message.en;
}

struct Example {
    std::string text;
    std::string tree;
};

void check(const std::vector<Example>& examples) {
    for (const auto& [text, tree] : examples) {
        INFO(text);
        CHECK(parsed(text) == tree);
    }
}

std::string repeated(std::string_view part, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += part;
    return result;
}

std::string message(std::string_view text) {
    const auto expression = parse_expression(text);
    if (expression) return "parsed as " + shown(**expression);
    CHECK(expression.error().code == ErrorCode::illegal_argument);
    CHECK_FALSE(expression.error().message.ja.empty());
    return expression.error().message.en;
}

}  // namespace

TEST_CASE("expressions compare columns with values") {
    check({
        {"Source = Web", "(= Source 'Web')"},
        {"Source=Web", "(= Source 'Web')"},
        {"Source != Web", "(!= Source 'Web')"},
        {"Source <> Web", "(!= Source 'Web')"},
        {"Employees < 10", "(< Employees 10)"},
        {"Employees<=10", "(<= Employees 10)"},
        {"Employees > 10", "(> Employees 10)"},
        {"Employees>=10", "(>= Employees 10)"},
        {"Industry contains gov", "(contains Industry 'gov')"},
        {"Industry starts with gov", "(starts Industry 'gov')"},
        {"Industry ends with gov", "(ends Industry 'gov')"},
        {"Industry matches \"^gov|ngo$\"", "(matches Industry '^gov|ngo$')"},
        {"Industry not contains gov", "(not (contains Industry 'gov'))"},
        {"Source in (Web)", "(in Source 'Web')"},
        {"Source in(Web,\"Trade show\" , 5)", "(in Source 'Web' 'Trade show' 5)"},
        {"Source not in (Web, Mail)", "(not (in Source 'Web' 'Mail'))"},
        {"Employees between 10 and 20", "(between Employees 10 20)"},
        {"Employees not between 10 and 20", "(not (between Employees 10 20))"},
        {"Notes is empty", "(empty Notes)"},
        {"Notes is not empty", "(not (empty Notes))"},
        {"Created within 30 days", "(within Created 30 days)"},
        {"Created within 1 day", "(within Created 1 days)"},
        {"Created within 2 weeks", "(within Created 2 weeks)"},
        {"Created within 1 week", "(within Created 1 weeks)"},
        {"Created within 6 months", "(within Created 6 months)"},
        {"Created not within 1 month", "(not (within Created 1 months))"},
    });
}

TEST_CASE("keywords ignore case and width") {
    check({
        {"Industry CONTAINS gov AND Notes Is Not Empty",
         "(and (contains Industry 'gov') (not (empty Notes)))"},
        {"ａ ｃｏｎｔａｉｎｓ b ＡＮＤ NOT c STARTS   WITH d",
         "(and (contains ａ 'b') (not (starts c 'd')))"},
        {"x IN (a) Or y BETWEEN 1 And 2", "(or (in x 'a') (between y 1 2))"},
        {"WON or Lost", "(or won lost)"},
    });
}

TEST_CASE("full-width symbols stand for their ASCII twins") {
    check({
        {"業種 ＝ 製造", "(= 業種 '製造')"},
        {"従業員数 ＞＝ １００", "(>= 従業員数 100)"},
        {"従業員数 ＜＝ １００", "(<= 従業員数 100)"},
        {"従業員数＞１００", "(> 従業員数 100)"},
        {"従業員数 ＜ １００", "(< 従業員数 100)"},
        {"従業員数 ≧ 100", "(>= 従業員数 100)"},
        {"従業員数 ≦ 100", "(<= 従業員数 100)"},
        {"従業員数 ≥ 100", "(>= 従業員数 100)"},
        {"従業員数 ≤ 100", "(<= 従業員数 100)"},
        {"業種 ≠ 製造", "(!= 業種 '製造')"},
        {"業種 ！＝ 製造", "(!= 業種 '製造')"},
        {"業種 ＜＞ 製造", "(!= 業種 '製造')"},
        {"業種 <＞ 製造", "(!= 業種 '製造')"},
        {"（業種 ＝ 製造）", "(= 業種 '製造')"},
        {"流入元 in （Web，展示会、紹介）", "(in 流入元 'Web' '展示会' '紹介')"},
        {"粗利率 ＞ １２．５％", "(> 粗利率 0.125)"},
        {"［流入元 区分］ ＝ Web", "(= 流入元 区分 'Web')"},
        {"業種　＝　製造", "(= 業種 '製造')"},
        {"作成日 ≧ ２０２６－１１－２１", "(>= 作成日 2026-11-21)"},
    });
}

TEST_CASE("columns are bare words or headers in brackets") {
    check({
        {"[Lead Source] = Web", "(= Lead Source 'Web')"},
        {"[ Lead Source ]=Web", "(= Lead Source 'Web')"},
        {"[a ]] b] = 1", "(= a ] b 1)"},
        {"[and] = 1", "(= and 1)"},
        {"[a, (b) = \"c\"] = 1", "(= a, (b) = \"c\" 1)"},
        {"lead_source = 1", "(= lead_source 1)"},
        {"lead-source = 1", "(= lead-source 1)"},
        {"lead.source = 1", "(= lead.source 1)"},
        {"in-house = 1", "(= in-house 1)"},
        {"Straße = 1", "(= Straße 1)"},
        {"会社名・部署 = 1", "(= 会社名・部署 1)"},
        {"Organisation2 = 1", "(= Organisation2 1)"},
        {"[stage] = MQL", "(= stage 'MQL')"},
        {"[score Hot lead] >= 50", "(>= score Hot lead 50)"},
        {"notes = 1", "(= notes 1)"},
        {"origin = 1", "(= origin 1)"},
        {"android = 1", "(= android 1)"},
    });
}

TEST_CASE("values are words, quoted texts, numbers, percentages, dates and today") {
    check({
        {"a = 'b c'", "(= a 'b c')"},
        {"a = \"b \"\"c\"\"\"", "(= a 'b \"c\"')"},
        {"a = 'b''c'", "(= a 'b'c')"},
        {"a = 「展示 会」", "(= a '展示 会')"},
        {"a = 「展示」」会」", "(= a '展示」会')"},
        {"a = 『展示会』", "(= a '展示会')"},
        {"a = ＂展示会＂", "(= a '展示会')"},
        {"a = “展示会”", "(= a '展示会')"},
        {"a = ”展示会”", "(= a '展示会')"},
        {"a = \"５＂\"", "(= a '５＂')"},
        {"a = \"\"", "(= a '')"},
        {"a = 12", "(= a 12)"},
        {"a = -12.5", "(= a -12.5)"},
        {"a = +3", "(= a 3)"},
        {"a = .5", "(= a 0.5)"},
        {"a = 1e3", "(= a 1000)"},
        {"a = 12%", "(= a 0.12)"},
        {"a = 12％", "(= a 0.12)"},
        {"a = \"12\"", "(= a '12')"},
        {"a >= ¥1250", "(>= a 1250)"},
        {"a >= $99.5", "(>= a 99.5)"},
        {"id = 12345678901234567", "(= id '12345678901234567')"},
        {"a = 2026-11-21", "(= a 2026-11-21)"},
        {"a = 2026-11-21T14:05", "(= a 2026-11-21 14:05)"},
        {"a = 2026-11-21 14:05:09 and b = 1", "(and (= a 2026-11-21 14:05:09) (= b 1))"},
        {"a = 2026-11-21T14:05:00+09:00", "(= a 2026-11-21 14:05)"},
        {"a = 2026/11/21", "(= a 2026-11-21)"},
        {"a = 2026年11月21日", "(= a 2026-11-21)"},
        {"a = '2026-11-21'", "(= a '2026-11-21')"},
        {"a = today", "(= a today)"},
        {"a < TODAY", "(< a today)"},
        {"a < 今日", "(< a today)"},
        {"a = 'today'", "(= a 'today')"},
        {"a = todays", "(= a 'todays')"},
        {"a = 3D", "(= a '3D')"},
        {"a = R&D", "(= a 'R&D')"},
        {"a ends with @example.com", "(ends a '@example.com')"},
        {"a = 2026-11", "(= a '2026-11')"},
        {"a = ㈱山田", "(= a '㈱山田')"},
        {"a = 🔥", "(= a '🔥')"},
        {"a = in", "(= a 'in')"},
    });
}

TEST_CASE("text operators take their value as it is written") {
    check({
        {"Phone starts with 0120", "(starts Phone '0120')"},
        {"Note contains 12%", "(contains Note '12%')"},
        {"Note contains today", "(contains Note 'today')"},
        {"Note contains 2026-11-21", "(contains Note '2026-11-21')"},
        {"電話 0120 を含む", "(contains 電話 '0120')"},
    });
}

TEST_CASE("a list may hold the words that join conditions") {
    check({
        {"State in (CA, OR, WA)", "(in State 'CA' 'OR' 'WA')"},
        {"State in (and, not) or won", "(or (in State 'and' 'not') won)"},
    });
}

TEST_CASE("not binds tighter than and, and tighter than or") {
    check({
        {"a = 1 and b = 2 and c = 3", "(and (= a 1) (= b 2) (= c 3))"},
        {"a = 1 or b = 2 or c = 3", "(or (= a 1) (= b 2) (= c 3))"},
        {"a = 1 or b = 2 and c = 3", "(or (= a 1) (and (= b 2) (= c 3)))"},
        {"a = 1 and b = 2 or c = 3", "(or (and (= a 1) (= b 2)) (= c 3))"},
        {"(a = 1 or b = 2) and c = 3", "(and (or (= a 1) (= b 2)) (= c 3))"},
        {"a = 1 and (b = 2 and c = 3)", "(and (= a 1) (and (= b 2) (= c 3)))"},
        {"not a = 1 and b = 2", "(and (not (= a 1)) (= b 2))"},
        {"not (a = 1 and b = 2)", "(not (and (= a 1) (= b 2)))"},
        {"not(a = 1)or(b = 2)", "(or (not (= a 1)) (= b 2))"},
        {"not not a = 1", "(= a 1)"},
        {"not not not a = 1", "(not (= a 1))"},
        {"a between 1 and 2 and b = 3", "(and (between a 1 2) (= b 3))"},
        {"  ( ( a = 1 ) )  ", "(= a 1)"},
    });
}

TEST_CASE("predicates stand alone") {
    check({
        {"won", "won"},
        {"lost", "lost"},
        {"open", "open"},
        {"rejected", "rejected"},
        {"accepted", "accepted"},
        {"disqualified", "disqualified"},
        {"recycled", "recycled"},
        {"rejected and won", "(and rejected won)"},
        {"not won", "(not won)"},
        {"(won)", "won"},
        {"is [Hot lead]", "(is Hot lead)"},
        {"is \"Hot lead\"", "(is Hot lead)"},
        {"is MQL and won", "(and (is MQL) won)"},
        {"is not [Hot lead]", "(not (is Hot lead))"},
        {"reached [MQL]", "(reached MQL)"},
        {"reached MQL or at [Sales accepted]", "(or (reached MQL) (at Sales accepted))"},
        {"qualified at hand-off", "qualified-at-hand-off"},
        {"Qualified At Handoff and won", "(and qualified-at-hand-off won)"},
        {"受注 または 失注", "(or won lost)"},
    });
}

TEST_CASE("outcome words are columns before an operator and texts behind one") {
    check({
        {"won = yes", "(= won 'yes')"},
        {"open >= 2026-01-01", "(>= open 2026-01-01)"},
        {"rejected is empty", "(empty rejected)"},
        {"rejected is not empty and won", "(and (not (empty rejected)) won)"},
        {"accepted within 30 days", "(within accepted 30 days)"},
        {"lost in (a, b)", "(in lost 'a' 'b')"},
        {"won not in (a)", "(not (in won 'a'))"},
        {"won contains x", "(contains won 'x')"},
        {"won between 1 and 2", "(between won 1 2)"},
        {"Status = won", "(= Status 'won')"},
        {"Status = open and open", "(and (= Status 'open') open)"},
        {"受注 空", "(empty 受注)"},
        {"受注 100 以上", "(>= 受注 100)"},
        {"reached = 5", "(= reached 5)"},
        {"at is empty", "(empty at)"},
        {"qualified = yes", "(= qualified 'yes')"},
    });
}

TEST_CASE("Japanese conditions read in either order") {
    check({
        {"従業員数 100 以上", "(>= 従業員数 100)"},
        {"従業員数 100以上", "(>= 従業員数 100)"},
        {"従業員数 以上 100", "(>= 従業員数 100)"},
        {"従業員数 100 以下", "(<= 従業員数 100)"},
        {"従業員数 以下 100", "(<= 従業員数 100)"},
        {"従業員数 100 より大きい", "(> 従業員数 100)"},
        {"従業員数 より大きい 100", "(> 従業員数 100)"},
        {"従業員数 100 未満", "(< 従業員数 100)"},
        {"従業員数 100未満 または 業種 = 製造", "(or (< 従業員数 100) (= 業種 '製造'))"},
        {"従業員数 100以上かつ業種 = 製造", "(and (>= 従業員数 100) (= 業種 '製造'))"},
        {"従業員数 >= 100かつ 業種 = 製造", "(and (>= 従業員数 100) (= 業種 '製造'))"},
        {"[従業員数] １００以上", "(>= 従業員数 100)"},
        {"業種 製造 を含む", "(contains 業種 '製造')"},
        {"業種 製造を含む", "(contains 業種 '製造')"},
        {"業種 を含む 製造", "(contains 業種 '製造')"},
        {"業種 「製造 業」を含む", "(contains 業種 '製造 業')"},
        {"業種 製造 を含まない", "(not (contains 業種 '製造'))"},
        {"業種 製造 を含む でない", "(not (contains 業種 '製造'))"},
        {"業種 製造 で始まる", "(starts 業種 '製造')"},
        {"業種 製造 でない", "(!= 業種 '製造')"},
        {"業種 製造 以外", "(!= 業種 '製造')"},
        {"作成日 2026-01-01以降", "(>= 作成日 2026-01-01)"},
        {"作成日 今日以前", "(<= 作成日 today)"},
        {"役職 = 課長以上", "(= 役職 '課長以上')"},
        {"備考 空", "(empty 備考)"},
        {"備考 空 でない", "(not (empty 備考))"},
        {"備考 空でない", "(not (empty 備考))"},
        {"備考 空ではない かつ 従業員数 100以上", "(and (not (empty 備考)) (>= 従業員数 100))"},
        {"備考 = 空", "(empty 備考)"},
        {"備考 != 空", "(not (empty 備考))"},
        {"業種 空調 を含む", "(contains 業種 '空調')"},
        {"(業種 = 製造 または 業種 = 建設) でない", "(not (or (= 業種 '製造') (= 業種 '建設')))"},
        {"でない (業種 = 製造)", "(not (= 業種 '製造'))"},
        {"won でない", "(not won)"},
        {"reached MQL でない", "(not (reached MQL))"},
        {"is [有望リード] かつ 業種 = 製造", "(and (is 有望リード) (= 業種 '製造'))"},
        {"作成日 過去30日", "(within 作成日 30 days)"},
        {"作成日 30日以内", "(within 作成日 30 days)"},
        {"作成日 ３０日 以内 かつ won", "(and (within 作成日 30 days) won)"},
        {"作成日 直近2週間", "(within 作成日 2 weeks)"},
        {"作成日 3か月以内", "(within 作成日 3 months)"},
        {"作成日 within 3ヶ月", "(within 作成日 3 months)"},
    });
}

TEST_CASE("what does not parse is an error that shows the spot") {
    const auto begins = [](const std::string& text, const std::string& beginning) {
        INFO(text);
        CHECK_THAT(message(text), Catch::Matchers::StartsWith(beginning));
    };
    begins("", "Character 1, at the end: expected a condition");
    begins("   ", "Character 4, at the end: expected a condition");
    begins("Source", "Character 7, at the end: expected an operator");
    begins("Source Web", "Character 8, at “Web”: expected an operator");
    begins("Source =", "Character 9, at the end: expected a value");
    begins("Source = and won", "Character 10, at “and won”: expected a value");
    begins("Source = [Other column]", "Character 10, at “[Other column]”: expected a value");
    begins("Source = Trade show", "Character 16, at “show”: expected \"and\"");
    begins("a = 1,000", "Character 6, at “,000”: expected \"and\"");
    begins("業種 ＝ ", "Character 6, at the end: expected a value");
    begins("業種 = 製造 かつ", "Character 11, at the end: expected a condition");
    begins("a = 1 and and b = 2", "Character 11, at “and b = 2”: expected a condition");
    begins("or a = 1", "Character 1, at “or a = 1”: expected a condition");
    begins("not", "Character 4, at the end: expected a condition");
    begins("contains = 1", "Character 1, at “contains = 1”: expected a condition");
    begins("(a = 1", "Character 7, at the end: expected \"and\", \"or\" or )");
    begins("a = 1)", "Character 6, at “)”: expected \"and\"");
    begins("()", "Character 2, at “)”: expected a condition");
    begins("a in Web", "Character 6, at “Web”: expected ( and the list");
    begins("a in ()", "Character 7, at “)”: expected a value");
    begins("a in (b c)", "Character 9, at “c)”: expected a comma or )");
    begins("a in (b,", "Character 9, at the end: expected a value");
    begins("a between 1", "Character 12, at the end: expected \"and\" between");
    begins("a between 1 and", "Character 16, at the end: expected a value");
    begins("a is 5", "Character 6, at “5”: expected empty or not empty");
    begins("a not 5", "Character 7, at “5”: expected in, between");
    begins("a within days", "Character 10, at “days”: expected a number");
    begins("a within 30", "Character 12, at the end: expected days, weeks or months");
    begins("a within 1.5 months", "Character 3, at “within 1.5 month…”: expected a whole number");
    begins("a contains", "Character 11, at the end: expected a word");
    begins("a = \"b", "Character 5, at “\"b”: expected a closing \"");
    begins("[a = 1", "Character 1, at “[a = 1”: expected a closing ]");
    begins("[ ] = 1", "Character 1, at “[ ] = 1”: expected a name");
    begins("reached", "Character 8, at the end: expected a name");
    begins("a = 2026-02-30", "Character 5, at “2026-02-30”: expected a date that exists");
    begins("a = 1e999", "Character 5, at “1e999”: expected a number");
    begins("a matches \"(\"", "Character 11, at “\"(\"”: expected a valid regular expression");
    begins("a matches \"(x{1000}){1000}\"",
           "Character 11, at “\"(x{1000}){1000}…”: expected a valid regular");
    begins("a = \x01", "Character 5, at “ ”: expected a value");
    begins("a = \xFF\xFE", "Character 5, at “\uFFFD\uFFFD”: expected a value");
}

TEST_CASE("messages are written in Japanese too") {
    const auto expression = parse_expression("業種 製造");
    REQUIRE_FALSE(expression);
    CHECK_THAT(expression.error().message.ja,
               Catch::Matchers::StartsWith("4文字目、「製造」の位置: 列名の後の演算子"));
    CHECK_THAT(expression.error().message.ja, Catch::Matchers::EndsWith("が必要です。"));
}

TEST_CASE("nesting is limited to 200 levels") {
    const auto nested = [](int levels) { return repeated("(", levels) + "a = 1" + repeated(")", levels); };
    CHECK(parsed(nested(200)) == "(= a 1)");
    CHECK_THAT(message(nested(201)), Catch::Matchers::StartsWith("Character 201, at “(a = 1"));
    CHECK(parsed(repeated("not ", 200) + "a = 1") == "(= a 1)");
    CHECK_THAT(message(repeated("not ", 201) + "a = 1"), Catch::Matchers::Contains("no deeper nesting"));
    CHECK_THAT(message(nested(5000)), Catch::Matchers::Contains("no deeper nesting"));
    CHECK_THAT(message(repeated("not(", 5000)), Catch::Matchers::Contains("no deeper nesting"));
}

TEST_CASE("chains are no nesting") {
    const auto chain = parse_expression("a = 1" + repeated(" and a = 1", 5000));
    REQUIRE(chain);
    CHECK(std::get<And>((*chain)->value).operands.size() == 5001);
    CHECK(parsed("a = 1" + repeated(" でない", 5000)) == "(= a 1)");
    CHECK(parsed("a = 1" + repeated("でない", 4999)) == "(not (= a 1))");
    CHECK(parse_expression("a in (x" + repeated(", x", 5000) + ")"));
}

TEST_CASE("hostile texts are refused as fast as others are read") {
    for (const std::string part :
         {"(",    "[",          "\"",     "「", "a ",    "a = ",     "a in (", "not ",
          "won ", "製造を含む", "でない", "1 ", "a 1以", "reached ", "is ",    "a between 1 and ",
          "-",    "a = b or (", "空",     "%"}) {
        INFO(part);
        CHECK_FALSE(parse_expression(repeated(part, 5000)));
    }
}

TEST_CASE("an expression of more than 64 KiB is an error") {
    const std::string longest = "a = \"" + std::string(64 * 1024 - 6, 'x') + "\"";
    CHECK(parse_expression(longest));
    CHECK_THAT(message(longest + " "), Catch::Matchers::Contains("longer than 65536 bytes"));
}

TEST_CASE("columns_of names each column once, in order of appearance") {
    const auto expression = parse_expression(
        "b = 1 and (not [a x] in (c) or b is empty) and won and d within 3 days and e between 1 and 2");
    REQUIRE(expression);
    CHECK(columns_of(**expression) == std::vector<std::string>{"b", "a x", "d", "e"});
    CHECK(columns_of(**parse_expression("won")).empty());
}
