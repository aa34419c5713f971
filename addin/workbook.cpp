#include "addin/workbook.hpp"

#include <algorithm>
#include <chrono>

#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <fmt/format.h>

#include "addin/environment.hpp"
#include "addin/messages.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr ErrorCode circular = static_cast<ErrorCode>(522);

CellError unreadable_handle() {
    return {ErrorCode::not_available,
            {"this handle is unknown here: recalculate with Ctrl+Shift+F9, or let the cell hold nothing but "
             "the function",
             "このハンドルは登録されていません。Ctrl+Shift+F9 "
             "で再計算するか、セルの数式を関数ひとつだけにしてください"}};
}

CellError circular_reference() {
    return {circular,
            {"a cell of the table needs a figure of this very table",
             "表の中のセルが、その表自身の集計を参照しています"}};
}

bool looks_like_path(const std::string& text) {
    return text.ends_with(".json");
}

}  // namespace

/// What a running call uses: cells that need it meanwhile need themselves.
class Workbook::Frame {
  public:
    Frame() = default;
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;
    ~Frame() {
        for (const auto& entry : entries_) --entry->in_use;
    }
    bool holds(const Handles::Entry& entry) const {
        return std::ranges::any_of(entries_, [&](const auto& held) { return held.get() == &entry; });
    }
    void hold(std::shared_ptr<Handles::Entry> entry) {
        ++entry->in_use;
        entries_.push_back(std::move(entry));
    }

  private:
    std::vector<std::shared_ptr<Handles::Entry>> entries_;
};

Workbook::Workbook(const Model& model) : model_(model.get()) {
    caller_.language = ui_language();
    refresh_locale();
    caller_.read_file = [this](const std::string& path) {
        // Known while the document still loads, unlike its URL.
        const Reference<css::frame::XStorable> document(model_, UNO_QUERY);
        return read_trusted(path, trusted_places(document.is() ? document->getLocation() : OUString()));
    };
}

void Workbook::refresh_locale() {
    css::lang::Locale locale;
    if (model_ != nullptr) model_->getPropertyValue("CharLocale") >>= locale;
    caller_.locale = reading_locale(locale);
    css::util::Date null_date;
    if (model_ != nullptr && (model_->getPropertyValue("NullDate") >>= null_date))
        caller_.locale.null_date = days_after_1899(null_date);
}

Value Workbook::call(const Function& function, const RawArguments& arguments) {
    if (makes_handles(function)) refresh_locale();
    Value value = run(function, arguments);
    if (Handle* handle = std::get_if<Handle>(&value)) keep_handle(function, arguments, *handle);
    if (const CellError* error = std::get_if<CellError>(&value))
        Messages::instance().record(function.name, describe(arguments), *error);
    return value;
}

std::optional<CellError> Workbook::error_of_call(const Function& function, const RawArguments& arguments) {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds long_time{500};
    if (slow_.contains(&function)) return std::nullopt;
    const auto begin = Clock::now();
    const Value value = run(function, arguments);
    if (Clock::now() - begin > long_time) slow_.insert(&function);
    const CellError* error = std::get_if<CellError>(&value);
    return error == nullptr ? std::nullopt : std::optional(*error);
}

std::optional<CellError> Workbook::look(ArgumentKind kind, const Range& cell,
                                        const std::function<void(const Argument&)>& use) {
    Frame frame;
    try {
        const Result<Argument> argument = from_range(kind, cell, frame);
        if (!argument) return argument.error();
        use(*argument);
        return std::nullopt;
    } catch (const CircularReference&) {
        return circular_reference();
    }
}

RawArguments Workbook::arguments_behind(const Object& object) const {
    const auto entry = handles_.behind(object);
    return entry ? entry->arguments : RawArguments{};
}

void Workbook::keep_handle(const Function& function, const RawArguments& arguments, Handle& handle) {
    const Range* source = arguments.empty() ? nullptr : std::get_if<Range>(&arguments.front());
    if (handle.revision)
        handle.text = handles_.keep(function, arguments, handle);
    else if (const auto* playbook = std::get_if<Playbooks::Shared>(&handle.object);
             playbook && source && source->is()) {
        // A title may still be borne by a playbook that no cell reads any more.
        if (playbooks_.is_taken(*source, handle.text, **playbook)) playbooks_.keep_only(playbook_sources());
        handle.text = playbooks_.keep(*source, handle.text, *playbook);
    }
}

Value Workbook::run(const Function& function, const RawArguments& arguments) {
    Frame frame;
    try {
        return evaluate(function, arguments, frame);
    } catch (const CircularReference&) {
        return circular_reference();
    }
}

