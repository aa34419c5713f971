// A workbook in memory: named cells, and formulas over them as people type them, evaluated with the
// catalogue.
//
//   Workbook book;
//   book.set("LeadRows", grid);
//   book.set_formula("Leads", "=LEAD.TABLE(LeadRows)");
//   shown(book.evaluate("=LEAD.COUNT(Leads;\"Source = Web\")"));
//
// Arguments arrive as Calc hands them over: a required reference as a source, an optional range as a copy, a
// blank cell as 0, a cell with a handle as the handle's object.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/functions/call.hpp"
#include "core/functions/function.hpp"
#include "core/functions/value.hpp"

namespace kakehashi::test {

class Workbook {
  public:
    /// The clock stands at 2026-06-30 12:00, the language is English, and there are no files.
    Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    Caller& caller() { return caller_; }
    /// A file that cells can read.
    void set_file(std::string path, std::string content) { files_[std::move(path)] = std::move(content); }
    /// Names a block of cells, replacing the one of that name. A single text cell that begins with `=` is a
    /// formula.
    void set(const std::string& name, Grid cells);
    void set_formula(const std::string& name, std::string formula);
    /// Lets every formula cell be calculated anew, as after a change of the caller.
    void forget() { values_.clear(); }

    /// Numbers, texts in double quotes, names, `DATE(y;m;d)` and calls of the catalogue, with `;` between
    /// arguments. Throws std::invalid_argument for what Calc would not even pass on: a syntax error, an
    /// unknown name, a value where a reference belongs, too few or too many arguments.
    Value evaluate(std::string_view formula) const;

  private:
    friend class Evaluation;
    const Value& value_of(const std::string& name) const;

    Caller caller_;
    std::map<std::string, std::string> files_;
    std::map<std::string, Grid> ranges_;
    std::map<std::string, std::string> formulas_;
    mutable std::map<std::string, Value> values_;  // of the formula cells, until something is set
};

/// As cells show it: `12`, `0.5`, `Web`, `#N/A`, `Err:502`; a matrix as `a; b | c; d`; a handle's text.
std::string shown(const Value& value);

/// Whether the value is what a test says. Numbers may differ by `tolerance`, or by one part in 10^9 if it is
/// 0. Cells of a matrix are separated by `;`, rows by `|`; a cell in double quotes must be a text, and may
/// contain both.
bool agrees(const Value& value, std::string_view expected, double tolerance = 0);

}  // namespace kakehashi::test
