"""The texts of the sheets on goals and on the two departments, in both languages, under the same keys."""

EN = dict(
    sheets=dict(goals="Goals", team="Team", goal_rows="Goal table", activities="Activities", survey="Survey"),
    names=dict(goals="GoalTree", goal_rows="GoalRows", activities="ActivityLog", survey="SurveyAnswers"),
    about=dict(goals="Where each goal stands, this week and this year; what revenue asks for",
               team="How well the two departments work together: what is said, what is counted",
               goal_rows="What both departments want to reach; most actuals count themselves",
               activities="What was done: newsletters, webinars, visits, calls", survey="The answers to 20 statements"),
    goals=dict(
        title="Goals", purpose="Three layers of one tree. The pale cells are yours: choose a week or a quarter, and the whole "
                               "board shows that part of each goal.",
        handle="Goal table", unit="View by", unit_value="quarter", unit_hint="week, month, quarter, half, year; empty: the "
                                                                             "goals' own periods",
        period="Period", whole="whole period of each goal", problems="Problems",
        layers=["shared", "department", "activity"],
        layer_headings=["Shared goals", "Department goals", "Activity goals"],
        headers=["Goal", "Owner", "Target", "Actual", "Expected\nby now", "Pace", "Forecast", "Status"],
        statuses={"done": "✓ done", "ahead": "▲ ahead", "on track": "● on track", "behind": "▼ behind",
                  "at risk": "■ at risk", "no data": "○ no data"},
        board_note="Expected follows each goal's curve up to the as-of day; rates and levels are to be at their target on any "
                   "day. Pace is actual ÷ expected, upside down where lower is better; from 1 ahead, 0.95 on track, 0.75 behind.",
        views_heading="One goal, five views", goal="Goal", goal_hint="any goal of the board",
        view_headers=["View", "Period", "Target", "Actual", "Expected\nby now", "Pace", "Forecast", "Status"],
        units=["week", "month", "quarter", "half", "year"],
        plan_heading="Backwards from revenue", value="To be won", by="Until", measured="Measured over leads",
        value_hint="more than is in the pipeline today", measured_hint="in this period",
        plan_headers=["It takes", None, "How many", "Until", None, "Measured", None, None],
        stage_pattern="{} that enter", per_stage="{} won of all that entered", activity_pattern="{0} (for {1})",
        per_activity="{0} {1} per activity", late="▼ {} days ago",
        plan_note="How many: value ÷ (measured rate to won × mean won value); for activities ÷ what entered the stage per "
                  "activity. Until: the day less the median lag. A date that has passed means that what is won by then must "
                  "come from what is under way already.",
        table_title="Goal table", table_purpose="One row per goal. An empty actual is counted: from the metric of the "
                                                "playbook, else from the activity log, else from the goals below.",
        table_headers=["Goal", "Parent", "Metric", "Layer", "Department", "Person", "Unit", "Kind", "Better", "Start", "End",
                       "Baseline", "Target", "Actual", "Curve"],
        kinds=["sum", "rate", "level"], curves=["working", "last year"], lower="lower",
        metrics={"value": "Won value", "leads": "New leads", "opportunities": "Opportunities", "win rate": "Win rate",
                 "acceptance": "Acceptance", "days": "Days to opportunity"},
        names=dict(revenue="Revenue", satisfaction="Customer satisfaction", show="Joint trade show, October",
                   newsletters="Newsletters", webinars="Webinars", calls="Calls", visits="Visits"),
        visits_of="Visits by {}", piece="leads", points="points", days="days", guests="guests", issues="issues",
        times="times", visits="visits", both="both", million='"¥"#,##0.0,,"M"',
        log_title="Activities", log_purpose="Who did what, and how often. Add rows at the end; the goals follow.",
        log_headers=["Date", "Person", "Activity", "Count"], log_marketing="Marketing"),
    team=dict(
        title="Team", purpose="What 14 people of both departments answered to 20 statements, from 1 = never to 5 = always, and "
                              "what the leads say about it.",
        cards=["Both departments", "Marketing", "Sales", "Level"],
        card_note="{} answered; 20 … 100", level_note="next from {} on", level_top="keep it",
        levels={"undefined": "undefined", "defined": "defined", "aligned": "aligned", "integrated": "integrated"},
        finding="Statement {0}, on accepting leads: people put it at {1}; of the leads on which sales decided, {2} were "
                "accepted. {3}",
        better="It is better than they say.", worse="It is worse than they say.", same="They know it well.",
        statements_heading="The answers", headers=["#", "Statement", "Marketing", "Sales", "Sales −\nmarketing", None],
        themes=["The same words", "The same goals", "The hand-off", "Learning from each other"],
        both_low="▼ both below 3", differ="◆ seen differently",
        note="Means of the answers. Both below 3: work on it together. A difference of 1 or more: talk about it first.",
        next_heading="The next steps, from {0} to {1}", stay_heading="How to stay {0}",
        survey_title="Survey", survey_purpose="One row per person, without names: the department and 20 answers from 1 to 5.",
        department="Department"),
)

