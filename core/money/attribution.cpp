#include "core/money/attribution.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "core/leads/leads.hpp"
#include "core/leads/needed_role.hpp"
#include "core/leads/stages.hpp"
#include "core/money/wins.hpp"
#include "core/support/parallel.hpp"
#include "core/support/statistics.hpp"

namespace kakehashi {
namespace {

constexpr std::size_t most_kept = 4;
constexpr std::size_t most_answers = 64;

/// What is asked of each won lead: arrays by row, empty where the question does not need them. Made before
/// threads begin, since nothing lazy is safe there.
class Wins {
  public:
    static Result<Wins> of(const Leads& leads, AttributionModel model, AttributionMeasure measure,
                           const DateRange& period) {
        auto won = wins(leads, period, leads.present());
        if (!won) return error_of(won);
        Wins result(std::move(*won), leads);
        if (measure == AttributionMeasure::value) {
            const auto amount = needed_role(leads, Role::amount);
            if (!amount) return error_of(amount);
            result.amounts_ = (*amount)->as_numbers();
        }
        if (model != AttributionModel::w_shaped && model != AttributionModel::full_path) return result;
        if (const Column* created = leads.role(Role::created)) result.created_ = created->as_instants();
        const auto stage = opportunity_stage(leads);
        if (!stage) return error_of(stage);
        if (!*stage) return result;
        result.opportunity_ = **stage;
        result.stages_ = &leads.derived<Stages>();
        return result;
    }

    bool won(std::size_t row) const { return won_.test(row); }
    /// NaN for a blank amount.
    double worth(std::size_t row) const { return amounts_.empty() ? 1.0 : amounts_[row]; }
    Markers markers(std::size_t row) const {
        Markers result;
        if (!created_.empty()) result.created = created_[row];
        if (stages_ != nullptr)
            result.opportunity = stages_->first_entry(opportunity_, row, earliest, known_);
        result.close = closed_[row];
        return result;
    }

  private:
    Wins(Bitmap won, const Leads& leads)
        : won_(std::move(won)), closed_(leads.closed()), known_(inclusive_end(leads.as_of())) {}

    Bitmap won_;
    std::span<const Instant> closed_;
    Instant known_;
    std::span<const double> amounts_;
    std::span<const Instant> created_;
    const Stages* stages_ = nullptr;
    std::size_t opportunity_ = 0;
};

/// Without those after the close.
std::span<const Touch> up_to(Instant close, std::span<const Touch> path) {
    if (close == no_instant) return path;
    while (!path.empty() && !not_before(close, path.back().instant)) path = path.first(path.size() - 1);
    return path;
}

}  // namespace

Result<Attribution::ByChannel> Attribution::attribute(const Touches& touches,
                                                      const std::vector<std::uint32_t>& rows,
                                                      const Question& question) const {
    const auto wins = Wins::of(leads_, question.model, question.measure, {question.from, question.to});
    if (!wins) return error_of(wins);
    std::vector<std::vector<Sum>> parts(row_parts(rows.size()), std::vector<Sum>(touches.channels().codes()));
    for_row_parts(rows.size(), [&](std::size_t part, std::size_t begin, std::size_t end) {
        AttributionShares shares(question.model);
        for (std::size_t id = begin; id < end; ++id) {
            if (rows[id] == Leads::no_row || !wins->won(rows[id])) continue;
            const double worth = wins->worth(rows[id]);
            if (std::isnan(worth)) continue;
            const Markers markers = wins->markers(rows[id]);
            const std::span<const Touch> path = up_to(markers.close, touches.of(id));
            if (path.empty()) continue;
            const std::span<const double> share = shares.of(path, markers);
            for (std::size_t i = 0; i < path.size(); ++i) parts[part][path[i].channel].add(share[i] * worth);
        }
    });
    ByChannel result;
    for (std::size_t channel = 0; channel < touches.channels().codes(); ++channel) {
        Sum total;
        for (const std::vector<Sum>& part : parts) total.add(part[channel]);
        result.push_back(total.total());
    }
    return result;
}

Result<Attribution::Kept*> Attribution::kept(const std::shared_ptr<const Touches>& touches) const {
    std::erase_if(kept_, [](const Kept& kept) { return kept.touches.expired(); });
    const auto known =
        std::ranges::find_if(kept_, [&](const Kept& kept) { return kept.touches.lock() == touches; });
    if (known != kept_.end()) {
        std::rotate(kept_.begin(), known, known + 1);
        return &kept_.front();
    }
    if (const auto ids = needed_role(leads_, Role::id); !ids) return error_of(ids);
    if (kept_.size() == most_kept) kept_.pop_back();
    kept_.insert(kept_.begin(), Kept{touches, leads_.rows_of(touches->ids()), {}});
    return &kept_.front();
}

Result<double> Attribution::of(const std::shared_ptr<const Touches>& touches, std::string_view channel,
                               AttributionModel model, AttributionMeasure measure,
                               const DateRange& period) const {
    const auto here = kept(touches);
    if (!here) return error_of(here);
    const auto code = touches->channels().code(channel);
    if (!code)
        return not_available({fmt::format("No touch has the channel \"{}\".", channel),
                              fmt::format("チャネル「{}」の接点がありません。", channel)});
    auto& answers = (*here)->answers;
    const Question question{model, measure, period.from, period.to};
    auto answer = answers.find(question);
    if (answer == answers.end()) {
        auto sums = attribute(*touches, (*here)->rows, question);
        if (!sums) return error_of(sums);
        if (answers.size() >= most_answers) answers.clear();
        answer = answers.emplace(question, std::move(*sums)).first;
    }
    return answer->second[*code];
}

}  // namespace kakehashi
