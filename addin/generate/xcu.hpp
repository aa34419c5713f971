// Pieces of the configuration files that are made from the catalogues.
#pragma once

#include <string>
#include <string_view>

#include "core/support/text.hpp"

namespace kakehashi::generate {

std::string xml(std::string_view text);

/// The opening of a component-data file, `org.openoffice.Office.UI` + `CalcCommands`.
std::string component_head(std::string_view package, std::string_view name);
inline constexpr std::string_view component_end = "</oor:component-data>\n";

/// A property with a value per language.
std::string property(std::string_view name, const Text& text, std::string_view indent);
/// A property with one value; `type` as in `xs:string`, may be empty where the schema knows it.
std::string property(std::string_view name, std::string_view value, std::string_view indent);

std::string open_node(std::string_view name, std::string_view indent);
std::string close_node(std::string_view indent);

}  // namespace kakehashi::generate
