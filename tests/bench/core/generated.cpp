#include "tests/bench/core/generated.hpp"

#include <cmath>
#include <fstream>
#include <limits>
#include <random>
#include <utility>

#include <fmt/format.h>

#include "core/table/instant.hpp"

namespace kakehashi::bench {
namespace {

constexpr double blank = std::numeric_limits<double>::quiet_NaN();

/// Whole numbers below a bound, the same with every standard library.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    std::size_t below(std::size_t bound) { return engine_() % bound; }
    bool chance(std::size_t percent) { return below(100) < percent; }

  private:
    std::mt19937_64 engine_;
};

TextCells texts(const std::vector<std::string>& different) {
    TextCells cells;
    for (const std::string& text : different) cells.texts.push_back(text);
    return cells;
}

/// Never midnight, which would be a date without a time.
Instant some_time(Dice& dice, Instant day) {
    return day + ms_per_hour * 8 + static_cast<Instant>(dice.below(8 * 3'600'000)) + 1;
}

}  // namespace

const std::vector<std::string> stages = {"Lead", "MQL", "SAL", "SQL", "Won"};
const std::vector<std::string> sources = {"Web",     "Referral", "Trade show",
                                          "Webinar", "Partner",  "Newsletter"};
const std::vector<std::string> channels = {"Search", "Mail",    "Event", "Social",
                                           "Call",   "Partner", "Ad",    "Direct"};

void GeneratedTable::add(std::string header, TextCells cells) {
    rows_ = cells.rows.size();
    headers_.push_back(std::move(header));
    cells_.emplace_back(std::move(cells));
}

void GeneratedTable::add(std::string header, NumberCells cells) {
    rows_ = cells.rows.size();
    headers_.push_back(std::move(header));
    cells_.emplace_back(std::move(cells));
}

ColumnPtr GeneratedTable::read_column(std::size_t column, std::size_t first_row, ColumnPtr before) const {
    Column::Builder builder(rows() - first_row, {}, std::move(before));
    if (first_row == 0) builder.push_text(headers_[column]);
    const std::size_t first = first_row == 0 ? 0 : first_row - 1;
    if (const auto* numbers = std::get_if<NumberCells>(&cells_[column])) {
        for (std::size_t row = first; row < rows_; ++row) {
            const double number = numbers->rows[row];
            std::isnan(number) ? builder.push_blank() : builder.push_number(number);
        }
        return std::move(builder).share();
    }
    const TextCells& cells = std::get<TextCells>(cells_[column]);
    const std::vector<Dictionary::Code> codes = builder.intern(cells.texts);
    for (std::size_t row = first; row < rows_; ++row) builder.push_code(codes[cells.rows[row]]);
    return std::move(builder).share();
}

CellValue GeneratedTable::cell(std::size_t row, std::size_t column) const {
    if (const auto* texts = std::get_if<TextCells>(&cells_[column]))
        return std::string(texts->texts[texts->rows[row]]);
    const double number = std::get<NumberCells>(cells_[column]).rows[row];
    if (std::isnan(number)) return {};
    return number;
}

Grid GeneratedTable::read_rows(std::size_t row_count) const {
    Grid grid{std::min(row_count, rows()), columns(), {}};
    grid.cells.assign(headers_.begin(), headers_.end());
    for (std::size_t row = 1; row < grid.rows; ++row)
        for (std::size_t column = 0; column < grid.columns; ++column)
            grid.cells.push_back(cell(row - 1, column));
    return grid;
}

std::size_t GeneratedTable::raw_bytes() const {
    std::size_t bytes = 0;
    for (const auto& cells : cells_) {
        if (const auto* numbers = std::get_if<NumberCells>(&cells)) {
            bytes += numbers->rows.size() * sizeof(double);
        } else {
            const TextCells& column = std::get<TextCells>(cells);
            bytes += column.rows.size() * sizeof(std::uint32_t);
            for (std::size_t text = 0; text < column.texts.size(); ++text)
                bytes += column.texts[text].size() + 1;
        }
    }
    return bytes;
}

