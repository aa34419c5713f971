// From texts to their codes, compactly: 16 bytes per text, where a hash map of the standard library takes 56.
// Lead lists have a million ids.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace kakehashi {

/// Codes count from 1. The texts themselves stay with the owner, who says what the text of a code is.
class TextIndex {
  public:
    using Code = std::uint32_t;

    /// The code of the text; `next` if it is new, which it bears from then on.
    template <class TextOf>
    Code find_or_add(std::string_view text, Code next, TextOf&& text_of) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        const std::uint32_t hash = hash_of(text);
        Slot& slot = slots_[place(text, hash, text_of)];
        if (slot.code != 0) return slot.code;
        ++count_;
        slot = {hash, next};
        return next;
    }
    /// The code of the text; 0 if there is none.
    template <class TextOf>
    Code find(std::string_view text, TextOf&& text_of) const {
        return slots_.empty() ? 0 : slots_[place(text, hash_of(text), text_of)].code;
    }
    /// Gives the memory back; the next text is the first one.
    void clear() { *this = {}; }

  private:
    struct Slot {
        std::uint32_t hash = 0;
        Code code = 0;  // 0: free
    };

    static std::uint32_t hash_of(std::string_view text) {
        const std::uint64_t hash = std::hash<std::string_view>{}(text);
        return static_cast<std::uint32_t>(hash ^ (hash >> 32));
    }
    /// Where the text is, or would be: the first slot from its hash on that is free or holds it.
    template <class TextOf>
    std::size_t place(std::string_view text, std::uint32_t hash, TextOf&& text_of) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = hash & mask;
        while (slots_[at].code != 0 && (slots_[at].hash != hash || text_of(slots_[at].code) != text))
            at = (at + 1) & mask;
        return at;
    }
    void grow() {
        std::vector<Slot> old(slots_.empty() ? 16 : 2 * slots_.size());
        old.swap(slots_);
        const std::size_t mask = slots_.size() - 1;
        for (const Slot& slot : old) {
            if (slot.code == 0) continue;
            std::size_t at = slot.hash & mask;
            while (slots_[at].code != 0) at = (at + 1) & mask;
            slots_[at] = slot;
        }
    }

    std::vector<Slot> slots_;  // a power of two, at most half of them taken
    std::size_t count_ = 0;
};

}  // namespace kakehashi
