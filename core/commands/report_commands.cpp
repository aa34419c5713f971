// The page of the week, of one team and of all.
#include "core/commands/groups.hpp"

namespace kakehashi::commands {

std::vector<Command> report_commands() {
    return {
        {
            .id = "summary",
            .since = "0.2.0",
            .works = Works::on_document,
            .group = 3,
            .toolbar = true,
            .label = {"Weekly Summary", "週次サマリー"},
            .help = {"Builds the one-page brief of the last week, or refreshes it and keeps what people "
                     "wrote; its "
                     "figures go to the history.",
                     "先週の内容を1ページにまとめます。すでにあれば、記入した内容を残して更新します。数値は週"
                     "次の記録に残します。"},
            .arguments =
                {{"week",
                  {"2026-W47, a date in it, or latest: the last week that is over, on its last day (Sunday) "
                   "the week that ends that day; default: that of the day somebody typed on the sheet, else "
                   "latest",
                   "2026-W47、週内の日付、または latest（直近の終わった週。週の最終日（日曜日）にはその日に"
                   "終わる週）。既定はシートに入力された日付の週、なければ latest"}},
                 {"period",
                  {"week, month, quarter, half or year: what funnel and hand-off look at; default: what the "
                   "sheet "
                   "says, else week",
                   "week・month・quarter・half・year（週・月・四半期・半期・年）。ファネルと引き渡しの"
                   "集計期間。既定はシートの値、なければ週"}},
                 {"paper", {"a4 or letter, of a new sheet", "a4 または letter（新しいシートの用紙）"}},
                 {"pdf",
                  {"writes the summary to this file too", "サマリーをこの PDF ファイルにも書き出します"}}},
            .example = "summary&file=/srv/sales/team.ods&pdf=/srv/mail/summary.pdf",
        },
        {
            .id = "rollUp",
            .since = "0.2.0",
            .works = Works::makes_document,
            .group = 3,
            .toolbar = false,
            .label = {"Roll Up Workbooks…", "ブックを集計..."},
            .help = {"Reads the week of every team workbook in a folder and puts them on one sheet, with "
                     "totals where "
                     "adding is right.",
                     "フォルダー内の各チームのブックから1週間分を読み取り、1枚のシートにまとめます。合計でき"
                     "るものだけを合計します。"},
            .arguments =
                {{"folder",
                  {"where the workbooks are (.ods, .xlsx); they are only read",
                   "ブック（.ods・.xlsx）のあるフォルダー。読み取るだけです"}},
                 {"week",
                  {"2026-W47, or a date in it; default: the last week that is over, on its last day (Sunday) "
                   "the week "
                   "that ends that day",
                   "2026-W47、または週内の日付。既定は直近の終わった週で、週の最終日（日曜日）にはその日に"
                   "終わる週"}},
                 {"paper", {"a4 or letter", "a4 または letter"}},
                 {"pdf", {"writes the sheet to this file too", "シートをこの PDF ファイルにも書き出します"}}},
            .example = "rollUp&folder=/srv/sales/teams&file=/srv/sales/all-teams.ods",
        },
    };
}

}  // namespace kakehashi::commands
