#include "core/sheet/merge.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kakehashi::sheet {
namespace {

std::size_t count(const Insertion& insertion) {
    return static_cast<std::size_t>(insertion.count);
}

}  // namespace

Places place_columns(const std::vector<std::string>& wanted, const std::vector<std::string>& headers,
                     int first, const Record& record) {
    Places places(wanted.size(), missing);
    std::set<int> taken;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        for (std::size_t j = 0; j < headers.size() && places[i] == missing; ++j) {
            const int column = first + static_cast<int>(j);
            if (headers[j] == wanted[i] && taken.insert(column).second) places[i] = column;
        }
    for (std::size_t i = 0; i < wanted.size() && i < record.columns.size(); ++i)
        if (places[i] == missing && record.columns[i] && taken.insert(*record.columns[i]).second)
            places[i] = *record.columns[i];
    return places;
}

TableRows place_rows(const std::vector<Key>& wanted, const std::vector<std::string>& keys, int first,
                     const Record& record) {
    TableRows result{Places(wanted.size(), missing), {}};
    if (wanted.empty() || keys.empty()) return result;
    result.rows[0] = first;
    std::map<std::string_view, std::vector<int>> standing;  // the last one first
    for (std::size_t i = keys.size() - 1; i > 0; --i)
        standing[keys[i]].push_back(first + static_cast<int>(i));
    for (std::size_t i = 1; i < wanted.size(); ++i) {
        if (wanted[i].is_formula && i < record.rows.size()) result.rows[i] = record.rows[i].value_or(missing);
        const auto found = standing.find(wanted[i].text);
        if (wanted[i].text.empty() || found == standing.end() || found->second.empty()) continue;
        result.rows[i] = found->second.back();
        found->second.pop_back();
    }
    for (const auto& [key, rows] : standing)
        if (!key.empty() && record.has_key(key))
            result.dropped.insert(result.dropped.end(), rows.begin(), rows.end());
    std::sort(result.dropped.begin(), result.dropped.end());
    return result;
}

Places place_cells(std::size_t wanted, int first, int size, const std::vector<std::optional<int>>& recorded) {
    Places places(wanted, missing);
    // Without the row or column that the references lie in, all are gone: then one after the other.
    const bool none =
        std::none_of(recorded.begin(), recorded.end(), [](const auto& place) { return place.has_value(); });
    for (std::size_t i = 0; i < wanted; ++i) {
        if (!none && i < recorded.size())
            places[i] = recorded[i].value_or(missing);
        else if (none && static_cast<int>(i) < size)
            places[i] = first + static_cast<int>(i);
    }
    return places;
}

std::vector<Insertion> insertions(const Places& rows, const std::vector<bool>& skip, int first) {
    std::vector<Insertion> list;
    int before = first;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] != missing) {
            before = rows[i] + 1;
        } else if (i >= skip.size() || !skip[i]) {
            if (!list.empty() && list.back().before == before && list.back().first + count(list.back()) == i)
                ++list.back().count;
            else
                list.push_back({before, 1, i});
        }
    }
    // Of two before the same row the later comes first: the earlier then pushes it down.
    std::stable_sort(list.begin(), list.end(),
                     [](const Insertion& a, const Insertion& b) { return a.before < b.before; });
    std::reverse(list.begin(), list.end());
    return list;
}

void shift(Places& rows, int before, int count) {
    for (int& row : rows) {
        if (row == missing || row < before) continue;
        if (count < 0 && row < before - count)
            row = missing;
        else
            row += count;
    }
}

}  // namespace kakehashi::sheet
