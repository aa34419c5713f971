// Figures that a cell asks for by name.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/support/result.hpp"
#include "core/table/choice.hpp"

namespace kakehashi {

template <class Counts>
struct Measure {
    Choice word;  // its name, and what else people call it
    Result<double> (*value)(const Counts&);
};

/// The measure that people call so; Err:502 as of `choose` if there is none.
template <class Counts>
Result<const Measure<Counts>*> find_measure(std::span<const Measure<Counts>> measures,
                                            std::string_view name) {
    std::vector<Choice> words;
    for (const Measure<Counts>& measure : measures) words.push_back(measure.word);
    const auto index = choose(words, name, {"measure", "指標"});
    if (!index) return error_of(index);
    return &measures[*index];
}

}  // namespace kakehashi
