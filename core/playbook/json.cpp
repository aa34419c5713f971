#include "core/playbook/json.hpp"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/playbook/entries.hpp"
#include "core/playbook/json_tree.hpp"

namespace kakehashi {
namespace {

using Json = nlohmann::json;

Text type_expected(ValueKind kind) {
    switch (kind) {
        case ValueKind::number:
            return {"a number", "数値"};
        case ValueKind::month:
            return {"a number from 1 to 12", "1〜12 の数値"};
        case ValueKind::yes_no:
            return {"true or false", "true か false"};
        case ValueKind::date:
            return {"a text with an ISO date", "ISO 形式の日付の文字列"};
        case ValueKind::label:
            return {"a text or a number", "文字列か数値"};
        case ValueKind::text:
        case ValueKind::role:
            break;
    }
    return {"a text", "文字列"};
}

/// `2026-11-22`, with or without a time: a file does not depend on anybody's locale.
bool begins_with_iso_date(std::string_view text) {
    constexpr std::string_view form = "0000-00-00";
    if (text.size() < form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == '0' ? !digit : text[i] != form[i]) return false;
    }
    return true;
}

bool right_type(ValueKind kind, const Json& value) {
    switch (kind) {
        case ValueKind::number:
        case ValueKind::month:
            return value.is_number();
        case ValueKind::yes_no:
            return value.is_boolean();
        case ValueKind::label:
            return value.is_string() || value.is_number();
        case ValueKind::date:
            return value.is_string() && begins_with_iso_date(value.get_ref<const std::string&>());
        case ValueKind::text:
        case ValueKind::role:
            break;
    }
    return value.is_string();
}

CellValue cell_of(const Json& value) {
    if (value.is_number()) return value.get<double>();
    if (value.is_boolean()) return std::string(value.get<bool>() ? "yes" : "no");
    return value.get<std::string>();
}

tl::expected<Field, Text> field_of(const Header& header, const Json& value) {
    if (value.is_null()) return std::monostate{};
    if (right_type(header.kind, value)) return read_field(header, cell_of(value), {});
    const Text expected = type_expected(header.kind);
    const Text shown = header.shown();
    return tl::unexpected(Text{fmt::format("{}: {} was expected", shown.en, expected.en),
                               fmt::format("{}：{}が必要です", shown.ja, expected.ja)});
}

class TreeReader {
  public:
    explicit TreeReader(JsonTree tree) : root_(std::move(tree.root)), problems_(std::move(tree.problems)) {}

    ReadPlaybook run() && {
        for (const auto& [name, value] : root_.items()) {
            if (name == "$schema") continue;
            const auto block = find_block(name);
            if (!block) {
                report(clean_text(name), 0,
                       {"this block is not known and is ignored", "このブロックは不明なので使われません"});
            } else if (!value.is_null()) {
                read_block(*block, value);
            }
        }
        return assemble(entries_, std::move(problems_));
    }

  private:
    void report(std::string block, std::size_t row, Text message) {
        problems_.push_back({std::move(block), row, std::move(message)});
    }
    void report(Block block, std::size_t row, Text message) {
        report(std::string(form_of(block).name), row, std::move(message));
    }

    void read_block(Block block, const Json& value) {
        if (block == Block::playbook) {
            if (value.is_object()) return read_settings(value);
            return report(block, 0, {"an object { … } was expected", "オブジェクト { … } が必要です"});
        }
        if (!value.is_array())
            return report(block, 0, {"a list [ … ] was expected", "配列 [ … ] が必要です"});
        std::size_t& row = rows_[static_cast<std::size_t>(block)];
        for (const Json& entry : value) read_entry(block, ++row, entry);
    }

    void read_entry(Block block, std::size_t row, const Json& value) {
        if (!value.is_object())
            return report(block, row,
                          {"an object { … } was expected; the entry is left out",
                           "オブジェクト { … } が必要です。この行は使われません"});
        const std::span<const Header> headers = form_of(block).headers;
        Entry entry{row, std::vector<Field>(headers.size())};
        bool usable = true;
        for (const auto& [name, member] : value.items()) {
            const auto header = find_header(block, name);
            if (!header) {
                report_unknown(block, row, name);
                continue;
            }
            auto field = field_of(headers[*header], member);
            if (field && std::holds_alternative<std::monostate>(entry.fields[*header])) {
                entry.fields[*header] = std::move(*field);
            } else if (field) {
                report_twice(block, row, headers[*header]);
            } else {
                usable = false;
                report(block, row,
                       {field.error().en + "; the entry is left out",
                        field.error().ja + "。この行は使われません"});
            }
        }
        if (usable) entries_.of(block).push_back(std::move(entry));
    }

