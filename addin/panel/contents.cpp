#include "addin/panel/contents.hpp"

#include <algorithm>
#include <iterator>

#include "addin/commands/agreement.hpp"
#include "addin/commands/team_workbook.hpp"
#include "addin/options.hpp"
#include "addin/panel/about.hpp"
#include "core/leads/changed_sides.hpp"
#include "core/panel/views.hpp"
#include "core/playbook/agreed.hpp"
#include "core/playbook/changes.hpp"
#include "core/playbook/fingerprint.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi::addin {
namespace {

using panel::View;

/// Of a document that Kakehashi has nothing to do with yet.
View nothing_yet(Language language) {
    return panel::empty_view(
        Text{"No leads yet", "リードがまだありません"}.in(language),
        Text{"Make a team workbook, then bring in a CRM export.",
             "チームブックを作成し、CRM のデータを取り込んでください。"}
            .in(language),
        {panel::command_button("new", true, language), panel::command_button("import", true, language)});
}

View error_view(const CellError& error, Language language) {
    return {panel::Label{error.message.in(language), panel::Label::Look::text, {}}};
}

/// Of a team workbook that is still empty.
View no_rows(Language language) {
    return panel::empty_view(Text{"The lead list is empty", "リード一覧は空です"}.in(language),
                             Text{"Type leads into it, or bring in a CRM export.",
                                  "リードを入力するか、CRM のデータを取り込んでください。"}
                                 .in(language),
                             {panel::command_button("import", true, language)});
}

View no_selection(Language language) {
    return panel::empty_view(Text{"No lead selected", "リードが選択されていません"}.in(language),
                             Text{"Put the cursor on a row of the lead list, or on a hand-off card.",
                                  "リード一覧の行、または引き渡しカードにカーソルを置いてください。"}
                                 .in(language));
}

}  // namespace

Contents::Contents(const Errand::MainThread& main, Desk& desk, Copies& copies)
    : main_(main), desk_(desk), copies_(copies) {
    copies_.read_through(&main_, &desk_);
}

Contents::~Contents() {
    copies_.read_through(nullptr, nullptr);
}

View Contents::of(const Question& question) {
    using enum PanelKind;
    switch (question.kind) {
        case goals:
            return goals_and_steps(question);
        case funnel:
            return this->funnel(question);
        case lead:
            return this->lead(question);
        case playbook:
            return this->playbook(question);
        case why:
            return errors(question);
    }
    return {};
}

/// Only where a part has no name all formulas must be looked through, once for all panels.
Result<void> Contents::find(sheet::Part part) {
    bool search = false;
    main_.run([&] {
        search = !searched_ && !desk_.is_named(part);
        if (search) desk_.search.emplace(desk_.document);
    });
    if (search) main_.repeat([&] { return desk_.search->next(); });
    searched_ = searched_ || search;
    Result<void> found;
    main_.run([&] { found = desk_.find(part); });
    return found;
}

View Contents::nothing_there(const CellError& error, Language language) const {
    bool none = false;
    main_.run([&] { none = desk_.search && desk_.search->found().empty(); });
    return none ? nothing_yet(language) : error_view(error, language);
}

panel::StepsDone Contents::steps_done() {
    panel::StepsDone done;
    done.workbook = find(sheet::Part::leads) && find(sheet::Part::playbook);
    if (!done.workbook) return done;
    const auto leads = copies_.leads();
    done.leads = leads && (*leads)->present().count() > 0;
    main_.run([&] { done.summary = sheet_of_part(desk_.document, sheet::Part::summary).is(); });
    return done;
}

View Contents::goals_and_steps(const Question& question) {
    FirstSteps wanted = FirstSteps::hidden;
    main_.run([&] { wanted = first_steps(); });
    if (wanted == FirstSteps::hidden) return this->goals(question);
    const panel::StepsDone done = steps_done();
    if (done.all() && wanted == FirstSteps::until_done) return this->goals(question);
    View view = panel::first_steps_view(done, question.language);
    if (!done.workbook) return view;
    std::ranges::move(this->goals(question), std::back_inserter(view));
    return view;
}

View Contents::goals(const Question& question) {
    if (const auto found = find(sheet::Part::goals); !found)
        return nothing_there(found.error(), question.language);
    const auto goals = copies_.goals();
    View view =
        goals ? panel::goals_view(**goals, question.language) : error_view(goals.error(), question.language);
    add_way(sheet::Part::goals, {"To the goal table", "目標表へ"}, question.language, view);
    return view;
}

void Contents::add_way(sheet::Part part, const Text& text, Language language, View& view) const {
    std::string link;
    main_.run([&] {
        if (const Range table = desk_.table(part); table.is()) link = link_to(table);
    });
    if (!link.empty()) view.emplace_back(panel::Label{text.in(language), panel::Label::Look::text, link});
}

