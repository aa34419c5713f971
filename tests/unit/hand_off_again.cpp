// Leads that sales rejected and that are offered again; leads that sales has already.
#include <catch2/catch.hpp>

#include "core/handoff/again.hpp"
#include "core/handoff/hand_off.hpp"
#include "core/handoff/question.hpp"
#include "core/panel/views.hpp"
#include "tests/unit/hand_off_support.hpp"

using namespace kakehashi;
using namespace kakehashi::handoff;

namespace {

const Instant now = at(6, 30, 0);

std::shared_ptr<Playbook> playbook() {
    auto result = std::make_shared<Playbook>();
    for (const char* stage : {"MQL", "SQL", "Opportunity"}) {
        result->stages.emplace_back();
        result->stages.back().stage = stage;
        result->stages.back().owner = std::string(stage) == "MQL" ? "marketing" : "sales";
    }
    return result;
}

const Row headers = {text("ID"),         text("Company"),   text("MQL"),      text("Opportunity"),
                     text("Handed off"), text("Responded"), text("Accepted"), text("Rejected"),
                     text("Reason"),     text("Outcome")};

/// L-1 was rejected, L-2 too and sales has it; L-3 is lost since; L-4 says both; L-5 says rejected in words;
/// L-6 is at a stage of sales and was never handed off; L-7 is new.
std::shared_ptr<const Table> list() {
    return table(
        {headers,
         {text("L-1"),
          text("Asahi"),
          time(5, 1, 0),
          {},
          time(6, 1, 10),
          time(6, 1, 15),
          {},
          time(6, 2, 9),
          text("No need yet"),
          {}},
         {text("L-2"),
          text("Bravo"),
          time(5, 1, 0),
          time(5, 20, 0),
          time(6, 1, 10),
          {},
          {},
          time(6, 2, 9),
          {},
          {}},
         {text("L-3"), {}, {}, {}, time(6, 1, 10), {}, {}, time(6, 2, 9), text("Price"), text("Lost")},
         {text("L-4"), {}, {}, {}, time(6, 1, 10), {}, time(6, 2, 8), time(6, 2, 9)},
         {text("L-5"), {}, {}, {}, {}, {}, {}, {}, {}, text("Rejected")},
         {text("L-6"), text("Fuji"), time(5, 1, 0), time(5, 20, 0)},
         {text("L-7"), text("Ginza"), time(5, 1, 0)}});
}

const Row record_headers = {text("Handed off"), text("ID"),     text("Company"), text("Answer"),
                            text("Answered"),   text("Reason"), text("Comment")};

Result<Record> hand_off(const Leads& leads, const Table* record, std::size_t row, Rejected rejected) {
    Card card = *make_card(leads, row, "", at(6, 30, 10), {}, Language::english);
    return record_hand_off(leads, record, {row}, {card}, rejected, Language::english);
}

std::size_t cleared(const Record& record) {
    return static_cast<std::size_t>(std::ranges::count_if(
        record.leads, [](const LeadChange& change) { return change.value == CellValue{}; }));
}

}  // namespace

TEST_CASE("a rejected lead is offered again, and the record keeps the earlier answer", "[handoff]") {
    const Leads leads(list(), playbook(), nullptr, now);
    const auto book =
        table({record_headers, {time(6, 1, 10), text("l-1"), text("Asahi"), text("却下"), time(6, 2, 9)}});
    const auto record = hand_off(leads, book.get(), 0, Rejected::offer_again);
    REQUIRE(record);
    CHECK(record->done == std::vector<std::size_t>{0});
    CHECK(record->again == 1);
    CHECK(cleared(*record) == 3);  // rejected, reason, responded
    CHECK(record->leads.back().role == Role::handed_off);
    REQUIRE(record->updated.size() == 1);  // with what it did not say yet
    CHECK(record->updated[0].row == 0);
    CHECK(record->updated[0].cells == RecordCells{{"reason", text("No need yet")},
                                                  {"comment", text("First response: 2026-06-01 15:00")}});
    REQUIRE(record->added.size() == 1);
    CHECK_FALSE(record->added[0].contains("answer"));
    CHECK(record->added[0].at("handed_off") == time(6, 30, 10));
}

