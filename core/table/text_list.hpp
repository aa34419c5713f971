// Many short texts in one piece of memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kakehashi {

class TextList {
  public:
    std::size_t size() const { return ends_.size(); }
    std::string_view operator[](std::size_t i) const {
        const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
        return std::string_view(characters_).substr(begin, ends_[i] - begin);
    }
    void push_back(std::string_view text) {
        characters_ += text;
        ends_.push_back(characters_.size());
    }

  private:
    std::string characters_;
    std::vector<std::size_t> ends_;
};

}  // namespace kakehashi
