#include "core/playbook/changes.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/playbook/entries.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

std::string quoted(const std::string& text, Language language) {
    return language == Language::japanese ? "「" + text + "」" : "\"" + text + "\"";
}

/// A value in a sentence: quoted if it is a text.
Text shown(const Field& field) {
    if (std::holds_alternative<std::monostate>(field)) return {"blank", "空欄"};
    const std::string text = show_field(field);
    if (!std::holds_alternative<std::string>(field)) return {text, text};
    return {quoted(text, Language::english), quoted(text, Language::japanese)};
}

/// How a sentence calls an entry: `rule "Employees >= 100"`, and what it belongs to: `Hot lead`.
struct Called {
    Text entry;
    std::string owner;
};

Called called(Block block, const Entry& entry) {
    const bool owned = block == Block::rules || block == Block::groups;
    const std::size_t naming = block == Block::rules ? 2 : block == Block::groups ? 1 : 0;
    std::string name = show_field(entry.fields[naming]);
    if (block == Block::definitions && !std::holds_alternative<std::monostate>(entry.fields[4]))
        name += " v" + show_field(entry.fields[4]);
    if (block == Block::segments && !std::holds_alternative<std::monostate>(entry.fields[1]))
        name = show_field(entry.fields[1]) + " / " + name;
    const Text& kind = form_of(block).entry;
    return {{kind.en + " " + quoted(name, Language::english), kind.ja + quoted(name, Language::japanese)},
            owned ? show_field(entry.fields[0]) : std::string()};
}

Text added(const Called& what) {
    if (what.owner.empty()) return {"added " + what.entry.en, what.entry.ja + "を追加"};
    return {fmt::format("added {} to {}", what.entry.en, what.owner),
            fmt::format("「{}」に{}を追加", what.owner, what.entry.ja)};
}

Text removed(const Called& what) {
    if (what.owner.empty()) return {"removed " + what.entry.en, what.entry.ja + "を削除"};
    return {fmt::format("removed {} from {}", what.entry.en, what.owner),
            fmt::format("「{}」から{}を削除", what.owner, what.entry.ja)};
}

Text changed(const Header& header, const Called& what, const Field& before, const Field& after) {
    const Text name = header.shown();
    const Text from = shown(before);
    const Text to = shown(after);
    const std::string owner_en = what.owner.empty() ? "" : " of " + what.owner;
    const std::string owner_ja = what.owner.empty() ? "" : "「" + what.owner + "」の";
    return {fmt::format("changed {} of {}{} from {} to {}", name.en, what.entry.en, owner_en, from.en, to.en),
            fmt::format("{}{}の{}を {} から {} に変更", owner_ja, what.entry.ja, name.ja, from.ja, to.ja)};
}

/// Entries by name. Equal names are told apart by their order.
using ByName = std::map<std::vector<std::string>, const Entry*>;

std::vector<std::string> name_of(Block block, const Entry& entry) {
    std::vector<std::string> name;
    const std::span<const Header> headers = form_of(block).headers;
    for (std::size_t i = 0; i < headers.size(); ++i)
        if (headers[i].key) name.push_back(fold(show_field(entry.fields[i])));
    return name;
}

/// The entries with their names, in the order of the playbook.
std::vector<std::pair<std::vector<std::string>, const Entry*>> named(Block block,
                                                                     const std::vector<Entry>& entries) {
    std::map<std::vector<std::string>, std::size_t> seen;
    std::vector<std::pair<std::vector<std::string>, const Entry*>> result;
    for (const Entry& entry : entries) {
        std::vector<std::string> name = name_of(block, entry);
        const std::size_t before = seen[name]++;
        name.push_back(std::to_string(before));
        result.emplace_back(std::move(name), &entry);
    }
    return result;
}

class Comparison {
  public:
    Comparison(const Entries& before, const Entries& after) : before_(before), after_(after) {}

    std::vector<Text> run() && {
        compare_settings();
        compare_others();
        for (std::size_t i = 1; i < block_count; ++i) {
            const Block block = static_cast<Block>(i);
            if (block != Block::signoffs) compare(block);
        }
        return std::move(differences_);
    }

  private:
    static Field setting(const Entries& entries, Setting key) {
        for (const EntrySetting& setting : entries.settings)
            if (setting.key == key) return setting.value;
        return {};
    }

    void compare_settings() {
        const std::span<const Header> headers = form_of(Block::playbook).headers;
        for (std::size_t i = 0; i < headers.size(); ++i) {
            const Setting key = static_cast<Setting>(i);
            if (key == Setting::as_of) continue;
            compare_setting(headers[i].shown(), setting(before_, key), setting(after_, key));
        }
    }

    void compare_others() {
        std::map<std::string, std::pair<Field, Field>> values;
        for (const auto& [key, value] : before_.other) values[key].first = value;
        for (const auto& [key, value] : after_.other) values[key].second = value;
        for (const auto& [key, value] : values) compare_setting({key, key}, value.first, value.second);
    }

    /// A setting that is as by default is blank here.
    void compare_setting(const Text& name, const Field& before, const Field& after) {
        if (before == after) return;
        const Text by_default = {"the default", "既定値"};
        const Text from = std::holds_alternative<std::monostate>(before) ? by_default : shown(before);
        const Text to = std::holds_alternative<std::monostate>(after) ? by_default : shown(after);
        differences_.push_back({fmt::format("changed {} from {} to {}", name.en, from.en, to.en),
                                fmt::format("{}を {} から {} に変更", name.ja, from.ja, to.ja)});
    }

    void compare(Block block) {
        const auto before = named(block, before_.of(block));
        const auto after = named(block, after_.of(block));
        const ByName old_entries(before.begin(), before.end());
        const ByName new_entries(after.begin(), after.end());
        for (const auto& [name, entry] : before)
            if (!new_entries.contains(name)) differences_.push_back(removed(called(block, *entry)));
        for (const auto& [name, entry] : after) {
            const auto old = old_entries.find(name);
            if (old == old_entries.end()) {
                differences_.push_back(added(called(block, *entry)));
            } else {
                compare_fields(block, *old->second, *entry);
            }
        }
        if (block == Block::stages) compare_order(before, after, old_entries, new_entries);
    }

    void compare_fields(Block block, const Entry& before, const Entry& after) {
        const std::span<const Header> headers = form_of(block).headers;
        for (std::size_t i = 0; i < headers.size(); ++i) {
            if (before.fields[i] == after.fields[i]) continue;
            differences_.push_back(
                changed(headers[i], called(block, after), before.fields[i], after.fields[i]));
        }
    }

    template <class Named>
    void compare_order(const Named& before, const Named& after, const ByName& old_entries,
                       const ByName& new_entries) {
        std::vector<std::vector<std::string>> old_order;
        std::vector<std::vector<std::string>> new_order;
        for (const auto& [name, entry] : before)
            if (new_entries.contains(name)) old_order.push_back(name);
        for (const auto& [name, entry] : after)
            if (old_entries.contains(name)) new_order.push_back(name);
        if (old_order == new_order) return;
        std::string order;
        for (const auto& [name, entry] : after)
            order += (order.empty() ? "" : ", ") + show_field(entry->fields[0]);
        differences_.push_back(
            {"changed the order of the stages to " + order, "ステージの順序を " + order + " に変更"});
    }

    const Entries& before_;
    const Entries& after_;
    std::vector<Text> differences_;
};

}  // namespace

std::vector<Text> changes(const Playbook& before, const Playbook& after) {
    return Comparison(disassemble(before), disassemble(after)).run();
}

}  // namespace kakehashi
