// Where the stages people name in CRMs stand on the way from a name to an order: Salesforce, HubSpot,
// Pipedrive, Zoho, kintone, in English and Japanese.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kakehashi::imports {

/// 0 … 100: the later, the larger; from 40 on sales answers for it, from 50 on it is an opportunity. Nothing
/// if the word is not known.
std::optional<double> rank_of_stage(std::string_view name);

constexpr double first_of_sales = 40;
constexpr double first_opportunity = 50;

/// The names in their order: by the numbers in front of all of them (`2. Proposal`), else by what is known,
/// else by `likelihood` (one per name, NaN where none is known), else as given.
std::vector<std::size_t> order_of_stages(std::span<const std::string> names,
                                         std::span<const double> likelihood);

/// Whether a header is that of a stage's date: `Became a Lead Date` of `Lead`, `engage_date` of `Engaging`,
/// `提案日`.
bool names_stage(std::string_view header, std::string_view stage);

}  // namespace kakehashi::imports
