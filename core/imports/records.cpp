#include "core/imports/records.hpp"

#include <algorithm>

#include "core/table/reading.hpp"

namespace kakehashi::imports {

std::size_t Records::filled(std::size_t row) const {
    std::size_t last = width(row);
    while (last > 0 && trim(at(row, last - 1)).empty()) --last;
    return last;
}

std::size_t Records::count_filled(std::size_t row) const {
    std::size_t count = 0;
    for (std::size_t column = 0; column < width(row); ++column)
        if (!trim(at(row, column)).empty()) ++count;
    return count;
}

void Records::add_field(std::string_view text) {
    fields_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(text.size())});
    text_ += text;
}

void Records::end_row(std::size_t line, Oddity oddity) {
    if (oddity != Oddity::none && oddities_.empty()) oddities_.resize(ends_.size(), Oddity::none);
    ends_.push_back(fields_.size());
    lines_.push_back(static_cast<std::uint32_t>(line));
    if (!oddities_.empty()) oddities_.push_back(oddity);
}

/// Works in place: a field without its doubled quotation marks is never longer than it was.
class RecordReader {
  public:
    RecordReader(std::string text, char delimiter) : records_(std::move(text)), delimiter_(delimiter) {
        const auto lines = static_cast<std::size_t>(std::ranges::count(records_.text_, '\n'));
        records_.ends_.reserve(lines + 1);
        records_.lines_.reserve(lines + 1);
    }

    Records read(std::size_t most) {
        while (at_ < end() && records_.size() < most) read_row();
        return std::move(records_);
    }

  private:
    std::size_t end() const { return records_.text_.size(); }
    char here() const { return records_.text_[at_]; }
    bool at_line_end() const { return at_ == end() || here() == '\n' || here() == '\r'; }

    void take_line_end() {
        if (at_ == end()) return;
        const bool carriage = here() == '\r';
        ++at_;
        if (carriage && at_ < end() && here() == '\n') ++at_;
        ++line_;
    }

    void read_row() {
        const std::size_t line = line_;
        const std::size_t first = records_.fields_.size();
        oddity_ = Oddity::none;
        bool blank = true;
        for (;;) {
            const Records::Field field = !at_line_end() && here() == '"' ? quoted() : plain();
            if (blank && !trim(records_.view(field)).empty()) blank = false;
            records_.fields_.push_back(field);
            if (at_ == end() || here() != delimiter_) break;
            ++at_;
        }
        take_line_end();
        if (blank) {
            records_.fields_.resize(first);
            return;
        }
        records_.end_row(line, oddity_);
    }

    Records::Field plain() {
        const std::size_t begin = at_;
        while (!at_line_end() && here() != delimiter_) ++at_;
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_ - begin)};
    }

    /// A field that begins with a quotation mark. If that is never closed, or closed in a later line in the
    /// middle of letters, it was none: the field then ends where any other does, lest the rows behind it
    /// vanish in one cell.
    Records::Field quoted() {
        const std::size_t opened = at_;
        const std::size_t opened_line = line_;
        const std::size_t closing = find_closing();
        const bool odd_end = closing != end() && !ends_field(closing + 1);
        if (closing == end() || (odd_end && line_ != opened_line)) {
            at_ = opened;
            line_ = opened_line;
            oddity_ = Oddity::open_quote;
            return plain();
        }
        const std::size_t begin = opened + 1;
        std::size_t length = unescape(begin, closing);
        at_ = closing + 1;
        if (odd_end) {
            if (oddity_ == Oddity::none) oddity_ = Oddity::stray_quote;
            while (!at_line_end() && here() != delimiter_) records_.text_[begin + length++] = here(), ++at_;
        }
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(length)};
    }

    bool ends_field(std::size_t at) const {
        if (at == end()) return true;
        const char c = records_.text_[at];
        return c == delimiter_ || c == '\n' || c == '\r';
    }

    /// The position of the closing quotation mark, the text's end if there is none; counts lines on the way.
    std::size_t find_closing() {
        const std::string& text = records_.text_;
        for (std::size_t i = at_ + 1; i < text.size(); ++i) {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
                ++line_;
            if (text[i] != '"') continue;
            if (i + 1 < text.size() && text[i + 1] == '"') {
                ++i;
                continue;
            }
            return i;
        }
        return text.size();
    }

    /// Of the characters begin … closing; returns how many remain.
    std::size_t unescape(std::size_t begin, std::size_t closing) {
        std::string& text = records_.text_;
        std::size_t to = begin;
        for (std::size_t from = begin; from < closing; ++from) {
            if (text[from] == '"') ++from;
            if (text[from] == '\r') {
                if (from + 1 < closing && text[from + 1] == '\n') ++from;
                text[to++] = '\n';
                continue;
            }
            text[to++] = text[from];
        }
        return to - begin;
    }

    Records records_;
    char delimiter_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    Oddity oddity_ = Oddity::none;
};

Records read_records(std::string text, char delimiter, std::size_t most) {
    return RecordReader(std::move(text), delimiter).read(most);
}

}  // namespace kakehashi::imports
