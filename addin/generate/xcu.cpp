#include "addin/generate/xcu.hpp"

#include <fmt/format.h>

namespace kakehashi::generate {

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

std::string component_head(std::string_view package, std::string_view name) {
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<oor:component-data xmlns:oor=\"http://openoffice.org/2001/registry\" "
        "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" oor:name=\"{}\" oor:package=\"{}\">\n",
        name, package);
}

std::string property(std::string_view name, const Text& text, std::string_view indent) {
    return fmt::format(
        "{0}<prop oor:name=\"{1}\">\n"
        "{0}  <value xml:lang=\"en-US\">{2}</value>\n"
        "{0}  <value xml:lang=\"ja\">{3}</value>\n"
        "{0}</prop>\n",
        indent, name, xml(text.en), xml(text.ja));
}

std::string property(std::string_view name, std::string_view value, std::string_view indent) {
    return fmt::format("{}<prop oor:name=\"{}\"><value>{}</value></prop>\n", indent, name, xml(value));
}

std::string open_node(std::string_view name, std::string_view indent) {
    return fmt::format("{}<node oor:name=\"{}\" oor:op=\"replace\">\n", indent, xml(name));
}

std::string close_node(std::string_view indent) {
    return fmt::format("{}</node>\n", indent);
}

}  // namespace kakehashi::generate
