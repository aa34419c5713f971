// The answer of a database as a table to import, through LibreOffice's own drivers (SDBC).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "addin/uno.hpp"
#include "core/imports/source.hpp"
#include "core/support/result.hpp"

namespace kakehashi::addin {

struct DatabaseQuery {
    std::string database;  // a registered data source, a Base file (path or URL), or an address (`sdbc:…`)
    std::string user;
    std::string password;  // used for the connection alone; in no message, log or document
    std::string query;
};

/// The first `rows` rows of the answer. Errors say which it was: no such data source, no driver, server gone,
/// user or password wrong, query not accepted. Queries that could change anything are refused. `progress`
/// gets the number of rows so far and says whether to go on; null if not.
Result<std::shared_ptr<const imports::Source>> ask_database(const DatabaseQuery& query,
                                                            const imports::ReadChoices& choices,
                                                            std::size_t rows,
                                                            const std::function<bool(std::size_t)>& progress);

/// The names under Tools > Options > LibreOffice Base > Databases.
std::vector<std::string> registered_databases();

}  // namespace kakehashi::addin
