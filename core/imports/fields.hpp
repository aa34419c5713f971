// Which tables can be imported into, and by which names their columns go in the exports of CRMs.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/sheet/parts.hpp"
#include "core/support/result.hpp"
#include "core/table/headers.hpp"

namespace kakehashi::imports {

/// One column of a table in all its names.
struct Field {
    std::string_view key;           // `id`, `date` …
    std::optional<Role> role = {};  // of the lead list: its names are those of core/table/headers.hpp
    std::vector<std::string_view> names = {};  // surest first, compared by `fold_header`
};

struct Target {
    sheet::Part part;
    std::vector<Field> fields;
    std::vector<std::string_view> key;  // what tells rows apart; none: the whole row
};

/// Leads, stage log, touches, spend, activities, goals.
std::span<const Target> targets();
const Target& target_of(sheet::Part part);

/// The column that is the field; nothing if none is.
std::optional<std::size_t> find_field(const Field& field, std::span<const std::string> headers);

/// Into which table a file with these headers belongs; leads if nothing says otherwise.
sheet::Part recognise_target(std::span<const std::string> headers);
/// `leads`, `stage log`, `段階の履歴` … Err:502 if it is none of them.
Result<sheet::Part> parse_target(std::string_view name);

}  // namespace kakehashi::imports
