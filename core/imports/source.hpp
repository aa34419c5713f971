// A file (or the answer of a database) as a table to import: its headers, its rows, and how each column is
// read.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/imports/column_kind.hpp"
#include "core/imports/decode.hpp"
#include "core/imports/layout.hpp"
#include "core/imports/records.hpp"
#include "core/support/result.hpp"

namespace kakehashi::imports {

/// Below the headers of a sheet.
constexpr std::size_t most_rows = 1'048'575;

/// What the caller decides; blank: found out.
struct ReadChoices {
    std::string encoding;
    std::string delimiter;  // as people name it
    std::string header;     // a line of the file, or `none`
    Language language = Language::english;
    ReadingLocale locale;  // of the document, for what the file leaves open
};

struct Source {
    std::string encoding;
    Text encoding_reason;
    std::size_t replaced = 0;  // unreadable characters
    char delimiter = ',';
    Records records;
    Layout layout;
    std::vector<ColumnReading> columns;  // one per header

    std::size_t rows() const { return layout.rows.size(); }
    std::string_view text(std::size_t row, std::size_t column) const {
        return records.at(layout.rows[row], column);
    }
    ImportedValue value(std::size_t row, std::size_t column) const {
        return read_value(text(row, column), columns[column]);
    }
};

/// Err:502 with what to do if the bytes are no text, hold no row at all, or more rows than a sheet has.
Result<std::shared_ptr<const Source>> read_source(std::string bytes, const ReadChoices& choices);

/// Rows that are there already, such as a database's answer; headers may be blank or repeated. `hints`: per
/// column, what its type says. Of the choices, language and locale count.
Result<std::shared_ptr<const Source>> make_source(Records records, const std::vector<std::string>& headers,
                                                  const std::vector<Hint>& hints, const ReadChoices& choices);

}  // namespace kakehashi::imports
