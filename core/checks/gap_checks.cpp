// What leads lack: columns for their roles, owners, amounts, dates and reasons.
#include <cmath>

#include <fmt/format.h>

#include "core/checks/lead_checks.hpp"
#include "core/checks/lead_place.hpp"
#include "core/checks/wording.hpp"
#include "core/leads/stages.hpp"
#include "core/playbook/departments.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi::checks {
namespace {

/// What cannot be said without a role; blank: the list does without it.
Text need_of(Role role) {
    switch (role) {
        case Role::id:
            return {"imports, history and hand-offs find no lead",
                    "取り込み、履歴、引き渡しがリードを特定できません"};
        case Role::created:
            return {"leads have no age, and back-tests no period",
                    "リードの経過日数や検証の期間が分かりません"};
        case Role::owner:
            return {"nobody sees whose lead it is", "誰のリードか分かりません"};
        case Role::amount:
            return {"there is no revenue, forecast or cost share",
                    "受注金額、予測、費用対効果を計算できません"};
        case Role::source:
            return {"sources cannot be compared", "流入元を比べられません"};
        case Role::closed:
            return {"win rate and revenue have no period", "受注率と受注金額の期間が分かりません"};
        case Role::handed_off:
            return {"nobody sees what became of the leads handed off",
                    "引き渡したリードのその後が分かりません"};
        case Role::responded:
            return {"response times cannot be measured", "応答時間を計算できません"};
        case Role::reason:
            return {"nobody learns why leads were rejected or lost", "却下・失注の理由が分かりません"};
        case Role::company:
        case Role::name:
        case Role::email:
        case Role::phone:
        case Role::stage:
        case Role::outcome:
        case Role::accepted:
        case Role::rejected:
            break;
    }
    return {};
}

/// Neither created nor at a stage on a known day, whatever the reason: no column, blank, or no dates in it.
bool no_lead_has_a_date(const Leads& leads) {
    if (leads.present().none()) return false;
    if (const Column* created = leads.role(Role::created))
        for (const Instant instant : created->as_instants())
            if (instant != no_instant) return false;
    const auto stages = leads.stages();
    if (!stages) return true;
    for (std::size_t stage = 0; stage < (*stages)->count(); ++stage)
        for (std::size_t row = 0; row < leads.rows(); ++row)
            if ((*stages)->first_entry(stage, row, earliest, latest) != no_instant) return false;
    return true;
}

class GapCheck {
  public:
    GapCheck(const Leads& leads, FindingList& findings)
        : leads_(leads), findings_(findings), report_(leads, findings) {}

    /// Who came in on no known day is in no figure of a period. Where no lead has a date, that is one
    /// finding.
    void dates() {
        const auto stages = leads_.stages();
        const auto index = leads_.role_index(Role::created);
        if (no_lead_has_a_date(leads_)) return report_no_dates(index);
        if (!stages || (!index && (*stages)->count() == 0)) return;
        const Bitmap at_a_stage = with_dated_stage(**stages);
        Bitmap rows = leads_.present();
        if (index) rows &= leads_.table().column(*index).blank();
        const Bitmap undated = rows - at_a_stage;
        const Column* stage = leads_.role(Role::stage);
        undated.for_each([&](std::size_t row) {
            report_.add(Kind::undated, row, index, [&] { return undated_at(stage, row); });
        });
        if (!index || leads_.table().column(*index).blank().count() == leads_.rows()) return;
        (rows & at_a_stage).for_each([&](std::size_t row) {
            report_.add(Kind::missing_created, row, *index, [] {
                return Text{"The date it was created is blank.", "作成日が空欄です。"};
            });
        });
    }

    void owners() {
        const auto index = leads_.role_index(Role::owner);
        const auto ended = leads_.ended();
        if (!index || !ended) return;
        const Column* handed_off = leads_.role(Role::handed_off);
        Bitmap rows = leads_.present() - **ended;
        rows &= leads_.table().column(*index).blank();
        rows.for_each([&](std::size_t row) {
            const bool with_sales = handed_off != nullptr && !handed_off->blank().test(row);
            report_.add(Kind::missing_owner, row, *index, [&] {
                return with_sales ? Text{"Handed off, open, and nobody's.",
                                         "引き渡し済みで進行中ですが、担当者がいません。"}
                                  : Text{"Open, and nobody's.", "進行中ですが、担当者がいません。"};
            });
        });
    }

    void amounts() {
        const auto index = leads_.role_index(Role::amount);
        const auto won = leads_.outcome(Outcome::won);
        if (!index || !won) return;
        const auto numbers = leads_.table().column(*index).as_numbers();
        (*won)->for_each([&](std::size_t row) {
            if (!std::isnan(numbers[row])) return;
            report_.add(Kind::missing_amount, row, *index, [] {
                return Text{"Won, without an amount.", "受注ですが、金額がありません。"};
            });
        });
    }

