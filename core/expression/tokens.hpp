// PEGTL rules for the smallest parts of the expression language.
#pragma once

#include <string>
#include <string_view>

#include <tao/pegtl.hpp>

#include "core/expression/characters.hpp"
#include "core/expression/scanning.hpp"
#include "core/expression/syntax_error.hpp"

namespace kakehashi::grammar {

namespace pegtl = tao::pegtl;

template <class Input>
std::string_view rest_of(const Input& in) {
    return {in.current(), in.size()};
}

/// What a rule with an action has matched.
template <class Input>
std::string_view matched(const Input& in) {
    return {in.begin(), in.size()};
}

/// What a scanning function finds.
template <std::size_t (*length_of)(std::string_view)>
struct token {
    using rule_t = token;
    using subs_t = pegtl::empty_list;

    template <class Input>
    static bool match(Input& in) {
        const std::size_t length = length_of(rest_of(in));
        if (length == 0) return false;
        in.bump(length);
        return true;
    }
};

/// Nothing, where `holds(rest of the text)`.
template <bool (*holds)(std::string_view)>
struct condition {
    using rule_t = condition;
    using subs_t = pegtl::empty_list;

    template <class Input>
    static bool match(Input& in) {
        return holds(rest_of(in));
    }
};

/// One character of a kind.
template <bool (*is_kind)(char32_t)>
struct character {
    using rule_t = character;
    using subs_t = pegtl::empty_list;

    template <class Input>
    static bool match(Input& in) {
        if (in.empty()) return false;
        const auto [code, bytes] = decode(rest_of(in));
        if (!is_kind(code)) return false;
        in.bump(bytes);
        return true;
    }
};

/// An ASCII character in any width, or one of its other shapes.
template <char32_t shape, char32_t... others>
struct symbol {
    using rule_t = symbol;
    using subs_t = pegtl::empty_list;

    template <class Input>
    static bool match(Input& in) {
        if (in.empty()) return false;
        const auto [code, bytes] = decode(rest_of(in));
        if (narrow(code) != shape && !((code == others) || ...)) return false;
        in.bump(bytes);
        return true;
    }
};

/// An English keyword: any case, any width, and no word going on behind it.
template <char... letters>
struct keyword {
    using rule_t = keyword;
    using subs_t = pegtl::empty_list;

    template <class Input>
    static bool match(Input& in) {
        constexpr char spelling[] = {letters...};
        const std::size_t length = spelling_length({spelling, sizeof...(letters)}, rest_of(in));
        if (length == 0 || word_length(rest_of(in)) > length) return false;
        in.bump(length);
        return true;
    }
};

/// From an opening character to its closing one, which stands for itself when doubled. `closing_of` gives the
/// closing character, 0 if the text does not open anything.
template <char32_t (*closing_of)(char32_t)>
struct enclosed {
    using rule_t = enclosed;
    using subs_t = pegtl::empty_list;

    template <class Input>
    static bool match(Input& in) {
        if (in.empty()) return false;
        const std::string_view text = rest_of(in);
        const char32_t closing = closing_of(decode(text).code);
        if (closing == 0) return false;
        if (const std::size_t length = enclosed_length(text, closing); length > 0) {
            in.bump(length);
            return true;
        }
        const std::string shape = encode(closing);
        throw SyntaxError{in.current(),
                          {"a closing " + shape + " for what begins here",
                           "ここから始まる部分を閉じる記号（" + shape + "）"}};
    }
};

/// `Rule`, or the end of parsing: from here on the text can mean nothing else. `What::text()` says what is
/// missing.
template <class Rule, class What>
struct expect {
    using rule_t = expect;
    using subs_t = pegtl::type_list<Rule>;

    template <pegtl::apply_mode A, pegtl::rewind_mode, template <class...> class Action,
              template <class...> class Control, class Input, class... States>
    static bool match(Input& in, States&&... states) {
        if (Control<Rule>::template match<A, pegtl::rewind_mode::required, Action, Control>(in, states...))
            return true;
        throw SyntaxError{in.current(), What::text()};
    }
};

}  // namespace kakehashi::grammar
