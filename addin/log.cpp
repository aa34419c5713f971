#include "addin/log.hpp"

#include <algorithm>
#include <deque>
#include <fstream>
#include <mutex>

#include <Poco/AutoPtr.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/FileChannel.h>
#include <Poco/LocalDateTime.h>
#include <Poco/Message.h>
#include <com/sun/star/util/XStringSubstitution.hpp>
#include <fmt/format.h>

#include "addin/environment.hpp"
#include "addin/messages.hpp"
#include "addin/options.hpp"
#include "addin/versions.hpp"

namespace kakehashi::addin {
namespace {

constexpr std::size_t most_lines = 60;
constexpr std::streamoff most_read = 8192;

std::string find_path() {
    try {
        const css::uno::Reference<css::util::XStringSubstitution> variables(
            create_service("com.sun.star.util.PathSubstitution"), css::uno::UNO_QUERY_THROW);
        return path_of(variables->substituteVariables("$(user)/kakehashi.log", true));
    } catch (const css::uno::Exception&) {
        return {};
    }
}

/// The last lines of a file, without the one that was cut through.
std::deque<std::string> last_lines(const std::string& path) {
    std::deque<std::string> lines;
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file) return lines;
    const std::streamoff size = file.tellg();
    file.seekg(std::max<std::streamoff>(0, size - most_read));
    std::string line;
    if (size > most_read) std::getline(file, line);
    while (std::getline(file, line)) lines.push_back(line);
    while (lines.size() > most_lines) lines.pop_front();
    return lines;
}

class Log {
  public:
    static Log& instance() {
        // Never destroyed: documents may still be closing when the process ends.
        static Log& log = *new Log(find_path());
        return log;
    }

    void write(const std::string& line) {
        const std::lock_guard lock(mutex_);
        lines_.push_back(line);
        if (lines_.size() > most_lines) lines_.pop_front();
        written_ = false;
        if (path_.empty()) return;
        channel_->log(Poco::Message("kakehashi", line, Poco::Message::PRIO_INFORMATION));
        written_ = true;
    }

    /// True once.
    bool begins() {
        const std::lock_guard lock(mutex_);
        return std::exchange(begins_, false);
    }
    std::vector<std::string> tail() const {
        const std::lock_guard lock(mutex_);
        return {lines_.begin(), lines_.end()};
    }
    bool written() const {
        const std::lock_guard lock(mutex_);
        return written_;
    }
    const std::string& path() const { return path_; }

  private:
    explicit Log(std::string path) : path_(std::move(path)), channel_(new Poco::FileChannel(path_)) {
        channel_->setProperty("rotation", "1 M");
        channel_->setProperty("archive", "number");
        channel_->setProperty("purgeCount", "1");
        lines_ = last_lines(path_);
    }

    mutable std::mutex mutex_;
    const std::string path_;
    Poco::AutoPtr<Poco::FileChannel> channel_;
    std::deque<std::string> lines_;
    bool begins_ = true;
    bool written_ = false;
};

std::string stamped(std::string_view text) {
    std::string line =
        Poco::DateTimeFormatter::format(Poco::LocalDateTime(), "%Y-%m-%d %H:%M:%S ") + std::string(text);
    std::ranges::replace(line, '\n', ' ');
    return line;
}

}  // namespace

void log_line(std::string_view text) noexcept {
    try {
        if (!options().log) return;
        Log& log = Log::instance();
        if (log.begins()) log.write(stamped(fmt::format("Loaded: {}", fmt::join(version_lines(), ", "))));
        log.write(stamped(text));
    } catch (...) {
        // A log that cannot be written stops nothing.
    }
}

void log_failure(std::string_view where, const CellError& error) noexcept {
    try {
        log_line(fmt::format("{}: {}: {}", where, shown(error.code), error.message.in(ui_language())));
    } catch (...) {
        // As above.
    }
}

std::vector<std::string> log_tail() {
    return Log::instance().tail();
}

std::string log_path() {
    return Log::instance().path();
}

bool log_is_written() {
    return Log::instance().written();
}

}  // namespace kakehashi::addin
