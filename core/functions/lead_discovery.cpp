// LEAD.*: what past outcomes suggest: rules that were worth having, chances of single leads.
#include "core/functions/catalogue.hpp"

namespace kakehashi {

std::vector<Function> lead_discovery_functions() {
    return {};
}

}  // namespace kakehashi
