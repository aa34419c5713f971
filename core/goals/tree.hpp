// Which goal hangs under which.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/goals/goal.hpp"

namespace kakehashi {

class GoalTree {
  public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    enum class Fault {
        none,
        cycle,           // the goal is above itself
        unknown_parent,  // its parent is no goal of the table
    };

    explicit GoalTree(std::span<const Goal> goals);

    /// The first goal of that name (compared as text); `none` if there is none.
    std::size_t find(std::string_view name) const;
    /// Whether a goal before it has the same name.
    bool repeated(std::size_t goal) const { return repeated_[goal]; }
    Fault fault(std::size_t goal) const { return faults_[goal]; }
    /// In the order of the table.
    std::span<const std::size_t> children(std::size_t goal) const {
        return {children_.data() + offsets_[goal], children_.data() + offsets_[goal + 1]};
    }
    /// All goals, each before those below it, siblings in the order of the table.
    std::span<const std::size_t> order() const { return order_; }
    /// The goals outside cycles, each after those below it.
    std::span<const std::size_t> bottom_up() const { return bottom_up_; }

  private:
    void link(std::span<const Goal> goals);
    void sort_bottom_up();
    void sort_top_down();
    void visit(std::size_t root, std::vector<bool>& seen);

    std::unordered_map<std::string, std::size_t> by_name_;
    std::vector<std::size_t> parents_;
    std::vector<std::size_t> offsets_;
    std::vector<std::size_t> children_;
    std::vector<std::size_t> order_;
    std::vector<std::size_t> bottom_up_;
    std::vector<Fault> faults_;
    std::vector<bool> repeated_;
};

}  // namespace kakehashi
