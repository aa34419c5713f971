// A page of the help before it is put into its frame, and how texts of the catalogues become HTML.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/commands/catalogue.hpp"
#include "core/functions/function.hpp"
#include "core/support/text.hpp"

namespace kakehashi::generate {

struct HelpPage {
    std::string id;  // `FUNNEL.RATE`; the file is called so
    std::string
        group;  // pages of one group are listed beside each other: `FUNNEL`, `commands`, `guides`, `panels`
    Text title;
    Text summary;  // plain
    Text body;     // HTML below the title
};

/// Of a group, on the contents page and above the list of its pages.
Text group_title(std::string_view group);

/// The name of one of our functions that the text begins with; empty if it begins with none.
std::string_view name_at(std::string_view text);
/// Whether the letter can stand in such a name.
bool in_name(char c);
/// A link to the page of a function.
std::string link_to(std::string_view function);

/// A text of the catalogues: `code` in backticks, and names of functions lead to their pages.
std::string rich(std::string_view text, std::string_view own_page = {});
std::string heading(const Text& text, Language language);
/// The argument's name as people see it, in the look of a placeholder.
std::string placeholder(std::string_view name);

HelpPage function_page(const Function& function);
HelpPage command_page(const commands::Command& command);
/// The document that the examples of the functions are about.
HelpPage example_page();
/// From Markdown: its first heading is the title, its first paragraph the summary. Links to other files of
/// docs lead to their pages.
HelpPage guide_page(std::string_view id, const Text& markdown);
/// The guide `panel`, and a page for each of its sections: `panel.goals`, …
std::vector<HelpPage> panel_pages(const Text& markdown);

/// The contents page.
HelpPage contents_page(std::span<const HelpPage> pages);
/// The page with everything around it; `pages` are all.
std::string framed(const HelpPage& page, std::span<const HelpPage> pages, Language language);
/// The script with the words that the search field looks through.
std::string search_index(std::span<const HelpPage> pages, Language language);

}  // namespace kakehashi::generate
