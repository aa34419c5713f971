#include "addin/dialogs/options_form.hpp"

#include <array>
#include <cmath>
#include <utility>

#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XNumericField.hpp>

#include "addin/commands/documents.hpp"
#include "addin/commands/playbook_file.hpp"
#include "addin/dialogs/pick_file.hpp"
#include "addin/help/key.hpp"
#include "core/panel/views.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;

// In dialog units, as LibreOffice's own pages: a column of labels, a column of fields.
constexpr sal_Int32 width = 260;
constexpr sal_Int32 left = form::margin;
constexpr sal_Int32 inner = left + form::margin;
constexpr sal_Int32 fields = 112;
constexpr sal_Int32 right = width - form::margin;
constexpr sal_Int32 row = form::field + form::gap;
constexpr sal_Int32 lowest = 1;  // per cent, of a limit
constexpr sal_Int32 highest = 1000;

/// The field of each limit, from the best status down.
constexpr std::array<const char*, 3> limit_fields = {"ahead", "onTrack", "behind"};

void add_heading(Form& form, const char* name, const Text& text, sal_Int32 y) {
    form.add("FixedLine", name, {left, y, right - left, form::line})
        ->setPropertyValue("Label", Any(to_uno(text.in(ui_language()))));
}

void add_note(Form& form, const char* name, const Text& text, const Box& box) {
    form.label(name, text, box, {{"MultiLine", Any(true)}});
}

std::vector<std::string> months() {
    const Language language = ui_language();
    std::vector<std::string> items = {
        Text{"Default (January; Japanese: April)", "既定（日本語：4月、英語：1月）"}.in(language)};
    constexpr const char* names[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
    for (std::size_t i = 0; i < std::size(names); ++i)
        items.push_back(Text{names[i], std::to_string(i + 1) + "月"}.in(language));
    return items;
}

double per_cent(double limit) {
    return std::round(limit * 1000) / 10;
}

}  // namespace

OptionsForm::OptionsForm(const css::uno::Reference<css::awt::XWindow>& page)
    : form_(page), keys_(page, KeyArea::panel, [](const KeyPress& key) { return help_key(key, "options"); }) {
    add_language();
    add_start();
    add_log();
    form_.when_pressed("browse", [this] { browse(); });
    form_.when_written("playbook", [this] { tell_of_playbook(); });
    for (const char* const name : limit_fields) form_.when_written(name, [this] { tell_of_limits(); });
    show(options());
}

void OptionsForm::add_language() {
    add_heading(form_, "outputHeading", {"Output", "出力"}, form::margin);
    constexpr sal_Int32 y = form::margin + form::line + form::gap;
    form_.label("languageLabel", {"~Language of output", "出力の言語(~L)"},
                {inner, y + 2, fields - inner, form::line});
    form_.drop_down("language", {fields, y, right - fields, form::field});
    form_.set_items("language",
                    {Text{"As LibreOffice", "LibreOffice と同じ"}.in(ui_language()), "English", "日本語"}, 0);
    add_note(form_, "languageNote",
             {"Of new workbooks, and of what commands write. A team workbook keeps its own.",
              "チームブックには、そのブックの言語で書き込みます。"},
             {fields, y + row, right - fields, 2 * form::line});
}

void OptionsForm::add_start() {
    constexpr sal_Int32 y = 56;
    constexpr sal_Int32 playbook_y = y + form::line + form::gap;
    constexpr sal_Int32 browse_x = right - form::button_width;
    add_heading(form_, "startHeading", {"A new team workbook starts with", "新しいチームブックの初期値"}, y);
    form_.label("playbookLabel", {"~Playbook (JSON file)", "プレイブック（JSON）(~P)"},
                {inner, playbook_y + 2, fields - inner, form::line});
    form_.add("Edit", "playbook", {fields, playbook_y, browse_x - form::gap - fields, form::field});
    form_.button("browse", {"~Browse…", "参照(~B)..."},
                 {browse_x, playbook_y, form::button_width, form::field});
    add_note(form_, "playbookNote", {"", ""}, {fields, playbook_y + row, right - fields, 2 * form::line});
    constexpr sal_Int32 month_y = playbook_y + row + 2 * form::line + form::gap;
    form_.label("monthLabel", {"First month of the ~fiscal year", "年度の最初の月(~F)"},
                {inner, month_y + 2, fields - inner, form::line});
    form_.drop_down("month", {fields, month_y, right - fields, form::field});
    form_.set_items("month", months(), 0);
    constexpr sal_Int32 limits_y = month_y + row + form::gap;
    add_limits(limits_y);
    add_note(
        form_, "startNote",
        {"A playbook file brings its own fiscal year and limits. Nothing here changes the figures of "
         "workbooks that exist: they follow the playbook inside, the same for everybody.",
         "プレイブックのファイルを指定すると、年度と境目もその内容に従います。既存のブックの数値は変わりま"
         "せん。各ブックの中のプレイブックに従うため、誰が開いても同じです。"},
        {inner, limits_y + 2 * form::line + row + form::gap, right - inner, 3 * form::line});
}

