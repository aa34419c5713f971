#include "core/functions/function.hpp"

#include <cctype>

namespace kakehashi {

std::string Function::method() const {
    std::string result;
    bool in_group = true;
    bool first = false;
    for (const char c : name) {
        if (c == '.') {
            in_group = false;
            first = true;
            continue;
        }
        const unsigned char letter = static_cast<unsigned char>(c);
        result += static_cast<char>(!in_group && first ? std::toupper(letter) : std::tolower(letter));
        first = false;
    }
    return result;
}

std::string_view Function::group() const {
    return name.substr(0, name.find('.'));
}

}  // namespace kakehashi
