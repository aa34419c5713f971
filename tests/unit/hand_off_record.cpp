// The card that goes with a lead, and what handing off, accepting and rejecting writes.
#include <algorithm>

#include <catch2/catch.hpp>

#include "core/functions/example_document.hpp"
#include "core/handoff/card_sheet.hpp"
#include "core/handoff/hand_off.hpp"
#include "core/handoff/question.hpp"
#include "core/handoff/record.hpp"
#include "core/handoff/state.hpp"
#include "core/leads/explanation.hpp"
#include "core/leads/qualification.hpp"
#include "core/playbook/blocks.hpp"
#include "core/sheet/print.hpp"
#include "tests/unit/hand_off_support.hpp"

using namespace kakehashi;
using namespace kakehashi::handoff;

namespace {

const Grid& example(std::string_view name) {
    const auto found = std::ranges::find(example_document(), name, &ExampleRange::name);
    REQUIRE(found != example_document().end());
    return found->cells;
}

const Instant now = instant_from_civil(std::chrono::year{2026} / 6 / 30);

/// The leads and the playbook of the reference's examples, with reasons.
Leads example_leads() {
    Playbook playbook = read_blocks(example("PlaybookBlocks"), {}).playbook;
    playbook.reasons = {{"Not our kind", "definitional", "marketing"}, {"Price", "lost", "sales"}};
    return Leads(std::make_shared<const Table>(make_source(example("LeadRows"))),
                 std::make_shared<const Playbook>(std::move(playbook)), nullptr, now);
}

}  // namespace

TEST_CASE("by when so many working hours have passed", "[handoff][calendar]") {
    Calendar calendar;  // Mon-Fri 9:00-18:00
    calendar.working_hours = {{9 * ms_per_hour, 12 * ms_per_hour}, {13 * ms_per_hour, 18 * ms_per_hour}};
    calendar.holidays = {day_of(at(11, 23, 0))};  // a Monday
    CHECK(calendar.after_working_hours(at(11, 19, 10), 1) == at(11, 19, 11));
    CHECK(calendar.after_working_hours(at(11, 19, 11), 2) == at(11, 19, 14));
    CHECK(calendar.after_working_hours(at(11, 19, 16), 8) == at(11, 20, 16));
    CHECK(calendar.after_working_hours(at(11, 20, 17), 2) == at(11, 24, 10));  // over the holiday
    CHECK(calendar.after_working_hours(at(11, 21, 3), 8) == at(11, 24, 18));   // from a Saturday
    CHECK(calendar.after_working_hours(at(11, 19, 12, 30), 0) == at(11, 19, 13));
    calendar.working_days = {};
    CHECK(calendar.after_working_hours(at(11, 19, 10), 1) == no_instant);
}

TEST_CASE("working hours until the limit are the limit", "[handoff][calendar]") {
    const Calendar calendar;
    for (int start = 0; start < 24 * 7; start += 5)
        for (const double hours : {0.5, 4.0, 9.0, 16.0, 45.0}) {
            const Instant from = at(11, 16, 0) + start * ms_per_hour;
            CHECK(calendar.working_hours_between(from, calendar.after_working_hours(from, hours)) == hours);
        }
}

TEST_CASE("a card says why a lead qualifies, and its points add up to the score", "[handoff]") {
    const Leads leads = example_leads();
    for (std::size_t row = 0; row < leads.rows(); ++row) {
        const auto card = make_card(leads, row, "", now, {}, Language::english);
        REQUIRE(card);
        CHECK(card->definition == "Hot lead");
        CHECK(card->verdict.score == *leads.derived<Qualification>().score("Hot lead", row, leads.as_of()));
        double sum = card->clamped;
        for (const Reason& reason : card->reasons) sum += reason.points;
        CHECK(sum == card->verdict.score);
        CHECK(card->verdict.qualifies == (card->verdict.unmet() == 0));
    }
}

TEST_CASE("a card holds what the list says of the lead, and the limit to respond", "[handoff]") {
    const Leads leads = example_leads();
    const auto touches = table({{std::string("ID"), std::string("Date"), std::string("Channel")},
                                {std::string("l-11"), serial_from_instant(at(5, 2, 0)), std::string("Web")},
                                {std::string("L-11"), serial_from_instant(at(6, 2, 0)), std::string("Visit")},
                                {std::string("L-01"), serial_from_instant(at(6, 3, 0)), std::string("Web")}});
    const auto row = leads.row_of("L-11");
    REQUIRE(row);
    const auto card = make_card(leads, *row, "", at(6, 30, 16), {touches, nullptr}, Language::english);
    REQUIRE(card);
    CHECK(card->id == "L-11");
    CHECK(card->company == "Keio");
    REQUIRE(card->facts.size() == 2);  // employees and last visit: the rest plays a role
    CHECK(card->facts[0].label == "Employees");
    CHECK(card->facts[0].value == "210");
    REQUIRE(card->journey.size() == 2);
    CHECK(card->journey[1].what == "MQL");
    REQUIRE(card->touches.size() == 2);
    CHECK(card->touches[0].what == "Visit");
    CHECK(card->within_hours == 8.0);
    CHECK(card->respond_by == at(7, 1, 15));  // Tuesday 16:00 and 8 hours of 9:00-18:00
    CHECK_FALSE(make_card(leads, *row, "Lukewarm lead", now, {}, Language::english));
}

