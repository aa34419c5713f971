#include "core/panel/picture.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <utf8proc.h>

namespace kakehashi::panel {
namespace {

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else if (c == '"')
            result += "&quot;";
        else
            // Control characters are not allowed in XML at all.
            result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return result;
}

std::string hex(Colour colour) {
    return fmt::format("#{:06X}", colour);
}

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

/// Where a line of that width ends: at its last blank or wide character, else in a word. 0 if nothing fits.
std::size_t line_end(std::string_view text, double size, double width) {
    std::size_t end = 0;
    double used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, length] = character_at(text, at);
        if (character == ' ') end = at;
        used += character_width(character) * size;
        if (used > width) return end > 0 ? end : at;
        if (character_width(character) >= 1.0) end = at + length;
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

Canvas::Canvas(double width, const Theme& theme) : width_(width), theme_(theme) {}

void Canvas::rectangle(double x, double y, double width, double height, Colour colour, double radius) {
    if (width <= 0 || height <= 0) return;
    fmt::format_to(
        std::back_inserter(body_),
        "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"{:g}\" fill=\"{}\"/>\n", x,
        y, width, height, radius, hex(colour));
}

void Canvas::outline(double x, double y, double width, double height, Colour colour) {
    if (width <= 0 || height <= 0) return;
    fmt::format_to(
        std::back_inserter(body_),
        "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"none\" stroke=\"{}\"/>\n",
        x, y, width, height, hex(colour));
}

void Canvas::hatched(double x, double y, double width, double height, Colour colour) {
    if (width <= 0 || height <= 0) return;
    // Lines of our own, clipped by hand: LibreOffice's filter draws patterns as coarse pictures.
    constexpr double step = 4;
    std::string d;
    for (double start = x - height; start < x + width; start += step) {
        const double from = std::max(start, x);
        const double to = std::min(start + height, x + width);
        if (to <= from) continue;
        fmt::format_to(std::back_inserter(d), "M{:.1f} {:.1f}L{:.1f} {:.1f}", from,
                       y + height - (from - start), to, y + height - (to - start));
    }
    stroke(d, colour, 1);
    outline(x + 0.5, y + 0.5, width - 1, height - 1, colour);
}

void Canvas::line(double x1, double y1, double x2, double y2, Colour colour, double width) {
    fmt::format_to(std::back_inserter(body_),
                   "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" "
                   "stroke-width=\"{:g}\"/>\n",
                   x1, y1, x2, y2, hex(colour), width);
}

void Canvas::path(std::string_view d, Colour fill) {
    fmt::format_to(std::back_inserter(body_), "<path d=\"{}\" fill=\"{}\"/>\n", d, hex(fill));
}

void Canvas::stroke(std::string_view d, Colour colour, double width) {
    fmt::format_to(std::back_inserter(body_),
                   "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{:g}\"/>\n", d, hex(colour),
                   width);
}

void Canvas::text(double x, double y, std::string_view text, const TextLook& look) {
    static constexpr std::string_view anchors[] = {"start", "middle", "end"};
    fmt::format_to(std::back_inserter(body_),
                   "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{:g}\" font-weight=\"{}\" text-anchor=\"{}\" "
                   "fill=\"{}\">{}</text>\n",
                   x, y, look.size, look.bold ? "bold" : "normal",
                   anchors[static_cast<std::size_t>(look.anchor)], hex(look.colour), escaped(text));
}

Picture Canvas::finish(double height, std::string alternative_text) const {
    Picture picture;
    picture.width = width_;
    picture.height = height;
    picture.alternative_text = std::move(alternative_text);
    // With a ground: letters smoothed against nothing come out pale in LibreOffice. It reaches beyond the
    // edges, which would be smoothed too and stand out as a frame.
    constexpr double beyond = 4;
    picture.svg = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{:g}px\" height=\"{:g}px\" viewBox=\"0 0 {:g} "
        "{:g}\" "
        "font-family=\"{}\">\n<rect x=\"{:g}\" y=\"{:g}\" width=\"{:g}\" height=\"{:g}\" fill=\"{}\"/>\n"
        "{}</svg>\n",
        width_ * theme_.scale, height * theme_.scale, width_, height, escaped(theme_.font), -beyond, -beyond,
        width_ + 2 * beyond, height + 2 * beyond, hex(theme_.ground), body_);
    return picture;
}

}  // namespace kakehashi::panel
