// Where real data is, what it must give, and formulas over it: $KAKEHASHI_DATA, or ../shared/data beside the
// source tree. What each figure must be is in the data's own truth.json, computed by others.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/workbook.hpp"

namespace kakehashi::test {

/// The folder of a data set; empty, and said so, if it is not there. Tests run in the source directory.
inline std::filesystem::path data_set(const std::string& name) {
    const char* named = std::getenv("KAKEHASHI_DATA");
    std::filesystem::path folder =
        (named != nullptr ? std::filesystem::path(named) : std::filesystem::path("../shared/data")) / name;
    if (std::filesystem::exists(folder / "truth.json")) return folder;
    std::cout << "Skipped: there is no " << folder.string() << " (set KAKEHASHI_DATA)" << std::endl;
    return {};
}

inline nlohmann::json truth_of(const std::filesystem::path& folder) {
    std::ifstream file(folder / "truth.json");
    return nlohmann::json::parse(file);
}

/// The number a formula gives; an error fails the test.
inline double number(const Workbook& book, const std::string& formula) {
    const Value value = book.evaluate(formula);
    INFO(formula << " gives " << shown(value));
    REQUIRE(std::holds_alternative<double>(value));
    return std::get<double>(value);
}

}  // namespace kakehashi::test
