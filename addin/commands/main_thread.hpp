// Work that must be done where LibreOffice calculates and paints: calls from macros and other programs may
// come on any thread.
#pragma once

#include <functional>

namespace kakehashi::addin {

/// Runs `work` on the main thread and returns when it is done; at once if this is the main thread. `work`
/// must not throw.
void on_main_thread(const std::function<void()>& work);

/// Runs `work` on the main thread once what it does now is over, and returns at once. What `work` throws is
/// kept as a message of `where`, a literal.
void later_on_main_thread(const char* where, std::function<void()> work);

}  // namespace kakehashi::addin
