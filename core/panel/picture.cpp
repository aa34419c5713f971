#include "core/panel/picture.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

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

}  // namespace

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
