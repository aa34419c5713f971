#include <catch2/catch.hpp>

#include "core/sheet/print.hpp"

using namespace kakehashi::sheet;

namespace {

Cell cell(Content content, Style style, Format format = Format::general) {
    Cell made;
    made.content = std::move(content);
    made.style = style;
    made.format = format;
    return made;
}

Sheet example() {
    Cell total = cell(Formula{"=SUM({0,1})"}, Style::result, Format::money);
    total.note = "agreed\nQ3";
    Cell comment = cell("=not a formula", Style::input);
    comment.columns = 2;
    comment.theirs = true;
    comment.link = "#Leads.A1";

    Sheet plan;
    plan.id = "summary";
    plan.name = "Weekly summary";
    plan.tab_colour = 0x0072B2;
    plan.currency = "JPY";
    plan.column_widths_mm = {20, 30.5};
    plan.freeze = {0, 2};
    plan.blocks.push_back({"board",
                           {0, 3},
                           Refresh::table,
                           {{cell("Goal", Style::heading), {}},
                            {{}, total},
                            {cell(Formula{"=TRANSPOSE(A)", true, 3, 2}, Style::result), comment}}});
    plan.validations.push_back({"board", 1, 1, 0, Validation::Kind::list, {"A", "B"}, "", "Pick one.", true});
    plan.validations.push_back({"board", 1, 3, 2, Validation::Kind::date, {}, "", "A date.", false});
    plan.looks.push_back({"board", 2, 3, 0, Format::date, Style::input});
    Chart chart;
    chart.id = "goals";
    chart.kind = Chart::Kind::pareto;
    chart.title = "Goals";
    chart.alternative_text = "Bars";
    chart.categories = {"board", {0, 1}, {0, 2}};
    chart.series.push_back({"Share", {"board", {1, 1}, {1, 2}}, 0xD55E00, true, true});
    chart.value_axis = "%";
    plan.charts.push_back(chart);
    plan.names.push_back({"KakehashiGoals", "board", {0, 0}, {1, -1}});
    plan.page.breaks_before = {40, 80};
    plan.page.header = "Weekly";
    return plan;
}

}  // namespace

TEST_CASE("a plan is printed line by line") {
    CHECK(print(example()) ==
          "sheet summary \"Weekly summary\" tab 0072B2 currency JPY freeze 0,2 widths 20 30.5\n"
          "block board table at 0,3\n"
          "board!0,0 heading general | Goal\n"
          "board!1,1 result money note \"agreed⏎Q3\" | =SUM({0,1})\n"
          "board!0,2 result general | {=TRANSPOSE(A)} 3x2\n"
          "board!1,2 input general theirs merged 2 link #Leads.A1 | =not a formula\n"
          "validation board column 1 list strict | A; B | Pick one.\n"
          "validation board column 1 rows 3-4 date |  | A date.\n"
          "look board column 2 from 3 input date\n"
          "chart goals pareto at 0,0 85x60 mm | Goals | % | Bars\n"
          "chart goals categories board!0,1:0,2\n"
          "chart goals series Share board!1,1:1,2 D55E00 line dashed\n"
          "name KakehashiGoals board!0,0:1,-1\n"
          "page A4 portrait fit | Weekly |  | breaks 40 80\n");
}
