// All pairs of similar texts of a list without comparing each with each.
//
// Pass-Join (Li, Deng, Wang and Feng: PASS-JOIN: A Partition-based Method for Similarity Joins, VLDB 2011):
// cut the shorter text into k + 1 segments. k differences leave one of them untouched, so it stands in the
// longer text, moved by no more than the differences on its left allow. Only texts that share such a segment
// are compared: no pair is lost, and few others are looked at.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "core/duplicates/similarity.hpp"

namespace kakehashi {

/// Calls `visit(a, b)` once for each pair of `numbers` (different texts of `comparison`) that is similar, in
/// no particular order, until it returns false. False if it did, or if the effort was exhausted.
bool similar_pairs(TextComparison& comparison, std::span<const std::uint32_t> numbers,
                   const std::function<bool(std::uint32_t, std::uint32_t)>& visit);

}  // namespace kakehashi
