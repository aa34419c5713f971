#include "core/handoff/hand_off.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include "core/leads/advanced.hpp"
#include "core/leads/leads.hpp"
#include "core/leads/needed_role.hpp"
#include "core/leads/qualification.hpp"
#include "core/leads/stages.hpp"
#include "core/playbook/departments.hpp"
#include "core/support/statistics.hpp"
#include "core/table/choice.hpp"

namespace kakehashi {
namespace {

/// In the order of `HandOffMeasure`.
constexpr std::array<Choice, 11> measures = {{
    {"offered", "引き渡し|引渡し|引き渡し件数|引き渡し数"},
    {"accepted", "受け入れ|受入|受理|受け入れ件数|受入件数|受理件数"},
    {"rejected", "却下|却下件数"},
    {"pending", "未判断|保留|未判断件数|保留件数"},
    {"acceptance", "受け入れ率|受入率|受理率"},
    {"rejection", "却下率"},
    {"on time", "期限内|期限内率|期限内対応率"},
    {"response median", "応答時間の中央値|応答時間中央値|対応時間の中央値|対応時間中央値"},
    {"response p90", "応答時間の90%点|応答時間90%点|応答時間p90|対応時間の90%点|対応時間90%点|対応時間p90"},
    {"unready", "条件未達|条件未達件数|未達"},
    {"unready won rate", "条件未達の受注率|条件未達受注率|条件未達の成約率|条件未達成約率"},
}};

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Summaries are worth their memory only while they are few.
constexpr std::size_t most_summaries = 256;

bool is_of_sales(const PlaybookStage& stage) {
    return department_of(stage.owner) == Department::sales;
}

/// The first stage owned by sales; past the end if there is none.
std::size_t inbox(const Playbook& playbook) {
    const auto found = std::ranges::find_if(playbook.stages, is_of_sales);
    return static_cast<std::size_t>(found - playbook.stages.begin());
}

Result<double> share(std::size_t part, std::size_t whole) {
    if (whole == 0)
        return division_by_zero(
            {"There is no lead to take this share of.", "割合の分母となるリードがありません。"});
    return static_cast<double>(part) / static_cast<double>(whole);
}

Bitmap in_period(const Bitmap& rows, std::span<const Instant> dates, const DateRange& period) {
    return Bitmap::where(rows.size(),
                         [&](std::size_t row) { return rows.test(row) && period.contains(dates[row]); });
}

}  // namespace

Result<HandOffMeasure> parse_hand_off_measure(std::string_view name) {
    const auto index = choose(measures, name, {"measure", "指標"});
    if (!index) return error_of(index);
    return static_cast<HandOffMeasure>(*index);
}

Result<const HandOffs::Verdicts*> HandOffs::verdicts() const {
    if (!verdicts_) verdicts_ = make_verdicts();
    if (!*verdicts_) return error_of(*verdicts_);
    return &**verdicts_;
}

Result<HandOffs::Verdicts> HandOffs::make_verdicts() const {
    const auto handed_off = needed_role(leads_, Role::handed_off);
    if (!handed_off) return error_of(handed_off);
    const auto dates = (*handed_off)->as_instants();
    const Instant known = inclusive_end(leads_.as_of());
    Verdicts result{*handed_off, {}, {}, {}, {}};
    result.offered = Bitmap::where(
        leads_.rows(), [&](std::size_t row) { return dates[row] != no_instant && dates[row] <= known; });
    result.offered &= leads_.present();

    const auto rejected = leads_.outcome(Outcome::rejected);
    if (!rejected) return error_of(rejected);
    const auto accepted = leads_.outcome(Outcome::accepted);
    if (!accepted) return error_of(accepted);
    const auto won = leads_.outcome(Outcome::won);
    if (!won) return error_of(won);
    const auto further = advanced_in_sales(leads_);
    if (!further) return error_of(further);
    result.rejected = **rejected;
    result.accepted = (**accepted | **won | *further) - result.rejected;
    result.won = **won;
    return result;
}

Result<HandOffVerdict> HandOffs::verdict(std::size_t row) const {
    const auto all = verdicts();
    if (!all) return error_of(all);
    if ((*all)->rejected.test(row)) return HandOffVerdict::rejected;
    return (*all)->accepted.test(row) ? HandOffVerdict::accepted : HandOffVerdict::pending;
}

Result<const HandOffs::Responses*> HandOffs::responses() const {
    if (!responses_) responses_ = make_responses();
    if (!*responses_) return error_of(*responses_);
    return &**responses_;
}

Result<HandOffs::Responses> HandOffs::make_responses() const {
    const auto all = verdicts();
    if (!all) return error_of(all);
    const auto responded = needed_role(leads_, Role::responded);
    if (!responded) return error_of(responded);
    const auto starts = (*all)->handed_off->as_instants();
    const auto ends = (*responded)->as_instants();
    const Playbook& playbook = leads_.playbook();
    const Calendar calendar = working_calendar(playbook);
    const Instant known = inclusive_end(leads_.as_of());

    Responses result{
        std::vector<double>(leads_.rows(), nan), {}, Bitmap(leads_.rows()), Bitmap(leads_.rows())};
    if (const std::size_t first = inbox(playbook); first < playbook.stages.size())
        result.limit = playbook.stages[first].within_hours;
    const double limit = result.limit.value_or(0.0);
    (*all)->offered.for_each([&](std::size_t row) {
        const bool answered = ends[row] != no_instant && ends[row] <= known;
        if (answered && !not_before(ends[row], starts[row])) return;  // a data error
        if (answered) {
            result.hours[row] = calendar.working_hours_between(starts[row], ends[row]);
            result.judged.set(row);
            if (result.hours[row] <= limit) result.on_time.set(row);
        } else if (!(*all)->rejected.test(row) &&
                   calendar.working_hours_between(starts[row], known) > limit) {
            result.judged.set(row);
        }
    });
    return result;
}

/// Leads that met the playbook's first definition when they were handed off.
Result<const Bitmap*> HandOffs::ready() const {
    if (!ready_) ready_ = leads_.derived<Qualification>().qualified_at_hand_off();
    if (!*ready_) return error_of(*ready_);
    return &**ready_;
}

Result<const HandOffs::Summary*> HandOffs::summary(const DateRange& period, std::string_view where) const {
    std::tuple key{period.from, period.to, std::string(where)};
    if (const auto found = kept_.find(key); found != kept_.end()) return &found->second;
    const auto all = verdicts();
    if (!all) return error_of(all);
    const auto asked = leads_.where(where);
    if (!asked) return error_of(asked);
    Summary result;
    result.offered = in_period((*all)->offered & **asked, (*all)->handed_off->as_instants(), period);
    result.accepted = (result.offered & (*all)->accepted).count();
    result.rejected = (result.offered & (*all)->rejected).count();
    if (const auto times = responses()) {
        std::vector<double> hours;
        result.offered.for_each([&](std::size_t row) {
            if (!std::isnan((*times)->hours[row])) hours.push_back((*times)->hours[row]);
        });
        if (!hours.empty()) {
            result.median = quantile(hours, 0.5);
            result.p90 = quantile(hours, 0.9);
        }
    }
    if (kept_.size() >= most_summaries) kept_.clear();
    return &kept_.insert_or_assign(std::move(key), std::move(result)).first->second;
}

Result<double> HandOffs::response(const Summary& summary, HandOffMeasure measure) const {
    if (const auto times = responses(); !times) return error_of(times);
    const auto& hours = measure == HandOffMeasure::response_median ? summary.median : summary.p90;
    if (!hours)
        return not_available(
            {"No lead handed off has a response yet.", "引き渡したリードへの応答がまだありません。"});
    return *hours;
}

Result<double> HandOffs::on_time(const Summary& summary) const {
    const auto times = responses();
    if (!times) return error_of(times);
    if (!(*times)->limit)
        return not_available(
            {"No response limit is agreed: give the first stage owned by sales its within hours in [stages].",
             "応答の期限が決まっていません。[stages] で営業が担当する最初のステージに within hours "
             "を指定してください。"});
    return share((summary.offered & (*times)->on_time).count(), (summary.offered & (*times)->judged).count());
}

Result<double> HandOffs::unready(const Summary& summary, HandOffMeasure measure) const {
    const auto qualified = ready();
    if (!qualified) return error_of(qualified);
    const auto all = verdicts();
    if (!all) return error_of(all);
    const Bitmap rows = summary.offered - **qualified;
    if (measure == HandOffMeasure::unready) return static_cast<double>(rows.count());
    return share((rows & (*all)->won).count(), rows.count());
}

Result<double> HandOffs::figure(HandOffMeasure measure, const DateRange& period,
                                std::string_view where) const {
    const auto found = summary(period, where);
    if (!found) return error_of(found);
    const Summary& counts = **found;
    const std::size_t offered = counts.offered.count();
    const std::size_t decided = counts.accepted + counts.rejected;
    switch (measure) {
        case HandOffMeasure::offered:
            return static_cast<double>(offered);
        case HandOffMeasure::accepted:
            return static_cast<double>(counts.accepted);
        case HandOffMeasure::rejected:
            return static_cast<double>(counts.rejected);
        case HandOffMeasure::pending:
            return static_cast<double>(offered - decided);
        case HandOffMeasure::acceptance:
            return share(counts.accepted, decided);
        case HandOffMeasure::rejection:
            return share(counts.rejected, decided);
        case HandOffMeasure::on_time:
            return on_time(counts);
        case HandOffMeasure::response_median:
        case HandOffMeasure::response_p90:
            return response(counts, measure);
        default:
            return unready(counts, measure);
    }
}

Result<double> HandOffs::acceptance(const DateRange& period, const Bitmap& where) const {
    const auto all = verdicts();
    if (!all) return error_of(all);
    const Bitmap offered = in_period((*all)->offered & where, (*all)->handed_off->as_instants(), period);
    const std::size_t accepted = (offered & (*all)->accepted).count();
    return share(accepted, accepted + (offered & (*all)->rejected).count());
}

}  // namespace kakehashi
