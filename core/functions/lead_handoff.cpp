// LEAD.*: what became of the leads that marketing handed off.
#include "core/functions/catalogue.hpp"

namespace kakehashi {

std::vector<Function> lead_handoff_functions() {
    return {};
}

}  // namespace kakehashi
