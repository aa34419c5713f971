#include "core/table/headers.hpp"

#include <map>
#include <vector>

#include <catch2/catch.hpp>

using namespace kakehashi;

namespace {

using Headers = std::vector<std::string>;

/// The header that is recognised for a role; empty if none.
std::string recognised(Role role, const Headers& headers) {
    const auto column = recognise_role(role, headers);
    return column ? headers[*column] : std::string();
}

std::vector<Role> all_roles() {
    std::vector<Role> roles;
    for (std::size_t i = 0; i < role_count; ++i) roles.push_back(static_cast<Role>(i));
    return roles;
}

/// Exactly these roles are recognised, each in this header.
void recognises(const Headers& headers, const std::map<Role, std::string>& expected) {
    for (const Role role : all_roles()) {
        INFO(role_name(role));
        const auto found = expected.find(role);
        CHECK(recognised(role, headers) == (found == expected.end() ? std::string() : found->second));
    }
}

}  // namespace

TEST_CASE("every role has the name that the playbook writes, and is found by it", "[headers]") {
    const std::vector<std::string> names = {
        "id",    "name",    "company", "email",  "phone",      "created",   "source",   "owner",   "amount",
        "stage", "outcome", "reason",  "closed", "handed off", "responded", "accepted", "rejected"};
    REQUIRE(names.size() == role_count);
    for (std::size_t i = 0; i < role_count; ++i) {
        CHECK(role_name(static_cast<Role>(i)) == names[i]);
        CHECK(parse_role(names[i]) == static_cast<Role>(i));
        CHECK(recognise_role(static_cast<Role>(i), std::vector<std::string>{"x", names[i]}) == 1u);
    }
}

TEST_CASE("role names ignore case, width and signs, and may be Japanese", "[headers]") {
    CHECK(parse_role("Handed_Off") == Role::handed_off);
    CHECK(parse_role("ＩＤ") == Role::id);
    CHECK(parse_role("会社名") == Role::company);
    CHECK(parse_role("担当者") == Role::owner);
    CHECK(parse_role("引き渡し日") == Role::handed_off);
    CHECK(parse_role("却下日") == Role::rejected);
    for (const char* name : {"対応", "初回対応", "初回対応日時", "応答日", "応答日時"})
        CHECK(parse_role(name) == Role::responded);
    CHECK_FALSE(parse_role("boss"));
    CHECK_FALSE(parse_role(""));
}

TEST_CASE("the columns of a CRM teaching data set are recognised", "[headers]") {
    recognises({"opportunity_id", "sales_agent", "product", "account", "deal_stage", "engage_date",
                "close_date", "close_value"},
               {{Role::id, "opportunity_id"},
                {Role::owner, "sales_agent"},
                {Role::company, "account"},
                {Role::stage, "deal_stage"},
                {Role::created, "engage_date"},
                {Role::closed, "close_date"},
                {Role::amount, "close_value"}});
}

TEST_CASE("Salesforce reports are recognised in English and Japanese", "[headers]") {
    recognises({"Opportunity ID", "Opportunity Name", "Account Name", "Stage", "Amount", "Close Date",
                "Probability", "Owner", "Next Step"},
               {{Role::id, "Opportunity ID"},
                {Role::name, "Opportunity Name"},
                {Role::company, "Account Name"},
                {Role::stage, "Stage"},
                {Role::amount, "Amount"},
                {Role::closed, "Close Date"},
                {Role::owner, "Owner"}});
    recognises({"商談名", "商談 所有者", "取引先名", "フェーズ", "完了予定日", "期待値売上金額",
                "主リードソース", "失注理由"},
               {{Role::name, "商談名"},
                {Role::owner, "商談 所有者"},
                {Role::company, "取引先名"},
                {Role::stage, "フェーズ"},
                {Role::closed, "完了予定日"},
                {Role::source, "主リードソース"},
                {Role::reason, "失注理由"}});
}

TEST_CASE("HubSpot, Pipedrive and Zoho exports are recognised", "[headers]") {
    recognises({"Record ID", "First Name", "Last Name", "Became a Customer Date", "Close Date",
                "Company Name", "Contact owner", "Create Date", "Email", "Lead Status", "Lifecycle Stage",
                "Original Source", "Recent Deal Amount"},
               {{Role::id, "Record ID"},
                {Role::closed, "Close Date"},
                {Role::company, "Company Name"},
                {Role::owner, "Contact owner"},
                {Role::created, "Create Date"},
                {Role::email, "Email"},
                {Role::stage, "Lifecycle Stage"},
                {Role::source, "Original Source"},
                {Role::amount, "Recent Deal Amount"}});
    recognises({"Deal - Title", "Deal - Label", "Deal - Stage", "Organization - Won deals",
                "Deal - Expected close date", "Deal - Value", "Deal - Deal created", "Deal - Lost reason",
                "Deal - Organization"},
               {{Role::name, "Deal - Title"},
                {Role::stage, "Deal - Stage"},
                {Role::amount, "Deal - Value"},
                {Role::created, "Deal - Deal created"},
                {Role::reason, "Deal - Lost reason"},
                {Role::company, "Deal - Organization"}});
    recognises(
        {"Record Id", "Lead Owner.id", "Lead Owner", "Company", "First Name", "Email", "Phone", "Mobile",
         "Lead Source", "Lead Status", "Created By", "Created Time", "Modified Time", "Lead Name"},
        {{Role::id, "Record Id"},
         {Role::owner, "Lead Owner"},
         {Role::company, "Company"},
         {Role::email, "Email"},
         {Role::phone, "Phone"},
         {Role::source, "Lead Source"},
         {Role::created, "Created Time"},
         {Role::name, "Lead Name"}});
}

TEST_CASE("Japanese card lists and kintone records are recognised", "[headers]") {
    recognises({"会社名", "部署名", "役職", "氏名", "e-mail", "郵便番号", "住所", "TEL会社", "TEL部門",
                "TEL直通", "Fax", "携帯電話", "URL", "名刺交換日"},
               {{Role::company, "会社名"},
                {Role::name, "氏名"},
                {Role::email, "e-mail"},
                {Role::phone, "TEL直通"},
                {Role::created, "名刺交換日"}});
    recognises({"レコード番号", "更新者", "作成者", "文字列__1行_", "ラジオボタン", "更新日時", "作成日時"},
               {{Role::id, "レコード番号"}, {Role::created, "作成日時"}});
}

TEST_CASE("the surer name wins, then the first of equal ones", "[headers]") {
    CHECK(recognise_role(Role::phone, Headers{"Mobile", "Phone"}) == 1u);
    CHECK(recognise_role(Role::id, Headers{"Contact ID", "Lead ID"}) == 1u);
    CHECK(recognise_role(Role::stage, Headers{"stage", "Stage"}) == 0u);
    CHECK(recognise_role(Role::closed, Headers{"完了予定日", "Closed"}) == 1u);
}

TEST_CASE("a header that could mean several things is not recognised", "[headers]") {
    const Headers vague = {"Status",
                           "Date",
                           "Value",
                           "Revenue",
                           "Type",
                           "Expected close date",
                           "Notes",
                           "Number",
                           "Stage Age",
                           "Company size",
                           "Email Opt Out",
                           "Owner Assigned Date",
                           "名称",
                           "日付",
                           "状態",
                           "",
                           " ",
                           "ID2"};
    recognises(vague, {});
}

TEST_CASE("a sheet without columns has no roles", "[headers]") {
    for (const Role role : all_roles()) CHECK_FALSE(recognise_role(role, {}));
}
