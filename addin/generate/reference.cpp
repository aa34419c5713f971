#include <fmt/format.h>

#include "addin/generate/generate.hpp"
#include "addin/generate/words.hpp"

namespace kakehashi::generate {
namespace {

/// Text inside a table cell: `|` would end it.
std::string cell(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '|') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string signature(const Function& function) {
    std::string text(function.name);
    text += '(';
    for (std::size_t i = 0; i < function.parameters.size(); ++i) {
        const Parameter& parameter = function.parameters[i];
        text += fmt::format("{}{}{}{}", i == 0 ? "" : "; ", parameter.optional ? "[" : "", parameter.name.en,
                            parameter.optional ? "]" : "");
    }
    return text + ")";
}

std::string parameter_table(const Function& function, Language language) {
    if (function.parameters.empty()) return {};
    const Text head{"| argument | what | |\n|---|---|---|\n", "| 引数 | 種類 | 説明 |\n|---|---|---|\n"};
    const Text optional{" (optional)", "（省略可）"};
    std::string text = head.in(language);
    for (const Parameter& parameter : function.parameters)
        text += fmt::format(
            "| {} | {}{} | {} |\n", cell(parameter.name.in(language)), kind_name(parameter.kind).in(language),
            parameter.optional ? optional.in(language) : "", cell(parameter.summary.in(language)));
    return text + '\n';
}

std::string example_table(const Function& function, Language language) {
    if (function.examples.empty()) return {};
    const Text head{"| example | gives |\n|---|---|\n", "| 例 | 結果 |\n|---|---|\n"};
    std::string text = head.in(language);
    for (const Example& example : function.examples)
        text += fmt::format("| `{}` | `{}` |\n", cell(example.formula), cell(example.expected));
    return text + '\n';
}

std::string section(const Function& function, Language language) {
    const Text gives{"Gives {}. Since {}.", "結果は{}です。{} から使えます。"};
    std::string text = fmt::format("### {}\n\n`{}`\n\n{} {}\n\n", function.name, signature(function),
                                   function.summary.in(language),
                                   fmt::format(fmt::runtime(gives.in(language)),
                                               returns_name(function.returns).in(language), function.since));
    if (!function.definition.in(language).empty()) text += function.definition.in(language) + "\n\n";
    return text + parameter_table(function, language) + example_table(function, language);
}

}  // namespace

std::string reference(std::span<const Function> functions, Language language) {
    const Text opening{
        "# Functions\n\nMade from the catalogue in `core/functions`; the examples are tests. They refer to "
        "the example "
        "document in `core/functions/example_document.cpp`.\n\n",
        "# 関数\n\n`core/functions` "
        "のカタログから生成しています。例はそのままテストになっています。例の中の名前は "
        "`core/functions/example_document.cpp` の文書のものです。\n\n"};
    std::string text = opening.in(language);
    std::string_view group;
    for (const Function& function : functions) {
        if (function.group() != group) {
            group = function.group();
            text += fmt::format("## {}\n\n", group);
        }
        text += section(function, language);
    }
    while (text.ends_with("\n\n")) text.pop_back();
    return text;
}

}  // namespace kakehashi::generate
