// LEAD.WHY over random leads and definitions: the printed points add up to the score, and who reads nothing
// but the lines, the threshold and `at least` comes to the verdict of LEAD.QUALIFIES.
#include <cmath>
#include <cstdlib>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "tests/support/cells.hpp"
#include "tests/support/workbook.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

constexpr int playbooks = 100;
constexpr int leads_each = 25;
const std::vector<std::string> names = {"Hot", "Warm lead", "Ｆｉｔ", "must"};
/// The second version of each definition is valid from here.
const Instant second_version = instant_of("2026-04-01");

class Dice {
  public:
    explicit Dice(unsigned seed) : random_(seed) {}

    std::size_t below(std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
    }
    bool chance(double share) { return std::uniform_real_distribution<double>(0, 1)(random_) < share; }
    /// Quarters half of the time, so that sums meet thresholds and bounds exactly; else anything.
    double points(double most) {
        const double any = std::uniform_real_distribution<double>(-most / 2, most)(random_);
        return chance(0.5) ? std::round(any * 4) / 4 : any;
    }
    template <class T>
    const T& pick(const std::vector<T>& all) {
        return all[below(all.size())];
    }

  private:
    std::mt19937 random_;
};

PlaybookRule random_rule(Dice& dice, const std::string& definition) {
    // Texts that could be taken for the marks of a line are on purpose.
    static const std::vector<std::string> rules = {
        "Size >= 100",
        "Size is empty",
        "Source = Web",
        "Source = must",
        "Source != 必須",
        "Size >= 10 or Source = must",
        "Note contains \"✓ must\"",
        "Note is not empty",
        "Visit within 60 days",
        "Visit is not empty",
        "Visit < today and Size < 500",
        "reached [Demo]",
        "not reached [must]",
        "is [Web people]",
        "Note = \"two\nlines must\"",
        "",
    };
    static const std::vector<std::string> groups = {"fit", "engagement", "", "✓ odd must", "free"};
    PlaybookRule rule;
    rule.definition = dice.chance(0.2) ? definition + (dice.chance(0.5) ? " v1" : " v2") : definition;
    rule.group = dice.pick(groups);
    rule.rule = dice.pick(rules);
    rule.points = dice.chance(0.1) ? 0.0 : dice.points(40);
    rule.must = dice.chance(0.15);
    if (dice.chance(0.3)) rule.decay_days = 1.0 + static_cast<double>(dice.below(60));
    if (dice.chance(0.3)) rule.repeats = 1.0 + static_cast<double>(dice.below(4));
    return rule;
}

PlaybookGroup random_group(Dice& dice, const std::string& definition, const std::string& name) {
    PlaybookGroup group{definition, name, {}, {}};
    if (dice.chance(0.6)) group.cap = dice.points(40);
    if (dice.chance(0.4)) group.floor = group.cap ? *group.cap - 20.0 : dice.points(40) - 20.0;
    return group;
}

PlaybookDefinition random_version(Dice& dice, const std::string& name, bool second) {
    PlaybookDefinition definition;
    definition.definition = name;
    definition.version = second ? "2" : "1";
    if (dice.chance(0.7)) definition.threshold = dice.points(30);
    if (dice.chance(0.4)) definition.at_least = static_cast<double>(1 + dice.below(4));
    if (second) {
        definition.valid_from = second_version;
    } else {
        definition.valid_to = second_version - ms_per_day;
    }
    return definition;
}

Playbook random_playbook(Dice& dice) {
    Playbook playbook;
    playbook.as_of = instant_of("2026-06-30");
    playbook.stages = {{"Demo", "", "Demo", "", {}, {}, ""}, {"must", "", "Signed", "", {}, {}, ""}};
    playbook.segments = {{"Web people", "", "Source = Web", ""}};
    for (const std::string& name : names) {
        for (const bool second : {false, true})
            playbook.definitions.push_back(random_version(dice, name, second));
        for (std::size_t i = 0, rules = 1 + dice.below(7); i < rules; ++i)
            playbook.rules.push_back(random_rule(dice, name));
        // At least one rule that holds in every version.
        playbook.rules.back().definition = name;
        for (const char* group : {"fit", "engagement", "✓ odd must"})
            if (dice.chance(0.5)) playbook.groups.push_back(random_group(dice, name, group));
    }
    return playbook;
}

Grid random_rows(Dice& dice) {
    static const std::vector<std::string> sizes = {"", "5", "50", "100", "250", "900", "many", "1,200"};
    static const std::vector<std::string> sources = {"", "Web", "must", "必須", "Show", "(x) must +40"};
    static const std::vector<std::string> notes = {"", "✓ must", "two\nlines must", ") 必須 +1", "x"};
    static const std::vector<std::string> dates = {
        "",           "2026-06-30", "2026-06-29 13:14:15", "2026-05-01", "2026-03-31 18:00", "2025-12-24",
        "2026-09-01", "soon"};
    std::vector<std::vector<CellValue>> rows(1);
    for (const char* header : {"ID", "Size", "Source", "Note", "Visit", "Demo", "Signed"})
        rows.front().emplace_back(std::string(header));
    for (int lead = 0; lead < leads_each; ++lead) {
        rows.push_back({std::string("L") + std::to_string(lead), cell_of(dice.pick(sizes)),
                        cell_of(dice.pick(sources)), cell_of(dice.pick(notes)), cell_of(dice.pick(dates)),
                        cell_of(dice.pick(dates)), cell_of(dice.pick(dates))});
    }
    return grid_of(rows);
}

