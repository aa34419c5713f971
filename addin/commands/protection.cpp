#include "addin/commands/protection.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <fmt/format.h>

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

Reference<css::sheet::XSpreadsheet> sheet_of(const Range& range) {
    return Reference<css::sheet::XSheetCellRange>(range, UNO_QUERY_THROW)->getSpreadsheet();
}

/// Undoing an inserted sheet in such a document crashes LibreOffice 7.4.
bool is_hidden(const Reference<css::frame::XModel>& model) {
    bool hidden = false;
    for (const css::beans::PropertyValue& argument : model->getArgs())
        if (argument.Name == "Hidden") argument.Value >>= hidden;
    return hidden || !model->getCurrentController().is();
}

bool is_protected(const Reference<css::uno::XInterface>& object) {
    const Reference<css::util::XProtectable> protectable(object, UNO_QUERY);
    return protectable.is() && protectable->isProtected();
}

}  // namespace

Result<void> can_be_changed(const Reference<css::frame::XModel>& model) {
    if (Reference<css::frame::XStorable>(model, UNO_QUERY_THROW)->isReadonly())
        return illegal_argument(
            {"This workbook is open read-only, so nothing was changed. Choose Edit > Edit Mode, or save a "
             "copy and work on that.",
             "このブックは読み取り専用で開かれているため、何も変更していません。［編集］＞［編集モード］"
             "を選ぶか、コピーを保存してそちらで実行してください。"});
    if (is_hidden(model))
        return illegal_argument(
            {"This workbook was loaded hidden; commands need one that is loaded with a "
             "view (without the option Hidden). Nothing was changed.",
             "このブックは Hidden オプションで読み込まれています。コマンドには、Hidden "
             "を使わずに開いたブックが必要です。何も変更していません。"});
    return {};
}

Result<void> can_be_written(const Range& sheet) {
    if (!is_protected(sheet_of(sheet))) return {};
    const std::string name = sheet_name(sheet);
    return illegal_argument(
        {fmt::format("The sheet “{}” is protected, so nothing was changed. Take the protection off (Tools > "
                     "Protect Sheet) and try again.",
                     name),
         fmt::format("シート「{}」は保護されているため、何も変更していません。保護を解除（［ツール］＞"
                     "［シートの保護］）してから、もう一度実行してください。",
                     name)});
}

Result<void> sheets_can_be_added(const SpreadsheetDocument& document) {
    if (!is_protected(document)) return {};
    return illegal_argument(
        {"The structure of this workbook is protected, so no sheet can be added and nothing was changed. "
         "Take "
         "the protection off (Tools > Protect Spreadsheet Structure) and try again.",
         "このブックは構造が保護されていてシートを追加できないため、何も変更していません。保護を解除（［ツー"
         "ル］＞"
         "［スプレッドシート構造の保護］）してから、もう一度実行してください。"});
}

std::string sheet_name(const Range& range) {
    return to_utf8(Reference<css::container::XNamed>(sheet_of(range), UNO_QUERY_THROW)->getName());
}

}  // namespace kakehashi::addin
