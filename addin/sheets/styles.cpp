#include "addin/sheets/styles.hpp"

#include <array>

#include <com/sun/star/awt/FontUnderline.hpp>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/i18n/NumberFormatIndex.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/table/BorderLineStyle.hpp>
#include <com/sun/star/table/CellHoriJustify.hpp>
#include <com/sun/star/table/CellVertJustify2.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <fmt/format.h>

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using sheet::Format;
using sheet::Style;
namespace index = css::i18n::NumberFormatIndex;

constexpr sal_Int32 grey_text = 0x595959;
constexpr sal_Int32 hairline = 0xD0D0D0;
constexpr sal_Int32 rule = 0x7F7F7F;

struct Look {
    std::string_view name;
    double points = 0;  // 0: as the parent
    bool bold = false;
    sal_Int32 colour = -1;
    sal_Int32 fill = -1;
    sal_Int32 line_below = -1;
    bool wraps = false;
    bool top = false;  // at the top of its row, else in the middle
};

/// By sheet::Style. Fills of the departments are the Okabe–Ito colours at 20 % on white.
const std::array<Look, 16> looks{{
    {"Text"},
    {"Title", 18, true, 0x1F1F1F},
    {"Subtitle", 11, false, grey_text},
    {"Heading", 9, true, 0x333333, 0xF2F2F2, rule, true},
    {"Label", 0, false, -1, -1, hairline, true},
    {"Input", 0, false, -1, 0xFFF8E1, hairline, true},
    {"Result", 0, false, -1, -1, hairline},
    {"Note", 9, false, grey_text, -1, -1, true, true},
    {"Link", 0, false, 0x0563C1, -1, hairline},
    {"Sentence", 12, false, 0x1F1F1F, 0xF7F7F7, -1, true},
    {"Shared", 9, true, 0x1F1F1F, 0xCCECE3, rule, true},
    {"Marketing", 9, true, 0x1F1F1F, 0xCCE3F0, rule, true},
    {"Sales", 9, true, 0x1F1F1F, 0xF7DFCC, rule, true},
    {"Shared Label", 0, false, -1, 0xCCECE3, hairline, true},
    {"Marketing Label", 0, false, -1, 0xCCE3F0, hairline, true},
    {"Sales Label", 0, false, -1, 0xF7DFCC, hairline, true},
}};

const Look& look_of(Style style) {
    return looks.at(static_cast<std::size_t>(style));
}

void set_in_every_script(const Properties& style, std::string_view property, const Any& value) {
    for (const std::string_view script : {"", "Asian", "Complex"})
        style->setPropertyValue(to_uno(fmt::format("{}{}", property, script)), value);
}

css::table::BorderLine2 line(sal_Int32 colour, sal_uInt32 width) {
    css::table::BorderLine2 line;
    line.Color = colour;
    line.LineStyle = css::table::BorderLineStyle::SOLID;
    line.LineWidth = width;
    line.OuterLineWidth = static_cast<sal_Int16>(width);
    return line;
}

void apply(const Properties& style, const Look& look) {
    if (look.points > 0) set_in_every_script(style, "CharHeight", Any(static_cast<float>(look.points)));
    if (look.bold) set_in_every_script(style, "CharWeight", Any(css::awt::FontWeight::BOLD));
    if (look.colour >= 0) set(style, "CharColor", look.colour);
    if (look.fill >= 0) set(style, "CellBackColor", look.fill);
    if (look.line_below >= 0)
        set(style, "BottomBorder2", line(look.line_below, look.line_below == rule ? 26 : 9));
    if (look.wraps) set(style, "IsTextWrapped", true);
    if (look.top) set(style, "VertJustify", css::table::CellVertJustify2::TOP);
}

void apply_to_all(const Properties& style) {
    set(style, "VertJustify", css::table::CellVertJustify2::CENTER);
    for (const std::string_view side : {"ParaTopMargin", "ParaBottomMargin"}) set(style, side, sal_Int32(60));
    for (const std::string_view side : {"ParaLeftMargin", "ParaRightMargin"})
        set(style, side, sal_Int32(120));
    set(style, "ParaIsForbiddenRules", true);  // no Japanese full stop at the beginning of a line
}

void apply_own(const Properties& properties, Style style) {
    if (style == Style::text) apply_to_all(properties);
    if (style == Style::link) set(properties, "CharUnderline", css::awt::FontUnderline::SINGLE);
    if (style != Style::sentence) return;
    set(properties, "LeftBorder2", line(0x0072B2, 88));
    set(properties, "ParaLeftMargin", sal_Int32(300));
}

std::string_view suffix(Format format) {
    static constexpr std::array<std::string_view, 9> words{"",      "Plain", "Integer",   "Number", "Percent",
                                                           "Money", "Date",  "Date time", "Figure"};
    return words.at(static_cast<std::size_t>(format));
}

/// As in LibreOffice's own currency formats, sign and language.
std::string currency_mark(const std::string& code) {
    static const std::map<std::string, std::string> marks{{"JPY", "[$¥-411]"},
                                                          {"USD", "[$$-409]"},
                                                          {"EUR", "[$€-407]"},
                                                          {"GBP", "[$£-809]"},
                                                          {"CNY", "[$¥-804]"}};
    const auto known = marks.find(code);
    return known == marks.end() ? "" : known->second;
}

}  // namespace