Value Workbook::evaluate(const Function& function, const RawArguments& arguments, Frame& frame) {
    std::vector<Argument> converted;
    converted.reserve(arguments.size());
    {
        // A handle only keeps what its other handles stand for. While it reads its own range, cells of that
        // range may well ask for figures of these: goals for those of the leads.
        Frame passing;
        Frame& holding = makes_handles(function) ? passing : frame;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            Result<Argument> one = argument(function.parameters[i], arguments[i], holding);
            if (!one) return one.error();
            converted.push_back(std::move(*one));
        }
    }
    caller_.now = now();
    return function.evaluate(Call(std::move(converted), caller_));
}

Result<Argument> Workbook::argument(const Parameter& parameter, const RawArgument& raw, Frame& frame) {
    if (const Range* range = std::get_if<Range>(&raw))
        return range->is() ? from_range(parameter.kind, *range, frame) : Argument{};
    Argument value = argument_of(std::get<Any>(raw));
    const std::string* text = std::get_if<std::string>(&value);
    if (text == nullptr) return value;
    if (is_reference(parameter.kind)) return from_text(parameter.kind, *text, frame);
    const bool number = parameter.kind == ArgumentKind::number || parameter.kind == ArgumentKind::date;
    if (number && !parameter.optional)
        if (const auto written = written_number(*text)) return Argument(*written);
    return value;
}

Result<Argument> Workbook::from_range(ArgumentKind kind, const Range& range, Frame& frame) {
    if (is_single_cell(range)) {
        // Reading the cell calculates it first, if it is out of date.
        const auto cells = Reference<css::sheet::XCellRangeData>(range, UNO_QUERY_THROW)->getDataArray();
        const Any& value = *cells.getConstArray()->getConstArray();
        if (!value.hasValue())
            return tl::unexpected(
                CellError{static_cast<ErrorCode>(first_cell(range)->getError()),
                          {"the cell referred to holds an error", "参照先のセルがエラーです"}});
        OUString shown;
        value >>= shown;
        const std::string text = to_utf8(shown);
        if (const auto token = token_of(text)) return by_token(*token, range, frame);
        if (kind == ArgumentKind::playbook && is_formula(range) && !text.empty() && !looks_like_path(text))
            return playbook_behind(range);
        if (kind != ArgumentKind::playbook && is_formula(range) && handle_call(document(), range))
            return illegal_argument(
                {"this cell holds a playbook, not a table", "このセルはプレイブックで、表ではありません"});
    }
    return Argument(range_source(range, caller_.locale));
}

Result<Argument> Workbook::from_text(ArgumentKind kind, const std::string& text, Frame& frame) {
    if (const auto token = token_of(text)) {
        if (const auto entry = handles_.find(*token)) return use(entry, frame);
        const auto cell = cell_showing(text);
        return cell ? by_token(*token, *cell, frame) : tl::unexpected(unreadable_handle());
    }
    if (kind == ArgumentKind::playbook && !looks_like_path(text)) return playbook_named(text);
    return Argument(text);
}

Result<Argument> Workbook::by_token(const std::string& token, const Range& cell, Frame& frame) {
    if (!is_formula(cell))
        return illegal_argument({"this is the text of a handle, not a cell that makes one",
                                 "ハンドルの文字列だけが入ったセルです。関数の入ったセルを指定してください"});
    auto entry = handles_.find(token);
    if (!entry) {
        const auto call = handle_call(document(), cell);
        if (!call) return tl::unexpected(unreadable_handle());
        const auto object = make(*call);
        if (!object) return error_of(object);
        entry = handles_.keep_as(token, *call->function, call->arguments, *object);
    }
    return use(entry, frame);
}

Result<Argument> Workbook::use(const std::shared_ptr<Handles::Entry>& entry, Frame& frame) {
    if (entry->in_use > 0 && !frame.holds(*entry)) return tl::unexpected(circular_reference());
    frame.hold(entry);
    if (!entry->object) {
        const auto object = make({entry->function, entry->arguments});
        if (!object) return error_of(object);
        entry->object = *object;
    }
    if (const auto circle = hold_leads_of(*entry, frame)) return tl::unexpected(*circle);
    return Argument(*entry->object);
}

