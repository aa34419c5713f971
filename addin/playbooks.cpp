#include "addin/playbooks.hpp"

#include <algorithm>

namespace kakehashi::addin {
namespace {

/// False for a source whose sheet is gone.
bool same_cells(const Range& a, const Range& b) {
    try {
        return same_place(address_of(a), address_of(b));
    } catch (const css::uno::RuntimeException&) {
        return false;
    }
}

bool is_gone(const Range& range) {
    try {
        address_of(range);
        return false;
    } catch (const css::uno::RuntimeException&) {
        return true;
    }
}

}  // namespace

void Playbooks::keep(const Range& source, std::string text, Shared playbook) {
    std::erase_if(entries_, [&](const Entry& entry) {
        return is_gone(entry.source) || same_cells(entry.source, source);
    });
    entries_.push_back({source, std::move(text), std::move(playbook)});
}

Playbooks::Shared Playbooks::read_from(const Range& source) {
    for (const Entry& entry : entries_)
        if (same_cells(entry.source, source)) return entry.playbook;
    return nullptr;
}

std::vector<Playbooks::Shared> Playbooks::named(std::string_view text) const {
    std::vector<Shared> found;
    for (const Entry& entry : entries_) {
        const auto same = [&](const Shared& other) { return other->playbook == entry.playbook->playbook; };
        if (entry.text == text && std::ranges::none_of(found, same)) found.push_back(entry.playbook);
    }
    return found;
}

void Playbooks::keep_only(const std::vector<Range>& sources) {
    std::erase_if(entries_, [&](const Entry& entry) {
        return std::ranges::none_of(sources,
                                    [&](const Range& source) { return same_cells(source, entry.source); });
    });
}

}  // namespace kakehashi::addin
