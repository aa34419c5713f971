// The three steps to the first weekly summary, as the sidebar, the first sheet of a team workbook and the
// help tell them: one list, with the words of the menu.
#pragma once

#include <array>
#include <string_view>

#include "core/support/text.hpp"

namespace kakehashi::commands {

struct FirstStep {
    std::string_view command;  // id
    Text what;                 // "2. Bring in your leads"
};

const std::array<FirstStep, 3>& first_steps();

/// `Kakehashi ▸ Import…`: where the command is in the menu. Blank if there is none of that id.
Text menu_path(std::string_view command);

}  // namespace kakehashi::commands
