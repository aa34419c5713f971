// Leads: a table seen through a playbook. Everything figures need — columns by role, filters, stages, outcomes,
// definitions — is worked out at first use and kept, so that all cells of one revision share it.
//
// Immutable as seen from outside, not thread-safe.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/expression/evaluate.hpp"
#include "core/leads/history.hpp"
#include "core/playbook/playbook.hpp"
#include "core/support/result.hpp"
#include "core/table/table.hpp"

namespace kakehashi {

class Stages;
class Qualification;

class Leads final : public Scope {
  public:
    /// `playbook` and `history` may be null. `now` is the clock time of the calculation; the as-of date is the
    /// playbook's, else the end of that day.
    Leads(std::shared_ptr<const Table> table, std::shared_ptr<const Playbook> playbook,
          std::shared_ptr<const History> history, Instant now);
    ~Leads() override;

    const Table& table() const { return *table_; }
    const Playbook& playbook() const { return *playbook_; }
    const History* history() const { return history_.get(); }
    Instant as_of() const { return as_of_; }

    std::size_t rows() const override { return table_->rows(); }
    /// Rows that are leads: those with any non-blank cell.
    const Bitmap& present() const { return table_->present(); }

    /// The column of a role, as bound by the playbook, else as recognised; null if there is none.
    const Column* role(Role role) const;
    /// The row of the first lead with that id (compared as text); #N/A if there is none or no id column.
    Result<std::size_t> row_of(std::string_view id) const;
    /// The leads for which `expression` holds; all leads if it is blank. Kept by text: equal filters cost once.
    Result<const Bitmap*> where(std::string_view expression) const;
    /// Parsed once per text.
    Result<Expression> parsed(std::string_view expression) const;

    Result<const Column*> column(std::string_view name, const AsOf& as_of) const override;
    Result<Bitmap> predicate(const Predicate& predicate, const AsOf& as_of) const override;

    const Stages& stages() const;
    const Qualification& qualification() const;
    /// Leads with that outcome now. An outcome whose expression does not parse or names an unknown column is an error.
    Result<const Bitmap*> outcome(Outcome outcome) const;
    /// Won, lost, rejected or disqualified.
    Result<const Bitmap*> ended() const;
    /// When the lead was won or lost: role `closed`, else for won leads the entry into the last stage.
    /// `no_instant` where unknown.
    const std::vector<Instant>& closed() const;

  private:
    Result<Bitmap> evaluate_outcome(Outcome outcome) const;
    Result<Column> pseudo_column(std::string_view name, const AsOf& as_of) const;

    std::shared_ptr<const Table> table_;
    std::shared_ptr<const Playbook> playbook_;
    std::shared_ptr<const History> history_;
    Instant as_of_;
    mutable std::array<std::optional<std::size_t>, role_count> roles_;
    mutable std::unique_ptr<Stages> stages_;
    mutable std::unique_ptr<Qualification> qualification_;
    mutable std::unordered_map<std::string, Result<Expression>> parsed_;
    mutable std::unordered_map<std::string, Result<Bitmap>> filters_;
    mutable std::unordered_map<std::string, Result<Column>> pseudo_columns_;
    mutable std::array<std::optional<Result<Bitmap>>, outcome_count> outcomes_;
    mutable std::optional<Result<Bitmap>> ended_;
    mutable std::optional<std::vector<Instant>> closed_;
    mutable std::optional<std::unordered_map<std::string_view, std::size_t>> row_by_id_;
};

}  // namespace kakehashi
