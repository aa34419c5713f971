// The first sheet: three steps, where the workbook stands, what is where. It holds the handles through which
// all formulas see the workbook.
#include "core/commands/first_steps.hpp"
#include "core/playbook/status_words.hpp"
#include "core/workbook/cells.hpp"
#include "core/workbook/purpose.hpp"
#include "core/workbook/sheets.hpp"

namespace kakehashi::workbook {
namespace {

using sheet::Cell;
using sheet::Part;
using sheet::Style;

const Text in_english_or_japanese{"en", "ja"};
const Text done{"✓ done", "✓ 完了"};
const Text to_do{"○ to do", "○ これから"};

/// Links name sheets in quotes, as names hold blanks.
std::string link_to(Part part, Language language) {
    return "#'" + sheet::names_of(part).sheet.in(language) + "'.A1";
}

Cell sheet_link(Part part, Language language) {
    return link_cell(sheet::names_of(part).sheet.in(language), link_to(part, language));
}

/// A text of both languages inside a formula.
std::string quoted(const Text& text, Language language) {
    return '"' + text.in(language) + '"';
}

class StartPlan {
  public:
    explicit StartPlan(Language language) : language_(language) {}

    sheet::Sheet make() && {
        plan_.name = sheet::names_of(Part::start).sheet.in(language_);
        plan_.tab_colour = 0x009E73;
        plan_.column_widths_mm = {38, 72, 92};
        plan_.page.header = plan_.name;
        add_head();
        add_steps();
        add_agreement();
        add_state();
        add_contents();
        return std::move(plan_);
    }

  private:
    std::string say(const Text& text) const { return text.in(language_); }

    void add(sheet::Block block) {
        block.at = {0, row_};
        row_ += static_cast<int>(block.rows.size()) + 1;
        plan_.blocks.push_back(std::move(block));
    }

    void add_head() {
        sheet::Block head;
        head.id = "head";
        head.rows = {{text_cell(
            say({"Marketing and sales, one workbook", "マーケティングと営業の共通ブック"}), Style::title)}};
        add_purpose(
            head,
            say({"What both departments agree on, what they do, and what comes of it. This sheet says "
                 "where everything is.",
                 "両部門の合意、活動、その成果。このシートから各シートに移れます。"}),
            plan_.column_widths_mm);
        add(std::move(head));
    }

    std::vector<Cell> headings(const Text& title) const {
        return {text_cell(say(title), Style::heading), text_cell("", Style::heading),
                text_cell("", Style::heading)};
    }

    /// The same steps as in the sidebar, with a tick for what is there.
    void add_steps() {
        sheet::Block steps;
        steps.id = "steps";
        steps.rows.push_back(headings({"First steps", "はじめの3つの手順"}));
        const auto step = [&](const commands::FirstStep& one, Cell state, const Text& how) {
            const Text path = commands::menu_path(one.command);
            steps.rows.push_back({std::move(state), text_cell(say(one.what), Style::label),
                                  text_cell(say({path.en + how.en, path.ja + how.ja}), Style::note)});
        };
        const auto& [workbook, leads, summary] = commands::first_steps();
        step(workbook, text_cell(say(done), Style::label), {": this one", "：このブック"});
        step(leads, tick("LEAD.COUNT(KakehashiLeads)>0"),
             {" reads the file that your CRM exports", "：CRM から出力したファイルを読み込みます"});
        step(summary, tick("COUNTA(INDEX(KakehashiHistoryData;0;1))>1"),
             {" builds the page for Monday, and refreshes it every week",
              "：月曜に話し合うページを作り、毎週更新します"});
        add(std::move(steps));
    }

    Cell tick(std::string_view when) const {
        return formula_cell("=IFERROR(IF(" + std::string(when) + ";" + quoted(done, language_) + ";" +
                                quoted(to_do, language_) + ");" + quoted(to_do, language_) + ")",
                            sheet::Format::text, Style::label);
    }

