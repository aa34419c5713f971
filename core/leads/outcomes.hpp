// The words by which lead lists say how a lead ended.
#pragma once

#include <optional>
#include <string_view>

#include "core/playbook/playbook.hpp"

namespace kakehashi {

/// `Closed Won`, `受注` -> won, and so on; nothing if the word (compared as text) is none of them.
std::optional<Outcome> recognise_outcome(std::string_view word);

}  // namespace kakehashi
