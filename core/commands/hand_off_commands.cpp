// Leads from marketing to sales, and the answer.
#include "core/commands/groups.hpp"

namespace kakehashi::commands {

std::vector<Command> hand_off_commands() {
    return {
        {
            .id = "handOff",
            .since = "0.2.0",
            .works = Works::on_document,
            .group = 2,
            .toolbar = true,
            .label = {"Hand Off", "引き渡し"},
            .help =
                {"Hands the selected leads to sales: a card for each (who, why, what is known, by when to "
                 "answer), the date in the lead list, and a row in the record. If some do not qualify, were "
                 "rejected before, or are with sales already, it asks first; not if they are named by ids. A "
                 "rejected lead is offered again only if somebody is asked: the record then keeps the "
                 "earlier "
                 "answer, and the list starts anew.",
                 "選択したリードを営業に引き渡します。1件ごとのカード（誰か、理由、分かっていること、期限）を"
                 "作り、一覧に日時を、記録に1行を書きます。条件を満たさないリード、却下済みのリード、営業が"
                 "すでに担当しているリードがあれば先に確認します（ids "
                 "で指定した場合を除く）。却下済みのリード"
                 "は、確認した場合にだけ再度引き渡し、以前の回答は記録に残ります。"},
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
            .help =
                {"Records that sales accepts the selected leads, in the list, in the record and on the card.",
                 "選択したリードの受け入れを、一覧・記録・カードに記入します。"},
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
                {"Records that sales gives the selected leads back, and why, in the list, in the record and "
                 "on "
                 "the card: with a reason of the playbook.",
                 "選択したリードの却下を、プレイブックにある理由とともに一覧・記録・カードに記入します。"},
            .arguments = {{"ids",
                           {"ids of the leads, separated by commas. Default: the leads in the selected rows",
                            "リードの番号（カンマ区切り）。既定は、選択した行のリードです"}},
                          {"reason",
                           {"a reason to reject from the playbook. Default: it is asked for",
                            "プレイブックにある却下の理由。省略すると尋ねます"}}},
            .example = "reject&file=/srv/sales/team.ods&ids=L-00812&reason=No%20need%20yet",
        },
    };
}

}  // namespace kakehashi::commands