void GeneratedTable::write_csv(const std::filesystem::path& path,
                               const std::vector<std::size_t>& date_columns) const {
    std::vector<bool> is_date(columns(), false);
    for (const std::size_t column : date_columns) is_date[column] = true;
    std::ofstream file(path);
    fmt::memory_buffer line;
    for (std::size_t row = 0; row <= rows_; ++row) {
        line.clear();
        for (std::size_t column = 0; column < columns(); ++column) {
            if (column > 0) line.push_back(',');
            const auto out = std::back_inserter(line);
            if (row == 0) {
                fmt::format_to(out, "{}", headers_[column]);
            } else if (const auto* numbers = std::get_if<NumberCells>(&cells_[column])) {
                const double number = numbers->rows[row - 1];
                if (std::isnan(number)) continue;
                is_date[column] ? fmt::format_to(out, "{}", instant_from_serial(number))
                                : fmt::format_to(out, "{}", number);
            } else {
                const TextCells& cells = std::get<TextCells>(cells_[column]);
                fmt::format_to(out, "{}", cells.texts[cells.rows[row - 1]]);
            }
        }
        line.push_back('\n');
        file.write(line.data(), static_cast<std::streamsize>(line.size()));
    }
}

Generated generate(std::size_t count) {
    Dice dice(20261122);
    const Instant first_day = instant_from_civil(std::chrono::year{2024} / 7 / 1);
    TextCells ids, source = texts(sources), region = texts({"East", "West", "North", "South"}), owner;
    for (int number = 0; number < 40; ++number) owner.texts.push_back(fmt::format("Owner {}", number));
    NumberCells employees, amount, created, closed;
    TextCells logged_id, logged_stage = texts(stages), touched_id, touched_channel = texts(channels);
    NumberCells logged_date, touched_date;
    const auto log = [&](std::size_t lead, std::size_t stage, Instant when) {
        logged_id.rows.push_back(static_cast<std::uint32_t>(lead));
        logged_stage.rows.push_back(static_cast<std::uint32_t>(stage));
        logged_date.rows.push_back(serial_from_instant(when));
    };
    for (std::size_t lead = 0; lead < count; ++lead) {
        ids.texts.push_back(fmt::format("L-{:07}", lead));
        ids.rows.push_back(static_cast<std::uint32_t>(lead));
        source.rows.push_back(static_cast<std::uint32_t>(dice.below(sources.size())));
        region.rows.push_back(static_cast<std::uint32_t>(dice.below(4)));
        owner.rows.push_back(static_cast<std::uint32_t>(dice.below(40)));
        employees.rows.push_back(static_cast<double>(1 + dice.below(2'000)));
        amount.rows.push_back(dice.chance(80) ? static_cast<double>(1 + dice.below(5'000)) * 1'000 : blank);
        Instant when = some_time(dice, first_day + static_cast<Instant>(dice.below(730)) * ms_per_day);
        created.rows.push_back(serial_from_instant(when));
        log(lead, 0, when);
        std::size_t stage = 0;
        double won = blank;
        // Forth, and sometimes back: five entries on average.
        for (int step = 0; step < 12 && stage + 1 < stages.size(); ++step) {
            if (!dice.chance(stage == 3 ? 70 : 90)) break;
            when =
                some_time(dice, start_of_day(when) + static_cast<Instant>(1 + dice.below(25)) * ms_per_day);
            stage = stage > 0 && dice.chance(28) ? stage - 1 : stage + 1;
            log(lead, stage, when);
        }
        if (stage + 1 == stages.size()) won = serial_from_instant(when);
        closed.rows.push_back(won);
        const Instant last = when;
        const Instant begin = instant_from_serial(created.rows.back());
        for (std::size_t touch = dice.below(7); touch > 0; --touch) {
            touched_id.rows.push_back(static_cast<std::uint32_t>(lead));
            touched_channel.rows.push_back(static_cast<std::uint32_t>(dice.below(channels.size())));
            const auto span =
                static_cast<std::size_t>(last - begin) + 40 * static_cast<std::size_t>(ms_per_day);
            touched_date.rows.push_back(
                serial_from_instant(begin - 30 * ms_per_day + static_cast<Instant>(dice.below(span)) + 1));
        }
    }
    logged_id.texts = touched_id.texts = ids.texts;

    Generated result{std::make_shared<GeneratedTable>(), std::make_shared<GeneratedTable>(),
                     std::make_shared<GeneratedTable>()};
    result.leads->add("ID", std::move(ids));
    result.leads->add("Source", std::move(source));
    result.leads->add("Region", std::move(region));
    result.leads->add("Owner", std::move(owner));
    result.leads->add("Employees", std::move(employees));
    result.leads->add("Amount", std::move(amount));
    result.leads->add("Created", std::move(created));
    result.leads->add("Closed", std::move(closed));
    result.history->add("ID", std::move(logged_id));
    result.history->add("Stage", std::move(logged_stage));
    result.history->add("Date", std::move(logged_date));
    result.touches->add("ID", std::move(touched_id));
    result.touches->add("Date", std::move(touched_date));
    result.touches->add("Channel", std::move(touched_channel));
    return result;
}

}  // namespace kakehashi::bench
