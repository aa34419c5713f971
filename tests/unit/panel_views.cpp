// What the panels say of the leads and the playbook of the reference's examples.
#include <algorithm>
#include <array>

#include <catch2/catch.hpp>

#include "core/functions/example_document.hpp"
#include "core/panel/first_steps.hpp"
#include "core/panel/rule_list.hpp"
#include "core/panel/views.hpp"
#include "core/playbook/agreed.hpp"
#include "core/playbook/blocks.hpp"
#include "core/playbook/changes.hpp"
#include "core/playbook/fingerprint.hpp"

namespace {

using namespace kakehashi;
using namespace kakehashi::panel;

const Grid& example(std::string_view name) {
    return std::ranges::find(example_document(), name, &ExampleRange::name)->cells;
}

constexpr std::chrono::year_month_day last_day = std::chrono::year{2026} / 6 / 30;

Leads example_leads(std::chrono::year_month_day as_of = last_day) {
    Playbook playbook = read_blocks(example("PlaybookBlocks"), {}).playbook;
    playbook.as_of = instant_from_civil(as_of);
    return Leads(std::make_shared<const Table>(make_source(example("LeadRows"))),
                 std::make_shared<const Playbook>(std::move(playbook)), nullptr,
                 instant_from_civil(last_day));
}

View lead_shown(const Leads& leads, std::size_t row, Language language) {
    return lead_view(leads, {&row, 1}, language);
}

/// All that a view says, in its order.
std::string said(const View& view) {
    std::string text;
    for (const Item& item : view) {
        if (const auto* label = std::get_if<Label>(&item)) text += label->text + '\n';
        if (const auto* drawing = std::get_if<Drawing>(&item))
            text += drawing->draw(300, Theme{}).alternative_text + '\n';
        if (const auto* choice = std::get_if<Choice>(&item))
            text += '<' + choice->labels[choice->chosen] + ">\n";
        if (const auto* buttons = std::get_if<Buttons>(&item))
            for (const Button& button : *buttons)
                text += '[' + button.label + (button.enabled ? "]" : " -]") + '\n';
    }
    return text;
}

}  // namespace

TEST_CASE("a lead that qualifies can be handed off", "[panel]") {
    const Leads leads = example_leads();
    CHECK(said(lead_shown(leads, 5, Language::english)) ==
          "Fuji · L-06\n"
          "At MQL for 117 days\n"
          "Hot lead: yes\n"
          "✓ Employees ≥ 100 (1,000) +40\n"
          "✗ Source is Web or Referral (Trade show) 0\n"
          "✓ Last visit within 30 days (2026-06-10) +30\n"
          "✓ Employees is filled in (must-have · 1,000) 0\n"
          "70 points, 60 needed\n"
          "Next: hand off to sales\n"
          "[Hand Off]\n[Accept -]\n[Reject… -]\n"
          "Not handed off yet.\n");
}

TEST_CASE("a lead that was handed off and not answered can be accepted or rejected", "[panel]") {
    const Leads leads = example_leads();
    const std::string text = said(lead_shown(leads, 10, Language::japanese));
    CHECK_THAT(text, Catch::Contains("次：営業が受け入れか却下を判断\n[引き渡し -]\n[受け入れ]\n[却下...]\n"
                                     "2026-06-30 に引き渡し済み。\n"));
    CHECK_THAT(text, Catch::Contains("✓ Employeesが100以上 (210) +40\n"));
}

TEST_CASE("what was done after the day that the figures are of is said not to count yet", "[panel]") {
    const std::string text =
        said(lead_shown(example_leads(std::chrono::year{2026} / 6 / 29), 10, Language::english));
    CHECK_THAT(text,
               Catch::Contains("Handed off on 2026-06-30. Everything here is as of 2026-06-29: what came "
                               "later is not counted yet.\n"));
    CHECK_THAT(said(lead_shown(example_leads(), 10, Language::english)),
               !Catch::Contains("Everything here is as of"));
}

