#include "core/expression/shown.hpp"

#include <array>

#include <fmt/format.h>

#include "core/support/thousands.hpp"
#include "core/table/headers.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

/// `value` behind `column`, by comparison, in its order.
constexpr std::array<std::string_view, 10> english_comparisons = {
    "{} is {}", "{} is not {}",   "{} < {}",           "{} ≤ {}",         "{} > {}",
    "{} ≥ {}",  "{} contains {}", "{} starts with {}", "{} ends with {}", "{} matches {}"};
constexpr std::array<std::string_view, 10> japanese_comparisons = {
    "{}が{}",     "{}が{}以外",   "{}が{}未満",     "{}が{}以下",     "{}が{}より大きい",
    "{}が{}以上", "{}に{}を含む", "{}が{}で始まる", "{}が{}で終わる", "{}が{}に一致"};
/// For dates and times, where Japanese has words of its own.
constexpr std::array<std::string_view, 10> japanese_dates = {
    "{}が{}",     "{}が{}以外",   "{}が{}より前",   "{}が{}以前",     "{}が{}より後",
    "{}が{}以降", "{}に{}を含む", "{}が{}で始まる", "{}が{}で終わる", "{}が{}に一致"};

template <class... Arguments>
std::string filled(std::string_view pattern, const Arguments&... arguments) {
    return fmt::format(fmt::runtime(pattern), arguments...);
}

bool is_date(const Literal& literal) {
    return std::holds_alternative<DateLiteral>(literal) || std::holds_alternative<TodayLiteral>(literal);
}

bool holds_years(std::string_view column) {
    const std::string folded = fold_header(column);
    return folded.find("year") != std::string::npos || folded.ends_with("年") || folded.ends_with("年度");
}

class Words {
  public:
    explicit Words(Language language) : japanese_(language == Language::japanese) {}

    std::string of(const Node& node, bool nested = false) const {
        return std::visit([&](const auto& value) { return words(value, nested); }, node.value);
    }

  private:
    std::string say(const char* english, const char* japanese) const {
        return japanese_ ? japanese : english;
    }

    std::string value_of(std::string_view column, const Literal& literal) const {
        if (const auto* text = std::get_if<std::string>(&literal))
            return japanese_ ? "「" + *text + "」" : *text;
        if (const auto* number = std::get_if<double>(&literal)) return shown_number(column, *number);
        if (const auto* date = std::get_if<DateLiteral>(&literal)) return format_instant(date->instant);
        return say("today", "今日");
    }

    std::string words(const Compare& compare, bool) const {
        const auto at = static_cast<std::size_t>(compare.comparison);
        const bool equality =
            compare.comparison == Comparison::equal || compare.comparison == Comparison::not_equal;
        const std::string value = value_of(compare.column, compare.value);
        if (japanese_)
            return filled(is_date(compare.value) ? japanese_dates[at] : japanese_comparisons[at],
                          compare.column, value);
        if (equality && std::holds_alternative<double>(compare.value))
            return fmt::format("{} {} {}", compare.column,
                               compare.comparison == Comparison::equal ? "=" : "≠", value);
        return filled(english_comparisons[at], compare.column, value);
    }

    std::string words(const In& in, bool) const { return in.column + say(" is ", "が") + list_of(in); }

    std::string list_of(const In& in) const {
        std::string list;
        for (std::size_t i = 0; i < in.values.size(); ++i) {
            if (i > 0 && japanese_) list += "か";
            if (i > 0 && !japanese_) list += i + 1 == in.values.size() ? " or " : ", ";
            list += value_of(in.column, in.values[i]);
        }
        return list;
    }

    std::string words(const Between& between, bool) const {
        const std::string low = value_of(between.column, between.low);
        const std::string high = value_of(between.column, between.high);
        return between.column + say(" from ", "が") + low + say(" to ", "～") + high;
    }

    std::string words(const Empty& empty, bool) const { return empty.column + say(" is blank", "が空白"); }

    std::string words(const Within& within, bool) const {
        const std::string amount = thousands(format_number(within.amount));
        static constexpr std::array<std::string_view, 3> english = {"day", "week", "month"};
        static constexpr std::array<std::string_view, 3> japanese = {"日", "週間", "か月"};
        const auto unit = static_cast<std::size_t>(within.unit);
        if (japanese_) return fmt::format("{}が{}{}以内", within.column, amount, japanese[unit]);
        return fmt::format("{} within {} {}{}", within.column, amount, english[unit],
                           within.amount == 1 ? "" : "s");
    }

    std::string words(const Predicate& predicate, bool) const {
        const std::string& name = predicate.name;
        switch (predicate.kind) {
            case PredicateKind::definition:
                return japanese_ ? "「" + name + "」に該当" : "is " + name;
            case PredicateKind::reached:
                return japanese_ ? "「" + name + "」に到達" : "reached " + name;
            case PredicateKind::at:
                return japanese_ ? "現在「" + name + "」" : "at " + name;
            case PredicateKind::won:
                return say("won", "受注");
            case PredicateKind::lost:
                return say("lost", "失注");
            case PredicateKind::open:
                return say("open", "進行中");
            case PredicateKind::rejected:
                return say("rejected", "却下");
            case PredicateKind::accepted:
                return say("accepted", "受け入れ");
            case PredicateKind::disqualified:
                return say("disqualified", "対象外");
            case PredicateKind::recycled:
                return say("recycled", "差し戻し");
            case PredicateKind::qualified_at_hand_off:
                break;
        }
        return say("qualified at hand-off", "引き渡しの時に該当");
    }

    std::string words(const Not& negation, bool) const {
        const Node& operand = *negation.operand;
        if (const auto* empty = std::get_if<Empty>(&operand.value))
            return empty->column + say(" is filled in", "が入力済み");
        if (const auto* in = std::get_if<In>(&operand.value))
            return in->column + say(" is not ", "が") + list_of(*in) + say("", "以外");
        if (const auto* compare = std::get_if<Compare>(&operand.value)) {
            if (compare->comparison == Comparison::equal)
                return words(Compare{compare->column, Comparison::not_equal, compare->value}, false);
            const std::string value = value_of(compare->column, compare->value);
            if (compare->comparison == Comparison::contains)
                return filled(say("{} does not contain {}", "{}に{}を含まない"), compare->column, value);
        }
        if (japanese_) return of(operand, true) + "でない";
        return "not " + of(operand, true);
    }

    std::string words(const And& all, bool nested) const {
        return joined(all.operands, say(" and ", "、かつ"), nested);
    }
    std::string words(const Or& any, bool nested) const {
        return joined(any.operands, say(" or ", "、または"), nested);
    }

    std::string joined(const std::vector<Expression>& operands, const std::string& word, bool nested) const {
        std::string list;
        for (const Expression& operand : operands) {
            if (!list.empty()) list += word;
            list += of(*operand, true);
        }
        if (!nested) return list;
        return say("(", "（") + list + say(")", "）");
    }

    bool japanese_;
};

}  // namespace

std::string shown(const Node& expression, Language language) {
    return Words(language).of(expression);
}

std::string shown_number(std::string_view column, double number) {
    const std::string digits = format_number(number);
    return holds_years(column) ? digits : thousands(digits);
}

}  // namespace kakehashi
