// What the texts of a file's column are: numbers, dates, or texts that must stay as they are.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "core/support/text.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::imports {

enum class ColumnKind { text, number, percent, money, date, date_time };

/// How the cells of one column are read.
struct ColumnReading {
    ColumnKind kind = ColumnKind::text;
    ReadingLocale locale;      // the order of dates and the decimal sign found in this column
    bool serial = false;       // dates written as day numbers, as spreadsheets keep them
    bool unsure = false;       // day and month could be the other way round
    std::size_t decimals = 0;  // most places behind the decimal sign
};

/// What the column is for, as far as its header says so.
enum class Hint {
    none,
    text,    // ids, names, telephone numbers, postcodes: always texts
    number,  // amounts
    date,
};
/// From the header alone: `Zip Code`, `電話番号` -> text; `Due date`, `完了日` -> date.
Hint hint_of_header(std::string_view header);

/// Decides from (a sample of) the column's filled cells; `document` settles what the cells leave open. A
/// column is numbers or dates if nine of ten cells are (with a hint, if any is); leading zeros, more than 15
/// digits, plus signs in front, or several currencies make it texts.
ColumnReading read_kind(std::span<const std::string_view> filled, Hint hint, const ReadingLocale& document);

/// Blank, a number (dates as serial numbers of 1899-12-30), or the text itself, without blanks around it.
using ImportedValue = std::variant<std::monostate, double, std::string_view>;
ImportedValue read_value(std::string_view text, const ColumnReading& reading);

/// As one reads it in a table: `dates`, `amounts` …
Text kind_name(ColumnKind kind);

}  // namespace kakehashi::imports
