#include "core/playbook/form.hpp"

#include <array>
#include <string>
#include <unordered_map>

#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

using Kind = ValueKind;
constexpr bool required = true;
constexpr bool key = true;

constexpr Choice skipping[] = {{"implied", "みなし"}, {"strict", "厳格|必須"}};
constexpr Choice entries[] = {{"first", "最初|初回"}, {"any", "任意|いずれか"}};
constexpr Choice amounts[] = {
    {"once", "一回|1回|一括"}, {"per month", "monthly|月額|毎月"}, {"per year", "yearly|annual|年額|毎年"}};
constexpr Choice betters[] = {{"higher", "高い|高い方|高いほど良い"}, {"lower", "低い|低い方|低いほど良い"}};
constexpr Choice families[] = {{"procedural", "手続き|手続"},
                               {"clerical", "記載不備|事務"},
                               {"definitional", "定義|定義不一致"},
                               {"disqualified", "対象外|失格"},
                               {"lost", "失注"}};
constexpr Choice outcomes[] = {{"won", "受注|成約"},
                               {"lost", "失注"},
                               {"disqualified", "対象外|失格"},
                               {"rejected", "却下"},
                               {"recycled", "差し戻し|差戻し|再育成|リサイクル"},
                               {"accepted", "受け入れ|受入|受理|受諾|承諾"}};

constexpr Header playbook_keys[] = {
    {"name", "名前|名称", Kind::text},
    {"version", "版|バージョン", Kind::label},
    {"valid from", "適用開始|有効開始|適用開始日", Kind::date},
    {"as of", "基準日", Kind::date},
    {"week starts", "週の開始|週の始まり|週の開始曜日", Kind::text},
    {"fiscal year starts", "年度の開始月|年度開始月|期首月", Kind::month},
    {"working days", "営業日|稼働日", Kind::text},
    {"working hours", "営業時間|稼働時間", Kind::text},
    {"skipped stages", "飛ばしたステージ|飛ばした段階", Kind::text, false, false, skipping},
    {"entry", "起点|開始の数え方", Kind::text, false, false, entries},
    {"opportunity stage", "商談ステージ|商談段階", Kind::text},
    {"amount is", "金額の種類|金額の単位", Kind::text, false, false, amounts},
    {"margin", "粗利率", Kind::number},
    {"churn", "解約率", Kind::number},
    {"status limits", "状況の境目|達成度の境目", Kind::text},
};
constexpr Header column_headers[] = {
    {"role", "役割", Kind::role, required, key},
    {"header", "見出し|列|列名", Kind::text, required},
};
constexpr Header stage_headers[] = {
    {"stage", "ステージ|段階", Kind::text, required, key},
    {"owner", "担当|担当部門|部門"},
    {"column", "列|列名|日付列"},
    {"when", "条件"},
    {"within days", "日数以内|期限日数|日数", Kind::number},
    {"within hours", "時間以内|期限時間|時間", Kind::number},
    {"meaning", "意味|定義"},
};
constexpr Header outcome_headers[] = {
    {"outcome", "結果", Kind::text, required, key, outcomes},
    {"when", "条件", Kind::text, required},
};
constexpr Header definition_headers[] = {
    {"definition", "定義|定義名", Kind::text, required, key},
    {"threshold", "しきい値|閾値|基準点", Kind::number},
    {"at least", "最低数|最低ルール数", Kind::number},
    {"capacity per week", "週の対応数|週あたりの対応数", Kind::number},
    {"version", "版|バージョン", Kind::label, false, key},
    {"valid from", "適用開始|有効開始|適用開始日", Kind::date},
    {"valid to", "適用終了|有効終了|適用終了日", Kind::date},
    {"meaning", "意味"},
};
constexpr Header rule_headers[] = {
    {"definition", "定義|定義名", Kind::text, required, key},
    {"group", "グループ|分類"},
    {"rule", "ルール|条件", Kind::text, required, key},
    {"points", "点数|点|ポイント", Kind::number},
    {"must", "必須", Kind::yes_no},
    {"decay days", "半減日数|半減期|減衰日数", Kind::number},
    {"repeats", "回数|繰り返し", Kind::number},
};
constexpr Header group_headers[] = {
    {"definition", "定義|定義名", Kind::text, required, key},
    {"group", "グループ|分類", Kind::text, required, key},
    {"floor", "下限", Kind::number},
    {"cap", "上限", Kind::number},
};
constexpr Header reason_headers[] = {
    {"reason", "理由", Kind::text, required, key},
    {"family", "種別|系統|区分", Kind::text, false, false, families},
    {"owner", "担当|担当部門|部門"},
};
constexpr Header term_headers[] = {
    {"term", "用語", Kind::text, required, key},
    {"meaning", "意味|定義"},
    {"owner", "担当|担当部門|部門"},
};
constexpr Header metric_headers[] = {
    {"metric", "指標|指標名", Kind::text, required, key},
    {"formula", "式|計算式"},
    {"unit", "単位"},
    {"better", "良い方向|向き", Kind::text, false, false, betters},
    {"owner", "担当|担当部門|部門"},
    {"meaning", "意味|定義"},
};
constexpr Header persona_headers[] = {
    {"name", "名前|名称", Kind::text, required, key},
    {"when", "条件"},
    {"note", "メモ|備考"},
};
constexpr Header segment_headers[] = {
    {"name", "名前|名称", Kind::text, required, key},
    {"scheme", "分類|区分|体系", Kind::text, false, key},
    {"when", "条件"},
    {"note", "メモ|備考"},
};
constexpr Header holiday_headers[] = {
    {"date", "日付", Kind::date, required, key},
    {"name", "名前|名称"},
};
constexpr Header signoff_headers[] = {
    {"department", "部門|部署", Kind::text, required, key},
    {"name", "名前|氏名"},
    {"date", "日付|署名日", Kind::date},
    {"fingerprint", "指紋|フィンガープリント"},
};

