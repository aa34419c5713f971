#include "addin/commands/playbook_start.hpp"

#include <memory>

#include "addin/commands/playbook_file.hpp"
#include "addin/options.hpp"

namespace kakehashi::addin {
namespace {

tl::unexpected<CellError> unusable(const Text& what, const CellError& why) {
    return illegal_argument({what.en + ": " + why.message.en, what.ja + ": " + why.message.ja});
}

}  // namespace

Result<PlaybookStart> playbook_start(const Session& session) {
    const commands::Options set = options();
    PlaybookStart start;
    const auto named = session.argument("playbook");
    if (const std::string place = named.value_or(set.playbook); !place.empty()) {
        const auto read = read_playbook_file(place);
        if (!read)
            return unusable(named ? Text{"playbook", "プレイブック"}
                                  : Text{"The playbook of the options (Tools ▸ Options ▸ Kakehashi)",
                                         "オプション（［ツール］▸［オプション］▸［架け橋］）のプレイブック"},
                            read.error());
        start.agreed = std::make_shared<const Playbook>(read->playbook);
    } else {
        start.fiscal_year_starts = set.fiscal_year_starts;
        start.status_limits = set.status_limits;
    }
    if (const auto month = session.argument("fiscalYearStarts")) {
        const auto read = commands::read_month(*month);
        if (!read) return unusable({"fiscalYearStarts", "fiscalYearStarts"}, read.error());
        start.fiscal_year_starts = *read;
    }
    if (const auto limits = session.argument("statusLimits")) {
        const auto read = commands::read_limits(*limits);
        if (!read) return unusable({"statusLimits", "statusLimits"}, read.error());
        start.status_limits = *read;
    }
    return start;
}

}  // namespace kakehashi::addin
