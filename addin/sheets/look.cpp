#include "addin/sheets/look.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/ValidationAlertStyle.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/util/XMergeable.hpp>

namespace kakehashi::addin {
namespace {

using css::table::CellRangeAddress;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using sheet::Cell;
using sheet::Format;
using sheet::Position;
using sheet::Style;

sal_Int32 hundredths(double mm) {
    return static_cast<sal_Int32>(std::lround(mm * 100));
}

bool is_figure(Format format) {
    return format != Format::general && format != Format::text;
}

/// The rows of the sheet for which something holds that begins at a row of a block.
struct Rows {
    sal_Int32 first = 0;
    sal_Int32 last = last_row;
};

Rows rows_of(const Placed& placed, int row, int rows) {
    // Below the last row of the plan the sheet goes on as the block does.
    const auto on_sheet = [&](int of_block) {
        const auto at = static_cast<std::size_t>(of_block);
        if (at < placed.rows.size() && placed.rows[at] != sheet::missing) return placed.rows[at];
        return placed.first.row + of_block;
    };
    return {on_sheet(row), rows == 0 ? last_row : on_sheet(row + rows - 1)};
}

class Looks {
  public:
    Looks(const SpreadsheetDocument& document, const Spreadsheet& sheet, const sheet::Sheet& plan,
          CellStyles& styles)
        : document_(document), sheet_(sheet), plan_(plan), styles_(styles), index_(index_of(sheet)) {}

    void set(const std::vector<Placed>& blocks) {
        // Calc 7.4 does not set several ranges at once in columns that never held anything.
        for (const Placed& placed : blocks)
            if (placed.is_new && !placed.columns.empty() && !placed.rows.empty())
                addin::set(cells_at(sheet_, placed.first.column, placed.first.row,
                                    placed.last.column - placed.first.column + 1,
                                    placed.last.row - placed.first.row + 1),
                           "CellStyle", styles_.name(Style::text, Format::general));
        for (const sheet::ColumnLook& look : plan_.looks)
            for (const Placed& placed : blocks)
                if (placed.block->id == look.block && placed.is_new) add(placed, look);
        apply();  // cells of the plan may look otherwise than their column
        for (const Placed& placed : blocks) add(placed);
        apply();
        for (const Placed& placed : blocks) merge(placed);
        for (const Placed& placed : blocks) set_heights(placed);
    }

  private:
    void add(const Placed& placed, const sheet::ColumnLook& look) {
        const auto column = static_cast<std::size_t>(look.column);
        if (column >= placed.columns.size() || placed.columns[column] == sheet::missing) return;
        const Rows rows = rows_of(placed, look.row, look.rows);
        add(styles_.name(look.style, look.format), placed.columns[column], rows.first, rows.last);
    }

    void add(const Placed& placed) {
        const auto rows = static_cast<int>(placed.rows.size());
        for (int column = 0; column < static_cast<int>(placed.columns.size()); ++column)
            for (int row = 0; row < rows; ++row) {
                const Cell* cell = placed.cell(column, row);
                if (cell == nullptr || !placed.is_new_cell(column, row)) continue;
                const OUString& name =
                    styles_.name(cell->style, cell->format,
                                 cell->style == Style::heading && is_over_figures(placed, column, row));
                for (int merged = 0; merged < cell->columns; ++merged)
                    if (const auto place = placed.find({column + merged, row}))
                        add(name, place->column, place->row, place->row);
            }
    }

    bool is_over_figures(const Placed& placed, int column, int row) const {
        for (int below = row + 1; below < static_cast<int>(placed.rows.size()); ++below) {
            const Cell* cell = placed.cell(column, below);
            if (cell != nullptr && cell->style == Style::heading) return false;
            if (cell != nullptr && cell->columns == 1 && is_figure(cell->format)) return true;
        }
        return std::any_of(plan_.looks.begin(), plan_.looks.end(), [&](const sheet::ColumnLook& look) {
            return look.block == placed.block->id && look.column == column && look.row == row + 1 &&
                   is_figure(look.format);
        });
    }

    void add(const OUString& style, sal_Int32 column, sal_Int32 first, sal_Int32 last) {
        std::vector<CellRangeAddress>& ranges = ranges_[style];
        if (!ranges.empty() && ranges.back().StartColumn == column && ranges.back().EndRow + 1 == first)
            ranges.back().EndRow = last;
        else
            ranges.push_back({index_, column, first, column, last});
    }

    void apply() {
        for (const auto& [style, ranges] : ranges_) {
            const Reference<css::sheet::XSheetCellRangeContainer> cells(
                make(document_, "com.sun.star.sheet.SheetCellRanges"), UNO_QUERY_THROW);
            cells->addRangeAddresses({ranges.data(), static_cast<sal_Int32>(ranges.size())}, false);
            addin::set(cells, "CellStyle", style);
        }
        ranges_.clear();
    }

    void merge(const Placed& placed) {
        for (int row = 0; row < static_cast<int>(placed.rows.size()); ++row)
            for (int column = 0; column < static_cast<int>(placed.columns.size()); ++column) {
                const Cell* cell = placed.cell(column, row);
                if (cell == nullptr || cell->columns < 2 || !placed.is_new_cell(column, row)) continue;
                const auto first = placed.find({column, row});
                const auto last = placed.find({column + cell->columns - 1, row});
                if (!first || (!last && column + cell->columns <= static_cast<int>(placed.columns.size())))
                    continue;
                const int columns = last ? last->column - first->column + 1 : cell->columns;
                Reference<css::util::XMergeable>(cells_at(sheet_, first->column, first->row, columns),
                                                 UNO_QUERY_THROW)
                    ->merge(true);
            }
    }

