#include "core/checks/table_checks.hpp"

#include <cmath>

#include <fmt/format.h>

#include "core/checks/wording.hpp"
#include "core/evidence/date_columns.hpp"
#include "core/workbook/data_sheets.hpp"

namespace kakehashi::checks {
namespace {

constexpr std::size_t least_cells = 5;

/// Years that a date of a lead list hardly has.
constexpr Instant long_ago = instant_from_civil(std::chrono::year{1990} / 1 / 1);
constexpr Instant far_ahead = 20 * 366 * ms_per_day;

bool most_of(std::size_t part, std::size_t whole) {
    return whole >= least_cells && part * 5 >= whole * 4;
}

class CellCheck {
  public:
    CellCheck(const Table& table, sheet::Part part, Instant as_of, const Column* ids, FindingList& findings)
        : table_(table), part_(part), as_of_(as_of), ids_(ids), findings_(findings) {}

    void run(const Expected& expected) {
        for (column_ = 0; column_ < table_.columns(); ++column_) {
            check_errors();
            if (expected.dates.contains(column_))
                check_dates(expected.happened.contains(column_));
            else if (expected.numbers.contains(column_))
                check_numbers();
            else if (!expected.words.contains(column_))
                check_by_majority();
        }
    }

  private:
    const Column& column() const { return table_.column(column_); }
    Place at(std::size_t row) const { return {part_, row, column_}; }
    const std::string& header() const { return table_.header(column_); }

    template <class Make>
    void report(Kind kind, std::size_t row, Make&& make) {
        findings_.add(
            kind, at(row), [&] { return ids_ != nullptr ? ids_->text(row) : std::string(); }, make);
    }

    void check_errors() {
        const Bitmap& errors = column().errors();
        if (errors.size() == 0) return;
        errors.for_each([&](std::size_t row) {
            report(Kind::error_cell, row, [&] {
                return Text{fmt::format("\"{}\" shows an error.", header()),
                            fmt::format("「{}」がエラーです。", header())};
            });
        });
    }

    void check_dates(bool happened) {
        const Column& cells = column();
        const auto instants = cells.as_instants();
        const Bitmap& blank = cells.blank();
        for (std::size_t row = 0; row < cells.size(); ++row) {
            if (blank.test(row)) continue;
            if (instants[row] == no_instant)
                report_unread(Kind::unread_date, row);
            else
                check_likely(row, instants[row], happened);
        }
    }

    void report_unread(Kind kind, std::size_t row) {
        report(kind, row, [&] {
            const std::string value = shortened(column().text(row));
            const bool date = kind == Kind::unread_date;
            return Text{fmt::format("\"{}\" in \"{}\" is no {}.", value, header(), date ? "date" : "number"),
                        fmt::format("「{1}」の「{0}」は{2}として読めません。", value, header(),
                                    date ? "日付" : "数値")};
        });
    }

    void check_likely(std::size_t row, Instant instant, bool happened) {
        const bool ahead = happened && instant > end_of_day(as_of_);
        if (instant >= long_ago && instant <= as_of_ + far_ahead && !ahead) return;
        report(Kind::unlikely_date, row, [&] {
            const std::string date = format_instant(instant);
            if (instant < long_ago)
                return Text{fmt::format("{} in \"{}\" is long ago.", date, header()),
                            fmt::format("「{1}」の {0} は古すぎます。", date, header())};
            const std::string day = format_instant(start_of_day(as_of_));
            return Text{fmt::format("{} in \"{}\" is later than {}, the as-of date.", date, header(), day),
                        fmt::format("「{1}」の {0} は、基準日 {2} より後の日付です。", date, header(), day)};
        });
    }

    void check_numbers() {
        const Column& cells = column();
        if (cells.codes().empty()) return;  // nothing but numbers
        const auto numbers = cells.as_numbers();
        const Bitmap& blank = cells.blank();
        for (std::size_t row = 0; row < cells.size(); ++row)
            if (!blank.test(row) && std::isnan(numbers[row])) report_unread(Kind::unread_number, row);
    }

    void check_by_majority() {
        const Column& cells = column();
        if (cells.codes().empty()) return;
        const std::size_t filled = cells.size() - cells.blank().count();
        const auto numbers = cells.as_numbers();
        std::size_t read = 0;
        for (const double number : numbers) read += std::isnan(number) ? 0 : 1;
        if (read < filled && most_of(read, filled)) return check_numbers();
        if (!speaks_of_dates(header())) return;
        std::size_t dates = 0;
        for (const Instant instant : cells.as_instants()) dates += instant == no_instant ? 0 : 1;
        if (dates < filled && most_of(dates, filled)) check_dates(false);
    }

    const Table& table_;
    sheet::Part part_;
    Instant as_of_;
    const Column* ids_;
    FindingList& findings_;
    std::size_t column_ = 0;
};

}  // namespace

void check_cells(const Table& table, sheet::Part part, const Expected& expected, Instant as_of,
                 const Column* ids, FindingList& findings) {
    CellCheck(table, part, as_of, ids, findings).run(expected);
}

Expected expected_by_header(const Table& table, sheet::Part part) {
    Expected result;
    for (const workbook::DataColumn& column : workbook::data_sheet(part).columns) {
        for (const Language language : {Language::english, Language::japanese}) {
            const auto index = table.find(column.header.in(language));
            if (!index) continue;
            switch (column.format) {
                case sheet::Format::date:
                case sheet::Format::date_time:
                    result.dates.insert(*index);
                    break;
                case sheet::Format::integer:
                case sheet::Format::number:
                case sheet::Format::figure:
                case sheet::Format::percent:
                case sheet::Format::money:
                    result.numbers.insert(*index);
                    break;
                case sheet::Format::general:
                case sheet::Format::text:
                    result.words.insert(*index);
                    break;
            }
        }
    }
    return result;
}

}  // namespace kakehashi::checks
