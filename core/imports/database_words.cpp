#include "core/imports/database_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>

#include <Poco/Windows1252Encoding.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <re2/re2.h>
#include <utf8proc.h>

#include "core/table/reading.hpp"

namespace kakehashi::imports {
namespace {

bool mentions(std::string_view text, std::initializer_list<std::string_view> parts) {
    const std::string folded = fold(text);
    return std::ranges::any_of(parts,
                               [&](std::string_view part) { return folded.find(part) != folded.npos; });
}

/// Where the quoted text or the comment that begins at `at` ends; `at` itself if none begins there.
std::size_t skip_quoted(std::string_view query, std::size_t at) {
    const auto end_of = [&](std::string_view end, std::size_t from) {
        const auto found = query.find(end, from);
        return found == query.npos ? query.size() : found + end.size();
    };
    const std::string_view rest = query.substr(at);
    if (rest.starts_with("--")) return end_of("\n", at);
    if (rest.starts_with("/*")) return end_of("*/", at + 2);
    for (const char quote : {'\'', '"', '`'})
        if (rest.front() == quote) return end_of(std::string_view(&quote, 1), at + 1);
    return at;
}

/// The query's own words: quoted texts and comments become blanks.
std::string bare_words(std::string_view query) {
    std::string bare;
    for (std::size_t at = 0; at < query.size();) {
        const std::size_t end = skip_quoted(query, at);
        bare += end == at ? query[at] : ' ';
        at = std::max(end, at + 1);
    }
    return bare;
}

bool is_blank(char c) {
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

/// Where the value of `password=` begins, at or after `from`; npos if there is none. `folded` is lower case.
std::size_t password_value(std::string_view folded, std::size_t from) {
    std::size_t first = folded.npos;
    for (const std::string_view name : {"password", "passwd", "pwd"}) {
        for (std::size_t at = folded.find(name, from); at < first; at = folded.find(name, at + 1)) {
            std::size_t value = at + name.size();
            while (value < folded.size() && is_blank(folded[value])) ++value;
            if (value >= folded.size() || folded[value] != '=') continue;
            ++value;
            while (value < folded.size() && is_blank(folded[value])) ++value;
            first = value;
        }
    }
    return first;
}

/// The end of a value: of a quoted one its quotation mark, else a blank, `;`, `&` or a quotation mark.
std::size_t value_end(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '\'') {
        std::size_t end = at + 1;
        while (end < text.size() && text[end] != '\'') end += text[end] == '\\' ? 2 : 1;
        return std::min(end + 1, text.size());
    }
    return std::min(text.find_first_of(" ;&'\"", at), text.size());
}

/// LibreOffice's driver reads the UTF-8 of PostgreSQL's library as Windows-1252, so that Japanese reasons
/// arrive as `æŽ¥ç¶š`; bytes that are no characters there it moves to U+F100 and on. What was not garbled
/// stays as it is.
std::string ungarbled(std::string_view text) {
    const Poco::Windows1252Encoding windows;
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t character = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                             static_cast<utf8proc_ssize_t>(text.size() - at), &character);
        if (length <= 0) return std::string(text);
        unsigned char byte = static_cast<unsigned char>(character & 0xFF);
        const bool moved = character >= 0xF100 && character <= 0xF1FF;
        if (character > 0xFF && !moved && windows.convert(character, &byte, 1) != 1) return std::string(text);
        bytes += static_cast<char>(byte);
        at += static_cast<std::size_t>(length);
    }
    for (std::size_t at = 0; at < bytes.size();) {
        utf8proc_int32_t character = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()) + at,
                                             static_cast<utf8proc_ssize_t>(bytes.size() - at), &character);
        if (length <= 0) return std::string(text);
        at += static_cast<std::size_t>(length);
    }
    return bytes;
}

std::string lower(std::string_view text) {
    std::string low(text);
    std::ranges::transform(low, low.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return low;
}

}  // namespace

Result<std::string> reading_query(std::string_view query) {
    std::string bare = bare_words(query);
    std::size_t length = bare.size();
    while (length > 0 && (bare[length - 1] == ';' || is_blank(bare[length - 1]))) --length;
    bare.resize(length);
    const std::string folded = lower(trim(bare));
    const std::size_t word_end =
        std::min(folded.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), folded.size());
    const std::string_view word = std::string_view(folded).substr(0, word_end);
    constexpr std::array<std::string_view, 4> reading = {"select", "with", "values", "table"};
    const bool brackets = word.empty() && folded.starts_with('(');  // (select …) union (select …)
    if ((!brackets && std::ranges::find(reading, word) == reading.end()) || bare.find(';') != bare.npos)
        return illegal_argument({"The query must be a single SELECT; nothing was asked.",
                                 "クエリは1つの SELECT 文にしてください。何も実行していません。"});
    return std::string(query.substr(0, length));
}

