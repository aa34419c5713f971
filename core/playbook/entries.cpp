#include "core/playbook/entries.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/playbook/settings.hpp"

namespace kakehashi {
namespace {

template <class E>
using Member =
    std::variant<std::string E::*, double E::*, bool E::*, std::optional<double> E::*, Instant E::*>;

// Where each field of an entry lives in the playbook, in the order of the block's headers.
constexpr Member<PlaybookStage> stage_members[] = {
    &PlaybookStage::stage,       &PlaybookStage::owner,        &PlaybookStage::column, &PlaybookStage::when,
    &PlaybookStage::within_days, &PlaybookStage::within_hours, &PlaybookStage::meaning};
constexpr Member<PlaybookDefinition> definition_members[] = {
    &PlaybookDefinition::definition,        &PlaybookDefinition::threshold, &PlaybookDefinition::at_least,
    &PlaybookDefinition::capacity_per_week, &PlaybookDefinition::version,   &PlaybookDefinition::valid_from,
    &PlaybookDefinition::valid_to,          &PlaybookDefinition::meaning};
constexpr Member<PlaybookRule> rule_members[] = {
    &PlaybookRule::definition, &PlaybookRule::group,      &PlaybookRule::rule,   &PlaybookRule::points,
    &PlaybookRule::must,       &PlaybookRule::decay_days, &PlaybookRule::repeats};
constexpr Member<PlaybookGroup> group_members[] = {&PlaybookGroup::definition, &PlaybookGroup::group,
                                                   &PlaybookGroup::floor, &PlaybookGroup::cap};
constexpr Member<PlaybookReason> reason_members[] = {&PlaybookReason::reason, &PlaybookReason::family,
                                                     &PlaybookReason::owner};
constexpr Member<PlaybookTerm> term_members[] = {&PlaybookTerm::term, &PlaybookTerm::meaning,
                                                 &PlaybookTerm::owner};
constexpr Member<PlaybookMetric> metric_members[] = {&PlaybookMetric::metric, &PlaybookMetric::formula,
                                                     &PlaybookMetric::unit,   &PlaybookMetric::better,
                                                     &PlaybookMetric::owner,  &PlaybookMetric::meaning};
constexpr Member<PlaybookSegment> persona_members[] = {&PlaybookSegment::name, &PlaybookSegment::when,
                                                       &PlaybookSegment::note};
constexpr Member<PlaybookSegment> segment_members[] = {&PlaybookSegment::name, &PlaybookSegment::scheme,
                                                       &PlaybookSegment::when, &PlaybookSegment::note};
constexpr Member<PlaybookHoliday> holiday_members[] = {&PlaybookHoliday::date, &PlaybookHoliday::name};
constexpr Member<PlaybookSignoff> signoff_members[] = {&PlaybookSignoff::department, &PlaybookSignoff::name,
                                                       &PlaybookSignoff::date, &PlaybookSignoff::fingerprint};

/// Puts a field where it belongs; blank fields leave the default.
template <class E>
struct Store {
    E& entry;
    const Field& field;
    void operator()(std::string E::*member) const {
        if (const auto* text = std::get_if<std::string>(&field)) entry.*member = *text;
    }
    void operator()(double E::*member) const {
        if (const auto* number = std::get_if<double>(&field)) entry.*member = *number;
    }
    void operator()(bool E::*member) const {
        if (const auto* yes = std::get_if<bool>(&field)) entry.*member = *yes;
    }
    void operator()(std::optional<double> E::*member) const {
        if (const auto* number = std::get_if<double>(&field)) entry.*member = *number;
    }
    void operator()(Instant E::*member) const {
        if (const auto* date = std::get_if<Date>(&field)) entry.*member = date->instant;
    }
};

template <class E>
struct Load {
    const E& entry;
    Field operator()(std::string E::*member) const {
        return (entry.*member).empty() ? Field{} : Field{entry.*member};
    }
    Field operator()(double E::*member) const { return entry.*member == 0 ? Field{} : Field{entry.*member}; }
    Field operator()(bool E::*member) const { return entry.*member ? Field{true} : Field{}; }
    Field operator()(std::optional<double> E::*member) const {
        return entry.*member ? Field{*(entry.*member)} : Field{};
    }
    Field operator()(Instant E::*member) const {
        return entry.*member == no_instant ? Field{} : Field{Date{entry.*member}};
    }
};

/// The fields that may not be blank, and the first one, which must not look like the start of a block.
std::optional<Text> fault_of(const BlockForm& form, const Entry& entry) {
    for (std::size_t i = 0; i < form.headers.size(); ++i) {
        if (!form.headers[i].required || !std::holds_alternative<std::monostate>(entry.fields[i])) continue;
        const Text shown = form.headers[i].shown();
        return Text{fmt::format("{} is missing; the entry is left out", shown.en),
                    fmt::format("{}がありません。この行は使われません", shown.ja)};
    }
    const auto* first = std::get_if<std::string>(&entry.fields.front());
    if (first == nullptr) return std::nullopt;
    const std::string folded = fold(*first);
    if (!folded.starts_with('[') || !folded.ends_with(']')) return std::nullopt;
    return Text{
        fmt::format("\"{}\" would begin a block; a name cannot stand in [ ]. The entry is left out", *first),
        fmt::format(
            "「{}」はブロックの始まりになります。名前を [ ] で囲むことはできません。この行は使われません",
            *first)};
}

class Assembler {
  public:
    Assembler(const Entries& entries, std::vector<PlaybookProblem> problems) : entries_(entries) {
        result_.problems = std::move(problems);
    }

