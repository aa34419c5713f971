// What people and drivers write about databases: queries, addresses, and why something failed.
#pragma once

#include <string>
#include <string_view>

#include "core/support/result.hpp"

namespace kakehashi::imports {

/// The query without semicolons at its end, if it is a single one that reads: SELECT, WITH, VALUES or TABLE.
/// Against mistakes; what WITH really does is up to the database.
Result<std::string> reading_query(std::string_view query);

/// The text with `***` in place of the password and of whatever follows `password=` or `pwd=`.
std::string without_passwords(std::string_view text, std::string_view password);

/// The reason that a driver of LibreOffice gives, fit to be shown: on one line, without passwords, without
/// the address that was asked, and without the place in LibreOffice's own source.
std::string driver_words(std::string_view message, std::string_view password);

/// What a workbook keeps of an import, for the dialog of the next one. Never a password.
struct KeptQuery {
    std::string database;
    std::string user;
    std::string query;
};
/// As a JSON object; without the database if its address holds a password.
std::string format_query(const KeptQuery& kept);
/// Blank for anything else.
KeptQuery parse_query(std::string_view text);

/// An address of PostgreSQL that gives up after ten seconds, unless it says otherwise; others as they are.
std::string with_time_limit(std::string_view address);

/// SQL that keeps a connection from changing anything, for databases that have it; blank for others.
/// `product` as the driver names it.
std::string_view read_only_statement(std::string_view product);

/// Why there is no connection, from the `driver_words` in English or Japanese: user or
/// password wrong, no server, no such database, no driver.
CellError connection_failed(std::string_view address, std::string_view user, std::string_view reason);

/// Why a query gave nothing: lost on the way, or not accepted.
CellError query_failed(std::string_view address, std::string_view user, std::string_view reason);

/// LibreOffice has no driver for such an address.
CellError no_driver(std::string_view address);

}  // namespace kakehashi::imports
