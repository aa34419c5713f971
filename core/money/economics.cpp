#include "core/funnel/figures.hpp"
#include "core/leads/leads.hpp"
#include "core/money/money.hpp"
#include "core/money/spend.hpp"
#include "core/money/wins.hpp"

namespace kakehashi {
namespace {

/// What the figures of economics share.
struct Books {
    const Leads& leads;
    const Table& spend;
    const DateRange& period;
    const Bitmap& where;
    Bitmap won;  // in the period
};

Result<double> ratio_of(double part, double whole, const Text& nothing) {
    if (whole == 0.0) return division_by_zero(nothing);
    return part / whole;
}

Result<double> margin(const Books& books) {
    if (const auto& margin = books.leads.playbook().margin) return *margin;
    return not_available({"The playbook does not say the gross margin: add the key margin to [playbook].",
                          "粗利率が分かりません。プレイブックの [playbook] に margin を追加してください。"});
}

Result<double> churn(const Books& books) {
    if (const auto& churn = books.leads.playbook().churn) return *churn;
    return not_available(
        {"The playbook does not say the monthly churn: add the key churn to [playbook].",
         "月次解約率が分かりません。プレイブックの [playbook] に churn を追加してください。"});
}

Result<double> cac(const Books& books) {
    const auto customers = new_customers(books.leads, books.where);
    if (!customers) return error_of(customers);
    const auto spent = spend_of(books.spend, Spender::sales_and_marketing, books.period);
    if (!spent) return error_of(spent);
    return ratio_of(*spent, static_cast<double>((*customers & books.won).count()),
                    {"No new customer was won in the period.", "期間中に新規顧客の受注がありません。"});
}

/// Mean revenue per customer and month × margin; of amounts that are paid once, the whole of it.
Result<double> customer_margin(const Books& books) {
    const auto share = margin(books);
    if (!share) return share;
    const auto value = mean_customer_value(books.leads, books.won);
    if (!value) return value;
    return *value / (books.leads.playbook().amount_is == AmountIs::per_year ? 12.0 : 1.0) * *share;
}

Result<double> payback_months(const Books& books) {
    if (books.leads.playbook().amount_is == AmountIs::once)
        return not_available(
            {"Amounts that are paid once bring no monthly margin to pay back from: set the "
             "playbook's key amount is to per month or per year.",
             "一括の金額には月々の粗利がないため、回収月数は求められません。プレイブックの "
             "amount is を per month か per year にしてください。"});
    const auto cost = cac(books);
    if (!cost) return cost;
    const auto monthly = customer_margin(books);
    if (!monthly) return monthly;
    return ratio_of(*cost, *monthly,
                    {"The monthly gross margin per customer is 0.", "顧客あたりの月次粗利が 0 です。"});
}

Result<double> ltv(const Books& books) {
    const auto value = customer_margin(books);
    if (!value || books.leads.playbook().amount_is == AmountIs::once) return value;
    const auto leaving = churn(books);
    if (!leaving) return leaving;
    return ratio_of(*value, *leaving, {"The monthly churn is 0.", "月次解約率が 0 です。"});
}

Result<double> ltv_to_cac(const Books& books) {
    const auto value = ltv(books);
    if (!value) return value;
    const auto cost = cac(books);
    if (!cost) return cost;
    return ratio_of(*value, *cost, {"The cost per new customer is 0.", "顧客獲得単価が 0 です。"});
}

Result<double> sales_cost_ratio(const Books& books) {
    const auto spent = spend_of(books.spend, Spender::sales, books.period);
    if (!spent) return spent;
    const auto value = amounts_of(books.leads, books.won);
    if (!value) return error_of(value);
    return ratio_of(*spent, value->total, {"Nothing was won in the period.", "期間中の受注額が 0 です。"});
}

Result<double> roi(const Books& books) {
    const auto share = margin(books);
    if (!share) return share;
    const auto spent = spend_of(books.spend, Spender::all, books.period);
    if (!spent) return spent;
    const auto value = amounts_of(books.leads, books.won);
    if (!value) return error_of(value);
    return ratio_of(value->total * *share - *spent, *spent,
                    {"Nothing was spent in the period.", "期間中の支出が 0 です。"});
}

}  // namespace

Result<double> cost_per_entry(const Leads& leads, std::size_t stage, const Table& spend,
                              const DateRange& period, const Bitmap& where) {
    const auto spent = spend_of(spend, Spender::all, period);
    if (!spent) return spent;
    return ratio_of(
        *spent, static_cast<double>(entries(leads, stage, period, where).count()),
        {"No lead entered the stage in the period.", "期間中にこのステージに入ったリードがありません。"});
}

Result<double> economics(const Leads& leads, const Table& spend, Economics measure, const DateRange& period,
                         const Bitmap& where) {
    auto won = wins(leads, period, where);
    if (!won) return error_of(won);
    const Books books{leads, spend, period, where, std::move(*won)};
    switch (measure) {
        case Economics::cac:
            return cac(books);
        case Economics::payback_months:
            return payback_months(books);
        case Economics::ltv:
            return ltv(books);
        case Economics::ltv_to_cac:
            return ltv_to_cac(books);
        case Economics::sales_cost_ratio:
            return sales_cost_ratio(books);
        case Economics::roi:
            break;
    }
    return roi(books);
}

}  // namespace kakehashi
