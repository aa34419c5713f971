#include "core/evidence/stage_codes.hpp"

#include <unordered_map>

#include "core/leads/leads.hpp"
#include "core/leads/stages.hpp"

namespace kakehashi {

StageCodes::StageCodes(const Leads& leads)
    : stages_(leads.playbook().stages.size()),
      codes_(stages_ + 1),
      furthest_(leads.rows(), 0),
      now_(leads.rows(), 0),
      at_hand_off_(leads.rows(), 0) {
    read_column(leads);
    const auto all = leads.stages();
    sound_ = all ? (*all)->check_all() : error_of(all);
    if (sound_) read_entries(leads, **all);
    if (leads.role(Role::stage) != nullptr) sound_ = stages_;
}

void StageCodes::read_column(const Leads& leads) {
    const Column* column = leads.role(Role::stage);
    if (column == nullptr) return;
    std::unordered_map<std::string, Code> by_text;
    const auto& agreed = leads.playbook().stages;
    for (std::size_t stage = 0; stage < agreed.size(); ++stage)
        by_text.try_emplace(fold(agreed[stage].stage), static_cast<Code>(stage + 1));
    const Column::Keys& keys = column->keys();
    std::vector<Code> by_key(keys.keys.size() + 1, 0);
    for (std::size_t key = 1; key < by_key.size(); ++key) {
        const auto known = by_text.find(std::string(keys.keys[key - 1]));
        by_key[key] = known != by_text.end() ? known->second : static_cast<Code>(codes_++);
    }
    for (std::size_t row = 0; row < leads.rows(); ++row) furthest_[row] = by_key[keys.codes[row]];
    now_ = furthest_;
}

void StageCodes::read_entries(const Leads& leads, const Stages& all) {
    const auto now = all.now(leads.as_of());
    if (!now) {
        sound_ = error_of(now);
        return;
    }
    const Instant end = inclusive_end(leads.as_of());
    const Column* hand_offs = leads.role(Role::handed_off);
    leads.present().for_each([&](std::size_t row) {
        const Instant hand_off = hand_offs != nullptr ? hand_offs->as_instants()[row] : no_instant;
        const Instant judged = hand_off == no_instant ? no_instant : inclusive_end(hand_off);
        Code furthest = 0;
        for (std::size_t stage = 0; stage < all.count(); ++stage) {
            const auto code = static_cast<Code>(stage + 1);
            if (all.entered(stage, row, end)) furthest = code;
            if (judged != no_instant && all.first_entry(stage, row, earliest, judged) != no_instant)
                at_hand_off_[row] = code;
        }
        if (furthest != 0) furthest_[row] = furthest;
        now_[row] = (*now)[row] != Stages::none ? static_cast<Code>((*now)[row] + 1) : furthest_[row];
    });
}

}  // namespace kakehashi