    void add_agreement() {
        sheet::Block steps;
        steps.id = "together";
        steps.rows.push_back(headings({"Then, together", "続けて、両部門で"}));
        const auto step = [&](Part part, const Text& what, const Text& how) {
            steps.rows.push_back({sheet_link(part, language_), text_cell(say(what), Style::label),
                                  text_cell(say(how), Style::note)});
        };
        const Text check = commands::menu_path("check");
        step(Part::leads, {"Mend the data", "データを直す"},
             {check.en + " lists what falsifies figures, the worst first.",
              check.ja + "：数値を誤らせるものを重い順に一覧にします。"});
        step(Part::playbook, {"Agree on the words", "言葉を合意する"},
             {"Read stages, hot lead and reasons together; change what does not fit; both sign.",
              "ステージ、ホットリード、理由を両部門で読み、合わない点を直して署名します。"});
        step(Part::goals, {"Enter the targets", "目標値を入力する"},
             {"A goal without a target is no goal yet.", "目標値が空欄の間は、目標とみなしません。"});
        add(std::move(steps));
    }

    void add_state() {
        sheet::Block state;
        state.id = "state";
        state.rows.push_back(headings({"Where it stands", "現在の状態"}));
        const auto line = [&](const Text& label, Cell value, const Text& meaning,
                              std::string_view name = {}) {
            const int row = static_cast<int>(state.rows.size());
            // Otherwise a Japanese workbook would seem to have English left in it.
            if (!name.empty() && name != "KakehashiLanguage")
                value.note = say({"Formulas read this text, so it is the same in every language.",
                                  "数式が読む文字列のため、どの言語でも同じ表記です。"});
            state.rows.push_back({text_cell(say(label), Style::label), std::move(value),
                                  text_cell(say(meaning), Style::note)});
            if (!name.empty()) plan_.names.push_back({std::string(name), state.id, {1, row}, {1, row}});
        };
        const auto handle = [](Part part) { return sheet::names_of(part).handle; };
        line({"Playbook", "プレイブック"}, formula_cell("=PLAYBOOK.READ(KakehashiPlaybookData)"),
             {"The agreement all figures follow", "すべての数値が従う合意"}, handle(Part::playbook));
        line({"Agreed", "合意"}, formula_cell("=" + status_formula("KakehashiPlaybook", language_)),
             {"Both departments sign in the block [signoffs] of the playbook",
              "プレイブックの［署名］に両部門が署名します"});
        line({"Fingerprint", "指紋"}, formula_cell("=PLAYBOOK.FINGERPRINT(KakehashiPlaybook)"),
             {"Of the present content; copy it as text when you sign",
              "現在の内容のもの。署名のときに文字として写します"});
        line({"Playbook problems", "プレイブックの問題"}, formula_cell(problems()),
             {"Entries that cannot be used; see PLAYBOOK.PROBLEMS",
              "使えない項目。一覧は PLAYBOOK.PROBLEMS で"});
        line({"Leads", "リード"},
             formula_cell("=LEAD.TABLE(KakehashiLeadsData;KakehashiPlaybook;KakehashiStageLog)"),
             {"The lead list, seen through the playbook", "プレイブックを通して見たリードの一覧"},
             handle(Part::leads));
        line({"Stage log", "段階の履歴"}, formula_cell("=LEAD.HISTORY(KakehashiStageLogData)"),
             {"Only if your CRM exports one", "CRM から出力できる場合"}, handle(Part::stage_log));
        line({"Goals", "目標"},
             formula_cell("=GOAL.TABLE(KakehashiGoalsData;KakehashiPlaybook;KakehashiActivitiesData;"
                          "KakehashiLeads)"),
             {"The goals, with the activity log and the leads", "活動記録とリードから実績を計算した目標"},
             handle(Part::goals));
        line({"Survey", "アンケート"}, formula_cell(alignment()),
             {"How the two departments work together, 20 to 100", "両部門の連携の度合い（20～100）"});
        line({"Language", "言語"}, text_cell(say(in_english_or_japanese), Style::result),
             {"Commands write in this language: en or ja", "コマンドが書き込む言語（en または ja）"},
             "KakehashiLanguage");
        add(std::move(state));
    }

