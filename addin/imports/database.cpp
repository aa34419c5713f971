#include "addin/imports/database.hpp"

#include <algorithm>
#include <filesystem>

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sdbc/DataType.hpp>
#include <com/sun/star/sdbc/XCloseable.hpp>
#include <com/sun/star/sdbc/XConnection.hpp>
#include <com/sun/star/sdbc/XDataSource.hpp>
#include <com/sun/star/sdbc/XDriverManager.hpp>
#include <com/sun/star/sdbc/XResultSet.hpp>
#include <com/sun/star/sdbc/XResultSetMetaDataSupplier.hpp>
#include <com/sun/star/sdbc/XRow.hpp>
#include <com/sun/star/sdbc/XStatement.hpp>
#include <fmt/format.h>

#include "addin/commands/documents.hpp"
#include "addin/environment.hpp"
#include "core/imports/database_words.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Connection = Reference<css::sdbc::XConnection>;
using Asked = Result<std::shared_ptr<const imports::Source>>;

/// What the driver says, fit to be shown.
std::string reason_of(const css::uno::Exception& exception, const DatabaseQuery& query) {
    return imports::driver_words(to_utf8(exception.Message), query.password);
}

/// Closes it, whatever happens.
class Closing {
  public:
    explicit Closing(Reference<css::uno::XInterface> object) : object_(std::move(object)) {}
    Closing(const Closing&) = delete;
    Closing& operator=(const Closing&) = delete;
    ~Closing() {
        try {
            if (const Reference<css::sdbc::XCloseable> closeable(object_, UNO_QUERY); closeable.is())
                closeable->close();
        } catch (const css::uno::Exception&) {
            // It is gone already.
        }
    }

  private:
    Reference<css::uno::XInterface> object_;
};

// --- connections

tl::unexpected<CellError> not_registered(const std::string& name) {
    return not_available(
        {fmt::format("There is no data source “{}”: give a registered one (Tools > Options > LibreOffice "
                     "Base > Databases), a Base file, or an address such as sdbc:postgresql:host=db "
                     "dbname=crm.",
                     name),
         fmt::format("データソース「{}」がありません。登録済みの名前（［ツール］＞［オプション］＞"
                     "［LibreOffice Base］＞［データベース］）、Base ファイル、または "
                     "sdbc:postgresql:host=db dbname=crm のような接続先を指定してください。",
                     name)});
}

Result<Connection> connect_to_address(const DatabaseQuery& query) {
    Sequence<css::beans::PropertyValue> info(2);
    info[0].Name = "user";
    info[0].Value <<= to_uno(query.user);
    info[1].Name = "password";
    info[1].Value <<= to_uno(query.password);
    const Reference<css::sdbc::XDriverManager> drivers(create_service("com.sun.star.sdbc.DriverManager"),
                                                       UNO_QUERY_THROW);
    const Connection connection =
        drivers->getConnectionWithInfo(to_uno(imports::with_time_limit(query.database)), info);
    if (!connection.is()) return tl::unexpected(imports::no_driver(query.database));
    return connection;
}

/// A file is known by its URL.
OUString data_source_name(const std::string& database) {
    if (database.starts_with("file:")) return to_uno(database);
    std::error_code error;
    const bool is_file = database.ends_with(".odb") && std::filesystem::is_regular_file(database, error);
    return is_file ? file_url(database) : to_uno(database);
}

Result<Connection> connect_to_source(const DatabaseQuery& query) {
    const Reference<css::container::XNameAccess> sources(create_service("com.sun.star.sdb.DatabaseContext"),
                                                         UNO_QUERY);
    if (!sources.is())
        return not_available({"LibreOffice Base is not installed here; give an address (sdbc:…) instead.",
                              "LibreOffice Base がインストールされていません。sdbc: "
                              "で始まる接続先を指定してください。"});
    Reference<css::sdbc::XDataSource> source;
    try {
        source.set(sources->getByName(data_source_name(query.database)), UNO_QUERY);
    } catch (const css::uno::Exception&) {
        // No such name, or a file that is no data source.
    }
    if (!source.is()) return not_registered(query.database);
    const Connection connection = source->getConnection(to_uno(query.user), to_uno(query.password));
    if (!connection.is()) return tl::unexpected(imports::no_driver(query.database));
    return connection;
}

