#include "core/imports/column_kind.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "core/table/characters.hpp"

namespace kakehashi::imports {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// --- numbers

/// Plain digits, the usual case, without the detour over Unicode; nothing if it is not that simple.
std::optional<double> read_plain(std::string_view text) {
    const std::size_t first = text.front() == '-' ? 1 : 0;
    if (first == text.size() || text.size() > 17) return std::nullopt;
    bool point = false;
    for (const char c : text.substr(first)) {
        if (c == '.' && !point)
            point = true;
        else if (!is_digit(c))
            return std::nullopt;
    }
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// `12E3` is an id more likely than a number; with a sign (`1.2E+06`) a program wrote it.
bool is_bare_exponent(std::string_view text) {
    const auto e = text.find_first_of("eE");
    return e != text.npos && e + 1 < text.size() && text[e + 1] != '+' && text[e + 1] != '-';
}

std::optional<double> number_in(std::string_view text, const ReadingLocale& locale) {
    if (locale.decimal_separator == '.')
        if (const auto plain = read_plain(text)) return plain;
    if (is_bare_exponent(text)) return std::nullopt;
    return read_number(text, locale);
}

/// What a text with digits loses when it becomes a number.
bool must_stay_text(std::string_view text) {
    std::size_t digits = 0;
    for (const char c : text) digits += is_digit(c) ? 1 : 0;
    if (digits > 15) return true;
    if (text.front() == '+') return true;
    // `00123`, full width too; `0`, `0.5` and `0,5` are numbers.
    const ReadableText readable(text);
    if (!readable) return false;
    const std::u32string_view characters = readable.view();
    return characters.size() > 1 && characters[0] == U'0' && characters[1] >= U'0' && characters[1] <= U'9';
}

char32_t currency_of(std::string_view text) {
    const ReadableText readable(text);
    if (!readable) return 0;
    for (const char32_t c : readable.view()) {
        if (c == U'円') return U'¥';
        if (c == U'¥' || c == U'$' || c == U'€' || c == U'£') return c;
    }
    return 0;
}

std::size_t decimals_of(std::string_view text, char separator) {
    const auto point = text.rfind(separator);
    if (point == text.npos) return 0;
    std::size_t count = 0;
    while (point + 1 + count < text.size() && is_digit(text[point + 1 + count])) ++count;
    return count;
}

struct NumberFit {
    std::size_t read = 0;
    char separator = '.';
};

NumberFit best_numbers(std::span<const std::string_view> filled, const ReadingLocale& document) {
    const auto fit = [&](char separator) {
        ReadingLocale locale = document;
        locale.decimal_separator = separator;
        std::size_t read = 0;
        for (const std::string_view text : filled)
            if (number_in(text, locale)) ++read;
        return NumberFit{read, separator};
    };
    const NumberFit point = fit('.');
    // Whole numbers and `1234.5` are read alike under both, or not at all under the other.
    const bool commas = std::ranges::any_of(
        filled, [](std::string_view text) { return text.find_first_of(",.") != text.npos; });
    if (!commas) return point;
    const NumberFit comma = fit(',');
    if (point.read != comma.read) return point.read > comma.read ? point : comma;
    return document.decimal_separator == ',' ? comma : point;
}

// --- dates

struct DateFit {
    std::size_t read = 0;
    bool with_time = false;
    Instant first = latest;
    Instant last = earliest;
};

/// A date needs a separator or a word; eight digits alone are more often a number.
bool may_be_date(std::string_view text) {
    if (text.size() < 6 || text.size() > 64) return false;
    const bool digits = std::ranges::any_of(text, is_digit) || text.find("\xEF\xBC") != text.npos;
    return digits && !std::ranges::all_of(text, is_digit);
}

DateFit fit_dates(std::span<const std::string_view> filled, const ReadingLocale& locale) {
    DateFit fit;
    for (const std::string_view text : filled) {
        const Instant instant = may_be_date(text) ? read_instant(text, locale) : no_instant;
        if (instant == no_instant) continue;
        ++fit.read;
        fit.with_time = fit.with_time || has_time(instant);
        // Databases write 9999-12-31 for "still so".
        if (instant < instant_from_serial(2'900'000.0)) {
            fit.first = std::min(fit.first, instant);
            fit.last = std::max(fit.last, instant);
        }
    }
    return fit;
}

struct BestDates {
    DateFit fit;
    DateOrder order = DateOrder::year_month_day;
    bool unsure = false;

    Instant spread() const { return fit.last < fit.first ? 0 : fit.last - fit.first; }
    bool reads_like(const BestDates& other) const {
        return fit.first == other.fit.first && fit.last == other.fit.last;
    }
};

/// The order that reads the most; of equal ones that under which the dates lie closest together, for
/// `05-11-16` means something under each of them. Where two lie about as close, nobody can tell.
BestDates best_dates(std::span<const std::string_view> filled, const ReadingLocale& document) {
    std::vector<BestDates> all;
    for (const DateOrder order : {document.date_order, DateOrder::year_month_day, DateOrder::day_month_year,
                                  DateOrder::month_day_year}) {
        ReadingLocale locale = document;
        locale.date_order = order;
        all.push_back({fit_dates(filled, locale), order, false});
    }
    BestDates best = all.front();
    for (const BestDates& other : all) {
        if (other.fit.read < best.fit.read) continue;
        if (other.fit.read > best.fit.read || other.spread() < best.spread()) best = other;
    }
    // Within a year or so of each other nobody can tell; the document's own order goes before a guess.
    const Instant near = 2 * best.spread() + 366 * ms_per_day;
    const auto could_be = [&](const BestDates& other) {
        return other.fit.read == best.fit.read && best.fit.read > 0 && !other.reads_like(best) &&
               other.spread() < near;
    };
    if (std::ranges::any_of(all, could_be)) {
        if (could_be(all.front())) best = all.front();
        best.unsure = true;
    }
    return best;
}

bool is_serial_date(std::string_view text) {
    const auto number = read_plain(text);
    constexpr double from = 20'000;  // 1954
    constexpr double to = 80'000;    // 2119
    return number && *number >= from && *number < to;
}

/// Enough cells to call the whole column so.
bool most(std::size_t read, std::size_t all, bool hinted) {
    if (read == 0) return false;
    return hinted ? 2 * read >= all : 10 * read >= 9 * all;
}

std::optional<ColumnReading> as_dates(std::span<const std::string_view> filled, Hint hint,
                                      const ReadingLocale& document) {
    const bool hinted = hint == Hint::date;
    const BestDates best = best_dates(filled, document);
    ColumnReading reading;
    reading.locale = document;
    reading.locale.date_order = best.order;
    if (most(best.fit.read, filled.size(), hinted)) {
        reading.kind = best.fit.with_time ? ColumnKind::date_time : ColumnKind::date;
        reading.unsure = best.unsure;
        return reading;
    }
    if (!hinted || !std::ranges::all_of(filled, is_serial_date)) return std::nullopt;
    reading.serial = true;
    const bool times = std::ranges::any_of(filled, [](std::string_view text) {
        const double number = read_plain(text).value_or(0);
        return number != std::floor(number);
    });
    reading.kind = times ? ColumnKind::date_time : ColumnKind::date;
    return reading;
}

std::optional<ColumnReading> as_numbers(std::span<const std::string_view> filled, Hint hint,
                                        const ReadingLocale& document) {
    const NumberFit fit = best_numbers(filled, document);
    if (!most(fit.read, filled.size(), hint == Hint::number)) return std::nullopt;
    if (std::ranges::any_of(filled, must_stay_text)) return std::nullopt;
    ColumnReading reading;
    reading.kind = ColumnKind::number;
    reading.locale = document;
    reading.locale.decimal_separator = fit.separator;
    char32_t currency = 0;
    std::size_t percents = 0;
    for (const std::string_view text : filled) {
        if (!number_in(text, reading.locale)) continue;
        const char32_t own = currency_of(text);
        // Dollars and yen do not add up: as texts both stay readable.
        if (own != 0 && currency != 0 && own != currency) return std::nullopt;
        if (own != 0) currency = own;
        if (text.find('%') != text.npos || text.find("％") != text.npos) ++percents;
        reading.decimals = std::max(reading.decimals, decimals_of(text, fit.separator));
    }
    if (percents == fit.read) reading.kind = ColumnKind::percent;
    if (currency != 0 || (hint == Hint::number && percents == 0)) reading.kind = ColumnKind::money;
    return reading;
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings, [&](std::string_view ending) { return text.ends_with(ending); });
}
bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
    return std::ranges::any_of(parts, [&](std::string_view part) { return text.find(part) != text.npos; });
}

}  // namespace

