#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "addin/generate/help/page.hpp"
#include "addin/generate/words.hpp"
#include "addin/generate/xcu.hpp"

namespace kakehashi::generate {
namespace {

std::string syntax(const Function& function, Language language) {
    std::string text;
    for (const Parameter& parameter : function.parameters) {
        const std::string name = placeholder(parameter.name.in(language));
        text += fmt::format("{}{}", text.empty() ? "" : "; ", parameter.optional ? "[" + name + "]" : name);
    }
    return fmt::format("<pre class=\"syntax\"><code><b>{}</b>({})</code></pre>\n", function.name, text);
}

bool is_matrix(Returns returns) {
    return returns == Returns::number_matrix || returns == Returns::text_matrix;
}

std::string result(const Function& function, Language language) {
    const Text gives{"Gives {}. Since version {}.", "結果は{}です。バージョン {} から使えます。"};
    const Text matrix{
        " To fill several cells, select them and enter the formula with Ctrl+Shift+Enter; cells beyond the "
        "result show #N/A.",
        "複数のセルに表示するには、セル範囲を選択して Ctrl+Shift+Enter で入力します。"
        "結果より多いセルは #N/A になります。"};
    std::string text = fmt::format(fmt::runtime(gives.in(language)),
                                   returns_name(function.returns).in(language), function.since);
    if (is_matrix(function.returns)) text += matrix.in(language);
    return fmt::format("<p class=\"note\">{}</p>\n", xml(text));
}

std::string definition(const Function& function, Language language) {
    if (function.definition.in(language).empty()) return {};
    return heading({"Definition", "定義"}, language) +
           fmt::format("<p>{}</p>\n", rich(function.definition.in(language), function.name));
}

std::string arguments(const Function& function, Language language) {
    if (function.parameters.empty()) return {};
    const Text optional{"optional", "省略可"};
    std::string text = heading({"Arguments", "引数"}, language) + "<dl class=\"arguments\">\n";
    for (const Parameter& parameter : function.parameters)
        text += fmt::format("<dt>{} <span class=\"kind\">{}{}</span></dt>\n<dd>{}</dd>\n",
                            placeholder(parameter.name.in(language)), kind_name(parameter.kind).in(language),
                            parameter.optional ? " · " + optional.in(language) : "",
                            rich(parameter.summary.in(language), function.name));
    return text + "</dl>\n";
}

std::vector<std::string_view> split(std::string_view text, std::string_view at) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + at.size());
    }
    parts.push_back(text);
    return parts;
}

/// `1; 2 | 3; 4` as the cells it fills.
std::string matrix(const Example& example) {
    std::string text = fmt::format(
        "<pre><code>{}</code></pre>\n<div class=\"scroll\"><table class=\"sheet\">\n", xml(example.formula));
    for (const std::string_view row : split(example.expected, " | ")) {
        text += "<tr>";
        for (const std::string_view cell : split(row, "; ")) text += fmt::format("<td>{}</td>", xml(cell));
        text += "</tr>\n";
    }
    return text + "</table></div>\n";
}

std::string example_table(const Function& function, Language language) {
    const Text head{"<th>Formula</th><th>Result</th>", "<th>数式</th><th>結果</th>"};
    std::string text =
        fmt::format("<table class=\"examples\">\n<thead><tr>{}</tr></thead>\n<tbody>\n", head.in(language));
    for (const Example& example : function.examples)
        text += fmt::format("<tr><td><code>{}</code></td><td><samp>{}</samp></td></tr>\n",
                            xml(example.formula), xml(example.expected));
    return text + "</tbody>\n</table>\n";
}

std::string examples(const Function& function, Language language) {
    if (function.examples.empty()) return {};
    const Text about{"The names in them are ranges and cells of {}.", "式の中の名前は、{}の範囲とセルです。"};
    const Text link{"the example document", "例のドキュメント"};
    std::string text = heading({"Examples", "例"}, language);
    if (is_matrix(function.returns))
        for (const Example& example : function.examples) text += matrix(example);
    else
        text += example_table(function, language);
    return text + fmt::format("<p class=\"note\">{}</p>\n",
                              fmt::format(fmt::runtime(about.in(language)),
                                          "<a href=\"examples.html\">" + link.in(language) + "</a>"));
}

/// The names of the parameters of which that is true.
template <class Test>
std::string names(const Function& function, Language language, Test test) {
    std::string text;
    for (const Parameter& parameter : function.parameters)
        if (test(parameter))
            text += (text.empty() ? "" : (language == Language::japanese ? "、" : ", ")) +
                    placeholder(parameter.name.in(language));
    return text;
}

/// Texts that name something of the playbook or the table; other texts are words that the function knows, or
/// expressions.
bool names_something(const Parameter& parameter) {
    static constexpr std::array<std::string_view, 15> ids = {
        "activity", "column", "columns", "definition", "definitionA", "definitionB", "fields", "fromStage",
        "goal",     "id",     "metric",  "stage",      "statement",   "term",        "toStage"};
    return parameter.kind == ArgumentKind::text && std::ranges::find(ids, parameter.id) != ids.end();
}

bool is_read(const Parameter& parameter) {
    return !is_reference(parameter.kind) && !names_something(parameter);
}

std::string error_row(std::string_view error, const Text& why, const std::string& list, Language language) {
    if (list.empty()) return {};
    return fmt::format("<tr><td><samp>{}</samp></td><td>{}</td></tr>\n", error,
                       fmt::format(fmt::runtime(why.in(language)), list));
}

std::string errors(const Function& function, Language language) {
    std::string rows;
    rows += error_row("Err:502",
                      {"Cannot be read, is an unknown word, or is out of range: {}.",
                       "読み取れないか、使えない語か、範囲外の値です: {}"},
                      names(function, language, is_read), language);
    rows += error_row(
        "Err:504", {"Is no reference to cells: {}.", "セルへの参照ではありません: {}"},
        names(function, language, [](const Parameter& p) { return is_reference(p.kind) && !p.optional; }),
        language);
    rows += error_row("#N/A", {"Does not exist: {}.", "存在しません: {}"},
                      names(function, language, names_something), language);
    const Text more{"All errors and what to do about them: {}.", "すべてのエラーと対処: {}"};
    const Text page{"Errors in cells", "セルのエラー"};
    return heading({"Errors", "エラー"}, language) +
           (rows.empty() ? "" : "<table class=\"errors\">\n<tbody>\n" + rows + "</tbody>\n</table>\n") +
           fmt::format("<p class=\"note\">{}</p>\n",
                       fmt::format(fmt::runtime(more.in(language)),
                                   "<a href=\"errors.html\">" + page.in(language) + "</a>"));
}

std::string body(const Function& function, Language language) {
    return fmt::format("<p class=\"lead\">{}</p>\n", rich(function.summary.in(language), function.name)) +
           syntax(function, language) + result(function, language) + definition(function, language) +
           arguments(function, language) + examples(function, language) + errors(function, language);
}

}  // namespace

HelpPage function_page(const Function& function) {
    const std::string name(function.name);
    return {name,
            std::string(function.group()),
            {name, name},
            function.summary,
            {body(function, Language::english), body(function, Language::japanese)}};
}

}  // namespace kakehashi::generate
