#include "core/imports/stage_proposal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

#include <fmt/format.h>

#include "core/imports/metric_successors.hpp"
#include "core/imports/stage_words.hpp"
#include "core/leads/outcomes.hpp"
#include "core/support/thousands.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::imports {
namespace {

constexpr std::size_t most_stages = 40;  // more different values are no stages
constexpr std::size_t enough_rows = 10;  // to believe that a list shows the whole way

struct Value {
    std::string name;
    std::size_t rows = 0;
    double likelihood = 0;  // sum over rows that have one
    std::size_t with_likelihood = 0;
    std::optional<Outcome> outcome;
};

std::optional<std::size_t> column_of(const Mapping& mapping, Role role) {
    for (std::size_t column = 0; column < mapping.size(); ++column)
        if (mapping[column].role == role && mapping[column].match != Match::left_out) return column;
    return std::nullopt;
}

class Proposer {
  public:
    Proposer(const Source& source, const Mapping& mapping, const Table* table, const Playbook& playbook,
             Language language)
        : source_(source), mapping_(mapping), table_(table), playbook_(playbook), language_(language) {}

    std::optional<StageProposal> propose() {
        const auto column = column_of(mapping_, Role::stage);
        if (!column || source_.rows() == 0) return std::nullopt;
        stage_header_ = mapping_[*column].header;
        count_values(*column);
        if (values_.empty() || values_.size() > most_stages) return std::nullopt;
        find_unknown();
        change_outcomes();
        if (result_.unknown.empty() && result_.outcomes.empty()) return std::nullopt;
        if (result_.unknown.empty()) {
            result_.stages = playbook_.stages;
            result_.metrics = playbook_.metrics;
        } else if (own_way()) {
            replace_stages();
            auto followed = follow_stages(playbook_, result_.stages, result_.opportunity_stage);
            result_.metrics = std::move(followed.metrics);
            result_.open_metrics = std::move(followed.open);
        } else {
            insert_stages();
            result_.metrics = playbook_.metrics;
        }
        for (const Value& value : values_) result_.found.emplace_back(value.name, value.rows);
        std::ranges::stable_sort(result_.found, std::ranges::greater{},
                                 &std::pair<std::string, std::size_t>::second);
        return std::move(result_);
    }

  private:
    void count_values(std::size_t column) {
        const auto likelihood = likelihood_column();
        std::unordered_map<std::string, std::size_t> places;
        for (std::size_t row = 0; row < source_.rows(); ++row) {
            const std::string_view text = trim(source_.text(row, column));
            if (text.empty()) continue;
            const auto [place, is_new] = places.try_emplace(std::string(text), values_.size());
            if (is_new) {
                if (values_.size() > most_stages) return;
                values_.push_back({std::string(text), 0, 0, 0, recognise_outcome(text)});
            }
            Value& value = values_[place->second];
            ++value.rows;
            if (!likelihood) continue;
            const ImportedValue cell = source_.value(row, *likelihood);
            if (const double* number = std::get_if<double>(&cell)) {
                value.likelihood += *number;
                ++value.with_likelihood;
            }
        }
    }

    std::optional<std::size_t> likelihood_column() const {
        for (std::size_t column = 0; column < source_.layout.headers.size(); ++column) {
            const std::string header = fold_header(source_.layout.headers[column]);
            for (const std::string_view name :
                 {"probability", "probability(%)", "確度", "確度(%)", "deal-probability"})
                if (header == fold_header(name)) return column;
        }
        return std::nullopt;
    }

    bool is_open(const Value& value) const {
        return !value.outcome || *value.outcome == Outcome::accepted || *value.outcome == Outcome::recycled;
    }

