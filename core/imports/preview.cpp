#include "core/imports/preview.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "core/imports/unrecognised.hpp"
#include "core/support/thousands.hpp"
#include "core/table/reading.hpp"
#include "core/workbook/data_sheets.hpp"
#include "core/workbook/playbook_texts.hpp"

namespace kakehashi::imports {
namespace {

const Text left_out_label{"Left out", "取り込まない"};

std::string new_column(std::string_view header, Language language) {
    return language == Language::japanese ? fmt::format("新しい列: {}", header)
                                          : fmt::format("New column: {}", header);
}

std::string into_label(const MappedColumn& mapped, Language language) {
    if (mapped.match == Match::left_out) return left_out_label.in(language);
    return mapped.column ? mapped.header : new_column(mapped.header, language);
}

bool has_header(const TableShape& table, std::string_view name) {
    const std::string folded = fold_header(name);
    return std::ranges::any_of(table.headers,
                               [&](const std::string& header) { return fold_header(header) == folded; });
}

/// Under which name the column can be added: its own, unless the table has one of that name.
std::string free_name(const TableShape& table, const std::string& header) {
    std::string name = header;
    for (int number = 2; has_header(table, name); ++number) name = fmt::format("{} ({})", header, number);
    return name;
}

}  // namespace

std::string one_line(std::string_view text, std::size_t enough) {
    std::string result(trim(text).substr(0, enough + 1));
    for (char& c : result)
        if (std::iscntrl(static_cast<unsigned char>(c)) != 0) c = ' ';
    if (result.size() <= enough) return result;
    std::size_t end = enough;
    while (end > 0 && (static_cast<unsigned char>(result[end]) & 0xC0) == 0x80) --end;
    result.resize(end);
    return result + "…";
}

std::vector<PreviewColumn> preview(const Source& source, const Mapping& mapping, std::size_t rows,
                                   Language language) {
    std::vector<PreviewColumn> columns;
    for (std::size_t column = 0; column < mapping.size(); ++column) {
        PreviewColumn shown{source.layout.headers[column],
                            into_label(mapping[column], language),
                            kind_name(source.columns[column].kind).in(language),
                            {}};
        for (std::size_t row = 0; row < rows; ++row)
            shown.cells.push_back(row < source.rows() ? one_line(source.text(row, column), 80)
                                                      : std::string());
        columns.push_back(std::move(shown));
    }
    return columns;
}

std::string line_of(const PreviewColumn& column) {
    std::string line =
        fmt::format("{} → {} · {}", one_line(column.from, 60), one_line(column.into, 70), column.kind);
    const char* before = ": ";
    for (const std::string& cell : column.cells) {
        if (cell.empty()) continue;
        line += before + one_line(cell, 36);
        before = " | ";
    }
    return line;
}

std::vector<Place> places_for(const Source& source, std::size_t column, const Mapping& mapping,
                              const TableShape& table, Language language) {
    const MappedColumn& mapped = mapping[column];
    const bool added = mapped.match != Match::left_out && !mapped.column;
    const std::string name = added ? mapped.header : free_name(table, source.layout.headers[column]);
    std::vector<Place> places = {{"-", left_out_label.in(language)}, {name, new_column(name, language)}};
    for (const std::string& header : table.headers)
        if (!header.empty()) places.push_back({header, header});
    return places;
}

std::size_t place_of(const MappedColumn& mapped, const std::vector<Place>& places) {
    if (mapped.match == Match::left_out) return 0;
    if (!mapped.column) return 1;
    const auto found = std::find_if(places.begin() + 2, places.end(),
                                    [&](const Place& place) { return place.decision == mapped.header; });
    return static_cast<std::size_t>(found - places.begin());
}

void decide(Decisions& decisions, const std::string& from, const std::string& place) {
    const std::string folded = fold_header(from);
    const std::string target = fold_header(place);
    std::erase_if(decisions, [&](const auto& decision) {
        return fold_header(decision.first) == folded ||
               (place != "-" && fold_header(decision.second) == target);
    });
    decisions.insert_or_assign(from, place);
}

Text reading_of(const Source& source) {
    const std::size_t columns = source.layout.headers.size();
    Text text{fmt::format("{} row{}, {} column{}.", thousands(source.rows()), source.rows() == 1 ? "" : "s",
                          columns, columns == 1 ? "" : "s"),
              fmt::format("{} 行 {} 列。", thousands(source.rows()), columns)};
    const auto lost =
        static_cast<std::size_t>(std::ranges::count(source.layout.notes, false, &RowNote::imported));
    const auto first = std::ranges::find(source.layout.notes, false, &RowNote::imported);
    if (lost > 0) {
        text.en += fmt::format(" {} {} cannot be used (line {}: {}).", thousands(lost),
                               lost == 1 ? "line" : "lines", first->line, first->reason.en);
        text.ja += fmt::format("使えない行が {} 行あります（{} 行目: {}）。", thousands(lost), first->line,
                               first->reason.ja);
    }
    if (source.replaced > 0) {
        text.en += fmt::format(" {} characters do not exist in {}; another encoding may fit better.",
                               thousands(source.replaced), source.encoding);
        text.ja += fmt::format("{} 文字が {} として読めません。別の文字コードを試してください。",
                               thousands(source.replaced), source.encoding);
    }
    return text;
}

Text reading_of(const Source& source, const Target& target, const Mapping& mapping, const TableShape& table) {
    Text text = reading_of(source);
    const Unrecognised lacks = unrecognised(target, mapping, table.stages);
    if (lacks.none()) return text;
    const Text more = before_import(lacks);
    return {text.en + '\n' + more.en, text.ja + '\n' + more.ja};
}

TableShape template_shape(sheet::Part part, Language language) {
    TableShape shape;
    for (const workbook::DataColumn& column : workbook::data_sheet(part).columns)
        shape.headers.push_back(column.header.in(language));
    if (part != sheet::Part::leads) return shape;
    for (const workbook::BlockContent& block : workbook::playbook_content(language, 0)) {
        for (const std::vector<workbook::Entered>& entry : block.entries) {
            if (block.block == Block::columns)
                if (const auto role = parse_role(entry[0].text.en))
                    shape.bound[*role] = entry[1].text.in(language);
            if (block.block != Block::stages || entry[2].text.en.empty()) continue;
            shape.dates.push_back(entry[2].text.in(language));
            shape.stages.emplace_back().column = shape.dates.back();
        }
    }
    return shape;
}

void follow_playbook(TableShape& table, const Playbook& playbook) {
    table.bound = playbook.columns;
    table.stages = playbook.stages;
    for (const PlaybookStage& stage : playbook.stages)
        if (!stage.column.empty()) table.dates.push_back(stage.column);
}

}  // namespace kakehashi::imports
