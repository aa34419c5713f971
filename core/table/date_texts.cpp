// Dates as people type them.
#include "core/table/date_texts.hpp"

namespace kakehashi {
namespace {

// The Gregorian calendar's first whole year, and the last year of four digits.
constexpr int first_year = 1583;
constexpr int last_year = 9999;

using DateParts = std::optional<std::chrono::year_month_day>;

DateParts date_of(int year, int month, int day) {
    if (year < first_year || year > last_year) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return date;
}

/// Two-digit years lie between 1930 and 2029, as in Calc's default.
constexpr int full_year(Digits year) {
    if (year.count != 2) return year.value;
    return year.value + (year.value < 30 ? 2000 : 1900);
}

constexpr bool is_separator(char32_t c) {
    return c == U'-' || c == U'/' || c == U'.';
}

/// `11-21`, `11/21`, `11.21` or `11月21日` after a year and its separator.
DateParts month_and_day(DateReader& reader, int year, char32_t separator) {
    const bool kanji = separator == U'年';
    if (kanji) reader.take_blanks();
    const auto month = reader.digits(1, 2);
    if (!month || !reader.take(kanji ? U'月' : separator)) return std::nullopt;
    if (kanji) reader.take_blanks();
    const auto day = reader.digits(1, 2);
    if (!day || (kanji && !reader.take(U'日'))) return std::nullopt;
    return date_of(year, month->value, day->value);
}

std::optional<char32_t> year_separator(DateReader& reader) {
    const char32_t c = reader.peek();
    if (!is_separator(c) && c != U'年') return std::nullopt;
    reader.take(c);
    return c;
}

/// `2026-11-21` and the like.
DateParts year_first(DateReader& reader) {
    const auto year = reader.digits(4, 4);
    if (!year) return std::nullopt;
    const auto separator = year_separator(reader);
    if (!separator) return std::nullopt;
    return month_and_day(reader, year->value, *separator);
}

/// ISO 8601's basic form `20261121`.
DateParts compact(DateReader& reader) {
    const auto all = reader.digits(8, 8);
    if (!all) return std::nullopt;
    return date_of(all->value / 10000, all->value / 100 % 100, all->value % 100);
}

/// ISO 8601's week date `2026-W47-6`.
DateParts week_date(DateReader& reader) {
    const auto year = reader.digits(4, 4);
    if (!year || year->value < first_year || !reader.take(U"-w")) return std::nullopt;
    const auto week = reader.digits(2, 2);
    if (!week || week->value < 1 || !reader.take(U'-')) return std::nullopt;
    const auto weekday = reader.digits(1, 1);
    if (!weekday || weekday->value < 1 || weekday->value > 7) return std::nullopt;
    using namespace std::chrono;
    const auto first_monday = [](int y) {
        const sys_days fourth{std::chrono::year{y} / 1 / 4};
        return fourth - (std::chrono::weekday{fourth} - Monday);
    };
    const sys_days monday = first_monday(year->value) + days{7 * (week->value - 1)};
    if (monday >= first_monday(year->value + 1)) return std::nullopt;
    const year_month_day date{monday + days{weekday->value - 1}};
    return date_of(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                   static_cast<int>(static_cast<unsigned>(date.day())));
}

struct Era {
    std::u32string_view kanji;
    char32_t ligature;
    char32_t letter;
    int first_year;  // of the common era
};
constexpr std::array<Era, 5> eras = {{{U"令和", U'㋿', U'r', 2019},
                                      {U"平成", U'㍻', U'h', 1989},
                                      {U"昭和", U'㍼', U's', 1926},
                                      {U"大正", U'㍽', U't', 1912},
                                      {U"明治", U'㍾', U'm', 1868}}};

/// `令和8年11月21日`, `令和元年5月1日`, `R8.11.21`.
DateParts japanese_era(DateReader& reader) {
    const Era* era = nullptr;
    for (const Era& candidate : eras) {
        if (!reader.take(candidate.kanji) && !reader.take(candidate.ligature) &&
            !reader.take(candidate.letter))
            continue;
        era = &candidate;
        break;
    }
    if (era == nullptr) return std::nullopt;
    reader.take_blanks();
    int year_of_era = 1;
    if (!reader.take(U'元')) {
        const auto digits = reader.digits(1, 2);
        if (!digits || digits->value == 0) return std::nullopt;
        year_of_era = digits->value;
    }
    const auto separator = year_separator(reader);
    if (!separator) return std::nullopt;
    return month_and_day(reader, era->first_year + year_of_era - 1, *separator);
}

/// `21/11/2026` or `11/21/26` in the locale's order; years have four or two digits.
DateParts locale_order(DateReader& reader, DateOrder order) {
    std::array<Digits, 3> parts{};
    char32_t separator = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i == 1) separator = reader.peek();
        if (i > 0 && (!is_separator(separator) || !reader.take(separator))) return std::nullopt;
        const auto digits = reader.digits(1, 4);
        if (!digits) return std::nullopt;
        parts[i] = *digits;
    }
    const bool year_leads = order == DateOrder::year_month_day;
    const Digits year = parts[year_leads ? 0 : 2];
    const Digits month = parts[order == DateOrder::month_day_year ? 0 : 1];
    const Digits day = parts[year_leads ? 2 : order == DateOrder::month_day_year ? 1 : 0];
    if ((year.count != 2 && year.count != 4) || month.count > 2 || day.count > 2) return std::nullopt;
    return date_of(full_year(year), month.value, day.value);
}

