// Times of day as people type them behind a date.
#include "core/table/date_texts.hpp"

namespace kakehashi {
namespace {

enum class Half { none, morning, afternoon };

Half take_half(DateReader& reader) {
    const DateReader start = reader;
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
bool take_fraction(DateReader& reader, Clock& clock) {
    if (!reader.take(U'.') && !reader.take(U',')) return true;
    if (!is_ascii_digit(reader.peek())) return false;
    const auto take_digit = [&reader] {
        const int digit = is_ascii_digit(reader.peek()) ? static_cast<int>(reader.peek() - U'0') : 0;
        if (is_ascii_digit(reader.peek())) reader.take(reader.peek());
        return digit;
    };
    for (const int weight : {100, 10, 1}) clock.millisecond += weight * take_digit();
    if (take_digit() >= 5) ++clock.millisecond;
    while (is_ascii_digit(reader.peek())) take_digit();
    return true;
}

/// `14:05`, `14:05:09.25`.
bool take_clock(DateReader& reader, Clock& clock) {
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
bool take_compact_clock(DateReader& reader, Clock& clock) {
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
bool take_kanji_clock(DateReader& reader, Clock& clock) {
    const auto hour = reader.digits(1, 2);
    if (!hour || !reader.take(U'時')) return false;
    clock.hour = hour->value;
    reader.take_blanks();
    if (!is_ascii_digit(reader.peek())) return true;
    const auto minute = reader.digits(1, 2);
    if (!minute || !reader.take(U'分')) return false;
    clock.minute = minute->value;
    reader.take_blanks();
    if (!is_ascii_digit(reader.peek())) return true;
    const auto second = reader.digits(1, 2);
    if (!second || !reader.take(U'秒')) return false;
    clock.second = second->value;
    return true;
}

/// `Z`, `UTC`, `+09:00`, `+0900`, `+09`: clock time as written counts, so it is only skipped.
bool skip_offset(DateReader& reader) {
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

}  // namespace

void take_weekday(DateReader& reader) {
    const DateReader start = reader;
    reader.take_blanks();
    bool found = reader.take(U'(');
    const std::u32string_view names = U"日月火水木金土";
    found = found && names.find(reader.peek()) != names.npos && reader.take(reader.peek());
    if (found && reader.take(U'曜')) reader.take(U'日');
    if (!found || !reader.take(U')')) reader = start;
}

std::optional<Instant> take_time(DateReader& reader) {
    const bool t = reader.take(U't');
    if (!t) {
        reader.take(U',');
        reader.take_blanks();
    }
    Half half = take_half(reader);
    const bool half_leads = half != Half::none;
    reader.take_blanks();
    const DateReader start = reader;
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

}  // namespace kakehashi