std::string Contents::link_to_lead(std::size_t row) const {
    std::string link;
    main_.run([&] {
        const Range table = desk_.table(sheet::Part::leads);
        if (!table.is()) return;
        const css::table::CellRangeAddress at = address_of(table);
        const auto y = static_cast<sal_Int32>(row + 1);  // behind the headers
        if (y <= at.EndRow - at.StartRow)
            link = link_to(table->getCellRangeByPosition(0, y, at.EndColumn - at.StartColumn, y));
    });
    return link;
}

View Contents::funnel(const Question& question) {
    if (const auto found = find(sheet::Part::leads); !found)
        return nothing_there(found.error(), question.language);
    const auto leads = copies_.leads();
    if (!leads) return error_view(leads.error(), question.language);
    if ((*leads)->present().count() == 0) return no_rows(question.language);
    View view =
        panel::funnel_view(**leads, static_cast<panel::FunnelChoice>(question.chosen), question.language);
    if (auto source = leads_label(**leads, question.language)) view.emplace_back(std::move(*source));
    return view;
}

/// `Leads.A1:N3121 · 3,120 leads`, a link to them.
std::optional<panel::Label> Contents::leads_label(const Leads& leads, Language language) {
    std::string address, link;
    main_.run([&] {
        const Range rows = desk_.lead_rows(leads.rows());
        if (!rows.is()) return;
        address = address_text(rows);
        link = link_to(rows);
    });
    if (address.empty()) return std::nullopt;
    const std::string count = thousands(leads.present().count());
    return panel::Label{address + Text{" · " + count + " leads", "・" + count + "件"}.in(language),
                        panel::Label::Look::text, link};
}

View Contents::lead(const Question& question) {
    if (const auto found = find(sheet::Part::leads); !found)
        return nothing_there(found.error(), question.language);
    const auto leads = copies_.leads();
    if (!leads) return error_view(leads.error(), question.language);
    if ((*leads)->present().count() == 0) return no_rows(question.language);
    SelectedLeads selected;
    main_.run([&] { selected = desk_.selected_leads(question.window); });
    const std::vector<std::size_t> rows = rows_of(selected, **leads);
    if (rows.empty()) {
        View view = no_selection(question.language);
        add_way(sheet::Part::leads, {"To the lead list", "リード一覧へ"}, question.language, view);
        return view;
    }
    View view = panel::lead_view(**leads, rows, question.language);
    if (auto* title = std::get_if<panel::Label>(&view.front())) title->link = link_to_lead(rows.front());
    return view;
}

View Contents::playbook(const Question& question) {
    if (const auto found = find(sheet::Part::playbook); !found)
        return nothing_there(found.error(), question.language);
    const auto read = copies_.playbook();
    const auto since = read ? since_agreement((*read)->playbook) : std::nullopt;
    const auto leads = leads_if_any();
    View view = read ? panel::playbook_view(**read, since ? &*since : nullptr, leads.get(), question.language)
                     : error_view(read.error(), question.language);
    add_way(sheet::Part::playbook, {"To the playbook", "プレイブックへ"}, question.language, view);
    return view;
}

/// Null if there is no lead list, or several, or it shows an error.
std::shared_ptr<const Leads> Contents::leads_if_any() {
    if (!find(sheet::Part::leads)) return nullptr;
    const auto leads = copies_.leads();
    return leads ? *leads : nullptr;
}

/// What has changed, and which leads it makes change sides. Nothing if nothing has, or nobody knows.
std::optional<panel::SinceAgreement> Contents::since_agreement(const Playbook& present) {
    if (present.signoffs.empty() || status(present) == "agreed") return std::nullopt;
    std::optional<Playbook> agreed;
    main_.run([&] { agreed = remembered_agreement(desk_.document); });
    if (!agreed || !was_signed(present, *agreed)) return std::nullopt;
    panel::SinceAgreement since{signed_on(present, *agreed), changes(*agreed, present)};
    if (const auto leads = leads_if_any(); leads && leads->present().count() > 0)
        std::ranges::move(changed_sides(*leads, *agreed, present), std::back_inserter(since.changes));
    return since;
}

View Contents::errors(const Question& question) {
    constexpr std::size_t most = 10;
    main_.run([&] { desk_.errors.emplace(desk_.document, most, question.language); });
    main_.repeat([&] { return desk_.errors->next(); });
    std::vector<panel::ErrorCell> cells;
    bool more = false;
    panel::About about;
    const std::string playbook = playbook_state(question.language);
    main_.run([&] {
        cells = desk_.errors->found();
        more = desk_.errors->more();
        about = addin::about(playbook, question.language);
    });
    return panel::why_view(cells, more, about, question.language);
}

/// Blank if the workbook has none, which is no fault.
std::string Contents::playbook_state(Language language) {
    if (!find(sheet::Part::playbook)) return {};
    const auto read = copies_.playbook();
    return read ? "✓ " + panel::playbook_line(**read, leads_if_any().get(), language)
                : "▼ " + read.error().message.in(language);
}

}  // namespace kakehashi::addin
