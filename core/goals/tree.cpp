// Without recursion: a goal table may be as deep as it is long.
#include "core/goals/tree.hpp"

#include <numeric>

#include "core/table/reading.hpp"

namespace kakehashi {

GoalTree::GoalTree(std::span<const Goal> goals)
    : parents_(goals.size(), none),
      offsets_(goals.size() + 1, 0),
      faults_(goals.size(), Fault::none),
      repeated_(goals.size(), false) {
    by_name_.reserve(goals.size());
    for (std::size_t goal = 0; goal < goals.size(); ++goal)
        repeated_[goal] = !by_name_.try_emplace(fold(goals[goal].name), goal).second;
    link(goals);
    sort_bottom_up();
    sort_top_down();
}

std::size_t GoalTree::find(std::string_view name) const {
    const auto found = by_name_.find(fold(name));
    return found == by_name_.end() ? none : found->second;
}

void GoalTree::link(std::span<const Goal> goals) {
    for (std::size_t goal = 0; goal < goals.size(); ++goal) {
        if (goals[goal].parent.empty()) continue;
        parents_[goal] = find(goals[goal].parent);
        if (parents_[goal] == none)
            faults_[goal] = Fault::unknown_parent;
        else
            ++offsets_[parents_[goal] + 1];
    }
    std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
    children_.resize(offsets_.back());
    std::vector<std::size_t> next(offsets_.begin(), offsets_.end() - 1);
    for (std::size_t goal = 0; goal < goals.size(); ++goal)
        if (parents_[goal] != none) children_[next[parents_[goal]]++] = goal;
}

/// Leaves first; what is left over at the end lies on a cycle.
void GoalTree::sort_bottom_up() {
    std::vector<std::size_t> waiting_for(parents_.size());
    for (std::size_t goal = 0; goal < parents_.size(); ++goal) {
        waiting_for[goal] = children(goal).size();
        if (waiting_for[goal] == 0) bottom_up_.push_back(goal);
    }
    for (std::size_t done = 0; done < bottom_up_.size(); ++done) {
        const std::size_t parent = parents_[bottom_up_[done]];
        if (parent != none && --waiting_for[parent] == 0) bottom_up_.push_back(parent);
    }
    for (std::size_t goal = 0; goal < parents_.size(); ++goal)
        if (waiting_for[goal] != 0) faults_[goal] = Fault::cycle;
}

void GoalTree::sort_top_down() {
    std::vector<bool> seen(parents_.size(), false);
    order_.reserve(parents_.size());
    for (std::size_t goal = 0; goal < parents_.size(); ++goal)
        if (parents_[goal] == none) visit(goal, seen);
    for (std::size_t goal = 0; goal < parents_.size(); ++goal) visit(goal, seen);  // cycles have no top
}

void GoalTree::visit(std::size_t root, std::vector<bool>& seen) {
    std::vector<std::size_t> open = {root};
    while (!open.empty()) {
        const std::size_t goal = open.back();
        open.pop_back();
        if (seen[goal]) continue;
        seen[goal] = true;
        order_.push_back(goal);
        const auto below = children(goal);
        open.insert(open.end(), below.rbegin(), below.rend());
    }
}

}  // namespace kakehashi
