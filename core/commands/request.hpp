// What somebody asks for: a command and its arguments, as they stand in a URL.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/commands/catalogue.hpp"
#include "core/support/result.hpp"

namespace kakehashi::commands {

/// By argument id.
using Arguments = std::map<std::string, std::string, std::less<>>;

struct Request {
    const Command* command = nullptr;  // never null in a result
    Arguments arguments;
};

/// `summary?week=2026-W47&pdf=/tmp/a%20b.pdf`, also with `&` before the first argument, as in the address of
/// a service. `%20` stands for a byte of UTF-8; a `%` without two hexadecimal digits stands for itself, and
/// so does `+`. An unknown command is an error, unknown arguments are not yet.
Result<Request> parse_request(std::string_view text);

/// The request if every argument is one the command takes, else an error that names those it takes.
Result<Request> checked(Request request);

}  // namespace kakehashi::commands
