// What people set under Tools > Options > Kakehashi. Commands and the panel follow it, functions never do:
// two people with the same file see the same numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/playbook/playbook.hpp"
#include "core/support/result.hpp"
#include "core/support/text.hpp"

namespace kakehashi::commands {

struct Options {
    std::optional<Language> language;  // of what commands write; nothing: that of LibreOffice
    // What the playbook of a new team workbook starts with; nothing: what the template says.
    std::string playbook;  // path of a JSON file; blank: the template
    std::optional<unsigned> fiscal_year_starts;
    std::optional<StatusLimits> status_limits;
    bool log = true;
    friend bool operator==(const Options&, const Options&) = default;
};

/// `en` or `ja`; nothing for everything else.
std::optional<Language> read_language(std::string_view text);
std::string language_tag(const std::optional<Language>& language);

/// 1 … 12, also `April` and `4月`. Err:502 if it is none.
Result<unsigned> read_month(std::string_view text);

/// As in a playbook: `ahead 1, on track 0.95, behind 0.75`. Err:502 if it is not of that form, or if a limit
/// lies above the one before it.
Result<StatusLimits> read_limits(std::string_view text);
/// What is wrong with them; nothing if they descend from ahead to behind.
std::optional<Text> problem_of(const StatusLimits& limits);

}  // namespace kakehashi::commands
