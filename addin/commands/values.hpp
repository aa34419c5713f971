// Arguments of commands as UNO hands them over.
#pragma once

#include <string>

#include "addin/uno.hpp"

namespace kakehashi::addin {

/// Texts as they are, numbers in full, `yes` and `no`; empty for everything else.
std::string argument_text(const css::uno::Any& value);

}  // namespace kakehashi::addin
