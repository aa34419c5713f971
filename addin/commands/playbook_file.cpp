#include "addin/commands/playbook_file.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "addin/commands/documents.hpp"
#include "addin/trusted_files.hpp"
#include "core/playbook/json.hpp"

namespace kakehashi::addin {

Result<ReadPlaybook> read_playbook_file(const std::string& place) {
    const OUString url = file_url(place);
    const std::filesystem::path path = url.isEmpty() ? std::string() : path_of(url);
    // Whoever names a file may hear that it is not there; read_trusted would speak of folders.
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return not_available({fmt::format("There is no file “{}”.", place),
                              fmt::format("ファイル「{}」がありません。", place)});
    const auto text = read_trusted(path, {path.parent_path(), {}});
    if (!text) return error_of(text);
    return read_json(*text);
}

}  // namespace kakehashi::addin
