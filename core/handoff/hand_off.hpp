// What became of the leads that marketing handed off to sales, and how soon sales responded.
//
// Offered are the leads whose role `handed off` has a date, not after the as-of date. Each of them is
// rejected, else accepted (also if won, or in a stage of sales behind its first one), else pending. Response
// time runs in the playbook's working hours; its limit is `within hours` of the first stage owned by sales,
// that is sales' inbox.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/support/result.hpp"
#include "core/table/bitmap.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

class Column;
class Leads;

enum class HandOffMeasure {
    offered,
    accepted,
    rejected,
    pending,
    acceptance,
    rejection,
    on_time,
    response_median,
    response_p90,
    unready,
    unready_won_rate
};

/// By `fold_header`, in English or Japanese; Err:502, naming them all, if there is no such measure.
Result<HandOffMeasure> parse_hand_off_measure(std::string_view name);

/// What became of a lead, or would as soon as it is handed off.
enum class HandOffVerdict { pending, accepted, rejected };

class HandOffs {
  public:
    explicit HandOffs(const Leads& leads) : leads_(leads) {}

    /// As all figures count it, whether it was handed off or not. #N/A without the role `handed off`, and if
    /// an outcome or a stage of sales cannot be told.
    Result<HandOffVerdict> verdict(std::size_t row) const;

    /// Of the leads of `where` that were handed off in the period. Counts, shares 0 … 1, hours. #N/A without
    /// the role `handed off`; for response times also without the role `responded`, and of nothing; for `on
    /// time` without a limit; for `unready` without a definition. #DIV/0! for a share of nothing.
    Result<double> figure(HandOffMeasure measure, const DateRange& period, std::string_view where) const;
    /// Accepted ÷ (accepted + rejected), for leads that no one expression selects.
    Result<double> acceptance(const DateRange& period, const Bitmap& where) const;

  private:
    /// What is known of each lead, whatever the period; of leads that were not handed off too.
    struct Verdicts {
        const Column* handed_off;
        Bitmap offered;
        Bitmap accepted;
        Bitmap rejected;
        Bitmap won;
    };
    struct Responses {
        std::vector<double> hours;  // by row; NaN where there is none that counts
        std::optional<double> limit;
        Bitmap judged;   // responded, or the limit has passed without
        Bitmap on_time;  // a part of them
    };
    /// The figures of one period and filter.
    struct Summary {
        Bitmap offered;
        std::size_t accepted = 0;
        std::size_t rejected = 0;
        std::optional<double> median;
        std::optional<double> p90;
    };

    Result<const Verdicts*> verdicts() const;
    Result<Verdicts> make_verdicts() const;
    Result<const Responses*> responses() const;
    Result<Responses> make_responses() const;
    Result<const Bitmap*> ready() const;
    Result<const Summary*> summary(const DateRange& period, std::string_view where) const;
    Result<double> on_time(const Summary& summary) const;
    Result<double> response(const Summary& summary, HandOffMeasure measure) const;
    Result<double> unready(const Summary& summary, HandOffMeasure measure) const;

    const Leads& leads_;
    mutable std::optional<Result<Verdicts>> verdicts_;
    mutable std::optional<Result<Responses>> responses_;
    mutable std::optional<Result<Bitmap>> ready_;
    mutable std::map<std::tuple<Instant, Instant, std::string>, Summary> kept_;
};

}  // namespace kakehashi