constexpr std::array<std::u32string_view, 12> month_names = {
    U"january", U"february", U"march",     U"april",   U"may",      U"june",
    U"july",    U"august",   U"september", U"october", U"november", U"december"};
constexpr std::array<std::u32string_view, 7> weekday_names = {
    U"monday", U"tuesday", U"wednesday", U"thursday", U"friday", U"saturday", U"sunday"};

/// Position of a name written in full or abbreviated to three letters or more; -1 if it is none.
template <std::size_t Count>
int index_of_name(const std::array<std::u32string_view, Count>& names, std::u32string_view word) {
    for (std::size_t i = 0; i < Count; ++i)
        if (word.size() >= 3 && word.size() <= 4 ? names[i].starts_with(word) : names[i] == word)
            return static_cast<int>(i);
    return -1;
}

int take_name_of_month(DateReader& reader) {
    std::array<char32_t, 12> buffer{};
    const int index = index_of_name(month_names, reader.letters(buffer));
    reader.take(U'.');
    return index + 1;
}

/// `1`, `21st`, `2nd`.
std::optional<int> take_ordinal_day(DateReader& reader) {
    const auto day = reader.digits(1, 2);
    if (!day) return std::nullopt;
    for (const std::u32string_view suffix : {U"st", U"nd", U"rd", U"th"})
        if (reader.take(suffix)) break;
    return day->value;
}

void take_gap(DateReader& reader) {
    while (reader.take_blanks() || reader.take(U',') || reader.take(U'-') || reader.take(U'/')) {
    }
}

/// `Sat, 21 Nov 2026`, `21-Nov-26`, `November 21st, 2026`.
DateParts english(DateReader& reader) {
    const DateReader start = reader;
    std::array<char32_t, 12> buffer{};
    if (index_of_name(weekday_names, reader.letters(buffer)) < 0) {
        reader = start;
    } else {
        reader.take(U'.');
        take_gap(reader);
    }
    const bool day_first = is_ascii_digit(reader.peek());
    std::optional<int> day;
    if (day_first) {
        day = take_ordinal_day(reader);
        take_gap(reader);
    }
    const int month = take_name_of_month(reader);
    if (month == 0) return std::nullopt;
    take_gap(reader);
    if (!day_first) {
        day = take_ordinal_day(reader);
        take_gap(reader);
    }
    const auto year = reader.digits(2, 4);
    if (!day || !year || year->count == 3) return std::nullopt;
    return date_of(full_year(*year), month, *day);
}

}  // namespace

DateParts take_date(DateReader& reader, DateOrder order) {
    const DateReader start = reader;
    const auto attempt = [&](auto form) {
        reader = start;
        return form(reader);
    };
    if (is_ascii_digit(start.peek())) {
        if (const auto date = attempt(year_first)) return date;
        if (const auto date = attempt([order](DateReader& r) { return locale_order(r, order); })) return date;
        if (const auto date = attempt(compact)) return date;
        if (const auto date = attempt(week_date)) return date;
        return attempt(english);
    }
    if (const auto date = attempt(japanese_era)) return date;
    return attempt(english);
}

}  // namespace kakehashi
