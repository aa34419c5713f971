// A sentence for people, in the two languages of the product. Everything a person may read is a `Text`,
// so that a missing translation does not compile.
#pragma once

#include <string>
#include <utility>

namespace kakehashi {

enum class Language { english, japanese };

struct Text {
    std::string en;
    std::string ja;

    const std::string& in(Language language) const { return language == Language::japanese ? ja : en; }
    friend bool operator==(const Text&, const Text&) = default;
};

}  // namespace kakehashi
