// How the reference and the help call what stands in the catalogue of functions.
#pragma once

#include <string>

#include "core/functions/function.hpp"

namespace kakehashi::generate {

/// `leads`, `date`
Text kind_name(ArgumentKind kind);
/// `a number`, for "Gives …".
Text returns_name(Returns returns);

}  // namespace kakehashi::generate
