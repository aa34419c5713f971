"""The demo's playbook as blocks of rows: what marketing and sales of the demo company agreed on."""

from datetime import date

from data import AS_OF
from words import HOLIDAYS, VALUES

VALID_FROM = date(2026, 10, 1)
FUNNEL_FROM, FUNNEL_TO = date(2025, 6, 1), date(2026, 10, 31)  # the period the funnel opens with

# Families of reasons, in English and Japanese.
PROCEDURAL, CLERICAL, DEFINITIONAL = ("procedural", "手続き"), ("clerical", "記載不備"), ("definitional", "定義")
DISQUALIFIED, LOST = ("disqualified", "対象外"), ("lost", "失注")

# Names of the blocks and of their headers, as the playbook reader knows them in each language.
HEADERS = {
    "en": {
        "playbook": ["key", "value"],
        "columns": ["role", "header"],
        "stages": ["stage", "owner", "column", "when", "within days", "within hours", "meaning"],
        "outcomes": ["outcome", "when"],
        "definitions": ["definition", "threshold", "at least", "capacity per week", "version", "valid from",
                        "valid to", "meaning"],
        "rules": ["definition", "group", "rule", "points", "must", "decay days", "repeats"],
        "groups": ["definition", "group", "floor", "cap"],
        "reasons": ["reason", "family", "owner"],
        "terms": ["term", "meaning", "owner"],
        "metrics": ["metric", "formula", "unit", "better", "owner", "meaning"],
        "personas": ["name", "when", "note"],
        "segments": ["name", "scheme", "when", "note"],
        "holidays": ["date", "name"],
        "signoffs": ["department", "name", "date", "fingerprint"],
    },
    "ja": {
        "playbook": ["項目", "値"],
        "columns": ["役割", "見出し"],
        "stages": ["ステージ", "担当部門", "列", "条件", "期限日数", "期限時間", "意味"],
        "outcomes": ["結果", "条件"],
        "definitions": ["定義", "しきい値", "最低数", "週の対応数", "版", "適用開始", "適用終了", "意味"],
        "rules": ["定義", "グループ", "ルール", "点数", "必須", "半減日数", "回数"],
        "groups": ["定義", "グループ", "下限", "上限"],
        "reasons": ["理由", "区分", "担当部門"],
        "terms": ["用語", "意味", "担当部門"],
        "metrics": ["指標", "計算式", "単位", "向き", "担当部門", "意味"],
        "personas": ["名前", "条件", "備考"],
        "segments": ["名前", "分類", "条件", "備考"],
        "holidays": ["日付", "名前"],
        "signoffs": ["部門", "氏名", "署名日", "指紋"],
    },
}
BLOCKS = {
    "en": {block: block for block in HEADERS["en"]},
    "ja": {"playbook": "プレイブック", "columns": "列", "stages": "ステージ", "outcomes": "結果", "definitions": "定義",
           "rules": "ルール", "groups": "グループ", "reasons": "理由", "terms": "用語", "metrics": "指標",
           "personas": "ペルソナ", "segments": "セグメント", "holidays": "祝日", "signoffs": "署名"},
}


