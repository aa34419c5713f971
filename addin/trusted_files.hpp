// Files that cells may name: the one place where a cell function touches the disk.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/support/result.hpp"

namespace kakehashi::addin {

/// Where reading is allowed.
struct TrustedPlaces {
    std::filesystem::path document_folder;       // files right here; empty if the document was never saved
    std::vector<std::filesystem::path> folders;  // and anywhere below these
};

/// The content of a JSON file. Links and `..` are followed before the place is judged. Err:502 if the file is
/// missing, lies elsewhere, is no ordinary `.json` file or larger than 10 MB.
Result<std::string> read_trusted(const std::string& path, const TrustedPlaces& places);

}  // namespace kakehashi::addin
