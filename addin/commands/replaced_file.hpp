// A file that takes another's place when it is complete. Knows no office.
#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "core/support/text.hpp"

namespace kakehashi::addin {

/// Either `replace` succeeds, or the old file is as it was and the temporary one is gone. A process that is
/// killed meanwhile may leave the temporary file behind; the next replacement of the same file reuses it.
class ReplacedFile {
  public:
    /// An error if nothing can be written in the folder. A link is followed: what it points to is replaced.
    static tl::expected<ReplacedFile, Text> beside(const std::filesystem::path& file);
    ReplacedFile(ReplacedFile&& other) noexcept;
    ReplacedFile& operator=(ReplacedFile&&) = delete;
    ReplacedFile(const ReplacedFile&) = delete;
    ReplacedFile& operator=(const ReplacedFile&) = delete;
    ~ReplacedFile();

    /// Where the new content is to be written.
    std::string temporary() const { return temporary_.string(); }
    /// Why writing there failed, with the disk looked at; `reason` if that tells nothing.
    Text why_not(const std::string& reason) const;
    /// Puts the new file in the place of the old one, with its permissions.
    tl::expected<void, Text> replace();

  private:
    explicit ReplacedFile(std::filesystem::path file);

    std::filesystem::path file_;
    std::filesystem::path temporary_;
};

}  // namespace kakehashi::addin
