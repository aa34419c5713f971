#include "addin/imports/database.hpp"

#include <algorithm>
#include <array>

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/sdbc/DataType.hpp>
#include <com/sun/star/sdbc/SQLException.hpp>
#include <com/sun/star/sdbc/XCloseable.hpp>
#include <com/sun/star/sdbc/XConnection.hpp>
#include <com/sun/star/sdbc/XDataSource.hpp>
#include <com/sun/star/sdbc/XDriverManager.hpp>
#include <com/sun/star/sdbc/XResultSet.hpp>
#include <com/sun/star/sdbc/XResultSetMetaDataSupplier.hpp>
#include <com/sun/star/sdbc/XRow.hpp>
#include <com/sun/star/sdbc/XStatement.hpp>
#include <fmt/format.h>

#include "addin/environment.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Connection = Reference<css::sdbc::XConnection>;

/// What the driver says, without the password, on one line.
std::string reason_of(const css::uno::Exception& exception, const std::string& password) {
    std::string text = to_utf8(exception.Message);
    std::ranges::replace(text, '\n', ' ');
    for (std::size_t at = 0; !password.empty() && (at = text.find(password, at)) != text.npos;)
        text.replace(at, password.size(), "***");
    return std::string(trim(text));
}

bool mentions(const std::string& text, std::initializer_list<std::string_view> parts) {
    const std::string folded = fold(text);
    return std::ranges::any_of(parts,
                               [&](std::string_view part) { return folded.find(part) != folded.npos; });
}

CellError connection_failed(const DatabaseQuery& query, const std::string& reason) {
    if (mentions(reason, {"password", "authentication", "28p01", "28000", "access denied", "role \""}))
        return {
            ErrorCode::not_available,
            {fmt::format("The database refuses the user “{}”: name or password is wrong. ({})", query.user,
                         reason),
             fmt::format("ユーザー「{}」でデータベースに接続できません。名前かパスワードが違います。（{}）",
                         query.user, reason)}};
    if (mentions(reason, {"refused", "could not connect", "timeout", "timed out", "translate host",
                          "unreachable", "no route", "server running", "closed the connection"}))
        return {
            ErrorCode::not_available,
            {fmt::format("The database server does not answer. Is it running, and is the address right? ({})",
                         reason),
             fmt::format(
                 "データベースサーバーが応答しません。動いているか、接続先が正しいか確認してください。（{}）",
                 reason)}};
    return {ErrorCode::not_available,
            {fmt::format("No connection to the database: {}", reason),
             fmt::format("データベースに接続できません: {}", reason)}};
}

CellError query_failed(const DatabaseQuery& query, const std::string& reason) {
    if (mentions(reason, {"closed the connection", "terminating connection", "connection to server",
                          "no connection", "08006", "57p01"}))
        return connection_failed(query, "closed the connection: " + reason);
    return {ErrorCode::illegal_argument,
            {fmt::format("The database does not accept the query: {}", reason),
             fmt::format("データベースがクエリを受け付けません: {}", reason)}};
}

/// Only what reads. Whether it really does is up to the database; this is against mistakes.
bool only_reads(std::string_view query) {
    std::string folded = fold(query);
    while (!folded.empty() && (folded.back() == ';' || folded.back() == ' ')) folded.pop_back();
    const bool begins =
        std::ranges::any_of(std::array<std::string_view, 4>{"select", "with", "values", "table"},
                            [&](std::string_view word) { return folded.starts_with(word); });
    return begins && folded.find(';') == folded.npos;
}

