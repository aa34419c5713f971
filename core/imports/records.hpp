// The rows of a delimited text: CSV as RFC 4180 has it, and as people really get it.
//
// Rows that cannot be told apart for certain are read as well as possible and reported; none is dropped here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kakehashi::imports {

/// What was odd about a row.
enum class Oddity : std::uint8_t {
    none,
    open_quote,   // a quotation mark opens a cell and never closes it
    stray_quote,  // letters follow a closing quotation mark; kept
};

/// Fields are views into one text, 8 bytes each: a million rows of twenty columns stay in 160 MB.
class Records {
  public:
    static constexpr std::size_t largest_text = 0xFFFFFF00;  // bytes

    Records() = default;
    explicit Records(std::string text) : text_(std::move(text)) {}

    std::size_t size() const { return ends_.size(); }
    std::size_t width(std::size_t row) const { return ends_[row] - begin(row); }
    /// Blank where the row is shorter.
    std::string_view at(std::size_t row, std::size_t column) const {
        return column < width(row) ? view(fields_[begin(row) + column]) : std::string_view();
    }
    /// 1-based line of the file on which the row begins.
    std::size_t line(std::size_t row) const { return lines_[row]; }
    Oddity oddity(std::size_t row) const { return oddities_.empty() ? Oddity::none : oddities_[row]; }
    /// The last column with anything in it, plus one.
    std::size_t filled(std::size_t row) const;
    /// How many fields hold anything.
    std::size_t count_filled(std::size_t row) const;

    /// For sources other than text (databases): appends a row field by field.
    void add_field(std::string_view text);
    void end_row(std::size_t line, Oddity oddity = Oddity::none);

  private:
    friend class RecordReader;
    struct Field {
        std::uint32_t begin = 0;
        std::uint32_t length = 0;
    };
    std::string_view view(Field field) const { return {text_.data() + field.begin, field.length}; }
    std::size_t begin(std::size_t row) const { return row == 0 ? 0 : ends_[row - 1]; }

    std::string text_;
    std::vector<Field> fields_;
    std::vector<std::size_t> ends_;  // of each row's fields
    std::vector<std::uint32_t> lines_;
    std::vector<Oddity> oddities_;  // empty as long as there is none
};

/// Splits `text` (at most `Records::largest_text` bytes) at `delimiter`; stops after `most` rows. Lines end
/// with LF, CR LF or CR; wholly blank ones are skipped. In quoted fields doubled quotation marks stand for
/// one, and line ends become LF.
Records read_records(std::string text, char delimiter, std::size_t most = static_cast<std::size_t>(-1));

}  // namespace kakehashi::imports