std::string without_passwords(std::string_view text, std::string_view password) {
    std::string result(text);
    for (std::size_t at = 0; !password.empty() && (at = result.find(password, at)) != result.npos; at += 3)
        result.replace(at, password.size(), "***");
    for (std::size_t at = 0; (at = password_value(lower(result), at)) != result.npos; at += 3)
        result.replace(at, value_end(result, at) - at, "***");
    return result;
}

std::string driver_words(std::string_view message, std::string_view password) {
    std::string words = without_passwords(ungarbled(message), password);
    for (char& c : words)
        if (is_blank(c)) c = ' ';
    static const RE2 noise(R"(^Couldn't establish database connection to '.*?' | at \./[\w/.-]+\.cxx:\d+)");
    RE2::GlobalReplace(&words, noise, "");
    static const RE2 blanks(" {2,}");
    RE2::GlobalReplace(&words, blanks, " ");
    return std::string(trim(words));
}

std::string format_query(const KeptQuery& kept) {
    const bool secret = password_value(lower(kept.database), 0) != std::string::npos;
    const nlohmann::json json = {
        {"database", secret ? std::string() : kept.database}, {"user", kept.user}, {"query", kept.query}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

KeptQuery parse_query(std::string_view text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    const auto value = [&](const char* name) {
        if (!json.is_object()) return std::string();
        const auto found = json.find(name);
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    return {value("database"), value("user"), value("query")};
}

std::string with_time_limit(std::string_view address) {
    const std::string low = lower(address);
    std::string result(address);
    if (low.starts_with("sdbc:postgresql:") && low.find("//") == low.npos &&
        low.find("connect_timeout") == low.npos)
        result += " connect_timeout=10";
    return result;
}

std::string_view read_only_statement(std::string_view product) {
    const std::string low = lower(product);
    if (low.find("postgres") != low.npos) return "set session characteristics as transaction read only";
    if (low.find("mysql") != low.npos || low.find("mariadb") != low.npos)
        return "set session transaction read only";
    return {};
}

CellError connection_failed(std::string_view address, std::string_view user, std::string_view reason) {
    const auto because = [&](const char* en, const char* ja) {
        return CellError{ErrorCode::not_available,
                         {fmt::format("{} ({})", en, reason), fmt::format("{}（{}）", ja, reason)}};
    };
    if (mentions(reason, {"no sdbc driver", "no suitable driver", "driver could not be loaded",
                          "loading component library", "ドライバ"}))
        return no_driver(address);
    if (mentions(reason, {"database \"", "unknown database", "データベース\""}))
        return because("The server does not know this database.", "サーバーにこのデータベースがありません。");
    if (mentions(reason, {"password", "authentication", "access denied", "role \"", "パスワード", "認証",
                          "ロール\"", "ロール \""}))
        return {
            ErrorCode::not_available,
            {fmt::format("The database refuses the user “{}”: name or password is wrong. ({})", user, reason),
             fmt::format("ユーザー「{}」では接続できません。名前かパスワードが違います。（{}）", user,
                         reason)}};
    if (mentions(reason, {"refused", "could not connect", "timeout", "timed out", "translate host",
                          "unreachable", "no route", "server running", "closed the connection",
                          "terminating connection", "can't connect", "no such file", "拒否", "タイムアウト",
                          "接続できません", "到達", "ホスト名", "切断", "終了"}))
        return because(
            "The database server does not answer. Is it running, and is the address right?",
            "データベースサーバーが応答しません。動いているか、接続先が正しいか確認してください。");
    return because("No connection to the database.", "データベースに接続できません。");
}

CellError query_failed(std::string_view address, std::string_view user, std::string_view reason) {
    if (mentions(reason,
                 {"closed the connection", "terminating connection", "connection to server", "no connection",
                  "server has gone away", "lost connection", "切断", "管理者コマンドにより"}))
        return connection_failed(address, user, fmt::format("closed the connection: {}", reason));
    return {ErrorCode::illegal_argument,
            {fmt::format("The database does not accept the query: {}", reason),
             fmt::format("データベースがクエリを受け付けません: {}", reason)}};
}

CellError no_driver(std::string_view address) {
    const std::string kind(address.substr(0, address.find(':', address.find(':') + 1)));
    return {ErrorCode::not_available,
            {fmt::format("LibreOffice has no driver for “{}”. On Debian the drivers are in the packages "
                         "libreoffice-base-drivers and, for PostgreSQL (sdbc:postgresql:…), "
                         "libreoffice-sdbc-postgresql.",
                         kind),
             fmt::format("LibreOffice に「{}」のドライバーがありません。Debian では "
                         "libreoffice-base-drivers と、PostgreSQL（sdbc:postgresql:…）では "
                         "libreoffice-sdbc-postgresql パッケージに入っています。",
                         kind)}};
}

}  // namespace kakehashi::imports
