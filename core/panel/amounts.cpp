#include "core/panel/amounts.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <span>

#include <fmt/format.h>

#include "core/support/thousands.hpp"

namespace kakehashi::panel {
namespace {

struct Scale {
    double from;
    double divisor;
    std::string_view letter;
};

constexpr std::array<Scale, 3> english{{{1e9, 1e9, "B"}, {1e6, 1e6, "M"}, {1e4, 1e3, "k"}}};
constexpr std::array<Scale, 3> japanese{{{1e12, 1e12, "兆"}, {1e8, 1e8, "億"}, {1e4, 1e4, "万"}}};

/// Three digits that say something, without zeros at the end: 1.82, 18.2, 182.
std::string three_digits(double value) {
    const int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (decimals > 0) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text;
}

std::string magnitude(double value, Language language) {
    const std::span<const Scale> scales =
        language == Language::japanese ? std::span<const Scale>(japanese) : std::span<const Scale>(english);
    for (const Scale& scale : scales) {
        // 9,999.6 is written 10,000, so it belongs to the next scale.
        if (value < scale.from * 0.99995) continue;
        const double scaled = value / scale.divisor;
        const std::string digits = scaled >= 999.5 && scaled < 1e15
                                       ? thousands(static_cast<std::size_t>(std::llround(scaled)))
                                   : scaled >= 1e15 ? fmt::format("{:.2e}", scaled)
                                                    : three_digits(scaled);
        return digits + std::string(scale.letter);
    }
    if (value >= 999.5) return thousands(static_cast<std::size_t>(std::llround(value)));
    return three_digits(value);
}

struct Currency {
    std::string_view unit;
    std::string_view sign;
};
constexpr std::array<Currency, 14> currencies{{{"jpy", "¥"},
                                               {"yen", "¥"},
                                               {"円", "¥"},
                                               {"¥", "¥"},
                                               {"usd", "$"},
                                               {"$", "$"},
                                               {"us$", "$"},
                                               {"dollar", "$"},
                                               {"dollars", "$"},
                                               {"eur", "€"},
                                               {"€", "€"},
                                               {"euro", "€"},
                                               {"gbp", "£"},
                                               {"£", "£"}}};

}  // namespace

std::string short_percent(double share) {
    return fmt::format("{:.0f} %", std::round(share * 100) + 0.0);
}

std::string short_amount(double value, std::string_view unit, Language language) {
    if (!std::isfinite(value)) return "–";
    if (unit == "%" || unit == "percent" || unit == "割合" || unit == "率") return short_percent(value);
    const std::string sign = value < 0 ? "−" : "";
    const std::string number = magnitude(std::abs(value), language);
    for (const Currency& currency : currencies) {
        if (unit != currency.unit) continue;
        const bool yen_in_japanese = currency.sign == "¥" && language == Language::japanese;
        return yen_in_japanese ? sign + number + "円" : sign + std::string(currency.sign) + number;
    }
    return sign + number;
}

}  // namespace kakehashi::panel
