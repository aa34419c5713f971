#include "core/functions/function.hpp"

#include <cctype>
#include <cmath>

namespace kakehashi {

Value Function::evaluate(const Call& call) const {
    Value value = body(call);
    if (const double* number = std::get_if<double>(&value); number != nullptr && !std::isfinite(*number))
        return CellError{ErrorCode::overflow, {"The result is too large.", "結果が大きすぎます。"}};
    if (auto* matrix = std::get_if<NumberMatrix>(&value))
        for (auto& cell : matrix->cells)
            if (const double* number = std::get_if<double>(&cell);
                number != nullptr && !std::isfinite(*number))
                cell = ErrorCode::overflow;
    return value;
}

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
