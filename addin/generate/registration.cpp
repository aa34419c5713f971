#include <fmt/format.h>

#include "addin/generate/generate.hpp"

namespace kakehashi::generate {
namespace {

std::string xml(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                escaped += c;
        }
    }
    return escaped;
}

std::string property(std::string_view name, const Text& text, std::string_view indent) {
    return fmt::format(
        "{0}<prop oor:name=\"{1}\">\n"
        "{0}  <value xml:lang=\"en-US\">{2}</value>\n"
        "{0}  <value xml:lang=\"ja\">{3}</value>\n"
        "{0}</prop>\n",
        indent, name, xml(text.en), xml(text.ja));
}

std::string parameter_node(const Parameter& parameter) {
    return fmt::format("          <node oor:name=\"{}\" oor:op=\"replace\">\n", parameter.id) +
           property("DisplayName", parameter.name, "            ") +
           property("Description", parameter.summary, "            ") + "          </node>\n";
}

std::string function_node(const Function& function) {
    const std::string name(function.name);
    std::string text = fmt::format("      <node oor:name=\"{}\" oor:op=\"replace\">\n", function.method());
    text += property("DisplayName", {name, name}, "        ");
    text += property("Description", function.summary, "        ");
    text += "        <prop oor:name=\"Category\"><value>Add-In</value></prop>\n";
    // Calc finds a function by this name only if it equals the display name.
    text += property("CompatibilityName", {name, name}, "        ");
    text += "        <node oor:name=\"Parameters\">\n";
    for (const Parameter& parameter : function.parameters) text += parameter_node(parameter);
    return text + "        </node>\n      </node>\n";
}

}  // namespace

std::string registration(std::span<const Function> functions) {
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<oor:component-data xmlns:oor=\"http://openoffice.org/2001/registry\" "
        "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" oor:name=\"CalcAddIns\" "
        "oor:package=\"org.openoffice.Office\">\n"
        "<node oor:name=\"AddInInfo\">\n"
        "  <node oor:name=\"org.kakehashi.Functions\" oor:op=\"replace\">\n"
        "    <node oor:name=\"AddInFunctions\">\n";
    for (const Function& function : functions) text += function_node(function);
    return text + "    </node>\n  </node>\n</node>\n</oor:component-data>\n";
}

}  // namespace kakehashi::generate
