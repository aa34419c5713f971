#include "core/playbook/status_words.hpp"

#include <array>

#include <fmt/format.h>

namespace kakehashi {
namespace {

struct Status {
    std::string_view name;  // as PLAYBOOK.STATUS gives it
    Text words;
};

const std::array<Status, 5>& statuses() {
    static const std::array<Status, 5> all{{
        {"draft", {"○ draft: not signed yet", "○ 下書き（未署名）"}},
        {"agreed", {"✓ agreed by both", "✓ 両部門が合意"}},
        {"changed since agreement",
         {"▼ changed since agreement: sign again", "▼ 合意後に変更あり。再署名が必要です"}},
        {"agreed by marketing only", {"▼ sales has not signed yet", "▼ 営業の署名待ち"}},
        {"agreed by sales only", {"▼ marketing has not signed yet", "▼ マーケティングの署名待ち"}},
    }};
    return all;
}

}  // namespace

Text status_words(std::string_view status) {
    for (const Status& known : statuses())
        if (known.name == status) return known.words;
    return {std::string(status), std::string(status)};
}

std::string status_formula(std::string_view playbook, Language language) {
    std::string cases;
    for (const Status& known : statuses())
        cases += fmt::format("\"{}\";\"{}\";", known.name, known.words.in(language));
    return fmt::format("SWITCH(PLAYBOOK.STATUS({0});{1}PLAYBOOK.STATUS({0}))", playbook, cases);
}

}  // namespace kakehashi
