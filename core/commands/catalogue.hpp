// All commands: what the menu **Kakehashi**, its toolbar, macros and cron can ask for. One place per
// command: the build makes from this list the menu, the toolbar, the names in Tools > Customize, the
// protocol handler, docs/commands.md, and the table of bodies in the add-in (`run_hand_off` for `handOff`,
// in addin/commands/hand_off.cpp; a missing body does not link).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/text.hpp"

namespace kakehashi::commands {

struct Argument {
    std::string_view id;  // camelCase; scripts store it, so it never changes its meaning
    Text summary;         // what it is, with its default
};

/// What a command works on.
enum class Works {
    on_document,     // on the open workbook, or on `file`
    makes_document,  // makes a workbook; run from outside, `file` is where it is saved
    anywhere,        // needs no workbook and leaves it as it is; the open one may tell what is meant
};

struct Command {
    std::string_view id;     // camelCase; `org.kakehashi:summary`
    std::string_view since;  // release in which it came
    Works works;
    int group;          // commands of one group stand together in the menu, groups are divided by a line
    bool toolbar;       // also a button
    Text label;         // as in the menu, with `…` if it asks for something first
    Text help;          // one sentence: what there is after it
    Text details = {};  // for its page in the help: paragraphs divided by blank lines; may be empty
    std::vector<Argument> arguments;
    std::string_view example;  // behind `soffice --headless "service:org.kakehashi.Commands?`
};

/// In the order of the menu.
std::span<const Command> all();
/// Null if there is none.
const Command* find(std::string_view id);
/// Those that every such command takes.
std::span<const Argument> common_arguments(Works works);

/// The label as a title: without `…`.
Text title(const Command& command);
/// `handOff` -> `run_hand_off`: the function with its body in the add-in.
std::string body_name(const Command& command);
/// `org.kakehashi:handOff`
std::string url(const Command& command);

}  // namespace kakehashi::commands