    void report_unknown(Block block, std::size_t row, const std::string& name) {
        const std::string clean = clean_text(name);
        report(block, row,
               {fmt::format("the member \"{}\" is not known and is ignored", clean),
                fmt::format("メンバー「{}」は不明なので使われません", clean)});
    }

    void report_twice(Block block, std::size_t row, const Header& header) {
        const Text shown = header.shown();
        report(block, row,
               {fmt::format("{} stands here twice; one of them is ignored", shown.en),
                fmt::format("{}が二度あります。一方は使われません", shown.ja)});
    }

    void read_settings(const Json& value) {
        for (const auto& [name, member] : value.items()) {
            if (member.is_null()) continue;
            const auto key = find_header(Block::playbook, name);
            if (!key) {
                read_other(name, member);
                continue;
            }
            auto field = field_of(form_of(Block::playbook).headers[*key], member);
            if (!field) {
                report(Block::playbook, 0, field.error());
            } else if (!std::holds_alternative<std::monostate>(*field)) {
                entries_.settings.push_back({static_cast<Setting>(*key), 0, std::move(*field)});
            }
        }
    }

    /// Keys nobody knows are kept if they can stand in a sheet as well.
    void read_other(const std::string& name, const Json& value) {
        const std::string key = clean_text(name);
        report(Block::playbook, 0,
               {fmt::format("the key \"{}\" is not known", key), fmt::format("項目「{}」は不明です", key)});
        const std::string folded = fold(key);
        if (key.empty() || (folded.starts_with('[') && folded.ends_with(']'))) return;
        if (!value.is_string() && !value.is_number()) return;
        std::string text = clean_text(to_text(cell_of(value)));
        if (!text.empty()) entries_.other.emplace(key, std::move(text));
    }

    Json root_;
    std::array<std::size_t, block_count> rows_{};
    Entries entries_;
    std::vector<PlaybookProblem> problems_;
};

template <class J>
J json_of(const Field& field) {
    struct Make {
        J operator()(std::monostate) const { return nullptr; }
        J operator()(const std::string& text) const { return text; }
        J operator()(double number) const {
            constexpr double exact = 9007199254740992.0;  // beyond, a whole number is written as any other
            if (std::floor(number) == number && std::fabs(number) < exact)
                return static_cast<std::int64_t>(number);
            return number;
        }
        J operator()(bool yes) const { return yes; }
        J operator()(Date date) const { return format_instant(date.instant); }
    };
    return std::visit(Make{}, field);
}

/// `J` decides the order of members: as inserted, or sorted.
template <class J>
J tree_of(const Entries& entries) {
    J root = J::object();
    J settings = J::object();
    for (const EntrySetting& setting : entries.settings)
        settings[std::string(form_of(Block::playbook).headers[static_cast<std::size_t>(setting.key)].name)] =
            json_of<J>(setting.value);
    for (const auto& [key, value] : entries.other) settings[key] = value;
    root["playbook"] = std::move(settings);
    for (std::size_t i = 1; i < block_count; ++i) {
        const BlockForm& form = form_of(static_cast<Block>(i));
        J list = J::array();
        for (const Entry& entry : entries.blocks[i]) {
            J made = J::object();
            for (std::size_t h = 0; h < form.headers.size(); ++h)
                if (!std::holds_alternative<std::monostate>(entry.fields[h]))
                    made[std::string(form.headers[h].name)] = json_of<J>(entry.fields[h]);
            list.push_back(std::move(made));
        }
        if (!list.empty()) root[std::string(form.name)] = std::move(list);
    }
    return root;
}

}  // namespace

Result<ReadPlaybook> read_json(std::string_view text) {
    Result<JsonTree> tree = parse_json(text);
    if (!tree) return error_of(tree);
    return TreeReader(std::move(*tree)).run();
}

std::string write_json(const Playbook& playbook) {
    const auto root = tree_of<nlohmann::ordered_json>(disassemble(playbook));
    return root.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

std::string canonical_json(const Playbook& playbook) {
    Playbook content = playbook;
    content.signoffs.clear();
    content.as_of = no_instant;
    return tree_of<Json>(disassemble(content)).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kakehashi
