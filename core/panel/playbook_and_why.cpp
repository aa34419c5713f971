// The playbook panel and the panel that says why a cell shows an error.
#include <fmt/format.h>

#include "core/leads/table_problems.hpp"
#include "core/panel/views.hpp"
#include "core/playbook/fingerprint.hpp"
#include "core/playbook/problems.hpp"
#include "core/playbook/status_words.hpp"
#include "core/support/thousands.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::panel {
namespace {

constexpr std::size_t most_lines = 8;

void add_more(View& view, std::size_t shown, std::size_t all, Language language) {
    if (all <= shown) return;
    const std::string count = thousands(all - shown);
    view.emplace_back(
        Label{Text{"and " + count + " more", "ほか" + count + "件"}.in(language), Label::Look::muted, {}});
}

void add_changes(View& view, const SinceAgreement& since, Language language) {
    const std::string count = thousands(since.changes.size());
    const std::string day =
        since.agreed == no_instant ? std::string() : format_instant(start_of_day(since.agreed));
    const Text heading =
        day.empty() ? Text{"Changed since it was signed: " + count, "署名後の変更：" + count + "件"}
                    : Text{"Changed since " + day + ": " + count, day + " の署名後の変更：" + count + "件"};
    view.emplace_back(Label{heading.in(language), Label::Look::strong, {}});
    for (std::size_t i = 0; i < since.changes.size() && i < most_lines; ++i)
        view.emplace_back(Label{"· " + since.changes[i].in(language), Label::Look::text, {}});
    add_more(view, most_lines, since.changes.size(), language);
}

std::string title_of(const Playbook& playbook, Language language) {
    const std::string name =
        playbook.name.empty() ? Text{"Playbook", "プレイブック"}.in(language) : playbook.name;
    return playbook.version.empty() ? name : name + " v" + playbook.version;
}

void add_section(std::string& report, std::string_view title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    report += fmt::format("\n{}\n", title);
    for (const std::string& line : lines) report += line + '\n';
}

/// In English, whoever sends it: those who read reports come from everywhere. Messages stay as they were.
std::string report_of(const std::vector<ErrorCell>& errors, const About& about) {
    std::string report;
    for (const std::string& line : about.lines) report += line + '\n';
    std::vector<std::string> cells;
    for (const ErrorCell& error : errors) {
        cells.push_back(fmt::format("{}  {}  {}", error.address, error.shown, error.formula));
        if (!error.reason.empty()) cells.push_back("    " + error.reason);
    }
    add_section(report, "Cells", cells);
    add_section(report, "Messages", about.messages);
    add_section(report, "Log", about.log);
    return report;
}

std::vector<PlaybookProblem> problems_in(const ReadPlaybook& read, const Leads* leads) {
    return leads == nullptr ? problems_of(read) : problems_with(read, *leads);
}

}  // namespace

std::string playbook_line(const ReadPlaybook& read, const Leads* leads, Language language) {
    std::string line =
        title_of(read.playbook, language) + " · " + status_words(status(read.playbook)).in(language);
    if (const std::size_t count = problems_in(read, leads).size(); count > 0)
        line += Text{" · problems: " + thousands(count), " · 問題：" + thousands(count) + "件"}.in(language);
    return line;
}

View playbook_view(const ReadPlaybook& read, const SinceAgreement* since, const Leads* leads,
                   Language language) {
    const Playbook& playbook = read.playbook;
    View view{Label{title_of(playbook, language), Label::Look::strong, {}},
              Label{status_words(status(playbook)).in(language), Label::Look::text, {}}};
    const std::string present = fingerprint(playbook);
    for (const PlaybookSignoff& signoff : playbook.signoffs)
        view.emplace_back(Label{signoff_text(signoff, present).in(language), Label::Look::muted, {}});
    view.emplace_back(
        Label{Text{"Fingerprint " + present, "指紋 " + present}.in(language), Label::Look::muted, {}});

    if (since != nullptr)
        add_changes(view, *since, language);
    else if (status(playbook) == "changed since agreement")
        view.emplace_back(
            Label{Text{"What was agreed is not kept here, so the changes cannot be listed. The first "
                       "command after both have signed keeps it.",
                       "合意した内容が記録されていないため、変更点を示せません。両部門の署名後に"
                       "最初のコマンドを実行すると記録されます。"}
                      .in(language),
                  Label::Look::muted,
                  {}});

    const std::vector<PlaybookProblem> problems = problems_in(read, leads);
    if (problems.empty()) {
        view.emplace_back(
            Label{Text{"✓ No problems", "✓ 問題はありません"}.in(language), Label::Look::text, {}});
        return view;
    }
    view.emplace_back(Label{
        Text{"Problems: " + thousands(problems.size()), "問題：" + thousands(problems.size()) + "件"}.in(
            language),
        Label::Look::strong,
        {}});
    for (std::size_t i = 0; i < problems.size() && i < most_lines; ++i)
        view.emplace_back(Label{problem_text(problems[i], language), Label::Look::text, {}});
    add_more(view, most_lines, problems.size(), language);
    return view;
}

View why_view(const std::vector<ErrorCell>& errors, bool more, const About& about, Language language) {
    View view;
    if (errors.empty())
        view.emplace_back(Label{
            Text{"✓ No cell of this workbook shows an error of ours.", "✓ エラーのセルはありません。"}.in(
                language),
            Label::Look::text,
            {}});
    for (const ErrorCell& error : errors) {
        view.emplace_back(Label{error.address + "  " + error.shown, Label::Look::strong, error.link});
        view.emplace_back(Label{error.reason.empty() ? error.formula : error.reason, Label::Look::text, {}});
    }
    if (more)
        view.emplace_back(
            Label{Text{"There are others.", "ほかにもあります。"}.in(language), Label::Look::muted, {}});
    for (const std::string& line : about.lines) view.emplace_back(Label{line, Label::Look::muted, {}});
    Buttons buttons{
        {Text{"Copy for a report", "報告用にコピー"}.in(language),
         {},
         Text{"Copies these errors with their formulas and reasons, the versions, the last messages "
              "and the end of the log",
              "エラーの数式と理由、バージョン、最近のメッセージ、ログの末尾をコピーします"}
             .in(language),
         true,
         report_of(errors, about),
         {}}};
    if (!about.log_folder.empty())
        buttons.push_back({Text{"Open the log's folder", "ログのフォルダーを開く"}.in(language),
                           {},
                           Text{"Shows the folder with kakehashi.log in the file manager",
                                "kakehashi.log のあるフォルダーをファイルマネージャーで開きます"}
                               .in(language),
                           true,
                           {},
                           about.log_folder});
    view.emplace_back(std::move(buttons));
    return view;
}

}  // namespace kakehashi::panel