    /// A stage counts by its dates, by an expression, or by the list's own column.
    bool counts(const PlaybookStage& stage) const {
        if (!trim(stage.when).empty() || trim(stage.column).empty()) return true;
        return has_data(stage.column);
    }
    bool has_data(std::string_view header) const {
        const std::string folded = fold_header(header);
        for (std::size_t column = 0; column < mapping_.size(); ++column) {
            if (fold_header(mapping_[column].header) != folded) continue;
            for (std::size_t row = 0; row < source_.rows(); ++row)
                if (!trim(source_.text(row, column)).empty()) return true;
        }
        if (table_ == nullptr) return false;
        const auto column = table_->find(header);
        return column && table_->column(*column).blank().count() < table_->rows();
    }

    const PlaybookStage* stage_named(std::string_view name) const {
        const std::string folded = fold_header(name);
        for (const PlaybookStage& stage : playbook_.stages)
            if (fold_header(stage.stage) == folded) return &stage;
        return nullptr;
    }

    void find_unknown() {
        for (const Value& value : values_) {
            if (!is_open(value)) continue;
            const PlaybookStage* known = stage_named(value.name);
            if (known == nullptr || !counts(*known)) result_.unknown.push_back(value.name);
        }
    }

    /// `won` and the like: the expression must name the word the list uses.
    void change_outcomes() {
        for (const Value& value : values_) {
            if (is_open(value)) continue;
            const std::string quoted = fmt::format("[{}] = \"{}\"", stage_header_, value.name);
            auto changed = std::ranges::find(result_.outcomes, *value.outcome, &PlaybookOutcome::outcome);
            if (changed == result_.outcomes.end()) {
                const auto agreed =
                    std::ranges::find(playbook_.outcomes, *value.outcome, &PlaybookOutcome::outcome);
                if (agreed == playbook_.outcomes.end()) {
                    result_.outcomes.push_back({*value.outcome, quoted});
                    continue;
                }
                if (mentions(agreed->when, value.name)) continue;
                result_.outcomes.push_back(*agreed);
                changed = result_.outcomes.end() - 1;
            } else if (mentions(changed->when, value.name)) {
                continue;
            }
            changed->when += (language_ == Language::japanese ? " または " : " or ") + quoted;
        }
    }
    /// The stage column compared with that very word, in quotes or not.
    bool mentions(std::string_view expression, std::string_view word) const {
        const std::string text = fold(expression);
        const std::string wanted = fold(word);
        if (text.find(fold(stage_header_)) == text.npos) return false;
        for (std::size_t at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1)) {
            const char before = at == 0 ? ' ' : text[at - 1];
            const char after = at + wanted.size() == text.size() ? ' ' : text[at + wanted.size()];
            const std::string_view ends = " ,()\"=";
            if (ends.find(before) != ends.npos && ends.find(after) != ends.npos) return true;
        }
        return false;
    }

    bool own_way() const {
        std::size_t rows = 0;
        for (const Value& value : values_) rows += value.rows;
        return result_.unknown.size() >= 2 && rows >= enough_rows;
    }

    // --- a list with its own way

    std::vector<std::string> open_names() const {
        std::vector<std::string> names;
        std::vector<double> likelihood;
        for (const Value& value : values_) {
            if (!is_open(value)) continue;
            names.push_back(value.name);
            likelihood.push_back(value.with_likelihood == 0
                                     ? std::numeric_limits<double>::quiet_NaN()
                                     : value.likelihood / static_cast<double>(value.with_likelihood));
        }
        std::vector<std::string> sorted;
        for (const std::size_t i : order_of_stages(names, likelihood)) sorted.push_back(names[i]);
        return sorted;
    }

    double rank_of(std::string_view name, double otherwise) const {
        return rank_of_stage(name).value_or(otherwise);
    }

