#include "core/table/headers.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

struct Vocabulary {
    Role role;
    std::string_view name;                      // as the playbook writes it
    std::vector<std::string_view> other_names;  // of the role, in a playbook
    std::vector<std::string_view> headers;      // in a table, surest first
};

// A header stands under one role only, and only if it can hardly mean anything else in a lead list: a figure
// from the wrong column is worse than one that asks for the column. Written for people; compared by
// `fold_header`.
const std::array<Vocabulary, role_count>& vocabularies() {
    static const std::array<Vocabulary, role_count> all = {{
        {Role::id,
         "id",
         {"番号"},
         {"ID",           "Lead ID",      "リードID",    "Record ID",  "Opportunity ID", "Deal ID",
          "Deal - ID",    "Contact ID",   "Person - ID", "Case ID",    "Lead Number",    "レコードID",
          "レコード番号", "recordNumber", "商談ID",      "商談番号",   "案件ID",         "案件番号",
          "案件No",       "見込み客ID",   "見込客ID",    "リード番号", "リードNo",       "顧客ID",
          "名刺ID",       "管理番号"}},
        {Role::name,
         "name",
         {"名前", "氏名"},
         {"Name", "Lead Name", "Full Name", "Contact Name", "Opportunity Name", "Deal Name", "Deal - Title",
          "Person - Name", "Person - Name*", "property_dealname", "氏名", "名前", "お名前", "見込み客名",
          "見込客名", "リード名", "商談名", "案件名"}},
        {Role::company,
         "company",
         {"会社", "会社名", "企業"},
         {"Company",
          "Company Name",
          "Account",
          "Account Name",
          "Organization",
          "Organization Name",
          "Organisation",
          "Organisation Name",
          "Associated Company",
          "Deal - Organization",
          "Person - Organization",
          "Organization - Name",
          "Organization - Name*",
          "Lead - Organization",
          "property_company",
          "会社名",
          "会社",
          "企業名",
          "企業",
          "法人名",
          "貴社名",
          "御社名",
          "取引先名",
          "取引先",
          "顧客名",
          "組織名"}},
        {Role::email,
         "email",
         {"メール", "メールアドレス"},
         {"Email", "E-mail", "Email Address", "E-mail Address", "Mail", "Mail Address", "Work Email",
          "Business Email", "Person - Email", "Person - Email (Work)", "property_email", "メール",
          "メールアドレス", "Eメール", "Eメールアドレス", "電子メール", "電子メールアドレス",
          "取引先責任者メールアドレス"}},
        {Role::phone,
         "phone",
         {"電話", "電話番号"},
         {"Phone",
          "Phone Number",
          "Telephone",
          "Telephone Number",
          "Tel",
          "Work Phone",
          "Business Phone",
          "Person - Phone",
          "Person - Phone (Work)",
          "property_phone",
          "電話",
          "電話番号",
          "TEL直通",
          "TEL会社",
          "TEL_1",
          "会社電話番号",
          "Mobile",
          "Mobile Phone",
          "Mobile Phone Number",
          "携帯電話",
          "携帯電話番号"}},
        {Role::created,
         "created",
         {"作成", "作成日", "登録日"},
         {"Created",
          "Created Date",
          "Create Date",
          "Created At",
          "Created On",
          "Created Time",
          "Creation Date",
          "Date Created",
          "Lead Created",
          "Lead Created Date",
          "Lead Creation Date",
          "Became a Lead Date",
          "Deal - Deal created",
          "Lead - Lead created",
          "Person - Person created",
          "property_createdate",
          "property_created_at",
          "作成日",
          "作成日時",
          "登録日",
          "登録日時",
          "リード作成日",
          "リード獲得日",
          "獲得日",
          "発生日",
          "リード発生日",
          "問い合わせ日",
          "問合せ日",
          "問合わせ日",
          "お問い合わせ日",
          "受付日",
          "名刺交換日",
          "Engage Date"}},
        {Role::source,
         "source",
         {"流入元", "リードソース"},
         {"Source", "Lead Source", "Original Source", "Original Traffic Source", "Opportunity Source",
          "Deal Source", "Source Channel", "Deal - Source channel", "Lead - Source", "リードソース",
          "主リードソース", "流入元", "流入経路", "流入チャネル", "獲得経路", "獲得チャネル", "ソース"}},
        {Role::owner,
         "owner",
         {"担当", "担当者", "所有者"},
         {"Owner",
          "Lead Owner",
          "Contact Owner",
          "Opportunity Owner",
          "Deal Owner",
          "Record Owner",
          "HubSpot Owner",
          "Owner Name",
          "Deal - Owner",
          "Lead - Owner",
          "Person - Owner",
          "Assigned To",
          "Sales Owner",
          "Sales Rep",
          "Sales Representative",
          "Sales Agent",
          "Salesperson",
          "所有者",
          "リード所有者",
          "リード 所有者",
          "商談所有者",
          "商談 所有者",
          "案件所有者",
          "営業担当",
          "営業担当者",
          "営業担当者名",
          "担当営業",
          "案件担当者",
          "担当",
          "担当者",
          "名刺所有者名",
          "Owner ID"}},
        {Role::amount,
         "amount",
         {"金額"},
         {"Amount",          "Deal Amount",        "Opportunity Amount", "Deal Value",
          "Deal - Value",    "Opportunity Value",  "Close Value",        "Contract Value",
          "Total Amount",    "Recent Deal Amount", "property_amount",    "金額",
          "商談金額",        "案件金額",           "受注金額",           "成約金額",
          "契約金額",        "見込金額",           "見込み金額",         "想定金額",
          "Amount Requested"}},
        {Role::stage,
         "stage",
         {"ステージ", "段階", "フェーズ"},
         {"Stage",
          "Deal Stage",
          "Deal - Stage",
          "Lead Stage",
          "Opportunity Stage",
          "Sales Stage",
          "Pipeline Stage",
          "Funnel Stage",
          "Stage Name",
          "Lifecycle Stage",
          "フェーズ",
          "商談フェーズ",
          "案件フェーズ",
          "営業フェーズ",
          "ステージ",
          "商談ステージ",
          "営業ステージ",
          "リードステージ",
          "ライフサイクルステージ",
          "段階",
          "営業段階"}},
        {Role::outcome,
         "outcome",
         {"結果"},
         {"Outcome", "Result", "Deal Outcome", "Deal Result", "Won/Lost", "Won or Lost", "Deal - Status",
          "Deal Status", "Lead Outcome", "結果", "商談結果", "案件結果", "受注/失注", "受注・失注",
          "受注失注", "受失注", "勝敗"}},
        {Role::reason,
         "reason",
         {"理由"},
         {"Reason",
          "Lost Reason",
          "Loss Reason",
          "Closed Lost Reason",
          "Reason Lost",
          "Deal - Lost reason",
          "Rejection Reason",
          "Rejected Reason",
          "Reject Reason",
          "Disqualification Reason",
          "Disqualified Reason",
          "Unqualified Reason",
          "Outcome Reason",
          "理由",
          "失注理由",
          "却下理由",
          "差し戻し理由",
          "差戻し理由",
          "差戻理由",
          "対象外理由",
          "受注/失注理由",
          "受注/失注理由詳細"}},
        {Role::closed,
         "closed",
         {"完了", "完了日", "クローズ日"},
         {"Closed",
          "Closed Date",
          "Close Date",
          "Closed At",
          "Closed On",
          "Date Closed",
          "Closing Date",
          "Deal - Deal closed on",
          "Deal Close Date",
          "Recent Deal Close Date",
          "property_closedate",
          "クローズ日",
          "クローズ日時",
          "完了日",
          "完了日時",
          "商談完了日",
          "受注/失注日",
          "受注・失注日",
          "受失注日",
          "完了予定日"}},
        {Role::handed_off,
         "handed off",
         {"引き渡し", "引渡し", "引き渡し日"},
         {"Handed Off",
          "Hand-off",
          "Hand-off Date",
          "Handed Off Date",
          "Handed Off At",
          "Handed Off On",
          "Date Handed Off",
          "Handed Over",
          "Handover Date",
          "Passed to Sales",
          "Passed to Sales Date",
          "Sent to Sales",
          "Sent to Sales Date",
          "引き渡し日",
          "引き渡し日時",
          "引渡し日",
          "引渡し日時",
          "引渡日",
          "引渡日時",
          "営業引き渡し日",
          "営業引渡し日",
          "営業引渡日",
          "営業への引き渡し日",
          "トスアップ日",
          "トスアップ日時"}},
        {Role::responded,
         "responded",
         {"対応", "対応日", "対応日時", "初回対応", "初回対応日", "初回対応日時", "応答", "応答日",
          "応答日時"},
         {"Responded",
          "Responded Date",
          "Responded At",
          "Responded On",
          "Response Date",
          "First Response",
          "First Response Date",
          "First Response At",

          "First Contacted",
          "First Contact Date",
          "First Contacted Date",
          "First Contacted At",
          "初回対応日",
          "初回対応日時",
          "初回応答日",
          "初回連絡日",
          "初回連絡日時",
          "初回接触日",
          "初回コンタクト日",
          "応答日",
          "応答日時",
          "対応日",
          "対応日時",
          "対応開始日"}},
        {Role::accepted,
         "accepted",
         {"受諾", "受諾日", "受け入れ日"},
         {"Accepted", "Accepted Date", "Accepted At", "Accepted On", "Acceptance Date", "Date Accepted",
          "Sales Accepted", "Sales Accepted Date", "Sales Accepted Lead Date", "受諾日", "受諾日時", "受入日",
          "受け入れ日", "営業受諾日", "営業受入日", "承諾日", "引受日", "引き受け日"}},
        {Role::rejected,
         "rejected",
         {"却下", "却下日"},
         {"Rejected", "Rejected Date", "Rejected At", "Rejected On", "Rejection Date", "Date Rejected",
          "Sales Rejected", "Sales Rejected Date", "却下日", "却下日時", "営業却下日"}},
    }};
    return all;
}

