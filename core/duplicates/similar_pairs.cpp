#include "core/duplicates/similar_pairs.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>
#include <vector>

namespace kakehashi {
namespace {

constexpr std::uint64_t base = 0x9E3779B97F4A7C15u;

/// Hashes of all passages of one text (Karp and Rabin 1987, modulo 2^64). Different passages may share one:
/// that costs a comparison, not a pair.
class Passages {
  public:
    void read(std::u32string_view text) {
        prefixes_.assign(1, 0);
        for (const char32_t c : text) prefixes_.push_back(prefixes_.back() * base + c + 1);
        while (powers_.size() <= text.size()) powers_.push_back(powers_.back() * base);
    }
    std::uint64_t hash(std::size_t begin, std::size_t length) const {
        return prefixes_[begin + length] - prefixes_[begin] * powers_[length];
    }

  private:
    std::vector<std::uint64_t> prefixes_;
    std::vector<std::uint64_t> powers_ = {1};
};

/// Segment `i` of `count` of a text: as even as they can be.
struct Segment {
    std::size_t begin;
    std::size_t length;
};
Segment segment(std::size_t length, std::size_t count, std::size_t i) {
    const std::size_t begin = i * length / count;
    return {begin, (i + 1) * length / count - begin};
}

/// The segments of the texts of one length, by number and content.
class SegmentIndex {
  public:
    void fill(const TextComparison& comparison, std::span<const std::uint32_t> numbers, std::size_t count) {
        const std::size_t slots = std::bit_ceil(numbers.size() * count * 2);
        shift_ = 64 - std::countr_zero(slots);
        heads_.assign(slots, none);
        entries_.clear();
        Passages passages;
        for (std::uint32_t at = 0; at < numbers.size(); ++at) {
            const std::u32string_view text = comparison.text(numbers[at]);
            passages.read(text);
            for (std::size_t i = 0; i < count; ++i) {
                const Segment part = segment(text.size(), count, i);
                const std::uint64_t key = key_of(i, passages.hash(part.begin, part.length));
                entries_.push_back({key, at, std::exchange(heads_[slot(key)], entries_.size())});
            }
        }
        comparison.effort().spent += 4 * entries_.size();
    }

    /// Calls `visit` with the position in `numbers` of each text that has this segment.
    template <class Visitor>
    bool each(std::size_t i, std::uint64_t hash, Visitor&& visit) const {
        const std::uint64_t key = key_of(i, hash);
        for (std::size_t at = heads_[slot(key)]; at != none; at = entries_[at].next)
            if (entries_[at].key == key && !visit(entries_[at].position)) return false;
        return true;
    }

  private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    struct Entry {
        std::uint64_t key;
        std::uint32_t position;
        std::size_t next;
    };
    static std::uint64_t key_of(std::size_t i, std::uint64_t hash) { return hash + i * 0xD1B54A32D192ED03u; }
    std::size_t slot(std::uint64_t key) const {
        key ^= key >> 32;
        return static_cast<std::size_t>(key * base >> shift_);
    }

    int shift_ = 63;
    std::vector<std::size_t> heads_;
    std::vector<Entry> entries_;
};

class Join {
  public:
    using Visit = std::function<bool(std::uint32_t, std::uint32_t)>;

    Join(TextComparison& comparison, std::span<const std::uint32_t> numbers, const Visit& visit)
        : comparison_(comparison), visit_(visit), numbers_(numbers.begin(), numbers.end()) {
        std::ranges::sort(numbers_, {},
                          [&](std::uint32_t number) { return comparison_.text(number).size(); });
        for (std::size_t i = 0; i < numbers_.size(); ++i) {
            const std::size_t length = comparison_.text(numbers_[i]).size();
            if (groups_.empty() || groups_.back().length != length) groups_.push_back({length, i, i});
            groups_.back().end = i + 1;
        }
    }

