// A figure that a goal has, lacks, or cannot have.
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "core/support/result.hpp"

namespace kakehashi {

/// A number; else no data, with the reason if there is a better one than a blank cell. Parents do not go on
/// without a `broken` figure: it is there, but cannot be known. A `mistaken` one is broken by somebody's
/// mistake (a metric that does not parse), which statuses do not hide.
struct Figure {
    std::optional<double> value;
    std::shared_ptr<const CellError> reason;
    bool broken = false;
    bool mistaken = false;

    Figure() = default;
    explicit Figure(std::optional<double> known) : value(known) {}
    static Figure missing(CellError why) {
        Figure figure;
        figure.reason = std::make_shared<const CellError>(std::move(why));
        return figure;
    }
    static Figure unknown(CellError why) {
        Figure figure = missing(std::move(why));
        figure.broken = true;
        return figure;
    }
    static Figure wrong(CellError why) {
        Figure figure = unknown(std::move(why));
        figure.mistaken = true;
        return figure;
    }

    explicit operator bool() const { return value.has_value(); }
    /// Whether there is anything to say, be it why there is no number.
    bool said() const { return value || reason; }
};

}  // namespace kakehashi
