// The dialog of Import from Database: which database, which query, and which column goes where.
#pragma once

#include "addin/commands/session.hpp"
#include "addin/imports/database.hpp"
#include "addin/imports/import_into.hpp"

namespace kakehashi::addin {

struct DatabaseOrder {
    DatabaseQuery query;
    ImportOrder order;  // without rows: those that the dialog has seen are only the first
};

/// Shows the query and lets people change it; runs it only when they say so, for the first rows. The error of
/// a cancelled command if they cancel. Writes nothing; keeps no password.
Result<DatabaseOrder> ask_about_database(Session& session, DatabaseOrder order,
                                         const imports::ReadChoices& choices);

}  // namespace kakehashi::addin
