#include "core/duplicates/duplicates.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "core/duplicates/normalise.hpp"
#include "core/duplicates/similar_pairs.hpp"
#include "core/leads/leads.hpp"
#include "tests/support/cells.hpp"

using namespace kakehashi;

namespace {

using Texts = std::vector<std::u32string>;
using Pairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

/// Wagner and Fischer's table, as slow and plain as the definition.
std::size_t distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
        }
    }
    return row[b.size()];
}

/// `percent` of similarity in whole numbers: 100 (L − d) ≥ percent × L.
Pairs by_brute_force(const Texts& texts, std::size_t percent) {
    Pairs result;
    for (std::uint32_t i = 0; i < texts.size(); ++i)
        for (std::uint32_t j = i + 1; j < texts.size(); ++j) {
            const std::size_t longer = std::max(texts[i].size(), texts[j].size());
            if (100 * (longer - distance(texts[i], texts[j])) >= percent * longer) result.emplace(i, j);
        }
    return result;
}

struct Joined {
    Pairs pairs;
    Effort effort;
    bool repeated = false;
};
Joined by_join(const Texts& texts, double similarity) {
    const std::vector<std::u32string_view> views(texts.begin(), texts.end());
    std::vector<std::uint32_t> numbers(texts.size());
    std::iota(numbers.begin(), numbers.end(), 0u);
    Joined result;
    TextComparison comparison(views, similarity, result.effort);
    similar_pairs(comparison, numbers, [&](std::uint32_t a, std::uint32_t b) {
        result.repeated |= !result.pairs.insert(std::minmax(a, b)).second;
        return true;
    });
    return result;
}

using Random = std::mt19937;
std::size_t below(Random& random, std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
}

std::u32string word(Random& random, std::u32string_view letters, std::size_t least, std::size_t most) {
    std::u32string result;
    for (std::size_t length = least + below(random, most - least + 1); result.size() < length;)
        result += letters[below(random, letters.size())];
    return result;
}

void mutate(Random& random, std::u32string_view letters, std::u32string& text) {
    const char32_t letter = letters[below(random, letters.size())];
    const std::size_t at = below(random, text.size());
    switch (below(random, 3)) {
        case 0:
            text[at] = letter;
            break;
        case 1:
            text.insert(at, 1, letter);
            break;
        default:
            if (text.size() > 1) text.erase(at, 1);
    }
}

/// Different names, a third of them misspelt forms of others.
Texts names(Random& random, std::u32string_view letters, std::size_t least, std::size_t most,
            std::size_t count) {
    Texts list;
    std::set<std::u32string> seen;
    while (list.size() < count) {
        std::u32string name = word(random, letters, least, most);
        if (!list.empty() && below(random, 3) == 0) {
            name = list[below(random, list.size())];
            for (std::size_t times = 1 + below(random, 5); times > 0; --times) mutate(random, letters, name);
        }
        if (seen.insert(name).second) list.push_back(name);
    }
    return list;
}

void check_join(const Texts& texts) {
    for (const std::size_t percent : {50u, 60u, 70u, 75u, 80u, 85u, 90u, 95u, 100u}) {
        CAPTURE(percent);
        const Joined joined = by_join(texts, static_cast<double>(percent) / 100.0);
        CHECK(joined.pairs == by_brute_force(texts, percent));
        CHECK_FALSE(joined.repeated);
    }
}

constexpr std::u32string_view latin = U"aabbcdeeefghiilmnnoopqrrsstuvwxyz";
constexpr std::u32string_view japanese =
    U"アイカクサシタナハマラリルレロンー山田川本東京商事工業株金銀鉄社藤佐髙";

std::shared_ptr<const Leads> leads_of(const std::vector<std::vector<CellValue>>& rows) {
    return std::make_shared<const Leads>(std::make_shared<const Table>(make_source(test::grid_of(rows))),
                                         nullptr, nullptr, Instant{0});
}

}  // namespace

TEST_CASE("the search finds exactly the pairs that comparing each with each finds", "[duplicates]") {
    Random random(20260630);
    SECTION("short and long names in Latin letters") {
        check_join(names(random, latin, 1, 24, 350));
    }
    SECTION("names of nearly one length, so that segments are looked up") {
        check_join(names(random, latin, 19, 21, 500));
    }
    SECTION("names of few letters, which share most segments") {
        check_join(names(random, U"abc", 8, 16, 300));
    }
    SECTION("Japanese names") {
        check_join(names(random, japanese, 2, 12, 400));
    }
    SECTION("long Japanese names") {
        check_join(names(random, japanese, 20, 40, 200));
    }
}

TEST_CASE("the search compares few of the pairs", "[duplicates]") {
    Random random(7);
    const Texts texts = names(random, latin, 12, 24, 5000);
    const Joined joined = by_join(texts, 0.9);
    CHECK(joined.pairs.size() > 300);
    CHECK(joined.effort.candidates < 5000u * 4999u / 2u / 100u);
}

