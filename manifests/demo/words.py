"""What the demo company's data is called in English and Japanese. All companies and people are made up."""

from datetime import date

# One text per code of data.py, per language.
VALUES = {
    "en": {
        "web": "Web", "trade show": "Trade show", "webinar": "Webinar", "referral": "Referral",
        "newsletter": "Newsletter", "cold call": "Cold call",
        "machinery": "Machinery", "electronics": "Electronics", "food": "Food", "chemicals": "Chemicals",
        "logistics": "Logistics", "construction": "Construction", "medical": "Medical devices", "retail": "Retail",
        "north": "North", "east": "East", "central": "Central", "west": "West", "south": "South",
        "won": "Won", "lost": "Lost", "rejected": "Rejected", "disqualified": "Disqualified", "recycled": "Recycled",
        "no budget": "No budget", "no need": "No need", "no reply": "No reply", "no owner": "No owner",
        "timing": "Timing", "wrong contact": "Wrong contact", "duplicate": "Duplicate", "too small": "Too small",
        "price": "Price", "competitor": "Competitor", "no decision": "No decision", "": "",
    },
    "ja": {
        "web": "Webサイト", "trade show": "展示会", "webinar": "ウェビナー", "referral": "紹介",
        "newsletter": "メルマガ", "cold call": "電話",
        "machinery": "機械", "electronics": "電機", "food": "食品", "chemicals": "化学", "logistics": "物流",
        "construction": "建設", "medical": "医療機器", "retail": "小売",
        "north": "北日本", "east": "関東", "central": "中部", "west": "西日本", "south": "九州",
        "won": "受注", "lost": "失注", "rejected": "却下", "disqualified": "対象外", "recycled": "再育成",
        "no budget": "予算なし", "no need": "ニーズなし", "no reply": "返答なし", "no owner": "担当者不在",
        "timing": "時期尚早", "wrong contact": "連絡先誤り", "duplicate": "重複", "too small": "規模が小さい",
        "price": "価格", "competitor": "競合", "no decision": "決定見送り", "": "",
    },
}

HOLIDAYS = [
    (date(2026, 1, 1), "New Year's Day", "元日"), (date(2026, 1, 12), "Coming of Age Day", "成人の日"),
    (date(2026, 2, 11), "National Foundation Day", "建国記念の日"), (date(2026, 2, 23), "Emperor's Birthday", "天皇誕生日"),
    (date(2026, 3, 20), "Vernal Equinox Day", "春分の日"), (date(2026, 4, 29), "Showa Day", "昭和の日"),
    (date(2026, 5, 4), "Greenery Day", "みどりの日"), (date(2026, 5, 5), "Children's Day", "こどもの日"),
    (date(2026, 5, 6), "Holiday in lieu", "振替休日"), (date(2026, 7, 20), "Marine Day", "海の日"),
    (date(2026, 8, 11), "Mountain Day", "山の日"), (date(2026, 9, 21), "Respect for the Aged Day", "敬老の日"),
    (date(2026, 9, 22), "Citizens' Holiday", "国民の休日"), (date(2026, 9, 23), "Autumnal Equinox Day", "秋分の日"),
    (date(2026, 10, 12), "Sports Day", "スポーツの日"), (date(2026, 11, 3), "Culture Day", "文化の日"),
    (date(2026, 11, 23), "Labour Thanksgiving Day", "勤労感謝の日"),
]

# Sales reps, by the numbers in data.py.
REPS = {
    "en": ["Anna Berg", "Daniel Okafor", "Mai Tran", "Jonas Weber", "Petra Novak", "Luis Romero"],
    "ja": ["佐藤 美咲", "高橋 健太", "鈴木 彩", "田中 大輔", "伊藤 直子", "中村 翔"],
}

