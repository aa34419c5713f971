// What the build makes from the catalogue of commands.
#pragma once

#include <span>
#include <string>

#include "core/commands/catalogue.hpp"

namespace kakehashi::generate {

using Commands = std::span<const commands::Command>;

/// Addons.xcu: the menu Kakehashi before Help, and the toolbar.
std::string addons(Commands commands);
/// CalcCommands.xcu: names and help of the commands in Tools > Customize, for shortcuts.
std::string command_names(Commands commands);
/// Declarations of the bodies, and the table that finds them by id.
std::string body_declarations(Commands commands);
std::string body_table(Commands commands);
/// How scripts call commands, with the arguments that all of them take: Markdown.
std::string scripting(Language language);
/// docs/commands.md and docs/commands.ja.md.
std::string command_reference(Commands commands, Language language);

}  // namespace kakehashi::generate
