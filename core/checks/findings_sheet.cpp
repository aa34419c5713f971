#include "core/checks/findings_sheet.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/support/thousands.hpp"
#include "core/workbook/cells.hpp"
#include "core/workbook/purpose.hpp"

namespace kakehashi::checks {
namespace {

using sheet::Cell;
using sheet::Style;
using workbook::number_cell;
using workbook::text_cell;

/// Sheets whose names hold anything but letters, digits and `_` are quoted.
std::string quoted(std::string_view sheet) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    if (!sheet.empty() && std::ranges::all_of(sheet, plain) && !(sheet[0] >= '0' && sheet[0] <= '9'))
        return std::string(sheet);
    std::string result = "'";
    for (const char c : sheet) result += c == '\'' ? std::string("''") : std::string(1, c);
    return result + "'";
}

std::string column_letters(int column) {
    std::string letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

class FindingsSheet {
  public:
    FindingsSheet(const Findings& findings, std::span<const TablePlace> places, Language language,
                  Instant now)
        : findings_(findings), places_(places), language_(language), now_(now) {}

    sheet::Sheet make() && {
        const sheet::PartNames& names = sheet::names_of(sheet::Part::findings);
        plan_.id = "findings";
        plan_.name = names.sheet.in(language_);
        plan_.tab_colour = 0x7F7F7F;
        plan_.column_widths_mm = {24, 62, 42, 34, 130};
        plan_.page.portrait = false;
        plan_.page.header = plan_.name;
        add_head();
        add_counts();
        add_findings();
        return std::move(plan_);
    }

  private:
    std::string say(const Text& text) const { return text.in(language_); }

    void add_head() {
        const std::string leads = thousands(findings_.leads);
        const std::string many = leads + (findings_.leads == 1 ? " lead" : " leads");
        const Text found = findings_.summary();
        const std::string at = format_instant(now_ - now_ % ms_per_minute);
        const Text line =
            findings_.none()
                ? Text{fmt::format("✓ Nothing found in {} and the tables beside them ({}).", many, at),
                       fmt::format("✓ リード {} 件とほかの表を点検し、問題は見つかりませんでした（{}）。",
                                   leads, at)}
                : Text{fmt::format("Found in {} and the tables beside them ({}): {}. Correct what is "
                                   "wrong, then check again: this sheet is written anew.",
                                   many, at, found.en),
                       fmt::format("リード {} 件とほかの表の指摘（{}）：{}。"
                                   "直した後、もう一度点検すると書き直されます。",
                                   leads, at, found.ja)};
        sheet::Block head;
        head.id = "head";
        head.rows = {{text_cell(plan_.name, Style::title)}};
        workbook::add_purpose(head, say(line), plan_.column_widths_mm);
        plan_.blocks.push_back(std::move(head));
    }

    std::vector<Cell> headings(std::initializer_list<Text> texts) const {
        std::vector<Cell> cells;
        for (const Text& text : texts) cells.push_back(text_cell(say(text), Style::heading));
        return cells;
    }

    void add_counts() {
        sheet::Block counts;
        counts.id = "counts";
        counts.at = {0, row_};
        if (findings_.none()) {
            counts.rows.push_back(
                {text_cell(say({"✓ The data is ready for the weekly summary.", "✓ 週次サマリーに進めます。"}),
                           Style::sentence)});
            counts.rows.back().back().columns = 5;
        } else {
            counts.rows.push_back(headings({{"Weight", "重さ"},
                                            {"What", "内容"},
                                            {"How many", "件数"},
                                            {"Shown below", "下に表示"},
                                            {"What to do", "対応"}}));
            for (std::size_t i = 0; i < kind_count; ++i)
                if (findings_.counts[i] > 0) counts.rows.push_back(count_row(static_cast<Kind>(i)));
        }
        row_ += static_cast<int>(counts.rows.size()) + 1;
        plan_.blocks.push_back(std::move(counts));
    }

    std::vector<Cell> count_row(Kind kind) const {
        const KindTexts& texts = texts_of(kind);
        const std::size_t all = findings_.counts[static_cast<std::size_t>(kind)];
        return {text_cell(say(severity_text(texts.severity)), Style::label),
                text_cell(say(texts.title), Style::label),
                number_cell(static_cast<double>(all), sheet::Format::integer, Style::result),
                number_cell(static_cast<double>(std::min(all, most_per_kind)), sheet::Format::integer,
                            Style::result),
                text_cell(say(texts.advice), Style::note)};
    }

    void add_findings() {
        sheet::Block block;
        block.id = "findings";
        block.at = {0, row_};
        block.rows.push_back(headings({{"Weight", "重さ"},
                                       {"What", "内容"},
                                       {"Cell", "セル"},
                                       {"Lead", "リード"},
                                       {"In short", "説明"}}));
        for (const Finding& finding : findings_.kept) block.rows.push_back(finding_row(finding));
        const sheet::PartNames& names = sheet::names_of(sheet::Part::findings);
        plan_.names.push_back({std::string(names.data), block.id, {0, 0}, {4, -1}});
        plan_.blocks.push_back(std::move(block));
    }

    std::vector<Cell> finding_row(const Finding& finding) const {
        const KindTexts& texts = texts_of(finding.kind);
        return {text_cell(say(severity_text(texts.severity)), Style::label),
                text_cell(say(texts.title), Style::label), place_cell(finding.place),
                text_cell(finding.lead, Style::label), text_cell(say(finding.what), Style::label)};
    }

    Cell place_cell(const Place& place) const {
        const auto found = std::ranges::find(places_, place.part, &TablePlace::part);
        if (found == places_.end() || (!place.row && !place.column))
            return found == places_.end()
                       ? text_cell("")
                       : workbook::link_cell(found->sheet, "#" + cell_address(found->sheet, 0, 0));
        const int column = found->column + static_cast<int>(place.column.value_or(0));
        const int row = found->header_row + (place.row ? 1 + static_cast<int>(*place.row) : 0);
        const std::string address = cell_address(found->sheet, column, row);
        return workbook::link_cell(fmt::format("{}.{}{}", found->sheet, column_letters(column), row + 1),
                                   "#" + address);
    }

    const Findings& findings_;
    std::span<const TablePlace> places_;
    Language language_;
    Instant now_;
    sheet::Sheet plan_;
    int row_ = 3;
};

}  // namespace

std::string cell_address(std::string_view sheet, int column, int row) {
    return fmt::format("{}.{}{}", quoted(sheet), column_letters(column), row + 1);
}

sheet::Sheet findings_sheet(const Findings& findings, std::span<const TablePlace> places, Language language,
                            Instant now) {
    return FindingsSheet(findings, places, language, now).make();
}

}  // namespace kakehashi::checks
