// What the build makes from the catalogue: everything LibreOffice wants to know twice.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/functions/function.hpp"

namespace kakehashi::generate {

/// What is wrong with the catalogue, one sentence each: ids that are no identifiers, missing translations, a
/// required argument behind an optional one. Nothing is generated from such a catalogue.
std::vector<std::string> problems(std::span<const Function> functions);

/// idl/XFunctions.idl: the frozen public contract.
std::string interface_text(std::span<const Function> functions);
/// One line per function, `leadCount leads where?`: what a release promises to keep.
std::string released_text(std::span<const Function> functions);
/// Declarations of the UNO methods, for the inside of the class.
std::string method_declarations(std::span<const Function> functions);
/// Their definitions.
std::string method_definitions(std::span<const Function> functions);
/// CalcAddIns.xcu: names and texts of the function wizard.
std::string registration(std::span<const Function> functions);
/// docs/functions.md and docs/functions.ja.md.
std::string reference(std::span<const Function> functions, Language language);
/// catalogue.json: functions, texts and examples with their document, for tests in a real Calc.
std::string dump(std::span<const Function> functions);

}  // namespace kakehashi::generate
