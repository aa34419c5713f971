#include <fmt/format.h>

#include "addin/generate/generate.hpp"

namespace kakehashi::generate {
namespace {

/// Only references become cell ranges; whatever Calc would convert or refuse on its own comes as it is.
bool is_range(const Parameter& parameter) {
    return is_reference(parameter.kind) && !parameter.optional;
}

std::string idl_parameters(const Function& function) {
    std::string text = "[in] com::sun::star::beans::XPropertySet document";
    for (const Parameter& parameter : function.parameters)
        text += fmt::format(",\n                  [in] {} {}",
                            is_range(parameter) ? "com::sun::star::table::XCellRange" : "any", parameter.id);
    return text;
}

std::string cpp_parameters(const Function& function) {
    std::string text = "const css::uno::Reference<css::beans::XPropertySet>& document";
    for (const Parameter& parameter : function.parameters)
        text +=
            fmt::format(", const {}& {}_",
                        is_range(parameter) ? "css::uno::Reference<css::table::XCellRange>" : "css::uno::Any",
                        parameter.id);
    return text;
}

}  // namespace

std::string interface_text(std::span<const Function> functions) {
    std::string text =
        "// The functions that cells can call. Made from the catalogue in core/functions; files store these "
        "names, so a\n"
        "// released one never changes or goes.\n"
        "module org { module kakehashi {\n"
        "\n"
        "interface XFunctions\n"
        "{\n";
    for (const Function& function : functions)
        text += fmt::format("    /// {}\n    any {}({});\n", function.name, function.method(),
                            idl_parameters(function));
    text +=
        "};\n"
        "\n"
        "service Functions : XFunctions;\n"
        "\n"
        "/// Why the last errors came up, newest first, one text each: \"LEAD.COUNT: Err:502: ...\".\n"
        "service Messages : com::sun::star::container::XIndexAccess;\n"
        "\n"
        "}; };\n";
    return text;
}

std::string released_text(std::span<const Function> functions) {
    std::string text;
    for (const Function& function : functions) {
        text += function.method();
        for (const Parameter& parameter : function.parameters)
            text += fmt::format(" {}{}", parameter.id, parameter.optional ? "?" : "");
        text += '\n';
    }
    return text;
}

std::string method_declarations(std::span<const Function> functions) {
    std::string text;
    for (const Function& function : functions)
        text += fmt::format("css::uno::Any SAL_CALL {}({}) override;\n", function.method(),
                            cpp_parameters(function));
    return text;
}

std::string method_definitions(std::span<const Function> functions) {
    std::string text = "#include \"addin/functions.hpp\"\n\nnamespace kakehashi::addin {\n";
    std::size_t index = 0;
    for (const Function& function : functions) {
        std::string arguments;
        for (const Parameter& parameter : function.parameters)
            arguments += fmt::format("{}{}_", arguments.empty() ? "" : ", ", parameter.id);
        text +=
            fmt::format("\ncss::uno::Any Functions::{}({}) {{\n    return call({}, document, {{{}}});\n}}\n",
                        function.method(), cpp_parameters(function), index++, arguments);
    }
    return text + "\n}  // namespace kakehashi::addin\n";
}

}  // namespace kakehashi::generate
