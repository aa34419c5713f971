// PLAYBOOK.*: what both departments agreed on, and whether they still do.
#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/leads/changed_sides.hpp"
#include "core/leads/table_problems.hpp"
#include "core/playbook/changes.hpp"
#include "core/playbook/fingerprint.hpp"
#include "core/playbook/meaning.hpp"
#include "core/playbook/problems.hpp"

namespace kakehashi {
namespace {

using SharedPlaybook = std::shared_ptr<const ReadPlaybook>;

Result<SharedPlaybook> required_playbook(const Call& call, std::size_t i) {
    Result<SharedPlaybook> playbook = call.playbook(i);
    if (playbook && *playbook == nullptr)
        return illegal_argument(
            {"There is no playbook in this argument.", "この引数にプレイブックがありません。"});
    return playbook;
}

Value read(const Call& call) {
    const Result<SharedPlaybook> playbook = required_playbook(call, 0);
    if (!playbook) return playbook.error();
    return Handle{*playbook, handle_text((*playbook)->playbook), false};
}

Value agreement(const Call& call) {
    const Result<SharedPlaybook> playbook = required_playbook(call, 0);
    if (!playbook) return playbook.error();
    return std::string(status((*playbook)->playbook));
}

Value content_fingerprint(const Call& call) {
    const Result<SharedPlaybook> playbook = required_playbook(call, 0);
    if (!playbook) return playbook.error();
    return fingerprint((*playbook)->playbook);
}

Value signoff_list(const Call& call) {
    const Result<SharedPlaybook> playbook = required_playbook(call, 0);
    if (!playbook) return playbook.error();
    const std::string present = fingerprint((*playbook)->playbook);
    std::vector<std::string> rows;
    for (const PlaybookSignoff& signoff : (*playbook)->playbook.signoffs)
        rows.push_back(signoff_text(signoff, present).in(call.caller().language));
    if (rows.empty())
        return CellError{ErrorCode::not_available,
                         {"Nobody has signed the playbook.", "プレイブックに署名がありません。"}};
    return text_column(std::move(rows));
}

Value agreed_meaning(const Call& call) {
    const Result<SharedPlaybook> playbook = required_playbook(call, 0);
    if (!playbook) return playbook.error();
    const Result<std::string> term = call.required_text(1);
    if (!term) return term.error();
    const Result<std::string> found = meaning((*playbook)->playbook, *term, call.caller().now);
    if (!found) return found.error();
    return *found;
}

Value differences(const Call& call) {
    const Result<SharedPlaybook> before = required_playbook(call, 0);
    if (!before) return before.error();
    const Result<SharedPlaybook> after = required_playbook(call, 1);
    if (!after) return after.error();
    std::vector<Text> texts = changes((*before)->playbook, (*after)->playbook);
    if (!call.missing(2)) {
        const Result<std::shared_ptr<const Leads>> leads = call.leads(2);
        if (!leads) return leads.error();
        for (Text& text : changed_sides(**leads, (*before)->playbook, (*after)->playbook))
            texts.push_back(std::move(text));
    }
    if (texts.empty()) texts.push_back({"no changes", "変更なし"});
    std::vector<std::string> rows;
    for (const Text& text : texts) rows.push_back(text.in(call.caller().language));
    return text_column(std::move(rows));
}

Value metric_names(const Call& call) {
    const Result<SharedPlaybook> playbook = required_playbook(call, 0);
    if (!playbook) return playbook.error();
    std::vector<std::string> names;
    for (const PlaybookMetric& metric : (*playbook)->playbook.metrics) names.push_back(metric.metric);
    if (names.empty())
        return CellError{ErrorCode::not_available,
                         {"The playbook agrees on no metrics.", "プレイブックに指標がありません。"}};
    return text_column(std::move(names));
}

Value problems(const Call& call) {
    const Result<SharedPlaybook> playbook = required_playbook(call, 0);
    if (!playbook) return playbook.error();
    std::vector<PlaybookProblem> found;
    if (call.missing(1)) {
        found = problems_of(**playbook);
    } else {
        const Result<std::shared_ptr<const Leads>> leads = call.leads(1);
        if (!leads) return leads.error();
        found = problems_with(**playbook, **leads);
    }
    std::vector<std::string> rows;
    for (const PlaybookProblem& problem : found)
        rows.push_back(problem_text(problem, call.caller().language));
    if (rows.empty()) rows.push_back("ok");
    return text_column(std::move(rows));
}

Parameter playbook_parameter() {
    return {"playbook",
            ArgumentKind::playbook,
            false,
            {"playbook", "プレイブック"},
            {"A cell with PLAYBOOK.READ, or the blocks themselves",
             "PLAYBOOK.READ のセル、またはブロックの範囲そのもの"}};
}

Function read_function() {
    return {"PLAYBOOK.READ",
            "0.1.0",
            Returns::text,
            {"Reads a playbook and shows its name, version and whether both departments agreed to it.",
             "プレイブックを読み込み、名前、版、両部門の合意の状況を表示します。"},
            {"Entries that cannot be read are left out; PLAYBOOK.PROBLEMS names them.",
             "読めない項目は除かれ、PLAYBOOK.PROBLEMS に示されます。"},
            {{"source",
              ArgumentKind::playbook,
              false,
              {"source", "範囲"},
              {"The blocks, from the first marker such as [playbook] to the last entry; or one cell with the "
               "path of a "
               "JSON file",
               "[playbook] などの見出しから最後の項目までのブロック、または JSON ファイルのパスを入れた1"
               "つのセル"}}},
            {{"=PLAYBOOK.READ(PlaybookBlocks)", "Example v1 · draft"},
             {"=PLAYBOOK.READ(Playbook)", "Example v1 · draft"}},
            read};
}

Function status_function() {
    return {
        "PLAYBOOK.STATUS",
        "0.1.0",
        Returns::text,
        {"Whether both departments agreed to the playbook as it stands.",
         "現在のプレイブックに両部門が合意しているかどうか。"},
        {"draft, agreed, agreed by marketing only, agreed by sales only or changed since agreement. A "
         "department has "
         "agreed if its latest sign-off bears the present fingerprint.",
         "draft（下書き）、agreed（合意済み）、agreed by marketing only、agreed by sales "
         "only（片方のみ）、changed "
         "since "
         "agreement（合意後に変更）。最新の署名の指紋が現在の指紋と同じ部門を、合意したものとみなします。"},
        {playbook_parameter()},
        {{"=PLAYBOOK.STATUS(Playbook)", "draft"}, {"=PLAYBOOK.STATUS(PlaybookBlocks)", "draft"}},
        agreement};
}

Function fingerprint_function() {
    return {"PLAYBOOK.FINGERPRINT",
            "0.1.0",
            Returns::text,
            {"What a sign-off refers to: 12 hexadecimal digits that change whenever the content does.",
             "署名の対象を示す16進数12桁。内容が変わると必ず変わります。"},
            {"The first 12 digits of the SHA-256 of the content. Sign-offs and the as-of date are not part "
             "of it.",
             "内容の SHA-256 の先頭12桁。署名と基準日は含みません。"},
            {playbook_parameter()},
            // SHA-256 of the example's canonical JSON, worked out outside of this program.
            {{"=PLAYBOOK.FINGERPRINT(Playbook)", "cca98179cc49"},
             {"=PLAYBOOK.FINGERPRINT(PlaybookBlocks)", "cca98179cc49"}},
            content_fingerprint};
}

Function signoffs_function() {
    return {"PLAYBOOK.SIGNOFFS",
            "0.2.0",
            Returns::text_matrix,
            {"Who agreed to what and when, one row per sign-off.", "誰がいつ何に合意したか。1行に1件。"},
            {"In the order of the playbook: department, name, date, and whether the fingerprint signed is "
             "that of "
             "the content as it stands. One by neither marketing nor sales does not count and says so. #N/A "
             "if there is no sign-off.",
             "プレイブックの順に、部門、氏名、日付と、署名された指紋が現在の内容のものかどうかを示します。マ"
             "ーケティングでも営業で"
             "もない部門の署名は無効で、その旨を示します。署名がなけ"
             "れば #N/A です。"},
            {playbook_parameter()},
            // The signed playbook holds nothing but sign-offs: its fingerprint is that of an empty one.
            {{"=PLAYBOOK.SIGNOFFS(Signed)",
              "marketing · Sato · 2026-04-01 · agreed to this version | sales · Tanaka · 2026-03-01 · agreed "
              "to an "
              "earlier version (0123456789ab)"},
             {"=PLAYBOOK.SIGNOFFS(Playbook)", "#N/A"}},
            signoff_list};
}

Function meaning_function() {
    return {"PLAYBOOK.MEANING",
            "0.1.0",
            Returns::text,
            {"What a word means that both departments use.", "両部門が使う言葉の、合意された意味。"},
            {"Looked for among terms, then stages, definitions and metrics. #N/A if nobody wrote it down.",
             "用語、ステージ、定義、指標の順に探します。書かれていなければ #N/A です。"},
            {playbook_parameter(),
             {"term",
              ArgumentKind::text,
              false,
              {"term", "用語"},
              {"A term, stage, definition or metric", "用語、ステージ、定義、または指標"}}},
            {{"=PLAYBOOK.MEANING(Playbook;\"Contact\")", "A person whose address we have"},
             {"=PLAYBOOK.MEANING(Playbook;\"ｍｑｌ\")", "Worth a call"},
             {"=PLAYBOOK.MEANING(Playbook;\"Hot lead\")", "Big enough, and looking at us now"},
             {"=PLAYBOOK.MEANING(Playbook;\"Lukewarm\")", "#N/A"}},
            agreed_meaning};
}

Function changes_function() {
    return {"PLAYBOOK.CHANGES",
            "0.1.0",
            Returns::text_matrix,
            {"How two versions of a playbook differ, one row per difference.",
             "プレイブックの2つの版の違い。1行に1件。"},
            {"Compared by name, as far as the fingerprint reaches. With leads also how many of last month's "
             "leads (the "
             "calendar month before the as-of date, by created date) qualify under one version only.",
             "指紋の対象となる内容を名前で比べます。リードを渡すと、基準日の前月に作成されたリードのうち、判"
             "定が変わる件数も示"
             "します。"},
            {{"before",
              ArgumentKind::playbook,
              false,
              {"old", "変更前"},
              {"The earlier playbook", "変更前のプレイブック"}},
             {"after",
              ArgumentKind::playbook,
              false,
              {"new", "変更後"},
              {"The later playbook", "変更後のプレイブック"}},
             {"leads",
              ArgumentKind::leads,
              true,
              {"leads", "リード"},
              {"A cell with LEAD.TABLE, to count the leads that change sides; default none",
               "判定が変わるリードを数えるための LEAD.TABLE のセル。省略時は数えない"}}},
            {{"=PLAYBOOK.CHANGES(Playbook;PlaybookBlocks)", "no changes"},
             {"=PLAYBOOK.CHANGES(Playbook;PlaybookBlocks;Leads)", "no changes"}},
            differences};
}

Function metrics_function() {
    return {
        "PLAYBOOK.METRICS",
        "0.1.0",
        Returns::text_matrix,
        {"The names of the agreed metrics, one per row.", "合意された指標の名前。1行に1つ。"},
        {"In the order of the playbook; #N/A if there is none.", "プレイブックの順。なければ #N/A です。"},
        {playbook_parameter()},
        {{"=PLAYBOOK.METRICS(Playbook)", "Win rate | Acceptance | Value per MQL"},
         {"=PLAYBOOK.METRICS(PlaybookBlocks)", "Win rate | Acceptance | Value per MQL"}},
        metric_names};
}

Function problems_function() {
    return {
        "PLAYBOOK.PROBLEMS",
        "0.1.0",
        Returns::text_matrix,
        {"What is wrong with a playbook, with block and row; ok if nothing is.",
         "プレイブックの問題点をブロックと行とともに示します。なければ ok です。"},
        {"Entries that cannot be read, names that mean nothing or stand there twice, expressions that do "
         "not parse, "
         "definitions that refer to themselves, limits that cannot hold. With leads also the columns that "
         "[columns], stages, expressions and formulas name but the lead list does not have, and entries of "
         "its "
         "history that are ignored.",
         "読めない項目、不明な名前や重複、解釈できない式、自分自身を参照する定義、成り立たない値。リードを"
         "渡すと、[columns]"
         "、ステージ、条件式、指標の式にあってリード一覧にない列や、無視される履歴も示します。"},
        {playbook_parameter(),
         {"leads",
          ArgumentKind::leads,
          true,
          {"leads", "リード"},
          {"The lead list, or a cell with LEAD.TABLE, to check the names of columns; default none",
           "列の名前を確かめるためのリード一覧、または LEAD.TABLE のセル。省略時は確かめない"}}},
        {{"=PLAYBOOK.PROBLEMS(Playbook)", "ok"},
         {"=PLAYBOOK.PROBLEMS(PlaybookBlocks;Leads)", "ok"},
         {"=PLAYBOOK.PROBLEMS(Misspelt;Leads)",
          "rules 1: There is no column \"Employes\". | segments 1: There is no column \"Sorce\"."}},
        problems};
}

}  // namespace

std::vector<Function> playbook_functions() {
    return {read_function(),    status_function(),  fingerprint_function(), meaning_function(),
            changes_function(), metrics_function(), problems_function(),    signoffs_function()};
}

}  // namespace kakehashi
