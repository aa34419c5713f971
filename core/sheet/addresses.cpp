#include "core/sheet/addresses.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "core/sheet/parts.hpp"

namespace kakehashi::sheet {
namespace {

constexpr int last_row = 1'048'575;

bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string letters_of(std::string_view name) {
    std::string letters;
    for (const char c : name)
        if (is_alphanumeric(c)) letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return letters;
}

std::string quoted(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string(2, c) : std::string(1, c);
    return quoted + '"';
}

/// Takes a number from the front; nothing if there is none.
std::optional<int> take_number(std::string_view& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || number < 0) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

struct Placeholder {
    std::string_view block;  // empty: the same
    Position cell;
    std::size_t length;
};

/// The placeholder that `text` begins with.
std::optional<Placeholder> placeholder(std::string_view text) {
    const std::size_t size = text.size();
    if (!take(text, '{')) return std::nullopt;
    const std::size_t name =
        static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_alphanumeric) - text.begin());
    std::string_view block;
    if (name < text.size() && text[name] == '!') {
        block = text.substr(0, name);
        text.remove_prefix(name + 1);
    }
    const auto column = take_number(text);
    if (!column || !take(text, ',')) return std::nullopt;
    const auto row = take_number(text);
    if (!row || !take(text, '}')) return std::nullopt;
    return Placeholder{block, {*column, *row}, size - text.size()};
}

/// Without spaces and small letters outside quotes.
std::string spelling(std::string_view formula) {
    std::string text;
    char quote = 0;
    for (const char c : formula) {
        if (quote != 0) {
            text += c;
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            text += quote = c;
        } else if (c != ' ' && c != '\n') {
            text += upper(c);
        }
    }
    return text;
}

/// `#Weekly summary.A1` needs quotes around the sheet.
std::string target(std::string_view link) {
    const std::size_t dot = link.rfind('.');
    if (!link.starts_with('#') || dot == std::string_view::npos || link.find('\'') < dot)
        return std::string(link);
    const std::string_view sheet =
        link.substr(link.starts_with("#$") ? 2 : 1, dot - (link.starts_with("#$") ? 2 : 1));
    return "#" + sheet_prefix(sheet) + std::string(link.substr(dot + 1));
}

}  // namespace

std::string id_of(const Sheet& plan) {
    if (!plan.id.empty()) return plan.id;
    for (const PartNames& part : parts())
        if (plan.name == part.sheet.en || plan.name == part.sheet.ja) return letters_of(part.sheet.en);
    const std::string letters = letters_of(plan.name);
    return letters.empty() ? "sheet" : letters;
}

std::string block_name(const Sheet& plan, std::string_view block) {
    return fmt::format("_kh_{}_{}", id_of(plan), block);
}

std::string record_name(const Sheet& plan, std::string_view block) {
    return block_name(plan, block) + "_";
}

std::string column_letters(int column) {
    std::string letters;
    for (++column; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

std::string absolute(const Position& position) {
    return fmt::format("${}${}", column_letters(position.column), position.row + 1);
}

std::string absolute(const Position& first, const Position& last) {
    return absolute(first) + ":" + absolute({last.column, last.row < 0 ? last_row : last.row});
}

std::string sheet_prefix(std::string_view sheet) {
    std::string prefix = "$'";
    for (const char c : sheet) prefix += c == '\'' ? std::string(2, c) : std::string(1, c);
    return prefix + "'.";
}

std::optional<Position> read_absolute(std::string_view text) {
    if (const std::size_t dot = text.rfind('.'); dot != std::string_view::npos) text.remove_prefix(dot + 1);
    if (!take(text, '$')) return std::nullopt;
    int column = 0;
    for (; !text.empty() && text.front() >= 'A' && text.front() <= 'Z' && column < 100'000;
         text.remove_prefix(1))
        column = column * 26 + (text.front() - 'A' + 1);
    if (column == 0 || !take(text, '$')) return std::nullopt;
    const auto row = take_number(text);
    if (!row || *row == 0 || !text.empty()) return std::nullopt;
    return Position{column - 1, *row - 1};
}

std::string resolve(std::string_view formula, std::string_view block, const Find& find) {
    std::string text;
    bool quoted = false;
    for (std::size_t i = 0; i < formula.size(); ++i) {
        if (formula[i] == '"') quoted = !quoted;
        const auto found = quoted ? std::nullopt : placeholder(formula.substr(i));
        if (!found) {
            text += formula[i];
            continue;
        }
        const auto place = find(found->block.empty() ? block : found->block, found->cell);
        text += place ? absolute(*place) : "#REF!";
        i += found->length - 1;
    }
    return text;
}

bool same_formula(std::string_view a, std::string_view b) {
    return a == b || spelling(a) == spelling(b);
}

std::string hyperlink(std::string_view link, const Content& content) {
    std::string shown = "\"\"";
    if (const double* number = std::get_if<double>(&content)) shown = fmt::format("{}", *number);
    if (const std::string* text = std::get_if<std::string>(&content)) shown = quoted(*text);
    if (const Formula* formula = std::get_if<Formula>(&content))
        shown = formula->text.starts_with('=') ? formula->text.substr(1) : formula->text;
    return fmt::format("=HYPERLINK({};{})", quoted(target(link)), shown);
}

}  // namespace kakehashi::sheet
