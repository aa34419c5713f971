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

/// Calls `body(begin, end)` for parts of 0 … rows that begin at multiples of 64 rows, so that no two parts
/// share a word of a bitmap. Parts run at the same time if there are enough rows to be worth a thread. What
/// `body` reads must have been made before: nothing lazy is safe here.
template <class Body>
void for_row_ranges(std::size_t rows, Body&& body) {
    constexpr std::size_t worth_a_thread = 100'000;
    const std::size_t parts = std::clamp<std::size_t>(rows / worth_a_thread, 1, threads());
    const std::size_t words = (rows + Bitmap::word_bits - 1) / Bitmap::word_bits;
    const auto begin_of = [&](std::size_t part) {
        return std::min(rows, words * part / parts * Bitmap::word_bits);
    };
    std::vector<std::future<void>> others;
    for (std::size_t part = 1; part < parts; ++part)
        others.push_back(
            std::async(std::launch::async, [&, part] { body(begin_of(part), begin_of(part + 1)); }));
    body(begin_of(0), begin_of(1));
    for (std::future<void>& other : others) other.get();
}

}  // namespace kakehashi
