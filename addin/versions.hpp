// What runs here, for the log and for reports of faults.
#pragma once

#include <string>
#include <vector>

namespace kakehashi::addin {

/// Kakehashi, LibreOffice, the system, the language of the windows; nothing that tells who or where somebody
/// is.
std::vector<std::string> version_lines();

}  // namespace kakehashi::addin
