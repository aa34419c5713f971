// An expression in the words of people, for what they only read: panels, cards, questions. Functions return
// expressions as they are written.
#pragma once

#include <string>
#include <string_view>

#include "core/expression/expression.hpp"
#include "core/support/text.hpp"

namespace kakehashi {

/// `Employees ≥ 100`, `Source is Web or Referral`; `従業員数が100以上`, `流入元がWebか紹介`.
std::string shown(const Node& expression, Language language);

/// A number of that column: `8,800`; years stay as they are.
std::string shown_number(std::string_view column, double number);

}  // namespace kakehashi
