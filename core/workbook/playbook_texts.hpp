// What the playbook of a new team workbook says: a first agreement to start from, in both languages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/playbook/form.hpp"
#include "core/support/text.hpp"
#include "core/table/instant.hpp"

namespace kakehashi::workbook {

/// One cell of an entry: blank, a text or a number.
struct Entered {
    Text text;
    std::optional<double> number;

    Entered() = default;
    Entered(Text both) : text(std::move(both)) {}
    Entered(const char* same) : text{same, same} {}
    Entered(double value) : number(value) {}
};

struct BlockContent {
    Block block;
    Text purpose;  // on hover over the marker
    std::vector<std::vector<Entered>> entries;
    int spare_rows = 3;  // blank, to be filled in
};

/// In the order of the sheet. The entries of [playbook] are key and value.
std::vector<BlockContent> playbook_content(Language language, Instant today);

}  // namespace kakehashi::workbook
