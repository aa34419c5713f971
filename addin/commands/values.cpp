#include "addin/commands/values.hpp"

#include <fmt/format.h>

namespace kakehashi::addin {

std::string argument_text(const css::uno::Any& value) {
    bool flag = false;
    double number = 0;
    OUString text;
    if (value >>= text) return to_utf8(text);
    if (value >>= flag) return flag ? "yes" : "no";
    if (value >>= number) return fmt::format("{}", number);
    return {};
}

}  // namespace kakehashi::addin
