#include "core/imports/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>
#include <unordered_set>

#include <fmt/format.h>

#include "core/table/headers.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::imports {
namespace {

constexpr std::size_t searched_rows = 40;
constexpr std::size_t sampled_rows = 500;

std::string beginning(const Records& records, std::size_t row) {
    constexpr std::size_t enough = 120;
    std::string text;
    for (std::size_t column = 0; column < records.width(row) && text.size() < enough; ++column) {
        if (column > 0) text += " | ";
        text += records.at(row, column);
    }
    if (text.size() > enough) {
        std::size_t end = enough;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        text.resize(end);
        text += "…";
    }
    std::ranges::replace(text, '\n', ' ');
    return text;
}

/// The commonest width, where a few rows of many cells outweigh as many lines of one: reports have preambles
/// longer than their tables.
std::size_t usual_width(const Records& records) {
    std::map<std::size_t, std::size_t> rows_of;
    for (std::size_t row = 0; row < std::min(records.size(), sampled_rows); ++row)
        ++rows_of[records.width(row)];
    std::size_t width = 1;
    double most = 0;
    for (const auto& [of, rows] : rows_of) {
        const double weight = static_cast<double>(rows) * std::log2(static_cast<double>(of) + 1);
        if (weight < most) continue;
        width = of;
        most = weight;
    }
    return width;
}

std::size_t known_headers(const Records& records, std::size_t row) {
    std::vector<std::string> headers;
    for (std::size_t column = 0; column < records.width(row); ++column)
        headers.emplace_back(records.at(row, column));
    std::size_t known = 0;
    for (std::size_t role = 0; role < role_count; ++role)
        if (recognise_role(static_cast<Role>(role), headers)) ++known;
    return known;
}

/// All words: no number, no date, no address of a mail or page, nothing twice.
bool reads_like_headers(const Records& records, std::size_t row) {
    std::unordered_set<std::string_view> seen;
    for (std::size_t column = 0; column < records.width(row); ++column) {
        const std::string_view text = trim(records.at(row, column));
        if (text.empty()) continue;
        if (read_number(text) || read_instant(text) != no_instant) return false;
        if (text.find("://") != text.npos) return false;
        const auto at = text.find('@');
        if (at != text.npos && at > 0 && text.find('.', at) != text.npos) return false;
        if (!seen.insert(text).second && text.size() > 40) return false;
    }
    return !seen.empty();
}

std::optional<std::size_t> find_header(const Records& records) {
    const std::size_t width = usual_width(records);
    const std::size_t enough = width < 3 ? 1 : std::max<std::size_t>(2, (width * 6 + 9) / 10);
    std::optional<std::size_t> found;
    std::size_t known_in_found = 0;
    for (std::size_t row = 0; row < std::min(records.size(), searched_rows); ++row) {
        if (records.filled(row) > width + width / 2 + 2 || records.count_filled(row) < enough) continue;
        const std::size_t known = known_headers(records, row);
        if (!reads_like_headers(records, row) && known < 3) {
            // Data begin here: headers do not follow them.
            if (!found && records.width(row) == width) return std::nullopt;
            continue;
        }
        if (found && known < known_in_found + 2) continue;
        found = row;
        known_in_found = known;
    }
    return found;
}

std::vector<std::string> written_headers(const Records& records, std::optional<std::size_t> row,
                                         std::size_t columns) {
    std::vector<std::string> headers(columns);
    for (std::size_t column = 0; row && column < columns; ++column)
        headers[column] = records.at(*row, column);
    return headers;
}

/// `Total`, `合計`, `Grand Total (12 records)`.
bool names_a_total(std::string_view text) {
    static const std::array<std::string_view, 12> words = {"total",    "totals", "grandtotal", "grandtotals",
                                                           "subtotal", "sum",    "合計",       "総計",
                                                           "小計",     "総合計", "計",         "合計金額"};
    // Nearly every row ends here: folding a million texts takes a second.
    constexpr std::string_view first_letters = "tTgGsS\xE5\xE7\xE8\xEF";
    if (text.empty() || text.size() > 60 || first_letters.find(text.front()) == first_letters.npos)
        return false;
    std::string folded = fold_header(text);
    if (const auto bracket = folded.find('('); bracket != folded.npos) folded.resize(bracket);
    while (!folded.empty() && (folded.back() == ':' || folded.back() == ' ')) folded.pop_back();
    return std::ranges::find(words, folded) != words.end();
}

std::string_view first_filled(const Records& records, std::size_t row) {
    for (std::size_t column = 0; column < records.width(row); ++column)
        if (const std::string_view text = trim(records.at(row, column)); !text.empty()) return text;
    return {};
}

class Finder {
  public:
    Finder(const Records& records, const HeaderChoice& choice, Language language)
        : records_(records), choice_(choice), language_(language) {}