Hint hint_of_header(std::string_view header) {
    const std::string folded = fold_header(header);
    if (folded.empty()) return Hint::none;
    if (contains_any(folded, {"phone", "mobile", "zipcode", "postalcode", "postcode", "電話", "携帯", "郵便",
                              "市区町村コード", "口座"}) ||
        folded.starts_with("tel") || folded == "fax" || folded == "zip" ||
        ends_with_any(folded, {".id", "コード", "番号"}))
        return Hint::text;
    // An id in a header of several words: `owner_id`, `Record ID`; not `paid`.
    if (folded == "id" || ends_with_any(fold(header), {" id", "_id", "-id", "ｉｄ"}) ||
        folded.ends_with("ids"))
        return Hint::text;
    if (ends_with_any(folded, {"date", "timestamp", "datetime", "日", "日付", "日時"}) &&
        !folded.ends_with("update"))
        return Hint::date;
    return Hint::none;
}

ColumnReading read_kind(std::span<const std::string_view> filled, Hint hint, const ReadingLocale& document) {
    ColumnReading text;
    text.locale = document;
    if (filled.empty() || hint == Hint::text) return text;
    if (hint != Hint::number)
        if (const auto dates = as_dates(filled, hint, document)) return *dates;
    if (const auto numbers = as_numbers(filled, hint, document)) return *numbers;
    return text;
}

ImportedValue read_value(std::string_view text, const ColumnReading& reading) {
    const std::string_view trimmed = trim(text);
    if (trimmed.empty()) return std::monostate{};
    switch (reading.kind) {
        case ColumnKind::text:
            return trimmed;
        case ColumnKind::number:
        case ColumnKind::percent:
        case ColumnKind::money:
            if (const auto number = number_in(trimmed, reading.locale)) return *number;
            return trimmed;
        case ColumnKind::date:
        case ColumnKind::date_time:
            if (reading.serial) {
                if (const auto number = read_plain(trimmed)) return *number;
                return trimmed;
            }
            if (!may_be_date(trimmed)) return trimmed;
            const Instant instant = read_instant(trimmed, reading.locale);
            if (instant != no_instant) return serial_from_instant(instant);
            return trimmed;
    }
    return trimmed;
}

Text kind_name(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::number:
            return {"numbers", "数値"};
        case ColumnKind::percent:
            return {"percentages", "割合"};
        case ColumnKind::money:
            return {"amounts", "金額"};
        case ColumnKind::date:
            return {"dates", "日付"};
        case ColumnKind::date_time:
            return {"dates with a time", "日時"};
        case ColumnKind::text:
            break;
    }
    return {"texts", "文字列"};
}

}  // namespace kakehashi::imports