/// Goals read their leads when a figure is asked for, so these are in use with them.
std::optional<CellError> Workbook::hold_leads_of(const Handles::Entry& goals, Frame& frame) {
    if (!std::holds_alternative<std::shared_ptr<const Goals>>(*goals.object)) return std::nullopt;
    for (const RawArgument& raw : goals.arguments) {
        OUString text;
        if (!std::holds_alternative<Any>(raw) || !(std::get<Any>(raw) >>= text)) continue;
        const auto token = token_of(to_utf8(text));
        const auto leads = token ? handles_.find(*token) : nullptr;
        if (!leads || frame.holds(*leads)) continue;
        if (leads->in_use > 0) return circular_reference();
        frame.hold(leads);
    }
    return std::nullopt;
}

Result<Object> Workbook::make(const HandleCall& call) {
    Value value = run(*call.function, call.arguments);
    if (const Handle* handle = std::get_if<Handle>(&value)) return handle->object;
    if (const CellError* error = std::get_if<CellError>(&value)) return tl::unexpected(*error);
    return tl::unexpected(unreadable_handle());
}

std::optional<Range> Workbook::cell_showing(const std::string& text) {
    if (model_ == nullptr) return std::nullopt;
    for (const Range& cell : find_handle_cells(document()))
        if (text_of(cell) == text) return cell;
    return std::nullopt;
}

Result<Argument> Workbook::playbook_behind(const Range& cell) {
    const auto call = handle_call(document(), cell);
    if (!call) return tl::unexpected(unreadable_handle());
    const auto playbook = read_playbook(*call, text_of(cell));
    if (!playbook) return error_of(playbook);
    return Argument(Object(*playbook));
}

Result<Playbooks::Shared> Workbook::read_playbook(const HandleCall& call, const std::string& shown) {
    const Range* source = call.arguments.empty() ? nullptr : std::get_if<Range>(&call.arguments.front());
    if (source == nullptr || !source->is()) return tl::unexpected(unreadable_handle());
    if (Playbooks::Shared known = playbooks_.read_from(*source)) return known;
    Value value = run(*call.function, call.arguments);
    if (const CellError* error = std::get_if<CellError>(&value)) return tl::unexpected(*error);
    Handle* const handle = std::get_if<Handle>(&value);
    const auto* playbook = handle == nullptr ? nullptr : std::get_if<Playbooks::Shared>(&handle->object);
    if (playbook == nullptr)
        return illegal_argument({"this cell holds no playbook", "このセルはプレイブックではありません"});
    playbooks_.keep(*source, handle->text, *playbook, shown);
    return *playbook;
}

Result<Argument> Workbook::playbook_named(const std::string& text) {
    // Cells of a reopened file show their text although nothing has been read yet: they take part from the
    // beginning.
    if (!playbooks_searched_) read_all_playbooks();
    auto found = playbooks_.named(text);
    if (found.size() != 1) {
        const auto sources = read_all_playbooks();
        if (found.size() > 1) playbooks_.keep_only(sources);  // some may be of cells that are gone
        found = playbooks_.named(text);
    }
    if (found.empty()) return tl::unexpected(unreadable_handle());
    if (found.size() > 1)
        return illegal_argument(
            {fmt::format("two different playbooks are both called “{}”; give one another name or version",
                         text),
             fmt::format(
                 "「{}」という名前のプレイブックが複数あり、内容が異なります。名前か版を変えてください",
                 text)});
    return Argument(Object(found.front()));
}

std::vector<Range> Workbook::playbook_sources() {
    std::vector<Range> sources;
    if (model_ == nullptr) return sources;
    for (const Range& cell : find_handle_cells(document()))
        if (const auto call = playbook_call(cell))
            sources.push_back(std::get<Range>(call->arguments.front()));
    return sources;
}

std::vector<Range> Workbook::read_all_playbooks() {
    playbooks_searched_ = true;
    std::vector<Range> sources;
    if (model_ == nullptr) return sources;
    for (const Range& cell : find_handle_cells(document())) {
        const auto call = playbook_call(cell);
        if (!call) continue;
        sources.push_back(std::get<Range>(call->arguments.front()));
        read_playbook(*call, text_of(cell));
    }
    return sources;
}

/// The call of PLAYBOOK.READ in the cell, with the range that it reads; nothing if there is none.
std::optional<HandleCall> Workbook::playbook_call(const Range& cell) {
    auto call = handle_call(document(), cell);
    if (!call || call->function->name != "PLAYBOOK.READ" || call->arguments.empty()) return std::nullopt;
    const Range* source = std::get_if<Range>(&call->arguments.front());
    if (source == nullptr || !source->is()) return std::nullopt;
    return call;
}

}  // namespace kakehashi::addin
