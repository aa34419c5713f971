// Dates and times as people type them, and as we write them.
#include "core/table/instant.hpp"

#include <array>

#include <fmt/format.h>

#include "core/table/characters.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

// The Gregorian calendar's first whole year, and the last year of four digits.
constexpr int first_year = 1583;
constexpr int last_year = 9999;

constexpr bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
constexpr char32_t lower(char32_t c) {
    return c >= U'A' && c <= U'Z' ? c + 32 : c;
}
constexpr bool is_letter(char32_t c) {
    return lower(c) >= U'a' && lower(c) <= U'z';
}

struct Digits {
    int value;
    std::size_t count;
};

/// Reads from the front; every `take` leaves the text alone if it does not find what it looks for.
class Reader {
  public:
    explicit Reader(std::u32string_view rest) : rest_(rest) {}

    bool at_end() const { return rest_.empty(); }
    char32_t peek() const { return rest_.empty() ? U'\0' : rest_.front(); }

    bool take(char32_t c) {
        if (rest_.empty() || lower(rest_.front()) != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    bool take(std::u32string_view text) {
        if (rest_.size() < text.size()) return false;
        for (std::size_t i = 0; i < text.size(); ++i)
            if (lower(rest_[i]) != text[i]) return false;
        rest_.remove_prefix(text.size());
        return true;
    }
    bool take_blanks() {
        const std::size_t before = rest_.size();
        while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
        return rest_.size() != before;
    }
    /// All digits that follow; nothing if they are fewer or more than asked for.
    std::optional<Digits> digits(std::size_t least, std::size_t most) {
        std::size_t count = 0;
        int value = 0;
        for (; count < rest_.size() && is_digit(rest_[count]); ++count) {
            if (count == most) return std::nullopt;
            value = value * 10 + static_cast<int>(rest_[count] - U'0');
        }
        if (count < least) return std::nullopt;
        rest_.remove_prefix(count);
        return Digits{value, count};
    }
    /// ASCII letters, in lower case; at most as many as fit.
    std::u32string_view letters(std::array<char32_t, 12>& buffer) {
        std::size_t count = 0;
        for (; count < rest_.size() && count < buffer.size() && is_letter(rest_[count]); ++count)
            buffer[count] = lower(rest_[count]);
        rest_.remove_prefix(count);
        return {buffer.data(), count};
    }

  private:
    std::u32string_view rest_;
};

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
DateParts month_and_day(Reader& reader, int year, char32_t separator) {
    const bool kanji = separator == U'年';
    if (kanji) reader.take_blanks();
    const auto month = reader.digits(1, 2);
    if (!month || !reader.take(kanji ? U'月' : separator)) return std::nullopt;
    if (kanji) reader.take_blanks();
    const auto day = reader.digits(1, 2);
    if (!day || (kanji && !reader.take(U'日'))) return std::nullopt;
    return date_of(year, month->value, day->value);
}

std::optional<char32_t> year_separator(Reader& reader) {
    const char32_t c = reader.peek();
    if (!is_separator(c) && c != U'年') return std::nullopt;
    reader.take(c);
    return c;
}

/// `2026-11-21` and the like.
DateParts year_first(Reader& reader) {
    const auto year = reader.digits(4, 4);
    if (!year) return std::nullopt;
    const auto separator = year_separator(reader);
    if (!separator) return std::nullopt;
    return month_and_day(reader, year->value, *separator);
}

/// ISO 8601's basic form `20261121`.
DateParts compact(Reader& reader) {
    const auto all = reader.digits(8, 8);
    if (!all) return std::nullopt;
    return date_of(all->value / 10000, all->value / 100 % 100, all->value % 100);
}

/// ISO 8601's week date `2026-W47-6`.
DateParts week_date(Reader& reader) {
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
DateParts japanese_era(Reader& reader) {
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
DateParts locale_order(Reader& reader, DateOrder order) {
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

int take_name_of_month(Reader& reader) {
    std::array<char32_t, 12> buffer{};
    const int index = index_of_name(month_names, reader.letters(buffer));
    reader.take(U'.');
    return index + 1;
}

/// `1`, `21st`, `2nd`.
std::optional<int> take_ordinal_day(Reader& reader) {
    const auto day = reader.digits(1, 2);
    if (!day) return std::nullopt;
    for (const std::u32string_view suffix : {U"st", U"nd", U"rd", U"th"})
        if (reader.take(suffix)) break;
    return day->value;
}

void take_gap(Reader& reader) {
    while (reader.take_blanks() || reader.take(U',') || reader.take(U'-') || reader.take(U'/')) {
    }
}

/// `Sat, 21 Nov 2026`, `21-Nov-26`, `November 21st, 2026`.
DateParts english(Reader& reader) {
    const Reader start = reader;
    std::array<char32_t, 12> buffer{};
    if (index_of_name(weekday_names, reader.letters(buffer)) < 0) {
        reader = start;
    } else {
        reader.take(U'.');
        take_gap(reader);
    }
    const bool day_first = is_digit(reader.peek());
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

DateParts read_date(Reader& reader, DateOrder order) {
    const Reader start = reader;
    const auto attempt = [&](auto form) {
        reader = start;
        return form(reader);
    };
    if (is_digit(start.peek())) {
        if (const auto date = attempt(year_first)) return date;
        if (const auto date = attempt([order](Reader& r) { return locale_order(r, order); })) return date;
        if (const auto date = attempt(compact)) return date;
        if (const auto date = attempt(week_date)) return date;
        return attempt(english);
    }
    if (const auto date = attempt(japanese_era)) return date;
    return attempt(english);
}

/// `(土)` or `（土曜日）` behind a date.
void take_weekday(Reader& reader) {
    const Reader start = reader;
    reader.take_blanks();
    bool found = reader.take(U'(');
    const std::u32string_view names = U"日月火水木金土";
    found = found && names.find(reader.peek()) != names.npos && reader.take(reader.peek());
    if (found && reader.take(U'曜')) reader.take(U'日');
    if (!found || !reader.take(U')')) reader = start;
}

enum class Half { none, morning, afternoon };

Half take_half(Reader& reader) {
    const Reader start = reader;
    reader.take_blanks();
    if (reader.take(U"午前") || reader.take(U"am") || reader.take(U"a.m.")) return Half::morning;
    if (reader.take(U"午後") || reader.take(U"pm") || reader.take(U"p.m.")) return Half::afternoon;
    reader = start;
    return Half::none;
}

struct Clock {
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
};

/// Digits after the seconds, rounded to the millisecond.
bool take_fraction(Reader& reader, Clock& clock) {
    if (!reader.take(U'.') && !reader.take(U',')) return true;
    if (!is_digit(reader.peek())) return false;
    const auto take_digit = [&reader] {
        const int digit = is_digit(reader.peek()) ? static_cast<int>(reader.peek() - U'0') : 0;
        if (is_digit(reader.peek())) reader.take(reader.peek());
        return digit;
    };
    for (const int weight : {100, 10, 1}) clock.millisecond += weight * take_digit();
    if (take_digit() >= 5) ++clock.millisecond;
    while (is_digit(reader.peek())) take_digit();
    return true;
}

/// `14:05`, `14:05:09.25`.
bool take_clock(Reader& reader, Clock& clock) {
    const auto hour = reader.digits(1, 2);
    if (!hour || !reader.take(U':')) return false;
    const auto minute = reader.digits(2, 2);
    if (!minute) return false;
    clock.hour = hour->value;
    clock.minute = minute->value;
    if (!reader.take(U':')) return true;
    const auto second = reader.digits(2, 2);
    if (!second) return false;
    clock.second = second->value;
    return take_fraction(reader, clock);
}

/// ISO 8601's basic form: `1405`, `140509.25`.
bool take_compact_clock(Reader& reader, Clock& clock) {
    const auto all = reader.digits(4, 6);
    if (!all || all->count == 5) return false;
    const bool seconds = all->count == 6;
    const int minutes = seconds ? all->value / 100 : all->value;
    clock.hour = minutes / 100;
    clock.minute = minutes % 100;
    if (!seconds) return true;
    clock.second = all->value % 100;
    return take_fraction(reader, clock);
}

/// `14時`, `14時05分`, `14時05分09秒`.
bool take_kanji_clock(Reader& reader, Clock& clock) {
    const auto hour = reader.digits(1, 2);
    if (!hour || !reader.take(U'時')) return false;
    clock.hour = hour->value;
    reader.take_blanks();
    if (!is_digit(reader.peek())) return true;
    const auto minute = reader.digits(1, 2);
    if (!minute || !reader.take(U'分')) return false;
    clock.minute = minute->value;
    reader.take_blanks();
    if (!is_digit(reader.peek())) return true;
    const auto second = reader.digits(1, 2);
    if (!second || !reader.take(U'秒')) return false;
    clock.second = second->value;
    return true;
}

/// `Z`, `UTC`, `+09:00`, `+0900`, `+09`: clock time as written counts, so it is only skipped.
bool skip_offset(Reader& reader) {
    reader.take_blanks();
    if (reader.at_end() || reader.take(U'z')) return true;
    if (reader.take(U"utc") || reader.take(U"gmt") || reader.take(U"jst")) return true;
    if (!reader.take(U'+') && !reader.take(U'-')) return false;
    const auto hours = reader.digits(2, 4);
    if (!hours || hours->count == 3) return false;
    if (hours->count == 2 && reader.take(U':')) return reader.digits(2, 2).has_value();
    return true;
}

std::optional<Instant> time_of_day(const Clock& clock, Half half) {
    int hour = clock.hour;
    if (half != Half::none) {
        if (hour > 12) return std::nullopt;
        hour = hour % 12 + (half == Half::afternoon ? 12 : 0);
    }
    const bool midnight = hour == 24 && clock.minute == 0 && clock.second == 0 && clock.millisecond == 0;
    if ((hour > 23 && !midnight) || clock.minute > 59 || clock.second > 59) return std::nullopt;
    return hour * ms_per_hour + clock.minute * ms_per_minute + clock.second * ms_per_second +
           clock.millisecond;
}

/// What follows a date up to the end of the text; nothing if that is no time.
std::optional<Instant> read_time(Reader& reader) {
    const bool t = reader.take(U't');
    if (!t) {
        reader.take(U',');
        reader.take_blanks();
    }
    Half half = take_half(reader);
    const bool half_leads = half != Half::none;
    reader.take_blanks();
    const Reader start = reader;
    Clock clock;
    bool found = take_clock(reader, clock);
    for (const auto form : {take_kanji_clock, take_compact_clock}) {
        if (found || (form == take_compact_clock && !t)) continue;
        reader = start;
        clock = {};
        found = form(reader, clock);
    }
    if (!found) return std::nullopt;
    if (!half_leads) half = take_half(reader);
    if (!skip_offset(reader) || !reader.at_end()) return std::nullopt;
    return time_of_day(clock, half);
}

}  // namespace

Instant read_instant(std::string_view text, const ReadingLocale& locale) {
    const ReadableText readable(text);
    if (!readable) return no_instant;
    Reader reader(readable.view());
    const auto date = read_date(reader, locale.date_order);
    if (!date) return no_instant;
    const Instant midnight = instant_from_civil(*date);
    take_weekday(reader);
    if (reader.at_end()) return midnight;
    const auto time = read_time(reader);
    return time ? midnight + *time : no_instant;
}

std::string format_instant(Instant instant) {
    // Beyond what std::chrono can count, as `earliest` and `latest` are, there is no date to write.
    constexpr std::int64_t countable_days = 11'000'000;
    const std::int64_t day = day_of(instant);
    if (day < -countable_days || day > countable_days) return {};
    const auto date = civil_from_instant(instant);
    std::string result = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    const Instant time = instant - start_of_day(instant);
    if (time == 0) return result;
    result += fmt::format(" {:02}:{:02}", time / ms_per_hour, time / ms_per_minute % 60);
    if (time % ms_per_minute != 0) result += fmt::format(":{:02}", time / ms_per_second % 60);
    return result;
}

}  // namespace kakehashi
