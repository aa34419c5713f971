#include "addin/commands/documents.hpp"

#include <filesystem>

#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/io/IOException.hpp>
#include <com/sun/star/io/XOutputStream.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <cppuhelper/implbase1.hxx>
#include <fmt/format.h>
#include <osl/file.hxx>
#include <rtl/ref.hxx>

#include "addin/commands/replaced_file.hpp"
#include "addin/environment.hpp"
#include "addin/guarded.hpp"

namespace kakehashi::addin {
namespace {

using css::frame::XModel;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

Reference<css::frame::XDesktop> desktop() {
    return {create_service("com.sun.star.frame.Desktop"), UNO_QUERY_THROW};
}

Sequence<css::beans::PropertyValue> sequence(const FileOptions& list) {
    return {list.data(), static_cast<sal_Int32>(list.size())};
}

tl::unexpected<CellError> cannot_open(const std::string& file, const Text& why) {
    return not_available({fmt::format("“{}” could not be opened: {}", file, why.en),
                          fmt::format("「{}」を開けませんでした。{}", file, why.ja)});
}

tl::unexpected<CellError> cannot_save(const std::string& file, const Text& why) {
    return not_available(
        {fmt::format("“{}” could not be written: {} What was there before is unchanged.", file, why.en),
         fmt::format("「{}」に書き込めませんでした。{}以前の内容はそのままです。", file, why.ja)});
}

Result<Reference<XModel>> load(const std::string& name, const OUString& url, bool read_only) {
    const Reference<css::frame::XComponentLoader> loader(desktop(), UNO_QUERY_THROW);
    FileOptions options = {property("MacroExecutionMode", Any(css::document::MacroExecMode::NEVER_EXECUTE)),
                           property("UpdateDocMode", Any(css::document::UpdateDocMode::NO_UPDATE))};
    // Only then: with `false`, LibreOffice does not open files at all that one may only read.
    if (read_only) options.push_back(property("ReadOnly", Any(true)));
    Reference<XModel> model;
    try {
        model.set(loader->loadComponentFromURL(url, "_blank", 0, sequence(options)), UNO_QUERY);
    } catch (const css::uno::Exception& exception) {
        Messages::instance().record("open", name, failure(to_utf8(exception.Message)));
    }
    // LibreOffice puts a lock file beside it.
    if (!model.is() && disk_is_full(std::filesystem::path(path_of(url)).parent_path()))
        return cannot_open(name, {"the disk is full.", "ディスクの空き容量がありません。"});
    if (!model.is())
        return cannot_open(name, {"it cannot be read, or LibreOffice does not know its format.",
                                  "読み取れないか、LibreOffice の知らない形式です。"});
    if (css::uno::Reference<css::sheet::XSpreadsheetDocument>(model, UNO_QUERY).is()) return model;
    close_document(model);
    return cannot_open(name, {"it is no spreadsheet.", "表計算ドキュメントではありません。"});
}

OUString filter_of(const Reference<XModel>& model) {
    OUString filter;
    for (const css::beans::PropertyValue& argument : model->getArgs())
        if (argument.Name == "FilterName") argument.Value >>= filter;
    return filter;
}

std::string_view filter_by_ending(const std::filesystem::path& path) {
    const std::string ending = path.extension();
    if (ending == ".ods") return "calc8";
    if (ending == ".ots") return "calc8_template";
    if (ending == ".fods") return "OpenDocument Spreadsheet Flat XML";
    if (ending == ".xlsx") return "Calc MS Excel 2007 XML";
    if (ending == ".pdf") return "calc_pdf_Export";
    return "";
}

Result<Reference<XModel>> open_existing(const std::string& path_or_url, bool read_only) {
    const OUString url = file_url(path_or_url);
    std::error_code error;
    if (!std::filesystem::exists(path_of(url), error))
        return cannot_open(path_or_url, {"there is no such file.", "ファイルがありません。"});
    return load(path_or_url, url, read_only);
}

tl::expected<void, Text> could_not_make(std::string_view filter) {
    return tl::unexpected(Text{fmt::format("LibreOffice could not make this format ({}).", filter),
                               fmt::format("LibreOffice がこの形式（{}）を作成できませんでした。", filter)});
}

/// What LibreOffice writes, into the new file.
class FileStream final : public cppu::WeakImplHelper1<css::io::XOutputStream> {
  public:
    explicit FileStream(ReplacedFile& file) : file_(&file) {}
    /// The file may go; LibreOffice might still hold the stream.
    void close() { file_ = nullptr; }

