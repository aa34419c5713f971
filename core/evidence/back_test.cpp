#include "core/evidence/back_test.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/leads/leads.hpp"
#include "core/support/exact_tests.hpp"
#include "core/support/statistics.hpp"

namespace kakehashi {
namespace {

constexpr std::size_t kept_selections = 32;  // an eighth of a byte per lead each
constexpr std::size_t kept_counts = 4096;

double number(std::size_t count) {
    return static_cast<double>(count);
}

Result<double> ratio(std::size_t part, std::size_t whole, Text nothing) {
    if (whole == 0) return division_by_zero(std::move(nothing));
    return number(part) / number(whole);
}

Result<double> precision(const BackTest& test) {
    return ratio(test.true_positives, test.qualified,
                 {"No lead of the population qualifies.", "対象のリードに定義を満たすものがありません。"});
}

Result<double> recall(const BackTest& test) {
    return ratio(test.true_positives, test.won,
                 {"No lead of the population was won.", "対象のリードに受注したものがありません。"});
}

Result<double> base_rate(const BackTest& test) {
    return ratio(test.won, test.leads,
                 {"There is no lead to test on.", "検証の対象となるリードがありません。"});
}

Result<double> lift(const BackTest& test) {
    const auto found = precision(test);
    if (!found) return error_of(found);
    if (const auto reached = recall(test); !reached) return error_of(reached);  // nothing was won
    return *found / (number(test.won) / number(test.leads));
}

template <double Interval::*End>
Result<double> bound(const BackTest& test) {
    if (const auto found = precision(test); !found) return error_of(found);
    return wilson_interval(number(test.true_positives), number(test.qualified)).*End;
}

Result<double> per_week(const BackTest& test) {
    if (!test.days) return test.days;
    if (!(*test.days > 0.0))
        return division_by_zero({"The period ends before it begins.", "期間の終わりが始まりより前です。"});
    return number(test.qualified) / (*test.days / 7.0);
}

Result<double> p_value(const BackTest& test) {
    const std::size_t a = test.true_positives;
    const std::size_t b = test.qualified - a;
    const std::size_t c = test.won - a;
    return fisher_exact(a, b, c, test.leads - a - b - c);
}

/// Days from the first day of the period to its last.
Result<double> days_of(const Leads& leads, const Bitmap& population, const DateRange& created) {
    const auto dates = created_dates(leads);
    if (!dates) return error_of(dates);
    Instant first = latest;
    Instant last = earliest;
    population.for_each([&](std::size_t row) {
        if ((*dates)[row] == no_instant) return;
        first = std::min(first, (*dates)[row]);
        last = std::max(last, (*dates)[row]);
    });
    if (created.from != earliest) first = created.from;
    if (created.to != latest) last = created.to;
    if (first == latest || last == earliest)
        return not_available({"No lead of the population has a created date.",
                              "対象のリードに作成日のあるものがありません。"});
    return static_cast<double>(day_of(last) - day_of(first) + 1);
}

std::string part_of_key(std::string_view text) {
    return fmt::format("{}:{}", text.size(), text);
}

}  // namespace

std::span<const Measure<BackTest>> back_test_measures() {
    using Test = const BackTest&;
    static const Measure<BackTest> measures[] = {
        {{"leads", "リード|リード数|件数|対象数"}, [](Test t) -> Result<double> { return number(t.leads); }},
        {{"qualified", "該当|該当数|適格|適格数"},
         [](Test t) -> Result<double> { return number(t.qualified); }},
        {{"won", "受注|受注数|成約|成約数"}, [](Test t) -> Result<double> { return number(t.won); }},
        {{"tp", "true positives|真陽性"}, [](Test t) -> Result<double> { return number(t.true_positives); }},
        {{"fp", "false positives|偽陽性"},
         [](Test t) -> Result<double> { return number(t.qualified - t.true_positives); }},
        {{"fn", "false negatives|偽陰性"},
         [](Test t) -> Result<double> { return number(t.won - t.true_positives); }},
        {{"tn", "true negatives|真陰性"},
         [](Test t) -> Result<double> { return number(t.leads + t.true_positives - t.qualified - t.won); }},
        {{"precision", "適合率|精度"}, precision},
        {{"recall", "再現率"}, recall},
        {{"base rate", "基準率|ベースレート|全体の受注率|全体受注率"}, base_rate},
        {{"lift", "リフト|リフト値"}, lift},
        {{"low", "下限|信頼下限"}, bound<&Interval::low>},
        {{"high", "上限|信頼上限"}, bound<&Interval::high>},
        {{"per week", "週あたり|1週間あたり|週平均"}, per_week},
        {{"p value", "p|p値|有意確率"}, p_value},
    };
    return measures;
}

BackTests::BackTests(const Leads& leads)
    : leads_(leads), selections_(kept_selections), counts_(kept_counts) {}

Result<const Bitmap*> BackTests::selected(std::string_view definition) const {
    const std::string name(trim(definition));
    const Result<Bitmap>* rows = selections_.find(name);
    if (rows == nullptr) rows = &selections_.keep(name, kakehashi::selected(leads_, name));
    if (!*rows) return error_of(*rows);
    return &**rows;
}

Result<BackTest> BackTests::count(std::string_view definition, const Cohort& cohort, bool held_out) const {
    auto tested = population(leads_, cohort.outcome, cohort.where, cohort.created);
    if (!tested) return error_of(tested);
    if (held_out) {
        auto split = hold_out(leads_, tested->leads);
        if (!split) return error_of(split);
        tested->leads = std::move(split->held_out);
        tested->won &= tested->leads;
    }
    const auto rows = selected(definition);
    if (!rows) return error_of(rows);
    return BackTest{tested->leads.count(), (tested->leads & **rows).count(), tested->won.count(),
                    (tested->won & **rows).count(), days_of(leads_, tested->leads, cohort.created)};
}

Result<BackTest> BackTests::kept_count(std::string_view definition, const Cohort& cohort,
                                       bool held_out) const {
    std::string key =
        fmt::format("{}{},{},", held_out ? "held out " : "", cohort.created.from, cohort.created.to);
    key += part_of_key(trim(definition)) + part_of_key(cohort.outcome) + part_of_key(cohort.where);
    if (const auto* kept = counts_.find(key)) return *kept;
    return counts_.keep(key, count(definition, cohort, held_out));
}

Result<BackTest> BackTests::back_test(std::string_view definition, const Cohort& cohort) const {
    return kept_count(definition, cohort, false);
}

Result<BackTest> BackTests::on_hold_out(std::string_view definition, const Cohort& cohort) const {
    return kept_count(definition, cohort, true);
}

}  // namespace kakehashi
