// What a panel shows, from top to bottom, as plain data: `addin/panel` makes labels, pictures and buttons of
// it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/panel/picture.hpp"
#include "core/support/text.hpp"

namespace kakehashi::panel {

struct Label {
    enum class Look { text, strong, muted };
    std::string text;  // wrapped where the panel is narrow
    Look look = Look::text;
    std::string link;  // `$Leads.$A$1`: a click jumps there
};

struct Drawing {
    std::function<Picture(double width, const Theme& theme)> draw;
};

struct Button {
    std::string label;
    std::string command;  // id of a command, with its arguments: `reject?reason=…`
    std::string tip;
    bool enabled = true;
    std::string copies;  // goes to the clipboard, instead of a command
    std::string opens;   // URL of a folder that the desktop shows, instead of a command
};
/// Side by side, wrapped where the panel is narrow.
using Buttons = std::vector<Button>;

/// A drop-down of which one is chosen; the panel remembers which.
struct Choice {
    std::string name;  // what is chosen, for those who do not see it
    std::vector<std::string> labels;
    std::size_t chosen = 0;
};

using Item = std::variant<Label, Drawing, Buttons, Choice>;
using View = std::vector<Item>;

/// Runs that command of core/commands; its label and what it says of itself come from there.
Button command_button(std::string_view id, bool enabled, Language language);

/// Nothing to show, what to do about it, and the button that does it.
View empty_view(std::string what, std::string what_to_do, Buttons buttons = {});

}  // namespace kakehashi::panel