TEST_CASE("an earlier offer that the record does not have, or tells otherwise, gets a row", "[handoff]") {
    const Leads leads(list(), playbook(), nullptr, now);
    for (const auto& book :
         {table({record_headers}),
          table({record_headers, {time(6, 1, 10), text("L-1"), {}, text("Accepted"), time(6, 2, 9)}})}) {
        const auto record = hand_off(leads, book.get(), 0, Rejected::offer_again);
        REQUIRE(record);
        CHECK(record->updated.empty());
        REQUIRE(record->added.size() == 2);
        CHECK(record->added[0] == RecordCells{{"handed_off", time(6, 1, 10)},
                                              {"id", text("L-1")},
                                              {"company", text("Asahi")},
                                              {"answer", text("Rejected")},
                                              {"answered", time(6, 2, 9)},
                                              {"reason", text("No need yet")},
                                              {"comment", text("First response: 2026-06-01 15:00")}});
    }
}

TEST_CASE("a comment of people stays in front of what is added to it", "[handoff]") {
    const Leads leads(list(), playbook(), nullptr, now);
    const auto book =
        table({record_headers, {time(6, 1, 10), text("L-1"), {}, {}, {}, {}, text("Ring in June")}});
    const auto record = hand_off(leads, book.get(), 0, Rejected::offer_again);
    REQUIRE(record);
    CHECK(record->updated.at(0).cells.at("comment") ==
          text("Ring in June; First response: 2026-06-01 15:00"));
    CHECK(record->updated.at(0).cells.at("answer") == text("Rejected"));
}

TEST_CASE("nothing is cleared that no record keeps, and it is said what to do", "[handoff]") {
    const Leads leads(list(), playbook(), nullptr, now);
    const auto book = table({{text("Handed off"), text("ID"), text("Answer"), text("Answered")}});
    const auto record = hand_off(leads, book.get(), 0, Rejected::offer_again);
    REQUIRE(record);
    CHECK(record->done.empty());
    CHECK(record->leads.empty());
    CHECK(
        record->left_alone.at(0).en ==
        "L-1 (Asahi) was rejected on 2026-06-02 because of “No need yet”. It was not offered again, because "
        "the table “Hand-offs” has no column “Reason” to keep that answer in. Add it; or note the answer "
        "elsewhere, clear “Handed off”, “Responded”, “Rejected”, “Reason” in the list, and hand the lead "
        "off.");
    CHECK_THAT(record->left_alone.at(0).ja, Catch::Contains("「理由」の列が表「引き渡し」にない"));
}

TEST_CASE("an outcome that says rejected goes with the answer, and its day is kept", "[handoff]") {
    const auto lead = [](CellValue rejected) {
        return table(
            {{text("ID"), text("Handed off"), text("Responded"), text("Rejected"), text("Result"),
              text("Closed")},
             {text("L-1"), time(6, 1, 10), time(6, 1, 15), rejected, text("Rejected"), time(6, 3, 0)}});
    };
    // One column for response and acceptance, as some lists have it.
    auto agreed = std::make_shared<Playbook>();
    agreed->outcomes.push_back({Outcome::accepted, "[Responded] is not empty"});
    agreed->outcomes.push_back({Outcome::rejected, "[Result] = \"Rejected\" or [Rejected] is not empty"});
    agreed->columns.emplace(Role::accepted, "Responded");
    const Leads dated(lead(time(6, 2, 9)), agreed, nullptr, now);
    REQUIRE(dated.role_index(Role::accepted) == dated.role_index(Role::responded));
    auto record = hand_off(dated, nullptr, 0, Rejected::offer_again);
    REQUIRE(record);
    REQUIRE(record->added.size() == 2);
    CHECK(cleared(*record) == 4);
    CHECK(record->added.at(0).at("answered") == time(6, 2, 9));
    CHECK(record->added.at(0).at("comment") == text("First response: 2026-06-01 15:00; Closed: 2026-06-03"));
    const Leads undated(lead({}), agreed, nullptr, now);
    record = hand_off(undated, nullptr, 0, Rejected::offer_again);
    REQUIRE(record);
    REQUIRE(record->added.size() == 2);
    CHECK(cleared(*record) == 3);
    CHECK(record->added.at(0).at("answered") == time(6, 3, 0));
    CHECK(record->added.at(0).at("comment") == text("First response: 2026-06-01 15:00"));
}

