#include <fmt/format.h>

#include "core/evidence/population.hpp"
#include "core/leads/advanced.hpp"
#include "core/leads/leads.hpp"
#include "core/leads/needed_role.hpp"
#include "core/money/money.hpp"
#include "core/money/wins.hpp"

namespace kakehashi {
namespace {

/// What became of the qualifying leads.
struct Fate {
    Bitmap accepted;
    Bitmap missed;  // rejected or never contacted
    Bitmap won;
    Bitmap lost;
};

Result<Bitmap> qualifying(const Leads& leads, std::string_view definition) {
    auto rows = selected(leads, definition);
    if (rows) return rows;
    // Neither a name nor an expression: then it was meant as a name.
    if (const auto& parsed = leads.parsed(definition); !parsed && parsed.error() == rows.error())
        return not_available({fmt::format("There is no definition \"{}\".", definition),
                              fmt::format("定義「{}」がありません。", definition)});
    return rows;
}

Result<Bitmap> created_in(const Leads& leads, const DateRange& period) {
    if (!period.bounded()) return leads.present();
    const auto created = needed_role(leads, Role::created);
    if (!created) return error_of(created);
    const auto dates = (*created)->as_instants();
    return Bitmap::where(leads.rows(), [&](std::size_t row) {
        return dates[row] != no_instant && period.contains(dates[row]);
    });
}

Bitmap responded(const Leads& leads) {
    const Column* column = leads.role(Role::responded);
    if (column == nullptr) return Bitmap(leads.rows());
    const auto dates = column->as_instants();
    const Instant known = inclusive_end(leads.as_of());
    return Bitmap::where(leads.rows(),
                         [&](std::size_t row) { return dates[row] != no_instant && dates[row] <= known; });
}

/// A loss or a disqualification is a sign of contact, too: both come after it.
Result<Fate> fate_of(const Leads& leads, const Bitmap& rows) {
    const auto won = leads.outcome(Outcome::won);
    if (!won) return error_of(won);
    const auto lost = leads.outcome(Outcome::lost);
    if (!lost) return error_of(lost);
    const auto rejected = leads.outcome(Outcome::rejected);
    if (!rejected) return error_of(rejected);
    const auto accepted = leads.outcome(Outcome::accepted);
    if (!accepted) return error_of(accepted);
    const auto disqualified = leads.outcome(Outcome::disqualified);
    if (!disqualified) return error_of(disqualified);
    const auto advanced = advanced_in_sales(leads);
    if (!advanced) return error_of(advanced);
    const Bitmap taken = **accepted | **won | *advanced;
    const Bitmap contacted = taken | responded(leads) | **lost | **disqualified;
    return Fate{(taken - **rejected) & rows, ((**rejected & rows) | (rows - contacted)), **won, **lost};
}

/// What one accepted lead brings.
Result<double> worth(const Leads& leads, const Fate& fate) {
    const Bitmap won = fate.accepted & fate.won;
    const std::size_t closed = (fate.accepted & (fate.won | fate.lost)).count();
    if (closed == 0)
        return division_by_zero({"No accepted lead under this definition was won or lost.",
                                 "この定義を満たし受け入れられたリードに、受注も失注もありません。"});
    const auto value = mean_won_value(leads, won);
    if (!value) return value;
    return static_cast<double>(won.count()) / static_cast<double>(closed) * *value;
}

}  // namespace

Result<double> loss(const Leads& leads, std::string_view definition, Loss measure, const DateRange& period,
                    const Bitmap& where) {
    const auto qualified = qualifying(leads, definition);
    if (!qualified) return error_of(qualified);
    const auto created = created_in(leads, period);
    if (!created) return error_of(created);
    const auto fate = fate_of(leads, *qualified & *created & where);
    if (!fate) return error_of(fate);
    const double missed = static_cast<double>(fate->missed.count());
    if (measure == Loss::leads || missed == 0.0) return missed;
    const auto each = worth(leads, *fate);
    if (!each) return each;
    return missed * *each;
}

}  // namespace kakehashi
