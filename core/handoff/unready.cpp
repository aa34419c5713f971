#include "core/handoff/unready.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/handoff/record.hpp"
#include "core/leads/shown_rule.hpp"
#include "core/leads/verdict.hpp"

namespace kakehashi::handoff {
namespace {

constexpr std::size_t most_leads = 8;
constexpr std::size_t most_rules = 8;

struct Unready {
    std::string name;
    Judgement judged;
};

/// The must-haves it fails first: without them no number of points helps.
std::vector<const RuleLine*> failing(const Explanation& explanation) {
    std::vector<const RuleLine*> lines;
    for (const RuleLine& line : explanation.rules)
        if (!line.holds) lines.push_back(&line);
    std::ranges::stable_partition(lines, [](const RuleLine* line) { return line->rule->must; });
    lines.resize(std::min(lines.size(), most_rules));
    return lines;
}

std::string line_of(const Leads& leads, const RuleLine& line, Language language) {
    std::string has = shown_values(leads, line, language);
    if (line.rule->must) has += (has.empty() ? "" : " · ") + Text{"must-have", "必須"}.in(language);
    std::string text = "\n✗ " + shown_rule(leads, *line.rule, language);
    return has.empty() ? text : text + Text{" (" + has + ")", "（" + has + "）"}.in(language);
}

Text question_for_one(const Leads& leads, const Unready& lead) {
    const std::string& definition = lead.judged.definition->definition;
    const Text missing = what_is_missing(lead.judged.verdict);
    Text text{fmt::format("{} does not meet “{}”: {} missing.", lead.name, definition, missing.en),
              fmt::format("{} は「{}」に該当しません（{}が不足）。", lead.name, definition, missing.ja)};
    for (const RuleLine* line : failing(lead.judged.explanation)) {
        text.en += line_of(leads, *line, Language::english);
        text.ja += line_of(leads, *line, Language::japanese);
    }
    text.en += "\n\nHand it off anyway?";
    text.ja += "\n\nそれでも引き渡しますか。";
    return text;
}

Text question_for_several(const std::vector<Unready>& unready, std::size_t all) {
    const std::string& definition = unready.front().judged.definition->definition;
    Text text{fmt::format("{} of {} leads do not meet “{}”:", unready.size(), all, definition),
              fmt::format("{} 件中 {} 件が「{}」に該当しません。", all, unready.size(), definition)};
    for (std::size_t i = 0; i < std::min(unready.size(), most_leads); ++i) {
        const Text missing = what_is_missing(unready[i].judged.verdict);
        text.en += fmt::format("\n✗ {}: {} missing", unready[i].name, missing.en);
        text.ja += fmt::format("\n✗ {}：{}が不足", unready[i].name, missing.ja);
    }
    if (unready.size() > most_leads) {
        text.en += fmt::format("\n… and {} more", unready.size() - most_leads);
        text.ja += fmt::format("\nほか {} 件", unready.size() - most_leads);
    }
    text.en += fmt::format("\n\nHand off all {} anyway?", all);
    text.ja += fmt::format("\n\nそれでも {} 件すべてを引き渡しますか。", all);
    return text;
}

}  // namespace

Text unready_question(const Leads& leads, const std::vector<std::size_t>& rows,
                      const std::string& definition) {
    const std::vector<PlaybookDefinition>& known = leads.playbook().definitions;
    const std::string name = definition.empty() && !known.empty() ? known.front().definition : definition;
    std::vector<Unready> unready;
    for (const std::size_t row : rows) {
        auto judged = judge(leads, name, row);
        if (judged && !judged->verdict.qualifies)
            unready.push_back({lead_name(leads, row), std::move(*judged)});
    }
    if (unready.empty()) return {};
    return rows.size() == 1 ? question_for_one(leads, unready.front())
                            : question_for_several(unready, rows.size());
}

}  // namespace kakehashi::handoff
