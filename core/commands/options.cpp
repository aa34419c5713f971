#include "core/commands/options.hpp"

#include <fmt/format.h>

#include "core/playbook/entries.hpp"
#include "core/playbook/settings.hpp"

namespace kakehashi::commands {

std::optional<Language> read_language(std::string_view text) {
    if (text == "en") return Language::english;
    if (text == "ja") return Language::japanese;
    return std::nullopt;
}

std::string language_tag(const std::optional<Language>& language) {
    if (!language) return {};
    return *language == Language::japanese ? "ja" : "en";
}

Result<unsigned> read_month(std::string_view text) {
    const Header& header =
        form_of(Block::playbook).headers[static_cast<std::size_t>(Setting::fiscal_year_starts)];
    const auto field = read_field(header, std::string(text), {});
    if (!field) return illegal_argument(field.error());
    if (const auto* month = std::get_if<double>(&*field)) return static_cast<unsigned>(*month);
    return illegal_argument({"No month was given.", "月が指定されていません。"});
}

Result<StatusLimits> read_limits(std::string_view text) {
    const auto limits = parse_status_limits(text);
    if (!limits)
        return illegal_argument(
            {fmt::format("“{}” is not like “ahead 1, on track 0.95, behind 0.75”.", text),
             fmt::format("「{}」は「先行 1、順調 0.95、遅れ 0.75」の形ではありません。", text)});
    if (auto problem = problem_of(*limits)) return illegal_argument(std::move(*problem));
    return *limits;
}

std::optional<Text> problem_of(const StatusLimits& limits) {
    if (limits.ahead >= limits.on_track && limits.on_track >= limits.behind) return std::nullopt;
    return Text{"The limits must descend: ahead, on track, behind.",
                "先行、順調、遅れの順に小さくなるように指定してください。"};
}

}  // namespace kakehashi::commands
