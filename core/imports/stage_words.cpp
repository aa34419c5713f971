#include "core/imports/stage_words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "core/table/reading.hpp"

namespace kakehashi::imports {
namespace {

struct Rank {
    double rank;
    std::string_view names;  // separated by `|`
};

// The orders are those of the systems' own default pipelines.
constexpr Rank ranks[] = {
    {2, "subscriber|visitor|contact|名刺|名刺交換|接点"},
    {6, "raw|new|open|not contacted|open - not contacted|未対応|未着手|新規|新規リード"},
    {10, "lead|リード|見込み客|見込客|見込み"},
    {14, "attempted to contact|attempting|contact in future|アプローチ|アプローチ中|架電|架電中"},
    {18,
     "contacted|connected|working|working - contacted|in progress|対応中|接触済み|初回接触|コンタクト済み"},
    {22, "engaged|nurturing|育成中|ナーチャリング"},
    {30, "mql|marketing qualified lead|marketingqualifiedlead|hot lead|ホットリード|有望リード"},
    {36, "sal|sales accepted lead|salesacceptedlead|accepted|引き渡し|受諾"},
    {42, "sql|sales qualified lead|salesqualifiedlead|qualified lead"},
    {44, "prospecting|prospect|見込み案件|発掘|アポイント|アポ獲得|appointment scheduled|初回訪問"},
    {46, "contact made|初回商談"},
    {50,
     "opportunity|qualification|qualified|qualified to buy|qualifiedtobuy|qualify|qualify / discovery|"
     "案件化|商談|商談化|商談中"},
    {52, "discovery|engaging|ヒアリング|課題把握|課題確認|現状把握"},
    {55, "needs analysis|needs defined|analysis|要件定義|ニーズ確認|要件確認"},
    {58, "demo scheduled|demo|presentation|presentation scheduled|presentationscheduled|デモ|プレゼン"},
    {60, "value proposition"},
    {63, "id. decision makers|identify decision makers|decision makers|決裁者確認|キーマン確認"},
    {65, "decision maker bought-in|decisionmakerboughtin|perception analysis|意思決定者の賛同"},
    {70, "proposal|proposal made|proposal/price quote|proposal/quote|提案|提案中|提案済み|企画提案"},
    {74, "quote|quotation|price quote|見積|見積もり|見積提出|見積提示|見積中"},
    {78, "contract sent|contractsent|evaluation|trial|poc|検討|検討中|比較検討|トライアル"},
    {82, "negotiation|negotiation/review|negotiations started|negotiating|交渉|価格交渉|条件交渉|最終交渉"},
    {86, "closing|commit|クロージング|最終確認|稟議|稟議中|社内稟議"},
    {90, "verbal|verbal agreement|verbal commitment|内示|口頭内示|内諾|契約手続き|契約手続中"},
    {100, "won|closed won|closedwon|customer|受注|成約|契約|受注済み|成約済み|契約済み|evangelist"},
};

const std::unordered_map<std::string, double>& table() {
    static const auto all = [] {
        std::unordered_map<std::string, double> map;
        for (const Rank& rank : ranks)
            for (std::string_view rest = rank.names; !rest.empty();) {
                const std::string_view name = rest.substr(0, rest.find('|'));
                rest.remove_prefix(std::min(rest.size(), name.size() + 1));
                map.emplace(fold_header(name), rank.rank);
            }
        return map;
    }();
    return all;
}

/// `2. Proposal`, `02_提案`, `(3) …`: the number, and the name behind it.
struct Numbered {
    std::optional<int> number;
    std::string name;
};
Numbered split(std::string_view text) {
    std::string folded = fold(text);
    std::string_view rest = folded;
    while (!rest.empty() && (rest.front() == '(' || rest.front() == '[')) rest.remove_prefix(1);
    int number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc{}) return {std::nullopt, std::move(folded)};
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    constexpr std::string_view marks = " .:_-)]、.";
    while (!rest.empty() && marks.find(rest.front()) != marks.npos) rest.remove_prefix(1);
    return {number, std::string(rest)};
}

/// `Became a Lead Date`, `engage_date`, `提案日`: what is left is a stage's name, or begins like it.
std::string stem_of(std::string_view header) {
    std::string stem = fold_header(header);
    for (const std::string_view part :
         {"becamean", "becamea", "dateentered", "datetime", "entered", "date", "日時", "日付", "日"}) {
        const auto at = stem.find(part);
        if (at != stem.npos) stem.erase(at, part.size());
    }
    return stem;
}

}  // namespace

std::optional<double> rank_of_stage(std::string_view name) {
    for (const std::string& form : {std::string(name), split(name).name}) {
        const auto found = table().find(fold_header(form));
        if (found != table().end()) return found->second;
    }
    return std::nullopt;
}

std::vector<std::size_t> order_of_stages(std::span<const std::string> names,
                                         std::span<const double> likelihood) {
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto by = [&](auto&& key) {
        std::ranges::stable_sort(order, {}, key);
        return order;
    };
    if (std::ranges::all_of(names, [](const std::string& name) { return split(name).number.has_value(); }))
        return by([&](std::size_t i) { return *split(names[i]).number; });
    const auto known = [&](std::size_t i) { return rank_of_stage(names[i]); };
    if (std::ranges::all_of(order, [&](std::size_t i) { return known(i).has_value(); }))
        return by([&](std::size_t i) { return *known(i); });
    if (std::ranges::all_of(likelihood, [](double value) { return std::isfinite(value); }) &&
        likelihood.size() == names.size())
        return by([&](std::size_t i) { return likelihood[i]; });
    // Unknown words stay behind the one they were first seen after.
    std::vector<double> keys(names.size());
    double last = 0;
    for (std::size_t i = 0; i < names.size(); ++i) keys[i] = last = known(i).value_or(last);
    return by([&](std::size_t i) { return keys[i]; });
}

bool names_stage(std::string_view header, std::string_view stage) {
    const std::string stem = stem_of(header);
    const std::string name = fold_header(stage);
    if (stem.empty() || name.empty()) return false;
    if (stem == name) return true;
    std::size_t common = 0;
    while (common < std::min(stem.size(), name.size()) && stem[common] == name[common]) ++common;
    return common >= 5 && 5 * common >= 3 * std::min(stem.size(), name.size());
}

}  // namespace kakehashi::imports
