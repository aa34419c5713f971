#include "core/commands/catalogue.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "core/commands/groups.hpp"

namespace kakehashi::commands {
namespace {

std::vector<Command> make_all() {
    std::vector<Command> commands;
    for (const auto group : {data_commands, hand_off_commands, report_commands, tool_commands})
        std::ranges::move(group(), std::back_inserter(commands));
    return commands;
}

Text without_ellipsis(Text label) {
    for (std::string* text : {&label.en, &label.ja})
        for (const std::string_view ellipsis : {"…", "..."})
            if (text->ends_with(ellipsis)) text->resize(text->size() - ellipsis.size());
    return label;
}

}  // namespace

std::span<const Command> all() {
    static const std::vector<Command> commands = make_all();
    return commands;
}

const Command* find(std::string_view id) {
    const auto found = std::ranges::find(all(), id, &Command::id);
    return found == all().end() ? nullptr : &*found;
}

std::span<const Argument> common_arguments(Works works) {
    static const std::vector<Argument> arguments = {
        {"file",
         {"the workbook (a path or a file URL): opened, changed, saved and closed; one that a command makes "
          "is saved there, and must not exist yet. Without it a command works on the active document",
          "ブック（パスまたはファイルの "
          "URL）。開いて変更し、保存して閉じます。ブックを作るコマンドでは保存先で、"
          "まだないファイルに限ります。省略すると、作業中のドキュメントが対象です"}},
        {"saveAs",
         {"saves there instead; the workbook itself stays as it is",
          "代わりにここへ保存します。元のブックは変わりません"}},
        {"language",
         {"`en` or `ja`: of what is written. Default: that of the team workbook, else of the options, else "
          "of "
          "LibreOffice",
          "`en` または `ja`。書き出す言語です。既定はチームブックの言語、なければオプションの指定、"
          "なければ LibreOffice の言語です"}},
        {"interactive",
         {"`no`: asks nothing and shows no message; the caller gets it. Default for dispatches: `yes`",
          "`no` なら何も尋ねず、メッセージも表示せずに呼び出し元へ返します。ディスパッチでの既定は `yes` "
          "です"}},
    };
    constexpr std::size_t about_files = 2;
    const std::span<const Argument> all = arguments;
    return works == Works::anywhere ? all.subspan(about_files) : all;
}

Text title(const Command& command) {
    return without_ellipsis(command.label);
}

std::string body_name(const Command& command) {
    std::string name = "run_";
    for (const char c : command.id) {
        if (std::isupper(static_cast<unsigned char>(c))) name += '_';
        name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return name;
}

std::string url(const Command& command) {
    return "org.kakehashi:" + std::string(command.id);
}

}  // namespace kakehashi::commands
