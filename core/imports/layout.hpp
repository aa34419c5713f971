// Where the table lies within a file: what stands above it, its headers, and what stands below.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/imports/records.hpp"
#include "core/support/text.hpp"

namespace kakehashi::imports {

/// A line of the file that is not imported, or only partly, and why.
struct RowNote {
    std::size_t line = 0;
    bool imported = false;  // with something missing
    Text reason;
    std::string text;  // how the row begins
};

struct Layout {
    std::vector<std::string> headers;   // one per column, each different, none blank
    std::vector<std::string> preamble;  // lines above the headers
    std::vector<std::uint32_t> rows;    // records that are data, in order
    std::vector<RowNote> notes;         // every record that is neither header, preamble nor a whole row
    std::size_t header_line = 0;        // 0: the file has none
};

/// How to find the headers: by looking, not at all (columns are then called `Column 1` …), or on that line of
/// the file.
struct HeaderChoice {
    bool none = false;
    std::optional<std::size_t> line;
};

/// The headers are the first row that is about as wide as the table, all words, and — further down — knows
/// more of the usual headers. Rows with more cells than headers are not imported (cells would land in wrong
/// columns), nor are rows of totals and lines below the table; shorter rows are, and all are noted.
Layout find_layout(const Records& records, const HeaderChoice& choice, Language language);

/// As many, each different and none blank: `Name (2)`, `Column 3`.
std::vector<std::string> unique_headers(const std::vector<std::string>& written, Language language);

}  // namespace kakehashi::imports
