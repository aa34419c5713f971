#include "addin/generate/help/page.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "addin/generate/xcu.hpp"
#include "core/functions/catalogue.hpp"

namespace kakehashi::generate {
bool in_name(char c) {
    return std::isupper(static_cast<unsigned char>(c)) != 0 || c == '.';
}

std::string_view name_at(std::string_view text) {
    const auto end = std::ranges::find_if_not(text, in_name);
    std::string_view name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    while (name.ends_with('.')) name.remove_suffix(1);  // the end of a sentence
    const Function* function = find_function(name);
    return function != nullptr && function->name == name ? name : std::string_view{};
}

std::string link_to(std::string_view function) {
    return fmt::format("<a class=\"name\" href=\"{0}.html\">{0}</a>", function);
}

Text group_title(std::string_view group) {
    if (group == "guides") return {"Guides", "ガイド"};
    if (group == "panels") return {"Panels of the sidebar", "サイドバーのパネル"};
    if (group == "commands") return {"Commands", "コマンド"};
    if (group == "PLAYBOOK") return {"Functions: playbook", "関数: プレイブック"};
    if (group == "LEAD") return {"Functions: leads", "関数: リード"};
    if (group == "FUNNEL") return {"Functions: funnel and money", "関数: ファネルと費用対効果"};
    if (group == "GOAL") return {"Functions: goals", "関数: 目標"};
    if (group == "TEAM") return {"Functions: the two departments", "関数: 両部門の連携"};
    return {fmt::format("Functions: {}", group), fmt::format("関数: {}", group)};
}

std::string rich(std::string_view text, std::string_view own_page) {
    std::string html;
    bool code = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '`') {
            html += code ? "</code>" : "<code>";
            code = !code;
            continue;
        }
        const bool begins = in_name(text[i]) && (i == 0 || !in_name(text[i - 1]));
        const std::string_view name = begins ? name_at(text.substr(i)) : std::string_view{};
        if (name.empty()) {
            html += xml(text.substr(i, 1));
        } else {
            html += name == own_page ? fmt::format("<span class=\"name\">{}</span>", name) : link_to(name);
            i += name.size() - 1;
        }
    }
    return html + (code ? "</code>" : "");
}

std::string heading(const Text& text, Language language) {
    return fmt::format("<h2>{}</h2>\n", xml(text.in(language)));
}

std::string placeholder(std::string_view name) {
    return fmt::format("<var>{}</var>", xml(name));
}

}  // namespace kakehashi::generate
