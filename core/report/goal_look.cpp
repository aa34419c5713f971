#include "core/report/goal_look.hpp"

#include <numeric>
#include <vector>

#include <utf8proc.h>

#include "core/table/reading.hpp"

namespace kakehashi::report {

Text layer_name(GoalLayer layer) {
    return layer == GoalLayer::shared       ? Text{"Shared goals", "共有目標"}
           : layer == GoalLayer::department ? Text{"Department goals", "部門目標"}
                                            : Text{"Activity goals", "活動目標"};
}

Text status_words(GoalStatus status) {
    switch (status) {
        case GoalStatus::done:
            return {"✓ done", "✓ 達成"};
        case GoalStatus::ahead:
            return {"▲ ahead", "▲ 先行"};
        case GoalStatus::on_track:
            return {"● on track", "● 順調"};
        case GoalStatus::behind:
            return {"▼ behind", "▼ 遅れ"};
        case GoalStatus::at_risk:
            return {"■ at risk", "■ 危険"};
        case GoalStatus::no_data:
            break;
    }
    return {"○ no data", "○ データなし"};
}

sheet::Format format_of(const GoalFact& goal) {
    if (goal.unit.find('%') != std::string::npos || goal.unit.find("％") != std::string::npos)
        return sheet::Format::percent;
    if (!currency_symbol(goal.unit).empty()) return sheet::Format::money;
    return goal.kind == GoalKind::sum ? sheet::Format::integer : sheet::Format::number;
}

std::string currency_symbol(std::string_view unit) {
    const std::string word = fold(unit);
    for (const std::string_view yen : {"jpy", "¥", "円", "yen"})
        if (word == yen) return "¥";
    for (const std::string_view dollar : {"usd", "$", "dollar", "dollars", "ドル"})
        if (word == dollar) return "$";
    for (const std::string_view euro : {"eur", "€", "euro", "euros", "ユーロ"})
        if (word == euro) return "€";
    return {};
}

std::string currency_code(std::string_view unit) {
    const std::string symbol = currency_symbol(unit);
    return symbol == "¥" ? "JPY" : symbol == "$" ? "USD" : symbol == "€" ? "EUR" : "";
}

std::string short_name(std::string_view name) {
    constexpr int most = 26;  // in halves of a Japanese character
    constexpr int at_the_end = 9;
    struct Character {
        std::string_view text;
        int width;
    };
    std::vector<Character> all;
    for (std::size_t at = 0; at < name.size();) {
        utf8proc_int32_t character = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(name.data()) + at,
                                             static_cast<utf8proc_ssize_t>(name.size() - at), &character);
        const std::size_t bytes = length > 0 ? static_cast<std::size_t>(length) : 1;
        all.push_back({name.substr(at, bytes), length > 0 ? utf8proc_charwidth(character) : 1});
        at += bytes;
    }
    int width = std::accumulate(all.begin(), all.end(), 0,
                                [](int sum, const Character& one) { return sum + one.width; });
    if (width <= most) return std::string(name);
    std::size_t tail = all.size();
    for (int used = 0; tail > 0 && used + all[tail - 1].width <= at_the_end;) used += all[--tail].width;
    std::string result;
    width = at_the_end + 1;  // with the dots
    for (const Character& one : all) {
        width += one.width;
        if (width > most) break;
        result += one.text;
    }
    result += "…";
    for (; tail < all.size(); ++tail) result += all[tail].text;
    return result;
}

}  // namespace kakehashi::report
