// One column of a table: numbers as a plain array, texts as codes into a dictionary.
//
// Not thread-safe: the derived views are made at first use and kept.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/table/bitmap.hpp"
#include "core/table/instant.hpp"
#include "core/table/reading.hpp"
#include "core/table/text_index.hpp"
#include "core/table/text_list.hpp"

namespace kakehashi {

/// The different texts of a column. Codes count from 1; 0 stands for "no text here".
class Dictionary {
  public:
    using Code = TextIndex::Code;

    Dictionary() = default;
    Dictionary(Dictionary&&) = default;  // not copied: others hold views of its texts
    Dictionary& operator=(Dictionary&&) = default;

    Code intern(std::string_view text) { return intern(text, TextIndex::hash_of(text)); }
    /// Appends the codes of many texts, in their order; faster than one by one.
    template <class TextAt>
    void intern(std::size_t count, TextAt&& text_at, std::vector<Code>& codes) {
        index_.reserve(texts_.size() + count);
        for_each_ahead(index_, count, text_at, [&](std::size_t, std::string_view text, TextIndex::Hash hash) {
            codes.push_back(intern(text, hash));
        });
    }
    /// No more texts will come.
    void finish() {
        index_.clear();
        texts_.shrink();
    }
    std::size_t size() const { return texts_.size(); }
    /// `code` 1 … size(). Valid as long as the dictionary, once it is finished.
    std::string_view text(Code code) const { return texts_[code - 1]; }
    /// The text as it is compared: `fold(text(code))`. All are folded at the first call.
    std::string_view folded(Code code) const;

  private:
    Code intern(std::string_view text, TextIndex::Hash hash);

    TextList texts_;
    TextIndex index_;
    mutable TextList folded_;
};

class Column {
  public:
    class Builder;

    std::size_t size() const { return size_; }

    /// Number cells; NaN where the cell is none. Empty if the column has no number at all.
    std::span<const double> numbers() const { return numbers_; }
    /// Text cells as dictionary codes; 0 where the cell is none. Empty if the column has no text at all.
    std::span<const Dictionary::Code> codes() const { return codes_; }
    const Dictionary& dictionary() const { return dictionary_; }
    /// Error cells; they count as blank everywhere. Size 0 if there are none.
    const Bitmap& errors() const { return errors_; }
    const ReadingLocale& locale() const { return locale_; }

    /// Rows with neither a number nor a text (texts of blanks only count as blank).
    const Bitmap& blank() const;
    /// The cells read as numbers; NaN for blank cells and texts that are no number.
    std::span<const double> as_numbers() const;
    /// The cells read as dates; `no_instant` for blank cells and texts that are no date.
    std::span<const Instant> as_instants() const;
    /// Codes of the cells as compared text (`fold`): equal codes, equal texts. 0 for blank. Numbers count as
    /// their shortest decimal form.
    struct Keys {
        std::vector<std::uint32_t> codes;     // one per row; 0 = blank
        std::vector<std::string_view> keys;   // folded text of code k at k - 1; as long as the column lives
        std::vector<std::string_view> texts;  // as first written

        /// The code of a folded text; 0 if no cell has it.
        std::uint32_t find(std::string_view key) const { return find(key, TextIndex::hash_of(key)); }
        std::uint32_t find(std::string_view key, TextIndex::Hash hash) const {
            return index.find(key, hash, [&](std::uint32_t code) { return keys[code - 1]; });
        }
        TextIndex index;
    };
    const Keys& keys() const;
    /// The cell as text: numbers in their shortest form, blank and error cells empty.
    std::string text(std::size_t row) const;

  private:
    Keys keys_of_texts() const;
    Keys keys_of_cells() const;

    std::size_t size_ = 0;
    std::vector<double> numbers_;
    std::vector<Dictionary::Code> codes_;
    Dictionary dictionary_;
    Bitmap errors_;
    ReadingLocale locale_;
    mutable std::optional<Bitmap> blank_;
    mutable std::optional<std::vector<double>> as_numbers_;
    mutable std::optional<std::vector<Instant>> as_instants_;
    mutable std::optional<Keys> keys_;
    mutable std::deque<std::string> number_texts_;  // that keys refer to
};

/// Columns are shared by the revisions of a table in which they are the same.
using ColumnPtr = std::shared_ptr<const Column>;

/// Fills a column from top to bottom. Rows not pushed at the end are blank.
///
/// With a column read before, the cells are only compared with its cells as long as they are the same: no
/// text is looked up, nothing is written. That is what reading a range again mostly is.
class Column::Builder {
  public:
    explicit Builder(std::size_t rows, ReadingLocale locale = {}, ColumnPtr before = nullptr);

    void push_blank();
    void push_number(double number);
    /// Texts of blanks only count as blank.
    void push_text(std::string_view text);
    void push_error();

    /// For callers that know equal texts by identity: the code of a text (0 if it counts as blank), pushed
    /// later any number of times.
    Dictionary::Code intern(std::string_view text);
    /// The codes of many different texts, none of which counts as blank; faster than one by one.
    std::vector<Dictionary::Code> intern(const TextList& texts);
    void push_code(Dictionary::Code code);

    Column finish() &&;
    /// The column read before itself if all cells are the same.
    ColumnPtr share() &&;

  private:
    bool same_number(double number) const;
    bool same_code(Dictionary::Code code) const;
    bool same_error() const;
    bool is_next(std::string_view text) const;
    void part();

    Column column_;
    std::size_t row_ = 0;
    ColumnPtr before_;            // null once a cell is not the same
    Dictionary::Code known_ = 0;  // texts of `before_` interned so far
};

}  // namespace kakehashi
