// Import: a file that a CRM wrote becomes rows of the team workbook.
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "addin/commands/bodies.hpp"
#include "addin/commands/documents.hpp"
#include "addin/commands/protection.hpp"
#include "addin/dialogs/import_dialog.hpp"
#include "addin/dialogs/pick_file.hpp"
#include "addin/environment.hpp"
#include "addin/imports/import_into.hpp"
#include "addin/imports/target_table.hpp"

namespace kakehashi::addin {
namespace {

/// The file somebody picked; empty if nobody did.
OUString pick_table() {
    return pick_file({"Import", "取り込み"},
                     {"Tables as text (*.csv, *.tsv, *.txt)", "テキストの表 (*.csv, *.tsv, *.txt)"},
                     "*.csv;*.tsv;*.txt;*.CSV;*.TSV;*.TXT");
}

Result<std::string> bytes_of(const std::string& path) {
    std::error_code error;
    const std::filesystem::path place(path);
    if (!std::filesystem::is_regular_file(place, error))
        return not_available(
            {fmt::format("There is no file “{}”.", path), fmt::format("ファイル「{}」がありません。", path)});
    std::ifstream file(place, std::ios::binary);
    std::string bytes(std::filesystem::file_size(place, error), '\0');
    if (!file || error || !file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return not_available({fmt::format("The file “{}” cannot be read.", path),
                              fmt::format("ファイル「{}」を読み込めません。", path)});
    return bytes;
}

}  // namespace

Result<Outcome> run_import(Session& session) {
    const bool asks = session.interactive() && session.window().is();
    if (asks)
        if (auto changeable = can_be_changed(session.model()); !changeable) return error_of(changeable);
    OUString url = file_url(session.argument("from").value_or(""));
    if (url.isEmpty() && asks) {
        url = pick_table();
        if (url.isEmpty()) return session.cancel();
    }
    if (url.isEmpty())
        return illegal_argument({"Say which file to import with the argument from.",
                                 "取り込むファイルを引数 from で指定してください。"});
    const std::string path = path_of(url);
    auto bytes = bytes_of(path);
    if (!bytes) return error_of(bytes);
    PickedFile file{std::filesystem::path(path).filename().string(), asks ? *bytes : std::string(), {}};
    file.choices.encoding = session.argument("encoding").value_or("");
    file.choices.delimiter = session.argument("delimiter").value_or("");
    file.choices.header = session.argument("header").value_or("");
    file.choices.language = session.language();
    file.choices.locale = document_locale(session.document());
    auto source = imports::read_source(std::move(*bytes), file.choices);
    if (!source) return error_of(source);
    auto order = import_order(session, *source, file.name);
    if (order && asks) order = ask_about_file(session, std::move(file), std::move(*order));
    if (!order) return error_of(order);
    return import_into(session, *order);
}

}  // namespace kakehashi::addin
