#include <cmath>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "addin/generate/help/page.hpp"
#include "addin/generate/xcu.hpp"
#include "core/functions/example_document.hpp"
#include "core/table/instant.hpp"

namespace kakehashi::generate {
namespace {

/// Serial numbers of the years around 2026 are dates; no other number of the example document is so large
/// and so small.
bool is_date(double number) {
    return number > 45000 && number < 47500;
}

std::string date(double serial) {
    const bool has_time = serial != std::floor(serial);
    const auto seconds = std::llround((serial - 25569) * 86400);
    const std::tm time = fmt::gmtime(static_cast<std::time_t>(seconds));
    return has_time ? fmt::format("{:%Y-%m-%d %H:%M}", time) : fmt::format("{:%Y-%m-%d}", time);
}

std::string cell(const CellValue& value) {
    if (const auto* number = std::get_if<double>(&value))
        return fmt::format("<td class=\"number\">{}</td>",
                           is_date(*number) ? date(*number) : fmt::format("{}", *number));
    if (const auto* text = std::get_if<std::string>(&value)) return fmt::format("<td>{}</td>", xml(*text));
    return "<td></td>";
}

std::string block(const ExampleRange& range) {
    std::string text =
        fmt::format("<h2 id=\"{0}\">{0}</h2>\n<div class=\"scroll\"><table class=\"sheet\">\n", range.name);
    for (std::size_t row = 0; row < range.cells.rows; ++row) {
        text += "<tr>";
        for (std::size_t column = 0; column < range.cells.columns; ++column)
            text += cell(range.cells.at(row, column));
        text += "</tr>\n";
    }
    return text + "</table></div>\n";
}

std::string body(const Text& summary, Language language) {
    std::string text = fmt::format("<p class=\"lead\">{}</p>\n", xml(summary.in(language)));
    for (const ExampleRange& range : example_document()) text += block(range);
    return text;
}

}  // namespace

HelpPage example_page() {
    const Text summary{
        "The examples of the functions are formulas about these ranges. Each has the name "
        "that stands above it.",
        "関数の例は、これらの範囲についての数式です。範囲には、それぞれの見出しの名前が付いて"
        "います。"};
    return {"examples",
            "guides",
            {"The example document", "例のドキュメント"},
            summary,
            {body(summary, Language::english), body(summary, Language::japanese)}};
}

}  // namespace kakehashi::generate
