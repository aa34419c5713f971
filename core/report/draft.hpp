// A sheet as it grows from top to bottom, and the small vocabulary its sections are written in. Texts of
// formulas come in pieces: literals, references into the plan's blocks, calls.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/sheet/plan.hpp"
#include "core/support/text.hpp"

namespace kakehashi::report {

// --- pieces of formulas

/// `"say ""hello"""`
std::string literal(std::string_view text);
/// A cell of the same block, or of another block of the sheet.
std::string at(int column, int row);
std::string at(std::string_view block, int column, int row);
/// The cells of one column from `first` to `last` row.
std::string down(std::string_view block, int column, int first, int last);
/// `NAME(a;b)`
std::string call(std::string_view function, std::initializer_list<std::string_view> arguments);
/// What a figure shows where there is none: nobody shall read an error on this page.
std::string or_dash(std::string_view expression);
/// A share in words: `73 %`; Japanese without the blank.
std::string percent_text(std::string_view expression, Language language);
std::string count_text(std::string_view expression);
/// An amount, short: `¥21.3M`, `2,130万円`. `symbol` is the currency's, or empty; the sign is left to the
/// caller.
std::string amount_text(std::string_view expression, std::string_view symbol, Language language);
/// A text of an expression (core/expression) in quotes it does not contain.
std::string quoted_value(std::string_view text);
/// A name in an expression: `[Hot lead]`.
std::string bracketed(std::string_view name);

// --- cells

sheet::Cell text_cell(std::string text, sheet::Style style = sheet::Style::text, int columns = 1);
sheet::Cell formula_cell(std::string expression, sheet::Format format,
                         sheet::Style style = sheet::Style::result, int columns = 1);
/// A dash or a ring in place of a figure, where the figure would stand.
sheet::Cell sign_cell(std::string sign, sheet::Format format);
sheet::Cell empty_cell(sheet::Style style = sheet::Style::text, int columns = 1);
/// What somebody fills in.
sheet::Cell input_cell(int columns = 1, sheet::Format format = sheet::Format::general);
sheet::Cell noted(sheet::Cell cell, std::string note);

using Row = std::vector<sheet::Cell>;

inline constexpr int width = 8;  // columns of our sheets

/// A row from a cell after another; a merged one takes the places it covers.
Row row_of(std::initializer_list<sheet::Cell> cells);

/// What the week leaves behind in the history, and the cells that show it.
struct FrozenFigure {
    std::string section;
    std::string name;
    std::string unit;
    std::string block;
    sheet::Position value;
    std::optional<sheet::Position> target = {};
    std::optional<sheet::Position> status = {};
};

/// What a section says instead of its note while a condition over the sheet's cells holds: that there is
/// nothing.
struct WhenEmpty {
    std::string condition;
    Text text;
};

class Draft {
  public:
    explicit Draft(Language language) : language_(language) {}

    Language language() const { return language_; }
    const std::string& say(const Text& text) const { return text.in(language_); }

    /// The next block goes below all that is there.
    sheet::Block& add(std::string id, sheet::Refresh refresh, std::vector<Row> rows);
    /// … or beside it: its rows do not count.
    sheet::Block& add_beside(std::string id, sheet::Refresh refresh, int column, std::vector<Row> rows);
    /// A heading over the sheet's width: the section's title, and in small print what to know about it.
    void heading(std::string id, const Text& title, const Text& note, int columns = width);
    void heading(std::string id, const Text& title, const Text& note, const WhenEmpty& empty);
    void new_page() { sheet.page.breaks_before.push_back(row_); }
    int row() const { return row_; }
    /// Charts side by side, `rows` high, on empty rows; without a chart one thin row keeps the place.
    void charts(std::string id, std::vector<sheet::Chart> charts, int rows, double row_height_mm);

    sheet::Sheet sheet;
    std::vector<FrozenFigure> frozen;

  private:
    void add_heading(std::string id, const Text& title, sheet::Cell note);

    Language language_;
    int row_ = 0;
};

}  // namespace kakehashi::report
