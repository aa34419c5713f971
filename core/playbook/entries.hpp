// A playbook as entries of its form (form.hpp): the one shape that blocks and JSON are read into and written
// from, so that both say the same, and that changes are told from.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "core/playbook/form.hpp"
#include "core/playbook/playbook.hpp"
#include "core/table/table.hpp"

namespace kakehashi {

struct Date {
    Instant instant;
    friend bool operator==(Date, Date) = default;
};

/// What stands under one header. Texts are trimmed, valid UTF-8 and not empty, choices and roles spelled as
/// in the contract; numbers are finite; dates are whole seconds of the years 1 … 9999.
using Field = std::variant<std::monostate, std::string, double, bool, Date>;

struct Entry {
    std::size_t row = 0;        // 1-based, in its block
    std::vector<Field> fields;  // one per header of the block's form
};

struct EntrySetting {
    Setting key;
    std::size_t row = 0;
    Field value;
};

struct Entries {
    std::vector<EntrySetting> settings;
    std::map<std::string, std::string> other;
    std::array<std::vector<Entry>, block_count> blocks;

    std::vector<Entry>& of(Block block) { return blocks[static_cast<std::size_t>(block)]; }
    const std::vector<Entry>& of(Block block) const { return blocks[static_cast<std::size_t>(block)]; }
};

/// Reads what people put under a header; the message says what was expected instead. Error cells and numbers
/// that are not finite read as blank.
tl::expected<Field, Text> read_field(const Header& header, const CellValue& cell,
                                     const ReadingLocale& locale);
/// Trimmed and valid UTF-8.
std::string clean_text(std::string_view text);
/// As a person would write it: dates ISO, numbers in their shortest form, yes or no.
std::string show_field(const Field& field);

/// Makes the playbook. Entries that lack a required field are left out and reported.
ReadPlaybook assemble(const Entries& entries, std::vector<PlaybookProblem> problems);
/// The other way; settings that are as by default and blank fields are left blank.
Entries disassemble(const Playbook& playbook);

}  // namespace kakehashi
