#include "addin/options.hpp"

#include <utility>
#include <vector>

#include <com/sun/star/container/XNameReplace.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>

#include "addin/environment.hpp"
#include "core/playbook/settings.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

constexpr std::string_view options_node = "/org.kakehashi.Settings/Options";
constexpr std::string_view panel_node = "/org.kakehashi.Settings/Panel";

/// Changes those that differ, all at once.
Result<void> write(std::string_view node, const std::vector<std::pair<const char*, Any>>& values) {
    try {
        const Reference<css::container::XNameReplace> access(configuration(node, Access::reading_and_writing),
                                                             UNO_QUERY_THROW);
        for (const auto& [name, value] : values) {
            const OUString property = OUString::createFromAscii(name);
            if (access->getByName(property) != value) access->replaceByName(property, value);
        }
        Reference<css::util::XChangesBatch>(access, UNO_QUERY_THROW)->commitChanges();
        return {};
    } catch (const css::uno::Exception&) {
        return not_available({"The settings could not be changed: they are locked, or cannot be written.",
                              "設定を変更できませんでした。固定されているか、書き込めません。"});
    }
}

}  // namespace

commands::Options options() {
    commands::Options read;
    read.language = commands::read_language(configured_text(options_node, "Language"));
    read.playbook = configured_text(options_node, "Playbook");
    sal_Int32 month = 0;
    configured(options_node, "FiscalYearStarts") >>= month;
    if (month >= 1 && month <= 12) read.fiscal_year_starts = static_cast<unsigned>(month);
    if (const std::string limits = configured_text(options_node, "StatusLimits"); !limits.empty())
        if (const auto known = commands::read_limits(limits)) read.status_limits = *known;
    configured(options_node, "Log") >>= read.log;
    return read;
}

Result<void> store(const commands::Options& options) {
    const std::string limits =
        options.status_limits ? format_status_limits(*options.status_limits) : std::string();
    return write(options_node,
                 {{"Language", Any(to_uno(commands::language_tag(options.language)))},
                  {"Playbook", Any(to_uno(options.playbook))},
                  {"FiscalYearStarts", Any(static_cast<sal_Int32>(options.fiscal_year_starts.value_or(0)))},
                  {"StatusLimits", Any(to_uno(limits))},
                  {"Log", Any(options.log)}});
}

FirstSteps first_steps() {
    const std::string state = configured_text(panel_node, "FirstSteps");
    if (state == "wanted") return FirstSteps::wanted;
    return state == "hidden" ? FirstSteps::hidden : FirstSteps::until_done;
}

Result<void> store(FirstSteps steps) {
    const char* const state = steps == FirstSteps::hidden   ? "hidden"
                              : steps == FirstSteps::wanted ? "wanted"
                                                            : "";
    return write(panel_node, {{"FirstSteps", Any(OUString::createFromAscii(state))}});
}

}  // namespace kakehashi::addin
