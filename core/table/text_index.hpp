// From texts to their codes, compactly: 16 bytes per text, where a hash map of the standard library takes 56.
// Lead lists have a million ids.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace kakehashi {

/// Codes count from 1. The texts themselves stay with the owner, who says what the text of a code is.
class TextIndex {
  public:
    using Code = std::uint32_t;
    using Hash = std::uint32_t;

    static Hash hash_of(std::string_view text) {
        const std::uint64_t hash = std::hash<std::string_view>{}(text);
        return static_cast<Hash>(hash ^ (hash >> 32));
    }

    /// The code of the text; `next` if it is new, which it bears from then on.
    template <class TextOf>
    Code find_or_add(std::string_view text, Hash hash, Code next, TextOf&& text_of) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        Slot& slot = slots_[place(text, hash, text_of)];
        if (slot.code != 0) return slot.code;
        ++count_;
        slot = {hash, next};
        return next;
    }
    /// The code of the text; 0 if there is none.
    template <class TextOf>
    Code find(std::string_view text, Hash hash, TextOf&& text_of) const {
        return slots_.empty() ? 0 : slots_[place(text, hash, text_of)].code;
    }
    /// Room for that many texts.
    void reserve(std::size_t texts) {
        while (2 * texts > slots_.size()) grow();
    }
    /// Makes the processor fetch what a text with that hash will need.
    void prefetch(Hash hash) const {
        if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
    }
    /// Gives the memory back; the next text is the first one.
    void clear() { *this = {}; }

  private:
    struct Slot {
        Hash hash = 0;
        Code code = 0;  // 0: free
    };

    /// Where the text is, or would be: the first slot from its hash on that is free or holds it.
    template <class TextOf>
    std::size_t place(std::string_view text, Hash hash, TextOf&& text_of) const {
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

/// Calls `look_up(i, text, hash)` for each of `count` texts in their order, while the memory that the next
/// ones need in the index is on its way: the slots of a million texts do not fit the processor's cache.
template <class TextAt, class LookUp>
void for_each_ahead(const TextIndex& index, std::size_t count, TextAt&& text_at, LookUp&& look_up) {
    constexpr std::size_t ahead = 16;
    std::array<TextIndex::Hash, ahead> hashes{};
    for (std::size_t i = 0; i < count + ahead; ++i) {
        TextIndex::Hash& hash = hashes[i % ahead];
        if (i >= ahead) look_up(i - ahead, text_at(i - ahead), hash);
        if (i >= count) continue;
        hash = TextIndex::hash_of(text_at(i));
        index.prefetch(hash);
    }
}

}  // namespace kakehashi
