// Lists and times for tests of the hand-off.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <vector>

#include "core/table/table.hpp"

namespace kakehashi {

using Row = std::vector<CellValue>;

inline std::shared_ptr<const Table> table(std::initializer_list<Row> rows) {
    Grid cells;
    for (const Row& row : rows) cells.columns = std::max(cells.columns, row.size());
    for (const Row& row : rows) {
        cells.cells.insert(cells.cells.end(), row.begin(), row.end());
        cells.cells.resize(++cells.rows * cells.columns);
    }
    return std::make_shared<const Table>(make_source(std::move(cells)));
}

/// In 2026.
inline Instant at(unsigned month, unsigned day, int hour, int minutes = 0) {
    return instant_from_civil(std::chrono::year{2026} / static_cast<int>(month) / static_cast<int>(day)) +
           hour * ms_per_hour + minutes * ms_per_minute;
}

inline CellValue text(const char* words) {
    return std::string(words);
}

inline CellValue time(unsigned month, unsigned day, int hour, int minutes = 0) {
    return serial_from_instant(at(month, day, hour, minutes));
}

}  // namespace kakehashi
