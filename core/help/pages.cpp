#include "core/help/pages.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/commands/catalogue.hpp"
#include "core/functions/catalogue.hpp"

namespace kakehashi::help {
namespace {

bool same(std::string_view a, std::string_view b) {
    return std::ranges::equal(
        a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

bool in_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_';
}

std::string file(std::string_view name) {
    return std::string(name) + ".html";
}

}  // namespace

std::span<const std::string_view> guides() {
    static constexpr std::array<std::string_view, 11> ids = {
        "start",     "panel",    "panel.goals", "panel.funnel", "panel.lead", "panel.playbook",
        "panel.why", "playbook", "errors",      "examples",     "scripts",
    };
    return ids;
}

std::optional<std::string> page_of(std::string_view topic) {
    if (topic.empty() || same(topic, "index")) return file("index");
    if (const Function* function = find_function(topic)) return file(function->name);
    for (const commands::Command& command : commands::all())
        if (same(command.id, topic)) return file(command.id);
    for (const std::string_view guide : guides())
        if (same(guide, topic)) return file(guide);
    return std::nullopt;
}

const Function* function_in(std::string_view formula) {
    char quote = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < formula.size(); ++i) {
        const char c = formula[i];
        if (quote != 0) {
            if (c == quote) quote = 0;  // a doubled quote ends and begins again
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '(') {
            if (const Function* function = find_function(formula.substr(begin, i - begin))) return function;
        }
        if (quote != 0 || !in_name(c)) begin = i + 1;
    }
    return nullptr;
}

}  // namespace kakehashi::help
