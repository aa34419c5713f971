#include "core/functions/value.hpp"

#include <utility>

namespace kakehashi {

TextMatrix text_column(std::vector<std::string> texts) {
    const std::size_t rows = texts.size();
    return {rows, 1, std::move(texts)};
}

}  // namespace kakehashi
