#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "addin/generate/help/page.hpp"
#include "addin/generate/xcu.hpp"

namespace kakehashi::generate {
namespace {

std::string link(const HelpPage& page, Language language) {
    return fmt::format("<a href=\"{}.html\">{}</a>", page.id, xml(page.title.in(language)));
}

std::vector<std::string> groups(std::span<const HelpPage> pages) {
    std::vector<std::string> found;
    for (const HelpPage& page : pages)
        if (std::ranges::find(found, page.group) == found.end()) found.push_back(page.group);
    return found;
}

std::string first_sentence(const std::string& text) {
    for (const std::string_view end : {". ", "。"}) {
        const std::size_t at = text.find(end);
        if (at != std::string::npos) return text.substr(0, at + (end == ". " ? 1 : end.size()));
    }
    return text;
}

std::string contents(std::span<const HelpPage> pages, Language language) {
    const Text lead{
        "Marketing and sales with one set of words and figures, in LibreOffice Calc. F1 on a cell with one "
        "of these functions opens its page.",
        "マーケティングと営業が、同じ言葉と同じ数値で話すための LibreOffice Calc の拡張機能です。"
        "ここにある関数を使ったセルで F1 キーを押すと、その関数のページが開きます。"};
    std::string text = fmt::format("<p class=\"lead\">{}</p>\n", xml(lead.in(language)));
    for (const std::string& group : groups(pages)) {
        text += fmt::format("<h2 id=\"{}\">{}</h2>\n<dl class=\"contents\">\n", group,
                            xml(group_title(group).in(language)));
        for (const HelpPage& page : pages)
            if (page.group == group)
                text += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", link(page, language),
                                    xml(first_sentence(page.summary.in(language))));
        text += "</dl>\n";
    }
    return text;
}

/// The other pages of the group; on the contents page the groups.
std::string aside(const HelpPage& page, std::span<const HelpPage> pages, Language language) {
    std::string list;
    if (page.group.empty()) {
        for (const std::string& group : groups(pages))
            list +=
                fmt::format("<li><a href=\"#{}\">{}</a></li>\n", group, xml(group_title(group).in(language)));
    } else {
        for (const HelpPage& other : pages) {
            if (other.group != page.group) continue;
            list += other.id == page.id
                        ? fmt::format("<li aria-current=\"page\">{}</li>\n", xml(page.title.in(language)))
                        : fmt::format("<li>{}</li>\n", link(other, language));
        }
    }
    const Text see{"See also", "関連項目"};
    const Text here{"On this page", "このページの内容"};
    return fmt::format("<nav class=\"aside\"><h2>{}</h2>\n<ul>\n{}</ul></nav>\n",
                       page.group.empty() ? here.in(language) : see.in(language), list);
}

std::string crumbs(const HelpPage& page, Language language) {
    if (page.group.empty()) return {};
    const Text contents{"Contents", "目次"};
    return fmt::format(
        "<p class=\"crumbs\"><a href=\"index.html\">{}</a> › <a href=\"index.html#{}\">{}</a></p>\n",
        contents.in(language), page.group, xml(group_title(page.group).in(language)));
}

std::string bar(const HelpPage& page, Language language) {
    const Text name{"Kakehashi Help", "架け橋 ヘルプ"};
    const Text search{"Search", "検索"};
    const bool japanese = language == Language::japanese;
    return fmt::format(
        "<header><a class=\"home\" href=\"index.html\"><img src=\"../../icons/kakehashi.svg\" alt=\"\" "
        "width=\"28\" height=\"28\"/> {}</a>\n"
        "<div class=\"search\" role=\"search\"><input id=\"search\" type=\"search\" placeholder=\"{}\" "
        "aria-label=\"{}\" autocomplete=\"off\" hidden=\"hidden\"/><ul id=\"found\" "
        "hidden=\"hidden\"></ul></div>\n"
        "<a class=\"language\" lang=\"{}\" hreflang=\"{}\" href=\"../{}/{}.html\">{}</a></header>\n",
        name.in(language), search.in(language), search.in(language), japanese ? "en" : "ja",
        japanese ? "en" : "ja", japanese ? "en" : "ja", page.id, japanese ? "English" : "日本語");
}

}  // namespace

HelpPage contents_page(std::span<const HelpPage> pages) {
    return {"index",
            {},
            {"Kakehashi Help", "架け橋 ヘルプ"},
            {},
            {contents(pages, Language::english), contents(pages, Language::japanese)}};
}

std::string framed(const HelpPage& page, std::span<const HelpPage> pages, Language language) {
    const Text product{"Kakehashi Help", "架け橋 ヘルプ"};
    const std::string& title = page.title.in(language);
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>{}</title>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
        "<link rel=\"icon\" href=\"../../icons/kakehashi.svg\"/>\n"
        "<link rel=\"stylesheet\" href=\"../help.css\"/>\n"
        "<script src=\"search.js\" defer=\"defer\"></script>\n"
        "<script src=\"../help.js\" defer=\"defer\"></script>\n</head>\n<body>\n{}"
        "<div class=\"page\">\n<main>\n{}<h1>{}</h1>\n{}</main>\n{}</div>\n</body>\n</html>\n",
        language == Language::japanese ? "ja" : "en",
        xml(page.group.empty() ? title : title + " – " + product.in(language)), bar(page, language),
        crumbs(page, language), xml(title), page.body.in(language), aside(page, pages, language));
}

std::string search_index(std::span<const HelpPage> pages, Language language) {
    nlohmann::json entries = nlohmann::json::array();
    for (const HelpPage& page : pages)
        // The other language's title too: people know LEADs by either name.
        entries.push_back({page.id, page.title.in(language), group_title(page.group).in(language),
                           page.summary.in(language), page.title.en + ' ' + page.title.ja});
    return "const pages = " + entries.dump(0) + ";\n";
}

}  // namespace kakehashi::generate
