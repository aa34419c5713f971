// LEAD.*: what past outcomes say of a definition.
#include "core/functions/catalogue.hpp"

namespace kakehashi {

std::vector<Function> lead_evidence_functions() {
    return {};
}

}  // namespace kakehashi
