#include "core/goals/goal_table.hpp"

#include <array>
#include <cmath>
#include <unordered_map>

#include <fmt/format.h>

#include "core/expression/name_list.hpp"
#include "core/playbook/form.hpp"
#include "core/playbook/playbook.hpp"
#include "core/table/table.hpp"

namespace kakehashi {
namespace {

enum class Field {
    goal,
    parent,
    metric,
    layer,
    department,
    person,
    unit,
    kind,
    better,
    weight,
    start,
    end,
    baseline,
    target,
    actual,
    numerator,
    denominator,
    curve
};
constexpr std::size_t field_count = 18;

/// In the order of `Field`; other names separated by `|`.
constexpr std::array<Choice, field_count> headers = {{
    {"goal", "goals|goal name|name|objective|kpi|目標|目標名|ゴール|名称|名前"},
    {"parent", "parent goal|親|親目標|上位目標|上位"},
    {"metric", "metric name|指標|指標名"},
    {"layer", "goal layer|層|階層|レイヤー|目標の層"},
    {"department", "departments|dept|owner department|部門|部署|担当部門|担当部署|主管部門"},
    {"person", "people|owner|member|担当|担当者|個人|氏名"},
    {"unit", "units|単位"},
    {"kind", "type|種別|種類|集計方法"},
    {"better", "better is|direction|方向|良い方向|向き"},
    {"weight", "weights|重み|ウェイト|ウエイト|比重"},
    {"start", "start date|starts|from|begin|開始|開始日|期首"},
    {"end", "end date|ends|to|due|due date|終了|終了日|期限|期末"},
    {"baseline", "base|基準値|基準|ベースライン|出発点"},
    {"target", "target value|plan|目標値|計画値|計画"},
    {"actual", "actuals|actual value|result|実績|実績値"},
    {"numerator", "分子"},
    {"denominator", "分母"},
    {"curve", "pace curve|曲線|進捗曲線|進み方|ペース"},
}};

/// Which column plays which part; null where none does.
using Columns = std::array<const Column*, field_count>;

Columns find_columns(const Table& table) {
    Columns columns = {};
    for (std::size_t i = 0; i < table.columns(); ++i) {
        const auto found = find_choice(headers, table.header(i));
        if (!found) continue;
        for (std::size_t field = 0; field < field_count; ++field)
            if (headers[field].name == *found && columns[field] == nullptr) columns[field] = &table.column(i);
    }
    return columns;
}

class Reader {
  public:
    Reader(const Table& table, const Playbook& playbook) : table_(table), columns_(find_columns(table)) {
        for (const PlaybookMetric& metric : playbook.metrics) metrics_.emplace(fold(metric.metric), &metric);
    }

    bool has(Field field) const { return columns_[static_cast<std::size_t>(field)] != nullptr; }

    GoalTable read() {
        for (row_ = 0; row_ < table_.rows(); ++row_) {
            const std::string name = text(Field::goal);
            if (!name.empty()) result_.goals.push_back(goal(name));
            if (name.empty() && table_.present().test(row_))
                report({"The row names no goal.", "目標の名前がない行です。"});
        }
        return std::move(result_);
    }

  private:
    const Column* column(Field field) const { return columns_[static_cast<std::size_t>(field)]; }

    std::string text(Field field) const {
        return column(field) == nullptr ? std::string() : std::string(trim(column(field)->text(row_)));
    }

    void report(Text message) { result_.problems.push_back({row_ + 1, std::move(message)}); }

    void report_unread(Field field, std::string_view written) {
        const std::string_view name = headers[static_cast<std::size_t>(field)].name;
        report({fmt::format("{}: \"{}\" is not understood and counts as blank.", name, written),
                fmt::format("{}：「{}」は読み取れないため、空とみなします。", name, written)});
    }

    std::optional<double> number(Field field) {
        if (column(field) == nullptr) return std::nullopt;
        const double value = column(field)->as_numbers()[row_];
        if (std::isfinite(value)) return value;
        if (const std::string written = text(field); !written.empty()) report_unread(field, written);
        return std::nullopt;
    }

