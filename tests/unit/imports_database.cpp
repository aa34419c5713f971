// Queries, addresses and what drivers say.
#include <catch2/catch.hpp>

#include "core/imports/database_words.hpp"
#include "tests/unit/imports_support.hpp"

using namespace kakehashi;
using namespace kakehashi::imports;

TEST_CASE("only single queries that read are asked", "[imports]") {
    for (const std::string query :
         {"select 1", "  SELECT * FROM deals\n ORDER BY id ;; ", "with a as (select 1) select * from a",
          "/* of; June */ select 'a;b', \"c;d\" -- and; so on\nfrom `e;f`", "(select 1) union (select 2)",
          "table deals"}) {
        INFO(query);
        CHECK(reading_query(query));
    }
    CHECK(*reading_query("select 1 ; ") == "select 1");
    for (const std::string query :
         {"", ";", "delete from deals", "select 1; drop table deals", "/* select */ update deals set id = 1",
          "selection", "-- select 1", "select 'open; delete"}) {
        INFO(query);
        CHECK(reading_query(query).has_value() == query.starts_with("select 'open"));
    }
}

TEST_CASE("passwords never show", "[imports]") {
    CHECK(driver_words("no\n  s3cret word there ", "s3cret word") == "no *** there");
    CHECK(
        driver_words("Couldn't establish database connection to 'sdbc:postgresql:host=x password=s3cret'\n"
                     "FATAL: it's \"x\"\n at ./connectivity/source/drivers/postgresql/pq_connection.cxx:502",
                     "") == "FATAL: it's \"x\"");
    // As the driver for PostgreSQL hands over UTF-8: each byte a character of Windows-1252.
    CHECK(driver_words("\u00e6\u017d\u00a5\u00e7\u00b6\u0161\u00e3\u0082\u2019", "") == "接続を");
    CHECK(driver_words("\u00e3\uf181\u2014", "") == "し");
    CHECK(driver_words("接続を拒否 é", "") == "接続を拒否 é");
    CHECK(without_passwords("url 'host=x password=s3cret user=y'", "") == "url 'host=x password=*** user=y'");
    CHECK(without_passwords("password = 'a b\\' c' Pwd=d;e", "") == "password = *** Pwd=***;e");
    CHECK(without_passwords("password authentication failed", "") == "password authentication failed");
    CHECK(without_passwords("", "x").empty());
    const KeptQuery kept = parse_query(format_query({"sdbc:postgresql:host=db", "恵", "select \"a\""}));
    CHECK(kept.database == "sdbc:postgresql:host=db");
    CHECK(kept.user == "恵");
    CHECK(kept.query == "select \"a\"");
    CHECK(parse_query(format_query({"sdbc:odbc:x;PWD=secret", "u", "q"})).database.empty());
    CHECK(parse_query("[1").query.empty());
    CHECK(parse_query("{\"query\":1}").query.empty());
}

TEST_CASE("PostgreSQL is not waited for longer than ten seconds", "[imports]") {
    CHECK(with_time_limit("sdbc:postgresql:host=db dbname=crm") ==
          "sdbc:postgresql:host=db dbname=crm connect_timeout=10");
    for (const std::string other : {"sdbc:postgresql:host=db connect_timeout=60", "sdbc:odbc:crm"})
        CHECK(with_time_limit(other) == other);
    CHECK(read_only_statement("PostgreSQL").find("read only") != std::string::npos);
    CHECK(read_only_statement("HSQL Database Engine").empty());
}

TEST_CASE("what went wrong with a database is said in plain words", "[imports]") {
    const auto said = [](const CellError& error) { return error.message.en.substr(0, 40); };
    for (const std::string reason : {"FATAL: password authentication failed for user \"x\"",
                                     "FATAL:  ユーザー\"x\"のパスワード認証に失敗しました"})
        CHECK(
            said(connection_failed("sdbc:x:", "x", reason)).starts_with("The database refuses the user “x”"));
    for (const std::string reason : {"connection to server at \"db\", port 5432 failed: Connection refused",
                                     "timeout expired", "接続を拒否されました"})
        CHECK(said(connection_failed("sdbc:x:", "x", reason))
                  .starts_with("The database server does not answer"));
    CHECK(said(connection_failed("sdbc:x:", "x", "FATAL: database \"crm\" does not exist"))
              .starts_with("The server does not know this database"));
    CHECK(said(connection_failed("sdbc:x:", "x", "?")).starts_with("No connection to the database"));
    CHECK(said(query_failed("sdbc:x:", "x", "syntax error at \"selec\""))
              .starts_with("The database does not accept"));
    CHECK(said(query_failed("sdbc:x:", "x", "server closed the connection unexpectedly"))
              .starts_with("The database server does not answer"));
    CHECK(said(connection_failed("CRM", "x", "No SDBC driver was found for the URL"))
              .starts_with("LibreOffice has no driver for “CRM”"));
    CHECK(no_driver("sdbc:zebra:x").message.en.find("“sdbc:zebra”") != std::string::npos);
}

TEST_CASE("a database's answer is a table whatever its headers and the document's decimal sign",
          "[imports]") {
    Records records;
    for (const char* field : {"7", "8", "1.500", "2026-01-02", "", "x"}) records.add_field(field);
    records.end_row(1);
    ReadChoices german;
    german.locale.decimal_separator = ',';
    const auto source =
        make_source(std::move(records), {"id", "ID", "Amount", "day", "", ""},
                    {Hint::none, Hint::none, Hint::none, Hint::date, Hint::none, Hint::text}, german);
    REQUIRE(source);
    CHECK((*source)->layout.headers ==
          std::vector<std::string>{"id", "ID (2)", "Amount", "day", "Column 5", "Column 6"});
    CHECK(cell(**source, 0, "Amount") == "=1.5");
    CHECK(cell(**source, 0, "day") == "=46024");
}
