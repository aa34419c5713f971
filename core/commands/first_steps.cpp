#include "core/commands/first_steps.hpp"

#include "core/commands/catalogue.hpp"

namespace kakehashi::commands {

const std::array<FirstStep, 3>& first_steps() {
    static const std::array<FirstStep, 3> steps{{
        {"new", {"1. Make a team workbook, or open one", "1. チームブックを作成する（または開く）"}},
        {"import", {"2. Bring in your leads", "2. リードを取り込む"}},
        {"summary", {"3. Build the weekly summary", "3. 週次サマリーを作成する"}},
    }};
    return steps;
}

Text menu_path(std::string_view command) {
    const Command* found = find(command);
    if (found == nullptr) return {};
    return {"Kakehashi ▸ " + found->label.en, "［架け橋］▸［" + found->label.ja + "］"};
}

}  // namespace kakehashi::commands
