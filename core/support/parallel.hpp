// Work over rows on more than one core. Threads end before the call returns: nothing runs behind a cell's
// back.
#pragma once

#include <algorithm>
#include <cstddef>
#include <future>
#include <vector>

#include "core/table/bitmap.hpp"

namespace kakehashi {

/// How many threads large calls may use; at first two, or one on a machine with one core.
std::size_t threads();
void set_threads(std::size_t count);

/// In how many parts so many rows are worth dividing.
inline std::size_t row_parts(std::size_t rows) {
    constexpr std::size_t worth_a_thread = 100'000;
    return std::clamp<std::size_t>(rows / worth_a_thread, 1, threads());
}

/// Calls `body(part, begin, end)` for each of `row_parts(rows)` parts of 0 … rows, all at the same time.
/// Parts begin at multiples of 64 rows, so that no two share a word of a bitmap. What `body` reads must have
/// been made before: nothing lazy is safe here.
template <class Body>
void for_row_parts(std::size_t rows, Body&& body) {
    const std::size_t parts = row_parts(rows);
    const std::size_t words = (rows + Bitmap::word_bits - 1) / Bitmap::word_bits;
    const auto begin_of = [&](std::size_t part) {
        return std::min(rows, words * part / parts * Bitmap::word_bits);
    };
    std::vector<std::future<void>> others;
    for (std::size_t part = 1; part < parts; ++part)
        others.push_back(
            std::async(std::launch::async, [&, part] { body(part, begin_of(part), begin_of(part + 1)); }));
    body(std::size_t{0}, begin_of(0), begin_of(1));
    for (std::future<void>& other : others) other.get();
}

/// `visit(row)` for each row of the set, in parts at the same time.
template <class Visitor>
void for_each_row(const Bitmap& rows, Visitor&& visit) {
    for_row_parts(rows.size(),
                  [&](std::size_t, std::size_t begin, std::size_t end) { rows.for_each(begin, end, visit); });
}

/// The rows for which `holds(row)` is true, in parts at the same time.
template <class Predicate>
Bitmap rows_where(std::size_t size, Predicate&& holds) {
    Bitmap result(size);
    for_row_parts(size,
                  [&](std::size_t, std::size_t begin, std::size_t end) { result.assign(begin, end, holds); });
    return result;
}

}  // namespace kakehashi
