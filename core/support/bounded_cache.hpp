// What was worked out under a name, kept for the next who asks, but not without end.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>

namespace kakehashi {

template <class Value>
class BoundedCache {
  public:
    /// When `capacity` values are kept, the next one drives them all out.
    explicit BoundedCache(std::size_t capacity) : capacity_(capacity) {}
    /// For values of so many bytes: some 64 MB, but at least eight values and at most 1024.
    static BoundedCache for_bytes(std::size_t bytes_each) {
        constexpr std::size_t most = std::size_t{1} << 26;
        return BoundedCache(std::clamp<std::size_t>(most / (bytes_each + 1), 8, 1024));
    }
    /// For values of about eight bytes per row.
    static BoundedCache for_rows(std::size_t rows) { return for_bytes(8 * (rows + 1)); }

    /// Null if it is not kept. Valid until the next `keep`.
    const Value* find(const std::string& name) const {
        const auto found = values_.find(name);
        return found == values_.end() ? nullptr : &found->second;
    }
    const Value& keep(const std::string& name, Value value) {
        if (values_.size() >= capacity_) values_.clear();
        return values_.insert_or_assign(name, std::move(value)).first->second;
    }
    std::size_t size() const { return values_.size(); }

  private:
    std::size_t capacity_;
    std::unordered_map<std::string, Value> values_;
};

}  // namespace kakehashi
