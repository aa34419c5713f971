#include "core/playbook/blocks.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/playbook/entries.hpp"

namespace kakehashi {
namespace {

/// The name between the brackets of a marker; nothing if the cell is none.
std::optional<std::string> marker(const CellValue& cell) {
    if (!std::holds_alternative<std::string>(cell)) return std::nullopt;
    const std::string text = fold(std::get<std::string>(cell));
    if (text.size() < 2 || text.front() != '[' || text.back() != ']') return std::nullopt;
    return text.substr(1, text.size() - 2);
}

bool is_error(const CellValue& cell) {
    const double* number = std::get_if<double>(&cell);
    return std::holds_alternative<ErrorCell>(cell) || (number != nullptr && !std::isfinite(*number));
}

bool is_blank(const CellValue& cell) {
    const std::string* text = std::get_if<std::string>(&cell);
    return std::holds_alternative<std::monostate>(cell) || is_error(cell) ||
           (text != nullptr && trim(*text).empty());
}

/// One block while it is read: where its headers stand.
struct Open {
    Block block = Block::playbook;
    std::vector<std::size_t> columns;  // per header of the form; npos if the block does not have it
    std::vector<bool> headed;          // per column of the grid
    bool strays_reported = false;
};
constexpr std::size_t npos = static_cast<std::size_t>(-1);

class BlockReader {
  public:
    BlockReader(const Grid& cells, const ReadingLocale& locale) : cells_(cells), locale_(locale) {}

    ReadPlaybook run() && {
        for (row_ = 0; row_ < cells_.rows && cells_.columns > 0; ++row_) read_row();
        if (!any_block_)
            problems_.push_back({"",
                                 0,
                                 {"no block was found; a block begins with a cell like [stages]",
                                  "ブロックがありません。ブロックは [stages] のようなセルで始まります"}});
        return assemble(entries_, std::move(problems_));
    }

  private:
    enum class State { outside, header, entries, unknown };

    const CellValue& cell(std::size_t column) const { return cells_.at(row_, column); }
    void report(std::size_t row, Text message) { problems_.push_back({block_, row, std::move(message)}); }

    void read_row() {
        if (const auto name = marker(cell(0))) return begin_block(*name);
        if (state_ == State::header) return read_headers();
        if (blank_row()) {
            if (state_ != State::outside) state_ = State::outside;
            outside_reported_ = false;
            return;
        }
        if (state_ == State::entries) return read_entry();
        if (state_ == State::outside) report_outside();
    }

    void begin_block(const std::string& name) {
        any_block_ = true;
        const auto block = find_block(name);
        block_ = block ? std::string(form_of(*block).name) : clean_text(name);
        state_ = block ? State::header : State::unknown;
        outside_reported_ = false;
        if (block) {
            open_ = Open{};
            open_.block = *block;
            return;
        }
        report(0, {"this block is not known and is ignored", "このブロックは不明なので使われません"});
    }

    /// Under its headers, or everywhere if there are none.
    bool blank_row() const {
        for (std::size_t column = 0; column < cells_.columns; ++column) {
            if (state_ == State::entries && !open_.headed[column]) continue;
            if (!is_blank(cell(column)) || is_error(cell(column))) return false;
        }
        return true;
    }

    void read_headers() {
        const BlockForm& form = form_of(open_.block);
        const std::size_t count = open_.block == Block::playbook ? 2 : form.headers.size();
        open_.columns.assign(count, npos);
        open_.headed.assign(cells_.columns, false);
        for (std::size_t column = 0; column < cells_.columns; ++column) read_header(column);
        state_ = std::find(open_.headed.begin(), open_.headed.end(), true) == open_.headed.end()
                     ? State::outside
                     : State::entries;
        if (state_ == State::entries) report_missing_headers();
    }

