#include "core/imports/report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/imports/delimiter.hpp"

namespace kakehashi::imports {
namespace {

constexpr std::size_t most_lines = 5000;

std::size_t left_out(const Source& source) {
    return static_cast<std::size_t>(std::ranges::count(source.layout.notes, false, &RowNote::imported));
}

class Sentences {
  public:
    template <class... Values>
    void add(const char* en, const char* ja, const Values&... values) {
        text_.en += (text_.en.empty() ? "" : " ") + fmt::format(fmt::runtime(en), values...);
        text_.ja += fmt::format(fmt::runtime(ja), values...);
    }
    void add(const Text& text) {
        text_.en += " " + text.en;
        text_.ja += text.ja;
    }
    Text text() && { return std::move(text_); }

  private:
    Text text_;
};

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
    return {fmt::format("{}: {} cells are no {}; they stay texts.", header, cells, name.en),
            fmt::format("{}: {} セルは{}として読めず、文字列のままです。", header, cells, name.ja)};
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
    say.add("{}: {} rows, {} of them new, {} updated, {} unchanged, in the sheet {}.",
            "{}: {} 行。新規 {} 行、更新 {} 行、変更なし {} 行（シート「{}」）。", report.origin,
            source.rows(), plan.appended.size(), plan.updated, plan.unchanged, report.into);
    if (const std::size_t lines = left_out(source); lines > 0)
        say.add("{} lines could not be used; they are listed in the sheet Import notes.",
                "使えなかった {} 行は、シート「取り込みの記録」にあります。", lines);
    else if (!source.layout.notes.empty())
        say.add("{} lines lacked something; see the sheet Import notes.",
                "不足のある {} 行は、シート「取り込みの記録」にあります。", source.layout.notes.size());
    if (source.replaced > 0)
        say.add("{} characters do not exist in {}; another encoding may fit better.",
                "{} 文字が {} として読めません。別の文字コードを試してください。", source.replaced,
                source.encoding);
    if (plan.kept_formulas > 0)
        say.add("{} cells were not written because they hold formulas.",
                "数式のある {} セルは書き換えていません。", plan.kept_formulas);
    if (plan.gone > 0)
        say.add("{} rows of the table are not in the file; they stay.",
                "ファイルにない {} 行はそのまま残しました。", plan.gone);
    if (!plan.by_key && plan.unchanged + plan.updated > 0)
        say.add("Without an id, only rows that are equal throughout count as the same.",
                "ID がないため、内容がすべて同じ行だけを同じ行とみなしました。");
    for (std::size_t column = 0; column < mapping.size(); ++column) {
        if (mapping[column].match == Match::left_out) continue;
        const std::string& header = source.layout.headers[column];
        if (const std::size_t cells = unread(source, column); cells > 0)
            say.add(still_texts(header, cells, source.columns[column].kind));
        if (source.columns[column].unsure)
            say.add("{}: day and month could be the other way round; please check.",
                    "{}: 日と月が逆の可能性があります。確認してください。", header);
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
                                                    source.layout.notes.size() - most_lines))});
    plan.blocks = {std::move(head), std::move(lines)};
    return plan;
}

}  // namespace kakehashi::imports
