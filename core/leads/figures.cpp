#include "core/leads/figures.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "core/leads/leads.hpp"
#include "core/support/statistics.hpp"

namespace kakehashi {
namespace {

std::vector<double> values_in(const Column& column, const Bitmap& rows) {
    std::vector<double> values;
    const auto numbers = column.as_numbers();
    rows.for_each([&](std::size_t row) {
        if (!std::isnan(numbers[row])) {
            values.push_back(numbers[row]);
        } else if (!column.codes().empty() && column.codes()[row] != 0) {
            if (const Instant date = column.as_instants()[row]; date != no_instant)
                values.push_back(serial_from_instant(date) - column.locale().null_date);
        }
    });
    return values;
}

double sum_in(const Column& column, const Bitmap& rows) {
    const auto numbers = column.as_numbers();
    Sum total;
    rows.for_each([&](std::size_t row) {
        if (!std::isnan(numbers[row])) total.add(numbers[row]);
    });
    return total.total();
}

double distinct_in(const Column& column, const Bitmap& rows) {
    const Column::Keys& keys = column.keys();
    std::vector<bool> seen(keys.keys.size() + 1, false);
    std::size_t count = 0;
    rows.for_each([&](std::size_t row) {
        if (keys.codes[row] == 0 || seen[keys.codes[row]]) return;
        seen[keys.codes[row]] = true;
        ++count;
    });
    return static_cast<double>(count);
}

/// `p10` -> 0.10
std::optional<double> percentile(std::string_view name) {
    if (name.size() < 2 || name.size() > 3 || name.front() != 'p') return std::nullopt;
    int percent = 0;
    const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), percent);
    if (error != std::errc() || end != name.data() + name.size() || percent < 1) return std::nullopt;
    return percent / 100.0;
}

/// The Japanese names that the texts mention mean the same.
std::string english_name(std::string name) {
    static constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"合計", "sum"}, {"平均", "mean"},      {"中央値", "median"},  {"最小", "min"},
        {"最大", "max"}, {"標準偏差", "stdev"}, {"種類数", "distinct"}};
    for (const auto& [japanese, english] : names)
        if (name == japanese) return std::string(english);
    return name;
}

tl::unexpected<CellError> nothing_there() {
    return not_available({"There is no number to take this of.", "対象となる数値がありません。"});
}

}  // namespace

Result<double> column_statistic(const Column& column, std::string_view statistic, const Bitmap& rows) {
    const std::string name = english_name(fold(statistic));
    if (name == "sum") return sum_in(column, rows);
    if (name == "distinct") return distinct_in(column, rows);
    std::optional<double> at = percentile(name);
    if (name == "median") at = 0.5;
    const bool known = at || name == "mean" || name == "min" || name == "max" || name == "stdev";
    if (!known)
        return illegal_argument(
            {fmt::format("\"{}\" is no statistic; known are sum, mean, median, min, max, stdev, distinct and "
                         "p1 … p99.",
                         statistic),
             fmt::format(
                 "「{}」は統計量ではありません。sum、mean、median、min、max、stdev、distinct、p1～p99 "
                 "が使えます。",
                 statistic)});
    std::vector<double> values = values_in(column, rows);
    if (name == "mean" || name == "stdev") {
        if (values.size() < (name == "mean" ? 1u : 2u))
            return division_by_zero({"There are too few numbers.", "数値が足りません。"});
        return name == "mean" ? sum(values) / static_cast<double>(values.size()) : sample_deviation(values);
    }
    if (values.empty()) return nothing_there();
    if (at) return quantile(values, *at);
    return name == "min" ? std::ranges::min(values) : std::ranges::max(values);
}

Result<ShownColumn> ShownColumn::find(const Leads& leads, std::string_view name) {
    const auto column = leads.column(name);
    if (!column) return error_of(column);
    bool dates = false;
    for (const Role role :
         {Role::created, Role::closed, Role::handed_off, Role::responded, Role::accepted, Role::rejected})
        dates = dates || leads.role(role) == *column;
    for (const PlaybookStage& stage : leads.playbook().stages)
        if (const auto index = leads.table().find(stage.column.empty() ? stage.stage : stage.column))
            dates = dates || &leads.table().column(*index) == *column;
    return ShownColumn(**column, dates);
}

std::string ShownColumn::text(std::size_t row) const {
    const bool is_number = !column_->numbers().empty() && !std::isnan(column_->numbers()[row]);
    if (dates_ && is_number)
        if (const Instant instant = column_->as_instants()[row]; instant != no_instant)
            return format_instant(instant);
    return column_->text(row);
}

std::vector<Group> groups(const ShownColumn& column, const Bitmap& rows) {
    const Column::Keys& keys = column.column().keys();
    struct Counted {
        std::size_t count = 0;
        std::size_t first_row = 0;
        std::uint32_t code = 0;
    };
    std::vector<Counted> counted(keys.keys.size() + 1);
    rows.for_each([&](std::size_t row) {
        Counted& group = counted[keys.codes[row]];
        if (group.count++ == 0) {
            group.first_row = row;
            group.code = keys.codes[row];
        }
    });
    std::erase_if(counted, [](const Counted& group) { return group.count == 0; });
    const auto key = [&](const Counted& group) {
        return group.code == 0 ? std::string_view("(blank)") : std::string_view(keys.keys[group.code - 1]);
    };
    std::ranges::sort(counted, [&](const Counted& a, const Counted& b) {
        return a.count != b.count ? a.count > b.count : key(a) < key(b);
    });
    std::vector<Group> result;
    for (const Counted& group : counted)
        result.push_back({group.code == 0 ? "(blank)" : column.text(group.first_row), group.count});
    return result;
}

Result<std::vector<std::size_t>> ordered_rows(const Leads& leads, const Bitmap& rows,
                                              std::string_view order) {
    std::vector<std::size_t> result;
    rows.for_each([&](std::size_t row) { result.push_back(row); });
    std::string_view name = trim(order);
    if (name.empty()) return result;

    bool descending = false;
    if (const auto blank = name.find_last_of(" \t]"); blank != std::string_view::npos) {
        const std::string direction = fold(name.substr(blank + 1));
        if (direction == "desc" || direction == "asc" || direction == "降順" || direction == "昇順") {
            descending = direction == "desc" || direction == "降順";
            name = trim(name.substr(0, name[blank] == ']' ? blank + 1 : blank));
        }
    }
    if (name.size() > 1 && name.front() == '[' && name.back() == ']') name = name.substr(1, name.size() - 2);
    const auto found = leads.column(name);
    if (!found) return error_of(found);

    const Column& column = **found;
    const auto numbers = column.as_numbers();
    const auto rank = [&](std::size_t row) {
        return !std::isnan(numbers[row]) ? 0 : column.codes().empty() || column.codes()[row] == 0 ? 2 : 1;
    };
    std::ranges::stable_sort(result, [&](std::size_t a, std::size_t b) {
        const int rank_a = rank(a);
        const int rank_b = rank(b);
        if (rank_a != rank_b) return rank_a < rank_b;
        if (rank_a == 0) return descending ? numbers[a] > numbers[b] : numbers[a] < numbers[b];
        if (rank_a == 2) return false;
        const std::string_view text_a = column.dictionary().folded(column.codes()[a]);
        const std::string_view text_b = column.dictionary().folded(column.codes()[b]);
        return descending ? text_a > text_b : text_a < text_b;
    });
    return result;
}

}  // namespace kakehashi
