#include <span>

#include "core/expression/name_list.hpp"
#include "core/goals/goal.hpp"
#include "core/playbook/departments.hpp"
#include "core/playbook/form.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

// In the order of the enumerations.
constexpr Choice layers[] = {{"shared", "common|共有|共通|共同|全社|共有目標|共通目標"},
                             {"department", "部門|部署|部門別|部門目標"},
                             {"activity", "activities|活動|行動|活動目標|行動目標"}};
constexpr Choice kinds[] = {{"sum", "total|count|合計|累計|積上げ|積み上げ|件数|金額"},
                            {"rate", "ratio|share|率|比率|割合"},
                            {"level", "state|水準|レベル|状態|残高"}};
constexpr Choice curves[] = {
    {"calendar", "calendar days|linear|暦日|暦|カレンダー|日割り"},
    {"working", "working days|workdays|営業日|稼働日"},
    {"last year", "previous year|prior year|前年|昨年|前年同期|前年同様|前年実績|昨年実績"}};
constexpr Choice directions[] = {
    {"higher", "high|up|more|高い|高い方|高いほど良い|大きい|大きいほど良い|多い|増加"},
    {"lower", "low|down|less|低い|低い方|低いほど良い|小さい|小さいほど良い|少ない|減少"}};

std::optional<std::size_t> find_word(std::span<const Choice> choices, std::string_view text) {
    const auto found = find_choice(choices, text);
    if (!found) return std::nullopt;
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].name == *found) return i;
    return std::nullopt;
}

template <class Word>
std::optional<Word> parse_word(std::span<const Choice> choices, std::string_view text) {
    const auto index = find_word(choices, text);
    if (!index) return std::nullopt;
    return static_cast<Word>(*index);
}

bool means_both(std::string_view department) {
    static constexpr Choice both[] = {{"both", "both departments|joint|両部門|両部署|双方|共同"}};
    return find_choice(both, department).has_value();
}

/// `マーケティング・営業`, `Sales & Marketing`: the two joined by something else than a comma.
bool joins_both(std::string_view name) {
    const std::string folded = fold(name);
    for (const std::string_view joint : {"・", "/", "&", "+", "と", " and "}) {
        const std::size_t at = folded.find(joint);
        if (at == std::string::npos) continue;
        const Department first = department_of(std::string_view(folded).substr(0, at));
        const Department second = department_of(std::string_view(folded).substr(at + joint.size()));
        if (first != Department::other && second != Department::other && first != second) return true;
    }
    return false;
}

std::string department_key(std::string_view name) {
    switch (department_of(name)) {
        case Department::marketing:
            return "marketing";
        case Department::sales:
            return "sales";
        case Department::other:
            break;
    }
    return fold(name);
}

}  // namespace

std::optional<GoalLayer> parse_goal_layer(std::string_view text) {
    return parse_word<GoalLayer>(layers, text);
}

std::optional<GoalKind> parse_goal_kind(std::string_view text) {
    return parse_word<GoalKind>(kinds, text);
}

std::optional<GoalCurve> parse_goal_curve(std::string_view text) {
    return parse_word<GoalCurve>(curves, text);
}

std::optional<bool> parse_lower_is_better(std::string_view text) {
    const auto index = find_word(directions, text);
    if (!index) return std::nullopt;
    return *index == 1;
}

std::vector<std::string> goal_departments(std::string_view text) {
    std::vector<std::string> result;
    for (const std::string& name : read_name_list(text)) {
        if (means_both(name) || joins_both(name))
            result.insert(result.end(), {"marketing", "sales"});
        else
            result.push_back(department_key(name));
    }
    return result;
}

}  // namespace kakehashi