TEST_CASE("nobody who is not asked offers a rejected lead again", "[handoff]") {
    const Leads leads(list(), playbook(), nullptr, now);
    const auto book = table({record_headers});
    const auto record = hand_off(leads, book.get(), 0, Rejected::leave_alone);
    REQUIRE(record);
    CHECK(record->done.empty());
    CHECK(record->added.empty());
    CHECK_THAT(record->left_alone.at(0).en, Catch::Contains("To offer it again, select its row"));
    CHECK(record->left_alone.at(0).ja.starts_with(
        "L-1 (Asahi) は 2026-06-02 に理由「No need yet」で却下されています。もう一度引き渡すには、"));
}

TEST_CASE("a lead that a new offer would not make wait for an answer is left alone", "[handoff]") {
    const Leads leads(list(), playbook(), nullptr, now);
    const auto book = table({record_headers});
    const std::string why[] = {"is lost now", "both accepted and rejected"};
    for (std::size_t i = 0; i < std::size(why); ++i) {
        const auto record = hand_off(leads, book.get(), 2 + i, Rejected::offer_again);
        REQUIRE(record);
        CHECK(record->done.empty());
        CHECK(record->leads.empty());
        CHECK_THAT(record->left_alone.at(0).en, Catch::Contains(why[i]));
    }
}

TEST_CASE("once offered again, a lead waits for an answer, in the figures too", "[handoff]") {
    const auto history = History::read(
        *table({{text("id"), text("stage"), text("date")}, {text("L-1"), text("MQL"), time(5, 1, 0)}}));
    REQUIRE(history);
    const Leads leads(list(), playbook(), *history, now);
    CHECK(state_of(leads, 0).answer == State::Answer::rejected);
    CHECK(state_if_offered(leads, 0).waits_for_answer());
    CHECK(state_if_offered(leads, 1).answer == State::Answer::implied);
    CHECK(state_if_offered(leads, 6).answer == State::Answer::none);
    CHECK(make_card(leads, 0, "", at(6, 30, 10), {}, Language::english)->state.answer == State::Answer::none);

    // As the command leaves the row.
    const Leads after(table({headers, {text("L-1"), text("Asahi"), time(5, 1, 0), {}, time(6, 30, 10)}}),
                      playbook(), *history, now);
    const auto& figures = after.derived<HandOffs>();
    CHECK(*figures.figure(HandOffMeasure::pending, {}, "") == 1);
    CHECK(*figures.figure(HandOffMeasure::rejected, {}, "") == 0);
}

TEST_CASE("an outcome that the history tells stays what it is", "[handoff]") {
    const auto history = History::read(*table(
        {{text("id"), text("stage"), text("date")}, {text("L-7"), text("Opportunity"), time(6, 1, 0)}}));
    REQUIRE(history);
    auto agreed = playbook();
    agreed->outcomes.push_back({Outcome::rejected, "reached Opportunity"});
    const Leads leads(list(), agreed, *history, now);
    REQUIRE(state_of(leads, 6).answer == State::Answer::rejected);
    REQUIRE(why_not_again(leads, 6));
    CHECK_THAT(why_not_again(leads, 6)->en, Catch::Contains("by the playbook's outcomes"));
}

