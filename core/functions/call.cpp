#include "core/functions/call.hpp"

#include <fmt/format.h>

#include "core/functions/read_playbook.hpp"
#include "core/goals/goals.hpp"

namespace kakehashi {
namespace {

tl::unexpected<CellError> wrong_kind(std::size_t i, Text expected) {
    return illegal_argument({fmt::format("Argument {} must be {}.", i + 1, expected.en),
                             fmt::format("引数 {} は{}でなければなりません。", i + 1, expected.ja)});
}

const Text a_table = {"a lead list or a cell with LEAD.TABLE", "リード一覧、または LEAD.TABLE のセル"};
const Text a_playbook = {"a playbook or a cell with PLAYBOOK.READ",
                         "プレイブック、または PLAYBOOK.READ のセル"};
const Text a_history = {"a history or a cell with LEAD.HISTORY", "履歴、または LEAD.HISTORY のセル"};
const Text a_goal_table = {"a goal table or a cell with GOAL.TABLE", "目標表、または GOAL.TABLE のセル"};
const Text a_touch_table = {"a table of touches or a cell with FUNNEL.TOUCHES",
                            "接点の表、または FUNNEL.TOUCHES のセル"};
const Text a_range = {"a range of cells", "セル範囲"};
const Text one_text = {"one text", "1つの文字列"};
const Text one_number = {"one number", "1つの数値"};
const Text one_date = {"one date", "1つの日付"};

/// The object of that type in a handle argument; null if the argument is something else.
template <class T>
std::shared_ptr<const T> object_in(const Argument& argument) {
    const auto* object = std::get_if<Object>(&argument);
    const auto* wanted = object ? std::get_if<std::shared_ptr<const T>>(object) : nullptr;
    return wanted ? *wanted : nullptr;
}

/// A range, given by reference or copied; null if the argument is something else.
std::shared_ptr<const CellSource> range_in(const Argument& argument, const ReadingLocale& locale) {
    if (const auto* source = std::get_if<std::shared_ptr<const CellSource>>(&argument)) return *source;
    if (const auto* grid = std::get_if<Grid>(&argument)) return make_source(*grid, locale);
    return nullptr;
}

}  // namespace

const Argument* Call::given(std::size_t i) const {
    if (i >= arguments_.size()) return nullptr;
    const Argument& argument = arguments_[i];
    return std::holds_alternative<std::monostate>(argument) ? nullptr : &argument;
}

bool Call::missing(std::size_t i) const {
    const Argument* argument = given(i);
    if (!argument) return true;
    if (const auto* number = std::get_if<double>(argument)) return *number == 0.0;
    if (const auto* text = std::get_if<std::string>(argument)) return trim(*text).empty();
    return false;
}

Result<std::shared_ptr<const Leads>> Call::leads(std::size_t i) const {
    const Argument* argument = given(i);
    if (!argument) return wrong_kind(i, a_table);
    if (auto leads = object_in<Leads>(*argument)) return leads;
    const auto range = range_in(*argument, caller_.locale);
    if (!range) return wrong_kind(i, a_table);
    return std::make_shared<const Leads>(std::make_shared<const Table>(range), nullptr, nullptr, caller_.now);
}

Result<std::shared_ptr<const ReadPlaybook>> Call::playbook(std::size_t i) const {
    if (missing(i)) return nullptr;
    const Argument& argument = *given(i);
    if (auto playbook = object_in<ReadPlaybook>(argument)) return playbook;
    const auto range = range_in(argument, caller_.locale);
    if (!range) return wrong_kind(i, a_playbook);
    return read_playbook(*range, caller_);
}

Result<std::shared_ptr<const History>> Call::history(std::size_t i) const {
    if (missing(i)) return nullptr;
    const Argument& argument = *given(i);
    if (auto history = object_in<History>(argument)) return history;
    const auto range = range_in(argument, caller_.locale);
    if (!range) return wrong_kind(i, a_history);
    return History::read(Table(range));
}

Result<std::shared_ptr<const Goals>> Call::goals(std::size_t i) const {
    const Argument* argument = given(i);
    if (!argument) return wrong_kind(i, a_goal_table);
    if (auto goals = object_in<Goals>(*argument)) return goals;
    const auto range = range_in(*argument, caller_.locale);
    if (!range) return wrong_kind(i, a_goal_table);
    GoalContext context;
    context.now = caller_.now;
    return Goals::read(Table(range), std::move(context));
}

Result<GivenTouches> Call::touches(std::size_t i) const {
    const Argument* argument = given(i);
    if (!argument) return wrong_kind(i, a_touch_table);
    if (auto touches = object_in<Touches>(*argument)) return GivenTouches(std::move(touches));
    const auto range = range_in(*argument, caller_.locale);
    if (!range) return wrong_kind(i, a_touch_table);
    return GivenTouches(range);
}

Result<std::shared_ptr<const Table>> Call::table(std::size_t i) const {
    if (missing(i)) return nullptr;
    const auto range = source(i);
    if (!range) return error_of(range);
    return std::make_shared<const Table>(*range);
}

Result<std::shared_ptr<const CellSource>> Call::source(std::size_t i) const {
    const Argument* argument = given(i);
    auto range = argument ? range_in(*argument, caller_.locale) : nullptr;
    if (!range) return wrong_kind(i, a_range);
    return range;
}

Result<std::string> Call::text(std::size_t i, bool zero_is_empty) const {
    const Argument* argument = given(i);
    if (!argument) return std::string();
    if (const auto* text = std::get_if<std::string>(argument)) return *text;
    const auto* number = std::get_if<double>(argument);
    if (!number) return wrong_kind(i, one_text);
    return *number == 0.0 && zero_is_empty ? std::string() : format_number(*number);
}

Result<std::string> Call::required_text(std::size_t i) const {
    auto result = text(i);
    if (result && trim(*result).empty()) return wrong_kind(i, one_text);
    return result;
}

Result<std::optional<double>> Call::number(std::size_t i, bool zero_is_empty) const {
    const Argument* argument = given(i);
    if (!argument) return std::nullopt;
    std::optional<double> result;
    if (const auto* number = std::get_if<double>(argument)) {
        result = *number;
    } else if (const auto* text = std::get_if<std::string>(argument)) {
        if (trim(*text).empty()) return std::nullopt;
        result = read_number(*text, caller_.locale);
        if (!result) return wrong_kind(i, one_number);
    } else {
        return wrong_kind(i, one_number);
    }
    if (*result == 0.0 && zero_is_empty) return std::nullopt;
    return result;
}

Result<Instant> Call::date(std::size_t i) const {
    if (missing(i)) return no_instant;
    const Argument& argument = *given(i);
    Instant result = no_instant;
    if (const auto* number = std::get_if<double>(&argument))
        result = instant_from_serial(*number + caller_.locale.null_date);
    if (const auto* text = std::get_if<std::string>(&argument)) result = read_instant(*text, caller_.locale);
    if (result == no_instant) return wrong_kind(i, one_date);
    return result;
}

Result<DateRange> Call::period(std::size_t i) const {
    const auto from = date(i);
    if (!from) return error_of(from);
    const auto to = date(i + 1);
    if (!to) return error_of(to);
    DateRange range;
    if (*from != no_instant) range.from = *from;
    if (*to != no_instant) range.to = inclusive_end(*to);
    return range;
}

}  // namespace kakehashi