std::shared_ptr<const History> random_history(Dice& dice) {
    if (dice.chance(0.4)) return nullptr;
    std::vector<std::vector<CellValue>> rows = {
        {std::string("ID"), std::string("Stage"), std::string("Date")}};
    for (std::size_t i = 0, entries = 1 + dice.below(80); i < entries; ++i)
        rows.push_back({"L" + std::to_string(dice.below(leads_each)), std::string("Demo"),
                        serial_from_instant(instant_of("2026-01-01")) + static_cast<double>(dice.below(250)) +
                            (dice.chance(0.5) ? 0.375 : 0.0)});
    const auto history = History::read(Table(make_source(grid_of(rows))));
    REQUIRE(history);
    return *history;
}

/// What a person sees who reads the lines and knows nothing else.
struct Reading {
    double points = 0;
    std::size_t rules = 0;
    std::size_t clamps = 0;
    std::size_t holding = 0;
    bool musts_hold = true;
};

Reading read_lines(const TextMatrix& lines, Language language) {
    const std::string must = language == Language::japanese ? " 必須" : " must";
    Reading reading;
    for (const std::string& line : lines.cells) {
        CHECK(line.find('\n') == std::string::npos);
        const std::size_t last = line.rfind(' ');
        REQUIRE(last != std::string::npos);
        reading.points += std::strtod(line.c_str() + last, nullptr);  // stod refuses 4e-313
        const bool holds = line.starts_with("✓ ");
        if (!holds && !line.starts_with("✗ ")) {
            ++reading.clamps;
            continue;
        }
        ++reading.rules;
        if (holds) ++reading.holding;
        if (!holds && line.substr(0, last).ends_with(must)) reading.musts_hold = false;
    }
    return reading;
}

Value call(const char* function, const std::vector<Argument>& arguments, const Caller& caller) {
    return find_function(function)->evaluate(Call(arguments, caller));
}

struct Seen {
    int pairs = 0;
    int qualified = 0;
    int clamped = 0;
    int refused_by_must = 0;
};

void check_pair(const Playbook& playbook, const Object& leads, const std::string& name, const std::string& id,
                Instant as_of, const Caller& caller, Seen& seen) {
    const std::vector<Argument> arguments = {leads, name, id, serial_from_instant(as_of)};
    const Value why = call("LEAD.WHY", arguments, caller);
    const Value score = call("LEAD.SCORE", arguments, caller);
    const Value verdict = call("LEAD.QUALIFIES", arguments, caller);
    INFO(name << " " << id << " as of " << format_instant(as_of) << ": " << shown(why) << " against "
              << shown(score) << ", " << shown(verdict));
    REQUIRE(std::holds_alternative<TextMatrix>(why));
    const Reading reading = read_lines(std::get<TextMatrix>(why), caller.language);
    REQUIRE(reading.points == Approx(std::get<double>(score)).epsilon(1e-9).margin(1e-9));

    const std::size_t version = as_of < second_version ? 0 : 1;
    const auto index = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
    const PlaybookDefinition& definition = playbook.definitions[2 * index + version];
    const bool enough = !definition.threshold || reading.points >= *definition.threshold - 1e-9;
    const bool many = !definition.at_least || static_cast<double>(reading.holding) >= *definition.at_least;
    REQUIRE(std::get<double>(verdict) == (reading.musts_hold && enough && many ? 1.0 : 0.0));

    ++seen.pairs;
    seen.qualified += std::get<double>(verdict) == 1.0 ? 1 : 0;
    seen.clamped += reading.clamps != 0 ? 1 : 0;
    seen.refused_by_must += enough && many && !reading.musts_hold ? 1 : 0;
}

}  // namespace

TEST_CASE("LEAD.WHY: the points add up to the score and the verdict follows from the lines",
          "[qualification]") {
    static const std::vector<Instant> days = {instant_of("2026-06-30"), instant_of("2026-06-30 10:30"),
                                              instant_of("2026-03-31"), instant_of("2026-04-01"),
                                              instant_of("2026-01-15")};
    Dice dice(20261001);
    Seen seen;
    for (int i = 0; i < playbooks; ++i) {
        const auto playbook = std::make_shared<const Playbook>(random_playbook(dice));
        const Object leads =
            std::make_shared<const Leads>(std::make_shared<const Table>(make_source(random_rows(dice))),
                                          playbook, random_history(dice), instant_of("2026-07-15"));
        Caller caller;
        caller.language = i % 2 == 0 ? Language::english : Language::japanese;
        for (const std::string& name : names)
            for (int lead = 0; lead < leads_each; ++lead)
                check_pair(*playbook, leads, name, "L" + std::to_string(lead), dice.pick(days), caller, seen);
    }
    // The cases that matter were among them.
    CHECK(seen.pairs == 10'000);
    CHECK(seen.qualified > 1'000);
    CHECK(seen.qualified < 9'000);
    CHECK(seen.clamped > 1'000);
    CHECK(seen.refused_by_must > 100);
}
