#include "core/leads/leads.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/leads/outcomes.hpp"
#include "core/leads/pseudo_columns.hpp"
#include "core/leads/qualification.hpp"
#include "core/leads/stages.hpp"
#include "core/support/parallel.hpp"

namespace kakehashi {
namespace {

/// Puts a name on a list while something is worked out, to notice when it needs itself.
class InProgress {
  public:
    InProgress(std::vector<std::string>& list, std::string name) : list_(list) {
        circular_ = list.size() > deepest || std::ranges::find(list, name) != list.end();
        list_.push_back(std::move(name));
    }
    ~InProgress() { list_.pop_back(); }
    InProgress(const InProgress&) = delete;
    InProgress& operator=(const InProgress&) = delete;

    bool circular() const { return circular_; }

  private:
    static constexpr std::size_t deepest = 100;  // definitions that use each other: a stack is not endless
    std::vector<std::string>& list_;
    bool circular_;
};

tl::unexpected<CellError> circular(std::string_view name) {
    return illegal_argument({fmt::format("The definition of \"{}\" needs itself.", name),
                             fmt::format("「{}」の定義が自分自身を参照しています。", name)});
}

std::optional<Outcome> outcome_of(PredicateKind kind) {
    switch (kind) {
        case PredicateKind::won:
            return Outcome::won;
        case PredicateKind::lost:
            return Outcome::lost;
        case PredicateKind::rejected:
            return Outcome::rejected;
        case PredicateKind::accepted:
            return Outcome::accepted;
        case PredicateKind::disqualified:
            return Outcome::disqualified;
        case PredicateKind::recycled:
            return Outcome::recycled;
        default:
            return std::nullopt;
    }
}

const PlaybookSegment* find_segment(const Playbook& playbook, std::string_view name) {
    const std::string key = fold(name);
    for (const auto* list : {&playbook.personas, &playbook.segments})
        for (const PlaybookSegment& segment : *list)
            if (fold(segment.name) == key) return &segment;
    return nullptr;
}

}  // namespace

Leads::Leads(std::shared_ptr<const Table> table, std::shared_ptr<const Playbook> playbook,
             std::shared_ptr<const History> history, Instant now)
    : table_(std::move(table)),
      playbook_(std::move(playbook)),
      history_(std::move(history)),
      filters_(decltype(filters_)::for_bytes(table_->rows() / 8)),
      dated_columns_(decltype(dated_columns_)::for_rows(table_->rows())) {
    if (!playbook_) playbook_ = std::make_shared<const Playbook>();
    as_of_ = playbook_->as_of != no_instant ? playbook_->as_of : start_of_day(now);
}

Leads::~Leads() = default;

std::optional<std::size_t> Leads::role_index(Role role) const {
    auto& slot = roles_[static_cast<std::size_t>(role)];
    if (slot) return *slot;
    if (const auto bound = playbook_->columns.find(role); bound != playbook_->columns.end()) {
        slot = table_->find(bound->second);
    } else {
        std::vector<std::string> headers;
        for (std::size_t column = 0; column < table_->columns(); ++column)
            headers.push_back(table_->header(column));
        slot = recognise_role(role, headers);
    }
    return *slot;
}

const Column* Leads::role(Role role) const {
    const auto column = role_index(role);
    return column ? &table_->column(*column) : nullptr;
}

/// The first row of each key of the id column.
const std::vector<std::uint32_t>& Leads::rows_by_key(const Column::Keys& keys) const {
    if (row_by_id_.empty() && !keys.keys.empty()) {
        row_by_id_.resize(keys.keys.size());
        for (std::size_t row = rows(); row-- > 0;)
            if (keys.codes[row] != 0) row_by_id_[keys.codes[row] - 1] = static_cast<std::uint32_t>(row);
    }
    return row_by_id_;
}

std::vector<std::uint32_t> Leads::rows_of(const TextList& ids) const {
    std::vector<std::uint32_t> result(ids.size(), no_row);
    const Column* column = role(Role::id);
    if (!column) return result;
    const Column::Keys& keys = column->keys();
    const std::vector<std::uint32_t>& rows = rows_by_key(keys);
    for_row_parts(ids.size(), [&](std::size_t, std::size_t begin, std::size_t end) {
        // Logs mostly name the leads in the order of the list: then no id but the first needs looking up.
        std::size_t expected = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (expected == keys.keys.size() || keys.keys[expected] != ids[i]) {
                const std::uint32_t key = keys.find(ids[i]);
                if (key == 0) continue;
                expected = key - 1;
            }
            result[i] = rows[expected++];
        }
    });
    return result;
}