def blocks(t, language):
    """[(block, rows)]; a date is a date, an empty cell None. Sign-offs come last, without their fingerprints."""
    value = VALUES[language]
    say = lambda english, japanese: japanese if language == "ja" else english
    equals = lambda column, code: f'[{column}] = "{value[code]}"'
    filled = lambda column: f"[{column}] {say('is not empty', '!= 空')}"
    any_of = lambda column, codes: f"[{column}] in ({', '.join(chr(34) + value[code] + chr(34) for code in codes)})"
    hot, marketing, sales = t["hot"], t["marketing"], t["sales"]
    fit, engagement = say("fit", "適合度"), say("engagement", "関心度")  # grades know the groups by these names
    higher = say("higher", "高い")
    good = any_of(t["industry"], ["machinery", "electronics", "food"])
    return [
        ("playbook", [
            [say("name", "名前"), t["company"]], [say("version", "版"), "3"], [say("valid from", "適用開始"), VALID_FROM],
            [say("as of", "基準日"), AS_OF],
            [say("week starts", "週の開始曜日"), say("Monday", "月曜日")],
            [say("fiscal year starts", "期首月"), say(1, 4)],
            [say("working days", "営業日"), say("Mon-Fri", "月-金")],
            [say("working hours", "営業時間"), "09:00-12:00, 13:00-18:00"],
            [say("opportunity stage", "商談ステージ"), t["opportunity"]], [say("margin", "粗利率"), 0.45],
        ]),
        ("columns", [
            [say("id", "番号"), t["id"]], [say("company", "会社名"), t["company_column"]],
            [say("created", "作成日"), t["lead_date"]], [say("source", "流入元"), t["source"]],
            [say("owner", "担当者"), t["owner"]], [say("amount", "金額"), t["amount"]],
            [say("outcome", "結果"), t["result"]], [say("reason", "理由"), t["reason"]],
            [say("closed", "完了日"), t["closed"]], [say("handed off", "引き渡し日"), t["handed_date"]],
            [say("responded", "対応日"), t["responded"]], [say("rejected", "却下日"), t["rejected_date"]],
            # A lead is accepted by answering it: Accept writes the date there.
            [say("accepted", "受け入れ日"), t["responded"]],
        ]),
        ("stages", [
            [t["lead"], marketing, t["lead_date"], None, None, None,
             say("A company whose contact we may write to", "連絡してよい相手が分かっている会社")],
            [t["mql"], marketing, t["mql_date"], None, 60, None,
             say("Has shown interest in a product, not only in us", "特定の製品に関心を示した")],
            [t["handed"], sales, t["handed_date"], None, 14, 16,
             say("Given to sales with name, need and history", "相手、課題、経緯を添えて営業に渡した")],
            [t["opportunity"], sales, t["opportunity_date"], None, 30, None,
             say("Sales has spoken to them: a need, a budget, a date", "営業が面談し、課題・予算・時期を確認した")],
            [t["won"], sales, t["won_date"], None, 120, None, say("Contract signed", "契約を締結した")],
        ]),
        ("outcomes", [[say(code, value[code]), equals(t["result"], code)] for code in ["won", "lost"]] + [
            # A lead that was sent back and taken up later counts here as well.
            [say("rejected", value["rejected"]), f"{equals(t['result'], 'rejected')} {say('or', 'または')} {filled(t['rejected_date'])}"],
            # Sales has answered; a lead that is rejected as well counts as rejected.
            [say("accepted", "受け入れ"), filled(t["responded"])],
            *[[say(code, value[code]), equals(t["result"], code)] for code in ["disqualified", "recycled"]]]),
        ("definitions", [[hot, 75, None, 25, "3", None, None,
                          say("Fits us, and is looking at us now", "当社に合い、今まさに関心が高い")]]),
        ("rules", [
            [hot, fit, f"[{t['employees']}] >= 30", 0, say("yes", "はい"), None, None],
            [hot, fit, f"[{t['employees']}] >= 100", 25, None, None, None],
            [hot, fit, good, 15, None, None, None],
            [hot, fit, any_of(t["source"], ["referral", "webinar", "trade show"]), 10, None, None, None],
            [hot, engagement, f"[{t['last_visit']}] within 90 days", 30, None, 30, None],
            [hot, engagement, f"[{t['downloads']}] >= 2", 15, None, None, None],
            [hot, engagement, f"[{t['pages']}] >= 10", 10, None, None, None],
        ]),
        ("groups", [[hot, fit, None, 45], [hot, engagement, None, 55]]),
        ("reasons", [[value[code], say(*family), owner] for code, family, owner in [
            ("no owner", PROCEDURAL, sales), ("wrong contact", CLERICAL, marketing), ("duplicate", CLERICAL, marketing),
            ("too small", DEFINITIONAL, marketing), ("no budget", DISQUALIFIED, marketing),
            ("no need", DISQUALIFIED, marketing), ("timing", DISQUALIFIED, marketing),
            ("no reply", DISQUALIFIED, marketing), ("price", LOST, sales), ("competitor", LOST, sales),
            ("no decision", LOST, sales)]]),
        ("terms", [
            [value["rejected"], say("Sales sends it back before any contact", "営業が接触前に返すこと"), sales],
            [value["disqualified"], say("After contact: no business to be had", "接触の結果、商談の見込みがないこと"), sales],
            [value["recycled"], say("Back to marketing, to be offered again", "マーケティングに戻し、再び引き渡すこと"),
             marketing],
            [t["hot"], say("Reaches 75 points under the rules of this page", "このページのルールで75点以上のリード"), marketing],
        ]),
        ("metrics", [
            [say("New leads", "新規リード数"), say("entered", "到達") + f" [{t['lead']}]", say("leads", "件"), higher, marketing,
             say("Leads that came in", "期間内に発生したリード")],
            [say("Opportunities", "商談数"), say("entered", "到達") + f" [{t['opportunity']}]", say("leads", "件"), higher, marketing,
             say("Leads that became opportunities", "期間内に商談になったリード")],
            [say("Acceptance", "受け入れ率"), say("acceptance", "受け入れ率"), "%", higher, sales,
             say("Accepted out of accepted and rejected", "受け入れ ÷（受け入れ＋却下）")],
            [say("Hand-off to opportunity", "引き渡しからの商談化率"),
             say(f"rate [{t['handed']}] to [{t['opportunity']}] within 30 days",
                 f"転換率 [{t['handed']}] から [{t['opportunity']}] 30日以内"), "%", higher, sales,
             say("Hand-offs that became opportunities within 30 days", "引き渡しから30日以内に商談になった割合")],
            [say("Win rate", "受注率"), say("win rate", "受注率"), "%", higher, sales,
             say("Won out of won and lost", "受注 ÷（受注＋失注）")],
            [say("Won value", "受注金額"), say("value", "金額") + f" [{t['won']}]", "¥", higher, sales,
             say("Amount of the contracts won", "期間内に受注した金額")],
            [say("Days to opportunity", "商談までの日数"),
             say(f"days [{t['lead']}] to [{t['opportunity']}]", f"日数 [{t['lead']}] から [{t['opportunity']}]"),
             say("days", "日"), say("lower", "低い"), marketing,
             say("Median, by the day the lead came in", "リードの発生日で集計した中央値")],
        ]),
        ("personas", [[say("Plant manager", "工場長"), f"{good} and [{t['employees']}] between 100 and 999",
                       say("Decides alone up to ¥5M; wants fewer stops", "500万円まで単独で決裁。設備停止を減らしたい")]]),
        ("segments", [
            [say("Small", "小規模"), say("size", "規模"), f"[{t['employees']}] < 100", None],
            [say("Mid-size", "中規模"), say("size", "規模"), f"[{t['employees']}] between 100 and 999", None],
            [say("Large", "大規模"), say("size", "規模"), f"[{t['employees']}] >= 1000", None],
        ]),
        ("holidays", [[day, say(english, japanese)] for day, english, japanese in HOLIDAYS]),
        ("signoffs", [
            [marketing, say("Clara Lindqvist", "小林 由紀"), VALID_FROM, ""],
            [sales, say("Martin Ogawa", "小川 誠"), VALID_FROM, ""],
        ]),
    ]
