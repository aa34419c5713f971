#include "core/handoff/card_sheet.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/handoff/card_answer.hpp"
#include "core/handoff/lead_cells.hpp"
#include "core/support/thousands.hpp"
#include "core/workbook/cells.hpp"

namespace kakehashi::handoff {
namespace {

using sheet::Cell;
using sheet::Format;
using sheet::Style;
using workbook::text_cell;

constexpr int columns = 4;

std::string signed_points(double points) {
    return (points > 0 ? "+" : "") + thousands(format_number(std::round(points * 10) / 10));
}

class CardWriter {
  public:
    CardWriter(const std::vector<std::string>& reasons, Language language)
        : reasons_(reasons), language_(language) {}

    void write(const Card& card) {
        title(card);
        facts({"Contact", "連絡先"}, card.contact);
        why(card);
        facts({"What is known", "分かっていること"}, card.facts);
        dated({"Way so far", "これまでの経緯"}, card.journey);
        dated({"Contacts", "接点"}, card.touches);
        dated({"In their words", "お客様の言葉"}, card.voice);
        answer(card);
    }
    std::vector<std::vector<Cell>> take_rows() && { return std::move(rows_); }
    /// Where the lead's id stands, in the first column.
    int id_row() const { return id_row_; }

  private:
    std::string say(const Text& text) const { return text.in(language_); }

    void wide(Cell cell) {
        cell.columns = columns;
        rows_.push_back({std::move(cell)});
    }

    void heading(const Text& text) {
        rows_.emplace_back();
        rows_.push_back({});
        for (int i = 0; i < columns; ++i)
            rows_.back().push_back(text_cell(i == 0 ? say(text) : std::string(), Style::heading));
    }

    /// The id has a cell of its own, by which commands know whose card it is.
    void title(const Card& card) {
        const bool nameless = card.company.empty() && card.name.empty();
        wide(text_cell(nameless ? card.id : card.company.empty() ? card.name : card.company, Style::title));
        id_row_ = nameless ? 0 : 1;
        Cell who = text_cell(card.company.empty() ? std::string() : card.name, Style::subtitle);
        who.columns = columns - 1;
        rows_.push_back({text_cell(nameless ? std::string() : card.id, Style::subtitle), std::move(who)});
        wide(text_cell(verdict(card), Style::sentence));
    }

    /// The one sentence: does it qualify, and by when to answer.
    std::string verdict(const Card& card) const {
        std::string sentence = qualification(card);
        if (card.state.answer == State::Answer::implied) {
            const Text by = implied_by(card.state);
            return sentence + say({fmt::format("Acceptance is implied: {}.", by.en),
                                   fmt::format("受け入れ済みとみなします（{}）。", by.ja)});
        }
        if (card.respond_by != no_instant) sentence += say(respond_by_text(minute_text(card.respond_by)));
        return sentence;
    }

    std::string qualification(const Card& card) const {
        if (card.definition.empty()) return {};
        const std::string score = thousands(format_number(std::round(card.verdict.score * 10) / 10));
        const std::string of = card.threshold ? thousands(format_number(*card.threshold)) : std::string("–");
        if (card.verdict.qualifies)
            return say({fmt::format("✓ {}: {} points, {} needed. ", card.definition, score, of),
                        fmt::format("✓ {}：{}点（基準 {}点）。", card.definition, score, of)});
        const Text missing = what_is_missing(card.verdict);
        return say({fmt::format("✗ Not a {} yet, {} missing: {} points, {} needed. ", card.definition,
                                missing.en, score, of),
                    fmt::format("✗ {}に該当しません（{}が不足）：{}点（基準 {}点）。", card.definition,
                                missing.ja, score, of)});
    }

    /// Two facts per row.
    void facts(const Text& name, const std::vector<Fact>& list) {
        if (list.empty()) return;
        heading(name);
        for (std::size_t i = 0; i < list.size(); i += 2) {
            rows_.emplace_back();
            for (std::size_t j = i; j < std::min(i + 2, list.size()); ++j) {
                rows_.back().push_back(text_cell(list[j].label, Style::label));
                rows_.back().push_back(text_cell(list[j].value));
            }
        }
    }

    void why(const Card& card) {
        if (card.reasons.empty()) return;
        heading({fmt::format("Why: {}", card.definition), fmt::format("理由：{}", card.definition)});
        for (const Reason& reason : card.reasons) {
            std::string points = signed_points(reason.points);
            if (reason.must) points += say({" must-have", " 必須"});
            Cell rule = text_cell((reason.holds ? "✓ " : "✗ ") + reason.rule);
            rule.columns = 2;
            rows_.push_back(
                {std::move(rule), Cell{}, text_cell(reason.has), text_cell(points, Style::result)});
        }
        if (card.clamped != 0)
            rows_.push_back({text_cell(""), text_cell(say({"Limits of the groups", "グループの上限・下限"})),
                             text_cell(""), text_cell(signed_points(card.clamped), Style::result)});
    }

    void dated(const Text& name, const std::vector<Dated>& list) {
        if (list.empty()) return;
        heading(name);
        for (const Dated& entry : list) {
            Cell what = text_cell(entry.what);
            what.columns = columns - 1;
            rows_.push_back({text_cell(minute_text(entry.date), Style::label), std::move(what)});
        }
    }

    void answer(const Card& card) {
        heading(answer_heading());
        if (card.state.answer != State::Answer::none) return given_answer(card);
        wide(text_cell(say(answer_boxes())));
        for (std::size_t i = 0; i < reasons_.size(); i += 2) {
            Cell left = text_cell(reason_box(reasons_[i]));
            left.columns = 2;
            rows_.push_back({std::move(left), Cell{}});
            if (i + 1 == reasons_.size()) continue;
            Cell right = text_cell(reason_box(reasons_[i + 1]));
            right.columns = 2;
            rows_.back().push_back(std::move(right));
        }
        wide(text_cell(say(answer_note(minute_text(card.handed_off))), Style::note));
    }

    void given_answer(const Card& card) {
        wide(text_cell(say(answer_text(card.state, {}))));
        wide(text_cell(say(handed_off_note(minute_text(card.handed_off))), Style::note));
    }

    const std::vector<std::string>& reasons_;
    Language language_;
    int id_row_ = 0;
    std::vector<std::vector<Cell>> rows_;
};

}  // namespace

std::string id_name(std::size_t card) {
    return fmt::format("_kh_cardid_{}", card + 1);
}

sheet::Sheet card_sheet(std::span<const Card> cards, const std::vector<std::string>& reasons,
                        Language language) {
    sheet::Sheet plan;
    plan.id = "cards";
    plan.name = Text{"Hand-off cards", "引き渡しカード"}.in(language);
    plan.tab_colour = 0xD55E00;
    plan.column_widths_mm = {36, 62, 46, 40};
    plan.page.header = plan.name;
    int row = 0;
    for (const Card& card : cards) {
        sheet::Block block;
        block.id = fmt::format("card{}", plan.blocks.size() + 1);
        block.at = {0, row};
        if (row > 0) plan.page.breaks_before.push_back(row);
        CardWriter writer(reasons, language);
        writer.write(card);
        const int id_row = writer.id_row();
        block.rows = std::move(writer).take_rows();
        plan.names.push_back({id_name(plan.blocks.size()), block.id, {0, id_row}, {0, id_row}});
        row += static_cast<int>(block.rows.size()) + 1;
        plan.blocks.push_back(std::move(block));
    }
    return plan;
}

}  // namespace kakehashi::handoff
