#include "core/expression/pattern.hpp"

#include <cctype>
#include <cstdlib>

#include <fmt/format.h>
#include <re2/re2.h>
#include <utf8proc.h>

namespace kakehashi {
namespace {

std::string map_utf8(std::string_view text, int options) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
        &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | options));
    if (length < 0) return std::string(text);
    std::string result(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
    std::free(mapped);  // utf8proc allocates with malloc
    return result;
}

/// Non-ASCII characters as `fold` has them in the texts. ASCII stays: folding it would turn \D into \d, and
/// RE2 ignores its case. Full-width symbols stand for themselves, so what folds to `(` becomes `\(`.
std::string folded_pattern(std::string_view pattern) {
    const std::string composed = map_utf8(pattern, 0);
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    std::string result;
    for (std::size_t at = 0; at < composed.size();) {
        if (is_ascii(composed[at])) {
            result += composed[at++];
            continue;
        }
        const std::size_t begin = at;
        while (at < composed.size() && !is_ascii(composed[at])) ++at;
        const std::string_view run = std::string_view(composed).substr(begin, at - begin);
        for (char c : map_utf8(run, UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE)) {
            if (is_ascii(c) && std::ispunct(static_cast<unsigned char>(c))) result += '\\';
            result += c;
        }
    }
    return result;
}

}  // namespace

Result<Pattern> Pattern::compile(std::string_view pattern) {
    re2::RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    options.set_max_mem(4 << 20);
    auto compiled = std::make_shared<const re2::RE2>(folded_pattern(pattern), options);
    if (!compiled->ok())
        return illegal_argument({fmt::format("a valid regular expression ({})", compiled->error()),
                                 fmt::format("正しい正規表現（{}）", compiled->error())});
    return Pattern(std::move(compiled));
}

bool Pattern::matches(std::string_view folded) const {
    return re2::RE2::PartialMatch(re2::StringPiece(folded.data(), folded.size()), *compiled_);
}

}  // namespace kakehashi
