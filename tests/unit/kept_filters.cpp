// What leads keep for the next who asks does not grow with every text and date that cells ask for.
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <malloc.h>

#include "core/leads/leads.hpp"
#include "tests/support/cells.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

std::shared_ptr<const Leads> numbered_leads(std::size_t count) {
    std::vector<std::vector<CellValue>> rows = {{cell_of("ID"), cell_of("Size"), cell_of("Lead")}};
    for (std::size_t lead = 0; lead < count; ++lead)
        rows.push_back({static_cast<double>(lead), static_cast<double>(lead % 100), 46'000.0});
    auto playbook = std::make_shared<Playbook>();
    playbook->stages.push_back({"Lead", "", "Lead", "", {}, {}, ""});
    playbook->stages.push_back({"Won", "", "", "Size > 1000", {}, {}, ""});
    playbook->as_of = instant_from_serial(46'500);
    return std::make_shared<const Leads>(std::make_shared<const Table>(make_source(grid_of(rows))), playbook,
                                         nullptr, no_instant);
}

std::size_t bytes_in_use() {
    const auto heap = mallinfo2();
    return heap.uordblks + heap.hblkhd;
}

}  // namespace

TEST_CASE("filters are kept, but not without end; who uses one is not disturbed", "[leads]") {
    const auto leads = numbered_leads(200);
    const auto filter = [](int i) { return "Size >= " + std::to_string(i); };
    const std::shared_ptr<const Bitmap> used = *leads->where(filter(50));
    CHECK(leads->where(filter(50)).value() == used);  // the same, not an equal one
    std::weak_ptr<const Bitmap> unused = *leads->where(filter(51));
    CHECK_FALSE(unused.expired());
    for (int i = 1'000; i < 3'100; ++i) REQUIRE(leads->where(filter(i)).value()->none());
    CHECK(unused.expired());
    CHECK(used->count() == 100);
    CHECK(*leads->where(filter(50)).value() == *used);
}

TEST_CASE("pseudo columns as of many dates are kept, but not without end", "[leads]") {
    constexpr std::size_t rows = 50'000;
    const auto leads = numbered_leads(rows);
    const auto days = [&](int date) {
        return leads->column("days in stage", AsOf(instant_from_serial(date))).value()->as_numbers()[0];
    };
    REQUIRE(leads->column("days in stage").value()->as_numbers()[7] == 500.0);
    const Column* const usual = leads->column("days in stage").value();
    const std::size_t before = bytes_in_use();
    for (int date = 46'001; date <= 46'300; ++date) REQUIRE(days(date) == date - 46'000);
    CHECK(days(46'001) == 1.0);
    CHECK(bytes_in_use() < before + 300 * rows * sizeof(double) * 3 / 4);
    CHECK(leads->column("days in stage").value() == usual);  // the agreed date's is never driven out
}
