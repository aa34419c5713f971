#include "addin/generate/help/help.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "addin/generate/commands.hpp"
#include "addin/generate/help/page.hpp"
#include "core/help/pages.hpp"

namespace kakehashi::generate {
namespace {

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("The help needs " + file.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

Text read_both(const std::filesystem::path& folder, const std::string& name) {
    return {read(folder / (name + ".md")), read(folder / (name + ".ja.md"))};
}

Text scripts() {
    // Sections of the reference are pages of their own here.
    return {scripting(Language::english).substr(1), scripting(Language::japanese).substr(1)};
}

void add_guides(std::vector<HelpPage>& pages, const std::filesystem::path& docs) {
    for (const std::string_view id : help::guides()) {
        if (id.starts_with("panel.")) continue;  // come with `panel`
        if (id == "panel") {
            for (HelpPage& page : panel_pages(read_both(docs / "help", "panel")))
                pages.push_back(std::move(page));
        } else if (id == "examples") {
            pages.push_back(example_page());
        } else if (id == "scripts") {
            pages.push_back(guide_page(id, scripts()));
        } else {
            pages.push_back(
                guide_page(id, read_both(id == "playbook" ? docs : docs / "help", std::string(id))));
        }
    }
}

}  // namespace

std::vector<HelpFile> help_files(std::span<const Function> functions,
                                 std::span<const commands::Command> commands,
                                 const std::filesystem::path& docs) {
    std::vector<HelpPage> pages;
    add_guides(pages, docs);
    for (const commands::Command& command : commands) pages.push_back(command_page(command));
    for (const Function& function : functions) pages.push_back(function_page(function));
    const HelpPage contents = contents_page(pages);
    std::vector<HelpFile> files;
    for (const Language language : {Language::english, Language::japanese}) {
        const std::string folder = language == Language::japanese ? "ja/" : "en/";
        files.push_back({folder + "search.js", search_index(pages, language)});
        files.push_back({folder + "index.html", framed(contents, pages, language)});
        for (const HelpPage& page : pages)
            files.push_back({folder + page.id + ".html", framed(page, pages, language)});
    }
    return files;
}

}  // namespace kakehashi::generate
