#include "addin/panel/about.hpp"

#include <algorithm>
#include <filesystem>

#include <com/sun/star/container/XNameAccess.hpp>
#include <fmt/format.h>

#include "addin/commands/documents.hpp"
#include "addin/log.hpp"
#include "addin/messages.hpp"
#include "addin/options.hpp"
#include "addin/versions.hpp"
#include "core/functions/catalogue.hpp"

namespace kakehashi::addin {
namespace {

constexpr std::size_t most_messages = 20;

/// The code is here, or nobody could ask; what may be missing is the registration.
std::string load_line(Language language) {
    css::uno::Reference<css::container::XNameAccess> functions;
    configured("/org.openoffice.Office.CalcAddIns/AddInInfo/org.kakehashi.Functions", "AddInFunctions") >>=
        functions;
    const auto all = static_cast<sal_Int32>(catalogue().size());
    const sal_Int32 known = functions.is() ? functions->getElementNames().getLength() : 0;
    if (known >= all)
        return Text{fmt::format("✓ Library loaded, {} functions registered", known),
                    fmt::format("✓ ライブラリー読み込み済み、関数{}個を登録済み", known)}
            .in(language);
    return Text{fmt::format("▼ Only {} of {} functions are registered. Please install the extension again.",
                            known, all),
                fmt::format("▼ 登録済みの関数は{}個中{}個です。拡張機能を入れ直してください。", all, known)}
        .in(language);
}

std::string log_line_of(Language language) {
    if (!options().log) return Text{"Log: off", "ログ：なし"}.in(language);
    const std::string name = std::filesystem::path(log_path()).filename();
    return Text{"Log: " + name, "ログ：" + name}.in(language);
}

std::vector<std::string> last_messages(Language language) {
    std::vector<std::string> lines;
    const Messages& messages = Messages::instance();
    for (std::size_t i = 0; i < std::min(messages.size(), most_messages); ++i)
        lines.push_back(messages.at(i).text(language));
    return lines;
}

}  // namespace

panel::About about(const std::string& playbook, Language language) {
    const std::vector<std::string> versions = version_lines();
    panel::About about;
    about.lines = {versions[0] + " · " + versions[1], versions[2] + " · " + versions[3], load_line(language)};
    if (!playbook.empty()) about.lines.push_back(playbook);
    about.lines.push_back(log_line_of(language));
    about.messages = last_messages(language);
    about.log = log_tail();
    const std::string folder = std::filesystem::path(log_path()).parent_path();
    if (!folder.empty()) about.log_folder = to_utf8(file_url(folder));
    return about;
}

}  // namespace kakehashi::addin
