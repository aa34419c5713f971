#include "core/leads/grade.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "core/leads/applied_rule.hpp"
#include "core/leads/leads.hpp"

namespace kakehashi {
namespace {

constexpr std::string_view fit_names[] = {"fit", "適合度", "適合"};
constexpr std::string_view engagement_names[] = {"engagement", "関心度", "関心", "エンゲージメント"};

/// The group that bears the first of these names, folded.
Result<std::string> group_named(const DefinitionInForce& definition,
                                std::span<const std::string_view> names) {
    for (const std::string_view name : names) {
        const std::string key = fold(name);
        const auto bears_it = [&](const auto* entry) { return fold(entry->group) == key; };
        if (std::ranges::any_of(definition.rules, bears_it) ||
            std::ranges::any_of(definition.groups, bears_it))
            return key;
    }
    return not_available(
        {fmt::format("A grade needs the groups fit and engagement; \"{}\" has no group {}.",
                     definition.definition->definition, names.front()),
         fmt::format(
             "等級にはグループ「適合度」と「関心度」が必要です。「{}」にはグループ「{}」がありません。",
             definition.definition->definition, names[1])});
}

const PlaybookGroup* bounds_of(const DefinitionInForce& definition, const std::string& group) {
    const auto found = std::ranges::find_if(
        definition.groups, [&](const PlaybookGroup* entry) { return fold(entry->group) == group; });
    return found == definition.groups.end() ? nullptr : *found;
}

std::vector<const PlaybookRule*> rules_in(const DefinitionInForce& definition, const std::string& group) {
    std::vector<const PlaybookRule*> rules;
    for (const PlaybookRule* rule : definition.rules)
        if (fold(rule->group) == group) rules.push_back(rule);
    return rules;
}

/// What counts as full marks.
double full_points(std::span<const PlaybookRule* const> rules, const PlaybookGroup* bounds) {
    if (bounds != nullptr && bounds->cap) return *bounds->cap;
    double sum = 0.0;
    for (const PlaybookRule* rule : rules) sum += std::max(0.0, rule->points);
    return sum;
}

std::uint8_t mark(double share) {
    if (share >= 0.75) return 0;
    if (share >= 0.5) return 1;
    if (share >= 0.25) return 2;
    return 3;
}

}  // namespace

Grades::Grades(const Leads& leads)
    : leads_(leads), kept_(BoundedCache<std::shared_ptr<const Graded>>::for_rows(leads.rows())) {}

Result<Grades::Marks> Grades::marks(const DefinitionInForce& definition, const std::string& group,
                                    Instant as_of) const {
    const PlaybookGroup* bounds = bounds_of(definition, group);
    const std::vector<const PlaybookRule*> rules = rules_in(definition, group);
    const double full = full_points(rules, bounds);
    if (!(full > 0.0))
        return division_by_zero({fmt::format("The group \"{}\" of \"{}\" can earn no points to compare with.",
                                             group, definition.definition->definition),
                                 fmt::format("「{}」のグループ「{}」には比べるもとになる点数がありません。",
                                             definition.definition->definition, group)});
    std::vector<double> points(leads_.rows(), 0.0);
    for (const PlaybookRule* rule : rules) {
        const auto applied = apply(leads_, *rule, as_of);
        if (!applied) return error_of(applied);
        applied->holds.for_each([&](std::size_t row) { points[row] += applied->points(row, as_of); });
    }
    Marks result(leads_.rows());
    for (std::size_t row = 0; row < result.size(); ++row)
        result[row] = mark((bounds != nullptr ? clamped(points[row], *bounds) : points[row]) / full);
    return result;
}

Result<Grades::Graded> Grades::grade_all(std::string_view definition, Instant as_of) const {
    const auto version = in_force(leads_.playbook(), definition, as_of);
    if (!version) return error_of(version);
    const auto fit = group_named(*version, fit_names);
    if (!fit) return error_of(fit);
    const auto engagement = group_named(*version, engagement_names);
    if (!engagement) return error_of(engagement);
    auto fit_marks = marks(*version, *fit, as_of);
    if (!fit_marks) return error_of(fit_marks);
    auto engagement_marks = marks(*version, *engagement, as_of);
    if (!engagement_marks) return error_of(engagement_marks);
    return Graded{std::move(*fit_marks), std::move(*engagement_marks)};
}

Result<std::string> Grades::grade(std::string_view definition, std::size_t row, Instant as_of) const {
    const std::string key = fmt::format("{}@{}", fold(definition), as_of);
    const auto* kept = kept_.find(key);
    if (kept == nullptr) {
        auto made = grade_all(definition, as_of);
        if (!made) return error_of(made);
        kept = &kept_.keep(key, std::make_shared<const Graded>(std::move(*made)));
    }
    const auto letter = static_cast<char>('A' + (*kept)->fit[row]);
    const auto digit = static_cast<char>('1' + (*kept)->engagement[row]);
    return std::string{letter, digit};
}

}  // namespace kakehashi
