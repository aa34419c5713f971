// Import from Database: rows that a query gives become rows of the team workbook.
#include "addin/commands/bodies.hpp"
#include "addin/commands/protection.hpp"
#include "addin/dialogs/database_dialog.hpp"
#include "addin/imports/database.hpp"
#include "addin/imports/import_into.hpp"
#include "addin/imports/target_table.hpp"
#include "addin/memory.hpp"
#include "core/imports/database_words.hpp"

namespace kakehashi::addin {
namespace {

const Text asking{"Reading from the database", "データベースから読み込んでいます"};
constexpr std::string_view memory_name = "import query";

/// What the arguments say; before people, what they asked last time stands for the rest.
DatabaseQuery first_query(const Session& session, bool asks) {
    imports::KeptQuery kept;
    if (asks) kept = imports::parse_query(remembered(session.document(), memory_name));
    return {session.argument("database").value_or(kept.database),
            session.argument("user").value_or(kept.user), session.argument("password").value_or(""),
            session.argument("query").value_or(kept.query)};
}

Result<DatabaseOrder> first_order(const Session& session, bool asks) {
    // Rows come later; without them it holds what the arguments say of the mapping.
    auto order = import_order(session, std::make_shared<const imports::Source>(), {});
    if (!order) return error_of(order);
    return DatabaseOrder{first_query(session, asks), std::move(*order)};
}

std::string origin_of(const DatabaseQuery& query) {
    return query.database.starts_with("sdbc:") ? "SQL" : query.database;
}

}  // namespace

Result<Outcome> run_import_database(Session& session) {
    const bool asks = session.interactive() && session.window().is();
    if (asks)
        if (auto changeable = can_be_changed(session.model()); !changeable) return error_of(changeable);
    imports::ReadChoices choices;
    choices.language = session.language();
    choices.locale = document_locale(session.document());
    auto asked = first_order(session, asks);
    if (asked && asks) asked = ask_about_database(session, std::move(*asked), choices);
    if (!asked) return error_of(asked);
    const DatabaseQuery& query = asked->query;
    if (query.database.empty() || query.query.empty())
        return illegal_argument({"Name the data source with the argument database, and the query with query.",
                                 "データソースを引数 database で、クエリを引数 query で指定してください。"});
    const auto source = ask_database(query, choices, imports::most_rows + 1, [&session](std::size_t rows) {
        return session.progress(rows, rows + 1, asking);
    });
    if (!source) return error_of(source);
    if (!*source) return session.cancel();
    ImportOrder& order = asked->order;
    order.source = *source;
    order.origin = origin_of(query);
    if (!asks && !session.argument("into"))
        order.into = imports::recognise_target(order.source->layout.headers);
    auto outcome = import_into(session, order);
    if (outcome && asks)
        remember(session.document(), memory_name,
                 imports::format_query({query.database, query.user, query.query}));
    return outcome;
}

}  // namespace kakehashi::addin
