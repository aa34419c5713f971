// The keys of [playbook]: how each is kept in the playbook and written back.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/playbook/entries.hpp"

namespace kakehashi {

/// Nothing if it went well, else what is wrong with the value; the setting then keeps its default.
std::optional<Text> store_setting(Playbook& playbook, Setting key, const Field& value);
/// The settings that are not as by default.
std::vector<EntrySetting> load_settings(const Playbook& playbook);

/// `ahead 1, on track 0.95, behind 0.75`, or just the three numbers, separated by `;` (where `,` is the
/// decimal sign) or `,`. A limit that is not named keeps its default. Nothing if it is neither.
std::optional<StatusLimits> parse_status_limits(std::string_view text);
std::string format_status_limits(const StatusLimits& limits);

}  // namespace kakehashi