JA = dict(
    sheets=dict(goals="目標", team="両部門", goal_rows="目標表", activities="活動記録", survey="調査回答"),
    names=dict(goals="目標ツリー", goal_rows="目標一覧", activities="活動ログ", survey="回答一覧"),
    about=dict(goals="各目標の現在地（週・月・四半期・半期・年）と、売上から逆算した必要量",
               team="両部門の連携はどの段階か。回答による認識と実測の差、次の一歩",
               goal_rows="両部門が責任を持つ目標。目標値は入力し、実績の多くは自動で数える",
               activities="メルマガ、ウェビナー、訪問、電話の記録", survey="20項目への回答"),
    goals=dict(
        title="目標", purpose="1つのツリーに3つの層があります。淡い色のセルで週や四半期を選ぶと、表全体がその期間の分に切り替わります。",
        handle="目標表", unit="表示単位", unit_value="四半期", unit_hint="週・月・四半期・半期・年。空欄は目標の期間全体",
        period="期間", whole="目標ごとの期間全体", problems="目標表の問題点",
        layers=["共有", "部門", "活動"], layer_headings=["共有目標", "部門目標", "活動目標"],
        headers=["目標", "担当", "目標値", "実績", "現時点の\n期待値", "ペース", "期末の\n見込み", "状況"],
        statuses={"done": "✓ 達成", "ahead": "▲ 先行", "on track": "● 順調", "behind": "▼ 遅れ", "at risk": "■ 危険",
                  "no data": "○ データなし"},
        board_note="期待値は、目標ごとの曲線で基準日までに達しているべき値で、率と水準ではいつでも目標値です。ペースは実績÷期待値（低いほど良い"
                   "目標は逆数）で、1以上を先行、0.95以上を順調、0.75以上を遅れとします。",
        views_heading="1つの目標を5つの期間で見る", goal="目標", goal_hint="上の表にある目標の名前",
        view_headers=["単位", "期間", "目標値", "実績", "現時点の\n期待値", "ペース", "期末の\n見込み", "状況"],
        units=["週", "月", "四半期", "半期", "年"],
        plan_heading="売上からの逆算", value="受注したい額", by="期日", measured="率を測る期間",
        value_hint="今ある商談に加えて", measured_hint="この期間のリード",
        plan_headers=["必要なもの", None, "必要数", "いつまでに", None, "実測", None, None],
        stage_pattern="{}に入るリード", per_stage="入った件数のうち{}が受注", activity_pattern="{0}（{1}のため）",
        per_activity="活動1件あたり{1}が{0}件", late="▼ {}日前に経過",
        plan_note="必要数＝受注額÷（実測の受注化率×平均受注額）。活動はさらに活動1件あたりの件数で割ります。いつまでに＝期日から日数の"
                  "中央値を引いた日です。すでに過ぎている場合、期日までの受注は今進行中のものからしか生まれません。",
        table_title="目標表", table_purpose="1行1目標。実績が空欄なら、プレイブックの指標、活動記録、下位の目標の順に数えます。",
        table_headers=["目標", "親目標", "指標", "層", "部門", "担当者", "単位", "種別", "向き", "開始日", "終了日", "基準値", "目標値",
                       "実績", "曲線"],
        kinds=["合計", "率", "水準"], curves=["営業日", "前年"], lower="低い",
        metrics={"value": "受注金額", "leads": "新規リード数", "opportunities": "商談数", "win rate": "受注率",
                 "acceptance": "受け入れ率", "days": "商談までの日数"},
        names=dict(revenue="売上", satisfaction="顧客満足度", show="展示会の共同出展（10月）", newsletters="メルマガ配信",
                   webinars="ウェビナー開催", calls="電話", visits="訪問"),
        visits_of="訪問：{}", piece="件", points="点", days="日", guests="名", issues="回", times="回", visits="件",
        both="両部門", million='#,##0.0,,"百万円"',
        log_title="活動記録", log_purpose="誰が何を何件行ったか。行を下に足すと目標の実績も増えます。",
        log_headers=["日付", "担当者", "活動", "件数"], log_marketing="マーケティング"),
    team=dict(
        title="両部門の連携", purpose="両部門の14人が、20の項目に1（全くない）～5（常にある）で答えた結果と、リードの実測との比較です。",
        cards=["両部門", "マーケティング", "営業", "段階"],
        card_note="回答{}人（20～100点）", level_note="次の段階は{}点から", level_top="この状態を保つ",
        levels={"undefined": "未整理", "defined": "役割が明確", "aligned": "足並みが揃う", "integrated": "一体"},
        finding="項目{0}（リードの受け入れ）への回答は{1}に当たります。営業が判断したリードのうち、受け入れは{2}でした。{3}",
        better="実際は、思われているより良い状態です。", worse="実際は、思われているより悪い状態です。", same="認識は実際とほぼ同じです。",
        statements_heading="回答の平均", headers=["番号", "項目", "マーケ\nティング", "営業", "営業 −\nマーケ", None],
        themes=["共通の言葉", "共通の目標", "引き渡し", "学び合い"],
        both_low="▼ ともに3未満", differ="◆ 見方に差",
        note="回答の平均です。ともに3未満の項目は一緒に取り組み、差が1以上の項目はまず話し合います。",
        next_heading="「{0}」から「{1}」への次の一歩", stay_heading="「{0}」を保つために",
        survey_title="調査回答", survey_purpose="1行に1人、氏名なし。部門と、1～5の回答20個です。",
        department="部門"),
)

assert EN.keys() == JA.keys()
assert all(EN[key].keys() == JA[key].keys() for key in EN)
