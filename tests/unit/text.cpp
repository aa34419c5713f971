#include <catch2/catch.hpp>

#include "core/table/reading.hpp"

using namespace kakehashi;
using namespace std::string_literals;

TEST_CASE("texts that differ in case or width are equal", "[text]") {
    CHECK(fold("Google") == "google");
    CHECK(fold("ＧＯＯＧＬＥ") == fold("google"));
    CHECK(fold("ｶﾞｽ") == fold("ガス"));
    CHECK(fold("ﾊﾟｿｺﾝ") == "パソコン");
    CHECK(fold("STRASSE") == fold("Straße"));
    CHECK(fold("ΣΊΣΥΦΟΣ") == fold("σίσυφος"));
    CHECK(fold("㈱アサヒ") == "(株)アサヒ");
    CHECK(fold("ﬁrst") == "first");
    CHECK(fold("①") == "1");
}

TEST_CASE("texts that mean different things stay different", "[text]") {
    CHECK(fold("かな") != fold("カナ"));
    CHECK(fold("ガス") != fold("カス"));
    CHECK(fold("Web site") != fold("Website"));
    CHECK(fold("e") != fold("é"));
    CHECK(fold("東京") != fold("京都"));
}

TEST_CASE("composed and decomposed characters are equal", "[text]") {
    CHECK(fold("e\u0301") == fold("é"));
    CHECK(fold("か\u3099") == fold("が"));
    CHECK(fold("パ") == fold("ハ\u309A"));
}

TEST_CASE("surrounding blanks do not count, blanks inside do", "[text]") {
    CHECK(fold("  Web\t\n") == "web");
    CHECK(fold("\u3000東京 支店\u00A0") == "東京 支店");
    CHECK(fold("東京\u3000支店") == "東京 支店");
    CHECK(fold("\uFEFFid") == "id");
    CHECK(fold(" ").empty());
    CHECK(fold("\u3000\u2003 ").empty());
    CHECK(fold("").empty());
}

TEST_CASE("trim removes Unicode blanks from both ends only", "[text]") {
    CHECK(trim("\u3000 a b \u202F") == "a b");
    CHECK(trim("あ").size() == 3);
    CHECK(trim("\u00A0").empty());
    CHECK(trim(" \t\r\n\v\f").empty());
    CHECK(trim("\u200Bx\u200B") == "x");
    // Half of a blank is no blank.
    CHECK(trim("x\xE3\x80") == "x\xE3\x80");
}

TEST_CASE("bytes that are not UTF-8 become U+FFFD", "[text]") {
    CHECK(fold("a\xFF") == "a\uFFFD");
    CHECK(fold("\xC3") == "\uFFFD");
    CHECK(fold("\xE3\x81") == "\uFFFD\uFFFD");
    CHECK(fold("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // a surrogate
    CHECK(fold("\xE0\x80\xA0") == "\uFFFD\uFFFD\uFFFD");  // a blank written too long
    CHECK(fold("\xF5\x80\x80\x80").starts_with("\uFFFD"));
    CHECK(fold("Ａ\xFFＢ") == "a\uFFFDb");
}

TEST_CASE("folding takes what spreadsheets hold: zero bytes, emoji, right-to-left, very long texts",
          "[text]") {
    CHECK(fold("a\0B"s) == "a\0b"s);
    CHECK(fold("🚀 Launch") == "🚀 launch");
    CHECK(fold("שלום") == "שלום");
    const std::string wide = [] {
        std::string text;
        for (int i = 0; i < 100'000; ++i) text += "Ａ";
        return text;
    }();
    CHECK(fold(wide) == std::string(100'000, 'a'));
    CHECK(fold("\uFDFA").size() > 18);  // one character that folds to eighteen
}

TEST_CASE("folding twice changes nothing", "[text]") {
    for (const char* text :
         {"Straße", "ﾊﾟｿｺﾝ", "\u0345", "İstanbul", "\u00B4x", "①", "ẞ", "ǅ", "\u1E9B\u0323"})
        CHECK(fold(fold(text)) == fold(text));
}

TEST_CASE("the short way for kana and ideographs agrees with the full folding", "[text]") {
    // A trailing ligature forces the full folding of the same text.
    for (const char* text : {"東京ABC", "カタカナー", "ひらがな", "ヴァイオリン、株式会社。", "々"})
        CHECK(fold(text + "ﬁ"s) == fold(text) + "fi");
}

TEST_CASE("headers match without blanks, underscores and hyphens", "[text]") {
    CHECK(fold_header("Lead Source") == "leadsource");
    CHECK(fold_header("lead_source") == "leadsource");
    CHECK(fold_header(" LEAD-SOURCE ") == "leadsource");
    CHECK(fold_header("Ｌｅａｄ＿Ｓｏｕｒｃｅ") == "leadsource");
    CHECK(fold_header("リード\u3000ソース") == "リードソース");
    CHECK(fold_header("Close\nDate") == "closedate");
    CHECK(fold_header("Deal - Stage") == "dealstage");
    CHECK(fold_header("- _").empty());
    // ゜ folds to a blank and a combining mark, which belongs before U+0348.
    CHECK(fold_header("x\u0348\u309C") == "x\u309A\u0348");
    CHECK(fold_header("受注/失注") == "受注/失注");
}
