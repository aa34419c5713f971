// How likely a lead is to be won, learnt from leads whose result is known: naive Bayes, as Odoo's predictive
// lead scoring counts it.
//
// Prior: won + 0.1 against lost + 0.1 (lost: every other lead of the population). Each value of a field has
// its won and lost counts + 0.1, over the sum of the field's smoothed counts; for the stage field over the
// prior's. A won lead counts in every stage of the playbook, a lost one in its furthest and all before.
// Blank values, and those that no lead of the population has, are skipped. Result in 0.0001 … 0.9999.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/evidence/population.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

class Column;
class Leads;
class StageCodes;

/// What estimates look at.
struct ProbabilityFields {
    std::vector<const Column*> columns;  // without the stage, each once
    bool stage = false;
};
/// `names` as in `read_name_list`: headers, roles, pseudo columns; if blank, the roles source and stage as
/// far as they exist. #N/A for an unknown name, and if nothing is left.
Result<ProbabilityFields> probability_fields(const Leads& leads, std::string_view names);

class ProbabilityModel {
  public:
    /// `fields` as `probability_fields` gives them; they and `leads` must outlive the model.
    ProbabilityModel(const Leads& leads, ProbabilityFields fields, const Population& population);

    /// By the lead's stage now, else the furthest it reached.
    double probability(std::size_t row) const;
    /// By the furthest stage it had entered when it was handed off; without a hand-off by none.
    double probability_at_hand_off(std::size_t row) const;

  private:
    /// ln(share among won ÷ share among lost) by code of the value; 0 for what is skipped.
    using Evidence = std::vector<double>;

    double estimate(std::size_t row, std::uint32_t stage) const;

    ProbabilityFields fields_;
    const StageCodes* stages_ = nullptr;
    double prior_;
    std::vector<Evidence> columns_;
    Evidence stage_;
};

/// How well a model does on leads that it has not seen.
struct PredictionQuality {
    std::size_t leads = 0;
    std::size_t won = 0;
    double log_loss_sum = 0;  // natural logarithm
    double squared_error_sum = 0;
    double won_above_lost = 0;  // pairs of a won and a lost lead where the won one has more; ties count half
};

/// Models of these leads, shared by cells that ask the same; the latest few.
class Probabilities {
  public:
    explicit Probabilities(const Leads& leads) : leads_(leads) {}

    /// Learnt from the whole population of the outcome (population.hpp). #N/A if that is empty.
    Result<std::shared_ptr<const ProbabilityModel>> model(const std::string& fields,
                                                          const std::string& outcome) const;
    /// Learnt without the latest third by created date, tried on it (probability at hand-off). #N/A if no
    /// column says when leads were created.
    Result<PredictionQuality> quality(const std::string& fields, const std::string& outcome) const;

  private:
    template <class Answer>
    struct Kept {
        std::pair<std::string, std::string> question;
        Result<Answer> answer;
    };
    Result<std::shared_ptr<const ProbabilityModel>> learn(const std::string& fields,
                                                          const std::string& outcome) const;
    Result<PredictionQuality> judge(const std::string& fields, const std::string& outcome) const;

    const Leads& leads_;
    mutable std::vector<Kept<std::shared_ptr<const ProbabilityModel>>> models_;
    mutable std::vector<Kept<PredictionQuality>> qualities_;
};

}  // namespace kakehashi
