#include "core/duplicates/legal_forms.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "core/duplicates/letters.hpp"

namespace kakehashi {
namespace {

using View = std::u32string_view;

// As `plain_letters` leaves them: no small kana, no full-width Latin letters.

constexpr std::array<View, 14> companies = {
    U"株式会社",         U"有限会社",         U"合同会社",         U"合資会社",         U"合名会社",
    U"カブシキガイシヤ", U"カブシキカイシヤ", U"ユウゲンガイシヤ", U"ユウゲンカイシヤ", U"ゴウドウガイシヤ",
    U"ゴウドウカイシヤ", U"かぶしきがいしや", U"ゆうげんがいしや", U"ごうどうがいしや",
};

/// What stands in brackets: (株), (一社), (カブ).
constexpr std::array<View, 23> abbreviations = {
    U"株", U"有",   U"同",   U"資",   U"名",   U"相",   U"社",   U"財",   U"学", U"医",   U"福", U"宗",
    U"独", U"特非", U"一社", U"一財", U"公社", U"公財", U"社福", U"カブ", U"カ", U"ユウ", U"ユ",
};

/// Longer ones before those they end or begin with.
constexpr std::array<View, 29> corporations = {
    U"一般社団法人",       U"公益社団法人", U"社団法人",           U"一般財団法人", U"公益財団法人",
    U"財団法人",           U"社会医療法人", U"特定医療法人",       U"医療法人社団", U"医療法人財団",
    U"医療法人",           U"社会福祉法人", U"特定非営利活動法人", U"npo法人",      U"準学校法人",
    U"学校法人",           U"宗教法人",     U"地方独立行政法人",   U"独立行政法人", U"国立大学法人",
    U"公立大学法人",       U"監査法人",     U"税理士法人",         U"弁護士法人",   U"司法書士法人",
    U"社会保険労務士法人", U"特許業務法人", U"農事組合法人",       U"相互会社",
};

/// In transfers: カ)アサヒ, アサヒ(カ.
constexpr std::array<View, 5> bank_marks = {U"カ", U"ユ", U"メ", U"シ", U"ド"};

using Words = std::vector<View>;

const std::vector<Words>& leading_forms() {
    static const std::vector<Words> forms = {
        {U"kk"},
        {U"gk"},
        {U"kabushikigaisha"},
        {U"kabushikikaisha"},
        {U"kabushiki", U"gaisha"},
        {U"kabushiki", U"kaisha"},
        {U"yugen", U"gaisha"},
        {U"yugen", U"kaisha"},
        {U"godo", U"gaisha"},
        {U"godo", U"kaisha"},
    };
    return forms;
}

const std::vector<Words>& trailing_forms() {
    static const std::vector<Words> forms = [] {
        std::vector<Words> result = {
            {U"limited", U"liability", U"company"},
            {U"limited", U"liability", U"partnership"},
            {U"public", U"limited", U"company"},
            {U"private", U"limited"},
            {U"sa", U"de", U"cv"},
            {U"sà", U"rl"},
            {U"sàrl"},
            {U"sp", U"z", U"oo"},
        };
        for (const View word :
             {U"inc",         U"incorporated", U"ltd",     U"limited", U"llc", U"llp", U"lp",  U"corp",
              U"corporation", U"co",           U"company", U"plc",     U"pty", U"pte", U"pvt", U"gmbh",
              U"mbh",         U"ag",           U"kg",      U"kgaa",    U"ohg", U"ug",  U"se",  U"sa",
              U"sas",         U"sasu",         U"sarl",    U"eurl",    U"srl", U"spa", U"sl",  U"slu",
              U"ltda",        U"bv",           U"nv",      U"bvba",    U"cv",  U"oy",  U"oyj", U"ab",
              U"as",          U"asa",          U"aps",     U"sro",     U"kft", U"sdn", U"bhd"})
            result.push_back({word});
        result.insert(result.end(), leading_forms().begin(), leading_forms().end());
        return result;
    }();
    return forms;
}

bool has_letters(View text) {
    return !std::ranges::all_of(text, is_separator);
}

bool contains(std::span<const View> list, View text) {
    return std::ranges::find(list, text) != list.end();
}

View trimmed(View text) {
    while (!text.empty() && is_separator(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_separator(text.back())) text.remove_suffix(1);
    return text;
}

/// Takes the passage away if letters are left without it.
bool take(std::u32string& text, std::size_t at, std::size_t length) {
    std::u32string rest = text;
    rest.replace(at, length, 1, U' ');
    if (!has_letters(rest)) return false;
    text = std::move(rest);
    return true;
}

char32_t plain_bracket(char32_t c) {
    if (c == U'[' || c == U'〔' || c == U'【' || c == U'〈' || c == U'<') return U'(';
    if (c == U']' || c == U'〕' || c == U'】' || c == U'〉' || c == U'>') return U')';
    return c;
}

void take_abbreviations(std::u32string& text) {
    for (std::size_t open = text.find(U'('); open != text.npos; open = text.find(U'(', open + 1)) {
        const std::size_t close = text.find(U')', open);
        if (close == text.npos) return;
        if (contains(abbreviations, trimmed(View(text).substr(open, close - open + 1))))
            take(text, open, close - open + 1);
    }
}

void take_companies(std::u32string& text) {
    for (const View form : companies)
        for (std::size_t at = text.find(form); at != text.npos; at = text.find(form, at + 1))
            take(text, at, form.size());
}

void take_bank_marks(std::u32string& text) {
    for (const View mark : bank_marks) {
        const std::size_t end = text.size();
        if (text.starts_with(mark) && text.substr(mark.size()).starts_with(U')'))
            take(text, 0, mark.size() + 1);
        if (end > mark.size() && text.ends_with(mark) && text[end - mark.size() - 1] == U'(')
            take(text, end - mark.size() - 1, mark.size() + 1);
    }
}

View without_corporations(View text) {
    for (bool found = true; found;) {
        found = false;
        text = trimmed(text);
        if (contains(corporations, text)) return text;
        for (const View form : corporations) {
            if (text.starts_with(form)) {
                text.remove_prefix(form.size());
            } else if (text.ends_with(form)) {
                text.remove_suffix(form.size());
            } else {
                continue;
            }
            found = true;
            break;
        }
    }
    return text;
}

bool is_initial(View word) {
    return word.size() == 1 && ((word.front() >= U'a' && word.front() <= U'z') || word.front() == U'à');
}

/// Words between separators; letters with dots or a stroke behind them are one word: S.A., K. K., A/S.
std::vector<std::u32string> words_of(View text) {
    std::vector<std::u32string> words;
    bool initials = false;  // the last word is made of letters, and a dot stands behind it
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && !is_separator(text[at])) ++at;
        const View word = text.substr(begin, at - begin);
        const std::size_t gap = at;
        while (at < text.size() && is_separator(text[at])) ++at;
        if (word.empty()) continue;
        const bool dotted = gap < text.size() && (text[gap] == U'.' || text[gap] == U'/');
        if (initials && is_initial(word)) {
            words.back() += word;
        } else {
            words.emplace_back(word);
        }
        initials = is_initial(word) && dotted;
    }
    return words;
}

bool ends_with(const std::vector<std::u32string>& words, const Words& form) {
    return words.size() > form.size() && std::equal(form.rbegin(), form.rend(), words.rbegin());
}

bool starts_with(const std::vector<std::u32string>& words, const Words& form) {
    return words.size() > form.size() && std::equal(form.begin(), form.end(), words.begin());
}

void take_words(std::vector<std::u32string>& words) {
    const auto ending = [&] {
        return std::ranges::find_if(trailing_forms(),
                                    [&](const Words& form) { return ends_with(words, form); });
    };
    for (auto form = ending(); form != trailing_forms().end(); form = ending()) {
        words.resize(words.size() - form->size());
        if (words.size() > 1 && words.back() == U"and") words.pop_back();
    }
    for (const Words& form : leading_forms())
        if (starts_with(words, form))
            words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(form.size()));
    const auto is_and = [](const std::u32string& word) { return word == U"and"; };
    if (!std::ranges::all_of(words, is_and)) std::erase_if(words, is_and);
}

}  // namespace

std::u32string without_legal_forms(std::u32string_view letters) {
    std::u32string text(letters);
    std::ranges::transform(text, text.begin(), plain_bracket);
    take_abbreviations(text);
    take_companies(text);
    take_bank_marks(text);
    std::vector<std::u32string> words = words_of(without_corporations(text));
    take_words(words);
    std::u32string result;
    for (const std::u32string& word : words) {
        if (!result.empty()) result += U' ';
        result += word;
    }
    return result;
}

}  // namespace kakehashi
