#include "core/checks/outcome_words.hpp"

#include <algorithm>

#include "core/leads/outcomes.hpp"

namespace kakehashi::checks {

OutcomeWords::OutcomeWords(const Leads& leads) : leads_(leads) {
    // As Leads::outcome: without an expression the list's own words count, in the stage column only if there
    // is none of outcomes.
    std::ranges::fill(by_vocabulary_, leads.role(Role::outcome) == nullptr);
    for (const PlaybookOutcome& agreed : leads.playbook().outcomes) {
        const auto outcome = static_cast<std::size_t>(agreed.outcome);
        named_[outcome] = true;
        if (trim(agreed.when).empty()) continue;
        by_vocabulary_[outcome] = false;
        if (const auto when = parse_expression(agreed.when)) collect(**when);
    }
}

bool OutcomeWords::contains(std::string_view word) const {
    if (const auto named = parse_outcome(word); named && named_[static_cast<std::size_t>(*named)])
        return true;
    if (const auto usual = recognise_outcome(word); usual && by_vocabulary_[static_cast<std::size_t>(*usual)])
        return true;
    const std::string folded = fold(word);
    if (compared_.contains(folded)) return true;
    return std::ranges::any_of(patterns_, [&](const Pattern& pattern) {
        switch (pattern.comparison) {
            case Comparison::starts_with:
                return folded.starts_with(pattern.text);
            case Comparison::ends_with:
                return folded.ends_with(pattern.text);
            default:
                return folded.find(pattern.text) != folded.npos;
        }
    });
}

void OutcomeWords::collect(const Node& node) {
    if (const auto* all = std::get_if<And>(&node.value))
        for (const Expression& operand : all->operands) collect(*operand);
    if (const auto* any = std::get_if<Or>(&node.value))
        for (const Expression& operand : any->operands) collect(*operand);
    if (const auto* negation = std::get_if<Not>(&node.value)) collect(*negation->operand);
    if (const auto* in = std::get_if<In>(&node.value); in && is_stage(in->column))
        for (const Literal& value : in->values)
            if (const auto* text = std::get_if<std::string>(&value)) compared_.insert(fold(*text));
    const auto* compare = std::get_if<Compare>(&node.value);
    if (compare == nullptr || !is_stage(compare->column)) return;
    const auto* text = std::get_if<std::string>(&compare->value);
    if (text == nullptr) return;
    switch (compare->comparison) {
        case Comparison::equal:
        case Comparison::not_equal:
            compared_.insert(fold(*text));
            break;
        case Comparison::contains:
        case Comparison::starts_with:
        case Comparison::ends_with:
            patterns_.push_back({compare->comparison, fold(*text)});
            break;
        default:
            break;
    }
}

bool OutcomeWords::is_stage(std::string_view column) const {
    const auto found = leads_.column(column);
    return found && *found == leads_.role(Role::stage);
}

}  // namespace kakehashi::checks
