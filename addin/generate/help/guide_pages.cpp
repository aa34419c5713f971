#include <algorithm>
#include <array>
#include <regex>
#include <stdexcept>

#include <fmt/format.h>
#include <md4c-html.h>

#include "addin/generate/help/page.hpp"
#include "addin/generate/xcu.hpp"
#include "core/help/pages.hpp"

namespace kakehashi::generate {
namespace {

std::string html_of(const std::string& markdown) {
    std::string html;
    const auto append = [](const MD_CHAR* text, MD_SIZE size, void* to) {
        static_cast<std::string*>(to)->append(text, size);
    };
    if (md_html(markdown.data(), static_cast<MD_SIZE>(markdown.size()), append, &html, MD_FLAG_TABLES,
                MD_HTML_FLAG_XHTML) != 0)
        throw std::runtime_error("Markdown that cannot be read");
    return html;
}

/// `panel.ja.md`, `../commands.md`: the page that says the same in the help.
std::string target(std::string path) {
    const bool japanese = path.ends_with(".ja.md");
    path.resize(path.size() - (japanese ? 6 : 3));
    std::string name = path.substr(path.rfind('/') + 1);
    if (name == "functions") name = "index";
    if (name == "commands") name = "scripts";
    return fmt::format("../{}/{}.html", japanese ? "ja" : "en", name);
}

/// Files of docs lie elsewhere in the package.
std::string with_links(const std::string& html) {
    static const std::regex link("href=\"([^\":]*\\.md)(#[^\"]*)?\"");
    std::string text;
    auto rest = html.cbegin();
    for (std::sregex_iterator it(html.begin(), html.end(), link), end; it != end; ++it) {
        text.append(rest, (*it)[0].first);
        text += fmt::format("href=\"{}\"", target((*it)[1]));
        rest = (*it)[0].second;
    }
    text.append(rest, html.cend());
    return std::regex_replace(text, std::regex("href=\"[^\":]*/playbook.schema.json\""),
                              "href=\"../../playbook.schema.json\"");
}

/// Names of functions lead to their pages, except in links, headings and longer code.
std::string with_names(const std::string& html) {
    std::string text;
    std::string inside;  // the element in which nothing is linked
    for (std::size_t i = 0; i < html.size(); ++i) {
        const std::string_view rest = std::string_view(html).substr(i);
        if (rest.starts_with('<')) {
            const std::string_view tag = rest.substr(0, rest.find('>') + 1);
            for (const std::string_view element : {"a", "h1", "h2", "pre", "code"}) {
                if (inside.empty() &&
                    (tag == fmt::format("<{}>", element) || tag.starts_with(fmt::format("<{} ", element))))
                    inside = element;
                else if (inside == element && tag == fmt::format("</{}>", element))
                    inside.clear();
            }
            text += tag;
            i += tag.size() - 1;
            if (tag == "<code>" && inside == "code") {
                const std::string_view name = name_at(std::string_view(html).substr(i + 1));
                if (!name.empty() && html.compare(i + 1 + name.size(), 7, "</code>") == 0) inside.clear();
            }
            continue;
        }
        const bool begins = inside.empty() && in_name(html[i]) && (i == 0 || !in_name(html[i - 1]));
        const std::string_view name = begins ? name_at(rest) : std::string_view{};
        if (name.empty()) {
            text += html[i];
        } else {
            text += link_to(name);
            i += name.size() - 1;
        }
    }
    return text;
}

/// Lines that end within Japanese text would show as blanks.
std::string with_japanese_lines_joined(const std::string& html) {
    // Bytes of letters beyond ASCII, with what may stand between a letter and the line's end.
    static const std::regex end(
        "([\x80-\xFF](?:</(?:strong|em|a)>)?)\n((?:<(?:strong|em|a )[^>]*>)?[\x80-\xFF])");
    return std::regex_replace(html, end, "$1$2");
}

/// Wide tables move by themselves in narrow windows.
std::string with_scrolling_tables(const std::string& html) {
    const std::string opened =
        std::regex_replace(html, std::regex("<table>"), "<div class=\"scroll\"><table>");
    return std::regex_replace(opened, std::regex("</table>"), "</table></div>");
}

std::string plain(const std::string& html) {
    std::string text = std::regex_replace(html, std::regex("<[^>]*>"), "");
    for (const auto& [entity, letter] : std::array<std::pair<const char*, const char*>, 4>{
             {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}})
        text = std::regex_replace(text, std::regex(entity), letter);
    std::ranges::replace(text, '\n', ' ');
    return text;
}

struct Part {
    std::string title;
    std::string summary;
    std::string body;
};

Part part_of(const std::string& markdown) {
    // The frame has a link to the other language already.
    const std::string own =
        std::regex_replace(markdown, std::regex("(^|\n)\\[(日本語|English)\\]\\([^)]*\\)\n"), "\n");
    std::string html =
        with_scrolling_tables(with_names(with_links(with_japanese_lines_joined(html_of(own)))));
    const std::size_t begin = html.find("<h1>") + 4, end = html.find("</h1>");
    if (end == std::string::npos) throw std::runtime_error("A guide without a title");
    Part part{plain(html.substr(begin, end - begin)), {}, html.substr(end + 6)};
    const std::size_t first = part.body.find("<p>"), last = part.body.find("</p>");
    if (first != std::string::npos) part.summary = plain(part.body.substr(first + 3, last - first - 3));
    return part;
}

/// The text up to the first section, and the sections.
std::vector<std::string> sections(const std::string& markdown) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t next = markdown.find("\n## "); next != std::string::npos;
         next = markdown.find("\n## ", begin)) {
        parts.push_back(markdown.substr(begin, next + 1 - begin));
        begin = next + 2;  // `## Goals` becomes `# Goals`
    }
    parts.push_back(markdown.substr(begin));
    return parts;
}

}  // namespace

HelpPage guide_page(std::string_view id, const Text& markdown) {
    const Part en = part_of(markdown.en), ja = part_of(markdown.ja);
    return {std::string(id), "guides", {en.title, ja.title}, {en.summary, ja.summary}, {en.body, ja.body}};
}

std::vector<HelpPage> panel_pages(const Text& markdown) {
    const std::vector<std::string> en = sections(markdown.en), ja = sections(markdown.ja);
    std::vector<std::string_view> ids;
    for (const std::string_view guide : help::guides())
        if (guide.starts_with("panel")) ids.push_back(guide);
    if (en.size() != ids.size() || ja.size() != ids.size())
        throw std::runtime_error("The guide of the panel has a section per panel");
    std::vector<HelpPage> pages;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        pages.push_back(guide_page(ids[i], {en[i], ja[i]}));
        if (i > 0) pages.back().group = "panels";
    }
    Text list{"<ul>\n", "<ul>\n"};
    for (std::size_t i = 1; i < pages.size(); ++i)
        for (const auto& [text, language] :
             {std::pair(&list.en, Language::english), std::pair(&list.ja, Language::japanese)})
            *text += fmt::format("<li><a href=\"{}.html\">{}</a></li>\n", pages[i].id,
                                 xml(pages[i].title.in(language)));
    pages.front().body.en += list.en + "</ul>\n";
    pages.front().body.ja += list.ja + "</ul>\n";
    return pages;
}

}  // namespace kakehashi::generate