    void read_header(std::size_t column) {
        if (is_error(cell(column)))
            report(0, {"a header is an error and counts as blank", "見出しがエラーなので空欄として扱います"});
        if (is_blank(cell(column))) return;
        open_.headed[column] = true;
        const std::string name = clean_text(to_text(cell(column)));
        const auto header = header_named(name);
        if (!header) {
            report(0, {fmt::format("the header \"{}\" is not known and is ignored", name),
                       fmt::format("見出し「{}」は不明なので使われません", name)});
        } else if (open_.columns[*header] != npos) {
            report(0, {fmt::format("the header \"{}\" stands here twice; the first one counts", name),
                       fmt::format("見出し「{}」が二度あります。最初のものを使います", name)});
        } else {
            open_.columns[*header] = column;
        }
    }

    /// [playbook] is the one block that lies on its side: its headers are just key and value.
    std::optional<std::size_t> header_named(const std::string& name) const {
        static constexpr Choice sides[] = {{"key", "項目|キー"}, {"value", "値|内容"}};
        if (open_.block != Block::playbook) return find_header(open_.block, name);
        const auto side = find_choice(sides, name);
        if (!side) return std::nullopt;
        return *side == "key" ? 0 : 1;
    }

    void report_missing_headers() {
        const bool settings = open_.block == Block::playbook;
        for (std::size_t i = 0; i < open_.columns.size(); ++i) {
            if (open_.columns[i] != npos) continue;
            const Header& header = form_of(open_.block).headers[i];
            if (!settings && !header.required) continue;
            const Text shown = !settings ? header.shown()
                               : i == 0  ? Text{"key", "項目"}
                                         : Text{"value", "値"};
            report(0, {fmt::format("the header \"{}\" is missing", shown.en),
                       fmt::format("見出し「{}」がありません", shown.ja)});
        }
    }

    void read_entry() {
        const std::size_t row = ++rows_[static_cast<std::size_t>(open_.block)];
        report_strays(row);
        for (const std::size_t column : open_.columns)
            if (column != npos && is_error(cell(column)))
                report(row, {"an error cell counts as blank", "エラーのセルは空欄として扱います"});
        if (blank_under_headers()) return;
        if (open_.block == Block::playbook) return read_setting(row);
        const std::span<const Header> headers = form_of(open_.block).headers;
        Entry entry{row, std::vector<Field>(headers.size())};
        bool usable = true;
        for (std::size_t i = 0; i < headers.size(); ++i) {
            if (open_.columns[i] == npos) continue;
            auto field = read_field(headers[i], cell(open_.columns[i]), locale_);
            if (field) {
                entry.fields[i] = std::move(*field);
                continue;
            }
            usable = false;
            report(row, {field.error().en + "; the entry is left out",
                         field.error().ja + "。この行は使われません"});
        }
        if (usable) entries_.of(open_.block).push_back(std::move(entry));
    }

    /// Nothing but error cells and cells under headers that nobody knows.
    bool blank_under_headers() const {
        return std::all_of(open_.columns.begin(), open_.columns.end(),
                           [&](std::size_t column) { return column == npos || is_blank(cell(column)); });
    }

    void read_setting(std::size_t row) {
        if (open_.columns[0] == npos || open_.columns[1] == npos) return;
        const std::string name = clean_text(to_text(cell(open_.columns[0])));
        const CellValue& value = cell(open_.columns[1]);
        if (name.empty())
            return report(row, {"a value without a key is ignored", "項目のない値は使われません"});
        const auto key = find_header(Block::playbook, name);
        if (!key) return read_other(row, name, value);
        auto field = read_field(form_of(Block::playbook).headers[*key], value, locale_);
        if (!field) return report(row, field.error());
        if (std::holds_alternative<std::monostate>(*field)) return;
        entries_.settings.push_back({static_cast<Setting>(*key), row, std::move(*field)});
    }