Result<std::size_t> Leads::row_of(std::string_view id) const {
    if (!role(Role::id))
        return not_available({"No column is known to hold the leads' ids; bind the role id in [columns].",
                              "リードの ID の列が分かりません。[columns] で id を指定してください。"});
    const Column::Keys& keys = role(Role::id)->keys();
    const std::uint32_t key = keys.find(fold(id));
    if (key == 0)
        return not_available({fmt::format("No lead has the id \"{}\".", id),
                              fmt::format("ID「{}」のリードはありません。", id)});
    return rows_by_key(keys)[key - 1];
}

const Result<Expression>& Leads::parsed(std::string_view expression) const {
    const auto found = parsed_.find(std::string(expression));
    if (found != parsed_.end()) return found->second;
    return parsed_.emplace(std::string(expression), parse_expression(expression)).first->second;
}

Result<std::shared_ptr<const Bitmap>> Leads::where(std::string_view expression) const {
    if (trim(expression).empty())
        return std::shared_ptr<const Bitmap>(std::shared_ptr<void>(), &present());  // owned by the table
    const std::string text(expression);
    if (const auto* kept = filters_.find(text)) return *kept;
    auto rows = where(expression, as_of_);
    if (!rows) return filters_.keep(text, error_of(rows));
    return filters_.keep(text, std::make_shared<const Bitmap>(std::move(*rows)));
}

Result<Bitmap> Leads::where(std::string_view expression, const AsOf& as_of) const {
    if (trim(expression).empty()) return present();
    const Result<Expression>& node = parsed(expression);
    if (!node) return error_of(node);
    Result<Bitmap> rows = evaluate(**node, *this, as_of);
    if (rows) *rows &= present();
    return rows;
}

Result<const Column*> Leads::column(std::string_view name, const AsOf& as_of) const {
    if (const auto column = table_->find(name)) return &table_->column(*column);
    if (const auto known = parse_role(name))
        if (const Column* column = role(*known)) return column;
    std::string key = fold(name);
    const bool usual = as_of.uniform() && as_of.instant() == as_of_;
    // One as of a date per lead is made anew each time; it takes the place of the one before.
    if (!usual) key += as_of.uniform() ? fmt::format("@{}", as_of.instant()) : "@each";
    if (usual) {
        if (const auto kept = pseudo_columns_.find(key); kept != pseudo_columns_.end()) return &kept->second;
    } else if (const Column* kept = as_of.uniform() ? dated_columns_.find(key) : nullptr) {
        return kept;
    }
    Result<Column> made = pseudo_column(*this, name, as_of);
    if (!made) return error_of(made);
    if (usual) return &pseudo_columns_.insert_or_assign(std::move(key), std::move(*made)).first->second;
    return &dated_columns_.keep(key, std::move(*made));
}

Result<Bitmap> Leads::predicate(const Predicate& predicate, const AsOf& as_of) const {
    if (const auto known = outcome_of(predicate.kind)) {
        const auto rows = outcome(*known);
        if (!rows) return error_of(rows);
        return **rows;
    }
    switch (predicate.kind) {
        case PredicateKind::open: {
            const auto rows = ended();
            if (!rows) return error_of(rows);
            return present() - **rows;
        }
        case PredicateKind::reached:
        case PredicateKind::at: {
            const auto all = stages();
            if (!all) return error_of(all);
            const auto stage = (*all)->index(predicate.name);
            if (!stage) return error_of(stage);
            if (predicate.kind == PredicateKind::reached) return (*all)->reached(*stage, as_of);
            const auto now = (*all)->now(as_of);
            if (!now) return error_of(now);
            return Bitmap::where(rows(), [&](std::size_t row) { return (*now)[row] == *stage; });
        }
        default:
            break;
    }
    if (predicate.kind == PredicateKind::qualified_at_hand_off)
        return derived<Qualification>().qualified_at_hand_off();
    const InProgress guard(in_progress_, "is " + fold(predicate.name));
    if (guard.circular()) return circular(predicate.name);
    if (const PlaybookSegment* segment = find_segment(*playbook_, predicate.name))
        return where(segment->when, as_of);
    return derived<Qualification>().qualifying(predicate.name, as_of);
}

