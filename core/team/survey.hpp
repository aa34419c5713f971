// What the people of the two departments answered to the 20 statements, and the figures made of it.
//
// One row per respondent: the department, then 20 answers 1 … 5. Anything else (blank, an error, a text that
// is no number, 0, 6) is no answer. Who gives fewer than 15 answers is left out of every figure. Respondents
// of other departments, or of none, count in the figures over all. No figure shows a name.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/playbook/departments.hpp"
#include "core/support/result.hpp"
#include "core/table/table.hpp"
#include "core/team/statements.hpp"

namespace kakehashi {

class Survey {
  public:
    /// The department's column is the one of that header, else the first that names marketing or sales, else
    /// the first. The answers stand under our statements' texts if all 20 are among the headers, else in the
    /// 20 columns behind the department.
    explicit Survey(std::shared_ptr<const Table> table);

    /// 20 … 100: the mean of the respondents' totals, each 20 × the mean of the answers given. #DIV/0!
    /// without respondents.
    Result<double> alignment() const;
    /// Of one department: marketing or sales by any of their names, another one as the survey writes it;
    /// #N/A if the survey does not know it.
    Result<double> alignment(std::string_view department) const;

    /// 0 … 19, by our text in either language or by the header over its answers; #N/A if there is none.
    Result<std::size_t> find(std::string_view statement) const;
    /// 1 … 5: the mean answer of all respondents. #DIV/0! if nobody answered.
    Result<double> mean(std::size_t statement) const;
    /// Of one department.
    Result<double> mean(std::size_t statement, Department department) const;
    /// The statements whose means are below 3 in both departments. #DIV/0! if one of them has no respondent.
    Result<std::vector<std::size_t>> low() const;

    /// Rows with at least one answer, but fewer than 15.
    std::size_t left_out() const { return left_out_; }

  private:
    struct Mean {
        double sum = 0.0;
        std::size_t count = 0;

        void add(double value);
        void add(const Mean& other);
    };
    using Answers = std::array<Mean, statement_count>;
    using AnswerColumns = std::array<std::span<const double>, statement_count>;

    std::size_t find_department_column() const;
    void find_answers();
    void read();
    void add_respondent(const AnswerColumns& columns, std::size_t row, Department department, Mean& totals);
    const Column::Keys* departments() const;
    Mean totals_of(Department department) const;
    Result<double> total(const Mean& totals) const;
    CellError nobody() const;

    std::shared_ptr<const Table> table_;
    std::size_t department_ = 0;                                              // its column
    std::array<std::optional<std::size_t>, statement_count> answer_columns_;  // nothing: not in the survey
    std::vector<Department> known_;   // by code of the department's text; 0: blank
    std::vector<Mean> totals_;        // likewise, in parts of a point
    std::array<Answers, 3> answers_;  // by `Department`
    std::size_t left_out_ = 0;
};

}  // namespace kakehashi
