#include <fmt/format.h>

#include "addin/generate/commands.hpp"

namespace kakehashi::generate {
namespace {

using commands::Argument;
using commands::Command;

const Text opening{
    "# Commands\n\n"
    "Made from the catalogue in `core/commands`. In Calc they are in the menu **Kakehashi**. Everything a "
    "command writes is\none step in the undo list; Esc cancels it, and the workbook is then as before.\n\n",
    "# コマンド\n\n"
    "`core/commands` のカタログから生成しています。Calc ではメニュー **架け橋** "
    "にあります。コマンドが書き込む内容は一回の「元に戻す」で\n"
    "元に戻ります。Esc で中止でき、その場合ブックは実行前のままです。\n\n"};

const Text scripts{
    "## From scripts\n\n"
    "Every command also runs without a window, for example every Monday from cron.\n\n"
    "```\nsoffice --headless \"service:org.kakehashi.Commands?summary&file=/srv/sales/team.ods\"\n```\n\n"
    "The outcome is written to the terminal, an error begins with `kakehashi:`. The file is replaced "
    "only when the new one is\ncomplete; after an error it is as before. In values, `%26` stands for `&`, "
    "`%25` for `%`. From Basic or Python:\n\n"
    "```\nCommands = CreateUnoService(\"org.kakehashi.Commands\")\n"
    "Commands.execute(Array(command, file))  ' each a com.sun.star.beans.NamedValue: \"Command\", \"file\" "
    "…\n"
    "```\n\n"
    "`Document` may hold an open workbook instead of `file`, loaded with a view: commands refuse one "
    "loaded\nwith `Hidden`. An error is thrown with its message. A dispatch of `org.kakehashi:summary?…` "
    "works "
    "as well.\nEvery command takes:\n\n",
    "## スクリプトから使う\n\n"
    "どのコマンドも、たとえば毎週月曜に cron から、ウィンドウなしで実行できます。\n\n"
    "```\nsoffice --headless \"service:org.kakehashi.Commands?summary&file=/srv/sales/team.ods\"\n```\n\n"
    "結果は端末に出力します。エラーは `kakehashi:` "
    "で始まります。ファイルは新しい内容がすべて書けてから置き換えるので、\n"
    "エラーのときは元のままです。値の中の `&` は `%26`、`%` は `%25` と書きます。Basic や Python からは:\n\n"
    "```\nCommands = CreateUnoService(\"org.kakehashi.Commands\")\n"
    "Commands.execute(Array(command, file))  ' それぞれ com.sun.star.beans.NamedValue（\"Command\"、\"file\" "
    "など）\n"
    "```\n\n"
    "`file` の代わりに `Document` "
    "に開いているブックを渡せます（`Hidden` で読み込んだブックには使えません）。\n"
    "エラーはメッセージ付きの例外になります。ディスパッチ `org.kakehashi:summary?…` "
    "でも使えます。どのコマンドにも次の引数があります。\n\n"};

/// Text inside a table cell: `|` would end it.
std::string cell(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '|') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string argument_table(std::span<const Argument> arguments, Language language) {
    if (arguments.empty()) return {};
    const Text head{"| argument | |\n|---|---|\n", "| 引数 | |\n|---|---|\n"};
    std::string text = head.in(language);
    for (const Argument& argument : arguments)
        text += fmt::format("| `{}` | {} |\n", argument.id, cell(argument.summary.in(language)));
    return text + '\n';
}

std::string section(const Command& command, Language language) {
    const Text since{"Since {}.", "{} から使えます。"};
    return fmt::format("## {}\n\n`org.kakehashi:{}`\n\n{} {}\n\n", command.label.in(language), command.id,
                       command.help.in(language),
                       fmt::format(fmt::runtime(since.in(language)), command.since)) +
           argument_table(command.arguments, language) +
           fmt::format("```\nsoffice --headless \"service:org.kakehashi.Commands?{}\"\n```\n\n",
                       command.example);
}

}  // namespace

std::string scripting(Language language) {
    using kakehashi::commands::Works;
    const Text anywhere{"Commands that need no workbook take the last two only.\n\n",
                        "ブックを必要としないコマンドでは、最後の2つだけが使えます。\n\n"};
    return scripts.in(language) +
           argument_table(kakehashi::commands::common_arguments(Works::on_document), language) +
           anywhere.in(language);
}

std::string command_reference(Commands commands, Language language) {
    std::string text = opening.in(language) + scripting(language);
    for (const Command& command : commands) text += section(command, language);
    text.pop_back();
    return text;
}

}  // namespace kakehashi::generate
