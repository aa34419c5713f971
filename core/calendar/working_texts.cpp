// Working days and hours as playbooks write them.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "core/calendar/calendar.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

struct WeekdayName {
    std::string_view name;
    unsigned weekday;  // Sunday = 0
};
// Longer names before their beginnings, so that the first match is the longest.
constexpr WeekdayName weekday_names[] = {
    {"sunday", 0}, {"sun", 0},    {"日曜日", 0}, {"日曜", 0},     {"日", 0},        {"monday", 1},
    {"mon", 1},    {"月曜日", 1}, {"月曜", 1},   {"月", 1},       {"tuesday", 2},   {"tues", 2},
    {"tue", 2},    {"火曜日", 2}, {"火曜", 2},   {"火", 2},       {"wednesday", 3}, {"wed", 3},
    {"水曜日", 3}, {"水曜", 3},   {"水", 3},     {"thursday", 4}, {"thurs", 4},     {"thur", 4},
    {"thu", 4},    {"木曜日", 4}, {"木曜", 4},   {"木", 4},       {"friday", 5},    {"fri", 5},
    {"金曜日", 5}, {"金曜", 5},   {"金", 5},     {"saturday", 6}, {"sat", 6},       {"土曜日", 6},
    {"土曜", 6},   {"土", 6},
};
constexpr std::string_view short_names[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

// What people put between the ends of a range and between entries; fold() has made full-width forms plain.
constexpr std::string_view range_signs[] = {"-", "~", "–", "—", "−", "〜", "から", "ー", "to"};
constexpr std::string_view list_signs[] = {",", "、", ";", "・", "/"};

/// Reads a folded text from the front.
class Scanner {
  public:
    explicit Scanner(std::string_view rest) : rest_(rest) {}

    bool at_end() const { return rest_.empty(); }
    void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size())); }
    bool take(std::string_view text) {
        if (!rest_.starts_with(text)) return false;
        rest_.remove_prefix(text.size());
        return true;
    }
    template <std::size_t Count>
    bool take_any(const std::string_view (&texts)[Count]) {
        skip_blanks();
        const bool taken = std::ranges::any_of(texts, [this](std::string_view text) { return take(text); });
        if (taken) skip_blanks();
        return taken;
    }
    std::optional<unsigned> weekday() {
        for (const WeekdayName& known : weekday_names)
            if (take(known.name)) return known.weekday;
        return std::nullopt;
    }
    /// One or two digits.
    std::optional<Instant> digits() {
        const std::size_t count = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
        if (count == 0 || count > 2) return std::nullopt;
        Instant value = 0;
        for (const char digit : rest_.substr(0, count)) value = value * 10 + (digit - '0');
        rest_.remove_prefix(count);
        return value;
    }
    bool at_letter() const { return !rest_.empty() && rest_.front() >= 'a' && rest_.front() <= 'z'; }

  private:
    std::string_view rest_;
};

tl::unexpected<CellError> no_working_days(std::string_view text) {
    return illegal_argument(
        {fmt::format("\"{}\" are no working days. Write them like Mon-Fri or Mon, Tue, Thu.", text),
         fmt::format("「{}」を営業日として読めません。「月-金」や「月火木」のように書きます。", text)});
}

tl::unexpected<CellError> no_working_hours(std::string_view text) {
    return illegal_argument(
        {fmt::format("\"{}\" are no working hours. Write them like 09:00-12:00, 13:00-18:00.", text),
         fmt::format("「{}」を営業時間として読めません。「09:00-12:00, 13:00-18:00」のように書きます。",
                     text)});
}

/// `9:00`, `09:00`, `9時`, `9時30分`; up to 24:00.
std::optional<Instant> take_time(Scanner& scanner) {
    const auto hour = scanner.digits();
    if (!hour) return std::nullopt;
    Instant minute = 0;
    if (scanner.take("時")) {
        if (const auto digits = scanner.digits()) {
            if (!scanner.take("分")) return std::nullopt;
            minute = *digits;
        }
    } else {
        if (!scanner.take(":")) return std::nullopt;
        const auto digits = scanner.digits();
        if (!digits) return std::nullopt;
        minute = *digits;
    }
    const Instant time = *hour * ms_per_hour + minute * ms_per_minute;
    if (minute > 59 || time > ms_per_day) return std::nullopt;
    return time;
}

bool overlapping(const std::vector<TimeSpan>& ascending) {
    const auto meet = [](const TimeSpan& a, const TimeSpan& b) { return b.from < a.to; };
    return std::ranges::adjacent_find(ascending, meet) != ascending.end();
}

std::string format_time(Instant time) {
    return fmt::format("{:02}:{:02}", time / ms_per_hour, time / ms_per_minute % 60);
}

}  // namespace

Result<std::chrono::weekday> parse_weekday(std::string_view text) {
    const std::string folded = fold(text);
    Scanner scanner(folded);
    const auto weekday = scanner.weekday();
    if (weekday && scanner.at_end()) return std::chrono::weekday{*weekday};
    return illegal_argument({fmt::format("\"{}\" is no day of the week.", text),
                             fmt::format("「{}」は曜日ではありません。", text)});
}

Result<std::array<bool, 7>> parse_working_days(std::string_view text) {
    const std::string folded = fold(text);
    Scanner scanner(folded);
    std::array<bool, 7> days{};
    do {
        const auto first = scanner.weekday();
        if (!first || scanner.at_letter()) return no_working_days(text);
        unsigned last = *first;
        if (scanner.take_any(range_signs)) {
            const auto end = scanner.weekday();
            if (!end || scanner.at_letter()) return no_working_days(text);
            last = *end;
        }
        for (unsigned day = *first; days[day] = true, day != last;) day = (day + 1) % 7;
        if (scanner.take_any(list_signs) && scanner.at_end()) return no_working_days(text);
    } while (!scanner.at_end());
    return days;
}

Result<std::vector<TimeSpan>> parse_working_hours(std::string_view text) {
    const std::string folded = fold(text);
    Scanner scanner(folded);
    std::vector<TimeSpan> hours;
    do {
        const auto from = take_time(scanner);
        if (!from || !scanner.take_any(range_signs)) return no_working_hours(text);
        const auto to = take_time(scanner);
        if (!to || *to <= *from) return no_working_hours(text);
        hours.push_back({*from, *to});
        if (scanner.at_end()) break;
        if (!scanner.take_any(list_signs)) return no_working_hours(text);
    } while (true);
    std::ranges::sort(hours, {}, &TimeSpan::from);
    if (overlapping(hours)) return no_working_hours(text);
    return hours;
}

std::string format_working_days(const std::array<bool, 7>& days) {
    const auto works = [&](unsigned from_monday) { return days[(from_monday + 1) % 7]; };
    const auto name = [](unsigned from_monday) { return short_names[(from_monday + 1) % 7]; };
    std::string result;
    for (unsigned first = 0; first < 7; ++first) {
        if (!works(first)) continue;
        unsigned last = first;
        while (last + 1 < 7 && works(last + 1)) ++last;
        if (last - first < 2) last = first;  // two days are shorter to read as a list
        if (!result.empty()) result += ", ";
        result += name(first);
        if (last != first) result += fmt::format("-{}", name(last));
        first = last;
    }
    return result;
}

std::string format_working_hours(const std::vector<TimeSpan>& hours) {
    std::string result;
    for (const TimeSpan& span : hours) {
        if (!result.empty()) result += ", ";
        result += fmt::format("{}-{}", format_time(span.from), format_time(span.to));
    }
    return result;
}

}  // namespace kakehashi
