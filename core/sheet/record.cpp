#include "core/sheet/record.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "core/sheet/addresses.hpp"

namespace kakehashi::sheet {
namespace {

constexpr std::size_t digits = 8;
constexpr std::size_t hashes_per_text = 100;  // a text in a formula has at most 1,023 characters

std::string references(const std::vector<std::optional<int>>& places, const std::string& prefix,
                       const auto& cell_at) {
    std::string text;
    for (const std::optional<int>& place : places) {
        if (!text.empty()) text += '~';
        text += place ? prefix + absolute(cell_at(*place)) : "#REF!";
    }
    return text.empty() ? "\"\"" : text;
}

std::string hashes(const std::vector<Hash>& list) {
    std::string text = "\"";
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0 && i % hashes_per_text == 0) text += "\"&\"";
        text += fmt::format("{:08x}", list[i]);
    }
    return text + '"';
}

/// At `separator`s outside quotes.
std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    char quote = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quote != 0) {
            if (text[i] == quote) quote = 0;
        } else if (text[i] == '"' || text[i] == '\'') {
            quote = text[i];
        } else if (text[i] == separator) {
            parts.push_back(text.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    parts.push_back(text.substr(begin));
    return parts;
}

std::vector<std::optional<int>> read_references(std::string_view text, int Position::*part) {
    std::vector<std::optional<int>> places;
    if (text.starts_with('"')) return places;
    for (const std::string_view reference : split(text, '~')) {
        const auto cell = read_absolute(reference);
        places.push_back(cell ? std::optional((*cell).*part) : std::nullopt);
    }
    return places;
}

std::vector<Hash> read_hashes(std::string_view text) {
    std::string all;
    std::copy_if(text.begin(), text.end(), std::back_inserter(all),
                 [](char c) { return c != '"' && c != '&'; });
    std::vector<Hash> list;
    for (std::size_t i = 0; i + digits <= all.size(); i += digits) {
        Hash one = 0;
        const auto [end, error] = std::from_chars(all.data() + i, all.data() + i + digits, one, 16);
        if (error == std::errc{} && end == all.data() + i + digits) list.push_back(one);
    }
    std::sort(list.begin(), list.end());
    return list;
}

}  // namespace

/// FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
Hash hash(std::string_view text) {
    Hash value = 2166136261U;
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
    return value;
}

bool Record::has_key(std::string_view key) const {
    return std::binary_search(keys.begin(), keys.end(), hash(key));
}

bool Record::has_note(std::string_view note) const {
    return std::binary_search(notes.begin(), notes.end(), hash(note));
}

Record record(const Block& block) {
    Record record;
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
        const auto& cells = block.rows[row];
        const auto* key = cells.empty() ? nullptr : std::get_if<std::string>(&cells[0].content);
        const bool has_key = block.refresh == Refresh::table && row > 0 && key != nullptr && !key->empty();
        if (has_key && !cells[0].theirs && record.keys.size() < most_recorded_keys)
            record.keys.push_back(hash(*key));
        for (const Cell& cell : cells)
            if (!cell.note.empty()) record.notes.push_back(hash(cell.note));
    }
    for (auto* list : {&record.keys, &record.notes}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    return record;
}

bool needs_rows(const Block& block) {
    if (block.rows.size() > most_recorded_rows) return false;
    return block.refresh != Refresh::table ||
           std::any_of(block.rows.begin(), block.rows.end(), [](const auto& row) {
               return !row.empty() && std::holds_alternative<Formula>(row[0].content);
           });
}

std::string print(const Record& record, std::string_view sheet, const Position& corner) {
    const std::string prefix = sheet_prefix(sheet);
    const auto in_row = [&](int column) { return Position{column, corner.row}; };
    const auto in_column = [&](int row) { return Position{corner.column, row}; };
    return fmt::format("CHOOSE(1;{};{};{};{})", references(record.columns, prefix, in_row),
                       references(record.rows, prefix, in_column), hashes(record.keys), hashes(record.notes));
}

Record read_record(std::string_view text) {
    constexpr std::string_view begin = "CHOOSE(";
    if (text.starts_with('=')) text.remove_prefix(1);
    if (!text.starts_with(begin) || !text.ends_with(')')) return {};
    const auto parts = split(text.substr(begin.size(), text.size() - begin.size() - 1), ';');
    if (parts.size() != 5) return {};
    return {read_references(parts[1], &Position::column), read_references(parts[2], &Position::row),
            read_hashes(parts[3]), read_hashes(parts[4])};
}

}  // namespace kakehashi::sheet
