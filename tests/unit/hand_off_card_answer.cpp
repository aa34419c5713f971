// What becomes of a card that was made, once its lead is answered.
#include <catch2/catch.hpp>

#include "core/handoff/card_answer.hpp"
#include "core/handoff/card_sheet.hpp"
#include "tests/unit/hand_off_support.hpp"

using namespace kakehashi;
using namespace kakehashi::handoff;

namespace {

using Cells = std::vector<std::vector<std::string>>;

const std::vector<std::string> reasons = {"Not our kind", "No need yet", "Too small"};
const Text accepted{"☑ accepted on 2026-11-22 10:15", "☑ 受け入れ（2026-11-22 10:15）"};

Card asking_card() {
    Card card;
    card.id = "L-1";
    card.company = "Asahi";
    card.definition = "Hot lead";
    card.verdict.qualifies = true;
    card.verdict.score = 70;
    card.threshold = 60;
    card.handed_off = at(11, 20, 9);
    card.respond_by = at(11, 24, 14, 5);
    return card;
}

/// From the row of the id, as the command reads it.
Cells cells_of(const Card& card, Language language) {
    const sheet::Sheet sheet = card_sheet(std::vector<Card>{card}, reasons, language);
    Cells cells;
    for (const auto& row : sheet.blocks[0].rows) {
        cells.emplace_back(4);
        for (std::size_t i = 0; i < row.size(); ++i)
            if (const auto* words = std::get_if<std::string>(&row[i].content)) cells.back()[i] = *words;
    }
    cells.erase(cells.begin(), cells.begin() + sheet.names[0].first.row);
    return cells;
}

Cells answered(Cells cells, const Text& answer) {
    for (const CardChange& change : answered_card(cells, answer, reasons))
        cells.at(change.row).at(change.column) = change.text;
    return cells;
}

std::string all(const Cells& cells) {
    std::string text;
    for (const auto& row : cells) {
        for (const std::string& cell : row) text += cell + '|';
        text += '\n';
    }
    return text;
}

}  // namespace

TEST_CASE("a card that asked shows the answer, and asks no more, in its own language", "[handoff]") {
    const Cells english = cells_of(asking_card(), Language::english);
    const Cells after = answered(english, accepted);
    CHECK(after.size() == english.size());
    CHECK(after[1][0] == "✓ Hot lead: 70 points, 60 needed.");
    CHECK(all(after).substr(all(after).find("Answer of sales")) ==
          "Answer of sales||||\n☑ accepted on 2026-11-22 10:15||||\n||||\n||||\nHanded off 2026-11-20 "
          "09:00.||||\n");
    const Cells japanese = answered(cells_of(asking_card(), Language::japanese), accepted);
    CHECK(japanese[1][0] == "✓ Hot lead：70点（基準 60点）。");
    CHECK_THAT(all(japanese), Catch::Contains("\n☑ 受け入れ（2026-11-22 10:15）||||\n"));
    CHECK_THAT(all(japanese), Catch::Contains("\n引き渡し：2026-11-20 09:00。||||\n"));
    CHECK(answered_card(after, accepted, reasons).empty());
    CHECK(answered_card(japanese, accepted, reasons).empty());
}

TEST_CASE("what people wrote on a card stays", "[handoff]") {
    Cells cells = cells_of(asking_card(), Language::english);
    const auto row_of = [&](const std::string& words) {
        std::size_t row = 0;
        while (cells.at(row)[0] != words) ++row;
        return row;
    };
    const std::size_t boxes = row_of(answer_boxes().en);
    cells[boxes + 1][0] = "☑ Not our kind";
    cells[boxes + 1][2] = "No need yet, they say";
    cells[boxes + 1][3] = "asked Ms Abe";
    Cells after = answered(cells, accepted);
    CHECK(after[boxes + 1] == cells[boxes + 1]);
    CHECK(after[boxes][0] == accepted.en);
    CHECK(after[boxes + 2][0].empty());  // a box of ours

    cells[boxes][0] = "☑ accepted     ☐ rejected, because:";
    after = answered(cells, accepted);
    CHECK(after[boxes] == cells[boxes]);
    CHECK(after[boxes + 2] == cells[boxes + 2]);
    CHECK(after[boxes + 3][0] == "Handed off 2026-11-20 09:00. ☑ accepted on 2026-11-22 10:15");
    CHECK(after[1][0] == "✓ Hot lead: 70 points, 60 needed.");

    cells[boxes + 3][0] = "Ring them on Monday";
    after = answered(cells, accepted);
    CHECK(after[boxes + 3] == cells[boxes + 3]);
    CHECK(after[1][0] == "✓ Hot lead: 70 points, 60 needed. ☑ accepted on 2026-11-22 10:15");

    cells[1][0] = "Please respond by Tuesday.";
    CHECK(answered_card(cells, accepted, reasons).empty());
}

TEST_CASE("a card without a definition, a limit or reasons can be answered too", "[handoff]") {
    Card card;
    card.id = "L-1";  // without a company it is the title
    card.handed_off = at(11, 20, 9);
    card.respond_by = at(11, 24, 14, 5);
    Cells after = answered(cells_of(card, Language::japanese), accepted);
    CHECK(after[2][0].empty());
    CHECK_THAT(all(after), Catch::Contains("☑ 受け入れ（2026-11-22 10:15）"));
    card.respond_by = no_instant;
    after = answered(cells_of(card, Language::english), accepted);
    CHECK_THAT(all(after), Catch::Contains("☑ accepted on 2026-11-22 10:15"));
    CHECK(answered_card({{"L-1"}}, accepted, {}).empty());
    CHECK(answered_card({{"L-1"}, {""}, {"Answer of sales"}}, accepted, reasons).empty());
}
