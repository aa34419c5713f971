#include <fmt/format.h>

#include "addin/generate/generate.hpp"

namespace kakehashi::generate {
namespace {

struct Types {
    std::string_view idl;
    std::string_view cpp;
};

/// Calc marks an argument as optional if, and only if, it is an `any`. A required value is therefore a text:
/// Calc writes numbers out in full, and an error stays the error it is.
Types types_of(const Parameter& parameter) {
    if (parameter.optional) return {"any", "css::uno::Any"};
    if (is_reference(parameter.kind))
        return {"com::sun::star::table::XCellRange", "css::uno::Reference<css::table::XCellRange>"};
    return {"string", "rtl::OUString"};
}

std::string idl_parameters(const Function& function) {
    std::string text = "[in] com::sun::star::beans::XPropertySet document";
    for (const Parameter& parameter : function.parameters)
        text += fmt::format(",\n                  [in] {} {}", types_of(parameter).idl, parameter.id);
    return text;
}

std::string cpp_parameters(const Function& function) {
    std::string text = "const css::uno::Reference<css::beans::XPropertySet>& document";
    for (const Parameter& parameter : function.parameters)
        text += fmt::format(", const {}& {}_", types_of(parameter).cpp, parameter.id);
    return text;
}

std::string raw_arguments(const Function& function) {
    std::string text;
    for (const Parameter& parameter : function.parameters) {
        const bool is_text = types_of(parameter).idl == "string";
        text += fmt::format("{}{}{}_{}", text.empty() ? "" : ", ", is_text ? "css::uno::Any(" : "",
                            parameter.id, is_text ? ")" : "");
    }
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
        text +=
            fmt::format("\ncss::uno::Any Functions::{}({}) {{\n    return call({}, document, {{{}}});\n}}\n",
                        function.method(), cpp_parameters(function), index++, raw_arguments(function));
    }
    return text + "\n}  // namespace kakehashi::addin\n";
}

}  // namespace kakehashi::generate
