// Words that mean nothing to the playbook: one finding per word, at its first row.
#include <unordered_set>

#include <fmt/format.h>

#include "core/checks/lead_checks.hpp"
#include "core/checks/outcome_words.hpp"
#include "core/checks/wording.hpp"
#include "core/leads/outcomes.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi::checks {
namespace {

class WordCheck {
  public:
    WordCheck(const Leads& leads, FindingList& findings) : leads_(leads), findings_(findings) {}

    void stages() {
        std::unordered_set<std::string> known;
        for (const PlaybookStage& stage : leads_.playbook().stages) known.insert(fold(stage.stage));
        if (known.empty()) return;
        const OutcomeWords outcomes(leads_);
        report_unknown(Role::stage, Kind::unknown_stage,
                       [&](std::string_view word) {
                           return known.contains(std::string(word)) || outcomes.contains(word);
                       },
                       {"stage", "ステージ"});
    }

    void reasons() {
        std::unordered_set<std::string> known;
        for (const PlaybookReason& reason : leads_.playbook().reasons) known.insert(fold(reason.reason));
        if (known.empty()) return;
        report_unknown(Role::reason, Kind::unknown_reason,
                       [&](std::string_view word) { return known.contains(std::string(word)); },
                       {"reason", "理由"});
    }

    /// A word that neither an expression of the playbook nor the usual vocabulary takes for an outcome.
    void outcomes() {
        const auto index = leads_.role_index(Role::outcome);
        if (!index) return;
        Bitmap meant(leads_.rows());
        for (std::size_t i = 0; i < outcome_count; ++i) {
            const auto rows = leads_.outcome(static_cast<Outcome>(i));
            if (!rows) return;  // a problem of the playbook, reported there
            meant |= **rows;
        }
        const Column::Keys& keys = leads_.table().column(*index).keys();
        std::vector<Seen> seen(keys.keys.size() + 1);
        for (std::size_t row = 0; row < keys.codes.size(); ++row)
            if (keys.codes[row] != 0 && !meant.test(row)) seen[keys.codes[row]].add(row);
        report(seen, keys, *index, Kind::unknown_outcome, {"outcome", "結果"});
    }

  private:
    struct Seen {
        std::size_t first = 0;
        std::size_t count = 0;
        void add(std::size_t row) {
            if (count++ == 0) first = row;
        }
    };

    template <class Known>
    void report_unknown(Role role, Kind kind, Known&& known, const Text& what) {
        const auto index = leads_.role_index(role);
        if (!index) return;
        const Column::Keys& keys = leads_.table().column(*index).keys();
        std::vector<bool> strange(keys.keys.size() + 1, false);
        for (std::size_t code = 1; code < strange.size(); ++code) strange[code] = !known(keys.keys[code - 1]);
        std::vector<Seen> seen(strange.size());
        for (std::size_t row = 0; row < keys.codes.size(); ++row)
            if (strange[keys.codes[row]]) seen[keys.codes[row]].add(row);
        report(seen, keys, *index, kind, what);
    }

    void report(const std::vector<Seen>& seen, const Column::Keys& keys, std::size_t column, Kind kind,
                const Text& what) {
        for (std::size_t code = 1; code < seen.size(); ++code) {
            if (seen[code].count == 0) continue;
            const std::string word = shortened(keys.texts[code - 1]);
            const std::string count = thousands(seen[code].count);
            findings_.add_rows(
                kind, {sheet::Part::leads, seen[code].first, column},
                {fmt::format("\"{}\" is no {} of the playbook; first of {} rows.", word, what.en, count),
                 fmt::format("「{}」はプレイブックの{}にありません（{}行、最初の行）。", word, what.ja,
                             count)},
                seen[code].count);
        }
    }

    const Leads& leads_;
    FindingList& findings_;
};

}  // namespace

void check_words(const Leads& leads, FindingList& findings) {
    WordCheck check(leads, findings);
    check.stages();
    check.outcomes();
    check.reasons();
}

}  // namespace kakehashi::checks
