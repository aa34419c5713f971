#include <algorithm>

#include <fmt/format.h>

#include "addin/generate/help/page.hpp"
#include "addin/generate/xcu.hpp"

namespace kakehashi::generate {
namespace {

using commands::Argument;
using commands::Command;

std::string menu_path(const Command& command, Language language) {
    const Text menu{"Kakehashi", "架け橋"};
    const Text button{" It is also a button of the toolbar.", "ツールバーのボタンからも使えます。"};
    const Text since{" Since version {}.", "バージョン {} から使えます。"};
    const Text path{"Menu <b>{} ▸ {}</b>.", "メニュー <b>{} ▸ {}</b>。"};
    return "<p class=\"note\">" +
           fmt::format(fmt::runtime(path.in(language)), menu.in(language), xml(command.label.in(language))) +
           (command.toolbar ? button.in(language) : "") +
           fmt::format(fmt::runtime(since.in(language)), command.since) + "</p>\n";
}

std::string details(const Command& command, Language language) {
    if (command.details.en.empty()) return {};
    std::string text = heading({"In the dialog", "ダイアログ"}, language);
    for (std::string_view rest = command.details.in(language); !rest.empty();) {
        const std::size_t end = std::min(rest.find("\n\n"), rest.size());
        text += fmt::format("<p>{}</p>\n", rich(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    return text;
}

std::string arguments(const Command& command, Language language) {
    if (command.arguments.empty()) return {};
    std::string text =
        heading({"Arguments in macros and on the command line", "マクロとコマンドラインでの引数"}, language) +
        "<dl class=\"arguments\">\n";
    for (const Argument& argument : command.arguments)
        text += fmt::format("<dt><code>{}</code></dt>\n<dd>{}</dd>\n", argument.id,
                            rich(argument.summary.in(language)));
    return text + "</dl>\n";
}

std::string from_scripts(const Command& command, Language language) {
    const Text how{"Arguments of all commands, and how to call them from macros: {}.",
                   "すべてのコマンドに共通の引数と、マクロからの呼び出し方: {}"};
    const Text page{"From scripts", "スクリプトから使う"};
    return heading({"From a terminal or cron", "端末や cron から"}, language) +
           fmt::format("<pre><code>soffice --headless \"service:org.kakehashi.Commands?{}\"</code></pre>\n",
                       xml(command.example)) +
           heading({"As a dispatch", "ディスパッチ"}, language) +
           fmt::format("<pre><code>{}</code></pre>\n", url(command)) +
           fmt::format("<p class=\"note\">{}</p>\n",
                       fmt::format(fmt::runtime(how.in(language)),
                                   "<a href=\"scripts.html\">" + page.in(language) + "</a>"));
}

std::string undone(const Command& command, Language language) {
    if (command.works != commands::Works::on_document) return {};
    const Text text{"What it writes is one step to undo; Esc stops it, and the workbook is then as before.",
                    "書き込んだ内容は、「元に戻す」1回で元に戻ります。Esc で中止すると、ブックは実行前の"
                    "ままです。"};
    return fmt::format("<p>{}</p>\n", text.in(language));
}

std::string body(const Command& command, Language language) {
    return fmt::format("<p class=\"lead\">{}</p>\n", rich(command.help.in(language))) +
           menu_path(command, language) + undone(command, language) + details(command, language) +
           arguments(command, language) + from_scripts(command, language);
}

}  // namespace

HelpPage command_page(const Command& command) {
    return {std::string(command.id),
            "commands",
            title(command),
            command.help,
            {body(command, Language::english), body(command, Language::japanese)}};
}

}  // namespace kakehashi::generate