TEST_CASE("a lead whose story is over has no next step and no answer to give", "[panel]") {
    const Leads leads = example_leads();
    const std::string text = said(lead_shown(leads, 0, Language::english));
    CHECK(text.find("Next:") == std::string::npos);
    CHECK_THAT(text, Catch::Contains("[Hand Off -]\n[Accept -]\n[Reject… -]\n"
                                     "Handed off on 2026-01-16. Acceptance is implied: at Won since "
                                     "2026-03-01.\n"));
}

TEST_CASE("a lead that was lost before it was handed off is not handed off any more", "[panel]") {
    const Leads leads = example_leads();
    const std::string text = said(lead_shown(leads, 6, Language::english));
    CHECK(text.find("Lost\n") != std::string::npos);
    CHECK_THAT(text, Catch::Contains("[Hand Off -]\n[Accept -]\n[Reject… -]\nLost: nothing to hand off.\n"));
}

TEST_CASE("grey buttons have the reason as their help", "[panel]") {
    const Leads leads = example_leads();
    const View view = lead_shown(leads, 5, Language::english);
    for (const Item& item : view)
        if (const auto* buttons = std::get_if<Buttons>(&item)) {
            CHECK(buttons->at(0).tip.find("Hands the selected leads to sales") == 0);
            CHECK(buttons->at(1).tip == "Not handed off yet.");
        }
}

TEST_CASE("of several leads the buttons are for those that are ready, whichever is shown", "[panel]") {
    const Leads leads = example_leads();
    // Lost; not handed off; waits for an answer.
    const View view = lead_view(leads, std::array<std::size_t, 3>{6, 5, 10}, Language::english);
    CHECK_THAT(said(view), Catch::Contains("[Hand Off]\n[Accept]\n[Reject…]\n"
                                           "3 leads are selected: 1 to hand off, 1 to accept or reject.\n"));
    const View lost = lead_view(leads, std::array<std::size_t, 2>{6, 6}, Language::english);
    CHECK_THAT(said(lost), Catch::Contains("[Hand Off -]\n[Accept -]\n[Reject… -]\n"
                                           "2 leads are selected: 0 to hand off, 0 to accept or reject.\n"));
}

TEST_CASE("a lead that falls short says by how much", "[panel]") {
    const Leads leads = example_leads();
    const std::string text = said(lead_shown(leads, 9, Language::english));
    CHECK_THAT(text, Catch::Contains("Hot lead: no — 40 points missing\n"));
    CHECK_THAT(text, Catch::Contains("20 points, 60 needed\n"));
    CHECK_THAT(text, Catch::Contains("Not handed off yet. Does not qualify: Hand Off will ask.\n"));
}

TEST_CASE("a lead of which nothing but its id is known is shown too", "[panel]") {
    const Leads leads = example_leads();
    const std::string text = said(lead_shown(leads, 11, Language::english));
    CHECK(text.find("Lotus · L-12\n") == 0);
    CHECK_THAT(text, Catch::Contains("✗ Employees ≥ 100 (blank) 0\n"));
    CHECK_THAT(text, Catch::Contains("✗ Employees is filled in (must-have · blank) 0\n"));
    CHECK_THAT(text, Catch::Contains("Hot lead: no — 1 must-have and "));
}

