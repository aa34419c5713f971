#include "core/evidence/date_columns.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

#include "core/table/instant.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

// Whole words: `Candidate` holds a date only by its letters.
constexpr std::array<std::string_view, 28> date_words = {
    "date",    "dates",      "day",       "time",     "datetime", "timestamp", "visit",
    "visited", "login",      "logon",     "modified", "modify",   "updated",   "update",
    "created", "registered", "contacted", "called",   "seen",     "met",       "sent",
    "opened",  "closed",     "signed",    "joined",   "birthday", "deadline",  "expires"};
// Words written without a blank between them: `lastvisit`, `createdate`, `closedat`.
constexpr std::array<std::string_view, 9> date_endings = {
    "date", "datetime", "timestamp", "visit", "modified", "updated", "contacted", "createdat", "closedat"};
// What last happened: `Last contact`.
constexpr std::array<std::string_view, 9> last_events = {"activity", "contact", "call",    "email",   "mail",
                                                         "meeting",  "touch",   "session", "response"};
// With one of these it is a figure or a name: `Price per day`, `Visit ID`.
constexpr std::array<std::string_view, 20> other_words = {
    "per", "value", "amount", "count", "number",  "cost",   "price", "total", "rate", "score",
    "sum", "avg",   "mean",   "size",  "revenue", "budget", "id",    "no",    "code", "by"};

constexpr std::array<std::string_view, 6> japanese_date_words = {"日", "時", "訪問", "更新", "登録", "接触"};
// Compounds in which those mean something else.
constexpr std::array<std::string_view, 12> japanese_other_words = {
    "日本", "日数", "日給", "日額", "日商", "日経", "時間", "時価", "時給", "時短", "臨時", "同時"};
constexpr std::array<std::string_view, 18> japanese_other_endings = {
    "数", "額", "高", "費", "円", "価", "料",   "給",   "率",
    "量", "人", "件", "者", "id", "no", "番号", "売上", "コード"};

template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// The words of letters in a header, in small letters: `lastVisit_at` gives `last`, `visit`, `at`.
std::vector<std::string> latin_words(std::string_view header) {
    std::vector<std::string> words(1);
    char before = ' ';
    for (const char c : header) {
        if (is_upper(c) && is_lower(before)) words.emplace_back();
        if (is_upper(c) || is_lower(c)) {
            words.back() += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
        before = c;
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool english_date_words(const std::vector<std::string>& words) {
    if (words.empty()) return false;
    for (const std::string& word : words)
        if (is_one_of(other_words, word)) return false;
    for (const std::string& word : words) {
        if (is_one_of(date_words, word)) return true;
        if (word == "candidate" || word == "mandate") continue;
        if (std::ranges::any_of(date_endings, [&](auto ending) { return word.ends_with(ending); }))
            return true;
    }
    if (words.size() < 2) return false;
    const std::string& before = words[words.size() - 2];
    const std::string& last = words.back();
    if (last == "at" || (last == "on" && before.ends_with("ed"))) return true;
    return before == "last" && is_one_of(last_events, last);
}

bool japanese_date_word(std::string header) {
    for (const std::string_view ending : japanese_other_endings)
        if (header.ends_with(ending)) return false;
    for (const std::string_view other : japanese_other_words)
        for (std::size_t at = header.find(other); at != std::string::npos; at = header.find(other))
            header.replace(at, other.size(), " ");
    return std::ranges::any_of(japanese_date_words,
                               [&](auto word) { return header.find(word) != std::string::npos; });
}

constexpr Instant first_instant = instant_from_civil(std::chrono::year{1970} / 1 / 1);
constexpr Instant past_last_instant = instant_from_civil(std::chrono::year{2101} / 1 / 1);

bool in_range(Instant instant) {
    return instant >= first_instant && instant < past_last_instant;  // `no_instant` is before everything
}

/// Each text is read once, and only until one is no date: most columns of texts are through at the first.
class TextDates {
  public:
    explicit TextDates(const Column& column) : column_(column), read_(column.dictionary().size() + 1) {}

    bool is_date(Dictionary::Code code) {
        if (read_[code]) return true;
        const std::string_view text = column_.dictionary().text(code);
        if (!in_range(read_instant(text, column_.locale()))) return false;
        if (!read_number(text, column_.locale())) no_number_ = true;
        return read_[code] = true;
    }
    /// Whether some date was no number.
    bool no_number() const { return no_number_; }

  private:
    const Column& column_;
    std::vector<bool> read_;
    bool no_number_ = false;
};

}  // namespace

bool speaks_of_dates(std::string_view header) {
    // Small letters all if there are others than Latin ones; else their case separates words.
    std::string plain(header);
    if (std::ranges::any_of(header, [](char c) { return static_cast<unsigned char>(c) >= 0x80u; }))
        plain = fold(header);
    return english_date_words(latin_words(plain)) || japanese_date_word(fold_header(header));
}

bool holds_dates(const Column& column, std::string_view header) {
    const auto numbers = column.numbers();
    const auto codes = column.codes();
    TextDates texts(column);
    bool filled = false;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (!numbers.empty() && !std::isnan(numbers[row])) {
            if (!in_range(instant_from_serial(numbers[row] + column.locale().null_date))) return false;
        } else if (!codes.empty() && codes[row] != 0) {
            if (!texts.is_date(codes[row])) return false;
        } else {
            continue;
        }
        filled = true;
    }
    return filled && (texts.no_number() || speaks_of_dates(header));
}

}  // namespace kakehashi
