// Text for the clipboard of the system.
#pragma once

#include <string_view>

namespace kakehashi::addin {

void copy_to_clipboard(std::string_view text);

}  // namespace kakehashi::addin