    ReadPlaybook run() && {
        Playbook& playbook = result_.playbook;
        read_settings();
        read_columns();
        read_outcomes();
        read(Block::stages, stage_members, playbook.stages);
        read(Block::definitions, definition_members, playbook.definitions);
        read(Block::rules, rule_members, playbook.rules);
        read(Block::groups, group_members, playbook.groups);
        read(Block::reasons, reason_members, playbook.reasons);
        read(Block::terms, term_members, playbook.terms);
        read(Block::metrics, metric_members, playbook.metrics);
        read(Block::personas, persona_members, playbook.personas);
        read(Block::segments, segment_members, playbook.segments);
        read(Block::holidays, holiday_members, playbook.holidays);
        read(Block::signoffs, signoff_members, playbook.signoffs);
        for (PlaybookHoliday& holiday : playbook.holidays) holiday.date = start_of_day(holiday.date);
        return std::move(result_);
    }

  private:
    void report(Block block, std::size_t row, Text message) {
        result_.problems.push_back({std::string(form_of(block).name), row, std::move(message)});
    }

    bool usable(Block block, const Entry& entry) {
        std::optional<Text> fault = fault_of(form_of(block), entry);
        if (fault) report(block, entry.row, std::move(*fault));
        return !fault;
    }

    void keep_row(Block block, std::size_t row) {
        result_.rows[std::string(form_of(block).name)].push_back(row);
    }

    template <class E, std::size_t N>
    void read(Block block, const Member<E> (&members)[N], std::vector<E>& into) {
        for (const Entry& entry : entries_.of(block)) {
            if (!usable(block, entry)) continue;
            E& made = into.emplace_back();
            for (std::size_t i = 0; i < N; ++i) std::visit(Store<E>{made, entry.fields[i]}, members[i]);
            keep_row(block, entry.row);
        }
    }

    void read_settings() {
        std::vector<Setting> seen;
        for (const EntrySetting& setting : entries_.settings) {
            const Text shown =
                form_of(Block::playbook).headers[static_cast<std::size_t>(setting.key)].shown();
            if (std::find(seen.begin(), seen.end(), setting.key) != seen.end()) {
                report(Block::playbook, setting.row,
                       {fmt::format("{} stands here twice; the first one counts", shown.en),
                        fmt::format("{}が二度あります。最初のものを使います", shown.ja)});
                continue;
            }
            seen.push_back(setting.key);
            if (auto fault = store_setting(result_.playbook, setting.key, setting.value))
                report(
                    Block::playbook, setting.row,
                    {fmt::format("{}: {}", shown.en, fault->en), fmt::format("{}：{}", shown.ja, fault->ja)});
        }
        result_.playbook.other = entries_.other;
    }

    /// The rows are kept in the order of the roles, as the playbook holds them.
    void read_columns() {
        std::map<Role, std::size_t> rows;
        for (const Entry& entry : entries_.of(Block::columns)) {
            if (!usable(Block::columns, entry)) continue;
            const std::string& role = std::get<std::string>(entry.fields[0]);
            const Role bound = *parse_role(role);
            rows.try_emplace(bound, entry.row);
            if (!result_.playbook.columns.emplace(bound, std::get<std::string>(entry.fields[1])).second)
                report(Block::columns, entry.row,
                       {fmt::format("the role {} is bound twice; the first one counts", role),
                        fmt::format("役割 {} が二度指定されています。最初のものを使います", role)});
        }
        for (const auto& [role, row] : rows) keep_row(Block::columns, row);
    }

    void read_outcomes() {
        for (const Entry& entry : entries_.of(Block::outcomes)) {
            if (!usable(Block::outcomes, entry)) continue;
            const auto outcome = parse_outcome(std::get<std::string>(entry.fields[0]));
            result_.playbook.outcomes.push_back({*outcome, std::get<std::string>(entry.fields[1])});
            keep_row(Block::outcomes, entry.row);
        }
    }

    const Entries& entries_;
    ReadPlaybook result_;
};

template <class E, std::size_t N>
void write(const std::vector<E>& from, const Member<E> (&members)[N], std::vector<Entry>& into) {
    for (const E& entry : from) {
        Entry& written = into.emplace_back();
        written.row = into.size();
        for (const Member<E>& member : members) written.fields.push_back(std::visit(Load<E>{entry}, member));
    }
}

}  // namespace

ReadPlaybook assemble(const Entries& entries, std::vector<PlaybookProblem> problems) {
    return Assembler(entries, std::move(problems)).run();
}

Entries disassemble(const Playbook& playbook) {
    Entries entries;
    entries.settings = load_settings(playbook);
    entries.other = playbook.other;
    for (const auto& [role, header] : playbook.columns) {
        std::vector<Entry>& columns = entries.of(Block::columns);
        columns.push_back({columns.size() + 1, {std::string(role_name(role)), header}});
    }
    for (const PlaybookOutcome& outcome : playbook.outcomes) {
        std::vector<Entry>& outcomes = entries.of(Block::outcomes);
        outcomes.push_back({outcomes.size() + 1, {std::string(outcome_name(outcome.outcome)), outcome.when}});
    }
    write(playbook.stages, stage_members, entries.of(Block::stages));
    write(playbook.definitions, definition_members, entries.of(Block::definitions));
    write(playbook.rules, rule_members, entries.of(Block::rules));
    write(playbook.groups, group_members, entries.of(Block::groups));
    write(playbook.reasons, reason_members, entries.of(Block::reasons));
    write(playbook.terms, term_members, entries.of(Block::terms));
    write(playbook.metrics, metric_members, entries.of(Block::metrics));
    write(playbook.personas, persona_members, entries.of(Block::personas));
    write(playbook.segments, segment_members, entries.of(Block::segments));
    write(playbook.holidays, holiday_members, entries.of(Block::holidays));
    write(playbook.signoffs, signoff_members, entries.of(Block::signoffs));
    return entries;
}

}  // namespace kakehashi