    std::string problems() const {
        const std::string list = "PLAYBOOK.PROBLEMS(KakehashiPlaybook;KakehashiLeads)";
        return "=IF(INDEX(" + list + ";1;1)=\"ok\";" + quoted({"✓ none", "✓ なし"}, language_) + ";ROWS(" +
               list + ")&" + quoted({": ", "件："}, language_) + "&INDEX(" + list + ";1;1))";
    }

    std::string alignment() const {
        const std::string score = "TEAM.ALIGNMENT(KakehashiSurveyData)";
        const auto word = [&](const char* level, const Text& shown) {
            return std::string("\"") + level + "\";" + quoted(shown, language_) + ";";
        };
        return "=IFERROR(ROUND(" + score + ";0)&\" · \"&SWITCH(TEAM.LEVEL(" + score + ");" +
               word("undefined", {"undefined", "未整理"}) + word("defined", {"defined", "役割が明確"}) +
               word("aligned", {"aligned", "足並みが揃う"}) + "\"integrated\";" +
               quoted({"integrated", "一体"}, language_) + ");" +
               quoted({"○ no answers yet", "○ 回答がまだありません"}, language_) + ")";
    }

    void add_contents() {
        sheet::Block contents;
        contents.id = "contents";
        contents.rows.push_back({text_cell(say({"Sheet", "シート"}), Style::heading),
                                 text_cell(say({"Rows filled in", "入力済みの行"}), Style::heading),
                                 text_cell(say({"What it is for", "用途"}), Style::heading)});
        for (const sheet::PartNames& names : sheet::parts()) {
            if (names.part == Part::start || names.part == Part::summary || names.part == Part::findings)
                continue;
            contents.rows.push_back({sheet_link(names.part, language_), rows_of(names),
                                     text_cell(short_purpose(names.part), Style::note)});
        }
        add(std::move(contents));
    }

    /// Cells of the first column below the header; leads are counted by their own function.
    Cell rows_of(const sheet::PartNames& names) const {
        if (names.part == Part::playbook) return text_cell("", Style::result);
        if (names.part == Part::leads)
            return formula_cell("=LEAD.COUNT(KakehashiLeads)", sheet::Format::integer);
        return formula_cell("=COUNTA(INDEX(" + std::string(names.data) + ";0;1))-1", sheet::Format::integer);
    }

    std::string short_purpose(Part part) const {
        switch (part) {
            case Part::leads:
                return say({"Every lead, from first contact to order", "最初の接点から受注までの全リード"});
            case Part::playbook:
                return say(
                    {"Words, stages, definitions, reasons, metrics", "言葉、ステージ、定義、理由、指標"});
            case Part::goals:
                return say({"Shared, department and activity goals", "共有・部門・活動の目標"});
            case Part::activities:
                return say({"What was done", "活動の記録"});
            case Part::spend:
                return say({"What was spent, by department and channel", "部門・チャネルごとの費用"});
            case Part::touches:
                return say({"Contacts with leads, by channel", "チャネルごとのリードとの接点"});
            case Part::stage_log:
                return say({"When leads entered stages, if your CRM says so", "ステージの履歴（CRM から）"});
            case Part::handoffs:
                return say({"What was handed over and what became of it", "引き渡しとその後の記録"});
            case Part::voice:
                return say({"What customers say, and what we do about it", "お客様の言葉と対応"});
            case Part::market:
                return say({"3C, five forces, segments", "3C、5つの力、セグメント"});
            case Part::accounts:
                return say({"Key accounts, planned together", "重点顧客の共同計画"});
            case Part::survey:
                return say({"How the two departments work together", "両部門の連携の自己評価"});
            case Part::history:
                return say({"Each week's figures as they stood", "毎週の数値の控え"});
            case Part::start:
            case Part::summary:
            case Part::findings:
                break;
        }
        return {};
    }

    Language language_;
    sheet::Sheet plan_;
    int row_ = 0;
};

}  // namespace

sheet::Sheet start_plan(Language language) {
    return StartPlan(language).make();
}

}  // namespace kakehashi::workbook
