#include "core/evidence/probability.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/evidence/stage_codes.hpp"
#include "core/expression/name_list.hpp"
#include "core/leads/leads.hpp"

namespace kakehashi {
namespace {

constexpr double smoothing = 0.1;

/// Whether the name means the stage a lead is at: the role, its header, or the pseudo column.
bool names_stage(const Leads& leads, std::string_view name) {
    if (const auto column = leads.table().find(name)) return column == leads.role_index(Role::stage);
    const std::string key = fold(name);
    return parse_role(name) == Role::stage || key == "stage" || key == "ステージ";
}

bool has_stages(const Leads& leads) {
    return leads.role(Role::stage) != nullptr || !leads.playbook().stages.empty();
}

Result<ProbabilityFields> default_fields(const Leads& leads) {
    ProbabilityFields fields;
    if (const Column* source = leads.role(Role::source)) fields.columns.push_back(source);
    fields.stage = has_stages(leads) && leads.derived<StageCodes>().sound();
    if (fields.columns.empty() && !fields.stage)
        return not_available({"The leads have neither a source nor a stage; name the fields to look at.",
                              "流入元の列もステージもありません。見る列を指定してください。"});
    return fields;
}

/// Won and not-won leads with a value, by its code.
struct ValueCounts {
    std::vector<double> won;
    std::vector<double> lost;

    explicit ValueCounts(std::size_t codes) : won(codes, 0.0), lost(codes, 0.0) {}
    void add(std::size_t code, bool is_won) { (is_won ? won : lost)[code] += 1.0; }
    bool seen(std::size_t code) const { return code != 0 && won[code] + lost[code] > 0.0; }

