#include "core/handoff/card.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/evidence/date_columns.hpp"
#include "core/handoff/again.hpp"
#include "core/leads/figures.hpp"
#include "core/leads/shown_rule.hpp"
#include "core/leads/stages.hpp"
#include "core/money/side_table.hpp"
#include "core/playbook/departments.hpp"
#include "core/support/thousands.hpp"
#include "core/table/reading.hpp"
#include "core/workbook/data_sheets.hpp"

namespace kakehashi::handoff {
namespace {

constexpr std::size_t most_facts = 16;
constexpr std::size_t most_entries = 8;  // of touches, of customers' words

std::string joined(const std::vector<std::string>& texts) {
    std::string result;
    for (const std::string& text : texts) {
        if (trim(text).empty()) continue;
        result += (result.empty() ? "" : ", ") + text;
    }
    return result;
}

/// Column of the team workbook's table, under its header in either language.
std::optional<std::size_t> column_of(const Table& table, sheet::Part part, std::string_view key) {
    const Text& header = workbook::data_column(part, key).header;
    const auto english = table.find(header.en);
    return english ? english : table.find(header.ja);
}

class CardMaker {
  public:
    CardMaker(const Leads& leads, std::size_t row, Instant at, Language language)
        : leads_(leads), row_(row), language_(language) {
        card_.handed_off = at;
    }

    Result<Card> make(std::string_view definition, const Beside& beside) {
        card_.state = state_if_offered(leads_, row_);
        who();
        everything_else();
        if (const auto done = why(definition); !done) return error_of(done);
        journey();
        if (beside.touches) touches(*beside.touches);
        if (beside.voice) voice(*beside.voice);
        limit();
        return std::move(card_);
    }

  private:
    std::string role_text(Role role) {
        const auto index = leads_.role_index(role);
        if (!index) return {};
        used_.insert(*index);
        return leads_.table().column(*index).text(row_);
    }

    void add_contact(Role role) {
        std::string value = role_text(role);
        if (trim(value).empty()) return;
        if (role == Role::amount)
            if (const auto amount = read_number(value)) value = thousands(format_number(*amount));
        card_.contact.push_back({leads_.table().header(*leads_.role_index(role)), value});
    }

    void who() {
        card_.id = role_text(Role::id);
        card_.company = role_text(Role::company);
        card_.name = role_text(Role::name);
        for (const Role role : {Role::email, Role::phone, Role::owner, Role::source, Role::amount})
            add_contact(role);
        for (const Role role : {Role::created, Role::closed, Role::handed_off, Role::responded,
                                Role::accepted, Role::rejected, Role::outcome, Role::reason, Role::stage})
            role_text(role);
        for (const PlaybookStage& stage : leads_.playbook().stages)
            if (const auto index = leads_.table().find(stage.column.empty() ? stage.stage : stage.column))
                used_.insert(*index);
    }

    void everything_else() {
        for (std::size_t i = 0; i < leads_.table().columns() && card_.facts.size() < most_facts; ++i) {
            const std::string& header = leads_.table().header(i);
            if (used_.contains(i) || trim(header).empty()) continue;
            const Column& column = leads_.table().column(i);
            if (column.blank().test(row_)) continue;
            card_.facts.push_back({header, shown(header, column)});
        }
    }

    /// Dates as dates, where the header or the template knows them as such.
    std::string shown(const std::string& header, const Column& column) const {
        if (speaks_of_dates(header) || is_date(header))
            if (const Instant instant = column.as_instants()[row_]; instant != no_instant)
                return format_instant(instant);
        return column.text(row_);
    }

    static bool is_date(const std::string& header) {
        const std::string folded = fold_header(header);
        return std::ranges::any_of(
            workbook::data_sheet(sheet::Part::leads).columns, [&](const workbook::DataColumn& column) {
                return (column.format == sheet::Format::date || column.format == sheet::Format::date_time) &&
                       (fold_header(column.header.en) == folded || fold_header(column.header.ja) == folded);
            });
    }

    Result<void> why(std::string_view definition) {
        const Playbook& playbook = leads_.playbook();
        std::string name(trim(definition));
        if (name.empty() && playbook.definitions.empty()) return {};
        if (name.empty()) name = playbook.definitions.front().definition;
        auto judged = judge(leads_, name, row_);
        if (!judged) return error_of(judged);
        card_.definition = judged->definition->definition;
        card_.threshold = judged->definition->threshold;
        for (const RuleLine& line : judged->explanation.rules)
            card_.reasons.push_back({line.holds, line.rule->must, shown_rule(leads_, *line.rule, language_),
                                     shown_values(leads_, line, language_), line.points});
        for (const ClampLine& line : judged->explanation.clamps) card_.clamped += line.points;
        card_.verdict = judged->verdict;
        return {};
    }

    void journey() {
        const auto stages = leads_.stages();
        if (!stages) return;
        std::vector<StageEntry> entries;
        (*stages)->journey(row_, inclusive_end(leads_.as_of()), entries);
        for (const StageEntry& entry : entries)
            card_.journey.push_back({entry.instant, (*stages)->names()[entry.stage]});
    }

    std::vector<Dated> entries_of(const Table& table, const Column& ids, const Column& dates,
                                  std::initializer_list<const Column*> texts) const {
        std::vector<Dated> result;
        const std::uint32_t code = ids.keys().find(fold(card_.id));
        if (code == 0) return result;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (ids.keys().codes[row] != code) continue;
            std::vector<std::string> what;
            for (const Column* text : texts)
                if (text != nullptr) what.push_back(text->text(row));
            result.push_back({dates.as_instants()[row], joined(what)});
        }
        std::ranges::stable_sort(result, std::ranges::greater{}, &Dated::date);
        if (result.size() > most_entries) result.resize(most_entries);
        return result;
    }

    void touches(const Table& table) {
        const auto id = side_column(table, SideColumn::id);
        const auto date = side_column(table, SideColumn::date);
        const auto channel = side_column(table, SideColumn::channel);
        if (!id || !date || !channel) return;
        const auto note = column_of(table, sheet::Part::touches, "note");
        card_.touches = entries_of(table, **id, **date, {*channel, note ? &table.column(*note) : nullptr});
    }

    void voice(const Table& table) {
        const auto column = [&](std::string_view key) -> const Column* {
            const auto index = column_of(table, sheet::Part::voice, key);
            return index ? &table.column(*index) : nullptr;
        };
        const Column* id = column("id");
        const Column* date = column("date");
        const Column* words = column("words");
        if (id == nullptr || date == nullptr || words == nullptr) return;
        card_.voice = entries_of(table, *id, *date, {words});
    }

    void limit() {
        card_.within_hours = response_limit(leads_.playbook());
        if (card_.within_hours)
            card_.respond_by = working_calendar(leads_.playbook())
                                   .after_working_hours(card_.handed_off, *card_.within_hours);
    }

    const Leads& leads_;
    std::size_t row_;
    Language language_;
    Card card_;
    std::set<std::size_t> used_;
};

}  // namespace

Result<Card> make_card(const Leads& leads, std::size_t row, std::string_view definition, Instant at,
                       const Beside& beside, Language language) {
    return CardMaker(leads, row, at, language).make(definition, beside);
}

std::optional<double> response_limit(const Playbook& playbook) {
    for (const PlaybookStage& stage : playbook.stages)
        if (department_of(stage.owner) == Department::sales) return stage.within_hours;
    return std::nullopt;
}

}  // namespace kakehashi::handoff
