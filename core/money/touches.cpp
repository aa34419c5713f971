#include "core/money/touches.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "core/leads/leads.hpp"
#include "core/leads/needed_role.hpp"
#include "core/leads/stages.hpp"
#include "core/money/side_table.hpp"

namespace kakehashi {
namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);
constexpr std::string_view blank_channel = "(blank)";  // as LEAD.GROUPS calls it

/// The lead of each touch: one look-up per different id.
std::vector<std::size_t> leads_of(const Column& ids, const Leads& leads) {
    const auto row_of = [&](const std::string& id) { return leads.row_of(id).value_or(nobody); };
    std::vector<std::size_t> by_code(ids.dictionary().size() + 1, nobody);
    for (Dictionary::Code code = 1; code < by_code.size(); ++code)
        by_code[code] = row_of(ids.dictionary().text(code));
    std::unordered_map<double, std::size_t> by_number;
    std::vector<std::size_t> result(ids.size(), nobody);
    for (std::size_t touch = 0; touch < result.size(); ++touch) {
        if (!ids.codes().empty() && ids.codes()[touch] != 0) {
            result[touch] = by_code[ids.codes()[touch]];
        } else if (!ids.numbers().empty() && !std::isnan(ids.numbers()[touch])) {
            const auto [entry, is_new] = by_number.try_emplace(ids.numbers()[touch], nobody);
            if (is_new) entry->second = row_of(format_number(entry->first));
            result[touch] = entry->second;
        }
    }
    return result;
}

bool same_number(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// Whether two columns were read from the same cells.
bool same_cells(const Column& a, const Column& b) {
    if (&a == &b) return true;
    if (a.size() != b.size() || a.dictionary().size() != b.dictionary().size()) return false;
    if (!(a.locale() == b.locale()) || !std::ranges::equal(a.codes(), b.codes())) return false;
    if (!std::ranges::equal(a.numbers(), b.numbers(), same_number)) return false;
    for (Dictionary::Code code = 1; code <= a.dictionary().size(); ++code)
        if (a.dictionary().text(code) != b.dictionary().text(code)) return false;
    return true;
}

}  // namespace

Result<std::vector<std::string>> channels_of(const Table& touches) {
    const auto column = side_column(touches, SideColumn::channel);
    if (!column) return error_of(column);
    const Column::Keys& keys = (*column)->keys();
    std::vector<std::size_t> counts(keys.keys.size() + 1, 0);
    touches.present().for_each([&](std::size_t touch) { ++counts[keys.codes[touch]]; });
    std::vector<std::size_t> codes;
    for (std::size_t code = 0; code < counts.size(); ++code)
        if (counts[code] > 0) codes.push_back(code);
    if (codes.empty()) return not_available({"There are no touches.", "タッチがありません。"});
    const auto key = [&](std::size_t code) { return code == 0 ? blank_channel : keys.keys[code - 1]; };
    std::ranges::sort(codes, [&](std::size_t a, std::size_t b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : key(a) < key(b);
    });
    std::vector<std::string> names;
    for (const std::size_t code : codes) names.emplace_back(code == 0 ? blank_channel : keys.texts[code - 1]);
    return names;
}

Result<Touches> Touches::join(std::shared_ptr<const Table> table, const Leads& leads) {
    const auto id = side_column(*table, SideColumn::id);
    if (!id) return error_of(id);
    const auto date = side_column(*table, SideColumn::date);
    if (!date) return error_of(date);
    const auto channel = side_column(*table, SideColumn::channel);
    if (!channel) return error_of(channel);
    if (const auto ids = needed_role(leads, Role::id); !ids) return error_of(ids);
    const auto won = leads.outcome(Outcome::won);
    if (!won) return error_of(won);
    Touches result(std::move(table), **id, **date, **channel);

    std::vector<std::size_t> rows = leads_of(**id, leads);
    const auto dates = (*date)->as_instants();
    const std::vector<Instant>& closed = leads.closed();
    for (std::size_t touch = 0; touch < rows.size(); ++touch) {
        const std::size_t row = rows[touch];
        if (row == nobody) continue;
        const bool counts = (*won)->test(row) && dates[touch] != no_instant &&
                            (closed[row] == no_instant || not_before(closed[row], dates[touch]));
        if (!counts) rows[touch] = nobody;
    }
    result.place(rows, leads);
    return result;
}

/// By lead, and each lead's by date; those at the same instant stay as they are.
void Touches::place(const std::vector<std::size_t>& row_of_touch, const Leads& leads) {
    const auto dates = date_->as_instants();
    const Column::Keys& channels = channel_->keys();
    std::vector<std::size_t> next(leads.rows(), 0);
    for (const std::size_t row : row_of_touch)
        if (row != nobody) ++next[row];
    ends_.push_back(0);
    for (std::size_t row = 0; row < next.size(); ++row) {
        if (next[row] == 0) continue;
        rows_.push_back(row);
        ends_.push_back(ends_.back() + next[row]);
        next[row] = ends_[ends_.size() - 2];
    }
    touches_.resize(ends_.back());
    for (std::size_t touch = 0; touch < row_of_touch.size(); ++touch)
        if (const std::size_t row = row_of_touch[touch]; row != nobody)
            touches_[next[row]++] = {dates[touch], channels.codes[touch]};
    for (std::size_t i = 0; i < rows_.size(); ++i)
        std::stable_sort(touches_.begin() + static_cast<std::ptrdiff_t>(ends_[i]),
                         touches_.begin() + static_cast<std::ptrdiff_t>(ends_[i + 1]),
                         [](const Touch& a, const Touch& b) { return a.instant < b.instant; });
}

bool Touches::same_as(const Table& other) const {
    if (table_.get() == &other) return true;
    const auto id = side_column(other, SideColumn::id);
    const auto date = side_column(other, SideColumn::date);
    const auto channel = side_column(other, SideColumn::channel);
    return id && date && channel && same_cells(*channel_, **channel) && same_cells(*date_, **date) &&
           same_cells(*id_, **id);
}

std::optional<std::uint32_t> Touches::channel(std::string_view name) const {
    const Column::Keys& keys = channel_->keys();
    const std::string wanted = fold(name);
    if (const std::uint32_t code = keys.find(wanted); code != 0) return code;
    const Bitmap blank = channel_->blank() & table_->present();
    if (wanted == blank_channel && !blank.none()) return 0;
    return std::nullopt;
}

std::size_t Touches::channel_codes() const {
    return channel_->keys().keys.size() + 1;
}

}  // namespace kakehashi
