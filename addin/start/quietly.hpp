// The wrapper at every UNO entry of this small library, which has no list of messages: nothing is thrown into
// the office.
#pragma once

namespace kakehashi::addin {

template <class Work>
void quietly(Work&& work) noexcept {
    try {
        work();
    } catch (...) {  // NOLINT(bugprone-empty-catch): what fails here has nobody to tell it to
    }
}

}  // namespace kakehashi::addin