    void closing_dates() {
        const auto index = leads_.role_index(Role::closed);
        const auto won = leads_.outcome(Outcome::won);
        const auto lost = leads_.outcome(Outcome::lost);
        if (!index || !won || !lost) return;
        const auto dates = leads_.table().column(*index).as_instants();
        Bitmap closed = **won;
        closed |= **lost;
        closed.for_each([&](std::size_t row) {
            if (dates[row] != no_instant || leads_.closed()[row] != no_instant) return;
            const bool was_won = (*won)->test(row);
            report_.add(Kind::missing_closed, row, *index, [&] {
                return was_won ? Text{"Won, without the date.", "受注ですが、日付がありません。"}
                               : Text{"Lost, without the date.", "失注ですが、日付がありません。"};
            });
        });
    }

    void reasons() {
        const auto index = leads_.role_index(Role::reason);
        if (!index) return;
        const Bitmap& blank = leads_.table().column(*index).blank();
        if (blank.count() == leads_.rows()) return;  // said of the column
        Bitmap seen(leads_.rows());
        for (const auto& [outcome, what] : {std::pair{Outcome::rejected, Text{"Rejected", "却下"}},
                                            std::pair{Outcome::disqualified, Text{"Disqualified", "対象外"}},
                                            std::pair{Outcome::lost, Text{"Lost", "失注"}}}) {
            const auto rows = leads_.outcome(outcome);
            if (!rows) continue;
            const Text& ended = what;  // lambdas capture no structured binding under Clang 14
            Bitmap without = **rows & blank;
            without -= seen;
            seen |= without;
            without.for_each([&](std::size_t row) {
                report_.add(Kind::missing_reason, row, *index, [&] {
                    return Text{fmt::format("{}, without a reason.", ended.en),
                                fmt::format("{}ですが、理由がありません。", ended.ja)};
                });
            });
        }
    }

  private:
    void report_no_dates(std::optional<std::size_t> created) {
        findings_.add(Kind::no_dates, {sheet::Part::leads, std::nullopt, created}, [&] {
            const std::string leads = thousands(leads_.present().count());
            return Text{
                fmt::format("Of {} leads none has a created date or the date of a stage: new leads, "
                            "funnel and their goals are 0 in every period.",
                            leads),
                fmt::format("リード {} 件のどれにも作成日やステージの日付がありません。新規リード、ファネル、"
                            "それらの目標はどの期間でも 0 になります。",
                            leads)};
        });
    }

    Bitmap with_dated_stage(const Stages& stages) const {
        return Bitmap::where(leads_.rows(), [&](std::size_t row) {
            for (std::size_t stage = 0; stage < stages.count(); ++stage)
                if (stages.first_entry(stage, row, earliest, latest) != no_instant) return true;
            return false;
        });
    }

    static Text undated_at(const Column* stage, std::size_t row) {
        const std::string at = stage != nullptr ? shortened(stage->text(row)) : std::string();
        if (at.empty())
            return {"No date at all: in no figure of a period.", "日付がなく、期間の数値に入りません。"};
        return {fmt::format("At \"{}\" without any date: in no figure of a period.", at),
                fmt::format("「{}」ですが日付がなく、期間の数値に入りません。", at)};
    }

    const Leads& leads_;
    FindingList& findings_;
    LeadReport report_;
};

}  // namespace

void check_roles(const Leads& leads, FindingList& findings) {
    const bool undated = no_lead_has_a_date(leads);  // a finding of its own
    for (std::size_t i = 0; i < role_count; ++i) {
        const Role role = static_cast<Role>(i);
        const Text need = need_of(role);
        if (need.en.empty() || (role == Role::created && undated)) continue;
        const auto index = leads.role_index(role);
        const Place place{sheet::Part::leads, std::nullopt, index};
        if (!index) {
            findings.add(Kind::missing_role, place, [&] {
                return Text{fmt::format("No column plays the role \"{}\": {}.", role_name(role), need.en),
                            fmt::format("役割「{}」の列がありません。{}。", role_name(role), need.ja)};
            });
        } else if (leads.present().count() > 0 &&
                   leads.table().column(*index).blank().count() == leads.rows()) {
            findings.add(Kind::blank_role, place, [&] {
                const std::string& header = leads.table().header(*index);
                return Text{fmt::format("\"{}\" is empty: {}.", header, need.en),
                            fmt::format("「{}」が空です。{}。", header, need.ja)};
            });
        }
    }
}

void check_gaps(const Leads& leads, FindingList& findings) {
    GapCheck check(leads, findings);
    check.dates();
    check.owners();
    check.amounts();
    check.closing_dates();
    check.reasons();
}

}  // namespace kakehashi::checks
