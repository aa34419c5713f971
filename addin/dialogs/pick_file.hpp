// LibreOffice's dialog to open a file.
#pragma once

#include <string_view>

#include "addin/uno.hpp"
#include "core/support/text.hpp"

namespace kakehashi::addin {

/// The URL of the file somebody picked, empty if nobody did. `patterns`: `*.csv;*.tsv`, of the kind of files
/// that are shown first; all others can be chosen too.
OUString pick_file(const Text& title, const Text& kind, std::string_view patterns);

}  // namespace kakehashi::addin
