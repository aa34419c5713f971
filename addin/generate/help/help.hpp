// The help: HTML pages in English and Japanese, made from the catalogues, from docs/playbook.md and from the
// guides in docs/help. They travel in the package and need neither a server nor a network.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/commands/catalogue.hpp"
#include "core/functions/function.hpp"

namespace kakehashi::generate {

struct HelpFile {
    std::string path;  // `en/FUNNEL.RATE.html`
    std::string text;
};

/// `docs`: the folder with the guides. Throws std::runtime_error if one is missing.
std::vector<HelpFile> help_files(std::span<const Function> functions,
                                 std::span<const commands::Command> commands,
                                 const std::filesystem::path& docs);

}  // namespace kakehashi::generate
