#include "addin/panel/error_reason.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <fmt/format.h>

#include "addin/environment.hpp"
#include "addin/formula_text.hpp"
#include "addin/workbook.hpp"
#include "core/functions/catalogue.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr std::string_view prefix = "ORG.KAKEHASHI.FUNCTIONS.";
constexpr int refused = 504;  // by Calc, before it calls us
constexpr int empty_text = 502;

/// Why Calc does not even call us; with the error that the cell then shows.
struct Refusal {
    int error;
    Text reason;
};
struct Unknown {};
using Given = std::variant<RawArgument, Refusal, Unknown>;

std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

const Function* function_of(std::string_view name) {
    const std::string_view method = name.substr(prefix.size());
    const auto functions = catalogue();
    const auto found = std::ranges::find_if(
        functions, [&](const Function& function) { return upper(function.method()) == method; });
    return found == functions.end() ? nullptr : &*found;
}

/// `LEAD.QUALIFIES(leads; definition; id; [as of])`
Text signature(const Function& function) {
    Text text{std::string(function.name) + "(", std::string(function.name) + "("};
    for (std::size_t i = 0; i < function.parameters.size(); ++i) {
        const Parameter& parameter = function.parameters[i];
        const char* form = parameter.optional ? "{}[{}]" : "{}{}";
        text.en += fmt::format(fmt::runtime(form), i == 0 ? "" : "; ", parameter.name.en);
        text.ja += fmt::format(fmt::runtime(form), i == 0 ? "" : "; ", parameter.name.ja);
    }
    return {text.en + ")", text.ja + ")"};
}

Refusal no_reference(const Parameter& parameter, const std::string& given) {
    return {refused,
            {fmt::format("The argument “{}” must be a cell or a range, not {}.", parameter.name.en, given),
             fmt::format("引数「{}」には {} ではなく、セルまたはセル範囲を指定してください。",
                         parameter.name.ja, given)}};
}

Refusal holds_error(const Parameter& parameter, const Range& cells, int error) {
    const std::string address = address_text(cells);
    return {error,
            {fmt::format("{}, given as “{}”, holds an error itself.", address, parameter.name.en),
             fmt::format("引数「{}」の {} 自体がエラーです。", parameter.name.ja, address)}};
}

std::optional<std::string> literal(std::string_view expression) {
    if (auto text = text_literal(expression)) return text;
    if (const auto number = number_literal(expression)) return format_number(*number);
    return std::nullopt;
}

/// What Calc makes of one cell where a text is wanted; nothing where that depends on its format.
std::optional<std::string> text_in(const Range& cell) {
    const Any value = value_of(cell);
    OUString text;
    if (value >>= text) return to_utf8(text);
    double number = 0;
    if ((value >>= number) && number == std::floor(number) && std::abs(number) < 1e15)
        return format_number(number);
    return std::nullopt;
}

/// `"Source = "&A5`
std::optional<std::string> joined(const SpreadsheetDocument& document, const Range& home,
                                  std::string_view expression) {
    const auto parts = split(expression, '&');
    if (!parts) return std::nullopt;
    std::string text;
    for (const std::string& part : *parts) {
        auto piece = literal(part);
        if (!piece) {
            const Range cell = range_of(document, home, part);
            if (!cell.is() || !is_single_cell(cell) || first_cell(cell)->getError() != 0) return std::nullopt;
            piece = text_in(cell);
        }
        if (!piece) return std::nullopt;
        text += *piece;
    }
    return text;
}

bool has_errors(const Range& cells) {
    return Reference<css::sheet::XCellRangesQuery>(cells, UNO_QUERY_THROW)
               ->queryFormulaCells(css::sheet::FormulaResult::ERROR)
               ->getRangeAddresses()
               .getLength() > 0;
}

bool is_large(const Range& cells) {
    constexpr sal_Int64 most = 100'000;
    const css::table::CellRangeAddress at = address_of(cells);
    return sal_Int64{at.EndColumn - at.StartColumn + 1} * (at.EndRow - at.StartRow + 1) > most;
}

Given reference_argument(const SpreadsheetDocument& document, const Range& home, const Parameter& parameter,
                         const std::string& expression) {
    if (expression.empty()) return RawArgument(Range{});
    if (literal(expression)) return no_reference(parameter, expression);
    const Range range = range_of(document, home, expression);
    if (!range.is()) return Unknown{};
    if (is_single_cell(range))
        if (const sal_Int32 error = first_cell(range)->getError(); error != 0)
            return holds_error(parameter, range, error);
    return RawArgument(range);
}

/// Of a cell that stands for a value: Calc hands a required one over as text.
Given cell_argument(const Parameter& parameter, const Range& cell) {
    if (const sal_Int32 error = first_cell(cell)->getError(); error != 0)
        return holds_error(parameter, cell, error);
    if (!parameter.optional) {
        const auto text = text_in(cell);
        return text ? Given(RawArgument(Any(to_uno(*text)))) : Unknown{};
    }
    const bool blank = first_cell(cell)->getType() == css::table::CellContentType_EMPTY;
    return RawArgument(blank ? Any(0.0) : value_of(cell));
}