Result<Connection> connect(const DatabaseQuery& query) {
    try {
        return query.database.starts_with("sdbc:") ? connect_to_address(query) : connect_to_source(query);
    } catch (const css::uno::Exception& exception) {
        return tl::unexpected(
            imports::connection_failed(query.database, query.user, reason_of(exception, query)));
    }
}

/// Where the database knows how to, it is told to refuse changes.
void only_read(const Connection& connection) {
    const auto statement = connection->createStatement();
    const Closing closing(statement);
    const std::string product = to_utf8(connection->getMetaData()->getDatabaseProductName());
    const std::string_view words = imports::read_only_statement(product);
    if (!words.empty()) statement->execute(to_uno(words));
}

// --- rows

struct Column {
    std::string header;
    imports::Hint hint = imports::Hint::none;
    bool logical = false;
};

imports::Hint hint_of(sal_Int32 type) {
    using namespace css::sdbc::DataType;
    switch (type) {
        case CHAR:
        case VARCHAR:
        case LONGVARCHAR:
        case CLOB:
            return imports::Hint::text;
        case DATE:
        case TIMESTAMP:
            return imports::Hint::date;
        default:
            return imports::Hint::none;
    }
}

std::vector<Column> columns_of(const Reference<css::sdbc::XResultSet>& rows) {
    const auto about = Reference<css::sdbc::XResultSetMetaDataSupplier>(rows, UNO_QUERY_THROW)->getMetaData();
    std::vector<Column> columns;
    for (sal_Int32 column = 1; column <= about->getColumnCount(); ++column) {
        const sal_Int32 type = about->getColumnType(column);
        const bool logical = type == css::sdbc::DataType::BIT || type == css::sdbc::DataType::BOOLEAN;
        columns.push_back({to_utf8(about->getColumnLabel(column)), hint_of(type), logical});
    }
    return columns;
}

void add_row(imports::Records& records, const Reference<css::sdbc::XRow>& row,
             const std::vector<Column>& columns) {
    sal_Int32 number = 0;
    for (const Column& column : columns) {
        ++number;
        std::string text;
        if (column.logical)
            text = row->getBoolean(number) ? "TRUE" : "FALSE";
        else
            text = to_utf8(row->getString(number));
        records.add_field(row->wasNull() ? std::string_view() : std::string_view(text));
    }
    records.end_row(records.size() + 1);
}

Asked read_rows(const Reference<css::sdbc::XResultSet>& rows, const imports::ReadChoices& choices,
                std::size_t most, const std::function<bool(std::size_t)>& progress) {
    const std::vector<Column> columns = columns_of(rows);
    const Reference<css::sdbc::XRow> row(rows, UNO_QUERY_THROW);
    imports::Records records;
    while (records.size() < most && rows->next()) {
        add_row(records, row, columns);
        if (records.size() % 1000 == 0 && !progress(records.size())) return nullptr;
    }
    std::vector<std::string> headers;
    std::vector<imports::Hint> hints;
    for (const Column& column : columns) {
        headers.push_back(column.header);
        hints.push_back(column.hint);
    }
    return imports::make_source(std::move(records), headers, hints, choices);
}

}  // namespace

Asked ask_database(const DatabaseQuery& query, const imports::ReadChoices& choices, std::size_t rows,
                   const std::function<bool(std::size_t)>& progress) {
    const auto words = imports::reading_query(query.query);
    if (!words) return error_of(words);
    const auto connection = connect(query);
    if (!connection) return error_of(connection);
    const Closing closing(*connection);
    try {
        only_read(*connection);
        const auto statement = (*connection)->createStatement();
        const Closing closing_statement(statement);
        const auto answer = statement->executeQuery(to_uno(*words));
        if (!answer.is()) return tl::unexpected(imports::query_failed(query.database, query.user, "?"));
        return read_rows(answer, choices, rows, progress);
    } catch (const css::uno::Exception& exception) {
        return tl::unexpected(imports::query_failed(query.database, query.user, reason_of(exception, query)));
    }
}

std::vector<std::string> registered_databases() {
    std::vector<std::string> all;
    const Reference<css::container::XNameAccess> sources(create_service("com.sun.star.sdb.DatabaseContext"),
                                                         UNO_QUERY);
    if (!sources.is()) return all;
    for (const OUString& name : sources->getElementNames()) all.push_back(to_utf8(name));
    std::ranges::sort(all);
    return all;
}

}  // namespace kakehashi::addin
