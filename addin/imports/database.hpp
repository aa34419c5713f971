// The answer of a database as a table to import, through LibreOffice's own drivers (SDBC).
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "addin/uno.hpp"
#include "core/imports/source.hpp"
#include "core/support/result.hpp"

namespace kakehashi::addin {

struct DatabaseQuery {
    std::string database;  // a registered data source, a Base file (URL), or a connection URL (`sdbc:…`)
    std::string user;
    std::string password;  // used for the connection alone; in no message, log or document
    std::string query;
};

/// Errors say which it was: no such database, no driver, server gone, user or password wrong, query broken.
/// Queries that could change anything are refused. `progress(rows)` says whether to go on; null if not.
Result<std::shared_ptr<const imports::Source>> ask_database(const DatabaseQuery& query,
                                                            const ReadingLocale& locale,
                                                            const std::function<bool(std::size_t)>& progress);

}  // namespace kakehashi::addin
