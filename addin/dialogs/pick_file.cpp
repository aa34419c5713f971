#include "addin/dialogs/pick_file.hpp"

#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>
#include <com/sun/star/ui/dialogs/XFilePicker3.hpp>

#include "addin/environment.hpp"

namespace kakehashi::addin {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

OUString pick_file(const Text& title, const Text& kind, std::string_view patterns) {
    const auto text = [](const Text& both) { return to_uno(both.in(ui_language())); };
    css::uno::Sequence<Any> arguments(1);
    arguments[0] <<= css::ui::dialogs::TemplateDescription::FILEOPEN_SIMPLE;
    const Reference<css::ui::dialogs::XFilePicker3> picker(
        context()->getServiceManager()->createInstanceWithArgumentsAndContext(
            to_uno("com.sun.star.ui.dialogs.FilePicker"), arguments, context()),
        UNO_QUERY_THROW);
    picker->setTitle(text(title));
    picker->appendFilter(text(kind), to_uno(patterns));
    picker->appendFilter(text({"All files", "すべてのファイル"}), to_uno("*.*"));
    picker->setCurrentFilter(text(kind));
    if (picker->execute() != css::ui::dialogs::ExecutableDialogResults::OK) return {};
    const auto files = picker->getSelectedFiles();
    return files.getLength() > 0 ? files[0] : OUString();
}

}  // namespace kakehashi::addin
