// The playbook panel and the panel that says why a cell shows an error.
#include <fmt/format.h>

#include "core/panel/views.hpp"
#include "core/playbook/fingerprint.hpp"
#include "core/playbook/problems.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi::panel {
namespace {

constexpr std::size_t most_lines = 8;

std::string status_text(std::string_view status, Language language) {
    if (status == "agreed") return Text{"● Agreed by both departments", "● 両部門が合意済み"}.in(language);
    if (status == "draft")
        return Text{"○ Draft: nobody has signed", "○ 案：署名はまだありません"}.in(language);
    if (status == "changed since agreement")
        return Text{"▼ Changed since it was agreed", "▼ 合意後に変更されています"}.in(language);
    if (status == "agreed by marketing only")
        return Text{"▼ Agreed by marketing only", "▼ マーケティングのみ合意済み"}.in(language);
    if (status == "agreed by sales only")
        return Text{"▼ Agreed by sales only", "▼ 営業のみ合意済み"}.in(language);
    return std::string(status);
}

void add_more(View& view, std::size_t shown, std::size_t all, Language language) {
    if (all <= shown) return;
    const std::string count = thousands(all - shown);
    view.emplace_back(
        Label{Text{"and " + count + " more", "ほか" + count + "件"}.in(language), Label::Look::muted, {}});
}

}  // namespace

View playbook_view(const ReadPlaybook& read, Language language) {
    const Playbook& playbook = read.playbook;
    const std::string version = playbook.version.empty() ? std::string() : " v" + playbook.version;
    const std::string name =
        playbook.name.empty() ? Text{"Playbook", "プレイブック"}.in(language) : playbook.name;
    View view{Label{name + version, Label::Look::strong, {}},
              Label{status_text(status(playbook), language), Label::Look::text, {}}};
    const std::string present = fingerprint(playbook);
    for (const PlaybookSignoff& signoff : playbook.signoffs)
        view.emplace_back(Label{signoff_text(signoff, present).in(language), Label::Look::muted, {}});
    view.emplace_back(
        Label{Text{"Fingerprint " + present, "指紋 " + present}.in(language), Label::Look::muted, {}});

    const std::vector<PlaybookProblem> problems = problems_of(read);
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

View why_view(const std::vector<ErrorCell>& errors, bool more, const std::vector<std::string>& about,
              Language language) {
    View view;
    std::string report;
    if (errors.empty())
        view.emplace_back(Label{
            Text{"✓ No cell of this workbook shows an error of ours.", "✓ エラーのセルはありません。"}.in(
                language),
            Label::Look::text,
            {}});
    for (const ErrorCell& error : errors) {
        view.emplace_back(Label{error.address + "  " + error.shown, Label::Look::strong, error.link});
        view.emplace_back(Label{error.reason.empty() ? error.formula : error.reason, Label::Look::text, {}});
        report += fmt::format("{}  {}  {}\n{}\n", error.address, error.shown, error.formula, error.reason);
    }
    if (more)
        view.emplace_back(
            Label{Text{"There are others.", "ほかにもあります。"}.in(language), Label::Look::muted, {}});
    for (const std::string& line : about) view.emplace_back(Label{line, Label::Look::muted, {}});
    std::string versions;
    for (const std::string& line : about) versions += line + '\n';
    view.emplace_back(Buttons{{Text{"Copy for a report", "報告用にコピー"}.in(language),
                               {},
                               Text{"Copies these errors with their formulas and reasons, and the versions",
                                    "エラーの数式と理由、バージョンをコピーします"}
                                   .in(language),
                               true,
                               versions + report}});
    return view;
}

}  // namespace kakehashi::panel