    void replace_stages() {
        const std::string in_list = fmt::format("[{}] is not empty", stage_header_);
        const PlaybookStage won = won_stage();
        double last = 0;
        for (const std::string& name : open_names()) {
            last = std::max(last, rank_of(name, std::max(last, first_opportunity)));
            PlaybookStage stage;
            if (const PlaybookStage* known = stage_named(name)) stage = *known;
            stage.stage = name;
            stage.owner = last < first_of_sales ? marketing() : sales();
            stage.column = date_column(name);
            stage.when.clear();
            result_.stages.push_back(std::move(stage));
        }
        keep_dated_stages(won);
        result_.stages.push_back(won);
        PlaybookStage& first = result_.stages.front();
        // Whoever is in the list has entered it. Without a date such an entry would hide the dates of the
        // stages behind it, by which the leads that went on have passed this one: then the list's own word is
        // enough.
        if (first.column.empty()) first.column = created_column();
        const bool dated_behind =
            std::any_of(result_.stages.begin() + 1, result_.stages.end() - 1,
                        [](const PlaybookStage& stage) { return !trim(stage.column).empty(); });
        if (!first.column.empty() || !dated_behind) first.when = in_list;
        for (PlaybookStage& stage : result_.stages) tell_from_column(stage);
        result_.opportunity_stage = opportunity();
    }

    /// A stage without a date is the list's own word, unless a column of that name is there: its blank cells
    /// would be taken for the dates.
    void tell_from_column(PlaybookStage& stage) const {
        if (!stage.column.empty() || !stage.when.empty()) return;
        const bool same_name = table_ != nullptr && table_->find(stage.stage).has_value();
        if (same_name) stage.when = fmt::format("[{}] = \"{}\"", stage_header_, stage.stage);
    }

    /// Stages that both departments had agreed on and that have dates, though this list does not name them.
    void keep_dated_stages(const PlaybookStage& won) {
        const std::string created = header_of(Role::created);
        for (const PlaybookStage& stage : playbook_.stages) {
            const bool dated = !trim(stage.column).empty() && trim(stage.when).empty() &&
                               fold_header(stage.column) != fold_header(created) && has_data(stage.column);
            const auto same = [&](const PlaybookStage& other) {
                return fold_header(other.stage) == fold_header(stage.stage) || other.column == stage.column;
            };
            if (!dated || same(won) || std::ranges::any_of(result_.stages, same)) continue;
            put_in_place(stage);
        }
    }

    void put_in_place(const PlaybookStage& stage) {
        const double rank = rank_of(stage.stage, first_opportunity);
        const auto later = std::ranges::find_if(
            result_.stages, [&](const PlaybookStage& other) { return rank_of(other.stage, 0) > rank; });
        result_.stages.insert(later, stage);
    }

    /// The stage of those who bought, under the list's word for it.
    PlaybookStage won_stage() const {
        PlaybookStage won;
        for (const PlaybookStage& stage : playbook_.stages)
            if (recognise_outcome(stage.stage) == Outcome::won || &stage == &playbook_.stages.back())
                won = stage;
        const Value* most = nullptr;
        for (const Value& value : values_)
            if (value.outcome == Outcome::won && (most == nullptr || value.rows > most->rows)) most = &value;
        if (most != nullptr) won.stage = most->name;
        if (won.stage.empty()) won.stage = language_ == Language::japanese ? "受注" : "Won";
        if (won.owner.empty()) won.owner = sales();
        if (won.column.empty()) won.column = header_of(Role::closed);
        won.when = language_ == Language::japanese ? "受注" : "won";
        return won;
    }

    std::string date_column(std::string_view stage) const {
        for (std::size_t column = 0; column < mapping_.size(); ++column) {
            const ColumnKind kind = source_.columns[column].kind;
            const bool dates = kind == ColumnKind::date || kind == ColumnKind::date_time;
            if (dates && mapping_[column].match != Match::left_out &&
                names_stage(source_.layout.headers[column], stage))
                return mapping_[column].header;
        }
        return {};
    }
    /// The list's date of creation, unless it is the date of another stage.
    std::string created_column() const {
        const std::string created = header_of(Role::created);
        const bool used = std::ranges::any_of(
            result_.stages, [&](const PlaybookStage& stage) { return stage.column == created; });
        return used ? std::string() : created;
    }
    std::string header_of(Role role) const {
        const auto column = column_of(mapping_, role);
        return column ? mapping_[*column].header : std::string();
    }

