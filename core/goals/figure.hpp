// A figure that a goal has, lacks, or cannot have.
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "core/support/result.hpp"

namespace kakehashi {

/// A number; else no data, with the reason if there is a better one than a blank cell. A `broken` figure is
/// one that a mistake keeps from being known (a metric that does not parse): parents do not go on without it.
struct Figure {
    std::optional<double> value;
    std::shared_ptr<const CellError> reason;
    bool broken = false;

    Figure() = default;
    explicit Figure(std::optional<double> known) : value(known) {}
    static Figure missing(CellError why) {
        Figure figure;
        figure.reason = std::make_shared<const CellError>(std::move(why));
        return figure;
    }
    static Figure wrong(CellError why) {
        Figure figure = missing(std::move(why));
        figure.broken = true;
        return figure;
    }
};

}  // namespace kakehashi
