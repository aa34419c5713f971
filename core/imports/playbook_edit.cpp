#include "core/imports/playbook_edit.hpp"

#include <algorithm>
#include <optional>

#include "core/playbook/form.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::imports {
namespace {

/// A block as it stands on the sheet.
struct Place {
    std::size_t header_row = 0;
    std::size_t first = 0;    // entry
    std::size_t entries = 0;  // up to the first blank row
    std::size_t room = 0;     // rows before the next block, one blank one left between
    std::vector<std::optional<std::size_t>> columns;  // of each header of the block's form
    std::size_t width = 0;
};

using Row = std::vector<CellValue>;  // one cell per header of the form

bool is_blank(const CellValue& cell) {
    return trim(to_text(cell)).empty();
}

class Editor {
  public:
    Editor(const Grid& grid, Language language) : grid_(grid), language_(language) {}

    std::optional<Place> find(Block block) const {
        for (std::size_t row = 0; row + 1 < grid_.rows; ++row)
            if (block_at(row) == block) return place(block, row);
        return std::nullopt;
    }

    std::vector<Row> rows_of(const Place& place) const {
        std::vector<Row> rows;
        for (std::size_t row = place.first; row < place.first + place.entries; ++row) {
            Row cells;
            for (const auto& column : place.columns)
                cells.push_back(column ? grid_.at(row, *column) : CellValue{});
            rows.push_back(std::move(cells));
        }
        return rows;
    }

    /// The block's entries become these; cells that are as before are not touched.
    void write(const Place& place, const std::vector<Row>& rows) {
        std::size_t more = rows.size() > place.room ? rows.size() - place.room : 0;
        // In the middle of the block, so that named ranges over its entries grow with it.
        if (more > 0) pending_.push_back({place.first + std::min<std::size_t>(1, place.room), more});
        for (std::size_t i = 0; i < std::max(rows.size(), place.entries); ++i)
            for (std::size_t field = 0; field < place.columns.size(); ++field) {
                if (!place.columns[field]) continue;
                const CellValue now =
                    i < rows.size() && field < rows[i].size() ? rows[i][field] : CellValue{};
                const bool moved = more > 0;
                const CellValue before = !moved && i < place.entries
                                             ? grid_.at(place.first + i, *place.columns[field])
                                             : CellValue{};
                if (now == before && (!moved || is_blank(now)) && !(moved && i < rows.size())) continue;
                waiting_.push_back({place.first, i, *place.columns[field], now});
            }
    }

    PlaybookEdit finish() {
        PlaybookEdit edit;
        std::ranges::sort(pending_, std::ranges::greater{}, &PlaybookEdit::Rows::before);
        edit.inserted = pending_;
        for (const Waiting& cell : waiting_) {
            std::size_t shift = 0;
            // A block's own rows do not move its beginning; those of blocks above do.
            for (const PlaybookEdit::Rows& rows : pending_)
                if (rows.before < cell.first) shift += rows.count;
            edit.cells.push_back({cell.first + shift + cell.entry, cell.column, cell.value});
        }
        return edit;
    }

    Language language() const { return language_; }
    const Grid& grid() const { return grid_; }

  private:
    struct Waiting {
        std::size_t first;
        std::size_t entry;
        std::size_t column;
        CellValue value;
    };

    std::optional<Block> block_at(std::size_t row) const {
        const std::string text(trim(to_text(grid_.at(row, 0))));
        if (text.size() < 3 || text.front() != '[' || text.back() != ']') return std::nullopt;
        return find_block(std::string_view(text).substr(1, text.size() - 2));
    }
    bool is_marker(std::size_t row) const {
        const std::string text(trim(to_text(grid_.at(row, 0))));
        return text.size() > 2 && text.front() == '[' && text.back() == ']';
    }

    Place place(Block block, std::size_t marker) const {
        Place result;
        result.header_row = marker + 1;
        result.first = marker + 2;
        result.columns.resize(form_of(block).headers.size());
        for (std::size_t column = 0; column < grid_.columns; ++column) {
            const std::string header(trim(to_text(grid_.at(result.header_row, column))));
            if (header.empty()) continue;
            result.width = column + 1;
            const auto field = find_header(block, header);
            if (field && *field < result.columns.size() && !result.columns[*field])
                result.columns[*field] = column;
        }
        const auto blank = [&](std::size_t row) {
            for (std::size_t column = 0; column < result.width; ++column)
                if (!is_blank(grid_.at(row, column))) return false;
            return true;
        };
        std::size_t row = result.first;
        while (row < grid_.rows && !is_marker(row) && !blank(row)) ++row;
        result.entries = row - result.first;
        while (row < grid_.rows && !is_marker(row)) ++row;
        const bool last = row == grid_.rows;
        // What stands between the spare rows and the next block (its title) is not ours to write over.
        std::size_t room = result.entries;
        while (result.first + room < row && blank(result.first + room)) ++room;
        result.room = last ? static_cast<std::size_t>(-1) : room > result.entries ? room - 1 : room;
        return result;
    }

