#include "core/workbook/cells.hpp"
#include "core/workbook/playbook_texts.hpp"
#include "core/workbook/purpose.hpp"
#include "core/workbook/sheets.hpp"

namespace kakehashi::workbook {
namespace {

using sheet::Cell;
using sheet::Format;
using sheet::Style;
using sheet::Validation;

constexpr int playbook_columns = 8;  // of the widest block

/// `[stages]`, `[ステージ]`.
std::string marker(const BlockForm& form, Language language) {
    const std::string_view japanese = form.ja.substr(0, form.ja.find('|'));
    return "[" + std::string(language == Language::japanese ? japanese : form.name) + "]";
}

std::vector<Text> headers_of(Block block) {
    if (block == Block::playbook) return {{"key", "項目"}, {"value", "値"}};
    std::vector<Text> headers;
    for (const Header& header : form_of(block).headers) headers.push_back(header.shown());
    return headers;
}

Format format_of(Block block, std::size_t column) {
    if (block == Block::playbook || form_of(block).headers[column].kind != ValueKind::date)
        return Format::general;
    return Format::date;
}

/// Settings that are dates or shares, so that typing one looks right.
Format setting_format(std::size_t row) {
    switch (static_cast<Setting>(row)) {
        case Setting::valid_from:
        case Setting::as_of:
            return Format::date;
        case Setting::margin:
        case Setting::churn:
            return Format::percent;
        default:
            return Format::general;
    }
}

Cell input(const Entered& entered, Format format, Language language) {
    Cell cell = blank_input(format);
    if (entered.number)
        cell.content = *entered.number;
    else if (!entered.text.in(language).empty())
        cell.content = entered.text.in(language);
    return cell;
}

class PlaybookPlan {
  public:
    PlaybookPlan(Language language, std::vector<BlockContent> content)
        : language_(language), content_(std::move(content)) {}

    sheet::Sheet make() && {
        const sheet::PartNames& names = sheet::names_of(sheet::Part::playbook);
        plan_.name = names.sheet.in(language_);
        plan_.tab_colour = 0x009E73;
        plan_.column_widths_mm = {40, 60, 62, 34, 26, 30, 62, 62};
        plan_.freeze = {0, header_row};
        plan_.page.portrait = false;
        plan_.page.header = plan_.name;
        add_head();
        row_ = header_row;
        for (const BlockContent& content : content_) add_block(content);
        plan_.names.push_back({std::string(names.data), blocks_first_, {0, 0}, {playbook_columns - 1, -1}});
        return std::move(plan_);
    }

  private:
    void add_head() {
        sheet::Block head;
        head.id = "head";
        head.rows = {{text_cell(plan_.name, Style::title)}};
        add_purpose(head,
                    Text{"What both departments agree on: words, stages, definitions, reasons, metrics. "
                         "Each block in [ ] ends at a blank row; add entries right below the last one.",
                         "両部門で合意する言葉、ステージ、定義、理由、指標。[ ] "
                         "のブロックは空の行で終わります。項目は最後の行のすぐ下に書き足してください。"}
                        .in(language_),
                    plan_.column_widths_mm);
        plan_.blocks.push_back(std::move(head));
    }

    void add_block(const BlockContent& content) {
        const BlockForm& form = form_of(content.block);
        const std::vector<Text> headers = headers_of(content.block);
        sheet::Block block;
        block.id = form.name;
        block.at = {0, row_};
        block.refresh = sheet::Refresh::never;
        if (blocks_first_.empty()) blocks_first_ = block.id;
        Cell mark = text_cell(marker(form, language_), Style::subtitle);
        mark.note = content.purpose.in(language_);
        block.rows.push_back({std::move(mark)});
        block.rows.emplace_back();
        for (const Text& header : headers)
            block.rows.back().push_back(text_cell(header.in(language_), Style::heading));
        const std::size_t entries = content.entries.size() + static_cast<std::size_t>(content.spare_rows);
        for (std::size_t i = 0; i < entries; ++i)
            block.rows.push_back(entry(content.block,
                                       i < content.entries.size() ? &content.entries[i] : nullptr, i,
                                       headers.size()));
        row_ += static_cast<int>(block.rows.size()) + 1;
        add_lists(content.block, static_cast<int>(entries));
        plan_.blocks.push_back(std::move(block));
    }

    std::vector<Cell> entry(Block block, const std::vector<Entered>* given, std::size_t row,
                            std::size_t columns) {
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < columns; ++i) {
            const bool setting = block == Block::playbook;
            const Format format = setting && i == 1 ? setting_format(row) : format_of(block, i);
            cells.push_back(
                input(given != nullptr && i < given->size() ? (*given)[i] : Entered(), format, language_));
            if (setting && i == 0 && given != nullptr) cells.back().style = Style::label;
        }
        return cells;
    }

    /// Drop-downs for the words a header allows, and the lists other sheets take from here.
    void add_lists(Block block, int entries) {
        const std::string id(form_of(block).name);
        const auto name_list = [&](std::string_view name) {
            plan_.names.push_back({std::string(name), id, {0, 2}, {0, 1 + entries}});
        };
        if (block == Block::stages) name_list(stage_list);
        if (block == Block::reasons) name_list(reason_list);
        if (block == Block::definitions) name_list(definition_list);
        if (block == Block::metrics) name_list(metric_list);
        if (block == Block::playbook) return;
        const auto headers = form_of(block).headers;
        for (std::size_t i = 0; i < headers.size(); ++i) {
            Validation validation;
            validation.block = id;
            validation.column = static_cast<int>(i);
            validation.row = 2;
            validation.rows = entries;
            if (!headers[i].choices.empty()) {
                validation.choices = choices_of(headers[i]);
                validation.strict = true;
            } else if (headers[i].name == "owner" || headers[i].name == "department") {
                validation.choices = {Text{"marketing", "マーケティング"}.in(language_),
                                      Text{"sales", "営業"}.in(language_)};
            } else if (headers[i].name == "must") {
                validation.choices = {Text{"yes", "はい"}.in(language_)};
            } else if (headers[i].name == "definition" && block != Block::definitions) {
                validation.source = definition_list;
            } else {
                continue;
            }
            plan_.validations.push_back(std::move(validation));
        }
    }

    std::vector<std::string> choices_of(const Header& header) const {
        std::vector<std::string> words;
        for (const Choice& choice : header.choices)
            words.emplace_back(language_ == Language::japanese ? choice.also.substr(0, choice.also.find('|'))
                                                               : choice.name);
        return words;
    }

    Language language_;
    std::vector<BlockContent> content_;
    sheet::Sheet plan_;
    std::string blocks_first_;
    int row_ = 0;
};

}  // namespace

sheet::Sheet playbook_plan(Language language, Instant today, const PlaybookStart& start) {
    std::vector<BlockContent> content = playbook_content(language, today);
    if (start.agreed) take_over(content, *start.agreed);
    if (start.fiscal_year_starts)
        set_setting(content, Setting::fiscal_year_starts, static_cast<double>(*start.fiscal_year_starts));
    if (start.status_limits) set_setting(content, Setting::status_limits, limits_text(*start.status_limits));
    return PlaybookPlan(language, std::move(content)).make();
}

}  // namespace kakehashi::workbook
