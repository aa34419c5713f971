#include "addin/commands/run.hpp"

#include <atomic>
#include <filesystem>
#include <utility>

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <fmt/format.h>

#include "addin/commands/agreement.hpp"
#include "addin/commands/bodies.hpp"
#include "addin/commands/documents.hpp"
#include "addin/commands/message_box.hpp"
#include "addin/environment.hpp"
#include "addin/guarded.hpp"
#include "addin/log.hpp"

namespace kakehashi::addin {
namespace {

using commands::Request;
using commands::Works;
using css::frame::XModel;
using css::uno::Reference;
using css::uno::UNO_QUERY;

/// Progress handles input, so a second command could be asked for while one runs.
class OnlyOne {
  public:
    OnlyOne() : alone_(!running().exchange(true)) {}
    OnlyOne(const OnlyOne&) = delete;
    OnlyOne& operator=(const OnlyOne&) = delete;
    ~OnlyOne() {
        if (alone_) running() = false;
    }
    bool alone() const { return alone_; }

  private:
    static std::atomic<bool>& running() {
        static std::atomic<bool> value = false;
        return value;
    }
    bool alone_;
};

std::string value_of(const Request& request, std::string_view id) {
    const auto found = request.arguments.find(id);
    return found == request.arguments.end() ? std::string() : found->second;
}

Result<void> check_language(const Request& request) {
    const std::string language = value_of(request, "language");
    if (language.empty() || language == "en" || language == "ja") return {};
    return illegal_argument({fmt::format("The language “{}” is not known; it is en or ja.", language),
                             fmt::format("「{}」という言語は使えません。en または ja です。", language)});
}

/// A document opened for this run alone.
class Opened {
  public:
    explicit Opened(Reference<XModel> model) : model_(std::move(model)) {}
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    ~Opened() {
        if (model_.is()) close_document(model_);
    }

  private:
    Reference<XModel> model_;
};

Result<Outcome> in_session(Session& session) {
    auto result = guarded(
        session.command().id, [&] { return body_of(session.command().id)(session); },
        [](const CellError& reason) -> Result<Outcome> { return tl::unexpected(reason); });
    if (result && session.is_cancelled()) result = session.cancel();
    if (!result) session.take_back();
    return result;
}

Result<void> save(const Request& request, const Reference<XModel>& model, bool opened) {
    const std::string other = value_of(request, "saveAs");
    if (!other.empty()) return save_as_safely(model, other);
    if (opened) return save_safely(model);
    return {};
}

Result<Outcome> work(Session& session, const Request& request, bool opened) {
    auto result = in_session(session);
    if (!result) return result;
    guarded("agreement", [&] { remember_agreement(session.document()); });
    session.finish_writing();
    if (auto saved = save(request, session.model(), opened); !saved) {
        session.take_back();
        return error_of(saved);
    }
    session.keep();
    return result;
}

Result<Outcome> on_file(const Request& request, const std::string& file) {
    const auto model = open_document(file);
    if (!model) return error_of(model);
    const Opened opened(*model);
    Session session(request, {}, *model, false);
    return work(session, request, true);
}

Reference<css::frame::XFrame> frame_of(const Place& place, const Reference<XModel>& model) {
    if (place.frame.is() || !model.is() || !model->getCurrentController().is()) return place.frame;
    return model->getCurrentController()->getFrame();
}

Result<Outcome> on_document(const Request& request, const Place& place) {
    const Reference<XModel> model = place.document.is() ? place.document : active_document();
    if (!css::uno::Reference<css::sheet::XSpreadsheetDocument>(model, UNO_QUERY).is())
        return not_available(
            {"There is no spreadsheet to work on: open one, or name it with the argument file.",
             "対象の表計算ドキュメントがありません。開くか、引数 file で指定してください。"});
    Session session(request, frame_of(place, model), model, place.interactive);
    return work(session, request, false);
}

/// From a window with another kind of document, a workbook that happens to be open elsewhere is not meant.
Result<Outcome> anywhere(const Request& request, const Place& place) {
    const Reference<XModel> model =
        place.document.is() || place.frame.is() ? place.document : active_document();
    Session session(request, frame_of(place, model), model, place.interactive);
    return in_session(session);
}

Result<Outcome> making_document(const Request& request, const Place& place) {
    const std::string file = value_of(request, "file");
    std::error_code error;
    if (!file.empty() && std::filesystem::exists(path_of(file_url(file)), error))
        return illegal_argument({fmt::format("“{}” is there already; nothing was changed.", file),
                                 fmt::format("「{}」はすでにあります。何も変更していません。", file)});
    Session session(request, place.frame, {}, place.interactive && file.empty());
    auto result = in_session(session);
    if (!result || file.empty()) {
        if (result) session.keep();
        return result;
    }
    session.finish_writing();
    const auto saved = save_as_safely(session.model(), file);
    session.take_back();  // closes it
    if (!saved) return error_of(saved);
    return result;
}

Result<Outcome> dispatch(const Request& request, const Place& place) {
    if (auto language = check_language(request); !language) return error_of(language);
    if (request.command->works == Works::makes_document) return making_document(request, place);
    if (request.command->works == Works::anywhere) return anywhere(request, place);
    const std::string file = value_of(request, "file");
    return file.empty() ? on_document(request, place) : on_file(request, file);
}

}  // namespace

Result<Outcome> run_command(const Request& asked, const Place& place) noexcept {
    const auto failed_with = [](const CellError& reason) -> Result<Outcome> {
        return tl::unexpected(reason);
    };
    const auto request = commands::checked(asked);
    if (!request) return error_of(request);
    const OnlyOne one;
    auto result = guarded(
        asked.command->id,
        [&]() -> Result<Outcome> {
            if (!one.alone())
                return illegal_argument(
                    {"Another command is still running.",
                     "ほかのコマンドを実行中です。終わってからもう一度実行してください。"});
            return dispatch(*request, place);
        },
        failed_with);
    const Text& message = result ? result->message : result.error().message;
    log_line(std::string(asked.command->id) + (result ? ": done: " : ": not done: ") +
             message.in(ui_language()));
    if (place.interactive) tell(*asked.command, result, place.frame);
    return result;
}

}  // namespace kakehashi::addin
