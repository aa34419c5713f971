// The dialog of Import, after the file was picked: how it is read, and which column goes where.
#pragma once

#include <string>

#include "addin/commands/session.hpp"
#include "addin/imports/import_into.hpp"
#include "core/imports/source.hpp"

namespace kakehashi::addin {

struct PickedFile {
    std::string name;
    std::string bytes;
    imports::ReadChoices choices;
};

/// Shows `order` (read from the file with its choices) and lets people change it. The error of a cancelled
/// command if they cancel. Writes nothing.
Result<ImportOrder> ask_about_file(Session& session, PickedFile file, ImportOrder order);

}  // namespace kakehashi::addin