TEST_CASE("rules wrap in a narrow panel and nothing lies beyond its edge", "[panel]") {
    CHECK(wrapped("Employees >= 100", 13, 300, 3) == std::vector<std::string>{"Employees >= 100"});
    CHECK(wrapped("one two three", 10, text_width("one two", 10) + 0.1, 3) ==
          std::vector<std::string>{"one two", "three"});
    CHECK(wrapped("従業員数が百人以上", 10, 50, 3) == std::vector<std::string>{"従業員数が", "百人以上"});
    // No line begins with punctuation or a small letter, or ends with an opening bracket.
    CHECK(wrapped("百人以上。次", 10, 40, 3) == std::vector<std::string>{"百人以", "上。次"});
    CHECK(wrapped("あと「百人」", 10, 30, 3) == std::vector<std::string>{"あと", "「百", "人」"});
    CHECK(wrapped("サーバー", 10, 30, 3) == std::vector<std::string>{"サー", "バー"});
    CHECK(broken("百人以上。次の行", 4) == "百人以\n上。次の\n行");
    CHECK(wrapped("aaaa bbbb cccc", 10, text_width("aaaa", 10), 2).size() == 2);
    CHECK(wrapped("", 10, 50, 3) == std::vector<std::string>{""});
    CHECK(wrapped("Unbreakable", 10, 1, 3).size() <= 3);

    const Leads leads = example_leads();
    const auto explanation = explain(leads, "Hot lead", 5, leads.as_of());
    REQUIRE(explanation);
    const PlaybookRule decaying{.definition = "Hot lead",
                                .group = {},
                                .rule = "Visits > 1",
                                .points = 25,
                                .decay_days = 60.,
                                .repeats = {}};
    const RuleList decayed =
        rule_list(leads, {{{&decaying, true, 24.937136884283632, {"2"}}}, {}}, "", Language::english);
    CHECK(decayed.rows.front().points == "+24.9");
    const RuleList list = rule_list(leads, *explanation, "70 points, 60 needed", Language::english);
    const Picture wide = draw(list, 400, Theme{}, Language::english);
    const Picture narrow = draw(list, 160, Theme{}, Language::english);
    CHECK(narrow.height > wide.height);
    CHECK(narrow.alternative_text == wide.alternative_text);
}

TEST_CASE("the funnel's choices name their periods, and one of them is what is drawn", "[panel]") {
    const Leads leads = example_leads();
    const std::string text = said(funnel_view(leads, FunnelChoice::year, Language::english));
    CHECK(text.find("<Entered in 2026>\nEntered in 2026\nLead: 12\n") == 0);
    const std::string always = said(funnel_view(leads, FunnelChoice::always, Language::english));
    CHECK(always.find("<Entered at any time>\nEntered at any time\nLead: 12\n") == 0);
    CHECK(said(funnel_view(leads, FunnelChoice::now, Language::english)).find('%') == std::string::npos);
}

TEST_CASE("the playbook panel says who agreed and what is wrong", "[panel]") {
    const ReadPlaybook draft = read_blocks(example("PlaybookBlocks"), {});
    CHECK(said(playbook_view(draft, nullptr, nullptr, Language::english))
              .find("Example v1\n○ draft: not signed yet\n") == 0);
    const ReadPlaybook signed_one = read_blocks(example("Signed"), {});
    CHECK(said(playbook_view(signed_one, nullptr, nullptr, Language::english)).find("Sato") !=
          std::string::npos);
}

TEST_CASE("the playbook panel names the columns that the leads do not have", "[panel]") {
    const Leads leads = example_leads();
    ReadPlaybook read = read_blocks(example("PlaybookBlocks"), {});
    CHECK(said(playbook_view(read, nullptr, &leads, Language::english)).find("✓ No problems") !=
          std::string::npos);
    read.playbook.stages.front().column = "zzz";
    CHECK(said(playbook_view(read, nullptr, &leads, Language::english))
              .find("Problems: 1\nstages 1: There is no column \"zzz\".") != std::string::npos);
    CHECK(playbook_line(read, &leads, Language::japanese).ends_with(" · 問題：1件"));
    CHECK(playbook_line(read, nullptr, Language::english).find("problems") == std::string::npos);
}

