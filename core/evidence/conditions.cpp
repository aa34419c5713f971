#include "core/evidence/conditions.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "core/evidence/column_values.hpp"
#include "core/evidence/condition_text.hpp"
#include "core/evidence/date_columns.hpp"
#include "core/leads/leads.hpp"

namespace kakehashi {
namespace {

/// Numbers with so many different values or fewer are tried with `=`, too.
constexpr std::size_t most_equal_numbers = 20;

/// How finely columns are searched, and up to which estimated cost in nanoseconds: between all values of
/// common columns where that is cheap, between the usual 33 bins or fewer where the search takes seconds.
struct Fineness {
    std::size_t bins;
    std::size_t texts;
    double budget;
};
constexpr std::size_t all_texts = static_cast<std::size_t>(-1);
constexpr double cheap = 1e9;
constexpr double bearable = 4e9;
constexpr double unbearable = 6e10;  // no cell may take a minute
constexpr std::array finenesses = {
    Fineness{1025, all_texts, cheap}, Fineness{513, all_texts, cheap}, Fineness{257, all_texts, cheap},
    Fineness{129, all_texts, cheap},  Fineness{65, all_texts, cheap},  Fineness{33, all_texts, bearable},
    Fineness{33, 256, bearable},      Fineness{25, 128, bearable},     Fineness{17, 64, bearable},
    Fineness{13, 32, bearable},       Fineness{9, 16, bearable},       Fineness{7, 12, bearable},
    Fineness{5, 8, bearable},         Fineness{4, 6, bearable},        Fineness{3, 4, bearable},
    Fineness{2, 2, bearable},
};

struct SearchedColumn {
    const Column* column;
    std::string name;  // as expressions write it
    ColumnValues values;

    std::size_t conditions(Fineness fineness) const {
        const std::size_t numbers = values.numbers.size();
        const std::size_t cuts = numbers < 2 ? 0 : std::min(numbers, fineness.bins) - 1;
        return (numbers <= most_equal_numbers ? numbers : 0) + 2 * cuts +
               std::min(values.texts.size(), fineness.texts);
    }
};

/// About how many nanoseconds the search takes on a processor of 2023, in the worst case: evaluating the
/// conditions, counting the pairs, counting the triples (a part of the rows usually suffices).
double cost(double conditions, double rows, std::size_t terms) {
    const double blocks = rows / static_cast<double>(bits::block_bits) + 2.0;
    double result = conditions * rows * 4.0;
    if (terms > 1) result += conditions * conditions / 2.0 * blocks * 5.0;
    if (terms > 2) result += conditions * conditions * conditions / 6.0 * (4.0 + 1.5 * blocks);
    return result;
}

double cost(const std::vector<SearchedColumn>& columns, Fineness fineness, std::size_t rows,
            std::size_t terms) {
    std::size_t conditions = 0;
    for (const SearchedColumn& column : columns) conditions += column.conditions(fineness);
    return cost(static_cast<double>(conditions), static_cast<double>(rows), terms);
}

Result<Fineness> affordable(const std::vector<SearchedColumn>& columns, std::size_t rows, std::size_t terms) {
    for (const Fineness fineness : finenesses)
        if (cost(columns, fineness, rows, terms) <= fineness.budget) return fineness;
    if (cost(columns, finenesses.back(), rows, terms) <= unbearable) return finenesses.back();
    return illegal_argument(
        {fmt::format(
             "{} columns are too many to search for rules of {} conditions: exclude some, or ask for fewer "
             "conditions.",
             columns.size(), terms),
         fmt::format(
             "{} 列から {} 条件のルールを探すには列が多すぎます。列を除くか、条件の数を減らしてください。",
             columns.size(), terms)});
}

/// In the order of their keys still.
void keep_most_frequent(std::vector<TextCount>& texts, std::size_t most) {
    if (texts.size() <= most) return;
    std::ranges::stable_sort(texts, std::ranges::greater(), &TextCount::count);
    texts.resize(most);
    std::ranges::sort(texts, {}, &TextCount::key);
}

class ConditionMaker {
  public:
    ConditionMaker(const Leads& leads, const Population& population, std::size_t minimum)
        : leads_(leads), minimum_(minimum), made_{{}, LeadSets(population)} {}

    void add_conditions(SearchedColumn& column, Fineness fineness) {
        const auto& numbers = column.values.numbers;
        if (numbers.size() <= most_equal_numbers)
            for (const ValueCount& number : numbers) add(column, Comparison::equal, number.value);
        keep_most_frequent(column.values.texts, fineness.texts);
        for (const TextCount& text : column.values.texts) add(column, Comparison::equal, text.text);
        const std::vector<Bin> bins = quantile_bins(numbers, fineness.bins);
        for (std::size_t i = 1; i < bins.size(); ++i) add(column, Comparison::greater_equal, bins[i].low);
        for (std::size_t i = 1; i < bins.size(); ++i) add(column, Comparison::less_equal, bins[i - 1].high);
    }
    Conditions take() { return std::move(made_); }

  private:
    /// The expression itself decides which leads a condition selects.
    void add(const SearchedColumn& column, Comparison comparison, const Literal& value) {
        auto written = written_condition(column.name, comparison, value);
        if (!written) return;
        const auto selected = evaluate(*written->expression, leads_, leads_.as_of());
        if (!selected) return;
        made_.sets.add(*selected);
        const std::size_t leads = made_.sets.counts(made_.sets.size() - 1).leads();
        if (leads < minimum_ || leads == made_.sets.leads()) return made_.sets.drop_last();
        made_.texts.push_back(std::move(written->text));
    }

    const Leads& leads_;
    std::size_t minimum_;
    Conditions made_;
};

}  // namespace

Result<Conditions> make_conditions(const Leads& leads, const Population& population,
                                   std::span<const std::size_t> columns, const RuleWish& wish) {
    std::vector<SearchedColumn> searched;
    for (const std::size_t column : columns) {
        const auto name = written_column(leads.table().header(column));
        if (!name) continue;
        const Column& cells = leads.table().column(column);
        if (holds_dates(cells, leads.table().header(column))) continue;
        searched.push_back({&cells, *name, values_of(cells, population.leads, wish.minimum_leads)});
    }
    const auto fineness = affordable(searched, population.leads.count(), wish.terms);
    if (!fineness) return error_of(fineness);
    ConditionMaker maker(leads, population, wish.minimum_leads);
    for (SearchedColumn& column : searched) maker.add_conditions(column, *fineness);
    return maker.take();
}

}  // namespace kakehashi
