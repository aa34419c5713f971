// The colours a picture of the panel is drawn in. Texts, ground and lines come from the office's theme, so
// that light, dark and high contrast look as the windows around them; the departments keep their colours
// everywhere.
#pragma once

#include <cstdint>
#include <string>

namespace kakehashi::panel {

/// 0xRRGGBB
using Colour = std::uint32_t;

// Okabe and Ito's palette: told apart by the colour-blind too.
constexpr Colour marketing_colour = 0x0072B2;
constexpr Colour sales_colour = 0xD55E00;
constexpr Colour shared_colour = 0x009E73;
constexpr Colour warning_colour = 0xE69F00;

struct Theme {
    Colour text = 0x000000;
    Colour ground = 0xFFFFFF;
    bool high_contrast = false;  // only `text` and `ground` are used: shapes and words carry the meaning
    std::string font = "sans-serif";
    double scale = 1;  // pixels of the screen per pixel of the picture: sharp at 200 % too

    bool dark() const;
    /// `part` (0 … 1) of `colour` over the ground.
    Colour tint(Colour colour, double part) const;
    /// A colour of the palette as it is legible on this ground.
    Colour accent(Colour colour) const;
    /// Second-rank texts.
    Colour muted() const { return high_contrast ? text : tint(text, 0.65); }
    /// The empty part of a bar.
    Colour track() const { return high_contrast ? ground : tint(text, 0.12); }
};

}  // namespace kakehashi::panel
