// Handle objects of one document by the token in their cell's text.
//
// A handle cell whose source changed is recalculated before everything that refers to it, and gets a new
// token. So an object may read its columns whenever it needs them: as long as its token is asked for, its
// cells are unchanged.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "addin/arguments.hpp"
#include "core/functions/function.hpp"

namespace kakehashi::addin {

/// `3,120 leads · r0k3f9z21`: the token of a handle cell's text, if there is one.
std::optional<std::string> token_of(std::string_view text);

class Handles {
  public:
    static constexpr std::size_t most_tokens = 256;
    static constexpr std::size_t most_loaded = 16;

    struct Entry {
        const Function* function = nullptr;  // with its arguments: how to make the object again
        RawArguments arguments;
        std::optional<Object> object;
        unsigned in_use = 0;  // calls that read it just now
        std::uint64_t last_use = 0;
    };

    /// Keeps the object under a new token, and gives the cell's text. Older entries of the same function over
    /// the same cells forget their object: whoever still asks for them gets it made again.
    std::string keep(const Function& function, const RawArguments& arguments, const Handle& handle);
    /// Keeps it under the token that its cell already shows.
    std::shared_ptr<Entry> keep_as(const std::string& token, const Function& function,
                                   const RawArguments& arguments, const Object& object);
    /// Null if unknown.
    std::shared_ptr<Entry> find(const std::string& token);
    /// The one that stands for that very object; null if there is none.
    std::shared_ptr<const Entry> behind(const Object& object) const;
    std::size_t size() const { return entries_.size(); }

  private:
    void forget_older(const Entry& newest);
    void limit();

    std::unordered_map<std::string, std::shared_ptr<Entry>> entries_;
    std::uint64_t clock_ = 0;
};

}  // namespace kakehashi::addin
