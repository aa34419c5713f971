// Touches as a handle and as a range, on one core and on several.
#include "core/money/touches.hpp"

#include <array>
#include <string>

#include <catch2/catch.hpp>

#include "core/leads/leads.hpp"
#include "core/money/attribution.hpp"
#include "core/support/parallel.hpp"
#include "tests/support/cells.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

const Instant long_after = instant_from_serial(100'000);
constexpr std::size_t many = 250'003;  // worth more than one thread
constexpr std::array channels = {"Web", "Mail", "Visit"};

std::string id_of(std::size_t lead) {
    return "L-" + std::to_string(lead);
}

/// ID, Closed, Result: every fourth lead is lost.
class ManyLeads final : public CellSource {
  public:
    static bool won(std::size_t lead) { return lead % 4 != 0; }

    std::size_t rows() const override { return many + 1; }
    std::size_t columns() const override { return 3; }
    ColumnPtr read_column(std::size_t column, std::size_t, ColumnPtr before) const override {
        Column::Builder builder(many, {}, std::move(before));
        for (std::size_t lead = 0; lead < many; ++lead) {
            if (column == 0) builder.push_text(id_of(lead));
            if (column == 1) builder.push_number(46'100.0);
            if (column == 2) builder.push_text(won(lead) ? "Won" : "Lost");
        }
        return std::move(builder).share();
    }
    Grid read_rows(std::size_t) const override {
        return grid_of({{cell_of("ID"), cell_of("Closed"), cell_of("Result")}});
    }
};

/// ID, Date, Channel: two touches of each lead, the second one first. `step` says in which order the leads
/// come.
class ManyTouches final : public CellSource {
  public:
    explicit ManyTouches(std::size_t step) : step_(step) {}

    static std::size_t first_channel(std::size_t lead) { return lead % 3; }
    static std::size_t last_channel(std::size_t lead) { return lead % 2; }

    std::size_t rows() const override { return 2 * many + 1; }
    std::size_t columns() const override { return 3; }
    ColumnPtr read_column(std::size_t column, std::size_t, ColumnPtr before) const override {
        Column::Builder builder(2 * many, {}, std::move(before));
        for (const bool is_last : {true, false}) {
            for (std::size_t i = 0; i < many; ++i) {
                const std::size_t lead = i * step_ % many;
                if (column == 0) builder.push_text(id_of(lead));
                if (column == 1) builder.push_number(is_last ? 46'050.0 : 46'000.0);
                if (column == 2)
                    builder.push_text(channels[is_last ? last_channel(lead) : first_channel(lead)]);
            }
        }
        return std::move(builder).share();
    }
    Grid read_rows(std::size_t) const override {
        return grid_of({{cell_of("ID"), cell_of("Date"), cell_of("Channel")}});
    }

  private:
    std::size_t step_;
};

std::shared_ptr<const Touches> handle(const std::shared_ptr<const CellSource>& source) {
    return *Touches::read(Table(source));
}

Grid touch_rows(const std::string& id, double day, const std::string& channel) {
    return grid_of({{cell_of("ID"), cell_of("Date"), cell_of("Channel")},
                    {std::string("A"), 46'000.0, std::string("Web")},
                    {id, day, channel}});
}

std::shared_ptr<const Leads> two_won_leads() {
    const Grid rows = grid_of({{cell_of("ID"), cell_of("Closed"), cell_of("Result")},
                               {std::string("A"), 46'100.0, std::string("Won")},
                               {std::string("B"), 46'100.0, std::string("Won")}});
    return std::make_shared<const Leads>(std::make_shared<const Table>(make_source(rows)), nullptr, nullptr,
                                         long_after);
}

double web(const Leads& leads, const std::shared_ptr<const Touches>& touches, AttributionModel model) {
    return leads.derived<Attribution>()
        .of(touches, "Web", model, AttributionMeasure::conversions, {})
        .value();
}

}  // namespace

TEST_CASE("many touches are attributed the same on one core and on several, in any order", "[money]") {
    std::array<double, 3> first{};
    std::array<double, 3> linear{};
    for (std::size_t lead = 0; lead < many; ++lead) {
        if (!ManyLeads::won(lead)) continue;
        first[ManyTouches::first_channel(lead)] += 1.0;
        linear[ManyTouches::first_channel(lead)] += 0.5;
        linear[ManyTouches::last_channel(lead)] += 0.5;
    }
    const auto table = std::make_shared<const Table>(std::make_shared<const ManyLeads>());
    const std::size_t before = threads();
    for (const std::size_t step : {std::size_t{1}, std::size_t{7'919}}) {
        const auto touches = handle(std::make_shared<const ManyTouches>(step));
        CHECK(touches->channels().touches() == 2 * many);
        for (const std::size_t count : {1U, 2U, 5U}) {
            INFO(count << " threads, step " << step);
            set_threads(count);
            const Leads leads(table, nullptr, nullptr, long_after);
            for (std::size_t channel = 0; channel < channels.size(); ++channel) {
                const auto share = [&](AttributionModel model) {
                    return *leads.derived<Attribution>().of(touches, channels[channel], model,
                                                            AttributionMeasure::conversions, {});
                };
                CHECK(share(AttributionModel::first) == first[channel]);
                CHECK(share(AttributionModel::linear) == linear[channel]);
            }
        }
    }
    set_threads(before);
}

TEST_CASE("a range of touches is never answered from other cells", "[money]") {
    const auto leads = two_won_leads();
    LastTouches last;
    const auto range = [&](const std::string& id, double day, const std::string& channel) {
        return *last.read(make_source(touch_rows(id, day, channel)));
    };
    for (int round = 0; round < 2; ++round) {
        CHECK(web(*leads, range("B", 46'050.0, "Web"), AttributionModel::last) == 2.0);
        CHECK(web(*leads, range("B", 46'050.0, "Mail"), AttributionModel::last) == 1.0);
        CHECK(web(*leads, range("A", 46'050.0, "Mail"), AttributionModel::last) == 0.0);
        CHECK(web(*leads, range("A", 45'050.0, "Mail"), AttributionModel::last) == 1.0);
        CHECK(web(*leads, range("C", 45'050.0, "Mail"), AttributionModel::last) == 1.0);
    }
}

TEST_CASE("a range of touches that is read again is the same object", "[money]") {
    LastTouches last;
    const auto first = *last.read(make_source(touch_rows("B", 46'050.0, "Web")));
    CHECK(*last.read(make_source(touch_rows("B", 46'050.0, "Web"))) == first);
    CHECK(*last.read(make_source(touch_rows("B", 46'050.5, "Web"))) != first);
    CHECK_FALSE(last.read(make_source(grid_of({{cell_of("ID"), cell_of("Date")}}))));
    CHECK(last.read(make_source(touch_rows("B", 46'050.0, "Web"))));
}

TEST_CASE("leads do not keep touches that no handle holds any more", "[money]") {
    const auto leads = two_won_leads();
    auto touches = handle(make_source(touch_rows("B", 46'050.0, "Mail")));
    CHECK(web(*leads, touches, AttributionModel::linear) == 1.0);
    const std::weak_ptr<const Touches> known = touches;
    touches.reset();
    CHECK(known.expired());
    // Another one may well get the same memory.
    CHECK(web(*leads, handle(make_source(touch_rows("B", 46'050.0, "Web"))), AttributionModel::linear) ==
          2.0);
}
