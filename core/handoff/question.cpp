#include "core/handoff/question.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "core/handoff/again.hpp"
#include "core/leads/shown_rule.hpp"
#include "core/leads/verdict.hpp"

namespace kakehashi::handoff {
namespace {

constexpr std::size_t most_leads = 8;
constexpr std::size_t most_rules = 8;

/// What speaks against handing off one lead, as far as it does. Without the lead's name in front.
struct Doubt {
    std::string name;
    std::optional<Text> rejected;
    std::optional<Text> advanced;  // `is at Opportunity since 2026-10-12 already`
    std::optional<Text> ended;
    std::optional<Judgement> unready;
    std::string date_header;  // of the date of the hand-off

    bool is() const { return rejected || advanced || ended || unready; }
    bool is_only_unready() const { return unready && !rejected && !advanced && !ended; }
};

Text advanced_text(const State& state) {
    const Text by = implied_by(state);
    if (state.answer == State::Answer::implied) {
        if (state.by == State::By::playbook)
            return {"counts as accepted " + by.en + " already",
                    "プレイブックの結果の定義により、すでに受け入れ済みとみなされます"};
        return {(state.by == State::By::won ? "was " : "is ") + by.en + " already",
                "すでに営業が担当しています（" + by.ja + "）"};
    }
    if (state.answered_at == no_instant)
        return {"was accepted by sales already", "すでに営業が受け入れています"};
    const std::string day = format_instant(start_of_day(state.answered_at));
    return {fmt::format("was accepted by sales on {} already", day), " " + day + " に営業が受け入れています"};
}

Doubt doubt_of(const Leads& leads, std::size_t row, const std::string& definition) {
    Doubt doubt{lead_name(leads, row), {}, {}, {}, {}, {}};
    if (state_of(leads, row).answer == State::Answer::rejected) doubt.rejected = earlier_answer(leads, row);
    const State state = state_if_offered(leads, row);
    const auto end = ended_as(leads, row);
    if (state.accepted()) {
        doubt.advanced = advanced_text(state);
    } else if (end) {
        const Text word = ended_word(*end);
        doubt.ended = Text{"is " + word.en + " already", "すでに" + word.ja + "となっています"};
    }
    if (const auto index = leads.role_index(Role::handed_off))
        doubt.date_header = leads.table().header(*index);
    auto judged = judge(leads, definition, row);
    if (judged && !judged->verdict.qualifies) doubt.unready = std::move(*judged);
    return doubt;
}

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

void add(Text& text, const Text& more) {
    text.en += more.en;
    text.ja += more.ja;
}

/// The first sentence names the lead.
void add_sentence(Text& text, const std::string& name, const Text& sentence) {
    const bool first = text.en.empty();
    add(text, {fmt::format("{}{} {}.", first ? "" : "\n", first ? name : "It", sentence.en),
               fmt::format("{}{}。", first ? name + " は" : "\n", sentence.ja)});
}

const Text anyway_one{"\n\nHand it off anyway?", "\n\nそれでも引き渡しますか。"};

Text question_for_one(const Leads& leads, const Doubt& doubt) {
    Text text;
    for (const auto& fact : {doubt.rejected, doubt.advanced, doubt.ended})
        if (fact) add_sentence(text, doubt.name, *fact);
    if (doubt.unready) {
        const std::string& definition = doubt.unready->definition->definition;
        const Text missing = what_is_missing(doubt.unready->verdict);
        add_sentence(text, doubt.name,
                     {fmt::format("does not meet “{}”: {} missing", definition, missing.en),
                      fmt::format("「{}」に該当しません（{}が不足）", definition, missing.ja)});
        for (const RuleLine* line : failing(doubt.unready->explanation))
            add(text, {line_of(leads, *line, Language::english), line_of(leads, *line, Language::japanese)});
    }
    if (doubt.advanced)
        add(text,
            {fmt::format("\n\nA hand-off now would be dated after that. If it took place earlier, enter "
                         "its date under “{}” in the list instead.",
                         doubt.date_header),
             fmt::format("\n\nいま引き渡すと、日時がその後になります。実際の引き渡しがもっと前であれば、"
                         "代わりに一覧の「{}」に日時を入力してください。",
                         doubt.date_header)});
    if (!doubt.rejected) {
        add(text, anyway_one);
        return text;
    }
    add(text, {"\n\nThe record keeps the earlier hand-off and its answer; the list starts anew.\n\nOffer it "
               "again?",
               "\n\n以前の引き渡しと回答は記録に残り、一覧では新しい引き渡しに置き換わります。\n\n"
               "もう一度引き渡しますか。"});
    return text;
}

/// What speaks against one of several, in few words.
Text in_short(const Doubt& doubt) {
    Text text;
    const auto add_part = [&text](const Text& part) {
        add(text, text.en.empty() ? part : Text{"; " + part.en, "、" + part.ja});
    };
    for (const auto& fact : {doubt.rejected, doubt.advanced, doubt.ended})
        if (fact) add_part(*fact);
    if (doubt.unready) {
        const std::string& definition = doubt.unready->definition->definition;
        const Text missing = what_is_missing(doubt.unready->verdict);
        add_part({fmt::format("does not meet “{}” ({} missing)", definition, missing.en),
                  fmt::format("「{}」に該当しません（{}が不足）", definition, missing.ja)});
    }
    return text;
}

/// The heading says what all the lines have in common.
Text heading(const std::vector<Doubt>& doubts, std::size_t all, bool only_unready) {
    if (!only_unready)
        return {fmt::format("{} of {} leads need a second look:", doubts.size(), all),
                fmt::format("{} 件中 {} 件に確認が必要です。", all, doubts.size())};
    const std::string& definition = doubts.front().unready->definition->definition;
    return {fmt::format("{} of {} leads do not meet “{}”:", doubts.size(), all, definition),
            fmt::format("{} 件中 {} 件が「{}」に該当しません。", all, doubts.size(), definition)};
}

Text question_for_several(const std::vector<Doubt>& doubts, std::size_t all) {
    const bool only_unready = std::ranges::all_of(doubts, &Doubt::is_only_unready);
    Text text = heading(doubts, all, only_unready);
    for (std::size_t i = 0; i < std::min(doubts.size(), most_leads); ++i) {
        const std::string& name = doubts[i].name;
        if (only_unready) {
            const Text missing = what_is_missing(doubts[i].unready->verdict);
            add(text, {fmt::format("\n✗ {}: {} missing", name, missing.en),
                       fmt::format("\n✗ {}：{}が不足", name, missing.ja)});
        } else {
            const Text facts = in_short(doubts[i]);
            add(text, {fmt::format("\n✗ {} {}", name, facts.en), fmt::format("\n✗ {} は{}", name, facts.ja)});
        }
    }
    if (doubts.size() > most_leads) {
        const std::size_t more = doubts.size() - most_leads;
        add(text, {fmt::format("\n… and {} more", more), fmt::format("\nほか {} 件", more)});
    }
    if (std::ranges::any_of(doubts, [](const Doubt& doubt) { return doubt.rejected.has_value(); }))
        add(text,
            {"\n\nRejected leads are offered again: the record keeps the earlier hand-off and its answer.",
             "\n\n却下済みのリードはもう一度引き渡します。以前の引き渡しと回答は記録に残ります。"});
    if (std::ranges::any_of(doubts, [](const Doubt& doubt) { return doubt.advanced.has_value(); }))
        add(text, {"\n\nWhere sales has a lead already, the hand-off would be dated after that.",
                   "\n\n営業がすでに担当しているリードでは、引き渡しの日時がその後になります。"});
    add(text, {fmt::format("\n\nHand off all {} anyway?", all),
               fmt::format("\n\nそれでも {} 件すべてを引き渡しますか。", all)});
    return text;
}

}  // namespace

Question hand_off_question(const Leads& leads, const std::vector<std::size_t>& rows,
                           const std::string& definition) {
    const std::vector<PlaybookDefinition>& known = leads.playbook().definitions;
    const std::string name = definition.empty() && !known.empty() ? known.front().definition : definition;
    Question question;
    std::vector<Doubt> doubts;
    for (const std::size_t row : rows) {
        Doubt doubt = doubt_of(leads, row, name);
        question.unready += doubt.unready ? 1 : 0;
        question.advanced += doubt.advanced ? 1 : 0;
        if (doubt.is()) doubts.push_back(std::move(doubt));
    }
    if (!doubts.empty())
        question.text = rows.size() == 1 ? question_for_one(leads, doubts.front())
                                         : question_for_several(doubts, rows.size());
    return question;
}

}  // namespace kakehashi::handoff
