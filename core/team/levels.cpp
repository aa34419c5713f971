#include "core/team/levels.hpp"

#include <array>

namespace kakehashi {
namespace {

struct Level {
    double from;
    std::string_view name;
    std::vector<Text> steps;
};

constexpr double lowest = 20.0;
constexpr double highest = 100.0;

/// In the order of `TeamLevel`.
const std::array<Level, 4>& levels() {
    static const std::array<Level, 4> all = {{
        {lowest,
         "undefined",
         {{"Collect the words that the two departments use differently, and write one meaning for each into "
           "the playbook.",
           "両部門で意味が食い違う言葉を集め、プレイブックに1つずつ意味を書く"},
          {"List the stages from the first contact to the contract, each with the department that owns it.",
           "最初の接点から受注までのステージを並べ、それぞれの担当部門を決める"},
          {"Define in numbers when a lead is hot, and test the definition on past contracts.",
           "ホットリードの条件を数字で定義し、過去の受注実績で検証する"},
          {"Let the heads of both departments sign the playbook.",
           "両部門の責任者がプレイブックに承認の署名をする"},
          {"Record of each lead handed off whether sales accepted it, with the reason if not.",
           "引き渡したリードごとに、営業が受け入れたかどうかと、却下ならその理由を記録する"}}},
        {40.0,
         "defined",
         {{"Set one revenue goal for which both departments answer, and derive the number of leads from it.",
           "両部門が責任を持つ売上目標を1つ決め、必要なリード数を逆算する"},
          {"Exchange two promises: how many qualified leads marketing hands over, and how soon sales "
           "responds.",
           "マーケティングは条件を満たすリードの数を、営業は応答までの時間を、互いに約束する"},
          {"Meet every week over the weekly summary, and note an owner and a due date for each action.",
           "週次サマリーを見ながら毎週会議を開き、対応ごとに担当者と期日を書く"},
          {"Go through the rejected leads together every month, and correct the definition or the campaign.",
           "却下されたリードを毎月一緒に見直し、定義か施策を直す"},
          {"Agree on each figure once as a metric of the playbook, so that both departments read the same "
           "number.",
           "数字の出し方をプレイブックの指標として決め、両部門が同じ数字を見る"}}},
        {60.0,
         "aligned",
         {{"Judge both departments by won value, next to their own goals.",
           "部門ごとの目標に加えて、受注金額で両部門を評価する"},
          {"Start joint projects that have an owner from each department in the goal table.",
           "目標表に両部門の担当者を置いた共同の施策を始める"},
          {"Divide one budget together by what each channel and department brought.",
           "チャネルと部門ごとの成果をもとに、1つの予算を一緒に配分する"},
          {"Keep one leads table from the first contact to the repeat order, open to everyone in both "
           "departments.",
           "最初の接点から再受注までを1つのリード一覧にまとめ、両部門の全員に公開する"},
          {"Search past outcomes every quarter for a better definition, and sign the new version together.",
           "四半期ごとに過去の結果からより良い定義を探し、新しい版を両部門で承認する"}}},
        {80.0,
         "integrated",
         {{"Repeat the survey every half-year, and talk first about the statements with the widest gap.",
           "半年ごとに調査を繰り返し、部門間の差が大きい項目から話し合う"},
          {"Set what is said against what is counted, and look into every difference.",
           "認識と実測を突き合わせ、差があれば原因を調べる"},
          {"Back-test the definitions on the newest outcomes every quarter, and sign them again after a "
           "change.",
           "四半期ごとに最新の結果で定義を検証し、変更したら承認し直す"},
          {"Hold the weekly meeting in good weeks, too, and use its time for the next joint project.",
           "順調な週も週次の会議を続け、その時間を次の共同施策に使う"}}},
    }};
    return all;
}

const Level& entry(TeamLevel level) {
    return levels()[static_cast<std::size_t>(level)];
}

}  // namespace

Result<TeamLevel> level_of(double total) {
    if (!(total >= lowest && total <= highest))
        return illegal_argument({"A total of the survey lies between 20 and 100.",
                                 "調査の合計点は 20～100 の範囲で指定してください。"});
    TeamLevel reached = TeamLevel::undefined;
    for (const TeamLevel level : {TeamLevel::defined, TeamLevel::aligned, TeamLevel::integrated})
        if (total >= entry(level).from) reached = level;
    return reached;
}

std::string_view level_name(TeamLevel level) {
    return entry(level).name;
}

const std::vector<Text>& next_steps(TeamLevel level) {
    return entry(level).steps;
}

}  // namespace kakehashi
