#include <fmt/format.h>

#include "addin/generate/commands.hpp"
#include "addin/generate/xcu.hpp"

namespace kakehashi::generate {
namespace {

using commands::Command;
using commands::Works;

constexpr std::string_view calc = "com.sun.star.sheet.SpreadsheetDocument";

/// Where a command can be used; the start centre too if it needs no open workbook.
std::string context(const Command& command) {
    std::string modules(calc);
    if (command.works != Works::on_document) modules += ",com.sun.star.frame.StartModule";
    return modules;
}

/// `more`: properties that the place asks for besides.
std::string entry(std::string_view name, const Command& command, std::string_view indent,
                  std::string_view more = "") {
    const std::string inner = std::string(indent) + "  ";
    return open_node(name, indent) + property("Context", context(command), inner) +
           property("URL", url(command), inner) + property("Title", command.label, inner) +
           property("Target", "_self", inner) + std::string(more) + close_node(indent);
}

std::string separator(std::string_view name, std::string_view indent) {
    const std::string inner = std::string(indent) + "  ";
    return open_node(name, indent) + property("URL", "private:separator", inner) + close_node(indent);
}

/// The entries in order, with a line between groups. Their order is that of the nodes' names.
std::string entries(Commands commands, bool toolbar, std::string_view indent) {
    std::string text;
    int number = 0;
    int group = -1;
    for (const Command& command : commands) {
        if (toolbar && !command.toolbar) continue;
        if (group != -1 && group != command.group) text += separator(fmt::format("n{:03}", ++number), indent);
        group = command.group;
        text += entry(fmt::format("n{:03}", ++number), command, indent);
    }
    return text;
}

std::string menu(Commands commands) {
    return open_node("org.kakehashi.menu", "      ") +
           property("Title", Text{"~Kakehashi", "架け橋(~K)"}, "        ") +
           property("Context", std::string(calc) + ",com.sun.star.frame.StartModule", "        ") +
           property("Target", "_self", "        ") + "        <node oor:name=\"Submenu\">\n" +
           entries(commands, false, "          ") + "        </node>\n" + close_node("      ");
}

std::string toolbar(Commands commands) {
    const std::string buttons = entries(commands, true, "      ");
    if (buttons.empty()) return {};
    return "  <node oor:name=\"OfficeToolBar\">\n" + open_node("org.kakehashi.toolbar", "    ") + buttons +
           close_node("    ") + "  </node>\n";
}

/// The tab Extension of the Tabbed interface, which has no menu. With a picture 7.4 leaves out the text.
std::string notebook_bar(Commands commands) {
    std::string buttons;
    int number = 0;
    for (const Command& command : commands)
        buttons +=
            entry(fmt::format("n{:03}", ++number), command, "      ", property("Style", "text", "        "));
    if (buttons.empty()) return {};
    return "  <node oor:name=\"OfficeNotebookBar\">\n" + open_node("org.kakehashi.notebookbar", "    ") +
           buttons + close_node("    ") + "  </node>\n";
}

/// The pictures of the commands, wherever LibreOffice shows them: small and large.
std::string images(Commands commands) {
    std::string text = "  <node oor:name=\"Images\">\n";
    for (const Command& command : commands)
        text += open_node("org.kakehashi.image." + std::string(command.id), "    ") +
                property("URL", url(command), "      ") + "      <node oor:name=\"UserDefinedImages\">\n" +
                property("ImageSmallURL", fmt::format("%origin%/icons/commands/{}-16.png", command.id),
                         "        ") +
                property("ImageBigURL", fmt::format("%origin%/icons/commands/{}-26.png", command.id),
                         "        ") +
                "      </node>\n" + close_node("    ");
    return text + "  </node>\n";
}

}  // namespace

std::string addons(Commands commands) {
    return component_head("org.openoffice.Office", "Addons") + "<node oor:name=\"AddonUI\">\n" +
           "  <node oor:name=\"OfficeMenuBar\">\n" + menu(commands) + "  </node>\n" + toolbar(commands) +
           notebook_bar(commands) + images(commands) + "</node>\n" + std::string(component_end);
}

std::string command_names(Commands commands) {
    std::string text = component_head("org.openoffice.Office.UI", "CalcCommands") +
                       "<node oor:name=\"UserInterface\">\n  <node oor:name=\"Commands\">\n";
    for (const Command& command : commands) {
        text += open_node(url(command), "    ") + property("Label", command.label, "      ") +
                property("TooltipLabel", command.help, "      ") + close_node("    ");
    }
    return text + "  </node>\n</node>\n" + std::string(component_end);
}

std::string body_declarations(Commands commands) {
    std::string text;
    for (const Command& command : commands)
        text += fmt::format("Result<Outcome> {}(Session& session);\n", body_name(command));
    return text;
}

std::string body_table(Commands commands) {
    std::string text =
        "#include \"addin/commands/bodies.hpp\"\n\nnamespace kakehashi::addin {\n\n"
        "Body body_of(std::string_view id) {\n";
    for (const Command& command : commands)
        text += fmt::format("    if (id == \"{}\") return {};\n", command.id, body_name(command));
    return text + "    return nullptr;\n}\n\n}  // namespace kakehashi::addin\n";
}

}  // namespace kakehashi::generate
