#include "core/leads/changed_sides.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/calendar/calendar.hpp"
#include "core/leads/qualification.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

/// The leads that are looked at, and how a sentence calls them: `240 leads of 2026-10`.
struct Population {
    Bitmap rows;
    Text called;
};

Population last_month(const Leads& leads) {
    const Column* created = leads.role(Role::created);
    if (created == nullptr) {
        const std::size_t count = leads.present().count();
        return {leads.present(),
                {count == 1 ? std::string("the only lead (no created date)")
                            : fmt::format("all {} leads (no created date)", count),
                 fmt::format("全リード {} 件（作成日なし）", count)}};
    }
    const Calendar civil;
    const Period this_month = period_of(leads.as_of(), PeriodUnit::month, civil);
    const Period month = period_of((this_month.first_day - 1) * ms_per_day, PeriodUnit::month, civil);
    const std::span<const Instant> dates = created->as_instants();
    Bitmap rows = Bitmap::where(leads.rows(), [&](std::size_t row) {
        return dates[row] != no_instant && day_of(dates[row]) >= month.first_day &&
               day_of(dates[row]) <= month.last_day;
    });
    rows &= leads.present();
    const std::size_t count = rows.count();
    const std::string name = period_name(month, PeriodUnit::month, civil);
    return {std::move(rows),
            {fmt::format("{} {} of {}", count, count == 1 ? "lead" : "leads", name),
             fmt::format("{} のリード {} 件", name, count)}};
}

/// Names of definitions that both have, as the later one writes them, each once.
std::vector<std::string> common_definitions(const Playbook& before, const Playbook& after) {
    std::set<std::string> known;
    for (const PlaybookDefinition& definition : before.definitions) known.insert(fold(definition.definition));
    std::vector<std::string> names;
    for (const PlaybookDefinition& definition : after.definitions)
        if (known.erase(fold(definition.definition)) != 0) names.push_back(definition.definition);
    return names;
}

/// All that decides who qualifies, in whatever order.
struct Content {
    std::vector<PlaybookDefinition> definitions;
    std::vector<PlaybookRule> rules;
    std::vector<PlaybookGroup> groups;
};

Content content_of(const Playbook& playbook, const std::string& definition) {
    Content content;
    const auto versions = versions_of(playbook, definition);
    if (!versions) return content;
    for (const DefinitionInForce& version : *versions) {
        content.definitions.push_back(*version.definition);
        for (const PlaybookRule* rule : version.rules) content.rules.push_back(*rule);
        for (const PlaybookGroup* group : version.groups) content.groups.push_back(*group);
    }
    return content;
}

/// Whether the definition itself, its rules or its groups were changed: then "0 leads" is worth saying.
bool was_changed(const Playbook& before, const Playbook& after, const std::string& definition) {
    const Content was = content_of(before, definition);
    const Content is = content_of(after, definition);
    return !std::ranges::is_permutation(was.definitions, is.definitions) ||
           !std::ranges::is_permutation(was.rules, is.rules) ||
           !std::ranges::is_permutation(was.groups, is.groups);
}

Text sides(const std::string& definition, const Population& population, std::size_t gained,
           std::size_t lost) {
    return {fmt::format("{}: {} of {} {} ({} now {}, {} no longer)", definition, gained + lost,
                        population.called.en, gained + lost == 1 ? "changes sides" : "change sides", gained,
                        gained == 1 ? "qualifies" : "qualify", lost),
            fmt::format("{}：{}のうち {} 件で判定が変化（新たに該当 {} 件、該当しなくなる {} 件）",
                        definition, population.called.ja, gained + lost, gained, lost)};
}

/// Both playbooks are applied as of the date of the leads, whatever their own.
std::shared_ptr<const Playbook> as_of_date(const Playbook& playbook, Instant as_of) {
    auto dated = std::make_shared<Playbook>(playbook);
    dated->as_of = as_of;
    return dated;
}

}  // namespace

std::vector<Text> changed_sides(const Leads& leads, const Playbook& before, const Playbook& after) {
    const Instant as_of = leads.as_of();
    const Leads old_leads(leads.shared_table(), as_of_date(before, as_of), leads.history(), as_of);
    const Leads new_leads(leads.shared_table(), as_of_date(after, as_of), leads.history(), as_of);
    const Population population = last_month(leads.role(Role::created) != nullptr ? leads : new_leads);
    std::vector<Text> texts;
    for (const std::string& definition : common_definitions(before, after)) {
        const Result<Bitmap> was = old_leads.derived<Qualification>().qualifying(definition, as_of);
        const Result<Bitmap> is = new_leads.derived<Qualification>().qualifying(definition, as_of);
        if (!was || !is) {
            const Text& message = !is ? is.error().message : was.error().message;
            texts.push_back({fmt::format("{}: cannot be compared: {}", definition, message.en),
                             fmt::format("{}：比較できません。{}", definition, message.ja)});
            continue;
        }
        const std::size_t gained = ((*is - *was) & population.rows).count();
        const std::size_t lost = ((*was - *is) & population.rows).count();
        if (gained + lost != 0 || was_changed(before, after, definition))
            texts.push_back(sides(definition, population, gained, lost));
    }
    return texts;
}

}  // namespace kakehashi