TEST_CASE("texts of more different characters than a byte can number are compared, too", "[duplicates]") {
    std::u32string kanji;
    for (char32_t c = U'一'; kanji.size() < 300; ++c) kanji += c;
    const std::u32string few(300, U'一');
    // Against a text with few different characters it is worked out; two with many are similar if equal.
    CHECK(by_join({kanji, few}, 0.01).pairs.empty());
    CHECK(by_join({few, kanji}, 1.0 / 300).pairs.size() == 1);
    CHECK(by_join({kanji, kanji + U"二"}, 0.5).pairs.empty());
    const std::u32string shorter = kanji.substr(0, 250);
    CHECK(by_join({shorter, kanji}, 250.0 / 300).pairs.size() == 1);
    CHECK(by_join({kanji, shorter}, 250.0 / 300 + 1e-6).pairs.empty());
}

TEST_CASE("a search that would take too long ends", "[duplicates]") {
    Random random(1);
    const std::vector<std::u32string> texts = names(random, latin, 10, 14, 200);
    const std::vector<std::u32string_view> views(texts.begin(), texts.end());
    const std::vector<std::uint32_t> numbers = {0, 1, 2, 3};
    Effort effort;
    effort.spent = Effort::most + 1;
    TextComparison comparison(views, 0.5, effort);
    bool visited = false;
    CHECK_FALSE(
        similar_pairs(comparison, numbers, [&](std::uint32_t, std::uint32_t) { return visited = true; }));
    CHECK_FALSE(visited);
}

TEST_CASE("more pairs than anybody reads are an error, found early", "[duplicates]") {
    std::vector<std::vector<CellValue>> rows = {{std::string("Email")}};
    // 1,414 equal ones make 998,991 pairs, 1,415 make 1,000,405.
    for (int i = 0; i < 1414; ++i) rows.push_back({std::string("a@b.example")});
    const auto fitting = leads_of(rows);
    const auto found = fitting->derived<Duplicates>().find("", 0.9);
    REQUIRE(found);
    CHECK((*found)->pairs.size() == 998'991);
    CHECK(std::ranges::is_sorted((*found)->pairs));

    rows.push_back({std::string("A@B.Example")});
    const auto too_many = leads_of(rows)->derived<Duplicates>().find("", 0.9);
    REQUIRE_FALSE(too_many);
    CHECK(too_many.error().code == ErrorCode::illegal_argument);
    rows.resize(20'000, {std::string("a@b.example")});
    CHECK_FALSE(leads_of(rows)->derived<Duplicates>().find("Email, Email", 0.9));
}

TEST_CASE("equal questions are answered once", "[duplicates]") {
    const auto leads =
        leads_of({{std::string("Company")}, {std::string("Asahi")}, {std::string("Asahi Inc.")}});
    const Duplicates& duplicates = leads->derived<Duplicates>();
    const auto first = duplicates.find("", 0.9);
    const auto second = duplicates.find("", 0.9);
    REQUIRE(first);
    CHECK(*first == *second);
    for (int i = 1; i <= 100; ++i) CHECK(duplicates.find("Company", i / 100.0));
    CHECK(*duplicates.find("", 0.9));
}

TEST_CASE("persons of one company are pairs as comparing each with each finds them", "[duplicates]") {
    Random random(99);
    std::vector<std::vector<CellValue>> rows = {{std::string("Company"), std::string("Name")}};
    const std::vector<std::string> companies = {"Asahi Trading", "Asahi Tradeing", "Asahi Trading Inc.",
                                                "Bravo", ""};
    const std::vector<std::string> people = {"Taro Yamada",   "Taro Yamadaa", "Jiro Yamada",
                                             "Hanako Suzuki", "taro yamada",  ""};
    for (int i = 0; i < 120; ++i)
        rows.push_back({companies[below(random, companies.size())], people[below(random, people.size())]});
    const auto similar = [](const std::u32string& a, const std::u32string& b) {
        const std::size_t longer = std::max(a.size(), b.size());
        return 10 * (longer - distance(a, b)) >= 9 * longer;
    };
    std::vector<Duplicates::Pair> expected;
    for (std::uint32_t i = 1; i < rows.size(); ++i)
        for (std::uint32_t j = i + 1; j < rows.size(); ++j) {
            const auto company = [&](std::uint32_t row) {
                return normalised_company(std::get<std::string>(rows[row][0]));
            };
            const auto name = [&](std::uint32_t row) {
                return normalised_text(std::get<std::string>(rows[row][1]));
            };
            if (company(i).empty() || company(j).empty() || !similar(company(i), company(j))) continue;
            if (name(i).empty() || name(j).empty() || similar(name(i), name(j)))
                expected.push_back({i - 1, j - 1});
        }
    const auto leads = leads_of(rows);
    const auto found = leads->derived<Duplicates>().find("", 0.9);
    REQUIRE(found);
    CHECK((*found)->pairs.size() > 300);
    CHECK((*found)->pairs == expected);
}
