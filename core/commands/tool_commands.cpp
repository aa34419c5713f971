// What concerns no table of its own: formulas, options, help.
#include "core/commands/groups.hpp"

namespace kakehashi::commands {

std::vector<Command> tool_commands() {
    return {
        {
            .id = "recalculate",
            .since = "0.2.0",
            .works = Works::on_document,
            .group = 9,
            .toolbar = false,
            .label = {"Calculate Again", "再計算"},
            .help = {"Reads every table and playbook of the workbook anew, files included, and calculates "
                     "what depends on them.",
                     "ブックの表とプレイブックを（ファイルも含めて）すべて読み直し、関係する数式を再計算しま"
                     "す。"},
            .arguments = {},
            .example = "recalculate&file=/srv/sales/team.ods",
        },
        {
            .id = "freeze",
            .since = "0.2.0",
            .works = Works::on_document,
            .group = 9,
            .toolbar = false,
            .label = {"Formulas to Values…", "数式を値に変換..."},
            .help =
                {"Replaces every formula with a Kakehashi function by what it shows, for a copy that goes "
                 "to people who do not have Kakehashi.",
                 "架け橋の関数を使う数式を、表示されている値に置き換えます。架け橋のない相手に渡す写しを作る"
                 "ときに使います。"},
            .arguments = {},
            .example = "freeze&file=/srv/sales/team.ods&saveAs=/srv/mail/team-values.ods",
        },
        {
            .id = "options",
            .since = "0.2.0",
            .works = Works::anywhere,
            .group = 99,
            .toolbar = false,
            .label = {"Options…", "オプション..."},
            .help =
                {"Opens Tools ▸ Options at the page of Kakehashi: language of output, what a new team "
                 "workbook starts with, log.",
                 "［ツール］▸［オプション］の架け橋のページを開きます。出力の言語、新しいチームブックの初期"
                 "値、ログを設定できます。"},
            .arguments = {},
            .example = "options",
        },
        {
            .id = "firstSteps",
            .since = "0.2.0",
            .works = Works::anywhere,
            .group = 99,
            .toolbar = false,
            .label = {"First Steps", "はじめに"},
            .help =
                {"Opens the sidebar and shows the three steps to the first weekly summary, with the button "
                 "of the next one.",
                 "サイドバーを開き、最初の週次サマリーまでの3つの手順と、次の手順のボタンを表示します。"},
            .arguments = {{"show",
                           {"`no`: they are not shown any more. Default: `yes`",
                            "`no` なら今後表示しません。既定は `yes` です"}}},
            .example = "firstSteps&show=no",
        },
        {
            .id = "help",
            .since = "0.2.0",
            .works = Works::anywhere,
            .group = 99,
            .toolbar = false,
            .label = {"Help", "ヘルプ"},
            .help =
                {"Opens the page about the function in the selected cell, else the contents of the help. "
                 "It is in the package and needs no network.",
                 "選択したセルにある関数のページを、なければヘルプの目次を開きます。ヘルプは拡張機能に含ま"
                 "れ、ネットワークは使いません。"},
            .arguments = {{"topic",
                           {"a function (`FUNNEL.RATE`), a command (`import`) or a guide (`panel`). With "
                            "`interactive=no` nothing is opened, and the outcome is the address of the page",
                            "関数（`FUNNEL.RATE`）、コマンド（`import`）、ガイド（`panel`）のいずれか。"
                            "`interactive=no` ではページを開かず、その場所を結果として返します"}}},
            .example = "help&topic=FUNNEL.RATE",
        },
    };
}

}  // namespace kakehashi::commands
