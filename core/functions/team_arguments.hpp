// The arguments that functions over the survey have in common, and how they show texts.
#pragma once

#include <cstddef>
#include <vector>

#include "core/functions/call.hpp"
#include "core/functions/function.hpp"
#include "core/team/survey.hpp"

namespace kakehashi {

/// Of argument 0.
Result<Survey> survey_of(const Call& call);
/// The number of a statement, 0 … 19, by its number 1 … 20 or its text.
Result<std::size_t> statement_of(const Call& call, std::size_t i, const Survey& survey);
/// n×1.
TextMatrix in_language(const std::vector<Text>& texts, Language language);

namespace parameters {

Parameter survey();
Parameter statement();

}  // namespace parameters
}  // namespace kakehashi