TEST_CASE("handing off writes the date and a record, and leaves alone who was handed off before",
          "[handoff]") {
    const Leads leads = example_leads();
    const std::vector<std::size_t> rows = {0, 5};
    std::vector<Card> cards;
    for (const std::size_t row : rows)
        cards.push_back(*make_card(leads, row, "", at(6, 30, 10), {}, Language::english));
    const auto record =
        record_hand_off(leads, nullptr, rows, cards, Rejected::offer_again, Language::english);
    REQUIRE(record);
    CHECK(record->done == std::vector<std::size_t>{5});
    REQUIRE(record->left_alone.size() == 1);
    CHECK(record->left_alone[0].en == "L-01 (Asahi) was handed off on 2026-01-16 16:00.");
    REQUIRE(record->leads.size() == 1);
    CHECK(record->leads[0].row == 5);
    CHECK(record->leads[0].role == Role::handed_off);
    CHECK(record->leads[0].value == CellValue(serial_from_instant(at(6, 30, 10))));
    REQUIRE(record->added.size() == 1);
    CHECK(record->added[0].at("id") == CellValue(std::string("L-06")));
    CHECK(record->added[0].at("owner") == CellValue(std::string("Tanaka")));
}

namespace {

/// A list with the columns for answers, and the record of two hand-offs of L-1.
struct Answered {
    std::shared_ptr<const Table> list =
        table({{std::string("ID"), std::string("Handed off"), std::string("Accepted"),
                std::string("Rejected"), std::string("Reason")},
               {std::string("L-1"), serial_from_instant(at(6, 1, 10))},
               {std::string("L-2")},
               {std::string("L-3"), serial_from_instant(at(6, 1, 10)), serial_from_instant(at(6, 2, 9))},
               {std::string("L-4"), serial_from_instant(at(6, 1, 10)), {}, serial_from_instant(at(6, 2, 9))},
               {std::string("L-5"), serial_from_instant(at(6, 1, 10)), {}, {}, std::string("My own words")}});
    std::shared_ptr<const Table> record = table({{std::string("リードID"), std::string("回答")},
                                                 {std::string("L-1"), std::string("却下")},
                                                 {std::string("l-1")},
                                                 {std::string("L-3")}});
    Leads leads{list, example_leads_playbook(), nullptr, now};

    static std::shared_ptr<const Playbook> example_leads_playbook() {
        auto playbook = std::make_shared<Playbook>();
        playbook->reasons = {{"Not our kind", "definitional", ""}, {"Price", "lost", ""}};
        return playbook;
    }
};

const std::vector<std::size_t> everybody = {0, 1, 2, 3, 4};

}  // namespace

TEST_CASE("accepting writes the date once, for leads that were handed off and not answered", "[handoff]") {
    const Answered given;
    const auto record = record_answer(given.leads, given.record.get(), everybody, Step::accept, "",
                                      at(6, 3, 11), Language::japanese);
    REQUIRE(record);
    CHECK(record->done == std::vector<std::size_t>{0, 4});
    CHECK(record->left_alone.size() == 3);
    CHECK(record->left_alone[0].en == "L-2 was not handed off.");
    CHECK(record->left_alone[1].en == "L-3 was accepted on 2026-06-02 09:00.");
    CHECK(record->left_alone[2].ja == "L-4 は 2026-06-02 09:00 に却下済みです。");
    REQUIRE(record->updated.size() == 1);
    CHECK(record->updated[0].row == 1);  // the open one of the two
    CHECK(record->updated[0].cells.at("answer") == CellValue(std::string("受け入れ")));
    REQUIRE(record->cards.size() == 2);
    CHECK(record->cards[0].id == "L-1");
    CHECK(record->cards[0].text.en == "☑ accepted on 2026-06-03 11:00");
    CHECK(waiting_rows(given.leads, everybody) == std::vector<std::size_t>{0, 4});
}

