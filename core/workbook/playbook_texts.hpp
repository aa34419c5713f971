// What the playbook of a new team workbook says: a first agreement to start from, in both languages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/playbook/form.hpp"
#include "core/playbook/playbook.hpp"
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

/// `content` with the entries and settings of that playbook instead of its own, all of them: what is read
/// from the sheet then has the same fingerprint. Its `as of` is left out; that is a point of view.
void take_over(std::vector<BlockContent>& content, const Playbook& playbook);

/// A setting as the sheet holds it, under its key.
void set_setting(std::vector<BlockContent>& content, Setting key, Entered value);
/// `ahead 1, on track 0.95, behind 0.75` in both languages.
Text limits_text(const StatusLimits& limits);

}  // namespace kakehashi::workbook
