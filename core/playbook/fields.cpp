// How a single cell or JSON value becomes a field of an entry.
#include <cmath>

#include <fmt/format.h>
#include <utf8proc.h>

#include "core/playbook/entries.hpp"
#include "core/table/headers.hpp"

namespace kakehashi {
namespace {

using FieldResult = tl::expected<Field, Text>;

tl::unexpected<Text> expected_instead(const Header& header, const CellValue& cell, const Text& expected) {
    const Text shown = header.shown();
    const std::string value = clean_text(to_text(cell));
    return tl::unexpected(Text{fmt::format("{}: \"{}\" is not {}", shown.en, value, expected.en),
                               fmt::format("{}：「{}」は{}ではありません", shown.ja, value, expected.ja)});
}

FieldResult read_number_field(const Header& header, const CellValue& cell, const ReadingLocale& locale) {
    const double* number = std::get_if<double>(&cell);
    const std::optional<double> value = number ? *number : read_number(to_text(cell), locale);
    if (!value || !std::isfinite(*value)) return expected_instead(header, cell, {"a number", "数値"});
    return *value + 0.0;  // no negative zero
}

FieldResult read_month(const Header& header, const CellValue& cell, const ReadingLocale& locale) {
    static constexpr std::string_view names[] = {"january",   "february", "march",    "april",
                                                 "may",       "june",     "july",     "august",
                                                 "september", "october",  "november", "december"};
    std::string text = fold(to_text(cell));
    if (text.size() >= 3)
        for (std::size_t i = 0; i < std::size(names); ++i)
            if (names[i].starts_with(text)) return static_cast<double>(i + 1);
    constexpr std::string_view month = "月";
    if (text.ends_with(month)) text.resize(text.size() - month.size());
    const std::optional<double> value = read_number(text, locale);
    if (!value || *value < 1 || *value > 12 || std::floor(*value) != *value)
        return expected_instead(header, cell, {"a month (1 … 12)", "月（1〜12）"});
    return *value;
}

FieldResult read_yes_no(const Header& header, const CellValue& cell) {
    static constexpr Choice answers[] = {{"yes", "y|1|true|x|はい|○|◯|〇|✓|✔|要|必須"},
                                         {"no", "n|0|false|いいえ|×|✗|否"}};
    const std::optional<std::string_view> answer = find_choice(answers, to_text(cell));
    if (!answer) return expected_instead(header, cell, {"yes or no", "「はい」か「いいえ」"});
    return *answer == "yes";
}

FieldResult read_date(const Header& header, const CellValue& cell, const ReadingLocale& locale) {
    constexpr Instant first = instant_from_civil(std::chrono::year{1583} / 1 / 1);  // as `read_instant`
    constexpr Instant end = instant_from_civil(std::chrono::year{10000} / 1 / 1);
    const double* serial = std::get_if<double>(&cell);
    const Instant instant =
        serial ? instant_from_serial(*serial + locale.null_date) : read_instant(to_text(cell), locale);
    if (instant < first || instant >= end)  // `no_instant` is before all
        return expected_instead(header, cell, {"a date", "日付"});
    const Instant into_day = instant - start_of_day(instant);
    return Date{instant - into_day % ms_per_second};
}

FieldResult read_choice(const Header& header, const CellValue& cell, const std::string& text) {
    if (const auto choice = find_choice(header.choices, text)) return std::string(*choice);
    std::string allowed;
    for (const Choice& choice : header.choices)
        allowed += (allowed.empty() ? "" : ", ") + std::string(choice.name);
    return expected_instead(header, cell, {"one of " + allowed, allowed + "のいずれか"});
}

FieldResult read_text(const Header& header, const CellValue& cell) {
    std::string text = clean_text(to_text(cell));
    if (text.empty()) return std::monostate{};
    if (!header.choices.empty()) return read_choice(header, cell, text);
    if (header.kind != ValueKind::role) return text;
    if (const auto role = parse_role(text)) return std::string(role_name(*role));
    return expected_instead(header, cell, {"a role", "役割"});
}

bool blank(const CellValue& cell) {
    if (std::holds_alternative<std::monostate>(cell) || std::holds_alternative<ErrorCell>(cell)) return true;
    if (const double* number = std::get_if<double>(&cell)) return !std::isfinite(*number);
    const std::string* text = std::get_if<std::string>(&cell);
    return text != nullptr && trim(*text).empty();
}

}  // namespace

FieldResult read_field(const Header& header, const CellValue& cell, const ReadingLocale& locale) {
    if (blank(cell)) return std::monostate{};
    switch (header.kind) {
        case ValueKind::number:
            return read_number_field(header, cell, locale);
        case ValueKind::month:
            return read_month(header, cell, locale);
        case ValueKind::yes_no:
            return read_yes_no(header, cell);
        case ValueKind::date:
            return read_date(header, cell, locale);
        case ValueKind::text:
        case ValueKind::label:
        case ValueKind::role:
            break;
    }
    return read_text(header, cell);
}

std::string clean_text(std::string_view text) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string valid;
    valid.reserve(text.size());
    while (!text.empty()) {
        utf8proc_int32_t point = 0;
        const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
        const utf8proc_ssize_t length =
            utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &point);
        valid += length > 0 ? text.substr(0, static_cast<std::size_t>(length)) : replacement;
        text.remove_prefix(length > 0 ? static_cast<std::size_t>(length) : 1);
    }
    return std::string(trim(valid));
}

std::string show_field(const Field& field) {
    struct Show {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(double number) const { return format_number(number); }
        std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
        std::string operator()(Date date) const { return format_instant(date.instant); }
    };
    return std::visit(Show{}, field);
}

}  // namespace kakehashi
