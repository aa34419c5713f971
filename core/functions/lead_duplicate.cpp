// LEAD.*: leads that stand in the list twice.
#include "core/functions/catalogue.hpp"

namespace kakehashi {

std::vector<Function> lead_duplicate_functions() {
    return {};
}

}  // namespace kakehashi
