// Runs golden files (format: README.md): kakehashi_golden FILE…
// Prints one line per formula that gives something else than the file says, as file:line; ends with 1 if
// there is one.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/cells.hpp"
#include "tests/support/workbook.hpp"

namespace {

using namespace kakehashi;
using namespace kakehashi::test;

std::string_view trimmed(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// The texts of one row's cells, separated by `|` outside double quotes.
std::vector<std::string_view> cells_in(std::string_view line) {
    std::vector<std::string_view> cells;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] == '"') quoted = !quoted;
        if (i < line.size() && (line[i] != '|' || quoted)) continue;
        cells.push_back(trimmed(line.substr(begin, i - begin)));
        begin = i + 1;
    }
    return cells;
}

/// `expected` without the tolerance behind it (` ~0.01`), which is returned; 0 if there is none.
double take_tolerance(std::string_view& expected) {
    const std::size_t tilde = expected.rfind(" ~");
    if (tilde == std::string_view::npos) return 0;
    const double tolerance = std::stod(std::string(expected.substr(tilde + 2)));
    expected = trimmed(expected.substr(0, tilde));
    return tolerance;
}

class GoldenFile {
  public:
    explicit GoldenFile(const std::string& path) : path_(path) {
        std::ifstream file(path);
        if (!file) throw std::runtime_error("cannot read " + path);
        for (std::string line; std::getline(file, line);) lines_.push_back(std::move(line));
    }

    /// The number of formulas that failed.
    int run() {
        for (at_ = 0; at_ < lines_.size(); ++at_) {
            try {
                line(trimmed(lines_[at_]));
            } catch (const std::exception& problem) {
                report(problem.what());
            }
        }
        if (checks_ == 0) report("the file checks nothing");
        std::printf("%s: %d formulas, %d failed\n", path_.c_str(), checks_, failures_);
        return failures_;
    }

  private:
    void report(const std::string& problem) {
        std::printf("%s:%zu: %s\n", path_.c_str(), at_ + 1, problem.c_str());
        ++failures_;
    }

    void line(std::string_view text) {
        if (text.empty() || text.starts_with('#')) return;
        if (text.starts_with("[range ")) return range(name_in_brackets(text, "[range "));
        if (text.starts_with("[file ")) return file(name_in_brackets(text, "[file "));
        if (text.starts_with("now ")) return set_now(text.substr(4));
        if (text.starts_with("language ")) return set_language(text.substr(9));
        if (text.starts_with('=')) return check(text);
        const std::size_t equals = text.find(" = =");
        if (equals == std::string_view::npos) throw std::invalid_argument("what is this line?");
        book_.set_formula(std::string(text.substr(0, equals)), std::string(text.substr(equals + 3)));
    }

    static std::string name_in_brackets(std::string_view text, std::string_view opening) {
        if (!text.ends_with(']')) throw std::invalid_argument("] is missing");
        return std::string(text.substr(opening.size(), text.size() - opening.size() - 1));
    }

    /// The lines up to `[end]`.
    std::vector<std::string_view> block() {
        std::vector<std::string_view> lines;
        while (++at_ < lines_.size()) {
            if (trimmed(lines_[at_]) == "[end]") return lines;
            lines.push_back(lines_[at_]);
        }
        throw std::invalid_argument("[end] is missing");
    }

    void range(const std::string& name) {
        std::vector<std::vector<CellValue>> rows;
        for (std::string_view line : block()) {
            rows.emplace_back();
            for (std::string_view text : cells_in(line))
                rows.back().push_back(text.starts_with('=') ? result_of(text) : cell_of(text));
        }
        book_.set(name, grid_of(rows));
    }

    /// What a formula inside a block shows.
    CellValue result_of(std::string_view formula) const {
        const Value value = book_.evaluate(formula);
        if (const auto* number = std::get_if<double>(&value)) return *number;
        if (std::holds_alternative<CellError>(value)) return ErrorCell{};
        return shown(value);
    }

    void file(const std::string& name) {
        std::string content;
        for (std::string_view line : block()) content.append(line) += '\n';
        book_.set_file(name, content);
    }

    void set_now(std::string_view text) {
        const Instant now = instant_of(text);
        if (now == no_instant) throw std::invalid_argument("now is no date");
        book_.caller().now = now;
        book_.forget();
    }

    void set_language(std::string_view text) {
        if (text != "en" && text != "ja") throw std::invalid_argument("a language is en or ja");
        book_.caller().language = text == "ja" ? Language::japanese : Language::english;
        book_.forget();
    }

    void check(std::string_view text) {
        static constexpr std::string_view arrow = " → ";
        const std::size_t split = text.find(arrow);
        if (split == std::string_view::npos) throw std::invalid_argument("→ is missing");
        const std::string_view formula = trimmed(text.substr(0, split));
        std::string_view expected = trimmed(text.substr(split + arrow.size()));
        const double tolerance = take_tolerance(expected);
        ++checks_;
        const Value value = book_.evaluate(formula);
        const std::string other = expected.starts_with('=') ? shown(book_.evaluate(expected)) : "";
        if (!other.empty()) expected = other;
        if (agrees(value, expected, tolerance)) return;
        std::string problem =
            std::string(formula) + " gives " + shown(value) + ", expected " + std::string(expected);
        if (const auto* error = std::get_if<CellError>(&value)) problem += " (" + error->message.en + ")";
        report(problem);
    }

    std::string path_;
    std::vector<std::string> lines_;
    std::size_t at_ = 0;
    Workbook book_;
    int checks_ = 0;
    int failures_ = 0;
};

}  // namespace

int main(int count, char** paths) {
    int failures = count < 2 ? 1 : 0;
    if (count < 2) std::puts("usage: kakehashi_golden FILE...");
    for (int i = 1; i < count; ++i) failures += GoldenFile(paths[i]).run();
    return failures == 0 ? 0 : 1;
}
