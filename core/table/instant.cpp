#include "core/table/instant.hpp"

#include <fmt/format.h>

#include "core/table/characters.hpp"
#include "core/table/date_texts.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {

Instant read_instant(std::string_view text, const ReadingLocale& locale) {
    const ReadableText readable(text);
    if (!readable) return no_instant;
    DateReader reader(readable.view());
    const auto date = take_date(reader, locale.date_order);
    if (!date) return no_instant;
    const Instant midnight = instant_from_civil(*date);
    take_weekday(reader);
    if (reader.at_end()) return midnight;
    const auto time = take_time(reader);
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
