// Reads whatever comes as JSON and as blocks; what was read must survive both forms.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/playbook/blocks.hpp"
#include "core/playbook/changes.hpp"
#include "core/playbook/fingerprint.hpp"
#include "core/playbook/json.hpp"
#include "core/playbook/problems.hpp"

using namespace kakehashi;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const ReadPlaybook& read) {
    const Playbook& playbook = read.playbook;
    const Result<ReadPlaybook> from_json = read_json(write_json(playbook));
    require(from_json.has_value());
    require(from_json->playbook == playbook);
    const Playbook from_blocks = read_blocks(write_blocks(playbook), {}).playbook;
    require(from_blocks == playbook);
    require(fingerprint(from_blocks) == fingerprint(playbook));
    require(changes(playbook, from_blocks).empty());
    require(status(playbook) == status(from_blocks));
    for (const PlaybookProblem& problem : problems_of(read))
        require(!problem_text(problem, Language::japanese).empty());
}

CellValue cell(std::string_view text) {
    if (text.empty()) return {};
    if (text == "#") return ErrorCell{};
    if (text.front() != '$') return std::string(text);
    return read_number(text.substr(1)).value_or(-0.0);
}

/// Lines are rows, tabs part cells, `$` marks numbers, `#` is an error cell.
Grid grid(std::string_view text) {
    constexpr std::size_t columns = 8;
    Grid cells{0, columns, {}};
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        ++cells.rows;
        for (std::size_t column = 0; column < columns; ++column) {
            const std::string_view part = line.substr(0, line.find('\t'));
            line.remove_prefix(std::min(line.size(), part.size() + 1));
            cells.cells.push_back(cell(part));
        }
    }
    return cells;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const Result<ReadPlaybook> read = read_json(text)) check(*read);
    for (const char separator : {'.', ','})
        check(read_blocks(grid(text), {DateOrder::day_month_year, separator}));
    return 0;
}
