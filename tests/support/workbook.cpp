#include "tests/support/workbook.hpp"

#include <charconv>
#include <stdexcept>

#include "core/functions/catalogue.hpp"
#include "tests/support/cells.hpp"

namespace kakehashi::test {
namespace {

bool is_name_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::shared_ptr<const CellSource> source_of(const Grid& grid, const ReadingLocale& locale) {
    return make_source(grid, locale);
}

Grid grid_of_matrix(const NumberMatrix& matrix) {
    Grid grid{matrix.rows, matrix.columns, {}};
    for (const auto& cell : matrix.cells) {
        const double* number = std::get_if<double>(&cell);
        grid.cells.push_back(number ? CellValue{*number} : CellValue{ErrorCell{}});
    }
    return grid;
}

Grid grid_of_matrix(const TextMatrix& matrix) {
    return {matrix.rows, matrix.columns, std::vector<CellValue>(matrix.cells.begin(), matrix.cells.end())};
}

Argument copy_of(const Grid& grid, const Parameter& parameter) {
    if (grid.cells.size() != 1) return grid;
    const CellValue& cell = grid.cells.front();
    if (const auto* number = std::get_if<double>(&cell)) return *number;
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (std::holds_alternative<ErrorCell>(cell)) throw std::invalid_argument("Calc passes no error cell on");
    if (parameter.kind == ArgumentKind::text && !parameter.optional) return std::string{};
    return 0.0;
}

}  // namespace

/// One formula on its way from text to value.
class Evaluation {
  public:
    Evaluation(const Workbook& book, std::string_view formula) : book_(book), text_(formula) {}

    Value whole() {
        if (!take('=')) fail("a formula begins with =");
        skip_blanks();
        Value value = call(name());
        skip_blanks();
        if (at_ != text_.size()) fail("something follows the formula");
        return value;
    }

  private:
    [[noreturn]] void fail(const std::string& why) const {
        throw std::invalid_argument(std::string(text_) + ", character " + std::to_string(at_ + 1) + ": " +
                                    why);
    }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char c) { return peek() == c && ++at_; }
    void skip_blanks() {
        while (peek() == ' ') ++at_;
    }

    std::string name() {
        const std::size_t begin = at_;
        while (is_name_character(peek())) ++at_;
        if (at_ == begin) fail("a name is missing");
        return std::string(text_.substr(begin, at_ - begin));
    }

    double number() {
        double value = 0;
        const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
        if (error != std::errc{}) fail("no number");
        at_ = static_cast<std::size_t>(end - text_.data());
        return value;
    }

    std::string quoted() {
        std::string result;
        while (at_ < text_.size()) {
            if (peek() != '"')
                result += text_[at_++];
            else if (++at_; !take('"'))
                return result;
            else
                result += '"';
        }
        fail("the text does not end");
    }

    double date() {
        double parts[3] = {};
        for (int i = 0; i < 3; ++i) {
            skip_blanks();
            parts[i] = number();
            skip_blanks();
            if (!take(i < 2 ? ';' : ')')) fail("DATE has three numbers");
        }
        return serial_from_instant(instant_from_civil(std::chrono::year(static_cast<int>(parts[0])) /
                                                      static_cast<unsigned>(parts[1]) /
                                                      static_cast<unsigned>(parts[2])));
    }

    /// After the function's name. An error in an argument is the result, as in Calc.
    Value call(const std::string& function_name) {
        const Function* function = find_function(function_name);
        if (function == nullptr) fail("no function " + function_name);
        if (!take('(')) fail("( is missing");
        std::vector<Argument> arguments;
        for (skip_blanks(); !take(')'); skip_blanks()) {
            if (arguments.size() == function->parameters.size()) fail("too many arguments");
            Result<Argument> value = argument(function->parameters[arguments.size()]);
            if (!value) return value.error();
            arguments.push_back(std::move(*value));
            skip_blanks();
            if (peek() != ')' && !take(';')) fail("; or ) is missing");
        }
        for (std::size_t i = arguments.size(); i < function->parameters.size(); ++i)
            if (!function->parameters[i].optional) fail("too few arguments");
        arguments.resize(function->parameters.size());
        return function->evaluate(Call(std::move(arguments), book_.caller_));
    }

