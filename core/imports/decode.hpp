// The bytes of a file as UTF-8, and why they were read so. Poco knows the encodings.
//
// Detection is strict: a mark at the beginning, else UTF-16 by its zero bytes, else UTF-8 if every byte is
// valid, else CP932 (Shift_JIS as Windows has it) if every byte is valid and it reads like Japanese, else
// Windows-1252.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "core/support/result.hpp"

namespace kakehashi::imports {

struct Decoded {
    std::string text;          // UTF-8 without a mark at the beginning
    std::string encoding;      // "UTF-8", "UTF-16LE", "UTF-16BE", "CP932", "windows-1252" …
    Text reason;               // why
    std::size_t replaced = 0;  // places that are no characters there; U+FFFD stands for them
};

/// `encoding` blank: found out. Else one of `encodings()`, or any name Poco knows ("ISO-8859-1"). Err:502 if
/// nobody knows it, and for files that are no text at all (workbooks, PDF, ZIP), saying what to do.
Result<Decoded> decode(std::string bytes, std::string_view encoding = {});

/// Those offered to people, most likely first.
std::span<const std::string_view> encodings();

}  // namespace kakehashi::imports