_STEMS = {
    "en": """Alder Amber Anvil Arden Ashford Aspen Barrow Beacon Birch Blackwood Bramble Bridgeway Bright Brook Calder
    Canyon Cedar Cinder Clearwater Cobalt Copper Coral Cove Crane Crescent Dale Dawn Delmar Dover Drift Eastgate Ember
    Fairlake Falcon Fern Flint Forge Foxglove Garnet Glen Granite Greenway Halden Harbor Hawthorn Hazel Heron Highfield
    Hollow Indigo Iron Ivory Juniper Keel Kestrel Kingsley Larch Lark Linden Lockwood Lumen Maple Marlow Meadow Merrow
    Mill Northgate Oakdale Opal Orchard Osprey Pebble Pine Quarry Raven Redwood Ridge Rowan Saffron Sable Sand Slate
    Spruce Sterling Stone Summit Thorn Tidal Umber Vale Verdant Westbrook Willow Wren""".split(),
    "ja": """青海 赤城野 秋穂 朝凪 旭ヶ原 葦原 東雲 天野川 有明野 石清 泉平 磯部崎 稲穂 岩戸 潮見 梅ヶ丘 浦風 雲仙野 江波
    大空 奥山 小野原 霞ヶ浜 風早 桂木 加茂野 唐沢 川霧 菊水野 北斗台 桐原 草薙野 黒潮 光風 古都野 木漏 五十鈴 相模野 桜坂
    皐月 早瀬 白樺 潮騒 静浦 信濃野 清流 瀬戸原 空知野 高嶺 滝野 立花野 玉川野 千種 月見 椿原 鶴見野 照葉 常盤野 豊穂
    長良野 渚 七海 虹ヶ丘 野分 萩原野 初雁 花畑 羽衣 春日野 日向野 氷川野 平泉野 富士見野 藤波 双葉野 碧水 星見 穂高野
    松風 真砂 瑞穂野 深山 若菜 紅葉谷 八重 山吹 雪見 夕映 由良野 吉備野 若草 和光野""".split(),
}

# Six endings per industry: a company is a stem, an ending and a legal form.
_ENDINGS = {
    "en": {
        "machinery": ["Machine Works", "Presses", "Engineering", "Tools", "Drives", "Pumps"],
        "electronics": ["Electronics", "Circuits", "Devices", "Power", "Optics", "Components"],
        "food": ["Foods", "Dairy", "Bakeries", "Beverages", "Kitchens", "Farms"],
        "chemicals": ["Chemicals", "Coatings", "Polymers", "Materials", "Resins", "Paper"],
        "logistics": ["Logistics", "Freight", "Cold Chain", "Warehousing", "Shipping", "Transport"],
        "construction": ["Construction", "Builders", "Structures", "Concrete", "Facilities", "Homes"],
        "medical": ["Medical", "Diagnostics", "Instruments", "Biolabs", "Care Systems", "Surgical"],
        "retail": ["Stores", "Markets", "Outfitters", "Hardware", "Trading", "Wholesale"],
    },
    "ja": {
        "machinery": ["精機", "機械工業", "製作所", "鉄工所", "ポンプ", "工機"],
        "electronics": ["電機", "電子工業", "デバイス", "光学", "電装", "計器"],
        "food": ["食品", "乳業", "製菓", "飲料", "水産", "製麺"],
        "chemicals": ["化学工業", "化成", "樹脂", "塗料", "製紙", "素材"],
        "logistics": ["物流", "運輸", "倉庫", "冷凍運送", "海運", "通運"],
        "construction": ["建設", "工務店", "住宅", "設備", "土木", "建材"],
        "medical": ["メディカル", "医療機器", "バイオ", "医科工業", "ヘルスケア", "検査機"],
        "retail": ["商店", "ストア", "マート", "商事", "百貨", "卸"],
    },
}
_FORMS = {
    "en": ["{} Ltd.", "{} Inc.", "{} Co.", "{}", "{} Group", "{} Ltd.", "{}", "{} Corp."],
    "ja": ["株式会社{}", "{}株式会社", "株式会社{}", "{}株式会社", "有限会社{}", "{}株式会社", "株式会社{}", "{}合同会社"],
}


def company_name(lead, language):
    name, form = lead.company
    stems = _STEMS[language]
    endings = _ENDINGS[language][lead.industry]
    stem = stems[name % len(stems)]
    ending = endings[name // len(stems) % len(endings)]
    separator = " " if language == "en" else ""
    return _FORMS[language][form].format(stem + separator + ending)


def full_width(text):
    """ASCII letters and digits as the wide forms that Japanese input methods leave behind."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
