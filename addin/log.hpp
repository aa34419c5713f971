// A small log of what commands and the panel did, in the user profile: kakehashi.log, 1 MB at most, and one
// older file. It holds their messages, never arguments or cells. Cell functions never write to it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "addin/uno.hpp"
#include "core/support/result.hpp"

namespace kakehashi::addin {

/// Any thread; never throws. Does nothing if people switched the log off, or where nothing can be written.
void log_line(std::string_view text) noexcept;
/// An error that came up in `where` outside of cells.
void log_failure(std::string_view where, const CellError& error) noexcept;

/// The last lines, oldest first; at first those of the session before.
std::vector<std::string> log_tail();
/// The file's path, whether it is there or not.
std::string log_path();
/// Whether the last line could be written.
bool log_is_written();

}  // namespace kakehashi::addin
