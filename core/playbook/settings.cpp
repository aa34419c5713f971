#include "core/playbook/settings.hpp"

#include <array>

#include <fmt/format.h>

namespace kakehashi {
namespace {

constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 3> amounts = {"once", "per month", "per year"};

std::string_view amount_name(AmountIs amount) {
    return amounts[static_cast<std::size_t>(amount)];
}

AmountIs parse_amount(std::string_view name) {
    for (std::size_t i = 0; i < amounts.size(); ++i)
        if (amounts[i] == name) return static_cast<AmountIs>(i);
    return AmountIs::once;
}

template <class T>
std::optional<Text> store(T& into, Result<T> parsed) {
    if (!parsed) return parsed.error().message;
    into = std::move(*parsed);
    return std::nullopt;
}

std::optional<Text> store_text(Playbook& playbook, Setting key, const std::string& text) {
    switch (key) {
        case Setting::name:
            playbook.name = text;
            break;
        case Setting::version:
            playbook.version = text;
            break;
        case Setting::week_starts:
            return store(playbook.calendar.week_starts, parse_weekday(text));
        case Setting::working_days:
            return store(playbook.calendar.working_days, parse_working_days(text));
        case Setting::working_hours:
            return store(playbook.calendar.working_hours, parse_working_hours(text));
        case Setting::skipped_stages:
            playbook.strict_stages = text == "strict";
            break;
        case Setting::entry:
            playbook.entry_any = text == "any";
            break;
        case Setting::opportunity_stage:
            playbook.opportunity_stage = text;
            break;
        case Setting::amount_is:
            playbook.amount_is = parse_amount(text);
            break;
        case Setting::status_limits:
            if (const auto limits = parse_status_limits(text)) {
                playbook.status_limits = *limits;
                break;
            }
            return Text{
                fmt::format("\"{}\" is not like \"ahead 1, on track 0.95, behind 0.75\"", text),
                fmt::format("「{}」は「ahead 1, on track 0.95, behind 0.75」の形ではありません", text)};
        default:
            break;  // not a text
    }
    return std::nullopt;
}

void store_number(Playbook& playbook, Setting key, double number) {
    if (key == Setting::margin) playbook.margin = number;
    if (key == Setting::churn) playbook.churn = number;
    if (key == Setting::fiscal_year_starts)
        playbook.calendar.fiscal_year_starts = static_cast<unsigned>(number);
}

void store_date(Playbook& playbook, Setting key, Date date) {
    if (key == Setting::valid_from) playbook.valid_from = date.instant;
    if (key == Setting::as_of) playbook.as_of = date.instant;
}

Field date_field(Instant instant) {
    return instant == no_instant ? Field{} : Field{Date{instant}};
}
Field number_field(const std::optional<double>& number) {
    return number ? Field{*number} : Field{};
}

Field load_setting(const Playbook& playbook, Setting key) {
    const Calendar& calendar = playbook.calendar;
    switch (key) {
        case Setting::name:
            return playbook.name;
        case Setting::version:
            return playbook.version;
        case Setting::valid_from:
            return date_field(playbook.valid_from);
        case Setting::as_of:
            return date_field(playbook.as_of);
        case Setting::week_starts:
            return std::string(weekdays[calendar.week_starts.c_encoding()]);
        case Setting::fiscal_year_starts:
            return static_cast<double>(calendar.fiscal_year_starts);
        case Setting::working_days:
            return format_working_days(calendar.working_days);
        case Setting::working_hours:
            return format_working_hours(calendar.working_hours);
        case Setting::skipped_stages:
            return std::string(playbook.strict_stages ? "strict" : "implied");
        case Setting::entry:
            return std::string(playbook.entry_any ? "any" : "first");
        case Setting::opportunity_stage:
            return playbook.opportunity_stage;
        case Setting::amount_is:
            return std::string(amount_name(playbook.amount_is));
        case Setting::margin:
            return number_field(playbook.margin);
        case Setting::churn:
            return number_field(playbook.churn);
        case Setting::status_limits:
            return format_status_limits(playbook.status_limits);
    }
    return {};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

/// `on track 0.95` -> name and number; the name is empty if there is only a number. A limit is a share of
/// what was expected, so anything outside 0.001 … 1000 is a slip of the pen.
std::optional<std::pair<std::string, double>> parse_limit(std::string_view part,
                                                          const ReadingLocale& locale) {
    const std::size_t digits = part.find_first_of("0123456789.,");
    if (digits == std::string_view::npos) return std::nullopt;
    const std::optional<double> number = read_number(part.substr(digits), locale);
    if (!number || !(*number >= 0.001 && *number <= 1000)) return std::nullopt;
    if (digits > 0 && (part[digits - 1] == '-' || part[digits - 1] == '(')) return std::nullopt;
    return std::pair{fold_header(part.substr(0, digits)), *number};
}

double* limit_named(StatusLimits& limits, const std::string& name, std::size_t position) {
    static constexpr Choice names[] = {
        {"ahead", "先行|前倒し"}, {"on track", "順調"}, {"behind", "遅れ|遅延"}};
    double* const members[] = {&limits.ahead, &limits.on_track, &limits.behind};
    if (name.empty()) return position < std::size(members) ? members[position] : nullptr;
    for (std::size_t i = 0; i < std::size(names); ++i)
        if (find_choice(std::span(names).subspan(i, 1), name)) return members[i];
    return nullptr;
}

}  // namespace

std::optional<StatusLimits> parse_status_limits(std::string_view text) {
    std::string folded = fold(text);  // full-width signs and digits become plain ones
    constexpr std::string_view comma = "、";
    for (std::size_t at = 0; (at = folded.find(comma)) != std::string::npos;)
        folded.replace(at, comma.size(), ",");
    const bool semicolons = folded.find(';') != std::string::npos;
    ReadingLocale locale;
    if (semicolons && folded.find('.') == std::string::npos) locale.decimal_separator = ',';
    StatusLimits limits;
    const std::vector<std::string_view> parts = split(folded, semicolons ? ';' : ',');
    std::size_t unnamed = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto limit = parse_limit(parts[i], locale);
        if (!limit) return std::nullopt;
        double* into = limit_named(limits, limit->first, i);
        if (into == nullptr) return std::nullopt;
        *into = limit->second;
        if (limit->first.empty()) ++unnamed;
    }
    if (unnamed != 0 && (unnamed != 3 || parts.size() != 3)) return std::nullopt;
    return limits;
}

std::string format_status_limits(const StatusLimits& limits) {
    return fmt::format("ahead {}, on track {}, behind {}", format_number(limits.ahead),
                       format_number(limits.on_track), format_number(limits.behind));
}

std::optional<Text> store_setting(Playbook& playbook, Setting key, const Field& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return store_text(playbook, key, *text);
    if (const auto* number = std::get_if<double>(&value)) store_number(playbook, key, *number);
    if (const auto* date = std::get_if<Date>(&value)) store_date(playbook, key, *date);
    return std::nullopt;
}

std::vector<EntrySetting> load_settings(const Playbook& playbook) {
    static const Playbook defaults;
    std::vector<EntrySetting> settings;
    for (std::size_t i = 0; i < form_of(Block::playbook).headers.size(); ++i) {
        const Setting key = static_cast<Setting>(i);
        Field value = load_setting(playbook, key);
        if (value == load_setting(defaults, key)) continue;
        settings.push_back({key, settings.size() + 1, std::move(value)});
    }
    return settings;
}

}  // namespace kakehashi
