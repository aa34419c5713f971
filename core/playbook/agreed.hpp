// What both departments agreed to before somebody changed it.
#pragma once

#include "core/playbook/playbook.hpp"

namespace kakehashi {

/// Whether a sign-off of `present` is for `earlier`, and not for `present` itself.
bool was_signed(const Playbook& present, const Playbook& earlier);

/// The latest date of such a sign-off; `no_instant` if none has a date.
Instant signed_on(const Playbook& present, const Playbook& earlier);

}  // namespace kakehashi
