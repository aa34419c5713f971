// Times of figures over a generated list, each from a fresh revision, as a cell would ask for them.
//
//   kakehashi_bench_core LEADS [--repeats N] [--threads N] [--write FOLDER]
//
// Prints JSON: per figure the milliseconds (the median of the repeats) and the numbers. `prepare` is what a
// new revision of a list whose columns are read costs before its first figure: history joined, stages in
// order, outcomes. `read history` and `read touches` are what their handles cost. The touches are given as a
// handle, as a sheet would; `attribution, range` gives the range itself, read before by a formula of the same
// document. Memory is what is resident while a
// revision of which all figures have been asked lives. --write leaves the tables as CSV for other programs
// and measures nothing.
#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <functional>
#include <iostream>
#include <stdexcept>

#include <fmt/format.h>
#include <malloc.h>
#include <nlohmann/json.hpp>

#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/leads/stages.hpp"
#include "core/support/parallel.hpp"
#include "tests/bench/core/generated.hpp"

namespace {

using namespace kakehashi;
using namespace kakehashi::bench;
using nlohmann::json;

double milliseconds(const std::function<void()>& work) {
    const auto started = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
}

/// Resident memory now, in bytes, without what is free.
std::size_t resident() {
    malloc_trim(0);
    std::ifstream file("/proc/self/statm");
    std::size_t pages = 0;
    file >> pages >> pages;
    return pages * 4096;
}

std::shared_ptr<const Playbook> playbook() {
    auto result = std::make_shared<Playbook>();
    for (const std::string& stage : stages) result->stages.push_back({stage, "", "", "", {}, {}, ""});
    result->columns = {{Role::id, "ID"}, {Role::created, "Created"}, {Role::closed, "Closed"}};
    result->opportunity_stage = "SQL";
    result->as_of = instant_from_civil(std::chrono::year{2026} / 8 / 31);
    return result;
}

/// Tables whose columns have been read, and revisions of a lead list over them.
class Lists {
  public:
    explicit Lists(const Generated& generated)
        : generated_(generated), table_(std::make_shared<Table>(generated.leads)), playbook_(playbook()) {
        for (std::size_t column = 0; column < table_->columns(); ++column) {
            if (!table_->column(column).codes().empty()) table_->column(column).keys();
        }
        history_ = read_history();
        touches_ = read_touches();
    }

    std::shared_ptr<const Leads> revision() const {
        auto leads = std::make_shared<const Leads>(table_, playbook_, history_, no_instant);
        (void)leads->stages();
        (void)leads->ended();
        return leads;
    }
    std::shared_ptr<const History> read_history() const { return *History::read(Table(generated_.history)); }
    std::shared_ptr<const Touches> read_touches() const { return *Touches::read(Table(generated_.touches)); }
    const std::shared_ptr<const Touches>& touches() const { return touches_; }
    std::shared_ptr<const CellSource> touches_range() const { return generated_.touches; }
    const Caller& caller() const { return caller_; }

  private:
    const Generated& generated_;
    std::shared_ptr<const Table> table_;
    std::shared_ptr<const Playbook> playbook_;
    std::shared_ptr<const History> history_;
    std::shared_ptr<const Touches> touches_;
    Caller caller_;  // the document, which knows the touches it read last
};

class Sheet {
  public:
    explicit Sheet(const Lists& lists) : leads_(lists.revision()), lists_(lists) {}

    /// The numbers of a formula: arguments as texts, `{leads}` and `{touches}` for the handles.
    std::vector<double> numbers(std::string_view function, const std::vector<std::string>& texts) const {
        std::vector<Argument> arguments;
        for (const std::string& text : texts) {
            if (text == "{leads}") {
                arguments.emplace_back(Object(leads_));
            } else if (text == "{touches}") {
                arguments.emplace_back(Object(lists_.touches()));
            } else if (text == "{touches range}") {
                arguments.emplace_back(lists_.touches_range());
            } else {
                text.empty() ? arguments.emplace_back() : arguments.emplace_back(text);
            }
        }
        const Function* known = find_function(function);
        if (known == nullptr) throw std::runtime_error(fmt::format("there is no {}", function));
        const Value value = known->evaluate(Call(std::move(arguments), lists_.caller()));
        if (const double* number = std::get_if<double>(&value)) return {*number};
        if (const auto* matrix = std::get_if<NumberMatrix>(&value)) {
            std::vector<double> all;
            for (const auto& cell : matrix->cells)
                all.push_back(std::get_if<double>(&cell) ? std::get<double>(cell) : -1);
            return all;
        }
        const CellError* error = std::get_if<CellError>(&value);
        throw std::runtime_error(fmt::format("{}: {}", function, error ? error->message.en : "no number"));
    }

