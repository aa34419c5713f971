// A sheet as plain data: what a command wants to stand on it. core makes plans (team workbook, weekly
// summary, findings, hand-off card), `addin/sheets` writes them, so that what a sheet says can be tested
// without office.
//
// A plan consists of blocks. The first writing puts each block where the plan says and gives it a named
// range; refreshing finds it there again, wherever people have moved it, and keeps what they wrote.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/support/text.hpp"

namespace kakehashi::sheet {

/// Zero-based, on the sheet or within a block.
struct Position {
    int column = 0;
    int row = 0;
    friend bool operator==(const Position&, const Position&) = default;
};

/// The named cell styles of our sheets ("Kakehashi Heading"): changing one restyles all workbook parts at
/// once.
enum class Style {
    text,
    title,
    subtitle,
    heading,  // of a table's column
    label,
    input,   // filled in by people: pale fill
    result,  // a number of ours
    note,    // what a sheet is for, sources, small print
    link,
    sentence,  // the one sentence of the summary
    shared,    // the departments' colours, light fills: headings
    marketing,
    sales,
    shared_label,  // … and labels of rows
    marketing_label,
    sales_label,
};

/// `number` has one decimal, `figure` none that does not matter: 5,000,000 and 4.2.
enum class Format { general, text, integer, number, percent, money, date, date_time, figure };

/// A formula as setFormula takes it: English names, `;`. `{c,r}` is the cell at column c and row r of the
/// same block, `{id!c,r}` of another block of the sheet; both become absolute references. Everything else of
/// the workbook is referred to by named ranges (core/sheet/parts.hpp).
struct Formula {
    std::string text;
    bool array = false;  // over `columns` × `rows` cells from this one on
    int columns = 1;
    int rows = 1;
};

using Content = std::variant<std::monostate, double, std::string,
                             Formula>;  // a text stays a text, whatever its first letter

struct Cell {
    Content content;
    Style style = Style::text;
    Format format = Format::general;
    std::string note;  // shown on hover: which definition, which period
    /// `#Sheet.A1` or a URL; the content is what it reads. No `#…` on a sheet that is exported alone:
    /// LibreOffice 7.4 makes no PDF of pages with a link to a sheet that is not among them.
    std::string link;
    int columns = 1;      // merged over so many
    bool theirs = false;  // people write here: filled on the first writing, never again
};

/// Which cells of a block a refresh writes. In all of them, cells of Style::text or Style::input without
/// content are for people: what stands there stays.
enum class Refresh {
    cells,  // each cell at its place, but `theirs`
    table,  // row 0 holds headers: columns are found by header, rows by the text in column 0; what is not in
            // the plan (columns, rows people added) stays, rows of the plan that are missing are inserted.
            // Rows that we wrote and the plan has no more go, unless people wrote in them: then only our
            // cells but the first are emptied. Rows without a text in column 0 are people's, written once.
    never,  // people's: written once (a table to fill in, comments)
};

struct Block {
    std::string id;  // unique on the sheet: letters and digits
    Position at;     // on a new sheet
    Refresh refresh = Refresh::cells;
    std::vector<std::vector<Cell>> rows;
    /// By row; 0 or missing: as high as the content needs. Merged cells that wrap need one, Calc has none for
    /// them.
    std::vector<double> row_heights_mm = {};
};

/// What may be entered below a header, over all rows of a data sheet.
struct Validation {
    enum class Kind { list, date, not_negative };
    std::string block;
    int column = 0;
    int row = 1;   // of the block, from which on it holds
    int rows = 0;  // how many; 0: to the end of the sheet
    Kind kind = Kind::list;
    std::vector<std::string> choices;  // of a list …
    std::string source;                // … or a formula that gives them: a range, a named range
    std::string message;               // what to enter, shown when the cell is selected
    bool strict = false;               // refuse others; otherwise only warn
};

/// How the cells below a header look, over all rows of a data sheet, before anything stands in them.
struct ColumnLook {
    std::string block;
    int column = 0;
    int row = 1;   // of the block, from which on it holds
    int rows = 0;  // how many; 0: to the end of the sheet
    Format format = Format::general;
    Style style = Style::text;  // plain paper: no fill over a million rows
};

/// A native chart. Data are cells of blocks, so that it lives with the sheet.
struct Chart {
    enum class Kind {
        columns,
        bars,
        lines,
        pareto /* columns, and a line on a percent axis */,
        stacked_bars
    };
    struct Cells {  // of a block, a column or a row of cells
        std::string block;
        Position first;
        Position last;
    };
    struct Series {
        std::string name;
        Cells values;
        int colour = 0x595959;  // 0xRRGGBB
        bool line = false;      // of a pareto: the line
        bool dashed = false;    // readable without colour
        bool mark = false;      // no bar or line, only a short stroke at each value: what was expected
    };
    std::string id;  // unique on the sheet; ends with a letter: Calc counts copies of charts with digits
    Kind kind = Kind::columns;
    std::string title;
    std::string alternative_text;
    Cells categories;
    std::vector<Series> series;
    std::string value_axis;  // what the values are, with the unit: above them, or below lying bars
    Position at;             // on a new sheet: the cell its top left corner lies on
    double width_mm = 85;
    double height_mm = 60;
};

struct Page {
    bool portrait = true;
    bool letter = false;  // otherwise A4
    bool fit_to_width = true;
    std::string header;  // left part; the right one is the page number
    std::string footer;
    std::vector<int> breaks_before;  // rows of a new sheet
};

struct Sheet {
    /// Letters and digits, the same in both languages; the named ranges of the blocks carry it, so that a
    /// renamed sheet is found again. Left out: that of the part of a team workbook with this name.
    std::string id;
    std::string name;
    int tab_colour = -1;      // none
    std::string currency;     // ISO code of the cells with Format::money; left out: plain thousands
    bool grid_lines = false;  // on screen; data tables show them
    std::vector<double> column_widths_mm;
    std::vector<Block> blocks;
    std::vector<Validation> validations;
    std::vector<ColumnLook> looks;
    std::vector<Chart> charts;
    Page page;
    Position freeze;  // columns and rows that stay visible
    /// Named ranges of the document, for formulas and commands: name, block, first and last cell in it.
    /// `last` with row -1: to the end of the sheet (a data table that grows).
    struct Name {
        std::string name;
        std::string block;
        Position first;
        Position last;
    };
    std::vector<Name> names;
};

}  // namespace kakehashi::sheet
