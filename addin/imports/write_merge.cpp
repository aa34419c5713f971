#include "addin/imports/write_merge.hpp"

#include <algorithm>
#include <unordered_map>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

#include "addin/sheets/put.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using imports::ColumnKind;
using imports::ColumnPlan;

constexpr std::size_t rows_at_once = 4096;
const Text writing{"Importing", "取り込んでいます"};

using Rows = Sequence<Sequence<Any>>;

/// Cells as Calc takes them. The same few texts come again and again in a column: they share one string.
class Values {
  public:
    Values(const imports::Source& source, double null_date) : source_(source), null_date_(null_date) {}

    Any of(std::size_t row, std::size_t column) {
        const imports::ImportedValue value = imports::cell_value(source_, row, column, null_date_);
        if (const double* number = std::get_if<double>(&value)) return Any(*number);
        if (const auto* text = std::get_if<std::string_view>(&value)) return Any(shared(*text));
        return Any(OUString());
    }

  private:
    OUString shared(std::string_view text) {
        constexpr std::size_t most = 20'000;
        if (text.size() > 40) return to_uno(text);
        const auto found = texts_.find(text);
        if (found != texts_.end()) return found->second;
        OUString made = to_uno(text);
        if (texts_.size() < most) texts_.emplace(text, made);
        return made;
    }

    const imports::Source& source_;
    double null_date_;
    std::unordered_map<std::string_view, OUString> texts_;
};

class Formats {
  public:
    explicit Formats(const SpreadsheetDocument& document)
        : formats_(
              Reference<css::util::XNumberFormatsSupplier>(document, UNO_QUERY_THROW)->getNumberFormats()) {
        Reference<css::beans::XPropertySet>(document, UNO_QUERY_THROW)->getPropertyValue("CharLocale") >>=
            locale_;
    }

    /// Cells that show numbers plainly get the format of what they hold; others are as people wanted them.
    void apply(const Range& cells, const imports::ColumnReading& reading) {
        const Reference<css::beans::XPropertySet> properties(cells, UNO_QUERY_THROW);
        sal_Int32 now = 0;
        // Void where the cells have different formats: somebody chose them.
        if (!(properties->getPropertyValue("NumberFormat") >>= now) || !is_plain(now)) return;
        if (const sal_Int32 key = key_of(reading); key >= 0)
            properties->setPropertyValue("NumberFormat", Any(key));
    }

  private:
    bool is_plain(sal_Int32 key) const {
        const sal_Int32 standard =
            Reference<css::util::XNumberFormatTypes>(formats_, UNO_QUERY_THROW)->getStandardIndex(locale_);
        return key == standard || key == 0;
    }
    sal_Int32 key_of(const imports::ColumnReading& reading) const {
        switch (reading.kind) {
            case ColumnKind::date:
                return key("YYYY-MM-DD");
            case ColumnKind::date_time:
                return key("YYYY-MM-DD HH:MM");
            case ColumnKind::percent:
                return key(reading.decimals > 0 ? "0.0%" : "0%");
            case ColumnKind::money:
                return key(reading.decimals > 0 ? "#,##0.00" : "#,##0");
            default:
                return -1;
        }
    }
    /// Codes are written as in English, whatever the document's language.
    sal_Int32 key(const char* code) const {
        const css::lang::Locale english("en", "US", {});
        const OUString text = OUString::createFromAscii(code);
        const sal_Int32 known = formats_->queryKey(text, english, false);
        return known >= 0 ? known : formats_->addNew(text, english);
    }

    Reference<css::util::XNumberFormats> formats_;
    css::lang::Locale locale_;
};

/// Columns that stand side by side in the table are written together.
std::vector<std::vector<const ColumnPlan*>> side_by_side(const imports::MergePlan& plan) {
    std::vector<const ColumnPlan*> sorted;
    for (const ColumnPlan& column : plan.columns) sorted.push_back(&column);
    std::ranges::sort(sorted, {}, &ColumnPlan::to);
    std::vector<std::vector<const ColumnPlan*>> runs;
    for (const ColumnPlan* column : sorted) {
        if (runs.empty() || runs.back().back()->to + 1 != column->to) runs.emplace_back();
        runs.back().push_back(column);
    }
    return runs;
}