TEST_CASE("before a rejected lead is offered again, it is said why it was rejected", "[handoff]") {
    const Leads leads(list(), playbook(), nullptr, now);
    const Question one = hand_off_question(leads, {0}, "");
    CHECK(one.text.en ==
          "L-1 (Asahi) was rejected on 2026-06-02 because of “No need yet”.\n\nThe record keeps the earlier "
          "hand-off and its answer; the list starts anew.\n\nOffer it again?");
    CHECK(
        one.text.ja ==
        "L-1 (Asahi) は 2026-06-02 に理由「No need yet」で却下されています。\n\n以前の引き渡しと回答は記録に"
        "残り、一覧では新しい引き渡しに置き換わります。\n\nもう一度引き渡しますか。");
    CHECK(one.advanced == 0);
}

TEST_CASE("before a lead that sales has already is handed off, it is said since when", "[handoff]") {
    const Leads leads(list(), playbook(), nullptr, now);
    const Question one = hand_off_question(leads, {5}, "");
    CHECK(one.advanced == 1);
    CHECK(
        one.text.en ==
        "L-6 (Fuji) is at Opportunity since 2026-05-20 already.\n\nA hand-off now would be dated after that. "
        "If it took place earlier, enter its date under “Handed off” in the list instead.\n\nHand it off "
        "anyway?");
    CHECK_THAT(one.text.ja, Catch::StartsWith("L-6 (Fuji) はすでに営業が担当しています（2026-05-20 "
                                              "からステージ「Opportunity」）。\n"));
    CHECK(hand_off_question(leads, {6}, "").text.en.empty());
}

TEST_CASE("one question names all that speaks against several hand-offs", "[handoff]") {
    const Leads leads(list(), playbook(), nullptr, now);
    const Question several = hand_off_question(leads, {0, 1, 5, 6}, "");
    CHECK(
        several.text.en ==
        "3 of 4 leads need a second look:\n✗ L-1 (Asahi) was rejected on 2026-06-02 because of “No need "
        "yet”\n✗ L-2 (Bravo) was rejected on 2026-06-02; is at Opportunity since 2026-05-20 already\n✗ L-6 "
        "(Fuji) is at Opportunity since 2026-05-20 already\n\nRejected leads are offered again: the record "
        "keeps the earlier hand-off and its answer.\n\nWhere sales has a lead already, the hand-off would be "
        "dated after that.\n\nHand off all 4 anyway?");
    CHECK(several.advanced == 2);
}

TEST_CASE("the panel offers to hand off what the command would, and says what it asks", "[panel]") {
    const Leads leads(list(), playbook(), nullptr, now);
    const auto shown = [&](std::size_t row, Language language) {
        return panel::lead_view(leads, {&row, 1}, language);
    };
    const auto hand_off_button = [&](std::size_t row) {
        for (const panel::Item& item : shown(row, Language::english))
            if (const auto* buttons = std::get_if<panel::Buttons>(&item)) return buttons->front();
        return panel::Button{};
    };
    const auto says = [&](std::size_t row, Language language) {
        std::string all;
        for (const panel::Item& item : shown(row, language))
            if (const auto* label = std::get_if<panel::Label>(&item)) all += label->text + '\n';
        return all;
    };
    CHECK(hand_off_button(0).enabled);
    CHECK_THAT(says(0, Language::english),
               Catch::Contains("Next: marketing, with the reason; then offer it again\n"));
    CHECK_THAT(says(0, Language::english),
               Catch::Contains("Handed off on 2026-06-01. Rejected on 2026-06-02. "
                               "Hand Off asks, and offers it again.\n"));
    CHECK_THAT(says(0, Language::japanese),
               Catch::Contains("次：マーケティングが理由に対応し、再度引き渡し\n"));
    CHECK_FALSE(hand_off_button(2).enabled);
    CHECK_FALSE(hand_off_button(3).enabled);
    CHECK_THAT(hand_off_button(3).tip, Catch::Contains("both accepted and rejected"));
    CHECK(hand_off_button(4).enabled);
    CHECK(hand_off_button(5).enabled);
    CHECK_THAT(says(5, Language::english), Catch::Contains("Hand Off will ask.\n"));
    CHECK(hand_off_button(6).enabled);
}
