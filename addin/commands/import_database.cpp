// Import from Database: rows that a query gives become rows of the team workbook.
#include <fmt/format.h>

#include "addin/commands/bodies.hpp"
#include "addin/commands/message_box.hpp"
#include "addin/imports/database.hpp"
#include "addin/imports/import_into.hpp"
#include "addin/imports/target_table.hpp"

namespace kakehashi::addin {
namespace {

const Text asking{"Reading from the database", "データベースから読み込んでいます"};

Text question(const DatabaseQuery& query) {
    return {fmt::format("Run this query on “{}”?\n\n{}", query.database, query.query),
            fmt::format("「{}」で次のクエリを実行しますか。\n\n{}", query.database, query.query)};
}

}  // namespace

Result<Outcome> run_import_database(Session& session) {
    const DatabaseQuery query{
        session.argument("database").value_or(""), session.argument("user").value_or(""),
        session.argument("password").value_or(""), session.argument("query").value_or("")};
    if (query.database.empty() || query.query.empty())
        return illegal_argument({"Name the data source with the argument database, and the query with query.",
                                 "データソースを引数 database で、クエリを引数 query で指定してください。"});
    if (session.interactive() && !ask(session.window(), session.command(), question(query)))
        return session.cancel();
    const auto source =
        ask_database(query, document_locale(session.document()),
                     [&session](std::size_t rows) { return session.progress(rows, rows + 1, asking); });
    if (!source) return error_of(source);
    if (!*source) return session.cancel();
    const auto order =
        import_order(session, *source, query.database.starts_with("sdbc:") ? "SQL" : query.database);
    if (!order) return error_of(order);
    return import_into(session, *order);
}

}  // namespace kakehashi::addin
