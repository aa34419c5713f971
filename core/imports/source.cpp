#include "core/imports/source.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <optional>

#include <fmt/format.h>

#include "core/imports/delimiter.hpp"
#include "core/table/headers.hpp"

namespace kakehashi::imports {
namespace {

Hint hint_of_role(Role role) {
    switch (role) {
        case Role::id:
        case Role::name:
        case Role::company:
        case Role::email:
        case Role::phone:
        case Role::source:
        case Role::owner:
        case Role::stage:
        case Role::outcome:
        case Role::reason:
            return Hint::text;
        case Role::amount:
            return Hint::number;
        default:
            return Hint::date;
    }
}

std::vector<Hint> hints_of(std::span<const std::string> headers) {
    std::vector<Hint> hints;
    for (const std::string& header : headers) hints.push_back(hint_of_header(header));
    for (std::size_t role = 0; role < role_count; ++role)
        if (const auto column = recognise_role(static_cast<Role>(role), headers))
            hints[*column] = hint_of_role(static_cast<Role>(role));
    return hints;
}

/// Filled cells spread over the column: all of a short one, some thousands of a long one.
std::vector<std::string_view> sample(const Source& source, std::size_t column) {
    constexpr std::size_t most = 4096;
    std::vector<std::string_view> cells;
    std::size_t step = 1;
    std::size_t seen = 0;
    for (std::size_t row = 0; row < source.rows(); ++row) {
        const std::string_view text = trim(source.text(row, column));
        if (text.empty() || seen++ % step != 0) continue;
        cells.push_back(text);
        if (cells.size() < most) continue;
        for (std::size_t i = 0; 2 * i < cells.size(); ++i) cells[i] = cells[2 * i];
        cells.resize((cells.size() + 1) / 2);
        step *= 2;
    }
    return cells;
}

/// A sample may have missed the one id with a leading zero; numbers lose it for good.
bool loses_digits(const Source& source, std::size_t column) {
    for (std::size_t row = 0; row < source.rows(); ++row) {
        const std::string_view text = trim(source.text(row, column));
        if (text.size() > 15 || (text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9')) {
            const std::array<std::string_view, 1> one{text};
            if (read_kind(one, Hint::number, source.columns[column].locale).kind == ColumnKind::text &&
                read_number(text, source.columns[column].locale))
                return true;
        }
    }
    return false;
}

void read_kinds(Source& source, std::span<const Hint> hints, const ReadingLocale& locale) {
    ReadingLocale document = locale;
    document.null_date = 0;
    // Where cells are parted by `;`, the comma is the decimal sign.
    if (source.delimiter == ';') document.decimal_separator = ',';
    for (std::size_t column = 0; column < source.layout.headers.size(); ++column) {
        const std::vector<std::string_view> cells = sample(source, column);
        source.columns.push_back(read_kind(cells, hints[column], document));
        ColumnReading& reading = source.columns.back();
        const bool numbers = reading.kind == ColumnKind::number || reading.kind == ColumnKind::money;
        if (numbers && cells.size() < source.rows() && loses_digits(source, column))
            reading.kind = ColumnKind::text;
    }
}

tl::unexpected<CellError> too_many_rows() {
    return illegal_argument(
        {fmt::format("There are more rows than the {} a sheet holds. Bring fewer, for example by year.",
                     most_rows),
         fmt::format("行数が、1枚のシートに入る {} 行を超えています。年ごとなどに分けてください。",
                     most_rows)});
}

Result<HeaderChoice> header_choice(std::string_view written) {
    HeaderChoice choice;
    const std::string folded = fold(written);
    if (folded.empty() || folded == "auto") return choice;
    if (folded == "none" || folded == "no" || folded == "なし" || folded == "0") {
        choice.none = true;
        return choice;
    }
    std::size_t line = 0;
    const auto [end, error] = std::from_chars(folded.data(), folded.data() + folded.size(), line);
    if (error != std::errc{} || end != folded.data() + folded.size())
        return illegal_argument(
            {fmt::format("header is \"{}\"; give the line of the file that holds the headers, or none.",
                         written),
             fmt::format("header が「{}」です。見出しのある行番号、または none を指定してください。",
                         written)});
    choice.line = line;
    return choice;
}

}  // namespace

Result<std::shared_ptr<const Source>> read_source(std::string bytes, const ReadChoices& choices) {
    const Result<HeaderChoice> header = header_choice(choices.header);
    if (!header) return error_of(header);
    auto decoded = decode(std::move(bytes), choices.encoding);
    if (!decoded) return error_of(decoded);
    std::string& text = decoded->text;
    if (text.size() > Records::largest_text)
        return illegal_argument({"The file is larger than 4 GB. Export fewer rows.",
                                 "ファイルが 4 GB を超えています。行数を減らして出力してください。"});
    auto source = std::make_shared<Source>();
    source->encoding = decoded->encoding;
    source->encoding_reason = decoded->reason;
    source->replaced = decoded->replaced;
    if (trim(choices.delimiter).empty() && choices.delimiter != "\t" && choices.delimiter != " ") {
        source->delimiter = find_delimiter(text);
    } else {
        const auto delimiter = parse_delimiter(choices.delimiter);
        if (!delimiter) return error_of(delimiter);
        source->delimiter = *delimiter;
    }
    if (declared_delimiter(text))
        text.replace(0, 5, "     ");  // the line stays, so that lines keep their numbers
    source->records = read_records(std::move(text), source->delimiter);
    if (source->records.size() == 0) return illegal_argument({"The file is empty.", "ファイルが空です。"});
    source->layout = find_layout(source->records, *header, choices.language);
    if (source->rows() > most_rows) return too_many_rows();
    read_kinds(*source, hints_of(source->layout.headers), choices.locale);
    return source;
}

Result<std::shared_ptr<const Source>> make_source(Records records, const std::vector<std::string>& headers,
                                                  const std::vector<Hint>& hints,
                                                  const ReadChoices& choices) {
    if (records.size() > most_rows) return too_many_rows();
    auto source = std::make_shared<Source>();
    source->encoding = "UTF-8";
    source->records = std::move(records);
    source->layout.headers = unique_headers(headers, choices.language);
    source->layout.rows.resize(source->records.size());
    std::iota(source->layout.rows.begin(), source->layout.rows.end(), std::uint32_t{0});
    std::vector<Hint> all = hints_of(source->layout.headers);
    for (std::size_t column = 0; column < std::min(all.size(), hints.size()); ++column) {
        // A text of the database may hold the dates of a role; a date of the database is no id.
        const bool better =
            hints[column] == Hint::text ? all[column] == Hint::none : all[column] != Hint::text;
        if (hints[column] != Hint::none && better) all[column] = hints[column];
    }
    ReadingLocale locale = choices.locale;
    locale.decimal_separator = '.';  // as drivers write numbers, whatever the document does
    read_kinds(*source, all, locale);
    return source;
}

}  // namespace kakehashi::imports
