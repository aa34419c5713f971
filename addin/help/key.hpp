// The key F1 where it is ours: in our dialogs and panels, and on cells that call our functions. On the main
// thread.
#pragma once

#include <string>

#include "addin/window_keys.hpp"

namespace kakehashi::addin {

/// If it is F1, opens the page about the topic.
bool help_key(const KeyPress& key, const std::string& topic);

/// From now on, F1 on a cell that calls one of our functions opens its page. For the first call of one: such
/// a cell has called it before anybody can press a key on it. On any thread.
void watch_help_key() noexcept;

}  // namespace kakehashi::addin