    std::string opportunity() const {
        const std::string old = playbook_.opportunity_stage;
        for (const PlaybookStage& stage : result_.stages)
            if (!old.empty() && fold_header(stage.stage) == fold_header(old)) return {};
        for (const PlaybookStage& stage : result_.stages)
            if (rank_of(stage.stage, 0) >= first_opportunity) return stage.stage;
        return result_.stages.front().stage;
    }

    std::string marketing() const { return language_ == Language::japanese ? "マーケティング" : "marketing"; }
    std::string sales() const { return language_ == Language::japanese ? "営業" : "sales"; }

    // --- one more stage

    void insert_stages() {
        result_.stages = playbook_.stages;
        for (const std::string& name : open_names()) {
            if (std::ranges::find(result_.unknown, name) == result_.unknown.end()) continue;
            if (PlaybookStage* known = find(name)) {
                // The playbook knows it by a date the list does not have: the list's own word counts as well.
                known->when =
                    fmt::format("[{}] = \"{}\" or [{}] is not empty", stage_header_, name, known->column);
                continue;
            }
            PlaybookStage stage;
            stage.stage = name;
            const double rank = rank_of(name, first_opportunity);
            stage.owner = rank < first_of_sales ? marketing() : sales();
            stage.column = date_column(name);
            put_in_place(stage);
        }
    }
    PlaybookStage* find(std::string_view name) {
        for (PlaybookStage& stage : result_.stages)
            if (fold_header(stage.stage) == fold_header(name)) return &stage;
        return nullptr;
    }

    const Source& source_;
    const Mapping& mapping_;
    const Table* table_;
    const Playbook& playbook_;
    Language language_;
    std::string stage_header_;
    std::vector<Value> values_;
    StageProposal result_;
};

}  // namespace

std::optional<StageProposal> propose_stages(const Source& source, const Mapping& mapping, const Table* table,
                                            const Playbook& playbook, Language language) {
    return Proposer(source, mapping, table, playbook, language).propose();
}

Text describe(const StageProposal& proposal, bool applied) {
    std::string found;
    for (const auto& [name, rows] : proposal.found)
        found += fmt::format("{}{} {}", found.empty() ? "" : ", ", name, thousands(rows));
    std::vector<std::string> stages;
    for (const PlaybookStage& stage : proposal.stages) stages.push_back(stage.stage);
    if (!applied)
        return {
            fmt::format(
                "The playbook is signed and was not changed, but it does not count these stages of the "
                "list: {} (the list has {}).",
                fmt::join(proposal.unknown, ", "), found),
            fmt::format("プレイブックは合意済みのため変更していませんが、一覧の次のステージが数えられません: "
                        "{}（一覧の内訳: {}）。",
                        fmt::join(proposal.unknown, "、"), found)};
    Text text{fmt::format("The playbook's stages now follow the list: {} (the list has {}).",
                          fmt::join(stages, " → "), found),
              fmt::format("プレイブックのステージを一覧に合わせました: {}（一覧の内訳: {}）。",
                          fmt::join(stages, " → "), found)};
    if (!proposal.open_metrics.empty()) {
        text.en += fmt::format(
            " These metrics counted stages the list does not have and wait for a new formula in [metrics] of "
            "the playbook: {}.",
            fmt::join(proposal.open_metrics, ", "));
        text.ja += fmt::format(
            "次の指標は一覧にないステージを数えていたため、式を空にしました。プレイブックの［指標］に入力して"
            "く"
            "ださい: {}。",
            fmt::join(proposal.open_metrics, "、"));
    }
    return text;
}

}  // namespace kakehashi::imports
