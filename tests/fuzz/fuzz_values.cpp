// Whatever a cell holds, reading it as a text, number, date or calendar entry must not fail, and what is read
// must hold together. The first byte chooses the locale, the rest is the text.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/calendar/calendar.hpp"
#include "core/table/headers.hpp"
#include "core/table/reading.hpp"

using namespace kakehashi;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

ReadingLocale locale_of(std::uint8_t byte) {
    return {static_cast<DateOrder>(byte % 3), (byte & 0x80u) != 0 ? ',' : '.'};
}

void check_texts(std::string_view text) {
    const std::string folded = fold(text);
    require(fold(folded) == folded);
    require(trim(folded) == folded);
    require(trim(trim(text)) == trim(text));
    const std::string header = fold_header(text);
    require(fold_header(header) == header);
    require(fold_header(folded) == header);
    if (const auto role = parse_role(text)) require(parse_role(role_name(*role)) == role);
}

void check_number(std::string_view text, const ReadingLocale& locale) {
    const auto number = read_number(text, locale);
    if (!number) return;
    require(std::isfinite(*number));
    require(*number != 0 || !std::signbit(*number));
    require(read_number(format_number(*number)) == number);
}

void check_instant(std::string_view text, const ReadingLocale& locale) {
    const Instant instant = read_instant(text, locale);
    if (instant == no_instant) return;
    // Written to the second; 24:00 may lead one day past the last readable one.
    const Instant written =
        instant - instant % ms_per_second - (instant % ms_per_second < 0 ? ms_per_second : 0);
    const std::string iso = format_instant(instant);
    if (iso.size() == std::string_view("10000-01-01").size()) return;
    require(read_instant(iso, locale) == written);
    for (const PeriodUnit unit : {PeriodUnit::day, PeriodUnit::week, PeriodUnit::month, PeriodUnit::quarter,
                                  PeriodUnit::half, PeriodUnit::year}) {
        Calendar calendar;
        calendar.fiscal_year_starts = static_cast<unsigned>(text.size() % 12) + 1;
        const Period period = period_of(instant, unit, calendar);
        require(period.first_day <= day_of(instant) && day_of(instant) <= period.last_day);
        require(next_period(period, unit, calendar).first_day == period.last_day + 1);
        require(!period_name(period, unit, calendar).empty());
    }
}

void check_calendar_texts(std::string_view text) {
    if (const auto days = parse_working_days(text))
        require(parse_working_days(format_working_days(*days)) == *days);
    if (const auto hours = parse_working_hours(text)) {
        require(parse_working_hours(format_working_hours(*hours)) == *hours);
        for (const TimeSpan& span : *hours)
            require(0 <= span.from && span.from < span.to && span.to <= ms_per_day);
        for (std::size_t i = 1; i < hours->size(); ++i) require((*hours)[i - 1].to <= (*hours)[i].from);
    }
    (void)parse_weekday(text);
    (void)parse_period_unit(text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    const ReadingLocale locale = locale_of(data[0]);
    check_texts(text);
    check_number(text, locale);
    check_instant(text, locale);
    check_calendar_texts(text);
    return 0;
}
