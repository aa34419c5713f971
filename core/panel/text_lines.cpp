#include "core/panel/text_lines.hpp"

#include <utility>

#include <utf8proc.h>

namespace kakehashi::panel {
namespace {

/// In parts of the font size: usual sans-serif fonts, rounded up.
double character_width(utf8proc_int32_t character) {
    if (utf8proc_charwidth(character) >= 2) return 1.0;
    if (character < 0x80) {
        const std::string_view narrow = "iljtfrI.,:;|!'()[] ";
        const std::string_view broad = "mwMW@%";
        const char c = static_cast<char>(character);
        if (narrow.find(c) != std::string_view::npos) return 0.36;
        if (broad.find(c) != std::string_view::npos) return 0.92;
        if (c >= 'A' && c <= 'Z') return 0.70;
    }
    return 0.58;
}

/// The character that begins at `at`, and how many bytes it has. Bytes that are no UTF-8 stand for
/// themselves.
std::pair<utf8proc_int32_t, std::size_t> character_at(std::string_view text, std::size_t at) {
    utf8proc_int32_t character = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                         static_cast<utf8proc_ssize_t>(text.size() - at), &character);
    if (length <= 0) return {0xFFFD, 1};
    return {character, static_cast<std::size_t>(length)};
}

/// Japanese lines do not begin with closing punctuation or small letters, and do not end with opening
/// brackets (JIS X 4051, the strict set).
bool is_in(std::string_view set, utf8proc_int32_t character) {
    for (std::size_t at = 0; at < set.size();) {
        const auto [one, length] = character_at(set, at);
        if (one == character) return true;
        at += length;
    }
    return false;
}

bool may_stand_first(utf8proc_int32_t character) {
    return !is_in(
        "、。，．・：；？！ー～）］｝」』】〉》〕”’%％ぁぃぅぇぉっゃゅょァィゥェォッャュョヶヵ々,.:;?!)]}…",
        character);
}

bool may_stand_last(utf8proc_int32_t character) {
    return !is_in("（［｛「『【〈《〔“‘([{¥￥$", character);
}

/// Where a line of that width ends: at its last blank or behind a wide character, else in a word. 0 if
/// nothing fits.
std::size_t line_end(std::string_view text, double size, double width) {
    std::size_t end = 0;
    double used = 0;
    utf8proc_int32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, length] = character_at(text, at);
        const bool behind_wide = at > 0 && character_width(before) >= 1.0;
        if (character == ' ' || (behind_wide && may_stand_first(character) && may_stand_last(before)))
            end = at;
        used += character_width(character) * size;
        if (used > width) return end > 0 ? end : at;
        before = character;
        at += length;
    }
    return text.size();
}

}  // namespace

double text_width(std::string_view text, double size) {
    double ems = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, length] = character_at(text, at);
        ems += character_width(character);
        at += length;
    }
    return ems * size;
}

std::string fitted(std::string_view text, double size, double width) {
    if (text_width(text, size) <= width) return std::string(text);
    const double room = width - size;  // of the ellipsis, which is as wide as an em
    double used = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto [character, length] = character_at(text, at);
        const double more = character_width(character) * size;
        if (used + more > room) break;
        used += more;
        at += length;
    }
    return std::string(text.substr(0, at)) + "…";
}

std::vector<std::string> wrapped(std::string_view text, double size, double width, std::size_t most) {
    std::vector<std::string> lines;
    while (lines.size() + 1 < most && text_width(text, size) > width) {
        const std::size_t end = line_end(text, size, width);
        if (end == 0) break;
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
        while (text.starts_with(' ')) text.remove_prefix(1);
    }
    lines.push_back(fitted(text, size, width));
    return lines;
}

std::string broken(std::string_view text, double width) {
    std::string result;
    for (const std::string& line : wrapped(text, 1, width, text.size() + 1))
        result += (result.empty() ? "" : "\n") + line;
    return result;
}

bool has_wide_characters(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, length] = character_at(text, at);
        if (character_width(character) >= 1.0) return true;
        at += length;
    }
    return false;
}

}  // namespace kakehashi::panel
