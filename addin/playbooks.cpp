#include "addin/playbooks.hpp"

#include <algorithm>

#include "core/playbook/fingerprint.hpp"

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

std::string Playbooks::keep(const Range& source, std::string title, Shared playbook, std::string_view shown) {
    std::erase_if(entries_, [&](const Entry& entry) {
        return is_gone(entry.source) || same_cells(entry.source, source);
    });
    std::string marked = title + " · " + fingerprint(playbook->playbook);
    if (shown == marked || is_taken(source, title, *playbook)) title = std::move(marked);
    entries_.push_back({source, title, std::move(playbook)});
    return title;
}

bool Playbooks::is_taken(const Range& source, std::string_view title, const ReadPlaybook& playbook) const {
    return std::ranges::any_of(entries_, [&](const Entry& entry) {
        return entry.text == title && entry.playbook->playbook != playbook.playbook &&
               !same_cells(entry.source, source);
    });
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
