#include "core/goals/activity_log.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/playbook/form.hpp"
#include "core/table/table.hpp"

namespace kakehashi {
namespace {

using Columns = std::array<std::optional<std::size_t>, 4>;  // date, person, activity, count

Columns find_columns(const Table& log) {
    static constexpr Choice headers[] = {
        {"date", "day|when|activity date|日付|日時|活動日|実施日"},
        {"person", "who|owner|member|担当|担当者|氏名|名前|実施者"},
        {"activity", "what|activity type|活動|活動名|活動内容|活動種別|行動"},
        {"count", "number|quantity|times|件数|回数|数|数量"}};
    Columns columns;
    for (std::size_t i = 0; i < log.columns(); ++i) {
        const auto found = find_choice(headers, log.header(i));
        if (!found) continue;
        for (std::size_t part = 0; part < columns.size(); ++part)
            if (headers[part].name == *found && !columns[part]) columns[part] = i;
    }
    if (columns[0] && columns[2]) return columns;
    // Half a guess is worse than none: then all of them by position.
    for (std::size_t part = 0; part < columns.size(); ++part)
        columns[part] = part < log.columns() ? std::optional(part) : std::nullopt;
    return columns;
}

}  // namespace

void ActivityLog::Series::finish() {
    std::ranges::stable_sort(entries, {}, &std::pair<Instant, double>::first);
    double total = 0;
    for (auto& entry : entries) entry.second = total += entry.second;
}

double ActivityLog::Series::between(const DateRange& period) const {
    if (period.from > period.to) return 0;
    const auto total_before = [&](auto position) {
        return position == entries.begin() ? 0.0 : (position - 1)->second;
    };
    const auto dates = &std::pair<Instant, double>::first;
    const auto first = std::ranges::lower_bound(entries, period.from, {}, dates);
    const auto end = std::ranges::upper_bound(entries, period.to, {}, dates);
    return total_before(end) - total_before(first);
}

Result<ActivityColumns> activity_columns(const Table& log) {
    const Columns columns = find_columns(log);
    if (!columns[0] || !columns[2])
        return illegal_argument({"An activity log needs the columns date and activity.",
                                 "活動記録には日付と活動の列が必要です。"});
    return ActivityColumns{columns[0], columns[1], columns[2], columns[3]};
}

Result<ActivityLog> ActivityLog::read(const Table& log) {
    const auto columns = activity_columns(log);
    if (!columns) return error_of(columns);
    const auto dates = log.column(*columns->date).as_instants();
    const Column::Keys& activities = log.column(*columns->activity).keys();
    const Column::Keys* persons = columns->person ? &log.column(*columns->person).keys() : nullptr;
    const Column* counts = columns->count ? &log.column(*columns->count) : nullptr;

    ActivityLog result;
    std::vector<Activity*> by_code(activities.keys.size());
    for (std::size_t i = 0; i < by_code.size(); ++i)
        by_code[i] = &result.activities_[std::string(activities.keys[i])];
    for (std::size_t row = 0; row < log.rows(); ++row) {
        if (!log.present().test(row)) continue;
        const bool unsaid = counts == nullptr || counts->blank().test(row);
        const double count = unsaid ? 1.0 : counts->as_numbers()[row];
        if (dates[row] == no_instant || activities.codes[row] == 0 || !std::isfinite(count)) {
            ++result.left_out_;
            continue;
        }
        Activity& into = *by_code[activities.codes[row] - 1];
        into.all.entries.emplace_back(dates[row], count);
        if (persons != nullptr && persons->codes[row] != 0)
            into.by_person[std::string(persons->keys[persons->codes[row] - 1])].entries.emplace_back(
                dates[row], count);
    }
    for (auto& [name, one] : result.activities_) {
        one.all.finish();
        for (auto& [who, series] : one.by_person) series.finish();
    }
    return result;
}

const ActivityLog::Activity* ActivityLog::find(std::string_view activity) const {
    const auto found = activities_.find(fold(activity));
    return found == activities_.end() ? nullptr : &found->second;
}

double ActivityLog::count(std::string_view activity, std::span<const std::string> persons,
                          const DateRange& period) const {
    const Activity* found = find(activity);
    if (found == nullptr) return 0;
    if (persons.empty()) return found->all.between(period);
    double total = 0;
    for (auto who = persons.begin(); who != persons.end(); ++who) {
        if (std::find(persons.begin(), who, *who) != who) continue;  // named twice
        const auto series = found->by_person.find(*who);
        if (series != found->by_person.end()) total += series->second.between(period);
    }
    return total;
}

// The totals of a series grow only where something was done.
Instant ActivityLog::first(std::string_view activity) const {
    const Activity* found = find(activity);
    if (found == nullptr) return no_instant;
    for (const auto& [date, total] : found->all.entries)
        if (total > 0) return date;
    return no_instant;
}

Instant ActivityLog::last(std::string_view activity, Instant by) const {
    const Activity* found = find(activity);
    if (found == nullptr) return no_instant;
    const auto& entries = found->all.entries;
    auto entry = std::ranges::upper_bound(entries, by, {}, &std::pair<Instant, double>::first);
    for (; entry != entries.begin(); --entry) {
        const double before = entry - 1 == entries.begin() ? 0.0 : (entry - 2)->second;
        if ((entry - 1)->second > before) return (entry - 1)->first;
    }
    return no_instant;
}

}  // namespace kakehashi