  private:
    std::shared_ptr<const Leads> leads_;
    const Lists& lists_;
};

struct Figure {
    std::string name;
    std::function<std::vector<double>(const Sheet&)> work;
};

std::vector<Figure> figures() {
    std::vector<Figure> all;
    // How many of the leads of 2025 came how far within 30 days.
    all.push_back({"funnel 30 days", [](const Sheet& sheet) {
                       const auto table =
                           sheet.numbers("FUNNEL.TABLE", {"{leads}", "2025-01-01", "2025-12-31", "", "30"});
                       std::vector<double> reached;
                       for (std::size_t row = 0; row < stages.size(); ++row)
                           reached.push_back(table[row * table.size() / stages.size()]);
                       return reached;
                   }});
    all.push_back({"conversion by source", [](const Sheet& sheet) {
                       std::vector<double> rates;
                       for (const std::string& source : sources)
                           rates.push_back(sheet.numbers("FUNNEL.RATE",
                                                         {"{leads}", "MQL", "Won", "2025-01-01", "2025-12-31",
                                                          fmt::format("Source = \"{}\"", source)})[0]);
                       return rates;
                   }});
    all.push_back(
        {"median days by month", [](const Sheet& sheet) {
             std::vector<double> days;
             for (int month = 1; month <= 12; ++month) {
                 const auto first = std::chrono::year{2025} / month / 1;
                 const auto last = std::chrono::year_month_day_last(
                     std::chrono::year{2025}, std::chrono::month_day_last(first.month()));
                 days.push_back(sheet.numbers(
                     "FUNNEL.DAYS", {"{leads}", "Lead", "Won", "", format_instant(instant_from_civil(first)),
                                     format_instant(instant_from_civil(last))})[0]);
             }
             return days;
         }});
    const auto attribution = [](const char* touches) {
        return [touches](const Sheet& sheet) {
            std::vector<double> conversions;
            for (const std::string& channel : channels)
                conversions.push_back(sheet.numbers(
                    "FUNNEL.ATTRIBUTION",
                    {"{leads}", touches, channel, "linear", "", "2025-01-01", "2025-12-31"})[0]);
            return conversions;
        };
    };
    all.push_back({"attribution", attribution("{touches}")});
    all.push_back({"attribution, range", attribution("{touches range}")});
    return all;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

double median_time(std::size_t repeats, const std::function<void()>& work) {
    std::vector<double> times;
    for (std::size_t i = 0; i < repeats; ++i) times.push_back(milliseconds(work));
    return median(std::move(times));
}

/// What lives when all figures of a sheet have been asked, ranges given as handles.
json measure_memory(const Generated& generated) {
    const std::size_t before = resident();
    const Lists lists(generated);
    const Sheet sheet(lists);
    for (const Figure& figure : figures())
        if (figure.name != "attribution, range") figure.work(sheet);
    const auto used = static_cast<double>(resident() - before);
    const std::size_t raw =
        generated.leads->raw_bytes() + generated.history->raw_bytes() + generated.touches->raw_bytes();
    return {{"bytes", used}, {"raw bytes", raw}, {"ratio", used / static_cast<double>(raw)}};
}

json measure(const Generated& generated, std::size_t repeats) {
    json report;
    report["memory"] = measure_memory(generated);
    const Lists lists(generated);
    report["read history"]["ms"] = median_time(repeats, [&] { lists.read_history(); });
    report["read touches"]["ms"] = median_time(repeats, [&] { lists.read_touches(); });
    report["prepare"]["ms"] = median_time(repeats, [&] { lists.revision(); });
    for (const Figure& figure : figures()) {
        std::vector<double> times;
        std::vector<double> result;
        for (std::size_t i = 0; i < repeats; ++i) {
            const Sheet sheet(lists);
            times.push_back(milliseconds([&] { result = figure.work(sheet); }));
        }
        report[figure.name] = {{"ms", median(times)}, {"result", result}};
    }
    return report;
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t leads = 0;
    std::size_t repeats = 3;
    std::filesystem::path folder;
    for (int i = 1; i < argc; ++i) {
        const auto value = [&] { return i + 1 < argc ? argv[++i] : ""; };
        if (std::strcmp(argv[i], "--repeats") == 0) {
            repeats = std::stoul(value());
        } else if (std::strcmp(argv[i], "--threads") == 0) {
            set_threads(std::stoul(value()));
        } else if (std::strcmp(argv[i], "--write") == 0) {
            folder = value();
        } else {
            leads = std::stoul(argv[i]);
        }
    }
    if (leads == 0)
        return std::cerr << "kakehashi_bench_core LEADS [--repeats N] [--threads N] [--write FOLDER]\n", 2;
    const Generated generated = generate(leads);
    if (!folder.empty()) {
        std::filesystem::create_directories(folder);
        generated.leads->write_csv(folder / "leads.csv", {6, 7});
        generated.history->write_csv(folder / "history.csv", {2});
        generated.touches->write_csv(folder / "touches.csv", {1});
        return 0;
    }
    std::cout << measure(generated, repeats).dump(1) << '\n';
}