    void read_other(std::size_t row, const std::string& name, const CellValue& value) {
        report(row,
               {fmt::format("the key \"{}\" is not known", name), fmt::format("項目「{}」は不明です", name)});
        std::string text = is_error(value) ? std::string() : clean_text(to_text(value));
        if (!text.empty()) entries_.other.emplace(name, std::move(text));
    }

    void report_strays(std::size_t row) {
        if (open_.strays_reported) return;
        for (std::size_t column = 0; column < cells_.columns; ++column) {
            if (open_.headed[column] || is_blank(cell(column))) continue;
            open_.strays_reported = true;
            const std::string text = clean_text(to_text(cell(column)));
            return report(row, {fmt::format("\"{}\" stands under no header and is ignored", text),
                                fmt::format("「{}」は見出しのない列にあるので使われません", text)});
        }
    }

    void report_outside() {
        if (outside_reported_) return;
        outside_reported_ = true;
        for (std::size_t column = 0; column < cells_.columns; ++column) {
            if (is_blank(cell(column))) continue;
            const std::string text = clean_text(to_text(cell(column)));
            return report(0, {fmt::format("\"{}\" stands outside of a block and is ignored", text),
                              fmt::format("「{}」はブロックの外にあるので使われません", text)});
        }
    }

    const Grid& cells_;
    const ReadingLocale& locale_;
    std::size_t row_ = 0;
    State state_ = State::outside;
    Open open_;
    std::string block_;  // name for problems
    bool any_block_ = false;
    bool outside_reported_ = false;
    std::array<std::size_t, block_count> rows_{};
    Entries entries_;
    std::vector<PlaybookProblem> problems_;
};

using Row = std::vector<CellValue>;

CellValue cell_of(const Field& field) {
    struct Make {
        CellValue operator()(std::monostate) const { return {}; }
        CellValue operator()(const std::string& text) const { return text; }
        CellValue operator()(double number) const { return number; }
        CellValue operator()(bool yes) const { return std::string(yes ? "yes" : "no"); }
        CellValue operator()(Date date) const { return serial_from_instant(date.instant); }
    };
    return std::visit(Make{}, field);
}

void write_settings(const Entries& entries, std::vector<Row>& rows) {
    rows.push_back({std::string("[playbook]")});
    rows.push_back({std::string("key"), std::string("value")});
    for (const EntrySetting& setting : entries.settings) {
        const Header& header = form_of(Block::playbook).headers[static_cast<std::size_t>(setting.key)];
        rows.push_back({std::string(header.name), cell_of(setting.value)});
    }
    for (const auto& [key, value] : entries.other) rows.push_back({key, value});
}

void write_block(Block block, const std::vector<Entry>& entries, std::vector<Row>& rows) {
    const BlockForm& form = form_of(block);
    rows.push_back({});
    rows.push_back({fmt::format("[{}]", form.name)});
    Row& headers = rows.emplace_back();
    for (const Header& header : form.headers) headers.emplace_back(std::string(header.name));
    for (const Entry& entry : entries) {
        Row& row = rows.emplace_back();
        for (const Field& field : entry.fields) row.push_back(cell_of(field));
    }
}

}  // namespace

ReadPlaybook read_blocks(const Grid& cells, const ReadingLocale& locale) {
    return BlockReader(cells, locale).run();
}

Grid write_blocks(const Playbook& playbook) {
    const Entries entries = disassemble(playbook);
    std::vector<Row> rows;
    write_settings(entries, rows);
    for (std::size_t i = 1; i < block_count; ++i)
        if (!entries.blocks[i].empty()) write_block(static_cast<Block>(i), entries.blocks[i], rows);

    Grid grid;
    grid.rows = rows.size();
    for (const Row& row : rows) grid.columns = std::max(grid.columns, row.size());
    for (Row& row : rows) {
        row.resize(grid.columns);
        grid.cells.insert(grid.cells.end(), std::make_move_iterator(row.begin()),
                          std::make_move_iterator(row.end()));
    }
    return grid;
}

}  // namespace kakehashi
