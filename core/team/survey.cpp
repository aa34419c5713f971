#include "core/team/survey.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

constexpr std::size_t least_answers = 15;
constexpr double points_per_answer = 20.0;
constexpr double low_mean = 3.0;
/// Totals are summed in parts of a point that divide by each number of answers, 15 … 20: then they are whole
/// numbers if the answers are, and a mean that is exactly 60 is not 59.99… and a level too low.
constexpr double parts = 232'560.0;

/// So many different texts of a column are looked at for the names of departments.
constexpr std::size_t texts_looked_at = 1000;

bool names_department(const Column& column) {
    const Dictionary& texts = column.dictionary();
    const auto count = static_cast<Dictionary::Code>(std::min(texts.size(), texts_looked_at));
    for (Dictionary::Code code = 1; code <= count; ++code)
        if (department_of(texts.text(code)) != Department::other) return true;
    return false;
}

bool is_answer(double value) {
    return value >= 1.0 && value <= 5.0;  // false for NaN
}

}  // namespace

void Survey::Mean::add(double value) {
    sum += value;
    ++count;
}

void Survey::Mean::add(const Mean& other) {
    sum += other.sum;
    count += other.count;
}

Survey::Survey(std::shared_ptr<const Table> table) : table_(std::move(table)) {
    if (table_->columns() == 0) return;
    department_ = find_department_column();
    find_answers();
    read();
}

std::size_t Survey::find_department_column() const {
    for (const char* header : {"department", "部門", "部署", "所属部門", "所属部署", "所属", "dept"})
        if (const auto found = table_->find(header)) return *found;
    for (std::size_t column = 0; column < table_->columns(); ++column)
        if (names_department(table_->column(column))) return column;
    return 0;
}

void Survey::find_answers() {
    for (std::size_t column = 0; column < table_->columns(); ++column)
        if (const auto statement = find_statement(table_->header(column)))
            if (!answer_columns_[*statement]) answer_columns_[*statement] = column;
    if (std::ranges::all_of(answer_columns_, [](const auto& column) { return column.has_value(); })) return;
    for (std::size_t i = 0; i < statement_count; ++i) {
        const std::size_t column = department_ + 1 + i;
        answer_columns_[i] = column < table_->columns() ? std::optional(column) : std::nullopt;
    }
}

const Column::Keys* Survey::departments() const {
    return table_->columns() == 0 ? nullptr : &table_->column(department_).keys();
}

void Survey::read() {
    const Column::Keys& names = *departments();
    known_.assign(names.keys.size() + 1, Department::other);
    for (std::size_t code = 0; code < names.keys.size(); ++code)
        known_[code + 1] = department_of(names.keys[code]);
    totals_.resize(known_.size());
    AnswerColumns columns;
    for (std::size_t i = 0; i < statement_count; ++i)
        if (answer_columns_[i]) columns[i] = table_->column(*answer_columns_[i]).as_numbers();
    for (std::size_t row = 0; row < table_->rows(); ++row) {
        const std::uint32_t code = names.codes.empty() ? 0 : names.codes[row];
        add_respondent(columns, row, known_[code], totals_[code]);
    }
}

void Survey::add_respondent(const AnswerColumns& columns, std::size_t row, Department department,
                            Mean& totals) {
    std::array<double, statement_count> given;
    Mean answers;
    for (std::size_t i = 0; i < statement_count; ++i) {
        given[i] = row < columns[i].size() ? columns[i][row] : std::nan("");
        if (is_answer(given[i])) answers.add(given[i]);
    }
    if (answers.count < least_answers) {
        left_out_ += answers.count > 0 ? 1 : 0;
        return;
    }
    totals.add(points_per_answer * answers.sum * (parts / static_cast<double>(answers.count)));
    Answers& of_department = answers_[static_cast<std::size_t>(department)];
    for (std::size_t i = 0; i < statement_count; ++i)
        if (is_answer(given[i])) of_department[i].add(given[i]);
}

CellError Survey::nobody() const {
    return {ErrorCode::division_by_zero,
            {fmt::format("Nobody of them answered at least {} of the {} statements; left out for fewer "
                         "answers: {} in the whole survey.",
                         least_answers, statement_count, left_out_),
             fmt::format("{1} 項目のうち {0} "
                         "項目以上に答えた人がいません。回答が足りず除いた人数は、調査全体で {2} 人です。",
                         least_answers, statement_count, left_out_)}};
}

Result<double> Survey::total(const Mean& totals) const {
    if (totals.count == 0) return tl::unexpected(nobody());
    return totals.sum / (parts * static_cast<double>(totals.count));
}

Survey::Mean Survey::totals_of(Department department) const {
    Mean sum;
    for (std::size_t code = 0; code < totals_.size(); ++code)
        if (known_[code] == department) sum.add(totals_[code]);
    return sum;
}

Result<double> Survey::alignment() const {
    Mean all;
    for (const Mean& totals : totals_) all.add(totals);
    return total(all);
}

Result<double> Survey::alignment(std::string_view department) const {
    if (const Department known = department_of(department); known != Department::other)
        return total(totals_of(known));
    if (const Column::Keys* names = departments()) {
        const auto found = std::ranges::find(names->keys, fold(department));
        if (found != names->keys.end())
            return total(totals_[static_cast<std::size_t>(found - names->keys.begin()) + 1]);
    }
    return not_available({fmt::format("The survey has no department \"{}\".", department),
                          fmt::format("調査に部門「{}」はありません。", department)});
}

Result<std::size_t> Survey::find(std::string_view statement) const {
    if (const auto ours = find_statement(statement)) return *ours;
    const std::string folded = fold_header(statement);
    for (std::size_t i = 0; i < statement_count && !folded.empty(); ++i)
        if (answer_columns_[i] && fold_header(table_->header(*answer_columns_[i])) == folded) return i;
    return not_available({fmt::format("There is no statement \"{}\"; say its number, 1 to {}, or its text.",
                                      statement, statement_count),
                          fmt::format("「{}」という項目はありません。1～{} "
                                      "の番号か、項目の文で指定してください。",
                                      statement, statement_count)});
}

Result<double> Survey::mean(std::size_t statement) const {
    Mean all;
    for (const Answers& answers : answers_) all.add(answers[statement]);
    if (all.count == 0)
        return division_by_zero({fmt::format("Nobody answered statement {}.", statement + 1),
                                 fmt::format("項目 {} に答えた人がいません。", statement + 1)});
    return all.sum / static_cast<double>(all.count);
}

Result<double> Survey::mean(std::size_t statement, Department department) const {
    const Mean& answers = answers_[static_cast<std::size_t>(department)][statement];
    if (answers.count == 0) {
        const bool sales = department == Department::sales;
        return division_by_zero(
            {fmt::format("Nobody in {} answered statement {}.", sales ? "sales" : "marketing", statement + 1),
             fmt::format("{}に項目 {} に答えた人がいません。", sales ? "営業" : "マーケティング",
                         statement + 1)});
    }
    return answers.sum / static_cast<double>(answers.count);
}

Result<std::vector<std::size_t>> Survey::low() const {
    for (const Department department : {Department::marketing, Department::sales})
        if (totals_of(department).count == 0) return tl::unexpected(nobody());
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < statement_count; ++i) {
        const auto marketing = mean(i, Department::marketing);
        const auto sales = mean(i, Department::sales);
        if (marketing && sales && *marketing < low_mean && *sales < low_mean) found.push_back(i);
    }
    return found;
}

}  // namespace kakehashi