TEST_CASE("the playbook panel lists what has changed since it was signed", "[panel]") {
    const Playbook agreed = read_blocks(example("PlaybookBlocks"), {}).playbook;
    ReadPlaybook present{agreed, {}};
    const Instant day = instant_from_civil(std::chrono::year{2026} / 10 / 1);
    present.playbook.signoffs = {{"marketing", "Sato", day, fingerprint(agreed)},
                                 {"sales", "Tanaka", day + ms_per_day, fingerprint(agreed)}};
    CHECK_FALSE(was_signed(present.playbook, agreed));  // nothing has changed
    present.playbook.rules.front().points += 5;
    REQUIRE(was_signed(present.playbook, agreed));
    const SinceAgreement since{signed_on(present.playbook, agreed), changes(agreed, present.playbook)};
    const std::string text = said(playbook_view(present, &since, nullptr, Language::english));
    CHECK(text.find("▼ changed since agreement: sign again\n") != std::string::npos);
    CHECK(text.find(
              "Changed since 2026-10-02: 1\n· changed points of rule \"Employees >= 100\" of Hot lead from "
              "40 to 45\n") != std::string::npos);
    CHECK(said(playbook_view(present, nullptr, nullptr, Language::english)).find("is not kept here") !=
          std::string::npos);
    const std::string japanese = said(playbook_view(present, &since, nullptr, Language::japanese));
    CHECK(japanese.find("2026-10-02 の署名後の変更：1件\n· 「Hot lead」の") != std::string::npos);
}

TEST_CASE("somebody else's playbook was never signed", "[panel]") {
    const Playbook agreed = read_blocks(example("PlaybookBlocks"), {}).playbook;
    Playbook other = agreed;
    other.name = "Other";
    Playbook present = agreed;
    present.signoffs = {{"marketing", "Sato", no_instant, fingerprint(agreed)}};
    present.version = "9";
    CHECK_FALSE(was_signed(present, other));
    CHECK(was_signed(present, agreed));
    CHECK(signed_on(present, agreed) == no_instant);
}

TEST_CASE("an error says where it is, why, and what goes into a report", "[panel]") {
    const About about{{"Kakehashi 0.3"}, {"LEAD.COUNT: #N/A: no column x"}, {"09:00 new: done"}, {}};
    const View view = why_view({{"Leads.A1", "$Leads.$A$1", "=LEAD.COUNT(B1;\"x\")", "#N/A", "no column x"}},
                               true, about, Language::english);
    CHECK(said(view) ==
          "Leads.A1  #N/A\nno column x\nThere are others.\nKakehashi 0.3\n[Copy for a report]\n");
    CHECK(std::get<Label>(view.front()).link == "$Leads.$A$1");
    const auto& copy = std::get<Buttons>(view.back()).front();
    CHECK(copy.copies ==
          "Kakehashi 0.3\n"
          "\nCells\nLeads.A1  #N/A  =LEAD.COUNT(B1;\"x\")\n    no column x\n"
          "\nMessages\nLEAD.COUNT: #N/A: no column x\n"
          "\nLog\n09:00 new: done\n");
    CHECK(said(why_view({}, false, {}, Language::japanese)).find("✓") == 0);
}

TEST_CASE("the folder of the log has a button", "[panel]") {
    const View view = why_view({}, false, {{"Kakehashi 0.3"}, {}, {}, "file:///home"}, Language::english);
    const Button& button = std::get<Buttons>(view.back()).at(1);
    CHECK(button.label == "Open the log's folder");
    CHECK(button.opens == "file:///home");
    CHECK(button.command.empty());
}

TEST_CASE("the first steps tick what is there and have the button of the next", "[panel]") {
    CHECK(said(first_steps_view({}, Language::english)) ==
          "Three steps to the first summary\n▶ 1. Make a team workbook, or open one\n○ 2. Bring in your "
          "leads\n○ 3. Build the weekly summary\n[New Team Workbook]\n[Don't show again]\n");
    CHECK(said(first_steps_view({true, false, true}, Language::english)) ==
          "Three steps to the first summary\n✓ 1. Make a team workbook, or open one\n▶ 2. Bring in your "
          "leads\n✓ 3. Build the weekly summary\n[Import…]\n[Don't show again]\n");
    const View done = first_steps_view({true, true, true}, Language::japanese);
    CHECK(said(done).find("完了しました") != std::string::npos);
    const Buttons& buttons = std::get<Buttons>(done.back());
    REQUIRE(buttons.size() == 1);
    CHECK(buttons.front().command == "firstSteps?show=no");
}
