// The 20 statements by which people judge how the two departments work together: 1 = never … 5 = always.
//
// They are our own, written from what mission.md asks for (D1 and the themes of the articles). Each names one
// behaviour that can be observed, put so that 5 is good.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "core/support/text.hpp"

namespace kakehashi {

constexpr std::size_t statements_per_theme = 5;
constexpr std::size_t statement_count = 20;

struct StatementTheme {
    Text name;
    std::array<Text, statements_per_theme> statements;
};

/// In the order of the survey.
const std::array<StatementTheme, statement_count / statements_per_theme>& statement_themes();
/// `statement` 0 … 19.
const Text& statement_text(std::size_t statement);
/// By `fold` of its text in either language; nothing if it is none of ours.
std::optional<std::size_t> find_statement(std::string_view text);

}  // namespace kakehashi
