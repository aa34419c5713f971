#include "core/playbook/json_tree.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kakehashi {
namespace {

using Json = nlohmann::json;

constexpr std::size_t largest_text = std::size_t{16} << 20;
constexpr std::size_t deepest = 64;

/// Builds the tree as the parser goes along; nlohmann's own way would keep the last of equal members
/// silently.
class TreeBuilder final : public nlohmann::json_sax<Json> {
  public:
    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        Level& level = levels_.back();
        level.key = std::move(name);
        level.skip = level.value.contains(level.key);
        if (level.skip) report_twice();
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& error) override {
        error_position = position;
        error_text = error.what();
        return false;
    }

    Json root;
    std::vector<PlaybookProblem> problems;
    bool too_deep = false;
    std::size_t error_position = 0;  // bytes read
    std::string error_text;

  private:
    struct Level {
        Json value;
        std::string key;
        bool skip = false;  // the member being read stands there for the second time
    };

    bool add(Json value) {
        if (levels_.empty()) {
            root = std::move(value);
        } else if (Level& level = levels_.back(); level.value.is_array()) {
            level.value.push_back(std::move(value));
        } else if (!level.skip) {
            level.value[level.key] = std::move(value);
        }
        return true;
    }

    bool open(Json value) {
        too_deep = levels_.size() >= deepest;
        if (too_deep) return false;
        levels_.push_back({std::move(value), {}, false});
        return true;
    }

    bool close() {
        Json value = std::move(levels_.back().value);
        levels_.pop_back();
        return add(std::move(value));
    }

    void report_twice() {
        const std::string& name = levels_.back().key;
        const std::string& block = levels_.front().key;
        const std::size_t row = levels_.size() > 2 ? levels_[1].value.size() + 1 : 0;
        problems.push_back({block,
                            row,
                            {fmt::format("\"{}\" stands here twice; the first one counts", name),
                             fmt::format("「{}」が二度あります。最初のものを使います", name)}});
    }

    std::vector<Level> levels_;
};

/// 1-based line and column (in characters) of the last of the bytes read.
std::pair<std::size_t, std::size_t> line_and_column(std::string_view text, std::size_t bytes_read) {
    std::string_view before = text.substr(0, bytes_read == 0 ? 0 : std::min(bytes_read - 1, text.size()));
    if (before.starts_with("\xEF\xBB\xBF")) before.remove_prefix(3);
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const auto characters =
        std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(),
                      [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; });
    return {static_cast<std::size_t>(lines) + 1, static_cast<std::size_t>(characters) + 1};
}

/// What the parser says, without its own idea of the position and its quotation of the text, which may be any
/// bytes.
std::string reason(const std::string& error) {
    if (error.find("invalid UTF-8") != std::string::npos ||
        error.find("ill-formed UTF-8") != std::string::npos)
        return "the text is not UTF-8";
    const std::size_t end = error.find("; last read");
    std::size_t begin = error.find("syntax error");
    if (begin == std::string::npos) begin = error.find("] ") == std::string::npos ? 0 : error.find("] ") + 2;
    std::string said = error.substr(begin, end == std::string::npos ? end : end - begin);
    const std::size_t expected = error.rfind("; expected ");
    if (end != std::string::npos && expected != std::string::npos && expected > end)
        said += error.substr(expected);
    return said;
}

}  // namespace

Result<JsonTree> parse_json(std::string_view text) {
    if (text.size() > largest_text)
        return illegal_argument({"The JSON is longer than 16 MiB.", "JSON が 16 MiB を超えています。"});
    TreeBuilder builder;
    if (Json::sax_parse(text.begin(), text.end(), &builder)) {
        if (!builder.root.is_object())
            return illegal_argument({"The JSON is not an object: { … } was expected at line 1, column 1.",
                                     "JSON がオブジェクトではありません。1 行 1 列に { … } が必要です。"});
        return JsonTree{std::move(builder.root), std::move(builder.problems)};
    }
    if (builder.too_deep)
        return illegal_argument({fmt::format("The JSON is nested deeper than {}.", deepest),
                                 fmt::format("JSON の入れ子が {} 段を超えています。", deepest)});
    const auto [line, column] = line_and_column(text, builder.error_position);
    const std::string said = reason(builder.error_text);
    return illegal_argument({fmt::format("This is not JSON: line {}, column {}: {}", line, column, said),
                             fmt::format("JSON として読めません。{} 行 {} 列：{}", line, column, said)});
}

}  // namespace kakehashi
