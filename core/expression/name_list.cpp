#include "core/expression/name_list.hpp"

#include "core/expression/characters.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

bool is_comma(char32_t code) {
    return grammar::narrow(code) == U',' || code == U'、' || code == U'､';
}

class NameReader {
  public:
    explicit NameReader(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }

    std::string next() {
        rest_ = trim(rest_);
        std::string name;
        const char32_t closing = rest_.empty() ? 0 : grammar::closing_bracket(grammar::decode(rest_).code);
        if (closing != 0) name = take_bracketed(closing);
        while (!rest_.empty()) {
            const std::string_view character = take();
            if (is_comma(grammar::decode(character).code)) break;
            name += character;
        }
        return std::string(trim(name));
    }

  private:
    std::string_view take() {
        const std::string_view character = rest_.substr(0, grammar::decode(rest_).bytes);
        rest_.remove_prefix(character.size());
        return character;
    }
    bool is_next(char32_t code) const { return !rest_.empty() && grammar::decode(rest_).code == code; }

    std::string take_bracketed(char32_t closing) {
        std::string name;
        take();
        while (!rest_.empty()) {
            const bool closes = is_next(closing);
            const std::string_view character = take();
            if (closes && !is_next(closing)) break;
            if (closes) take();
            name += character;
        }
        return std::string(trim(name));
    }

    std::string_view rest_;
};

}  // namespace

std::vector<std::string> read_name_list(std::string_view text) {
    std::vector<std::string> names;
    NameReader reader(text);
    while (!reader.at_end())
        if (std::string name = reader.next(); !name.empty()) names.push_back(std::move(name));
    return names;
}

}  // namespace kakehashi