const Vocabulary& vocabulary(Role role) {
    return vocabularies()[static_cast<std::size_t>(role)];
}

/// All header names, folded, each with its rank within its role: one look-up per header instead of a
/// comparison with hundreds of names.
struct Place {
    Role role;
    std::size_t rank;
};
const std::unordered_map<std::string, Place>& places() {
    static const auto all = [] {
        std::unordered_map<std::string, Place> result;
        for (const Vocabulary& entry : vocabularies())
            for (std::size_t rank = 0; rank < entry.headers.size(); ++rank)
                result.try_emplace(fold_header(entry.headers[rank]), Place{entry.role, rank});
        return result;
    }();
    return all;
}

}  // namespace

std::string_view role_name(Role role) {
    return vocabulary(role).name;
}

std::optional<Role> parse_role(std::string_view name) {
    static const auto roles = [] {
        std::unordered_map<std::string, Role> result;
        for (const Vocabulary& entry : vocabularies()) {
            result.try_emplace(fold_header(entry.name), entry.role);
            for (const std::string_view other : entry.other_names)
                result.try_emplace(fold_header(other), entry.role);
        }
        return result;
    }();
    const auto found = roles.find(fold_header(name));
    if (found == roles.end()) return std::nullopt;
    return found->second;
}

std::optional<std::size_t> recognise_role(Role role, std::span<const std::string> headers) {
    std::optional<std::size_t> best;
    std::size_t best_rank = 0;
    for (std::size_t column = 0; column < headers.size(); ++column) {
        const auto place = places().find(fold_header(headers[column]));
        if (place == places().end() || place->second.role != role) continue;
        if (best && place->second.rank >= best_rank) continue;
        best = column;
        best_rank = place->second.rank;
    }
    return best;
}

}  // namespace kakehashi