    Result<Argument> argument(const Parameter& parameter) {
        skip_blanks();
        if (peek() == ';' || peek() == ')') return Argument{};
        const bool wants_reference = is_reference(parameter.kind) && !parameter.optional;
        if (is_name_character(peek()) && !std::isdigit(static_cast<unsigned char>(peek()))) {
            const std::string word = name();
            if (peek() != '(') return named(word, parameter);
            if (wants_reference) fail("a reference is asked for");
            if (word == "DATE" && take('(')) return Argument{date()};
            return of_value(call(word));
        }
        if (wants_reference) fail("a reference is asked for");
        if (take('"')) return Argument{quoted()};
        return Argument{number()};
    }

    Result<Argument> named(const std::string& word, const Parameter& parameter) {
        const bool wants_reference = is_reference(parameter.kind) && !parameter.optional;
        if (book_.formulas_.contains(word)) {
            const Value& value = book_.value_of(word);
            if (!wants_reference || std::holds_alternative<Handle>(value)) return of_value(value);
            if (const auto* text = std::get_if<std::string>(&value))
                return Argument{source_of({1, 1, {*text}}, book_.caller_.locale)};
            if (const auto* number = std::get_if<double>(&value))
                return Argument{source_of({1, 1, {*number}}, book_.caller_.locale)};
            return Argument{source_of({1, 1, {ErrorCell{}}}, book_.caller_.locale)};
        }
        const auto range = book_.ranges_.find(word);
        if (range == book_.ranges_.end()) fail("no name " + word);
        if (wants_reference) return Argument{source_of(range->second, book_.caller_.locale)};
        return copy_of(range->second, parameter);
    }

    static Result<Argument> of_value(const Value& value) {
        if (const auto* error = std::get_if<CellError>(&value)) return tl::unexpected(*error);
        if (const auto* number = std::get_if<double>(&value)) return Argument{*number};
        if (const auto* text = std::get_if<std::string>(&value)) return Argument{*text};
        if (const auto* matrix = std::get_if<NumberMatrix>(&value)) return Argument{grid_of_matrix(*matrix)};
        if (const auto* matrix = std::get_if<TextMatrix>(&value)) return Argument{grid_of_matrix(*matrix)};
        return Argument{std::get<Handle>(value).object};
    }

    const Workbook& book_;
    std::string_view text_;
    std::size_t at_ = 0;
};

Workbook::Workbook() {
    caller_.now = instant_of("2026-06-30 12:00");
    caller_.read_file = [this](const std::string& path) -> Result<std::string> {
        const auto file = files_.find(path);
        if (file == files_.end())
            return illegal_argument({"There is no file " + path, path + "というファイルはありません"});
        return file->second;
    };
}

void Workbook::set(const std::string& name, Grid cells) {
    if (cells.cells.size() == 1)
        if (const auto* text = std::get_if<std::string>(&cells.cells.front()); text && text->starts_with('='))
            return set_formula(name, *text);
    formulas_.erase(name);
    ranges_[name] = std::move(cells);
    values_.clear();
}

void Workbook::set_formula(const std::string& name, std::string formula) {
    ranges_.erase(name);
    formulas_[name] = std::move(formula);
    values_.clear();
}

Value Workbook::evaluate(std::string_view formula) const {
    return Evaluation(*this, formula).whole();
}

const Value& Workbook::value_of(const std::string& name) const {
    const auto known = values_.find(name);
    if (known != values_.end()) return known->second;
    return values_.emplace(name, evaluate(formulas_.at(name))).first->second;
}

}  // namespace kakehashi::test
