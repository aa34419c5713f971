#include "core/imports/delimiter.hpp"

#include <array>
#include <map>
#include <string>

#include <fmt/format.h>

#include "core/imports/records.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::imports {
namespace {

constexpr std::size_t sample_bytes = 128 * 1024;
constexpr std::size_t sample_rows = 200;

struct Fit {
    double share = 0;       // of the rows that have the commonest number of cells
    std::size_t width = 0;  // that number
};

Fit fit_of(std::string_view sample, char delimiter) {
    const Records records = read_records(std::string(sample), delimiter, sample_rows);
    std::map<std::size_t, std::size_t> rows_of_width;
    std::size_t wide = 0;
    for (std::size_t row = 0; row < records.size(); ++row) {
        // Lines without any delimiter may be a preamble; they say nothing for or against one.
        if (records.width(row) < 2) continue;
        ++wide;
        ++rows_of_width[records.width(row)];
    }
    Fit best;
    for (const auto& [width, rows] : rows_of_width) {
        const double share = static_cast<double>(rows) / static_cast<double>(records.size());
        if (share >= best.share) best = {share, width};
    }
    return best;
}

/// The one that divides the most rows alike; of nearly equal ones that which finds more cells.
std::optional<char> best_of(std::string_view sample, std::string_view candidates, double least_share) {
    std::optional<char> best;
    Fit best_fit;
    for (const char candidate : candidates) {
        const Fit fit = fit_of(sample, candidate);
        if (fit.width < 2 || fit.share < least_share) continue;
        const double difference = fit.share - best_fit.share;
        if (best && (difference < -0.1 || (difference < 0.1 && fit.width <= best_fit.width))) continue;
        best = candidate;
        best_fit = fit;
    }
    return best;
}

struct Named {
    char delimiter;
    Text name;
    std::string_view also;  // folded, separated by `|`
};
const std::array<Named, 5>& named() {
    static const std::array<Named, 5> all = {{
        {',', {"comma", "カンマ"}, "comma|コンマ|カンマ"},
        {'\t', {"tab", "タブ"}, "tab|tsv|\\t|タブ"},
        {';', {"semicolon", "セミコロン"}, "semicolon|セミコロン"},
        {'|', {"bar", "縦線"}, "bar|pipe|縦線|縦棒|パイプ"},
        {' ', {"blank", "空白"}, "blank|space|空白|スペース"},
    }};
    return all;
}

}  // namespace

std::optional<char> declared_delimiter(std::string_view text) {
    if (text.size() < 6 || fold(text.substr(0, 4)) != "sep=") return std::nullopt;
    return text[5] == '\n' || text[5] == '\r' ? std::optional(text[4]) : std::nullopt;
}

char find_delimiter(std::string_view text) {
    if (const auto declared = declared_delimiter(text)) return *declared;
    std::string_view sample = text.substr(0, sample_bytes);
    // The last line may be cut in two.
    if (sample.size() < text.size()) sample = sample.substr(0, sample.rfind('\n') + 1);
    if (const auto usual = best_of(sample, ",\t;|", 0.2)) return *usual;
    if (const auto unusual = best_of(sample, "\x1F\x01^~:!", 0.9)) return *unusual;
    return ',';
}

Result<char> parse_delimiter(std::string_view name) {
    if (name.size() == 1) return name.front();
    const std::string folded = fold(name);
    for (const Named& known : named())
        for (std::string_view also = known.also; !also.empty();) {
            const std::string_view one = also.substr(0, also.find('|'));
            also.remove_prefix(std::min(also.size(), one.size() + 1));
            if (folded == one) return known.delimiter;
        }
    if (folded.size() == 1) return folded.front();
    return illegal_argument(
        {fmt::format("\"{}\" is no delimiter: give comma, tab, semicolon, bar or one character.", name),
         fmt::format("「{}」は区切り文字ではありません。カンマ、タブ、セミコロン、縦線、または1"
                     "文字を指定してください。",
                     name)});
}

Text delimiter_name(char delimiter) {
    for (const Named& known : named())
        if (known.delimiter == delimiter) return known.name;
    return {std::string(1, delimiter), std::string(1, delimiter)};
}

}  // namespace kakehashi::imports
