#include "core/support/parallel.hpp"

#include <catch2/catch.hpp>

#include "core/funnel/funnel.hpp"
#include "core/leads/leads.hpp"
#include "tests/support/cells.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

constexpr std::size_t many = 300'001;  // worth more than one thread, and no multiple of 64

/// Puts the number of threads back.
class Threads {
  public:
    explicit Threads(std::size_t count) : before_(threads()) { set_threads(count); }
    ~Threads() { set_threads(before_); }
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;

  private:
    std::size_t before_;
};

/// Dates of three stages per lead; some are missing, some come in the wrong order.
class Dates final : public CellSource {
  public:
    std::size_t rows() const override { return many + 1; }
    std::size_t columns() const override { return 3; }
    ColumnPtr read_column(std::size_t column, std::size_t first_row, ColumnPtr before) const override {
        Column::Builder builder(rows() - first_row, {}, std::move(before));
        for (std::size_t row = first_row; row < rows(); ++row) {
            const std::size_t random = (row * 2'654'435'761U + column * 40'503U) % 1'000U;
            const bool blank = column > 0 && random % 3 == 0;
            blank ? builder.push_blank()
                  : builder.push_number(45'000.0 + static_cast<double>(random + 100 * column));
        }
        return std::move(builder).share();
    }
    Grid read_rows(std::size_t) const override {
        return grid_of({{cell_of("Lead"), cell_of("MQL"), cell_of("Won")}});
    }
};

std::shared_ptr<const Playbook> three_stages() {
    auto playbook = std::make_shared<Playbook>();
    for (const char* stage : {"Lead", "MQL", "Won"})
        playbook->stages.push_back({stage, "", stage, "", {}, {}, ""});
    playbook->as_of = instant_from_serial(47'000);
    return playbook;
}

}  // namespace

TEST_CASE("parts hold every row once and share no word of a bitmap", "[parallel]") {
    for (const std::size_t count : {1U, 2U, 3U, 7U}) {
        const Threads some(count);
        for (const std::size_t rows : {std::size_t{0}, std::size_t{1}, std::size_t{64}, many}) {
            std::vector<std::size_t> begins(row_parts(rows)), ends(row_parts(rows));
            for_row_parts(rows, [&](std::size_t part, std::size_t begin, std::size_t end) {
                begins[part] = begin;
                ends[part] = end;
            });
            CHECK(begins.front() == 0);
            CHECK(ends.back() == rows);
            for (std::size_t part = 1; part < begins.size(); ++part) {
                CHECK(begins[part] == ends[part - 1]);
                CHECK(begins[part] % Bitmap::word_bits == 0);
            }
        }
    }
}

TEST_CASE("an exception in any part reaches the caller", "[parallel]") {
    const Threads some(3);
    for (std::size_t bad = 0; bad < 3; ++bad)
        CHECK_THROWS_AS(for_row_parts(many,
                                      [&](std::size_t part, std::size_t, std::size_t) {
                                          if (part == bad) throw std::runtime_error("this part");
                                      }),
                        std::runtime_error);
}

TEST_CASE("the funnel counts the same on one core and on several", "[parallel]") {
    const auto table = std::make_shared<const Table>(std::make_shared<const Dates>());
    const DateRange period{instant_from_serial(45'100), instant_from_serial(45'800)};
    const Window window = 400 * ms_per_day;
    std::vector<std::vector<FunnelRow>> tables;
    std::vector<Conversion> conversions;
    std::vector<Durations> days;
    for (const std::size_t count : {1U, 2U, 5U}) {
        const Threads some(count);
        const Leads leads(table, three_stages(), nullptr, no_instant);
        const Funnel& funnel = leads.derived<Funnel>();
        tables.push_back(*funnel.table(leads.present(), period, window));
        conversions.push_back(funnel.conversion(0, 2, period, window));
        days.push_back(funnel.days(0, 2, period));
    }
    CHECK(tables[0][2].reached > 10'000);
    CHECK(days[0].days.size() > 10'000);
    CHECK(days[0].rows.count() == days[0].days.size());
    for (std::size_t i = 1; i < tables.size(); ++i) {
        for (std::size_t stage = 0; stage < 3; ++stage) {
            CHECK(tables[i][stage].reached == tables[0][stage].reached);
            CHECK(tables[i][stage].too_young == tables[0][stage].too_young);
            CHECK(tables[i][stage].days == tables[0][stage].days);
        }
        CHECK(conversions[i].entered == conversions[0].entered);
        CHECK(conversions[i].converted == conversions[0].converted);
        CHECK(days[i].rows == days[0].rows);
        CHECK(days[i].days == days[0].days);
    }
}
