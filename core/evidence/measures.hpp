// Figures that a cell asks for by name.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "core/playbook/form.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

template <class Counts>
struct Measure {
    Choice word;  // its name, and what else people call it
    Result<double> (*value)(const Counts&);
};

/// By `fold_header`; Err:502 that lists the known ones if there is none of that name.
template <class Counts>
Result<const Measure<Counts>*> find_measure(std::span<const Measure<Counts>> measures,
                                            std::string_view name) {
    std::string known;
    for (const Measure<Counts>& measure : measures) {
        if (find_choice(std::span(&measure.word, 1), name)) return &measure;
        known += (known.empty() ? "" : ", ") + std::string(measure.word.name);
    }
    return illegal_argument({fmt::format("\"{}\" is no measure; known are {}.", name, known),
                             fmt::format("「{}」という指標はありません。使えるのは {} です。", name, known)});
}

}  // namespace kakehashi