Given value_argument(const SpreadsheetDocument& document, const Range& home, const Parameter& parameter,
                     const std::string& expression) {
    if (expression.empty()) {
        if (parameter.optional) return RawArgument(Any{});
        return Refusal{empty_text,
                       {fmt::format("The argument “{}” is empty.", parameter.name.en),
                        fmt::format("引数「{}」が空です。", parameter.name.ja)}};
    }
    if (const auto text = text_literal(expression)) return RawArgument(Any(to_uno(*text)));
    if (const auto number = number_literal(expression))
        return RawArgument(parameter.optional ? Any(*number) : Any(to_uno(format_number(*number))));
    if (const Range range = range_of(document, home, expression); range.is()) {
        if (is_single_cell(range)) return cell_argument(parameter, range);
        if (!parameter.optional || is_large(range)) return Unknown{};
        if (has_errors(range)) return holds_error(parameter, range, refused);
        return RawArgument(value_of(range));
    }
    const auto text = joined(document, home, expression);
    return text ? Given(RawArgument(Any(to_uno(*text)))) : Unknown{};
}

/// More or fewer arguments than the function takes.
std::optional<Refusal> wrong_number(const Function& function, std::size_t count) {
    const auto& parameters = function.parameters;
    const Text whole = signature(function);
    if (count > parameters.size())
        return Refusal{
            refused,
            {"There are more arguments than in " + whole.en + ".", "引数が多すぎます。書式：" + whole.ja}};
    for (std::size_t i = count; i < parameters.size(); ++i)
        if (!parameters[i].optional)
            return Refusal{
                refused,
                {fmt::format("The argument “{}” is missing: {}.", parameters[i].name.en, whole.en),
                 fmt::format("引数「{}」がありません。書式：{}", parameters[i].name.ja, whole.ja)}};
    return std::nullopt;
}

/// An ordinary cell where a table or a handle belongs: most often the wrong cell was clicked. Everything that
/// is missing in such a table follows from that.
std::optional<Text> no_handle(const Function& function, const RawArguments& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const Parameter& parameter = function.parameters[i];
        const Range* cell = std::get_if<Range>(&arguments[i]);
        if (cell == nullptr || !cell->is() || !is_single_cell(*cell) || is_formula(*cell)) continue;
        if (parameter.kind == ArgumentKind::playbook || parameter.kind == ArgumentKind::table) continue;
        const std::string address = address_text(*cell);
        return Text{fmt::format("{}, given as “{}”, is no handle and no table: {}.", address,
                                parameter.name.en, parameter.summary.en),
                    fmt::format("引数「{}」の {} はハンドルでも表でもありません。指定できるもの：{}",
                                parameter.name.ja, address, parameter.summary.ja)};
    }
    return std::nullopt;
}

/// Why that call gives that error; blank if it is not known.
Text reason_of(const SpreadsheetDocument& document, const Range& cell, const FormulaCall& call, int error) {
    const Function* function = function_of(call.name);
    if (function == nullptr) return {};
    if (const auto refusal = wrong_number(*function, call.arguments.size()))
        return refusal->error == error ? refusal->reason : Text{};
    RawArguments arguments;
    bool known = true;
    for (std::size_t i = 0; i < function->parameters.size(); ++i) {
        const Parameter& parameter = function->parameters[i];
        const std::string expression = i < call.arguments.size() ? call.arguments[i] : std::string();
        const bool reference = is_reference(parameter.kind) && !parameter.optional;
        Given given = reference ? reference_argument(document, cell, parameter, expression)
                                : value_argument(document, cell, parameter, expression);
        if (const auto* refusal = std::get_if<Refusal>(&given)) {
            return refusal->error == error ? refusal->reason : Text{};
        }
        known = known && std::holds_alternative<RawArgument>(given);
        if (known) arguments.push_back(std::move(std::get<RawArgument>(given)));
    }
    if (!known) return {};
    const auto found = Workbook::of(Model(document, UNO_QUERY_THROW))->error_of_call(*function, arguments);
    if (!found || static_cast<int>(found->code) != error) return {};
    return no_handle(*function, arguments).value_or(found->message);
}

/// Functions that leave out some of their arguments: a call among these may have no part in the error.
bool chooses(std::string_view formula) {
    constexpr std::array words = {"IF", "CHOOSE", "SWITCH", "AGGREGATE"};
    const std::string text = upper(std::string(formula));
    return std::ranges::any_of(words,
                               [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

/// `=IF(A9="";"";…)`, as templates have it where rows may stay blank: an error comes from what stands last,
/// unless A9 has it. Other formulas as they are.
std::string without_guard(const SpreadsheetDocument& document, const Range& home,
                          const std::string& formula) {
    constexpr std::string_view blank = "=\"\"";
    const auto whole = parse_call(formula);
    if (!whole || whole->name != "IF" || whole->arguments.size() != 3 || !literal(whole->arguments[1]))
        return formula;
    const std::string& condition = whole->arguments[0];
    if (!condition.ends_with(blank)) return formula;
    const Range guard =
        range_of(document, home, std::string_view(condition).substr(0, condition.size() - blank.size()));
    if (!guard.is() || !is_single_cell(guard) || first_cell(guard)->getError() != 0) return formula;
    return "=" + whole->arguments[2];
}

}  // namespace

Text error_reason(const SpreadsheetDocument& document, const Range& cell) {
    const int error = first_cell(cell)->getError();
    const std::string formula = without_guard(document, cell, to_utf8(first_cell(cell)->getFormula()));
    if (const auto call = parse_call(formula); call && call->name.starts_with(prefix))
        return reason_of(document, cell, *call, error);
    if (chooses(formula)) return {};
    Text reason;
    for (const FormulaCall& call : calls_in(formula, prefix)) {
        Text one = reason_of(document, cell, call, error);
        if (one.en.empty() || one == reason) continue;
        if (!reason.en.empty()) return {};  // one of them, but which?
        reason = std::move(one);
    }
    return reason;
}

}  // namespace kakehashi::addin