    bool run() {
        for (std::size_t shorter = 0; shorter < groups_.size(); ++shorter) {
            indexed_for_ = 0;
            looked_at_.assign(groups_[shorter].count(), none);
            for (std::size_t longer = shorter; longer < groups_.size(); ++longer) {
                const std::size_t most = comparison_.differences(groups_[longer].length);
                // Longer ones still are further away: length − most grows with the length.
                if (groups_[longer].length - groups_[shorter].length > most) break;
                if (most > 0 && !join(groups_[shorter], groups_[longer], most)) return false;
            }
        }
        return true;
    }

  private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    /// Texts of one length, in `numbers_`.
    struct Group {
        std::size_t length;
        std::size_t begin;
        std::size_t end;
        std::size_t count() const { return end - begin; }
    };

    bool join(const Group& shorter, const Group& longer, std::size_t most) {
        const std::size_t count = most + 1;
        // Looking a passage up costs as much as looking at some ten texts, and segments of one character are
        // everywhere.
        if (shorter.length < 2 * count || shorter.count() <= 10 * count * count)
            return join_directly(shorter, longer);
        if (indexed_for_ != count) {
            index_.fill(comparison_, std::span(numbers_).subspan(shorter.begin, shorter.count()), count);
            indexed_for_ = count;
        }
        for (std::size_t at = longer.begin; at < longer.end; ++at)
            if (comparison_.effort().exhausted() || !look_up(shorter, longer, at, most)) return false;
        return true;
    }

    bool join_directly(const Group& shorter, const Group& longer) {
        for (std::size_t at = longer.begin; at < longer.end; ++at) {
            const std::size_t end = std::min(shorter.end, at);
            for (std::size_t other = shorter.begin; other < end; ++other)
                if (!compare(at, other)) return false;
        }
        return true;
    }

    /// Looks for each segment of the shorter texts in the text at `at`. If it is moved by s places, there are
    /// at least |s| differences on its left and |difference of the lengths − s| on its right.
    bool look_up(const Group& shorter, const Group& longer, std::size_t at, std::size_t most) {
        const std::size_t extra = longer.length - shorter.length;
        const std::size_t back = (most - extra) / 2;
        const std::size_t forth = (most + extra) / 2;
        passages_.read(comparison_.text(numbers_[at]));
        const auto look_at = [&](std::uint32_t position) {
            const std::size_t other = shorter.begin + position;
            ++comparison_.effort().spent;
            if (other >= at || looked_at_[position] == at) return true;
            looked_at_[position] = static_cast<std::uint32_t>(at);
            return compare(at, other);
        };
        for (std::size_t i = 0; i <= most; ++i) {
            const Segment part = segment(shorter.length, most + 1, i);
            const std::size_t first = part.begin > back ? part.begin - back : 0;
            const std::size_t last = std::min(part.begin + forth, longer.length - part.length);
            comparison_.effort().spent += 4 * (last + 1 - first);
            for (std::size_t begin = first; begin <= last; ++begin)
                if (!index_.each(i, passages_.hash(begin, part.length), look_at)) return false;
        }
        return true;
    }

    bool compare(std::size_t at, std::size_t other) {
        if (comparison_.effort().exhausted()) return false;
        const std::uint32_t a = numbers_[at];
        const std::uint32_t b = numbers_[other];
        return !comparison_.similar(a, b) || visit_(a, b);
    }

    TextComparison& comparison_;
    const Visit& visit_;
    std::vector<std::uint32_t> numbers_;  // by length
    std::vector<Group> groups_;
    SegmentIndex index_;
    std::size_t indexed_for_ = 0;  // segments per text; 0: none yet
    std::vector<std::uint32_t>
        looked_at_;  // by position in the shorter group: the last text it was compared with
    Passages passages_;
};

}  // namespace

bool similar_pairs(TextComparison& comparison, std::span<const std::uint32_t> numbers,
                   const std::function<bool(std::uint32_t, std::uint32_t)>& visit) {
    return Join(comparison, numbers, visit).run() && !comparison.effort().exhausted();
}

}  // namespace kakehashi