    const Grid& grid_;
    Language language_;
    std::vector<PlaybookEdit::Rows> pending_;
    std::vector<Waiting> waiting_;
};

CellValue text_or_blank(const std::string& text) {
    if (text.empty()) return {};
    return text;
}
CellValue number_or_blank(const std::optional<double>& number) {
    if (!number) return {};
    return *number;
}

std::size_t header_index(Block block, std::string_view name) {
    return find_header(block, name).value_or(0);
}

void write_stages(Editor& editor, const StageProposal& proposal) {
    const auto place = editor.find(Block::stages);
    if (!place) return;
    std::vector<Row> rows;
    for (const PlaybookStage& stage : proposal.stages) {
        Row row(place->columns.size());
        const auto set = [&](std::string_view header, CellValue value) {
            row[header_index(Block::stages, header)] = std::move(value);
        };
        set("stage", text_or_blank(stage.stage));
        set("owner", text_or_blank(stage.owner));
        set("column", text_or_blank(stage.column));
        set("when", text_or_blank(stage.when));
        set("within days", number_or_blank(stage.within_days));
        set("within hours", number_or_blank(stage.within_hours));
        set("meaning", text_or_blank(stage.meaning));
        rows.push_back(std::move(row));
    }
    // A stage that stays is left as people wrote it, word for word.
    const std::vector<Row> before = editor.rows_of(*place);
    for (Row& row : rows)
        for (const Row& old : before)
            if (to_text(old[0]) == to_text(row[0]) && to_text(old[2]) == to_text(row[2]) &&
                to_text(old[3]) == to_text(row[3]))
                row = old;
    editor.write(*place, rows);
}

void write_outcomes(Editor& editor, const StageProposal& proposal) {
    const auto place = editor.find(Block::outcomes);
    if (!place || proposal.outcomes.empty()) return;
    std::vector<Row> rows = editor.rows_of(*place);
    for (const PlaybookOutcome& outcome : proposal.outcomes) {
        const auto row = std::ranges::find_if(rows, [&](const Row& candidate) {
            return parse_outcome(to_text(candidate[0])) == outcome.outcome;
        });
        if (row != rows.end()) {
            (*row)[1] = outcome.when;
            continue;
        }
        Row added(place->columns.size());
        added[0] = std::string(outcome_name(outcome.outcome));
        added[1] = outcome.when;
        rows.push_back(std::move(added));
    }
    editor.write(*place, rows);
}

void write_metrics(Editor& editor, const StageProposal& proposal) {
    const auto place = editor.find(Block::metrics);
    if (!place || (proposal.open_metrics.empty() && proposal.opportunity_stage.empty())) return;
    std::vector<Row> rows;
    for (Row& row : editor.rows_of(*place)) {
        const std::string name = fold(to_text(row[0]));
        const auto metric = std::ranges::find_if(proposal.metrics, [&](const PlaybookMetric& candidate) {
            return fold(candidate.metric) == name;
        });
        if (metric != proposal.metrics.end())
            row[header_index(Block::metrics, "formula")] = text_or_blank(metric->formula);
        rows.push_back(std::move(row));
    }
    editor.write(*place, rows);
}

void write_opportunity_stage(Editor& editor, const StageProposal& proposal) {
    const auto place = editor.find(Block::playbook);
    if (!place || proposal.opportunity_stage.empty()) return;
    // The entries of [playbook] are keys and values in its first two columns.
    const std::size_t key = static_cast<std::size_t>(Setting::opportunity_stage);
    for (std::size_t row = place->first; row < place->first + place->entries; ++row) {
        if (find_header(Block::playbook, to_text(editor.grid().at(row, 0))) != key) continue;
        Place value = *place;
        value.columns = {1};
        value.first = row;
        value.entries = 1;
        value.room = 1;
        editor.write(value, {{proposal.opportunity_stage}});
    }
}

void write_roles(Editor& editor, const std::map<Role, std::string>& roles) {
    const auto place = editor.find(Block::columns);
    if (!place || roles.empty()) return;
    std::vector<Row> rows = editor.rows_of(*place);
    for (const auto& [role, header] : roles) {
        const auto row = std::ranges::find_if(
            rows, [&, of = role](const Row& candidate) { return parse_role(to_text(candidate[0])) == of; });
        if (row != rows.end()) {
            (*row)[1] = header;
            continue;
        }
        Row added(place->columns.size());
        added[0] = std::string(role_name(role));
        added[1] = header;
        rows.push_back(std::move(added));
    }
    editor.write(*place, rows);
}

}  // namespace

PlaybookEdit edit_playbook(const Grid& playbook, const StageProposal* stages,
                           const std::map<Role, std::string>& roles, Language language) {
    Editor editor(playbook, language);
    if (stages != nullptr) {
        write_stages(editor, *stages);
        write_outcomes(editor, *stages);
        write_metrics(editor, *stages);
        write_opportunity_stage(editor, *stages);
    }
    write_roles(editor, roles);
    return editor.finish();
}

}  // namespace kakehashi::imports
