#include "core/functions/read_playbook.hpp"

#include <algorithm>

#include "core/functions/call.hpp"
#include "core/playbook/blocks.hpp"
#include "core/playbook/json.hpp"

namespace kakehashi {
namespace {

constexpr std::size_t most_rows = 65536;
constexpr std::size_t most_columns = 256;

Result<ReadPlaybook> read_file(const std::string& path, const Caller& caller) {
    if (!caller.read_file)
        return illegal_argument({"No file can be read from here.", "ここからはファイルを読めません。"});
    const Result<std::string> text = caller.read_file(path);
    if (!text) return error_of(text);
    return read_json(*text);
}

Result<ReadPlaybook> read_cell(const Grid& cells, const Caller& caller) {
    const std::string text(trim(to_text(cells.at(0, 0))));
    if (fold(text).ends_with(".json")) return read_file(text, caller);
    if (text.starts_with('[')) return read_blocks(cells, caller.locale);
    return illegal_argument(
        {"This cell is no playbook: neither blocks, nor the path of a .json file, nor PLAYBOOK.READ.",
         "このセルはプレイブックではありません。ブロック、.json ファイルのパス、PLAYBOOK.READ "
         "のいずれかが必要です。"});
}

bool blank_below(const CellSource& source, std::size_t row) {
    for (std::size_t column = 0; column < source.columns(); ++column) {
        const ColumnPtr cells = source.read_column(column, row, nullptr);
        if (cells->blank().count() != cells->size()) return false;
    }
    return true;
}

ReadPlaybook read_range(const CellSource& source, const Caller& caller) {
    ReadPlaybook read = read_blocks(source.read_rows(most_rows), caller.locale);
    if (source.rows() > most_rows && !blank_below(source, most_rows))
        read.problems.push_back(
            {"", 0, {"rows after the 65,536th are not read", "65,536行より下は読み込まれません"}});
    return read;
}

Result<std::shared_ptr<const ReadPlaybook>> shared(Result<ReadPlaybook> read) {
    if (!read) return error_of(read);
    return std::make_shared<const ReadPlaybook>(std::move(*read));
}

}  // namespace

Result<std::shared_ptr<const ReadPlaybook>> read_playbook(const CellSource& source, const Caller& caller) {
    if (source.columns() > most_columns)
        return illegal_argument({"A playbook has at most 256 columns; please select just its blocks.",
                                 "プレイブックは256列までです。ブロックの範囲だけを選んでください。"});
    if (source.rows() == 1 && source.columns() == 1) return shared(read_cell(source.read_rows(1), caller));
    return shared(read_range(source, caller));
}

}  // namespace kakehashi
