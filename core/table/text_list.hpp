// Many short texts in one piece of memory.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace kakehashi {

class TextList {
  public:
    std::size_t size() const { return ends_.size(); }
    std::string_view operator[](std::size_t i) const {
        const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
        return {characters_.data() + begin, ends_[i] - begin};
    }
    void push_back(std::string_view text) {
        characters_.insert(characters_.end(), text.begin(), text.end());
        ends_.push_back(characters_.size());
    }
    /// These texts alone, in no more memory than they need.
    void assign(std::span<const std::string_view> texts) {
        *this = {};
        std::size_t characters = 0;
        for (const std::string_view text : texts) characters += text.size();
        characters_.reserve(characters);
        ends_.reserve(texts.size());
        for (const std::string_view text : texts) push_back(text);
    }
    /// No more texts will come.
    void shrink() {
        characters_.shrink_to_fit();
        ends_.shrink_to_fit();
    }

  private:
    std::vector<char> characters_;  // stay where they are when the list is moved, unlike a string's
    std::vector<std::size_t> ends_;
};

}  // namespace kakehashi
