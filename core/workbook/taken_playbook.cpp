// A playbook that somebody already has, as the blocks of a new workbook's sheet.
#include <algorithm>

#include <fmt/format.h>

#include "core/playbook/entries.hpp"
#include "core/table/reading.hpp"
#include "core/workbook/playbook_texts.hpp"

namespace kakehashi::workbook {
namespace {

Entered entered(const Field& field) {
    if (const auto* number = std::get_if<double>(&field)) return *number;
    if (const auto* date = std::get_if<Date>(&field)) return serial_from_instant(date->instant);
    if (const auto* yes = std::get_if<bool>(&field)) return *yes ? Text{"yes", "はい"} : Text{"no", "いいえ"};
    const std::string text = show_field(field);
    return Text{text, text};
}

/// Every key in its row, blank where the usual value holds, then those that nobody knows.
std::vector<std::vector<Entered>> settings_of(const Entries& entries) {
    std::vector<std::vector<Entered>> rows;
    for (const Header& header : form_of(Block::playbook).headers) rows.push_back({header.shown(), {}});
    for (const EntrySetting& setting : entries.settings)
        if (setting.key != Setting::as_of)
            rows[static_cast<std::size_t>(setting.key)][1] = entered(setting.value);
    for (const auto& [key, value] : entries.other) rows.push_back({Text{key, key}, Text{value, value}});
    return rows;
}

std::vector<std::vector<Entered>> rows_of(const std::vector<Entry>& entries) {
    std::vector<std::vector<Entered>> rows;
    for (const Entry& entry : entries) {
        std::vector<Entered>& row = rows.emplace_back();
        for (const Field& field : entry.fields) row.push_back(entered(field));
    }
    return rows;
}

}  // namespace

void take_over(std::vector<BlockContent>& content, const Playbook& playbook) {
    const Entries entries = disassemble(playbook);
    for (BlockContent& block : content)
        block.entries =
            block.block == Block::playbook ? settings_of(entries) : rows_of(entries.of(block.block));
}

void set_setting(std::vector<BlockContent>& content, Setting key, Entered value) {
    const auto settings = std::ranges::find(content, Block::playbook, &BlockContent::block);
    if (settings != content.end()) settings->entries[static_cast<std::size_t>(key)][1] = std::move(value);
}

Text limits_text(const StatusLimits& limits) {
    const std::string ahead = format_number(limits.ahead);
    const std::string on_track = format_number(limits.on_track);
    const std::string behind = format_number(limits.behind);
    return {fmt::format("ahead {}, on track {}, behind {}", ahead, on_track, behind),
            fmt::format("先行 {}、順調 {}、遅れ {}", ahead, on_track, behind)};
}

}  // namespace kakehashi::workbook
