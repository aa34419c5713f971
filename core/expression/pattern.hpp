// Regular expressions of `matches`: RE2, because its matching takes linear time whatever the pattern.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/support/result.hpp"

namespace re2 {
class RE2;
}

namespace kakehashi {

class Pattern {
  public:
    /// If the pattern is invalid or too large, Err:502 that says what was expected, and RE2's reason.
    static Result<Pattern> compile(std::string_view pattern);

    /// True if any part of the folded text matches.
    bool matches(std::string_view folded) const;

  private:
    explicit Pattern(std::shared_ptr<const re2::RE2> compiled) : compiled_(std::move(compiled)) {}
    std::shared_ptr<const re2::RE2> compiled_;
};

}  // namespace kakehashi
