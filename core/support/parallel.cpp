#include "core/support/parallel.hpp"

#include <atomic>
#include <thread>

namespace kakehashi {
namespace {

std::atomic<std::size_t> thread_count{std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 2)};

}  // namespace

std::size_t threads() {
    return thread_count;
}

void set_threads(std::size_t count) {
    thread_count = std::max<std::size_t>(1, count);
}

}  // namespace kakehashi
