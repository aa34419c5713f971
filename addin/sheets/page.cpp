#include "addin/sheets/page.hpp"

#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XDispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XHeaderFooterContent.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>

#include "addin/environment.hpp"
#include "core/sheet/addresses.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// In 1/100 mm.
struct Paper {
    sal_Int32 width;
    sal_Int32 height;
};
constexpr Paper a4{21000, 29700};
constexpr Paper letter{21590, 27940};

void set_paper(const Properties& style, const sheet::Page& page) {
    const Paper& paper = page.letter ? letter : a4;
    set(style, "IsLandscape", !page.portrait);
    set(style, "Width", page.portrait ? paper.width : paper.height);
    set(style, "Height", page.portrait ? paper.height : paper.width);
    for (const std::string_view side : {"LeftMargin", "RightMargin"}) set(style, side, sal_Int32(1500));
    for (const std::string_view side : {"TopMargin", "BottomMargin"}) set(style, side, sal_Int32(1000));
    set(style, "CenterHorizontally", true);
    set(style, "PrintGrid", false);
    if (!page.fit_to_width) return;
    set(style, "ScaleToPagesX", sal_Int16(1));
    set(style, "ScaleToPagesY", sal_Int16(0));
}

void small_and_grey(const Reference<css::text::XText>& text) {
    const auto cursor = text->createTextCursor();
    cursor->gotoStart(false);
    cursor->gotoEnd(true);
    for (const std::string_view script : {"CharHeight", "CharHeightAsian", "CharHeightComplex"})
        set(cursor, script, 8.F);
    set(cursor, "CharColor", sal_Int32(0x595959));
}

void add_field(const SpreadsheetDocument& document, const Reference<css::text::XText>& text,
               std::string_view service) {
    const Reference<css::text::XTextContent> field(make(document, service), UNO_QUERY_THROW);
    text->insertTextContent(text->getEnd(), field, false);
}

/// Right: page 1 of 3, as `1 / 3`.
void set_margin_text(const SpreadsheetDocument& document, const Properties& style, std::string_view property,
                     const std::string& left, bool numbers) {
    const auto content = get<Reference<css::sheet::XHeaderFooterContent>>(style, property);
    content->getLeftText()->setString(to_uno(left));
    content->getCenterText()->setString({});
    const auto right = content->getRightText();
    right->setString({});
    if (numbers) {
        add_field(document, right, "com.sun.star.text.TextField.PageNumber");
        right->insertString(right->getEnd(), " / ", false);
        add_field(document, right, "com.sun.star.text.TextField.PageCount");
    }
    small_and_grey(content->getLeftText());
    small_and_grey(right);
    set(style, property, content);
}

void set_margins(const SpreadsheetDocument& document, const Properties& style, const sheet::Page& page) {
    set(style, "HeaderIsOn", true);
    set(style, "HeaderIsShared", true);
    set(style, "FooterIsOn", !page.footer.empty());
    set_margin_text(document, style, "RightPageHeaderContent", page.header, true);
    if (!page.footer.empty()) set_margin_text(document, style, "RightPageFooterContent", page.footer, false);
}

void make_page_style(const SpreadsheetDocument& document, const OUString& name, const sheet::Page& page) {
    const auto families =
        Reference<css::style::XStyleFamiliesSupplier>(document, UNO_QUERY_THROW)->getStyleFamilies();
    const Reference<css::container::XNameContainer> styles(families->getByName("PageStyles"),
                                                           UNO_QUERY_THROW);
    if (styles->hasByName(name)) return;
    styles->insertByName(name, Any(Reference<css::style::XStyle>(
                                   make(document, "com.sun.star.style.PageStyle"), UNO_QUERY_THROW)));
    const Properties style(styles->getByName(name), UNO_QUERY_THROW);
    set_paper(style, page);
    set_margins(document, style, page);
}

/// A dispatch, because no property of the view says it for one sheet alone.
void hide_grid_lines(const Reference<css::frame::XController>& controller) {
    const Reference<css::frame::XDispatchProvider> frame(controller->getFrame(), UNO_QUERY);
    const Reference<css::frame::XDispatchHelper> helper(create_service("com.sun.star.frame.DispatchHelper"),
                                                        UNO_QUERY);
    if (frame.is() && helper.is()) helper->executeDispatch(frame, ".uno:ToggleSheetGrid", {}, 0, {});
}

}  // namespace

void set_page(const SpreadsheetDocument& document, const Spreadsheet& sheet, const sheet::Sheet& plan) {
    const OUString name = to_uno("Kakehashi " + sheet::id_of(plan));
    make_page_style(document, name, plan.page);
    set(sheet, "PageStyle", name);
    const auto rows = Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)->getRows();
    for (const int row : plan.page.breaks_before)
        set(Reference<css::uno::XInterface>(rows->getByIndex(row), UNO_QUERY_THROW), "IsStartOfNewPage",
            true);
    if (plan.freeze.row == 0) return;
    const Reference<css::sheet::XPrintAreas> print(sheet, UNO_QUERY_THROW);
    print->setTitleRows({index_of(sheet), 0, 0, 0, plan.freeze.row - 1});
    print->setPrintTitleRows(true);
}

void set_view(const SpreadsheetDocument& document, const SheetView& look) {
    const Reference<css::frame::XModel> model(document, UNO_QUERY_THROW);
    const Reference<css::sheet::XSpreadsheetView> view(model->getCurrentController(), UNO_QUERY);
    const Reference<css::sheet::XViewFreezable> panes(view, UNO_QUERY);
    if (!view.is() || !panes.is()) return;
    const Spreadsheet shown = view->getActiveSheet();
    view->setActiveSheet(look.sheet);
    if (look.freeze != sheet::Position{}) panes->freezeAtPosition(look.freeze.column, look.freeze.row);
    if (!look.grid_lines) hide_grid_lines(model->getCurrentController());
    if (shown.is()) view->setActiveSheet(shown);
}

}  // namespace kakehashi::addin