CellStyles::CellStyles(const SpreadsheetDocument& document, std::string currency)
    : document_(document), currency_(std::move(currency)) {
    const auto families =
        Reference<css::style::XStyleFamiliesSupplier>(document, UNO_QUERY_THROW)->getStyleFamilies();
    styles_.set(families->getByName("CellStyles"), UNO_QUERY_THROW);
    formats_ = Reference<css::util::XNumberFormatsSupplier>(document, UNO_QUERY_THROW)->getNumberFormats();
    locale_ = get<css::lang::Locale>(document, "CharLocale");
}

const OUString& CellStyles::name(Style style, Format format, bool over_numbers) {
    OUString& name = names_[{style, format, over_numbers}];
    if (!name.isEmpty()) return name;
    name = base(style);
    if (over_numbers) {
        name = child(name, "Number", [](const Properties& made) {
            set(made, "HoriJustify", css::table::CellHoriJustify_RIGHT);
        });
    } else if (format != Format::general) {
        const std::string currency = format == Format::money && !currency_.empty() ? " " + currency_ : "";
        name = child(name, fmt::format("{}{}", suffix(format), currency), [&](const Properties& made) {
            set(made, "NumberFormat", number_format(format));
            if (format == Format::text) return;
            // A dash in place of a figure stands where the figure would; a small figure is better than ###.
            set(made, "HoriJustify", css::table::CellHoriJustify_RIGHT);
            set(made, "ShrinkToFit", true);
        });
    }
    return name;
}

OUString CellStyles::base(Style style) {
    const Look& look = look_of(style);
    const OUString parent = style == Style::text ? OUString("Default") : base(Style::text);
    const std::string_view family = "Kakehashi";
    const OUString name = to_uno(fmt::format("{} {}", family, look.name));
    if (styles_->hasByName(name)) return name;
    const Reference<css::style::XStyle> made(make(document_, "com.sun.star.style.CellStyle"),
                                             UNO_QUERY_THROW);
    styles_->insertByName(name, Any(made));
    made->setParentStyle(parent);
    const Properties properties(made, UNO_QUERY_THROW);
    apply(properties, look);
    apply_own(properties, style);
    return name;
}

OUString CellStyles::child(const OUString& parent, std::string_view suffix, auto&& change) {
    const OUString name = parent + " " + to_uno(suffix);
    if (styles_->hasByName(name)) return name;
    const Reference<css::style::XStyle> made(make(document_, "com.sun.star.style.CellStyle"),
                                             UNO_QUERY_THROW);
    styles_->insertByName(name, Any(made));
    made->setParentStyle(parent);
    change(Properties(made, UNO_QUERY_THROW));
    return name;
}

sal_Int32 CellStyles::keyed(const OUString& code) {
    const sal_Int32 known = formats_->queryKey(code, locale_, false);
    return known >= 0 ? known : formats_->addNew(code, locale_);
}

sal_Int32 CellStyles::generated(sal_Int16 base, bool thousands, sal_Int16 decimals) {
    const Reference<css::util::XNumberFormatTypes> types(formats_, UNO_QUERY_THROW);
    return keyed(formats_->generateFormat(types->getFormatIndex(base, locale_), locale_, thousands, false,
                                          decimals, 1));
}

/// Years first: the same day for everybody who opens the workbook, whatever their language.
sal_Int32 CellStyles::iso(std::string_view code) {
    const css::lang::Locale english("en", "US", {});  // the code's language, not the cell's
    const sal_Int32 known = formats_->queryKey(to_uno(code), english, false);
    return known >= 0 ? known : formats_->addNew(to_uno(code), english);
}

sal_Int32 CellStyles::number_format(Format format) {
    const Reference<css::util::XNumberFormatTypes> types(formats_, UNO_QUERY_THROW);
    switch (format) {
        case Format::general:
            return types->getStandardIndex(locale_);
        case Format::text:
            return types->getFormatIndex(index::TEXT, locale_);
        case Format::integer:
            return generated(index::NUMBER_INT, true, 0);
        case Format::number:
            return generated(index::NUMBER_DEC2, true, 1);
        case Format::figure: {
            const auto code = [&](sal_Int32 key) {
                return get<OUString>(formats_->getByKey(key), "FormatString");
            };
            const OUString whole = code(generated(index::NUMBER_INT, true, 0));
            return keyed("[>=100]" + whole + ";[<=-100]-" + whole + ";" +
                         code(types->getStandardIndex(locale_)));
        }
        case Format::percent:
            return generated(index::PERCENT_DEC2, false, 1);
        case Format::money: {
            const sal_Int32 plain = generated(index::NUMBER_INT, true, 0);
            const OUString mark = to_uno(currency_mark(currency_));
            const OUString digits = get<OUString>(formats_->getByKey(plain), "FormatString");
            return mark.isEmpty() ? plain : keyed(mark + digits + ";-" + mark + digits);
        }
        case Format::date:
            return iso("YYYY-MM-DD");
        case Format::date_time:
            return iso("YYYY-MM-DD HH:MM");
    }
    return 0;
}

}  // namespace kakehashi::addin
