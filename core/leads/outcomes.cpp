#include "core/leads/outcomes.hpp"

#include <string>
#include <unordered_map>

#include "core/table/reading.hpp"

namespace kakehashi {

std::optional<Outcome> recognise_outcome(std::string_view word) {
    static const std::unordered_map<std::string, Outcome> words = [] {
        std::unordered_map<std::string, Outcome> map;
        const auto add = [&](Outcome outcome, std::initializer_list<const char*> names) {
            for (const char* name : names) map.emplace(fold_header(name), outcome);
        };
        add(Outcome::won, {"won", "win", "closed won", "customer", "受注", "成約", "契約", "受注済",
                           "受注済み", "成約済", "成約済み", "契約済", "契約済み"});
        add(Outcome::lost, {"lost", "loss", "closed lost", "失注", "敗退", "失注済", "失注済み"});
        add(Outcome::disqualified, {"disqualified", "unqualified", "junk", "junk lead", "対象外", "不適格"});
        add(Outcome::rejected, {"rejected", "sales rejected", "却下", "拒否", "不受理"});
        add(Outcome::recycled,
            {"recycled", "recycle", "nurture", "nurturing", "差し戻し", "差戻し", "再育成"});
        add(Outcome::accepted, {"accepted", "sales accepted", "受理", "受け入れ", "受入"});
        return map;
    }();
    const auto found = words.find(fold_header(word));
    if (found == words.end()) return std::nullopt;
    return found->second;
}

}  // namespace kakehashi