Connection connect(const DatabaseQuery& query) {
    const OUString user = to_uno(query.user);
    const OUString password = to_uno(query.password);
    if (query.database.starts_with("sdbc:")) {
        Sequence<css::beans::PropertyValue> info(2);
        info[0].Name = "user";
        info[0].Value <<= user;
        info[1].Name = "password";
        info[1].Value <<= password;
        const Reference<css::sdbc::XDriverManager> drivers(create_service("com.sun.star.sdbc.DriverManager"),
                                                           UNO_QUERY_THROW);
        return drivers->getConnectionWithInfo(to_uno(query.database), info);
    }
    const Reference<css::container::XNameAccess> registered(
        create_service("com.sun.star.sdb.DatabaseContext"), UNO_QUERY_THROW);
    const Reference<css::sdbc::XDataSource> source(registered->getByName(to_uno(query.database)),
                                                   UNO_QUERY_THROW);
    return source->getConnection(user, password);
}

/// What is closed, closes whatever happens.
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

std::shared_ptr<const imports::Source> read_rows(const Reference<css::sdbc::XResultSet>& rows,
                                                 const ReadingLocale& locale,
                                                 const std::function<bool(std::size_t)>& progress) {
    const auto about = Reference<css::sdbc::XResultSetMetaDataSupplier>(rows, UNO_QUERY_THROW)->getMetaData();
    const sal_Int32 columns = about->getColumnCount();
    std::vector<std::string> headers;
    std::vector<imports::Hint> hints;
    std::vector<bool> logical;
    for (sal_Int32 column = 1; column <= columns; ++column) {
        headers.push_back(to_utf8(about->getColumnLabel(column)));
        hints.push_back(hint_of(about->getColumnType(column)));
        const sal_Int32 type = about->getColumnType(column);
        logical.push_back(type == css::sdbc::DataType::BIT || type == css::sdbc::DataType::BOOLEAN);
    }
    const Reference<css::sdbc::XRow> row(rows, UNO_QUERY_THROW);
    imports::Records records;
    std::size_t count = 0;
    while (rows->next()) {
        for (sal_Int32 column = 1; column <= columns; ++column) {
            std::string text;
            if (logical[static_cast<std::size_t>(column) - 1])
                text = row->getBoolean(column) ? "TRUE" : "FALSE";
            else
                text = to_utf8(row->getString(column));
            records.add_field(row->wasNull() ? std::string() : text);
        }
        records.end_row(++count);
        if (count % 1000 == 0 && !progress(count)) return nullptr;
    }
    return imports::make_source(std::move(records), std::move(headers), hints, locale);
}

}  // namespace

Result<std::shared_ptr<const imports::Source>> ask_database(
    const DatabaseQuery& query, const ReadingLocale& locale,
    const std::function<bool(std::size_t)>& progress) {
    if (!only_reads(query.query))
        return illegal_argument({"The query must be a single SELECT; nothing was asked.",
                                 "クエリは1つの SELECT 文にしてください。何も実行していません。"});
    Connection connection;
    try {
        connection = connect(query);
    } catch (const css::container::NoSuchElementException&) {
        return not_available(
            {fmt::format("No data source is registered as “{}” (Tools > Options > LibreOffice "
                         "Base > Databases).",
                         query.database),
             fmt::format("「{}」という登録済みデータソースはありません（［ツール］＞［オプション］＞"
                         "［LibreOffice Base］＞［データベース］）。",
                         query.database)});
    } catch (const css::uno::Exception& exception) {
        return tl::unexpected(connection_failed(query, reason_of(exception, query.password)));
    }
    if (!connection.is())
        return not_available(
            {"LibreOffice has no driver for this database; the URL begins with its name, such as "
             "sdbc:postgresql:.",
             "このデータベースのドライバーがありません。URL は sdbc:postgresql: "
             "のようにドライバー名で始めてください。"});
    const Closing closing(connection);
    try {
        const auto statement = connection->createStatement();
        const Closing closing_statement(statement);
        const auto rows = statement->executeQuery(to_uno(query.query));
        if (!rows.is()) return tl::unexpected(query_failed(query, "no rows"));
        return read_rows(rows, locale, progress);
    } catch (const css::uno::Exception& exception) {
        return tl::unexpected(query_failed(query, reason_of(exception, query.password)));
    }
}

}  // namespace kakehashi::addin
