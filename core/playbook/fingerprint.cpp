#include "core/playbook/fingerprint.hpp"

#include <Poco/DigestEngine.h>
#include <Poco/SHA2Engine.h>
#include <fmt/format.h>

#include "core/playbook/departments.hpp"
#include "core/playbook/json.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

const PlaybookSignoff* latest_signoff(const Playbook& playbook, Department department) {
    const PlaybookSignoff* found = nullptr;
    for (const PlaybookSignoff& signoff : playbook.signoffs) {
        if (!signed_fingerprint(signoff) || department_of(signoff.department) != department) continue;
        if (found == nullptr || signoff.date >= found->date) found = &signoff;
    }
    return found;
}

/// What the department put its name to.
Text signed_content(const PlaybookSignoff& signoff, const std::string& present_fingerprint) {
    const auto agreed = signed_fingerprint(signoff);
    if (agreed == present_fingerprint) return {"agreed to this version", "この版に合意"};
    if (agreed)
        return {fmt::format("agreed to an earlier version ({})", *agreed),
                fmt::format("以前の版に合意（{}）", *agreed)};
    if (trim(signoff.fingerprint).empty()) return {"no fingerprint", "指紋なし"};
    return {fmt::format("no fingerprint (\"{}\" is none)", signoff.fingerprint),
            fmt::format("指紋なし（「{}」は指紋ではありません）", signoff.fingerprint)};
}

}  // namespace

std::string fingerprint(const Playbook& playbook) {
    constexpr std::size_t digits = 12;
    Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
    engine.update(canonical_json(playbook));
    return Poco::DigestEngine::digestToHex(engine.digest()).substr(0, digits);
}

std::optional<std::string> signed_fingerprint(const PlaybookSignoff& signoff) {
    constexpr std::size_t digits = 12;
    std::string folded = fold(signoff.fingerprint);
    if (folded.empty() || folded.size() > digits) return std::nullopt;
    if (folded.find_first_not_of("0123456789abcdef") != std::string::npos) return std::nullopt;
    const bool number = folded.find_first_not_of("0123456789") == std::string::npos;
    if (folded.size() < digits && !number) return std::nullopt;
    return std::string(digits - folded.size(), '0') + folded;
}

Text signoff_text(const PlaybookSignoff& signoff, const std::string& present_fingerprint) {
    std::string who = signoff.department;
    if (!trim(signoff.name).empty()) who += " · " + signoff.name;
    if (signoff.date != no_instant) who += " · " + format_instant(signoff.date);
    const Text what = signed_content(signoff, present_fingerprint);
    Text text = {who + " · " + what.en, who + " · " + what.ja};
    if (!is_department(signoff.department)) {
        text.en += " · does not count: neither marketing nor sales";
        text.ja += " · 無効：マーケティングでも営業でもない部門";
    }
    return text;
}

bool is_department(std::string_view name) {
    return department_of(name) != Department::other;
}

std::string_view status(const Playbook& playbook) {
    const PlaybookSignoff* marketing = latest_signoff(playbook, Department::marketing);
    const PlaybookSignoff* sales = latest_signoff(playbook, Department::sales);
    if (marketing == nullptr && sales == nullptr) return "draft";
    const std::string present = fingerprint(playbook);
    const bool by_marketing = marketing != nullptr && signed_fingerprint(*marketing) == present;
    const bool by_sales = sales != nullptr && signed_fingerprint(*sales) == present;
    if (by_marketing && by_sales) return "agreed";
    if (by_marketing) return "agreed by marketing only";
    if (by_sales) return "agreed by sales only";
    return "changed since agreement";
}

std::string handle_text(const Playbook& playbook) {
    const std::string_view name = playbook.name.empty() ? std::string_view("playbook") : playbook.name;
    std::string_view version = playbook.version;
    const bool marked = version.size() > 1 && (version[0] == 'v' || version[0] == 'V');
    if (marked && version[1] >= '0' && version[1] <= '9') version.remove_prefix(1);
    if (version.empty()) return fmt::format("{} · {}", name, status(playbook));
    return fmt::format("{} v{} · {}", name, version, status(playbook));
}

}  // namespace kakehashi
