#include "addin/trusted_files.hpp"

#include <algorithm>

#include <Poco/Exception.h>
#include <Poco/FileStream.h>
#include <Poco/StreamCopier.h>
#include <fmt/format.h>

namespace kakehashi::addin {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest = 10u << 20;

bool is_below(const fs::path& file, const fs::path& folder) {
    const auto [rest, same] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    return rest == folder.end();
}

fs::path canonical_or_empty(const fs::path& path) {
    std::error_code error;
    fs::path result = path.empty() ? fs::path{} : fs::canonical(path, error);
    return error ? fs::path{} : result;
}

bool allowed(const fs::path& file, const TrustedPlaces& places) {
    const fs::path folder = canonical_or_empty(places.document_folder);
    if (!folder.empty() && file.parent_path() == folder) return true;
    return std::ranges::any_of(places.folders, [&](const fs::path& trusted) {
        const fs::path real = canonical_or_empty(trusted);
        return !real.empty() && is_below(file, real);
    });
}

/// As written: absolute, or relative to the document's folder. Empty for anything else.
fs::path located(const std::string& path, const TrustedPlaces& places) {
    if (path.find('\0') != std::string::npos) return {};
    if (path.find("://") != std::string::npos) return {};
    const fs::path given(path);
    if (given.is_absolute()) return given;
    return places.document_folder.empty() ? fs::path{} : places.document_folder / given;
}

}  // namespace

Result<std::string> read_trusted(const std::string& path, const TrustedPlaces& places) {
    const fs::path place = located(path, places);
    if (place.empty())
        return illegal_argument({fmt::format("“{}” names no file beside the document.", path),
                                 fmt::format("「{}」は文書と同じ場所のファイルではありません。", path)});
    const fs::path file = canonical_or_empty(place);
    // Whether a file exists is told only about places that may be read.
    if (!allowed(file.empty() ? place.lexically_normal() : file, places))
        return illegal_argument(
            {fmt::format("“{}” lies neither beside the document nor in a trusted folder.", path),
             fmt::format("「{}」は文書と同じ場所にも、信頼できるフォルダーにもありません。", path)});
    std::error_code error;
    if (file.empty() || !fs::is_regular_file(file, error))
        return illegal_argument(
            {fmt::format("There is no file “{}”.", path), fmt::format("ファイル「{}」がありません。", path)});
    if (file.extension() != ".json")
        return illegal_argument({fmt::format("“{}” is no .json file.", path),
                                 fmt::format("「{}」は .json ファイルではありません。", path)});
    if (fs::file_size(file, error) > largest)
        return illegal_argument({fmt::format("“{}” is larger than 10 MB.", path),
                                 fmt::format("「{}」は 10 MB を超えています。", path)});
    try {
        Poco::FileInputStream stream(file.string());
        std::string content;
        Poco::StreamCopier::copyToString(stream, content);
        return content;
    } catch (const Poco::Exception& exception) {
        return illegal_argument({fmt::format("“{}” cannot be read: {}.", path, exception.displayText()),
                                 fmt::format("「{}」を読めません：{}", path, exception.displayText())});
    }
}

}  // namespace kakehashi::addin
