#include "core/imports/report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/imports/delimiter.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi::imports {
namespace {

constexpr std::size_t most_lines = 5000;

std::size_t left_out(const Source& source) {
    return static_cast<std::size_t>(std::ranges::count(source.layout.notes, false, &RowNote::imported));
}

class Sentences {
  public:
    void add(const Text& text) {
        text_.en += (text_.en.empty() ? "" : " ") + text.en;
        text_.ja += text.ja;
    }
    Text text() && { return std::move(text_); }

  private:
    Text text_;
};

std::string many(std::size_t count, const char* one, const char* more) {
    return thousands(count) + ' ' + (count == 1 ? one : more);
}

/// Cells of columns of numbers and dates that are neither.
std::size_t unread(const Source& source, std::size_t column) {
    if (source.columns[column].kind == ColumnKind::text) return 0;
    std::size_t count = 0;
    for (std::size_t row = 0; row < source.rows(); ++row)
        if (std::holds_alternative<std::string_view>(source.value(row, column))) ++count;
    return count;
}

Text still_texts(const std::string& header, std::size_t cells, ColumnKind kind) {
    const Text name = kind_name(kind);
    return {
        fmt::format("{}: read as {} but for {}.", header, name.en,
                    many(cells, "cell, which stays a text", "cells, which stay texts")),
        fmt::format("{}: {} セルは{}として読めず、文字列のままです。", header, thousands(cells), name.ja)};
}

sheet::Cell text_cell(std::string text, sheet::Style style = sheet::Style::text) {
    sheet::Cell cell;
    cell.content = std::move(text);
    cell.style = style;
    return cell;
}

}  // namespace

Text outcome_of(const Source& source, const Mapping& mapping, const ImportReport& report) {
    Sentences say;
    const MergePlan& plan = report.plan;
    say.add(Text{fmt::format("{}: {}, {} {}new, {} updated, {} unchanged, in the sheet {}.", report.origin,
                             many(source.rows(), "row", "rows"), thousands(plan.appended.size()),
                             source.rows() == 1 ? "" : "of them ", thousands(plan.updated),
                             thousands(plan.unchanged), report.into),
                 fmt::format("{}: {} 行。新規 {} 行、更新 {} 行、変更なし {} 行（シート「{}」）。",
                             report.origin, thousands(source.rows()), thousands(plan.appended.size()),
                             thousands(plan.updated), thousands(plan.unchanged), report.into)});
    if (!report.lacks.none() && !plan.appended.empty()) say.add(after_import(report.lacks));
    if (const std::size_t lines = left_out(source); lines > 0)
        say.add(Text{
            fmt::format("{} could not be used; {} listed in the sheet Import notes.",
                        many(lines, "line", "lines"), lines == 1 ? "it is" : "they are"),
            fmt::format("使えなかった {} 行は、シート「取り込みの記録」にあります。", thousands(lines))});
    else if (const std::size_t notes = source.layout.notes.size(); notes > 0)
        say.add(Text{
            fmt::format("{} lacked something; see the sheet Import notes.", many(notes, "line", "lines")),
            fmt::format("不足のある {} 行は、シート「取り込みの記録」にあります。", thousands(notes))});
    if (source.replaced > 0)
        say.add(Text{fmt::format("{} not exist in {}; another encoding may fit better.",
                                 many(source.replaced, "character does", "characters do"), source.encoding),
                     fmt::format("{} 文字が {} として読めません。別の文字コードを試してください。",
                                 thousands(source.replaced), source.encoding)});
    if (plan.kept_formulas > 0)
        say.add(
            Text{fmt::format("{} not written because {}.", many(plan.kept_formulas, "cell was", "cells were"),
                             plan.kept_formulas == 1 ? "it holds a formula" : "they hold formulas"),
                 fmt::format("数式のある {} セルは書き換えていません。", thousands(plan.kept_formulas))});
    if (plan.gone > 0)
        say.add(Text{fmt::format("{} not in the file; {}.",
                                 many(plan.gone, "row of the table is", "rows of the table are"),
                                 plan.gone == 1 ? "it stays" : "they stay"),
                     fmt::format("ファイルにない {} 行はそのまま残しました。", thousands(plan.gone))});
    if (!plan.by_key && plan.unchanged + plan.updated > 0)
        say.add(Text{"Without an id, only rows that are equal throughout count as the same.",
                     "ID がないため、内容がすべて同じ行だけを同じ行とみなしました。"});
    for (std::size_t column = 0; column < mapping.size(); ++column) {
        if (mapping[column].match == Match::left_out) continue;
        const std::string& header = source.layout.headers[column];
        if (const std::size_t cells = unread(source, column); cells > 0)
            say.add(still_texts(header, cells, source.columns[column].kind));
        if (source.columns[column].unsure)
            say.add(Text{fmt::format("{}: day and month could be the other way round; please check.", header),
                         fmt::format("{}: 日と月が逆の可能性があります。確認してください。", header)});
    }
    if (report.stages) say.add(describe(*report.stages, report.stages_applied));
    return std::move(say).text();
}

sheet::Sheet notes_sheet(const Source& source, const ImportReport& report, Language language) {
    const auto in = [&](const char* en, const char* ja) {
        return std::string(language == Language::japanese ? ja : en);
    };
    sheet::Sheet plan;
    plan.name = in("Import notes", "取り込みの記録");
    plan.id = "import";
    plan.column_widths_mm = {22, 34, 90, 140};
    plan.page.portrait = false;
    sheet::Block head;
    head.id = "head";
    head.rows.push_back({text_cell(plan.name, sheet::Style::title)});
    head.rows.push_back(
        {text_cell(fmt::format(fmt::runtime(in("{} · {} ({}) · parted by {}", "{}・{}（{}）・区切り: {}")),
                               report.origin, source.encoding, source.encoding_reason.in(language),
                               delimiter_name(source.delimiter).in(language)),
                   sheet::Style::note)});
    sheet::Block lines;
    lines.id = "lines";
    lines.at = {0, 3};
    lines.rows.push_back({text_cell(in("Line", "行"), sheet::Style::heading),
                          text_cell(in("Imported", "取り込み"), sheet::Style::heading),
                          text_cell(in("What is odd", "気づいた点"), sheet::Style::heading),
                          text_cell(in("How it begins", "行の内容"), sheet::Style::heading)});
    for (std::size_t i = 0; i < std::min(source.layout.notes.size(), most_lines); ++i) {
        const RowNote& note = source.layout.notes[i];
        sheet::Cell line;
        line.content = static_cast<double>(note.line);
        line.format = sheet::Format::integer;
        lines.rows.push_back({line, text_cell(note.imported ? in("yes", "はい") : in("no", "いいえ")),
                              text_cell(note.reason.in(language)), text_cell(note.text)});
    }
    if (source.layout.notes.size() > most_lines)
        lines.rows.push_back({text_cell(fmt::format(fmt::runtime(in("… and {} more", "…ほか {} 行")),
                                                    thousands(source.layout.notes.size() - most_lines)))});
    plan.blocks = {std::move(head), std::move(lines)};
    return plan;
}

}  // namespace kakehashi::imports
