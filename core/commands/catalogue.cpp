#include "core/commands/catalogue.hpp"

#include <algorithm>
#include <cctype>

namespace kakehashi::commands {
namespace {

std::vector<Command> make_all() {
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
        {
            .id = "handOff",
            .since = "0.2.0",
            .works = Works::on_document,
            .group = 2,
            .toolbar = true,
            .label = {"Hand Off", "引き渡し"},
            .help =
                {"Hands the selected leads to sales: a card for each (who, why, what is known, by when to "
                 "answer), the date in the lead list, and a row in the record. If some do not qualify, it "
                 "asks first; not if they are named by ids.",
                 "選択したリードを営業に引き渡します。1件ごとのカード（誰か、理由、分かっていること、期限）を"
                 "作り、"
                 "一覧に日時を、記録に1行を書きます。条件を満たさないリードがあれば先に確認します（ids "
                 "で指定した場合を除く）。"},
            .arguments = {{"ids",
                           {"ids of the leads, separated by commas. Default: the leads in the selected rows",
                            "リードの番号（カンマ区切り）。既定は、選択した行のリードです"}},
                          {"definition",
                           {"the definition that the card explains. Default: the playbook's first",
                            "カードで説明する定義。既定は、プレイブックの最初の定義です"}}},
            .example = "handOff&file=/srv/sales/team.ods&ids=L-00812,L-00815",
        },
        {
            .id = "accept",
            .since = "0.2.0",
            .works = Works::on_document,
            .group = 2,
            .toolbar = false,
            .label = {"Accept", "受け入れ"},
            .help = {"Records that sales accepts the selected leads.",
                     "選択したリードの受け入れを記録します。"},
            .arguments = {{"ids",
                           {"ids of the leads, separated by commas. Default: the leads in the selected rows",
                            "リードの番号（カンマ区切り）。既定は、選択した行のリードです"}}},
            .example = "accept&file=/srv/sales/team.ods&ids=L-00812",
        },
        {
            .id = "reject",
            .since = "0.2.0",
            .works = Works::on_document,
            .group = 2,
            .toolbar = false,
            .label = {"Reject…", "却下..."},
            .help =
                {"Records that sales gives the selected leads back, and why: with a reason of the playbook.",
                 "選択したリードの却下を、プレイブックにある理由とともに記録します。"},
            .arguments = {{"ids",
                           {"ids of the leads, separated by commas. Default: the leads in the selected rows",
                            "リードの番号（カンマ区切り）。既定は、選択した行のリードです"}},
                          {"reason",
                           {"a reason to reject from the playbook. Default: it is asked for",
                            "プレイブックにある却下の理由。省略すると尋ねます"}}},
            .example = "reject&file=/srv/sales/team.ods&ids=L-00812&reason=No%20need%20yet",
        },
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
