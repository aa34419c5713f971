#include "core/report/goal_look.hpp"

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

}  // namespace kakehashi::report
