// What was agreed, and whether both departments still stand by it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/playbook/playbook.hpp"
#include "core/support/text.hpp"

namespace kakehashi {

/// First 12 hexadecimal digits (lower case) of the SHA-256 of `canonical_json`: the content without sign-offs
/// and without `as of`. The order of entries counts, blank rows and the form (blocks or JSON) do not.
std::string fingerprint(const Playbook& playbook);

/// What was signed, as `fingerprint` writes it; nothing if it is no fingerprint. A sheet turns one of digits
/// only into a number, which loses its leading zeros: they are put back.
std::optional<std::string> signed_fingerprint(const PlaybookSignoff& signoff);

/// Who agreed to what and when: `marketing · Sato · 2026-10-01 · agreed to this version`; for another
/// fingerprint `agreed to an earlier version (0123456789ab)`, without one `no fingerprint`. A department that
/// is neither marketing nor sales cannot agree, and the text says so at the end.
Text signoff_text(const PlaybookSignoff& signoff, const std::string& present_fingerprint);

/// Marketing or sales, in English or Japanese.
bool is_department(std::string_view name);

/// `draft`: neither department has signed. `agreed`: the latest sign-off of marketing and that of sales bear
/// the present fingerprint. `agreed by marketing only`, `agreed by sales only`: just one does. `changed since
/// agreement`: there are sign-offs, but none of them is for what stands there now. The latest sign-off is the
/// one with the latest date (none counts as oldest), the lower one of equals; a sign-off without a
/// fingerprint does not count (see `signed_fingerprint`).
std::string_view status(const Playbook& playbook);

/// The text of a handle: `name vN · status`.
std::string handle_text(const Playbook& playbook);

}  // namespace kakehashi
