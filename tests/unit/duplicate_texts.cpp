#include <catch2/catch.hpp>

#include "core/duplicates/normalise.hpp"

using namespace kakehashi;

TEST_CASE("company names without their legal forms", "[duplicates]") {
    for (const char* written : {"株式会社アサヒ商事",
                                "アサヒ商事株式会社",
                                "アサヒ商事(株)",
                                "（株）アサヒ商事",
                                "㈱アサヒ商事",
                                "アサヒ商事㈱",
                                "㈲アサヒ商事",
                                "有限会社 アサヒ商事",
                                "合同会社アサヒ商事",
                                "アサヒ商事(同)",
                                "ｱｻﾋ商事 ㈱",
                                "【株】アサヒ商事",
                                "㍿アサヒ商事",
                                "一般社団法人アサヒ商事",
                                "アサヒ・商事",
                                "「アサヒ商事」",
                                "医療法人社団 アサヒ商事",
                                "カ)アサヒ商事",
                                "アサヒ商事（カ",
                                "(ｶﾌﾞ) ｱｻﾋ商事",
                                "ｱｻﾋ商事 ｶﾌﾞｼｷｶﾞｲｼﾔ",
                                "アサヒ商事 Co., Ltd."}) {
        CAPTURE(written);
        CHECK(normalised_company(written) == U"アサヒ商事");
    }
    for (const char* written : {"Asahi",
                                "ASAHI, Inc.",
                                "Asahi Incorporated",
                                "Asahi Ltd",
                                "Asahi Limited",
                                "Asahi LLC",
                                "Asahi L.L.C.",
                                "Asahi Corp.",
                                "Asahi Corporation",
                                "Asahi Co.",
                                "Asahi Co., Ltd.",
                                "Asahi Co.,Ltd",
                                "Asahi Company Limited",
                                "Asahi GmbH",
                                "Asahi GmbH & Co. KG",
                                "Asahi AG",
                                "Asahi S.A.",
                                "Asahi SAS",
                                "Asahi S.à r.l.",
                                "Asahi B.V.",
                                "Asahi PLC",
                                "Asahi Pty Ltd",
                                "Asahi Oy",
                                "Asahi AB",
                                "Asahi A/S",
                                "Asahi S.p.A.",
                                "Asahi S.r.l.",
                                "Asahi K.K.",
                                "K.K. Asahi",
                                "Asahi Kabushiki Kaisha",
                                "Kabushiki Kaisha Asahi",
                                "Asahi G.K.",
                                "Ａｓａｈｉ　Ｉｎｃ．",
                                "\"Asahi\" (Inc.)"}) {
        CAPTURE(written);
        CHECK(normalised_company(written) == U"asahi");
    }
}

TEST_CASE("what only looks like a legal form stays", "[duplicates]") {
    CHECK(normalised_company("株式会社") == U"株式会社");
    CHECK(normalised_company("㈱") == U"株");
    CHECK(normalised_company("医療法人社団") == U"医療法人社団");
    CHECK(normalised_company("Inc.") == U"inc");
    CHECK(normalised_company("Co., Ltd.") == U"co");
    CHECK(normalised_company("and and") == U"andand");
    CHECK(normalised_company("SAS Institute") == U"sasinstitute");
    CHECK(normalised_company("Limited Brands") == U"limitedbrands");
    CHECK(normalised_company("Coca-Cola") == U"cocacola");
    CHECK(normalised_company("株式会社 日本経済新聞社 札幌支社") == U"日本経済新聞社札幌支社");
    CHECK(normalised_company("--- ・・・") == U"");
    CHECK(normalised_company("") == U"");
}

TEST_CASE("long marks, hyphens, small kana and kanji of names", "[duplicates]") {
    CHECK(normalised_text("サービス") == U"サービス");
    CHECK(normalised_text("ｻ-ﾋﾞｽ") == U"サービス");
    CHECK(normalised_text("サ－ビス") == U"サービス");
    CHECK(normalised_text("セブン‐イレブン") == U"セブンイレブン");
    CHECK(normalised_text("カ゛ス") == U"ガス");
    CHECK(normalised_text("キャノン") == normalised_text("キヤノン"));
    CHECK(normalised_text("霞ヶ関") == normalised_text("霞ケ関"));
    CHECK(normalised_text("髙島屋") == normalised_text("高島屋"));
    CHECK(normalised_text("1-23") != normalised_text("12-3"));
    CHECK(normalised_text("１－２３") == normalised_text("1 - 23"));
    CHECK(normalised_text("R & D") == U"rd");
    CHECK(normalised_text("C++") == U"c++");
    CHECK(normalised_text("\xFF\xFE\x80") == U"\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("e-mail addresses", "[duplicates]") {
    for (const char* written : {"sato@asahi.example", " SATO@Asahi.Example ", "mailto:sato@asahi.example",
                                "MailTo:sato@asahi.example?subject=Hi", "\"Sato, A.\" <sato@asahi.example>",
                                "Sato <mailto:sato@asahi.example>", "ｓａｔｏ＠ａｓａｈｉ．ｅｘａｍｐｌｅ",
                                "<sato@asahi.example>"}) {
        CAPTURE(written);
        CHECK(normalised_email(written) == U"sato@asahi.example");
    }
    for (const char* written : {"", "-", "none", "@asahi.example", "sato@", "sato @ asahi.example", "a@b@c",
                                "a@b.example; c@d.example", "mailto:", "< >"}) {
        CAPTURE(written);
        CHECK(normalised_email(written).empty());
    }
}

TEST_CASE("phone numbers", "[duplicates]") {
    for (const char* written :
         {"03-1234-5678", "０３（１２３４）５６７８", "+81 3 1234 5678", "+81 (0)3-1234-5678", "0312345678",
          "312345678", "TEL: 03-1234-5678", "03-1234-5678 内線 12", "03-1234-5678 ext. 12", "03-1234-5678x12",
          "03-1234-5678(代)", "03-1234-5678 / 090-1111-2222", "tel:+81-3-1234-5678;ext=12"}) {
        CAPTURE(written);
        CHECK(normalised_phone(written) == U"312345678");
    }
    CHECK(normalised_phone("+49 89 1234567") == U"49891234567");
    CHECK(normalised_phone("123-4567") == U"1234567");
    for (const char* written : {"", "123456", "n/a", "000-0000-0000", "-"}) {
        CAPTURE(written);
        CHECK(normalised_phone(written).empty());
    }
}