    Layout find() {
        const std::optional<std::size_t> header = header_row();
        const std::size_t first = header ? *header + 1 : 0;
        for (std::size_t row = 0; header && row < *header; ++row)
            layout_.preamble.push_back(beginning(records_, row));
        if (header) layout_.header_line = records_.line(*header);
        columns_ = header ? records_.filled(*header) : usual_width(records_);
        // Data wider than the headers: cells under columns without one, as long as most rows have them.
        if (header && first < records_.size()) columns_ = std::max(columns_, common_width(first));
        layout_.headers = unique_headers(written_headers(records_, header, columns_), language_);
        const std::size_t end = end_of_data(first);
        layout_.rows.reserve(end - first);
        for (std::size_t row = first; row < end; ++row) sort_in(row);
        for (std::size_t row = end; row < records_.size(); ++row)
            note(row, false,
                 {"stands below the table (a total or a remark)", "表の下の行です（合計や注記）"});
        return std::move(layout_);
    }

  private:
    std::optional<std::size_t> header_row() const {
        if (choice_.none || records_.size() == 0) return std::nullopt;
        if (!choice_.line) return find_header(records_);
        std::size_t row = 0;
        while (row + 1 < records_.size() && records_.line(row) < *choice_.line) ++row;
        return row;
    }

    /// What nine of ten rows do not exceed.
    std::size_t common_width(std::size_t first) const {
        std::vector<std::size_t> widths;
        for (std::size_t row = first; row < std::min(records_.size(), first + sampled_rows); ++row)
            widths.push_back(records_.filled(row));
        const auto at = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
        std::ranges::nth_element(widths, at);
        return *at;
    }

    bool is_total(std::size_t row) const {
        return names_a_total(first_filled(records_, row)) && 2 * records_.count_filled(row) <= columns_ + 1;
    }

    /// Reports end with lines that are no rows: one cell, where the table has at least three columns.
    std::size_t end_of_data(std::size_t first) const {
        std::size_t end = records_.size();
        if (columns_ < 3) return end;
        std::size_t total = end;
        while (end > first && records_.size() - end < searched_rows &&
               (is_total(end - 1) || records_.filled(end - 1) <= 1)) {
            --end;
            if (is_total(end) || records_.width(end) == 1) total = end;
        }
        return total;
    }

    void sort_in(std::size_t row) {
        if (is_total(row)) return note(row, false, {"is a total", "合計の行です"});
        if (records_.oddity(row) == Oddity::open_quote)
            return note(row, false,
                        {"a quotation mark opens a cell and is never closed",
                         "セルを開く引用符（\"）が閉じられていません"});
        const std::size_t filled = records_.filled(row);
        if (filled > columns_)
            return note(row, false,
                        {fmt::format("has {} cells, the table only {} columns: a delimiter inside a text?",
                                     filled, columns_),
                         fmt::format("セルが {} 個あり、表の列数 {} "
                                     "を超えています。値の中に区切り文字がある可能性があります",
                                     filled, columns_)});
        layout_.rows.push_back(static_cast<std::uint32_t>(row));
        if (records_.width(row) < columns_)
            note(
                row, true,
                {fmt::format("has only {} of {} cells; the others stay blank", records_.width(row), columns_),
                 fmt::format("セルが {1} 個のうち {0} 個しかありません。残りは空欄です", records_.width(row),
                             columns_)});
        else if (records_.oddity(row) == Oddity::stray_quote)
            note(row, true,
                 {"letters follow a closing quotation mark; they were kept",
                  "閉じ引用符の後に文字があります。そのまま残しました"});
    }

    void note(std::size_t row, bool imported, Text reason) {
        layout_.notes.push_back({records_.line(row), imported, std::move(reason), beginning(records_, row)});
    }

    const Records& records_;
    const HeaderChoice& choice_;
    Language language_;
    std::size_t columns_ = 0;
    Layout layout_;
};

}  // namespace

std::vector<std::string> unique_headers(const std::vector<std::string>& written, Language language) {
    std::vector<std::string> headers;
    std::unordered_set<std::string> taken;
    for (std::size_t column = 0; column < written.size(); ++column) {
        std::string header(trim(written[column]));
        std::ranges::replace(header, '\n', ' ');
        if (header.empty())
            header = language == Language::japanese ? fmt::format("列{}", column + 1)
                                                    : fmt::format("Column {}", column + 1);
        std::string name = header;
        for (int number = 2; !taken.insert(fold_header(name)).second; ++number)
            name = fmt::format("{} ({})", header, number);
        headers.push_back(std::move(name));
    }
    return headers;
}

Layout find_layout(const Records& records, const HeaderChoice& choice, Language language) {
    return Finder(records, choice, language).find();
}

}  // namespace kakehashi::imports
