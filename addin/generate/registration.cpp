#include <fmt/format.h>

#include "addin/generate/generate.hpp"
#include "addin/generate/xcu.hpp"

namespace kakehashi::generate {
namespace {

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
    std::string text = component_head("org.openoffice.Office", "CalcAddIns") +
                       "<node oor:name=\"AddInInfo\">\n"
                       "  <node oor:name=\"org.kakehashi.Functions\" oor:op=\"replace\">\n"
                       "    <node oor:name=\"AddInFunctions\">\n";
    for (const Function& function : functions) text += function_node(function);
    return text.append("    </node>\n  </node>\n</node>\n").append(component_end);
}

}  // namespace kakehashi::generate
