#include "core/panel/theme.hpp"

#include <cmath>

namespace kakehashi::panel {
namespace {

struct Channels {
    double red;
    double green;
    double blue;
};

Channels channels(Colour colour) {
    return {static_cast<double>((colour >> 16) & 0xFF), static_cast<double>((colour >> 8) & 0xFF),
            static_cast<double>(colour & 0xFF)};
}

Colour blend(Colour over, Colour under, double part) {
    const Channels a = channels(over);
    const Channels b = channels(under);
    const auto mix = [&](double x, double y) { return static_cast<Colour>(std::lround(y + (x - y) * part)); };
    return mix(a.red, b.red) << 16 | mix(a.green, b.green) << 8 | mix(a.blue, b.blue);
}

/// Perceived brightness 0 … 1, with the weights of ITU-R BT.601.
double brightness(Colour colour) {
    const Channels c = channels(colour);
    return (0.299 * c.red + 0.587 * c.green + 0.114 * c.blue) / 255.0;
}

}  // namespace

bool Theme::dark() const {
    return brightness(ground) < 0.5;
}

Colour Theme::tint(Colour colour, double part) const {
    return blend(colour, ground, part);
}

Colour Theme::accent(Colour colour) const {
    if (high_contrast) return text;
    return dark() ? blend(0xFFFFFF, colour, 0.35) : colour;
}

}  // namespace kakehashi::panel