namespace {

/// A list in which sales has carried on with the first lead; L-2 waits, L-3 fell back to marketing.
struct Advanced {
    std::shared_ptr<const Table> list =
        table({{std::string("ID"), std::string("Company"), std::string("MQL"), std::string("SQL"),
                std::string("Opportunity"), std::string("Handed off"), std::string("Accepted"),
                std::string("Rejected")},
               {std::string("L-1"), std::string("Asahi"), serial_from_instant(at(5, 1, 0)),
                serial_from_instant(at(5, 9, 0)), serial_from_instant(at(5, 20, 0)),
                serial_from_instant(at(6, 1, 10))},
               {std::string("L-2"),
                std::string("Bravo"),
                serial_from_instant(at(5, 1, 0)),
                serial_from_instant(at(5, 9, 0)),
                {},
                serial_from_instant(at(6, 1, 10))},
               {std::string("L-3"),
                std::string("Chuo"),
                serial_from_instant(at(5, 1, 0)),
                {},
                serial_from_instant(at(5, 20, 0)),
                serial_from_instant(at(6, 1, 10)),
                {},
                serial_from_instant(at(6, 2, 9))},
               {std::string("L-4"), {}, {}, {}, serial_from_instant(at(5, 21, 0))}});
    std::shared_ptr<const Table> record =
        table({{std::string("ID"), std::string("Answer"), std::string("Comment")}, {std::string("L-1")}});
    Leads leads{list, playbook(), nullptr, now};

    static std::shared_ptr<const Playbook> playbook() {
        auto playbook = std::make_shared<Playbook>();
        for (const char* stage : {"MQL", "SQL", "Opportunity"}) {
            playbook->stages.emplace_back();
            playbook->stages.back().stage = stage;
            playbook->stages.back().owner = std::string(stage) == "MQL" ? "marketing" : "sales";
        }
        return playbook;
    }
};

}  // namespace

TEST_CASE("a stage of sales behind its first one implies acceptance, as the figures count it", "[handoff]") {
    const Advanced given;
    const State first = state_of(given.leads, 0);
    CHECK(first.answer == State::Answer::implied);
    CHECK(first.handed_off);
    CHECK(first.answered_at == at(5, 20, 0));
    CHECK(implied_by(first).en == "at Opportunity since 2026-05-20");
    CHECK(state_of(given.leads, 1).waits_for_answer());
    CHECK(state_of(given.leads, 2).answer == State::Answer::rejected);
    const State last = state_of(given.leads, 3);
    CHECK_FALSE(last.handed_off);
    CHECK(last.accepted());
    std::size_t accepted = 0, pending = 0;
    for (std::size_t row = 0; row < given.leads.rows(); ++row) {
        const State state = state_of(given.leads, row);
        accepted += state.handed_off && state.accepted() ? 1 : 0;
        pending += state.waits_for_answer() ? 1 : 0;
    }
    const auto& figures = given.leads.derived<HandOffs>();
    CHECK(*figures.figure(HandOffMeasure::accepted, {}, "") == static_cast<double>(accepted));
    CHECK(*figures.figure(HandOffMeasure::pending, {}, "") == static_cast<double>(pending));
}

TEST_CASE("card and record of a lead whose acceptance is implied wait for no answer", "[handoff]") {
    const Advanced given;
    const auto card = make_card(given.leads, 3, "", at(6, 30, 10), {}, Language::english);
    REQUIRE(card);
    const auto record =
        record_hand_off(given.leads, nullptr, {3}, {*card}, Rejected::leave_alone, Language::english);
    REQUIRE(record);
    REQUIRE(record->added.size() == 1);
    CHECK(record->added[0].at("answer") == CellValue(std::string("Accepted")));
    CHECK_FALSE(record->added[0].contains("answered"));
    CHECK(record->added[0].at("comment") ==
          CellValue(std::string("Implied: at Opportunity since 2026-05-21")));
    const sheet::Sheet sheet = card_sheet(std::vector<Card>{*card}, {"Not our kind"}, Language::english);
    const std::string text = sheet::print(sheet);
    CHECK_THAT(text, Catch::Contains("☑ accepted (implied: at Opportunity since 2026-05-21)"));
    CHECK_THAT(text, !Catch::Contains("☐ Not our kind"));
    // Without company and name the id is the title, and the name of its cell leads there.
    CHECK(std::get<std::string>(sheet.blocks[0].rows[0][0].content) == "L-4");
    REQUIRE(sheet.names.size() == 1);
    CHECK(sheet.names[0].name == id_name(0));
    CHECK(sheet.names[0].first == sheet::Position{0, 0});
}

