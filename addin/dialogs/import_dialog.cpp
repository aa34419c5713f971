#include "addin/dialogs/import_dialog.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "addin/dialogs/mapping_panel.hpp"
#include "core/imports/delimiter.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::addin {
namespace {

constexpr sal_Int32 width = 410;
constexpr sal_Int32 height = 276;
constexpr std::size_t header_lines = 20;  // offered as the line of the headers

class ImportDialog {
  public:
    ImportDialog(Session& session, PickedFile file, ImportOrder order)
        : form_(commands::title(session.command()), width, height, std::string(session.command().id)),
          panel_(
              form_, [&session](sheet::Part part) { return import_table(session, part); },
              session.language()),
          session_(session),
          file_(std::move(file)),
          order_(std::move(order)) {}

    Result<ImportOrder> ask() {
        lay_out();
        form_.open(session_.window());
        panel_.connect();
        for (const char* list : {"encoding", "delimiter", "header"})
            form_.when_chosen(list, [this, list] { choice_changed(list); });
        {
            const Form::Quiet quiet(form_);
            panel_.decide(order_.decisions);
            show_source();
        }
        if (!form_.execute() || !order_.source) return session_.cancel();
        order_.into = panel_.into();
        order_.decisions = panel_.decisions();
        return std::move(order_);
    }

  private:
    void lay_out() {
        using namespace form;
        constexpr sal_Int32 inner = width - 2 * margin;
        constexpr sal_Int32 quarter = (inner - 3 * margin) / 4;
        const auto x = [](int number) { return margin + number * (quarter + margin); };
        form_.label("fileLabel", file_text(), {margin, margin, inner, line});
        constexpr sal_Int32 labels = margin + line + gap;
        constexpr sal_Int32 fields = labels + line + 1;
        const auto field_of = [&](int number, const char* label, const Text& text, const char* list) {
            form_.label(label, text, {x(number), labels, quarter, line});
            form_.drop_down(list, {x(number), fields, quarter, field});
        };
        field_of(0, "encodingLabel", {"Character ~set", "文字コード(~S)"}, "encoding");
        field_of(1, "delimiterLabel", {"Se~parator", "区切り文字(~P)"}, "delimiter");
        field_of(2, "headerLabel", {"Line of the hea~ders", "見出しの行(~D)"}, "header");
        panel_.add_target({x(3), labels, quarter, line}, {x(3), fields, quarter, field});
        constexpr sal_Int32 reading = fields + field + margin;
        panel_.add_reading({margin, reading, inner, 3 * line});
        constexpr sal_Int32 columns = reading + 3 * line + gap;
        panel_.add_columns(columns, inner, height - columns - 2 * margin - button_height);
        form_.end_with_buttons();
    }

    Text file_text() const { return {"File: " + file_.name, "ファイル: " + file_.name}; }

    void choice_changed(const std::string& list) {
        if (list == "encoding") file_.choices.encoding = encodings_[form_.selected("encoding")];
        if (list == "delimiter")
            file_.choices.delimiter = std::string(1, delimiters_[form_.selected("delimiter")]);
        if (list == "header") {
            const std::size_t line = form_.selected("header");
            file_.choices.header = line == 0 ? "none" : std::to_string(line);
        }
        auto source = imports::read_source(file_.bytes, file_.choices);
        if (!source) {
            order_.source.reset();
            panel_.show_nothing(source.error().message.in(ui_language()));
            return;
        }
        order_.source = std::move(*source);
        if (!session_.argument("into"))
            order_.into = imports::recognise_target(order_.source->layout.headers);
        show_source();
    }

    void show_source() {
        list_choices();
        panel_.show(order_.source, order_.into);
    }

    /// What was found out is selected, be it among the usual ones or not.
    void list_choices() {
        const imports::Source& source = *order_.source;
        if (encodings_.empty())
            for (const std::string_view name : imports::encodings()) encodings_.emplace_back(name);
        const std::string& encoding = source.encoding;
        form_.set_items("encoding", encodings_, position(encodings_, encoding, [&](const std::string& one) {
                            return fold(one) == fold(encoding);
                        }));
        std::vector<std::string> names;
        const std::size_t delimiter =
            position(delimiters_, source.delimiter, [&](char one) { return one == source.delimiter; });
        for (const char one : delimiters_) names.push_back(imports::delimiter_name(one).in(ui_language()));
        form_.set_items("delimiter", names, delimiter);
        std::vector<std::string> lines = {Text{"None", "なし"}.in(ui_language())};
        for (std::size_t line = 1; line <= std::max(header_lines, source.layout.header_line); ++line)
            lines.push_back(std::to_string(line));
        form_.set_items("header", lines, source.layout.header_line);
    }

    template <class Value, class Same>
    static std::size_t position(std::vector<Value>& values, const Value& value, Same same) {
        auto found = std::ranges::find_if(values, same);
        if (found == values.end()) found = values.insert(values.end(), value);
        return static_cast<std::size_t>(found - values.begin());
    }

    Form form_;
    MappingPanel panel_;
    Session& session_;
    PickedFile file_;
    ImportOrder order_;
    std::vector<std::string> encodings_;
    std::vector<char> delimiters_ = {',', '\t', ';', '|', ' '};
};

}  // namespace

Result<ImportOrder> ask_about_file(Session& session, PickedFile file, ImportOrder order) {
    return ImportDialog(session, std::move(file), std::move(order)).ask();
}

}  // namespace kakehashi::addin
