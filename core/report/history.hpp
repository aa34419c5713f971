// The frozen weekly figures: which rows of the history a week's figures replace, and which are new.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kakehashi::report {

/// What tells one frozen figure from another.
struct HistoryKey {
    std::string week;
    std::string section;
    std::string figure;
    friend bool operator==(const HistoryKey&, const HistoryKey&) = default;
};

/// For each wanted key the row that has it (the last of equal ones), compared as text; nothing: a new row.
std::vector<std::optional<std::size_t>> history_places(const std::vector<HistoryKey>& rows,
                                                       const std::vector<HistoryKey>& wanted);

}  // namespace kakehashi::report