    Instant day(Field field) {
        if (column(field) == nullptr) return no_instant;
        const Instant value = column(field)->as_instants()[row_];
        if (value != no_instant) return start_of_day(value);
        if (const std::string written = text(field); !written.empty()) report_unread(field, written);
        return no_instant;
    }

    template <class Word>
    std::optional<Word> word(Field field, std::optional<Word> (*parse)(std::string_view)) {
        const std::string written = text(field);
        if (written.empty()) return std::nullopt;
        auto& known = words_[static_cast<std::size_t>(field)];  // the same few words in thousands of rows
        auto found = known.find(written);
        if (found == known.end()) {
            const auto parsed = parse(written);
            found = known.emplace(written, parsed ? static_cast<int>(*parsed) : not_understood).first;
        }
        if (found->second != not_understood) return static_cast<Word>(found->second);
        report_unread(field, written);
        return std::nullopt;
    }

    const std::vector<std::string>& departments(const std::string& written) {
        const auto found = departments_.find(written);
        if (found != departments_.end()) return found->second;
        return departments_.emplace(written, goal_departments(written)).first->second;
    }

    Goal goal(const std::string& name) {
        Goal goal;
        goal.row = row_ + 1;
        goal.name = name;
        goal.parent = text(Field::parent);
        goal.metric = text(Field::metric);
        goal.layer = word(Field::layer, parse_goal_layer);
        goal.departments = departments(text(Field::department));
        for (const std::string& person : read_name_list(text(Field::person)))
            goal.persons.push_back(fold(person));
        goal.weight = number(Field::weight).value_or(1.0);
        goal.start = day(Field::start);
        goal.end = day(Field::end);
        goal.path_start = goal.start;
        goal.path_end = goal.end;
        goal.baseline = number(Field::baseline);
        goal.target = Figure(number(Field::target));
        goal.actual = Figure(number(Field::actual));
        goal.numerator = number(Field::numerator);
        goal.denominator = number(Field::denominator);
        goal.curve = word(Field::curve, parse_goal_curve).value_or(GoalCurve::calendar);
        read_measure(goal);
        check_period(goal);
        return goal;
    }

    /// What the goal leaves open is what both departments agreed for its metric.
    void read_measure(Goal& goal) {
        const auto agreed = goal.metric.empty() ? metrics_.end() : metrics_.find(fold(goal.metric));
        const bool known = agreed != metrics_.end();
        goal.unit = fold(text(Field::unit));
        if (goal.unit.empty() && known) goal.unit = fold(agreed->second->unit);
        auto lower = word(Field::better, parse_lower_is_better);
        if (!lower && known) lower = parse_lower_is_better(agreed->second->better);
        goal.lower_is_better = lower.value_or(false);
        goal.kind = word(Field::kind, parse_goal_kind);
        if (!goal.kind && (goal.unit == "%" || goal.numerator || goal.denominator))
            goal.kind = GoalKind::rate;
    }

    void check_period(const Goal& goal) {
        if (goal.start != no_instant && goal.end != no_instant && goal.start > goal.end)
            report({"The goal ends before it starts.", "終了日が開始日より前です。"});
    }

    static constexpr int not_understood = -1;

    const Table& table_;
    Columns columns_;
    std::array<std::unordered_map<std::string, int>, field_count> words_;
    std::unordered_map<std::string, std::vector<std::string>> departments_;
    std::unordered_map<std::string, const PlaybookMetric*> metrics_;
    GoalTable result_;
    std::size_t row_ = 0;
};

}  // namespace

Result<GoalTable> read_goal_table(const Table& table, const Playbook& playbook) {
    Reader reader(table, playbook);
    if (!reader.has(Field::goal))
        return not_available(
            {"No column is called \"goal\"; the first row of a goal table holds the headers.",
             "「目標」の列がありません。目標表の1行目は見出しです。"});
    return reader.read();
}

}  // namespace kakehashi
