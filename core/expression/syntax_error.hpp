// How parsing stops: thrown by grammar rules, caught by `parse_expression`, never seen outside.
#pragma once

#include "core/support/text.hpp"

namespace kakehashi::grammar {

struct SyntaxError {
    const char* at;  // where in the text
    Text expected;   // what should have been there
};

}  // namespace kakehashi::grammar
