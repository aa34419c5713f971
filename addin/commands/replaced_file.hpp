// A file that takes another's place when it is complete. Knows no office.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "core/support/text.hpp"

namespace kakehashi::addin {

/// Whether hardly anything more can be written in that folder.
bool disk_is_full(const std::filesystem::path& folder);

/// Either `replace` succeeds, or the old file is as it was and the temporary one is gone. A process that is
/// killed meanwhile may leave the temporary file behind; the next replacement of the same file reuses it.
class ReplacedFile {
  public:
    /// An error if nothing can be written in the folder, or the file itself may not be written. A link is
    /// followed: what it points to is replaced.
    static tl::expected<ReplacedFile, Text> beside(const std::filesystem::path& file);
    ReplacedFile(ReplacedFile&& other) noexcept;
    ReplacedFile& operator=(ReplacedFile&&) = delete;
    ReplacedFile(const ReplacedFile&) = delete;
    ReplacedFile& operator=(const ReplacedFile&) = delete;
    ~ReplacedFile();

    /// Adds to the new content. False if that is not possible; then nothing will be replaced.
    bool write(const void* bytes, std::size_t count);
    bool failed() const { return error_ != 0; }
    /// Puts the new file in the place of the old one, with its permissions; an error if anything was not
    /// written.
    tl::expected<void, Text> replace();

  private:
    explicit ReplacedFile(std::filesystem::path file);
    bool flush();

    std::filesystem::path file_;
    std::filesystem::path temporary_;
    int descriptor_ = -1;
    int error_ = 0;  // errno of the first failure
    std::size_t written_ = 0;
};

}  // namespace kakehashi::addin
