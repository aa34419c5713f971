// Data in: a workbook for it, imports, the check.
#include "core/commands/groups.hpp"

namespace kakehashi::commands {

std::vector<Command> data_commands() {
    return {
        {
            .id = "new",
            .since = "0.2.0",
            .works = Works::makes_document,
            .group = 1,
            .toolbar = true,
            .label = {"New Team Workbook", "新しいチームブック"},
            .help =
                {"Makes a workbook for both departments: leads, playbook, goals, activities, spend, "
                 "customer voice, market, accounts, survey, and a first sheet that explains where to start.",
                 "両部門のブックを作ります。リード、プレイブック、目標、活動、費用、お客様の声、市場、重点顧"
                 "客、"
                 "アンケートと、はじめ方を示すシートが入ります。"},
            .arguments =
                {{"playbook",
                  {"a playbook (JSON) that the workbook starts from. Default: that of the options, else our "
                   "template",
                   "最初に使うプレイブック（JSON）。既定はオプションの指定、なければひな型です"}},
                 {"fiscalYearStarts",
                  {"the first month of the fiscal year, 1 to 12. Default: that of the playbook, else of the "
                   "options",
                   "年度の最初の月（1～12）。既定はプレイブックの値、なければオプションの値です"}},
                 {"statusLimits",
                  {"where the status of goals changes: `ahead 1, on track 0.95, behind 0.75`. Default: as "
                   "before",
                   "目標の状況の境目。`先行 1、順調 0.95、遅れ 0.75` のように。既定は同上です"}}},
            .example = "new&language=en&file=/srv/sales/team.ods",
        },
        {
            .id = "import",
            .since = "0.2.0",
            .works = Works::on_document,
            .group = 1,
            .toolbar = true,
            .label = {"Import…", "取り込み..."},
            .help =
                {"Brings a CRM export (CSV, TSV) into the team workbook: rows of the same id are updated, "
                 "new "
                 "ones appended, and every line that cannot be used is listed. Blank cells of the file never "
                 "erase a hand-off, its answer or the reason.",
                 "CRM から出力したファイル（CSV、TSV）をチームブックに取り込みます。同じ ID の行は更新し、"
                 "新しい行は追加し、使えなかった行は一覧にします。ファイルの空のセルが、引き渡し・対応・"
                 "受け入れ・却下・理由の記入を消すことはありません。"},
            .details = {"Character set, separator and line of the headers were found out from the file. If "
                        "the rows below look "
                        "wrong, "
                        "choose others.\n\n"
                        "Each column of the file goes into a column of the sheet, becomes a new one, or is "
                        "left out. Select a "
                        "column and "
                        "choose below the list; the workbook remembers it for the next file of this kind.\n\n"
                        "Rows of the same id are updated, other rows are added below. Cells with formulas "
                        "and columns of your "
                        "own stay as "
                        "they are. Lines that cannot be used are listed on the sheet “Import notes”. One "
                        "undo takes everything "
                        "back.",
                        "文字コード、区切り文字、見出しの行は、ファイルから判別しています。下の内容がおかしい"
                        "ときは選び直してくだ"
                        "さい。\n\n"
                        "ファイルの各列は、シートの列に入れる、新しい列にする、取り込まない、のいずれかです。"
                        "列を選び、一覧の下で"
                        "取り込み先を選んでください。選んだ内容はブックに記憶され、次に同じ形式のファイルを取"
                        "り込むときに使われま"
                        "す。\n\n"
                        "ID "
                        "が同じ行は更新し、ほかの行は下に追加します。数式のあるセルと、ご自分で加えた列は変わ"
                        "りません。使えない行"
                        "は"
                        "シート「取り込みの記録」に一覧します。元に戻す操作1回で、すべて取り消せます。"},
            .arguments =
                {{"from",
                  {"the file to import (a path or a file URL)",
                   "取り込むファイル（パスまたはファイルの URL）"}},
                 {"into",
                  {"the sheet: `leads`, `stage log`, `touches`, `spend`, `activities` or `goals`. Default: "
                   "as the "
                   "file's headers say",
                   "取り込み先。`leads`、`stage "
                   "log`、`touches`、`spend`、`activities`、`goals`。既定は見出しから判断します"}},
                 {"encoding",
                  {"such as `UTF-8` or `CP932`. Default: found out",
                   "`UTF-8`、`CP932` など。既定は自動判別です"}},
                 {"delimiter",
                  {"`comma`, `tab`, `semicolon`, `bar` or a character. Default: found out",
                   "`comma`、`tab`、`semicolon`、`bar` または1文字。既定は自動判別です"}},
                 {"header",
                  {"the line of the file that holds the headers, or `none`. Default: found out",
                   "見出しのある行番号、または `none`。既定は自動判別です"}},
                 {"mapping",
                  {"where columns go: `Betrag=Amount;Fax=-` (a header of the sheet, a role, or `-` to leave "
                   "it out); "
                   "remembered in the workbook",
                   "列の対応。`請求額=金額;FAX=-` のように、シートの見出しか役割、取り込まない列は `-`。"
                   "ブックに記憶されます"}},
                 {"stages",
                  {"`keep` leaves the playbook's stages as they are. Default: an unsigned playbook follows "
                   "the "
                   "stages of the list",
                   "`keep` "
                   "ならプレイブックのステージを変えません。既定では、合意前のプレイブックを一覧のステージに"
                   "合わせます"}}},
            .example = "import&file=/srv/sales/team.ods&from=/srv/crm/opportunities.csv",
        },
        {
            .id = "importDatabase",
            .since = "0.2.0",
            .works = Works::on_document,
            .group = 1,
            .toolbar = false,
            .label = {"Import from Database…", "データベースから取り込み..."},
            .help =
                {"Brings the rows of a query (PostgreSQL, MySQL, ODBC, Base files) into the team workbook, "
                 "as "
                 "Import does with a file. The query can only read.",
                 "クエリの結果（PostgreSQL、MySQL、ODBC、Base ファイル）を、ファイルの取り込みと同じように"
                 "チームブックに取り込みます。クエリは読み取りだけです。"},
            .details =
                {"Give a registered data source, a Base file, or an address such as\n"
                 "sdbc:postgresql:host=db dbname=crm\n\n"
                 "The password is used for this connection only; it is not kept anywhere. The query must be "
                 "a single "
                 "SELECT; it is "
                 "asked when you press Show Rows, and again in full when you press OK.\n\n"
                 "Each column of the answer goes into a column of the sheet, becomes a new one, or is left "
                 "out; the "
                 "workbook "
                 "remembers it, and the query. Rows of the same id are updated, other rows are added below. "
                 "One undo "
                 "takes "
                 "everything back.",
                 "登録済みのデータソース、Base ファイル、または次のような接続先を指定します。\n"
                 "sdbc:postgresql:host=db dbname=crm\n\n"
                 "パスワードは今回の接続だけに使い、どこにも保存しません。クエリは1つの SELECT "
                 "文に限ります。［行を表示］で先頭の行を"
                 "確認し、OK で全体を取り込みます。\n\n"
                 "結果の各列は、シートの列に入れる、新しい列にする、取り込まない、のいずれかです。選んだ内容"
                 "とクエリはブッ"
                 "クに"
                 "記憶されます。ID "
                 "が同じ行は更新し、ほかの行は下に追加します。元に戻す操作1回で、すべて取り消せます。"},
            .arguments = {{"database",
                           {"a registered data source, a Base file, or an address such as "
                            "`sdbc:postgresql:host=db dbname=crm`",
                            "登録済みデータソースの名前、Base ファイル、または "
                            "`sdbc:postgresql:host=db dbname=crm` のような接続先"}},
                          {"query", {"a single SELECT", "1つの SELECT 文"}},
                          {"user", {"the user of the database", "データベースのユーザー名"}},
                          {"password",
                           {"used for the connection, never kept; others on the machine may see it in the "
                            "list of processes, so that `~/.pgpass` is better for PostgreSQL",
                            "接続にだけ使い、保存しません。プロセス一覧で他の利用者に見えることがあるため、"
                            "PostgreSQL では `~/.pgpass` を勧めます"}},
                          {"into", {"as of `import`", "`import` と同じ"}},
                          {"mapping", {"as of `import`", "`import` と同じ"}},
                          {"stages", {"as of `import`", "`import` と同じ"}}},
            .example = "importDatabase&file=/srv/sales/team.ods&database=CRM&user=team"
                       "&query=select%20*%20from%20opportunities",
        },
        {
            .id = "check",
            .since = "0.2.0",
            .works = Works::on_document,
            .group = 1,
            .toolbar = true,
            .label = {"Check Data", "データの点検"},
            .help = {"Lists on a sheet, with links to the cells, what falsifies figures: unread dates and "
                     "numbers, unknown stages, wrong orders, duplicates, missing owners and reasons.",
                     "数値を誤らせるものを、セルへのリンク付きで一覧にします。読み取れない日付と数値、不明な"
                     "ステージ、"
                     "順序の誤り、重複、担当者や理由の不足などです。"},
            .arguments = {},
            .example = "check&file=/srv/sales/team.ods",
        },
    };
}

}  // namespace kakehashi::commands
