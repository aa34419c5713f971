// Title, period and the one sentence.
#include <chrono>

#include <fmt/format.h>

#include "core/playbook/status_words.hpp"
#include "core/report/sections.hpp"
#include "core/table/instant.hpp"

namespace kakehashi::report {
namespace {

using sheet::Format;
using sheet::Refresh;
using sheet::Style;

/// `;KakehashiPlaybook` where weeks and fiscal years are agreed on.
std::string calendar_of(const Weekly& weekly) {
    return weekly.facts.playbook.empty() ? "" : ";" + weekly.facts.playbook;
}

std::string month_name(const std::string& day) {
    return fmt::format(
        "CHOOSE(MONTH({});\"Jan\";\"Feb\";\"Mar\";\"Apr\";\"May\";\"Jun\";\"Jul\";\"Aug\";\"Sep\";\"Oct\";"
        "\"Nov\";"
        "\"Dec\")",
        day);
}

/// `16–22 Nov 2026`; TEXT() would read its letters in the language of the office.
std::string days_text(const std::string& first, const std::string& last, Language language) {
    if (language == Language::japanese)
        return fmt::format(
            "YEAR({0})&\"年\"&MONTH({0})&\"月\"&DAY({0})&\"日～\"&IF(MONTH({0})=MONTH({1});\"\";MONTH({1})&"
            "\"月\")"
            "&DAY({1})&\"日\"",
            first, last);
    return fmt::format(
        "DAY({0})&IF(MONTH({0})=MONTH({1});\"\";\" \"&{2})&\"–\"&DAY({1})&\" \"&{3}&\" \"&YEAR({1})", first,
        last, month_name(first), month_name(last));
}

std::string date_call(double serial) {
    const auto day = civil_from_instant(instant_from_serial(serial));
    return fmt::format("DATE({};{};{})", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::vector<Row> period_rows(const Weekly& weekly) {
    const Draft& draft = weekly.draft;
    const auto label = [&](const char* en, const char* ja) {
        return text_cell(draft.say({en, ja}), Style::heading);
    };
    const std::string calendar = calendar_of(weekly);
    const std::string unit = at(2, 1);
    const auto day = [&](std::string expression, Text note) {
        return noted(formula_cell(std::move(expression), Format::date), draft.say(note));
    };
    sheet::Cell any_day = text_cell("", Style::input);
    any_day.content = weekly.options.day;
    any_day.theirs = weekly.options.keep_day;
    any_day.format = Format::date;
    any_day.note =
        draft.say({"Any day of the week this page is about: type another one to look back. A day that you "
                   "typed stays when the page is refreshed; clear it for the latest week.",
                   "このページが対象とする週の、いずれかの日。入力し直すと過去の週を表示できます。"
                   "入力した日付は更新しても残ります。消すと最新の週に戻ります。"});
    sheet::Cell period = text_cell(
        weekly.options.period.empty() ? draft.say({"week", "週"}) : weekly.options.period, Style::input);
    period.note =
        draft.say({"What funnel and hand-off look at: the week, or the month or quarter up to its end.",
                   "ファネルと引き渡しの集計期間。週、またはその週末までの月・四半期。"});
    return {
        {label("Week", "週"), label("A day in it", "週内の日"), label("Period", "期間"),
         label("From", "開始"), label("To", "終了"), label("Before", "前期間"), label("to", "～"),
         label("Goals as of", "目標の基準日")},
        {formula_cell(call("GOAL.PERIOD", {shown_day(), "\"week\"" + calendar}), Format::text), any_day,
         period,
         day(call("GOAL.START", {at(7, 1), unit + calendar}), {"First day of the period", "期間の初日"}),
         day(fmt::format("MIN(GOAL.END({0};{1}{2});{0})", at(7, 1), unit, calendar),
             {"Last day of the period, or of the week where the period is not over",
              "期間の末日。期間の途中ではその週の末日"}),
         day(call("GOAL.START", {at(3, 1) + "-1", unit + calendar}),
             {"First day of the period before", "前の期間の初日"}),
         day(fmt::format("IF(GOAL.END({0};{1}{2})<={0};{3}-1;MIN({3}-1;{4}+{0}-{3}))", at(7, 1), unit,
                         calendar, at(3, 1), at(5, 1)),
             {"Last day of the period before; as many days as this one has where this one is not over",
              "前の期間の末日。今の期間が途中のときは同じ日数まで"}),
         day(fmt::format("MIN(GOAL.END({};\"week\"{});{})", shown_day(), calendar,
                         date_call(weekly.options.known_until)),
             {"Goals are judged as of the end of the week, at the latest the day of the last refresh",
              "目標は週の末日時点（遅くとも最後に更新した日）で判定します"})},
    };
}

/// `Our agreement v3 · draft`: in Japanese its status is not as functions give it.
std::string playbook_text(const Weekly& weekly) {
    const std::string& cell = weekly.facts.playbook;
    if (weekly.draft.language() == Language::english) return cell;
    return fmt::format("SUBSTITUTE({0};\" · \"&PLAYBOOK.STATUS({0});\" · \"&{1})", cell,
                       status_formula(cell, weekly.draft.language()));
}

std::string day_text(Instant instant) {
    return format_instant(start_of_day(instant));
}

/// With `{}` for the cell where a day can be typed.
Text after_leads(Instant last) {
    return {
        fmt::format("No lead came in after {}: type a day up to then into {{}}, and run Kakehashi ▸ Weekly "
                    "Summary again.",
                    day_text(last)),
        fmt::format("{} より後に入ったリードはありません。それ以前の日付を {{}} に入力し、［架け橋］▸［週次サ"
                    "マリー］をもう一度実行してください。",
                    day_text(last))};
}

Text before_leads(Instant first) {
    return {
        fmt::format(
            "No lead came in before {}: type a day from then on into {{}}, and run Kakehashi ▸ Weekly "
            "Summary again.",
            day_text(first)),
        fmt::format("{} より前に入ったリードはありません。それ以降の日付を {{}} に入力し、［架け橋］▸［週次サ"
                    "マリー］をもう一度実行してください。",
                    day_text(first))};
}

/// Which day counts, and how to get another one.
sheet::Cell day_cell(const Weekly& weekly) {
    const Draft& draft = weekly.draft;
    const std::string known_until = date_call(weekly.options.known_until);
    const std::string later =
        fmt::format("{}&{}&{}",
                    literal(draft.say({"The week had not begun when this page was refreshed (figures up to ",
                                       "更新した時点で、この週は始まっていません（データは "})),
                    iso_day(known_until),
                    literal(draft.say({"): refresh it with Kakehashi ▸ Weekly Summary.",
                                       " まで）。［架け橋］▸［週次サマリー］で更新してください。"})));
    const std::string typed =
        literal(draft.say({"The day above counts and stays; clear it to go to the latest week.",
                           "上の日付の週を表示しています。日付を消すと最新の週に戻ります。"}));
    const std::string latest =
        literal(draft.say({"The latest full week; type another day above to look back.",
                           "終わった週のうち最新の週です。上に日付を入力すると、その週を表示します。"}));
    std::string counts = fmt::format("IF({}={};{};{})", shown_day(), at("latestday", 1, 0), latest, typed);
    if (const Facts& facts = weekly.facts; facts.last_lead != no_instant)
        counts = fmt::format(
            "IF({};{};IF({};{};{}))", is_after_leads(weekly),
            literal(fmt::format(
                fmt::runtime(draft.say({"No lead came in after {}: type a day up to then above to look back.",
                                        "{} より後に入ったリードはありません。上にそれ以前の日付を入力すると"
                                        "、その週を表示します。"})),
                day_text(facts.last_lead))),
            is_before_leads(weekly),
            literal(fmt::format(
                fmt::runtime(draft.say({"No lead came in before {}: type a day from then on above.",
                                        "{} より前に入ったリードはありません。上にそれ以降の日付を入力して"
                                        "ください。"})),
                day_text(facts.first_lead))),
            counts);
    return formula_cell(fmt::format("IF(GOAL.START({};\"week\"{})>{};{};{})", shown_day(),
                                    calendar_of(weekly), known_until, later, counts),
                        Format::text, Style::note, width);
}

/// Where a day can be typed, as people call the cell.
std::string day_address() {
    return fmt::format("ADDRESS(ROW({0});COLUMN({0});4)", at("period", 1, 1));
}

/// In place of the sentence: how many leads came in, or what to do next.
std::string without_pieces(const Weekly& weekly) {
    const Draft& draft = weekly.draft;
    const Facts& facts = weekly.facts;
    if (!weekly.has_leads())
        return literal(draft.say(
            {"Nothing to report yet: fill in or import leads and goals, then run Kakehashi ▸ Weekly Summary "
             "again.",
             "報告できる内容がまだありません。リードと目標を入力するか取り込んでから、［架け橋］▸［週次サマリ"
             "ー］をもう一度実行してください。"}));
    const auto with_cell = [&](const Text& text) {
        const std::string& said = draft.say(text);
        const std::size_t at = said.find("{}");
        return fmt::format("{}&{}&{}", literal(said.substr(0, at)), day_address(),
                           literal(said.substr(at + 2)));
    };
    std::string other =
        with_cell({"Nothing happened in this period. Type a day of another week into {}, and run "
                   "Kakehashi ▸ Weekly Summary again.",
                   "この期間の記録はありません。別の週の日付を {} に入力し、［架け橋］▸［週次サマ"
                   "リー］をもう一度実行してください。"});
    if (facts.last_lead != no_instant)
        other = fmt::format("IF({};{};IF({};{};{}))", is_after_leads(weekly),
                            with_cell(after_leads(facts.last_lead)), is_before_leads(weekly),
                            with_cell(before_leads(facts.first_lead)), other);
    if (!weekly.has_funnel()) return other;
    const std::string now = at("funnel", reached_column, 1);
    const std::string before = at("funnel", reached_before_column, 1);
    const std::string came =
        draft.language() == Language::japanese
            ? fmt::format("\"この期間に入ったリードは\"&{}&\"件（前期間は\"&{}&\"件）です。\"",
                          count_text(now), count_text(before))
            : fmt::format("\"Leads that came in: \"&{}&\", after \"&{}&\" in the period before.\"",
                          count_text(now), count_text(before));
    return fmt::format("IF(N({})>0;{};{})", now, came, other);
}

}  // namespace

std::string shown_day() {
    return at("latestday", 1, 1);
}
std::string week_text() {
    return at("period", 0, 1);
}
std::string from_day() {
    return at("period", 3, 1);
}
std::string to_day() {
    return at("period", 4, 1);
}
std::string before_from() {
    return at("period", 5, 1);
}
std::string before_to() {
    return at("period", 6, 1);
}
std::string as_of_day() {
    return at("period", 7, 1);
}

std::string iso_day(std::string_view cell) {
    return fmt::format("GOAL.PERIOD({};\"day\")", cell);
}

std::string is_after_leads(const Weekly& weekly) {
    if (weekly.facts.last_lead == no_instant) return "FALSE()";
    return fmt::format("{}>{}", from_day(), date_call(serial_from_instant(weekly.facts.last_lead)));
}

std::string is_before_leads(const Weekly& weekly) {
    if (weekly.facts.first_lead == no_instant) return "FALSE()";
    return fmt::format("{}<{}", to_day(), date_call(serial_from_instant(weekly.facts.first_lead)));
}

std::string is_idle(const Weekly& weekly) {
    const std::string pieces = fmt::format("COUNTIF({};\"?*\")=0", down("pieces", 1, 1, 3));
    if (!weekly.has_funnel()) return pieces;
    return fmt::format("AND({};N({})=0)", pieces, at("funnel", reached_column, 1));
}

Text outside_the_leads(const WeeklySummary& summary, double from, double to, std::string_view cell) {
    if (summary.last_lead == no_instant) return {};
    const auto day = [](Instant instant) { return serial_from_instant(start_of_day(instant)); };
    const auto said = [&](const Text& text) {
        return Text{fmt::format(fmt::runtime(text.en), cell), fmt::format(fmt::runtime(text.ja), cell)};
    };
    if (from > day(summary.last_lead)) return said(after_leads(summary.last_lead));
    if (to < day(summary.first_lead)) return said(before_leads(summary.first_lead));
    return {};
}

void add_title(Weekly& weekly) {
    Draft& draft = weekly.draft;
    const std::string calendar = calendar_of(weekly);
    const std::string day = shown_day();
    const std::string title = fmt::format(
        "{}&{}&\" · \"&{}", literal(draft.say({"Weekly summary · ", "週次サマリー · "})), week_text(),
        days_text(call("GOAL.START", {day, "\"week\"" + calendar}),
                  call("GOAL.END", {day, "\"week\"" + calendar}), draft.language()));
    const sheet::Cell playbook =
        weekly.facts.playbook.empty()
            ? text_cell(draft.say({"No playbook yet", "プレイブックはまだありません"}), Style::note, 2)
            : noted(formula_cell(or_dash(playbook_text(weekly)), Format::text, Style::note, 2),
                    draft.say({"The playbook all figures follow, and whether both departments have signed it",
                               "すべての数値のもとになるプレイブックと、両部門の合意の状況"}));
    draft.add("title", Refresh::cells,
              {row_of({formula_cell(title, Format::text, Style::title, 6), playbook})});
    draft.add("period", Refresh::cells, period_rows(weekly));
    draft.sheet.names.push_back({std::string(week_name), "period", {0, 1}, {0, 1}});
    draft.sheet.names.push_back({std::string(day_name), "period", {1, 1}, {1, 1}});
    draft.sheet.names.push_back({std::string(latest_day_name), "latestday", {1, 0}, {1, 0}});
    draft.sheet.names.push_back({std::string(period_name_cell), "period", {2, 1}, {2, 1}});
    sheet::Validation choice;
    choice.block = "period";
    choice.column = 2;
    choice.rows = 1;
    choice.choices = draft.language() == Language::japanese
                         ? std::vector<std::string>{"週", "月", "四半期"}
                         : std::vector<std::string>{"week", "month", "quarter"};
    choice.message = draft.say({"week, month or quarter", "週・月・四半期"});
    choice.strict = true;
    draft.sheet.validations.push_back(choice);
    sheet::Validation date;
    date.block = "period";
    date.column = 1;
    date.rows = 1;
    date.kind = sheet::Validation::Kind::date;
    date.message = draft.say({"A day; blank: the latest week", "日付。空欄なら最新の週"});
    date.strict = true;
    draft.sheet.validations.push_back(date);
}

void add_sentence(Weekly& weekly) {
    Draft& draft = weekly.draft;
    const bool japanese = draft.language() == Language::japanese;
    const std::string nothing = without_pieces(weekly);
    const std::string pieces = down("pieces", 1, 1, 3);
    // The pieces are clauses: a capital letter in front, a full stop behind.
    const std::string joined =
        japanese
            ? fmt::format("CONCAT({})", pieces)
            : fmt::format("UPPER(LEFT(TEXTJOIN(\"; \";1;{0});1))&MID(TEXTJOIN(\"; \";1;{0});2;2000)&\".\"",
                          pieces);
    sheet::Block& block = draft.add(
        "sentence", Refresh::cells,
        {row_of({day_cell(weekly)}),
         row_of({formula_cell(fmt::format("IF(COUNTIF({};\"?*\")=0;{};{})", pieces, nothing, joined),
                              Format::text, Style::sentence, width)})});
    block.row_heights_mm = {5, 17};  // three lines
}

void add_day_workings(Weekly& weekly) {
    Draft& draft = weekly.draft;
    sheet::Cell latest = text_cell("", Style::result);
    latest.content = weekly.options.latest_day;
    latest.format = Format::date;
    const std::string typed = at("period", 1, 1);
    draft.add(
        "latestday", Refresh::cells,
        {{text_cell(draft.say({"Latest full week, up to", "終わった週のうち最新の週の末日"}), Style::note),
          latest},
         {text_cell(draft.say({"Day that counts", "対象の日"}), Style::note),
          formula_cell(fmt::format("IF(N({0})>0;{0};{1})", typed, at(1, 0)), Format::date)}});
}

}  // namespace kakehashi::report