Result<const Bitmap*> Leads::outcome(Outcome outcome) const {
    auto& slot = outcomes_[static_cast<std::size_t>(outcome)];
    if (!slot) {
        const InProgress guard(in_progress_, std::string(outcome_name(outcome)));
        if (guard.circular()) return circular(outcome_name(outcome));
        slot = evaluate_outcome(outcome);
    }
    if (!*slot) return error_of(*slot);
    return &**slot;
}

Result<Bitmap> Leads::evaluate_outcome(Outcome outcome) const {
    std::optional<Bitmap> agreed;
    for (const PlaybookOutcome& entry : playbook_->outcomes) {
        if (entry.outcome != outcome || trim(entry.when).empty()) continue;
        const auto rows = where(entry.when);
        if (!rows) return error_of(rows);
        if (agreed) {
            *agreed |= **rows;
        } else {
            agreed = **rows;
        }
    }
    if (agreed) return *agreed;

    // Nobody agreed on an expression: what the list itself says, in the words lead lists use.
    const Column* said = role(Role::outcome) ? role(Role::outcome) : role(Role::stage);
    Bitmap result(rows());
    if (said) {
        const Column::Keys& keys = said->keys();
        std::vector<bool> matches(keys.keys.size() + 1, false);
        for (std::size_t code = 1; code < matches.size(); ++code)
            matches[code] = recognise_outcome(keys.keys[code - 1]) == outcome;
        result = Bitmap::where(rows(), [&](std::size_t row) { return matches[keys.codes[row]]; });
    } else if (outcome == Outcome::won) {
        const auto all = stages();
        if (!all) return error_of(all);
        if ((*all)->count() > 0) result = (*all)->reached((*all)->count() - 1, as_of_);
    }
    const auto add_filled = [&](Role filled) {
        if (const Column* column = role(filled)) result |= Bitmap(column->blank()).flip();
    };
    if (outcome == Outcome::accepted) add_filled(Role::accepted);
    if (outcome == Outcome::rejected) add_filled(Role::rejected);
    return result &= present();
}

Result<const Bitmap*> Leads::ended() const {
    if (!ended_) {
        Bitmap result(rows());
        for (const Outcome end : {Outcome::won, Outcome::lost, Outcome::rejected, Outcome::disqualified}) {
            const auto rows = outcome(end);
            if (!rows) return error_of(rows);
            result |= **rows;
        }
        ended_ = std::move(result);
    }
    return &**ended_;
}

Result<const Stages*> Leads::stages() const {
    if (const auto made = derived_.find(typeid(Stages)); made != derived_.end() && made->second)
        return static_cast<const Stages*>(made->second.get());
    const InProgress guard(in_progress_, "the stages");
    if (guard.circular()) return circular("the stages");
    return &derived<Stages>();
}

const std::vector<Instant>& Leads::closed() const {
    if (closed_) return *closed_;
    std::vector<Instant> result(rows(), no_instant);
    if (const Column* column = role(Role::closed)) {
        const auto dates = column->as_instants();
        result.assign(dates.begin(), dates.end());
    }
    const auto all = stages();
    const auto won = outcome(Outcome::won);
    if (all && won && (*all)->count() > 0)
        (*won)->for_each([&](std::size_t row) {
            if (result[row] == no_instant)
                result[row] = (*all)->first_entry((*all)->count() - 1, row, earliest, inclusive_end(as_of_));
        });
    closed_ = std::move(result);
    return *closed_;
}

}  // namespace kakehashi
