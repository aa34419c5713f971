#include "core/report/history.hpp"

#include <map>

#include "core/table/reading.hpp"

namespace kakehashi::report {
namespace {

std::string folded(const HistoryKey& key) {
    return fold(key.week) + '\n' + fold(key.section) + '\n' + fold(key.figure);
}

}  // namespace

std::vector<std::optional<std::size_t>> history_places(const std::vector<HistoryKey>& rows,
                                                       const std::vector<HistoryKey>& wanted) {
    std::map<std::string, std::size_t> places;
    for (std::size_t row = 0; row < rows.size(); ++row) places[folded(rows[row])] = row;
    std::vector<std::optional<std::size_t>> result;
    for (const HistoryKey& key : wanted) {
        const auto found = places.find(folded(key));
        result.push_back(found == places.end() ? std::nullopt : std::optional(found->second));
    }
    return result;
}

}  // namespace kakehashi::report