    void SAL_CALL writeBytes(const Sequence<sal_Int8>& bytes) override {
        if (file_ == nullptr ||
            !file_->write(bytes.getConstArray(), static_cast<std::size_t>(bytes.getLength())))
            throw css::io::IOException();
    }
    void SAL_CALL flush() override {}
    void SAL_CALL closeOutput() override {}

  private:
    ReplacedFile* file_;
};

}  // namespace

css::beans::PropertyValue property(std::string_view name, const Any& value) {
    css::beans::PropertyValue result;
    result.Name = to_uno(name);
    result.Value = value;
    return result;
}

OUString file_url(const std::string& path_or_url) {
    const OUString text = to_uno(path_or_url);
    if (text.startsWithIgnoreAsciiCase("file:")) return text;
    std::error_code error;
    const std::filesystem::path path = std::filesystem::absolute(path_or_url, error);
    OUString url;
    if (error || osl::FileBase::getFileURLFromSystemPath(to_uno(path.string()), url) != osl::FileBase::E_None)
        return {};
    return url;
}

Result<Reference<XModel>> open_document(const std::string& path_or_url) {
    return open_existing(path_or_url, false);
}

Result<Reference<XModel>> open_read_only(const std::string& path_or_url) {
    return open_existing(path_or_url, true);
}

Result<Reference<XModel>> new_document() {
    const Reference<css::frame::XComponentLoader> loader(desktop(), UNO_QUERY_THROW);
    const Reference<XModel> model(loader->loadComponentFromURL("private:factory/scalc", "_default", 0, {}),
                                  UNO_QUERY);
    if (!model.is())
        return not_available({"LibreOffice could not make a new spreadsheet.",
                              "新しい表計算ドキュメントを作成できませんでした。"});
    return model;
}

Reference<XModel> active_document() {
    const Reference<XModel> model(desktop()->getCurrentComponent(), UNO_QUERY);
    const css::uno::Reference<css::sheet::XSpreadsheetDocument> spreadsheet(model, UNO_QUERY);
    return spreadsheet.is() ? model : Reference<XModel>();
}

void close_document(const Reference<XModel>& model) noexcept {
    guarded("close", [&] {
        const Reference<css::util::XCloseable> closeable(model, UNO_QUERY);
        if (closeable.is()) closeable->close(true);
    });
}

Result<void> store_safely(const Reference<XModel>& model, const std::string& path_or_url,
                          std::string_view filter, const FileOptions& options) {
    const std::string path = path_of(file_url(path_or_url));
    if (path.empty()) return cannot_save(path_or_url, {"it names no file. ", "ファイルを指していません。"});
    auto target = ReplacedFile::beside(path);
    if (!target) return cannot_save(path, target.error());
    const rtl::Reference<FileStream> stream(new FileStream(*target));
    FileOptions all = options;
    all.push_back(property("FilterName", Any(to_uno(filter))));
    all.push_back(property("OutputStream", Any(Reference<css::io::XOutputStream>(stream.get()))));
    std::string refused;
    try {
        // Not to a URL: LibreOffice would put a lock file beside it, and not say why it cannot write.
        Reference<css::frame::XStorable>(model, UNO_QUERY_THROW)->storeToURL("private:stream", sequence(all));
    } catch (const css::uno::Exception& exception) {
        refused = to_utf8(exception.Message);
        Messages::instance().record("save", path, failure(refused));
    }
    stream->close();
    auto replaced = refused.empty() || target->failed() ? target->replace() : could_not_make(filter);
    if (!replaced) return cannot_save(path, replaced.error());
    return {};
}

Result<void> save_safely(const Reference<XModel>& model) {
    return store_safely(model, to_utf8(model->getURL()), to_utf8(filter_of(model)));
}

Result<void> save_as_safely(const Reference<XModel>& model, const std::string& path_or_url) {
    const std::string_view filter = filter_by_ending(path_of(file_url(path_or_url)));
    if (filter.empty())
        return cannot_save(path_or_url,
                           {"its name must end with .ods, .ots, .fods, .xlsx or .pdf. ",
                            "名前は .ods、.ots、.fods、.xlsx、.pdf のいずれかで終わる必要があります。"});
    return store_safely(model, path_or_url, filter);
}

}  // namespace kakehashi::addin