/// A label above each field.
void OptionsForm::add_limits(sal_Int32 y) {
    const std::array<Text, 3> labels = {Text{"~Ahead from", "先行(~A)"}, Text{"On ~track from", "順調(~T)"},
                                        Text{"Be~hind from", "遅れ(~H)"}};
    form_.label("limitsLabel", {"Status of goals, in % of expected", "目標の状況の境目（%）"},
                {inner, y + form::line + 4, fields - inner, form::line});
    constexpr sal_Int32 pair = (right - fields + form::gap) / 3;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const sal_Int32 x = fields + static_cast<sal_Int32>(i) * pair;
        form_.label((std::string(limit_fields[i]) + "Label").c_str(), labels[i],
                    {x, y, pair - form::gap, form::line - 1});
        form_.add("NumericField", limit_fields[i], {x, y + form::line + 2, pair - form::gap, form::field},
                  {{"ValueMin", Any(static_cast<double>(lowest))},
                   {"ValueMax", Any(static_cast<double>(highest))},
                   {"DecimalAccuracy", Any(sal_Int16{1})},
                   {"ValueStep", Any(5.0)}});
    }
    add_note(form_, "limitsNote", {"", ""}, {fields, y + form::line + row - 2, right - fields, form::line});
}

void OptionsForm::add_log() {
    constexpr sal_Int32 y = 206;
    add_heading(form_, "logHeading", {"Log", "ログ"}, y);
    form_.add("CheckBox", "log", {inner, y + form::line + form::gap, right - inner, form::line},
              {{"Label", Any(to_uno(Text{"~Keep a log of commands and errors (kakehashi.log)",
                                         "コマンドとエラーのログを残す（kakehashi.log）(~K)"}
                                        .in(ui_language())))}});
}

void OptionsForm::show(const commands::Options& options) {
    const Form::Quiet quiet(form_);
    form_.select("language", options.language ? (*options.language == Language::japanese ? 2 : 1) : 0);
    form_.set_text("playbook", options.playbook);
    form_.select("month", options.fiscal_year_starts.value_or(0));
    const StatusLimits limits = options.status_limits.value_or(StatusLimits{});
    const std::array<double, 3> values = {limits.ahead, limits.on_track, limits.behind};
    for (std::size_t i = 0; i < values.size(); ++i)
        form_.set(limit_fields[i], "Value", Any(per_cent(values[i])));
    form_.set("log", "State", Any(static_cast<sal_Int16>(options.log ? 1 : 0)));
    tell_of_playbook();
    tell_of_limits();
}

/// A file that is not there yet, or not any more, is kept as typed.
Result<void> OptionsForm::check_playbook(const std::string& place) const {
    if (place.empty()) return {};
    const auto read = read_playbook_file(place);
    if (read) return {};
    const Text& why = read.error().message;
    return illegal_argument({"The playbook file is kept as typed, but cannot be used: " + why.en,
                             "プレイブックのファイル名は入力のとおり残しますが、使用できません：" + why.ja});
}

Result<StatusLimits> OptionsForm::limits() const {
    const auto value = [&](std::size_t i) {
        return form_.control<css::awt::XNumericField>(limit_fields[i])->getValue() / 100;
    };
    const StatusLimits limits{value(0), value(1), value(2)};
    if (auto problem = commands::problem_of(limits)) return illegal_argument(std::move(*problem));
    return limits;
}

Result<void> OptionsForm::store() const {
    commands::Options set = options();
    constexpr std::array<std::optional<Language>, 3> languages = {std::nullopt, Language::english,
                                                                  Language::japanese};
    if (const std::size_t at = form_.selected("language"); at < languages.size())
        set.language = languages[at];
    const std::size_t month = form_.selected("month");
    set.fiscal_year_starts.reset();
    if (month >= 1 && month <= 12) set.fiscal_year_starts = static_cast<unsigned>(month);
    set.log = form_.control<css::awt::XCheckBox>("log")->getState() == 1;
    const std::string before = std::exchange(set.playbook, std::string(trim(form_.text("playbook"))));
    const auto asked = limits();
    if (asked) set.status_limits = *asked == StatusLimits{} ? std::nullopt : std::optional(*asked);
    if (auto stored = addin::store(set); !stored) return stored;
    if (!asked) return error_of(asked);
    // A file that has vanished since is no reason to complain about other changes.
    return before == set.playbook ? Result<void>{} : check_playbook(set.playbook);
}

void OptionsForm::tell_of_playbook() const {
    const Language language = ui_language();
    const std::string place(trim(form_.text("playbook")));
    if (place.empty())
        return form_.set_label("playbookNote",
                               Text{"Blank: our template.", "空欄ならひな型を使います。"}.in(language));
    const auto read = read_playbook_file(place);
    form_.set_label("playbookNote", read ? "✓ " + panel::playbook_line(*read, nullptr, language)
                                         : "✗ " + read.error().message.in(language));
}

void OptionsForm::tell_of_limits() const {
    const auto asked = limits();
    form_.set_label("limitsNote", asked ? std::string() : "✗ " + asked.error().message.in(ui_language()));
}

void OptionsForm::browse() {
    const OUString url = pick_file({"Playbook", "プレイブック"},
                                   {"Playbooks (*.json)", "プレイブック (*.json)"}, "*.json;*.JSON");
    if (url.isEmpty()) return;
    form_.set_text("playbook", path_of(url));
    tell_of_playbook();
}

}  // namespace kakehashi::addin
