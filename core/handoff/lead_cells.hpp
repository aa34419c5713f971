// Cells of the lead list as the hand-off reads them, and times as it writes them.
#pragma once

#include <string>

#include "core/leads/leads.hpp"

namespace kakehashi::handoff {

/// Whether anything stands there, readable or not. `column` may be null.
inline bool is_filled(const Column* column, std::size_t row) {
    return column != nullptr &&
           (!column->blank().test(row) || (column->errors().size() != 0 && column->errors().test(row)));
}

inline bool is_filled(const Leads& leads, Role role, std::size_t row) {
    return is_filled(leads.role(role), row);
}

/// Empty where no column plays the role.
inline std::string role_text(const Leads& leads, Role role, std::size_t row) {
    const Column* column = leads.role(role);
    return column != nullptr ? column->text(row) : std::string();
}

/// `2026-11-24 14:05`; empty for none.
inline std::string minute_text(Instant instant) {
    return instant == no_instant ? std::string() : format_instant(instant - instant % ms_per_minute);
}

/// As people read it: dates as dates.
inline std::string shown_cell(const Column& column, std::size_t row) {
    const Instant instant = column.as_instants()[row];
    return instant != no_instant ? minute_text(instant) : column.text(row);
}

}  // namespace kakehashi::handoff
