// Evaluation of expressions over all rows at once: every condition becomes a bitmap.
#pragma once

#include <span>
#include <string_view>

#include "core/expression/expression.hpp"
#include "core/table/column.hpp"

namespace kakehashi {

/// The moment as of which rows are judged: one for all, or one per row (back-tests judge each lead at its
/// hand-off).
class AsOf {
  public:
    AsOf(Instant all) : all_(all) {}  // NOLINT: an instant is an as-of date
    explicit AsOf(std::span<const Instant> per_row) : per_row_(per_row) {}

    Instant at(std::size_t row) const { return per_row_.empty() ? all_ : per_row_[row]; }
    bool uniform() const { return per_row_.empty(); }
    /// Only if `uniform()`.
    Instant instant() const { return all_; }

  private:
    Instant all_ = no_instant;
    std::span<const Instant> per_row_;
};

/// What an expression can talk about. Implemented by `Leads`, and by small tables in tests.
class Scope {
  public:
    virtual ~Scope() = default;
    virtual std::size_t rows() const = 0;
    /// A header first, then a role, then a pseudo column ([stage], [outcome] …); #N/A if there is none of
    /// that name.
    virtual Result<const Column*> column(std::string_view name, const AsOf& as_of) const = 0;
    /// #N/A for an unknown definition or stage.
    virtual Result<Bitmap> predicate(const Predicate& predicate, const AsOf& as_of) const = 0;
};

/// The rows for which the expression holds. Logic has two values: a comparison with a blank is false, and
/// `!=` is always exactly `not (=)`.
Result<Bitmap> evaluate(const Node& expression, const Scope& scope, const AsOf& as_of);

}  // namespace kakehashi