    /// The evidence of each value with these denominators.
    std::vector<double> evidence(double all_won, double all_lost) const {
        std::vector<double> result(won.size(), 0.0);
        for (std::size_t code = 1; code < result.size(); ++code)
            if (seen(code))
                result[code] = std::log((won[code] + smoothing) / all_won) -
                               std::log((lost[code] + smoothing) / all_lost);
        return result;
    }
};

std::vector<double> column_evidence(const Column& column, const Population& population) {
    const Column::Keys& keys = column.keys();
    ValueCounts counts(keys.keys.size() + 1);
    population.leads.for_each(
        [&](std::size_t row) { counts.add(keys.codes[row], population.won.test(row)); });
    double all_won = 0.0;
    double all_lost = 0.0;
    for (std::size_t code = 1; code < counts.won.size(); ++code) {
        if (!counts.seen(code)) continue;
        all_won += counts.won[code] + smoothing;
        all_lost += counts.lost[code] + smoothing;
    }
    return counts.evidence(all_won, all_lost);
}

std::vector<double> stage_evidence(const StageCodes& stages, const Population& population) {
    ValueCounts counts(stages.codes());
    population.leads.for_each([&](std::size_t row) {
        const bool won = population.won.test(row);
        const std::size_t furthest = stages.furthest(row);
        const bool ordered = furthest <= stages.stages();
        const std::size_t last = won ? stages.stages() : (ordered ? furthest : 0);
        for (std::size_t code = 1; code <= last; ++code) counts.add(code, won);
        if (!ordered) counts.add(furthest, won);
    });
    const auto won = static_cast<double>(population.won.count());
    const auto all = static_cast<double>(population.leads.count());
    return counts.evidence(won + smoothing, all - won + smoothing);
}

struct Judged {
    double probability;
    bool won;
};

/// Pairs of a won and a lost lead where the won one has the higher probability; ties count half (Mann and
/// Whitney 1947).
double won_above_lost(std::vector<Judged> judged) {
    std::ranges::sort(judged, {}, &Judged::probability);
    double pairs = 0.0;
    double lost_below = 0.0;
    for (auto group = judged.begin(); group != judged.end();) {
        const auto end = std::find_if(
            group, judged.end(), [&](const Judged& lead) { return lead.probability != group->probability; });
        const auto won =
            static_cast<double>(std::count_if(group, end, [](const Judged& l) { return l.won; }));
        const double lost = static_cast<double>(end - group) - won;
        pairs += won * (lost_below + 0.5 * lost);
        lost_below += lost;
        group = end;
    }
    return pairs;
}

/// The answer kept for a question, worked out at its first call. Only so many are kept.
template <class Kept, class Work>
auto answer_of(std::vector<Kept>& kept, const std::string& fields, const std::string& outcome, Work&& work) {
    constexpr std::size_t most_kept = 16;
    const auto question = std::pair(fields, outcome);
    const auto known = std::ranges::find(kept, question, &Kept::question);
    if (known != kept.end()) return known->answer;
    if (kept.size() == most_kept) kept.erase(kept.begin());
    kept.push_back({question, work()});
    return kept.back().answer;
}

}  // namespace

Result<ProbabilityFields> probability_fields(const Leads& leads, std::string_view names) {
    const std::vector<std::string> given = read_name_list(names);
    if (given.empty()) return default_fields(leads);
    ProbabilityFields fields;
    for (const std::string& name : given) {
        if (names_stage(leads, name)) {
            if (const auto& sound = leads.derived<StageCodes>().sound(); !sound) return error_of(sound);
            fields.stage = true;
            continue;
        }
        const auto column = leads.column(name);
        if (!column) return error_of(column);
        if (std::ranges::find(fields.columns, *column) == fields.columns.end())
            fields.columns.push_back(*column);
    }
    return fields;
}

ProbabilityModel::ProbabilityModel(const Leads& leads, ProbabilityFields fields, const Population& population)
    : fields_(std::move(fields)) {
    const auto won = static_cast<double>(population.won.count());
    const auto all = static_cast<double>(population.leads.count());
    prior_ = std::log(won + smoothing) - std::log(all - won + smoothing);
    for (const Column* column : fields_.columns) columns_.push_back(column_evidence(*column, population));
    if (!fields_.stage) return;
    stages_ = &leads.derived<StageCodes>();
    stage_ = stage_evidence(*stages_, population);
}

double ProbabilityModel::estimate(std::size_t row, std::uint32_t stage) const {
    double log_odds = prior_;
    for (std::size_t i = 0; i < columns_.size(); ++i)
        log_odds += columns_[i][fields_.columns[i]->keys().codes[row]];
    if (stage != 0) log_odds += stage_[stage];
    return std::clamp(1.0 / (1.0 + std::exp(-log_odds)), 0.0001, 0.9999);
}

double ProbabilityModel::probability(std::size_t row) const {
    return estimate(row, stages_ != nullptr ? stages_->now(row) : 0);
}

double ProbabilityModel::probability_at_hand_off(std::size_t row) const {
    return estimate(row, stages_ != nullptr ? stages_->at_hand_off(row) : 0);
}

Result<std::shared_ptr<const ProbabilityModel>> Probabilities::learn(const std::string& fields,
                                                                     const std::string& outcome) const {
    auto looked_at = probability_fields(leads_, fields);
    if (!looked_at) return error_of(looked_at);
    const auto known = population(leads_, outcome, {}, {});
    if (!known) return error_of(known);
    if (known->leads.none())
        return not_available({"There is no lead with a known result to learn from.",
                              "結果が分かっているリードがないため推定できません。"});
    return std::make_shared<const ProbabilityModel>(leads_, *std::move(looked_at), *known);
}

Result<PredictionQuality> Probabilities::judge(const std::string& fields, const std::string& outcome) const {
    auto looked_at = probability_fields(leads_, fields);
    if (!looked_at) return error_of(looked_at);
    const auto known = population(leads_, outcome, {}, {});
    if (!known) return error_of(known);
    const auto parts = hold_out(leads_, known->leads);
    if (!parts) return error_of(parts);
    const ProbabilityModel model(leads_, *std::move(looked_at),
                                 {parts->training, known->won & parts->training});
    PredictionQuality quality;
    std::vector<Judged> judged;
    parts->held_out.for_each([&](std::size_t row) {
        const double p = model.probability_at_hand_off(row);
        const bool won = known->won.test(row);
        judged.push_back({p, won});
        quality.won += won ? 1 : 0;
        quality.log_loss_sum -= std::log(won ? p : 1.0 - p);
        quality.squared_error_sum += won ? (1.0 - p) * (1.0 - p) : p * p;
    });
    quality.leads = judged.size();
    quality.won_above_lost = won_above_lost(std::move(judged));
    return quality;
}

Result<std::shared_ptr<const ProbabilityModel>> Probabilities::model(const std::string& fields,
                                                                     const std::string& outcome) const {
    return answer_of(models_, fields, outcome, [&] { return learn(fields, outcome); });
}

Result<PredictionQuality> Probabilities::quality(const std::string& fields,
                                                 const std::string& outcome) const {
    return answer_of(qualities_, fields, outcome, [&] { return judge(fields, outcome); });
}

}  // namespace kakehashi
