// The form of a playbook: which blocks there are, which headers they have, by which names people call them,
// and what kind of value stands under each. Blocks in a sheet, JSON and the list of changes all follow this
// one table.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/support/text.hpp"
#include "core/table/choice.hpp"

namespace kakehashi {

enum class Block {
    playbook,
    columns,
    stages,
    outcomes,
    definitions,
    rules,
    groups,
    reasons,
    terms,
    metrics,
    personas,
    segments,
    holidays,
    signoffs
};
constexpr std::size_t block_count = 14;

enum class ValueKind {
    text,
    label,  // a text that people also write as a number: `version` 1
    number,
    month,  // a number 1 … 12; in cells also `April` or `4月`
    yes_no,
    date,
    role,  // a text that `parse_role` knows
};

struct Header {
    std::string_view name;  // as the contract, JSON and `write_blocks` have it
    std::string_view ja;    // Japanese names, separated by `|`; the first one is shown
    ValueKind kind = ValueKind::text;
    bool required = false;
    bool key = false;  // part of what tells entries of the block apart
    std::span<const Choice> choices = {};

    Text shown() const;
};

struct BlockForm {
    std::string_view name;  // without brackets
    std::string_view ja;    // Japanese names, separated by `|`
    Text entry;             // what one entry is called
    /// The headers in the order of the contract; of [playbook] its keys.
    std::span<const Header> headers;
};

const BlockForm& form_of(Block block);
/// By `fold_header`, without brackets, Japanese names too.
std::optional<Block> find_block(std::string_view name);
/// Index into the block's headers, by `fold_header`, Japanese names too.
std::optional<std::size_t> find_header(Block block, std::string_view name);

/// The words for outcomes, in the order of `Outcome`.
std::span<const Choice> outcome_choices();

/// The keys of [playbook], as indices into its headers.
enum class Setting {
    name,
    version,
    valid_from,
    as_of,
    week_starts,
    fiscal_year_starts,
    working_days,
    working_hours,
    skipped_stages,
    entry,
    opportunity_stage,
    amount_is,
    margin,
    churn,
    status_limits
};

}  // namespace kakehashi
