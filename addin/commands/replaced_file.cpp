#include "addin/commands/replaced_file.hpp"

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace kakehashi::addin {
namespace {

namespace fs = std::filesystem;

constexpr unsigned long long hardly_anything = 64ULL * 1024;

/// What it points to if it is a link.
fs::path behind_links(const fs::path& file) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(file, error);
    return error ? file : real;
}

Text reason_of(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
            return {"the disk is full.", "ディスクの空き容量がありません。"};
        case EACCES:
        case EPERM:
        case EROFS:
            return {"you may not write there.", "書き込む権限がありません。"};
        case ENOENT:
        case ENOTDIR:
            return {"there is no such folder.", "フォルダーがありません。"};
        case EISDIR:
            return {"it is a folder.", "フォルダーです。"};
        default: {
            const std::string system = std::generic_category().message(error);
            return {system + ".", "（" + system + "）"};
        }
    }
}

/// Only root may give files away; for others the group is kept where they belong to it.
void take_permissions(const fs::path& from, const fs::path& to) {
    struct stat old {};
    if (::stat(from.c_str(), &old) != 0) return;
    if (::chown(to.c_str(), old.st_uid, old.st_gid) != 0 &&
        ::chown(to.c_str(), static_cast<uid_t>(-1), old.st_gid) != 0)
        errno = 0;
    ::chmod(to.c_str(), old.st_mode & 07777);
}

void flush_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

bool disk_is_full(const fs::path& folder) {
    struct statvfs disk {};
    return statvfs(folder.c_str(), &disk) == 0 &&
           static_cast<unsigned long long>(disk.f_bavail) * disk.f_frsize < hardly_anything;
}

ReplacedFile::ReplacedFile(fs::path file)
    : file_(std::move(file)), temporary_(file_.parent_path() / ("." + file_.filename().string() + ".new")) {}

ReplacedFile::ReplacedFile(ReplacedFile&& other) noexcept
    : file_(std::move(other.file_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)),
      error_(other.error_),
      written_(other.written_) {}

ReplacedFile::~ReplacedFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    std::error_code ignored;
    if (!temporary_.empty()) fs::remove(temporary_, ignored);
}

tl::expected<ReplacedFile, Text> ReplacedFile::beside(const fs::path& file) {
    ReplacedFile result(behind_links(file));
    struct stat old {};
    const bool exists = ::stat(result.file_.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) return tl::unexpected(reason_of(EISDIR));
    // A file that one may not write stays as it is, even where the folder would allow replacing it.
    if (exists && ::access(result.file_.c_str(), W_OK) != 0) return tl::unexpected(reason_of(errno));
    result.descriptor_ = ::open(result.temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (result.descriptor_ < 0) return tl::unexpected(reason_of(errno));
    return result;
}

bool ReplacedFile::write(const void* bytes, std::size_t count) {
    const char* next = static_cast<const char*>(bytes);
    while (count > 0 && error_ == 0) {
        const ssize_t done = ::write(descriptor_, next, count);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) {
            error_ = errno;
            continue;
        }
        next += done;
        count -= static_cast<std::size_t>(done);
        written_ += static_cast<std::size_t>(done);
    }
    return error_ == 0;
}

/// To the disk itself, so that not even a power cut leaves a renamed file without its content.
bool ReplacedFile::flush() {
    if (error_ == 0 && ::fsync(descriptor_) != 0) error_ = errno;
    if (::close(std::exchange(descriptor_, -1)) != 0 && error_ == 0) error_ = errno;
    return error_ == 0;
}

tl::expected<void, Text> ReplacedFile::replace() {
    if (!flush()) return tl::unexpected(reason_of(error_));
    if (written_ == 0)
        return tl::unexpected(Text{"LibreOffice wrote nothing.", "LibreOffice が何も書き出しませんでした。"});
    take_permissions(file_, temporary_);
    std::error_code error;
    fs::rename(temporary_, file_, error);
    if (error) return tl::unexpected(reason_of(error.value()));
    temporary_.clear();
    flush_folder(file_.parent_path());
    return {};
}

}  // namespace kakehashi::addin
