// Leads: a table seen through a playbook. What figures need — columns by role, filters, outcomes — is worked
// out at first use and kept, so that all cells of one revision share it.
//
// Immutable as seen from outside, not thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <typeindex>
#include <unordered_map>
#include <vector>

#include "core/expression/evaluate.hpp"
#include "core/leads/history.hpp"
#include "core/playbook/playbook.hpp"
#include "core/support/bounded_cache.hpp"
#include "core/support/result.hpp"
#include "core/table/table.hpp"
#include "core/table/text_list.hpp"

namespace kakehashi {

class Stages;

class Leads final : public Scope {
  public:
    /// `playbook` and `history` may be null. `now` is the clock time of the calculation; the as-of date is
    /// the playbook's, else that day.
    Leads(std::shared_ptr<const Table> table, std::shared_ptr<const Playbook> playbook,
          std::shared_ptr<const History> history, Instant now);
    ~Leads() override;
    Leads(const Leads&) = delete;
    Leads& operator=(const Leads&) = delete;

    const Table& table() const { return *table_; }
    const std::shared_ptr<const Table>& shared_table() const { return table_; }
    const Playbook& playbook() const { return *playbook_; }
    /// Null if there is none.
    const std::shared_ptr<const History>& history() const { return history_; }
    /// As written: ages count from here. What happened up to `inclusive_end(as_of())` is known.
    Instant as_of() const { return as_of_; }

    std::size_t rows() const override { return table_->rows(); }
    /// Rows that are leads: those with any non-blank cell.
    const Bitmap& present() const { return table_->present(); }

    /// The column of a role, as bound by the playbook, else as recognised; null if there is none.
    const Column* role(Role role) const;
    std::optional<std::size_t> role_index(Role role) const;
    /// The row of the first lead with that id (compared as text); #N/A if there is none or no id column.
    Result<std::size_t> row_of(std::string_view id) const;
    static constexpr std::uint32_t no_row = static_cast<std::uint32_t>(-1);
    /// For each of these folded ids the row of the first lead that has it; `no_row` if there is none or no id
    /// column.
    std::vector<std::uint32_t> rows_of(const TextList& ids) const;
    /// The leads for which `expression` holds; all leads if it is blank. The last ones are kept by text:
    /// equal filters cost once. Not to be used longer than the leads themselves.
    Result<std::shared_ptr<const Bitmap>> where(std::string_view expression) const;
    /// The rows for which it holds as of some other date, blank rows left out. Not kept.
    Result<Bitmap> where(std::string_view expression, const AsOf& as_of) const;
    /// Parsed once per text.
    const Result<Expression>& parsed(std::string_view expression) const;

    /// Pseudo columns as of another date than the leads' own are to be used before the next one is asked for:
    /// only the last ones are kept.
    Result<const Column*> column(std::string_view name, const AsOf& as_of) const override;
    Result<const Column*> column(std::string_view name) const { return column(name, as_of_); }
    Result<Bitmap> predicate(const Predicate& predicate, const AsOf& as_of) const override;

    /// Leads with that outcome now.
    Result<const Bitmap*> outcome(Outcome outcome) const;
    /// Won, lost, rejected or disqualified.
    Result<const Bitmap*> ended() const;
    /// When the lead was won or lost: role `closed`, else for won leads the first entry into the last stage.
    /// `no_instant` where unknown.
    const std::vector<Instant>& closed() const;

    /// An error only while the stages themselves are being worked out: a stage's `when` that needs the
    /// stages.
    Result<const Stages*> stages() const;

    /// What other parts of core work out of these leads (`Qualification`, `Funnel` …), made from them at the
    /// first call and kept with them. `Stages` come from `stages()`.
    template <class Part>
    const Part& derived() const {
        std::shared_ptr<const void>& slot = derived_[typeid(Part)];
        if (!slot) slot = std::make_shared<const Part>(*this);
        return *static_cast<const Part*>(slot.get());
    }

  private:
    const std::vector<std::uint32_t>& rows_by_key(const Column::Keys& keys) const;
    Result<Bitmap> evaluate_outcome(Outcome outcome) const;

    std::shared_ptr<const Table> table_;
    std::shared_ptr<const Playbook> playbook_;
    std::shared_ptr<const History> history_;
    Instant as_of_;
    mutable std::array<std::optional<std::optional<std::size_t>>, role_count> roles_;
    mutable std::unordered_map<std::string, Result<Expression>> parsed_;
    // Cells may ask for any number of filters and of dates; of names there are as many as definitions.
    mutable BoundedCache<Result<std::shared_ptr<const Bitmap>>> filters_;
    mutable std::unordered_map<std::string, Column> pseudo_columns_;
    mutable BoundedCache<Column> dated_columns_;  // pseudo columns as of other dates
    mutable std::array<std::optional<Result<Bitmap>>, outcome_count> outcomes_;
    mutable std::optional<Result<Bitmap>> ended_;
    mutable std::optional<std::vector<Instant>> closed_;
    mutable std::vector<std::uint32_t> row_by_id_;  // the first row of each key of the id column
    mutable std::unordered_map<std::type_index, std::shared_ptr<const void>> derived_;
    mutable std::vector<std::string>
        in_progress_;  // definitions and outcomes being worked out, to stop circles
};

}  // namespace kakehashi
