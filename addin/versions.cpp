#include "addin/versions.hpp"

#include <fstream>
#include <string_view>

#include <Poco/Environment.h>

#include "addin/environment.hpp"

namespace kakehashi::addin {
namespace {

/// As the distribution calls itself, `Debian GNU/Linux 12 (bookworm)`; else `Linux`.
std::string system_name() {
    constexpr std::string_view key = "PRETTY_NAME=";
    std::ifstream file("/etc/os-release");
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with(key)) continue;
        line.erase(0, key.size());
        std::erase(line, '"');
        return line;
    }
    return Poco::Environment::osName();
}

}  // namespace

std::vector<std::string> version_lines() {
    return {"Kakehashi " KAKEHASHI_VERSION,
            "LibreOffice " + configured_text("/org.openoffice.Setup/Product", "ooSetupVersionAboutBox"),
            system_name() + ' ' + Poco::Environment::osArchitecture(), ui_tag()};
}

}  // namespace kakehashi::addin