class Writer {
  public:
    Writer(Session& session, const TargetTable& target, const imports::Source& source,
           const imports::MergePlan& plan)
        : session_(session),
          target_(target),
          source_(source),
          plan_(plan),
          formats_(session.document()),
          values_(source, target.present().null_date),
          total_(plan.cells + plan.appended.size() * plan.columns.size()) {}

    bool write() {
        for (const ColumnPlan& column : plan_.columns) {
            if (column.added) write_header(column);
            write_format(column);
        }
        for (const ColumnPlan& column : plan_.columns)
            if (!write_changes(column)) return false;
        return write_appended();
    }

  private:
    bool go_on(std::size_t cells) { return session_.progress(done_ += cells, total_, writing); }

    /// Looks like the header before it.
    void write_header(const ColumnPlan& column) {
        const Range cell = target_.cells(column.to, -1, 1, 1);
        if (column.to > 0) {
            const Reference<css::beans::XPropertySet> before(target_.cells(column.to - 1, -1, 1, 1),
                                                             UNO_QUERY_THROW);
            const Reference<css::beans::XPropertySet> here(cell, UNO_QUERY_THROW);
            here->setPropertyValue("CellStyle", before->getPropertyValue("CellStyle"));
        }
        Reference<css::text::XText>(cell->getCellByPosition(0, 0), UNO_QUERY_THROW)
            ->setString(to_uno(column.header));
    }

    void write_format(const ColumnPlan& column) {
        const std::size_t rows = target_.present().rows + plan_.appended.size();
        const std::size_t first = column.added ? 0 : target_.present().rows;
        if (rows > first)
            formats_.apply(target_.cells(column.to, static_cast<std::ptrdiff_t>(first), 1, rows - first),
                           source_.columns[column.from]);
    }

    bool write_changes(const ColumnPlan& column) {
        for (std::size_t i = 0; i < column.changes.size();) {
            std::size_t end = i + 1;
            while (end < column.changes.size() && end - i < rows_at_once &&
                   column.changes[end].row == column.changes[end - 1].row + 1)
                ++end;
            Rows rows(static_cast<sal_Int32>(end - i));
            Sequence<Any>* row = rows.getArray();
            for (std::size_t change = i; change < end; ++change, ++row) {
                row->realloc(1);
                *row->getArray() = values_.of(column.changes[change].from, column.from);
            }
            put(target_.cells(column.to, column.changes[i].row, 1, end - i), rows);
            if (!go_on(end - i)) return false;
            i = end;
        }
        return true;
    }

    bool write_appended() {
        const auto runs = side_by_side(plan_);
        for (std::size_t i = 0; i < plan_.appended.size(); i += rows_at_once) {
            const std::size_t count = std::min(rows_at_once, plan_.appended.size() - i);
            for (const auto& run : runs) {
                Rows rows(static_cast<sal_Int32>(count));
                Sequence<Any>* row = rows.getArray();
                for (std::size_t k = 0; k < count; ++k, ++row) {
                    row->realloc(static_cast<sal_Int32>(run.size()));
                    Any* cell = row->getArray();
                    for (const ColumnPlan* column : run)
                        *cell++ = values_.of(plan_.appended[i + k], column->from);
                }
                const auto first = static_cast<std::ptrdiff_t>(target_.present().rows + i);
                put(target_.cells(run.front()->to, first, run.size(), count), rows);
                if (!go_on(count * run.size())) return false;
            }
        }
        return true;
    }

    void put(const Range& cells, const Rows& rows) { put_data(session_.document(), cells, rows); }

    Session& session_;
    const TargetTable& target_;
    const imports::Source& source_;
    const imports::MergePlan& plan_;
    Formats formats_;
    Values values_;
    std::size_t done_ = 0;
    std::size_t total_;
};

}  // namespace

bool write_merge(Session& session, const TargetTable& target, const imports::Source& source,
                 const imports::MergePlan& plan) {
    return Writer(session, target, source, plan).write();
}

}  // namespace kakehashi::addin
