// A picture of the panel as SVG: no office draws it, so tests can read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/panel/text_lines.hpp"
#include "core/panel/theme.hpp"

namespace kakehashi::panel {

struct Picture {
    std::string svg;
    double width = 0;  // in the pixels of a screen at 100 %
    double height = 0;
    std::string alternative_text;  // what it says, for those who do not see it: one line per fact
};

enum class Anchor { start, middle, end };

struct TextLook {
    Colour colour = 0;
    double size = 13;
    bool bold = false;
    Anchor anchor = Anchor::start;
};

class Canvas {
  public:
    Canvas(double width, const Theme& theme);

    void rectangle(double x, double y, double width, double height, Colour colour, double radius = 0);
    void outline(double x, double y, double width, double height, Colour colour);
    /// Filled with slanted lines: something not known yet.
    void hatched(double x, double y, double width, double height, Colour colour);
    void line(double x1, double y1, double x2, double y2, Colour colour, double width);
    /// `d` as in SVG's path element.
    void path(std::string_view d, Colour fill);
    void stroke(std::string_view d, Colour colour, double width);
    /// `y` is the base line.
    void text(double x, double y, std::string_view text, const TextLook& look);

    double width() const { return width_; }
    const Theme& theme() const { return theme_; }
    Picture finish(double height, std::string alternative_text) const;

  private:
    double width_;
    Theme theme_;
    std::string body_;
};

}  // namespace kakehashi::panel