    /// Merged texts need more room when they become longer; rows that people made higher stay.
    void set_heights(const Placed& placed) {
        const auto rows = Reference<css::table::XColumnRowRange>(sheet_, UNO_QUERY_THROW)->getRows();
        const auto& heights = placed.block->row_heights_mm;
        for (std::size_t row = 0; row < heights.size() && row < placed.rows.size(); ++row) {
            if (heights[row] <= 0 || placed.rows[row] == sheet::missing) continue;
            const Reference<css::uno::XInterface> properties(rows->getByIndex(placed.rows[row]),
                                                             UNO_QUERY_THROW);
            const sal_Int32 height = hundredths(heights[row]);
            const bool is_new = placed.is_new_cell(missing_column, static_cast<int>(row));
            if (is_new || get<sal_Int32>(properties, "Height") < height - rounding)
                addin::set(properties, "Height", height);
        }
    }

    static constexpr int missing_column = -1;
    static constexpr sal_Int32 rounding = 10;  // Calc keeps heights in twips

    const SpreadsheetDocument& document_;
    const Spreadsheet& sheet_;
    const sheet::Sheet& plan_;
    CellStyles& styles_;
    sal_Int16 index_;
    std::map<OUString, std::vector<CellRangeAddress>> ranges_;
};

std::string list_of(const std::vector<std::string>& choices) {
    std::string list;
    for (const std::string& choice : choices) {
        if (!list.empty()) list += ';';
        list += '"';
        for (const char c : choice) list += c == '"' ? std::string(2, c) : std::string(1, c);
        list += '"';
    }
    return list;
}

std::string condition(const sheet::Validation& validation) {
    using Kind = sheet::Validation::Kind;
    if (validation.kind == Kind::date) return "1";
    if (validation.kind == Kind::not_negative) return "0";
    return validation.source.empty() ? list_of(validation.choices) : validation.source;
}

css::sheet::ValidationType type_of(sheet::Validation::Kind kind) {
    using Kind = sheet::Validation::Kind;
    if (kind == Kind::date) return css::sheet::ValidationType_DATE;
    return kind == Kind::list ? css::sheet::ValidationType_LIST : css::sheet::ValidationType_DECIMAL;
}

void set_validation(const Range& cells, const sheet::Validation& plan) {
    const auto validation = get<Properties>(cells, "Validation");
    set(validation, "Type", type_of(plan.kind));
    set(validation, "ErrorAlertStyle",
        plan.strict ? css::sheet::ValidationAlertStyle_STOP : css::sheet::ValidationAlertStyle_WARNING);
    set(validation, "ShowErrorMessage", true);
    set(validation, "ErrorMessage", to_uno(plan.message));
    set(validation, "ShowInputMessage", !plan.message.empty());
    set(validation, "InputMessage", to_uno(plan.message));
    set(validation, "IgnoreBlankCells", true);
    const Reference<css::sheet::XSheetCondition> rule(validation, UNO_QUERY_THROW);
    rule->setOperator(css::sheet::ConditionOperator_GREATER_EQUAL);
    rule->setFormula1(to_uno(condition(plan)));
    set(cells, "Validation", validation);
}

bool says_the_same(const Range& cells, const sheet::Validation& plan) {
    const Reference<css::sheet::XSheetCondition> rule(get<Properties>(cells, "Validation"), UNO_QUERY_THROW);
    return sheet::same_formula(to_utf8(rule->getFormula1()), condition(plan));
}

}  // namespace

void set_looks(const SpreadsheetDocument& document, const Spreadsheet& sheet, const sheet::Sheet& plan,
               const std::vector<Placed>& blocks, CellStyles& styles) {
    Looks(document, sheet, plan, styles).set(blocks);
}

void set_widths(const Spreadsheet& sheet, const std::vector<double>& widths_mm) {
    const auto columns = Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)->getColumns();
    for (std::size_t i = 0; i < widths_mm.size(); ++i)
        set(Reference<css::uno::XInterface>(columns->getByIndex(static_cast<sal_Int32>(i)), UNO_QUERY_THROW),
            "Width", hundredths(widths_mm[i]));
}

void set_validations(const Spreadsheet& sheet, const sheet::Sheet& plan, const std::vector<Placed>& blocks) {
    for (const sheet::Validation& validation : plan.validations)
        for (const Placed& placed : blocks) {
            if (placed.block->id != validation.block) continue;
            const auto column = static_cast<std::size_t>(validation.column);
            if (column >= placed.columns.size() || placed.columns[column] == sheet::missing) continue;
            const Rows rows = rows_of(placed, validation.row, validation.rows);
            const Range first = cells_at(sheet, placed.columns[column], rows.first);
            if (!placed.is_new &&
                (validation.kind != sheet::Validation::Kind::list || says_the_same(first, validation)))
                continue;
            set_validation(cells_at(sheet, placed.columns[column], rows.first, 1, rows.last - rows.first + 1),
                           validation);
        }
}

}  // namespace kakehashi::addin
