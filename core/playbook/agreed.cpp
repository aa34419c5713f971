#include "core/playbook/agreed.hpp"

#include <algorithm>

#include "core/playbook/fingerprint.hpp"

namespace kakehashi {

bool was_signed(const Playbook& present, const Playbook& earlier) {
    const std::string print = fingerprint(earlier);
    if (print == fingerprint(present)) return false;
    return std::ranges::any_of(present.signoffs, [&](const PlaybookSignoff& signoff) {
        return signed_fingerprint(signoff) == print;
    });
}

Instant signed_on(const Playbook& present, const Playbook& earlier) {
    const std::string print = fingerprint(earlier);
    Instant day = no_instant;
    for (const PlaybookSignoff& signoff : present.signoffs)
        if (signed_fingerprint(signoff) == print) day = std::max(day, signoff.date);
    return day;
}

}  // namespace kakehashi
