#include "core/imports/unrecognised.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/table/reading.hpp"

namespace kakehashi::imports {
namespace {

bool plays(const Mapping& mapping, Role role) {
    return std::ranges::any_of(mapping, [&](const MappedColumn& column) {
        return column.match != Match::left_out && column.role == role;
    });
}

/// A column of the file, other than the created date, that holds the dates of one of the stages.
bool dates_a_stage(const Mapping& mapping, const std::vector<PlaybookStage>& stages) {
    return std::ranges::any_of(mapping, [&](const MappedColumn& column) {
        if (column.match == Match::left_out || column.role == Role::created) return false;
        const std::string header = fold_header(column.header);
        return std::ranges::any_of(stages, [&](const PlaybookStage& stage) {
            return fold_header(stage.column.empty() ? stage.stage : stage.column) == header;
        });
    });
}

/// `a`, `a or b`, `a, b or c`
std::string listed(const std::vector<std::string_view>& names, std::string_view before_last) {
    std::string text(names.front());
    for (std::size_t i = 1; i < names.size(); ++i)
        text.append(i + 1 == names.size() ? before_last : ", ").append(names[i]);
    return text;
}

class Names {
  public:
    void add(bool wanted, std::string_view english, std::string_view japanese) {
        if (!wanted) return;
        english_.push_back(english);
        japanese_.push_back(japanese);
    }
    Text text(std::string_view before_last) const {
        return {listed(english_, before_last), fmt::format("{}", fmt::join(japanese_, "、"))};
    }

  private:
    std::vector<std::string_view> english_;
    std::vector<std::string_view> japanese_;
};

Text names_of(const Unrecognised& lacks) {
    Names names;
    names.add(lacks.id, "the id", "番号");
    names.add(lacks.date, "the created date", "作成日");
    names.add(lacks.stage, "a stage", "ステージ");
    return names.text(" or ");
}

Text effects_of(const Unrecognised& lacks) {
    Names effects;
    effects.add(lacks.id, "unknown to hand-offs and history", "引き渡しと履歴");
    effects.add(lacks.date, "in no period", "期間を区切った数値");
    effects.add(lacks.stage && lacks.date, "not in the funnel", "ファネル");
    // The created date is that of the first stage, as a new playbook has it.
    effects.add(lacks.stage && !lacks.date, "at most at the first stage of the funnel",
                "ファネルの2番目以降のステージ");
    return effects.text(" and ");
}

}  // namespace

Unrecognised unrecognised(const Target& target, const Mapping& mapping,
                          const std::vector<PlaybookStage>& stages) {
    if (target.part != sheet::Part::leads) return {};
    const bool dated = dates_a_stage(mapping, stages);
    const bool by_expression = std::ranges::any_of(
        stages, [](const PlaybookStage& stage) { return stage.column.empty() && !stage.when.empty(); });
    return {!plays(mapping, Role::id), !plays(mapping, Role::created) && !dated,
            !plays(mapping, Role::stage) && !dated && !by_expression};
}

Text before_import(const Unrecognised& lacks) {
    const Text names = names_of(lacks);
    return {
        fmt::format("No column is recognised as {}. If the file has one, choose below where it goes.",
                    names.en),
        fmt::format("{}の列が見つかりません。ファイルにあれば、下で取り込み先を選んでください。", names.ja)};
}

Text after_import(const Unrecognised& lacks) {
    const Text names = names_of(lacks);
    const Text effects = effects_of(lacks);
    return {fmt::format("No column was recognised as {}: the new leads are {}. If the file has one, undo and "
                        "choose it in the import dialog, or name it in [columns] of the playbook.",
                        names.en, effects.en),
            fmt::format("{}の列が見つからないため、新しいリードは{}の対象になりません。ファイルにあれば、"
                        "元に戻して取り込みのダイアログで選ぶか、プレイブックの［列］で指定してください。",
                        names.ja, effects.ja)};
}

}  // namespace kakehashi::imports
