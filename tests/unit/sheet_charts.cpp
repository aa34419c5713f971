#include <catch2/catch.hpp>

#include "core/sheet/chart_parts.hpp"

using namespace kakehashi::sheet;

namespace {

Cell text(const char* content) {
    Cell cell;
    cell.content = content;
    return cell;
}

Chart::Series series(const char* name, Position first, Position last) {
    Chart::Series made;
    made.name = name;
    made.values = {"b", first, last};
    return made;
}

Chart chart(std::size_t count, Chart::Kind kind = Chart::Kind::columns) {
    Chart made;
    made.kind = kind;
    for (std::size_t i = 0; i < count; ++i) made.series.push_back(series("s", {1, 1}, {1, 4}));
    return made;
}

}  // namespace

TEST_CASE("a series is named by the cell that reads like it") {
    Block block;
    block.rows = {{text("Goal"), text("Actual"), text("Last")}, {text("A"), {}, {}}, {text("Won"), {}, {}}};
    CHECK(label_cell(block, series("Actual", {1, 1}, {1, 2})) == Position{1, 0});
    CHECK(label_cell(block, series("Last", {2, 2}, {2, 2})) == Position{2, 0});  // not right above
    CHECK(label_cell(block, series("Won", {1, 2}, {2, 2})) == Position{0, 2});   // a row
    CHECK(label_cell(block, series("Goal", {2, 1}, {2, 2})) == Position{0, 0});  // anywhere
    CHECK(label_cell(block, series("else", {1, 1}, {1, 2})) == Position{1, 0});  // the one before the values
    CHECK(label_cell(block, series("else", {1, 2}, {1, 2})) == std::nullopt);    // that one is empty
}

TEST_CASE("a chart is known again on a sheet that was moved") {
    CHECK(is_name_of_copy("kh_goals", "kh_goals"));
    CHECK(is_name_of_copy("kh_goals 12", "kh_goals"));
    CHECK_FALSE(is_name_of_copy("kh_goals ", "kh_goals"));
    CHECK_FALSE(is_name_of_copy("kh_goals x", "kh_goals"));
    CHECK_FALSE(is_name_of_copy("kh_goals2", "kh_goals"));
    CHECK_FALSE(is_name_of_copy("", "kh_goals"));
}

TEST_CASE("every second series is patterned, unless the plan says which") {
    Chart plain = chart(3);
    CHECK_FALSE(is_patterned(plain, 0));
    CHECK(is_patterned(plain, 1));
    CHECK_FALSE(is_patterned(plain, 2));
    plain.series[2].dashed = true;
    CHECK_FALSE(is_patterned(plain, 1));
    CHECK(is_patterned(plain, 2));
}

TEST_CASE("figures stand at the bars as long as they are few and hide no marks") {
    CHECK(has_labels(chart(2)));
    CHECK_FALSE(has_labels(chart(7)));
    Chart marked = chart(2);
    marked.series[1].mark = true;
    CHECK_FALSE(has_labels(marked));
}

TEST_CASE("a chart in percent is one whose first cell is") {
    Sheet plan;
    plan.blocks.resize(1);
    plan.blocks[0].id = "b";
    plan.blocks[0].rows = {{{}, {}}, {{}, {}}};
    CHECK_FALSE(counts_in_percent(plan, chart(1)));
    plan.blocks[0].rows[1][1].format = Format::percent;
    CHECK(counts_in_percent(plan, chart(1)));
    CHECK_FALSE(counts_in_percent(plan, Chart{}));
}

TEST_CASE("the axes lie between titles and legend") {
    Chart one = chart(1);
    one.title = "Goals";
    Chart two = chart(2);
    two.title = "Goals";
    CHECK(axes_area(one).y > 0);
    CHECK(axes_area(one).y + axes_area(one).height < one.height_mm);
    CHECK(axes_area(two).height < axes_area(one).height);
    CHECK_FALSE(has_legend(one));
    CHECK(has_legend(two));
    for (const auto kind : {Chart::Kind::columns, Chart::Kind::bars}) {
        Chart with_unit = chart(1, kind);
        const Area without = axes_area(with_unit);
        with_unit.value_axis = "件数";
        CHECK(axes_area(with_unit).height < without.height);
        CHECK((axes_area(with_unit).y > without.y) == (kind == Chart::Kind::columns));
    }
}

TEST_CASE("marks are as long as bars are wide, and many categories are seen") {
    Chart few = chart(1, Chart::Kind::bars);
    few.categories = {"b", {0, 1}, {0, 3}};
    Chart many = chart(1, Chart::Kind::bars);
    many.categories = {"b", {0, 1}, {0, 12}};
    CHECK(mark_mm(many) < mark_mm(few));
    CHECK(mark_mm(many) * 12 < axes_area(many).height);
    CHECK_FALSE(has_many_categories(few));
    CHECK(has_many_categories(many));
}
