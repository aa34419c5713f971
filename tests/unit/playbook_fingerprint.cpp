// Fingerprints: of the content, and of nothing else.
#include "core/playbook/fingerprint.hpp"
#include "tests/unit/playbook_support.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

TEST_CASE("the fingerprint is that of the canonical content", "[playbook]") {
    // Worked out with another program's SHA-256 over JSON written down by hand from the contract.
    CHECK(fingerprint(example()) == "cca98179cc49");
    CHECK(canonical_json({}) == R"({"playbook":{}})");
    CHECK(fingerprint({}) == "fb70ecda3d76");
}

TEST_CASE("the fingerprint sees content and nothing else", "[playbook]") {
    const Playbook playbook = example();
    const std::string before = fingerprint(playbook);
    CHECK(fingerprint(from_json(write_json(playbook)).playbook) == before);
    CHECK(fingerprint(read_blocks(write_blocks(playbook), {}).playbook) == before);

    Playbook same = playbook;
    same.as_of = day(2030, 1, 1);
    same.signoffs.push_back({"sales", "Tanaka", day(2026, 1, 1), before});
    CHECK(fingerprint(same) == before);

    Grid spaced = example_range("PlaybookBlocks");
    spaced.cells.insert(spaced.cells.begin(), 2 * spaced.columns, CellValue{});
    spaced.rows += 2;
    for (CellValue& cell : spaced.cells)
        if (auto* written = std::get_if<std::string>(&cell)) *written = "  " + *written + " ";
    CHECK(fingerprint(read_blocks(spaced, {}).playbook) == before);

    Playbook other = playbook;
    other.rules[0].points = 41;
    CHECK(fingerprint(other) != before);
    other = playbook;
    std::swap(other.rules[0], other.rules[1]);
    CHECK(fingerprint(other) != before);
}
