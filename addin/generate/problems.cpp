#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string_view>

#include "addin/generate/generate.hpp"

namespace kakehashi::generate {
namespace {

bool is_identifier(std::string_view id) {
    // Words of the interface language and of C++ (the SDK's tool does not rename them), and our first
    // argument.
    static constexpr std::array<std::string_view, 101> reserved = {
        "and",          "any",       "asm",       "attribute", "auto",      "bool",      "boolean",
        "bound",        "break",     "byte",      "case",      "catch",     "char",      "class",
        "compl",        "concept",   "const",     "constants", "consteval", "constexpr", "constinit",
        "constrained",  "continue",  "default",   "delete",    "do",        "document",  "double",
        "else",         "enum",      "exception", "explicit",  "export",    "extern",    "false",
        "float",        "for",       "friend",    "get",       "goto",      "hyper",     "if",
        "in",           "inline",    "inout",     "int",       "interface", "long",      "maybeambiguous",
        "maybedefault", "maybevoid", "module",    "mutable",   "namespace", "new",       "noexcept",
        "not",          "nullptr",   "operator",  "optional",  "or",        "out",       "private",
        "property",     "protected", "public",    "published", "raises",    "readonly",  "register",
        "removable",    "requires",  "return",    "sequence",  "service",   "set",       "short",
        "signed",       "singleton", "sizeof",    "static",    "string",    "struct",    "switch",
        "template",     "this",      "throw",     "transient", "true",      "try",       "type",
        "typedef",      "typename",  "union",     "unsigned",  "using",     "virtual",   "void",
        "volatile",     "while",     "xor"};
    return !id.empty() && std::islower(static_cast<unsigned char>(id.front())) &&
           std::all_of(id.begin(), id.end(), [](unsigned char c) { return std::isalnum(c); }) &&
           std::find(reserved.begin(), reserved.end(), id) == reserved.end();
}

bool in_both_languages(const Text& text) {
    return !text.en.empty() && !text.ja.empty();
}

void check_parameters(const Function& function, std::vector<std::string>& found) {
    const std::string name(function.name);
    std::set<std::string_view> ids;
    bool optional = false;
    for (const Parameter& parameter : function.parameters) {
        const std::string argument = name + ", argument " + std::string(parameter.id) + ": ";
        if (!is_identifier(parameter.id))
            found.push_back(argument + "the id is no identifier, or a reserved one");
        if (!ids.insert(parameter.id).second) found.push_back(argument + "the id is used twice");
        if (!in_both_languages(parameter.name)) found.push_back(argument + "the name lacks a language");
        if (!in_both_languages(parameter.summary)) found.push_back(argument + "the summary lacks a language");
        if (optional && !parameter.optional) found.push_back(argument + "required behind an optional one");
        optional = parameter.optional;
    }
}

}  // namespace

std::vector<std::string> problems(std::span<const Function> functions) {
    std::vector<std::string> found;
    std::set<std::string> methods;
    for (const Function& function : functions) {
        const std::string name(function.name);
        if (!is_identifier(function.method())) found.push_back(name + ": the method is no identifier");
        if (!methods.insert(function.method()).second) found.push_back(name + ": the method exists twice");
        if (function.since.empty()) found.push_back(name + ": no release is named");
        if (!in_both_languages(function.summary)) found.push_back(name + ": the summary lacks a language");
        if (function.body == nullptr) found.push_back(name + ": there is no body");
        check_parameters(function, found);
    }
    return found;
}

}  // namespace kakehashi::generate
