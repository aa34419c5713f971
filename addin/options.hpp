// Our part of LibreOffice's configuration (manifests/Settings.xcs): what people set under Tools > Options,
// and whether the first steps are shown. Thread-safe.
#pragma once

#include <string_view>

#include "core/commands/options.hpp"

namespace kakehashi::addin {

/// As stored; what cannot be used counts as not set.
commands::Options options();
/// Not for what an administrator has locked, or in a profile that cannot be written: an error.
Result<void> store(const commands::Options& options);

enum class FirstSteps {
    until_done,  // in every workbook until it has come so far
    wanted,      // somebody asked for them: also where all are done
    hidden,
};
FirstSteps first_steps();
Result<void> store(FirstSteps steps);

}  // namespace kakehashi::addin