const std::array<BlockForm, block_count> forms = {{
    {"playbook", "プレイブック|基本", {"setting", "設定"}, playbook_keys},
    {"columns", "列", {"column", "列"}, column_headers},
    {"stages", "ステージ|段階", {"stage", "ステージ"}, stage_headers},
    {"outcomes", "結果", {"outcome", "結果"}, outcome_headers},
    {"definitions", "定義", {"definition", "定義"}, definition_headers},
    {"rules", "ルール", {"rule", "ルール"}, rule_headers},
    {"groups", "グループ", {"group", "グループ"}, group_headers},
    {"reasons", "理由", {"reason", "理由"}, reason_headers},
    {"terms", "用語", {"term", "用語"}, term_headers},
    {"metrics", "指標", {"metric", "指標"}, metric_headers},
    {"personas", "ペルソナ", {"persona", "ペルソナ"}, persona_headers},
    {"segments", "セグメント", {"segment", "セグメント"}, segment_headers},
    {"holidays", "休日|祝日", {"holiday", "休日"}, holiday_headers},
    {"signoffs", "署名|承認", {"sign-off", "署名"}, signoff_headers},
}};

/// Whether the folded name is one of the names in a list separated by `|`.
/// Folded names and what they stand for.
using Names = std::unordered_map<std::string, std::size_t>;

/// The first to claim a name has it.
void add_names(Names& into, std::string_view name, std::string_view others, std::size_t meaning) {
    into.emplace(fold_header(name), meaning);
    while (!others.empty()) {
        const std::size_t end = others.find('|');
        into.emplace(fold_header(others.substr(0, end)), meaning);
        others.remove_prefix(end == std::string_view::npos ? others.size() : end + 1);
    }
}

}  // namespace

Text Header::shown() const {
    return {std::string(name), std::string(ja.substr(0, ja.find('|')))};
}

std::span<const Choice> outcome_choices() {
    return outcomes;
}

const BlockForm& form_of(Block block) {
    return forms[static_cast<std::size_t>(block)];
}

std::optional<Block> find_block(std::string_view name) {
    static const Names names = [] {
        Names all;
        for (std::size_t i = 0; i < forms.size(); ++i) add_names(all, forms[i].name, forms[i].ja, i);
        return all;
    }();
    const auto found = names.find(fold_header(name));
    if (found == names.end()) return std::nullopt;
    return static_cast<Block>(found->second);
}

std::optional<std::size_t> find_header(Block block, std::string_view name) {
    static const std::array<Names, block_count> names = [] {
        std::array<Names, block_count> all;
        for (std::size_t i = 0; i < forms.size(); ++i)
            for (std::size_t header = 0; header < forms[i].headers.size(); ++header)
                add_names(all[i], forms[i].headers[header].name, forms[i].headers[header].ja, header);
        return all;
    }();
    const Names& known = names[static_cast<std::size_t>(block)];
    const auto found = known.find(fold_header(name));
    if (found == known.end()) return std::nullopt;
    return found->second;
}

}  // namespace kakehashi