TEST_CASE("there is nothing to accept or reject where acceptance is implied, but the record is told",
          "[handoff]") {
    const Advanced given;
    for (const Step step : {Step::accept, Step::reject}) {
        const auto record =
            record_answer(given.leads, given.record.get(), {0}, step, "Any", at(6, 3, 11), Language::english);
        REQUIRE(record);
        CHECK(record->done.empty());
        CHECK(record->leads.empty());
        CHECK(record->left_alone[0].en == "L-1 (Asahi) counts as accepted: at Opportunity since 2026-05-20.");
        REQUIRE(record->updated.size() == 1);
        CHECK(record->updated[0].cells.at("answer") == CellValue(std::string("Accepted")));
    }
}

TEST_CASE("before a lead that does not qualify is handed off, it is said what is missing", "[handoff]") {
    const Leads leads = example_leads();
    CHECK(hand_off_question(leads, {5}, "").text.en.empty());
    const Text one = hand_off_question(leads, {11}, "").text;
    CHECK_THAT(one.en, Catch::StartsWith("L-12 (Lotus) does not meet “Hot lead”: 1 must-have and "));
    CHECK_THAT(one.en, Catch::Contains("\n✗ Employees is filled in (blank · must-have)\n"));
    CHECK_THAT(one.ja, Catch::Contains("\n✗ Employeesが入力済み（空白 · 必須）\n"));
    const Text several = hand_off_question(leads, {5, 9, 11}, "").text;
    CHECK_THAT(several.en, Catch::StartsWith("2 of 3 leads do not meet “Hot lead”:\n✗ L-10"));
    CHECK_THAT(several.en, Catch::EndsWith("Hand off all 3 anyway?"));
}

TEST_CASE("rejecting takes a reason of the playbook that is one to reject", "[handoff]") {
    const Answered given;
    const auto reject = [&](std::string_view reason) {
        return record_answer(given.leads, nullptr, everybody, Step::reject, reason, at(6, 3, 11),
                             Language::english);
    };
    CHECK_FALSE(reject(""));
    // Who cannot be rejected is said before a reason is asked for.
    const auto nobody =
        record_answer(given.leads, nullptr, {1, 2, 3}, Step::reject, "", at(6, 3, 11), Language::english);
    REQUIRE(nobody);
    CHECK(nobody->left_alone.size() == 3);
    CHECK_FALSE(reject("Bad mood"));
    CHECK(reject("Price").error().message.en ==
          "\"Price\" is no reason to reject in the playbook; there are: Not our kind.");
    const auto record = reject("not our KIND");
    REQUIRE(record);
    CHECK(record->done == std::vector<std::size_t>{0});
    CHECK(record->left_alone.back().en == "L-5 has the reason \"My own words\" already.");
    REQUIRE(record->leads.size() == 2);
    CHECK(record->leads[1].role == Role::reason);
    CHECK(record->leads[1].value == CellValue(std::string("Not our kind")));
    REQUIRE(record->cards.size() == 1);
    CHECK(record->cards[0].text.en == "☑ rejected on 2026-06-03 11:00: Not our kind");
    CHECK(record->cards[0].text.ja == "☑ 却下（2026-06-03 11:00）：Not our kind");
}

TEST_CASE("without the columns there is a message and nothing to write", "[handoff]") {
    const Leads bare(table({{std::string("ID")}, {std::string("L-1")}}), std::make_shared<const Playbook>(),
                     nullptr, now);
    CHECK_FALSE(record_hand_off(bare, nullptr, {0}, {Card{}}, Rejected::leave_alone, Language::english));
    CHECK_FALSE(record_answer(bare, nullptr, {0}, Step::accept, "", now, Language::english));
}

TEST_CASE("cards stand one per page, in the language asked for", "[handoff]") {
    const Leads leads = example_leads();
    std::vector<Card> cards;
    for (const std::size_t row : {5, 10})
        cards.push_back(*make_card(leads, row, "", at(6, 30, 10), {}, Language::english));
    const sheet::Sheet english = card_sheet(cards, {"Not our kind"}, Language::english);
    CHECK(english.blocks.size() == 2);
    CHECK(english.page.breaks_before == std::vector<int>{english.blocks[1].at.row});
    const std::string text = sheet::print(english);
    CHECK_THAT(text, Catch::Contains("Fuji"));
    CHECK_THAT(text,
               Catch::Contains("✓ Hot lead: 80 points, 60 needed. Please respond by 2026-06-30 18:00."));
    CHECK_THAT(text, Catch::Contains("☐ Not our kind"));
    CHECK_THAT(sheet::print(card_sheet(cards, {}, Language::japanese)), Catch::Contains("営業の回答"));
}
