#include "addin/panel/refresh.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "addin/environment.hpp"
#include "addin/guarded.hpp"
#include "addin/log.hpp"
#include "addin/messages.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

// Long enough not to run between two keystrokes, short enough to feel at once.
constexpr std::chrono::milliseconds quiet{250};
// For what makes Calc calculate formulas that nobody sees just now.
constexpr std::chrono::milliseconds long_quiet{1500};
// Panels of a deck are made one after another.
constexpr std::chrono::milliseconds at_once{10};

// Not counted: the panels hold them. Never destroyed: the office may be gone before us at process end.
struct All {
    std::mutex mutex;
    std::map<css::frame::XModel*, Refresh*> by_document;
};

All& all() {
    static auto& all = *new All;
    return all;
}

panel::View failure_view(const std::string& reason, Language language) {
    const CellError error = failure(reason);
    Messages::instance().record("panel", {}, error);
    return {panel::Label{error.message.in(language), panel::Label::Look::text, {}}};
}

/// The panels that a refresh is for, beside what it needs of their document.
struct Meeting : Desk {
    std::vector<Seat*> seats;  // one per window
    std::vector<Reference<css::uno::XInterface>> held;
    rtl::Reference<Refresh> refresh;
};

}  // namespace

rtl::Reference<Refresh> Refresh::of(const Reference<css::frame::XModel>& model) {
    {
        const std::lock_guard lock(all().mutex);
        const auto found = all().by_document.find(model.get());
        if (found != all().by_document.end()) return found->second;
    }
    rtl::Reference<Refresh> made(new Refresh(model));
    const Reference<css::util::XModifyBroadcaster> document(model, UNO_QUERY);
    if (document.is()) document->addModifyListener(made.get());
    const std::lock_guard lock(all().mutex);
    return all().by_document.try_emplace(model.get(), made.get()).first->second;
}

Refresh::Refresh(const Reference<css::frame::XModel>& model)
    : model_(model), pause_(std::make_unique<Pause>([this] { begin(); })) {}

Refresh::~Refresh() = default;

void Refresh::join(Seat& seat) {
    places_.push_back({&seat, true});
    put_off(at_once);
}

void Refresh::leave(Seat& seat) {
    const rtl::Reference<Refresh> alive(this);
    if (errand_) errand_->stop();
    std::erase_if(places_, [&](const Place& place) { return place.seat == &seat; });
    if (places_.empty()) return close();
    put_off(at_once);
}

void Refresh::touch(Seat& seat) {
    for (Place& place : places_)
        if (place.seat == &seat) place.due = true;
    if (seat.visible()) put_off(quiet);
}

void Refresh::touch_all(PanelKind kind) {
    std::vector<rtl::Reference<Refresh>> refreshes;
    {
        const std::lock_guard lock(all().mutex);
        for (const auto& [document, refresh] : all().by_document) refreshes.emplace_back(refresh);
    }
    for (const auto& refresh : refreshes)
        for (std::size_t i = 0; i < refresh->places_.size(); ++i)
            if (refresh->places_[i].seat->kind() == kind) refresh->touch(*refresh->places_[i].seat);
}

void Refresh::appeared() {
    const auto missed = [](const Place& place) { return place.due && place.seat->visible(); };
    if (std::ranges::any_of(places_, missed)) put_off(at_once);
}

void Refresh::modified(const css::lang::EventObject&) {
    guarded("panel", [&] {
        for (Place& place : places_) place.due = true;
        changed_ = std::chrono::steady_clock::now();
        if (std::ranges::any_of(places_, [](const Place& place) { return place.seat->visible(); }))
            put_off(quiet);
        else if (!errand_ || errand_->finished())
            copies_.reset();  // outdated, and perhaps for long
    });
}

void Refresh::disposing(const css::lang::EventObject&) {
    guarded("panel", [&] { close(); });
}

/// What is being worked out is not what should be shown any more.
void Refresh::put_off(std::chrono::milliseconds moment) {
    if (!pause_) return;
    if (errand_) errand_->stop();
    pause_->touch(moment);
}

/// The document has no panels any more, or is gone.
void Refresh::close() {
    if (!pause_) return;
    pause_.reset();
    errand_.reset();
    copies_.reset();
    {
        const std::lock_guard lock(all().mutex);
        const auto found = all().by_document.find(model_.get());
        if (found != all().by_document.end() && found->second == this) all().by_document.erase(found);
    }
    const Reference<css::util::XModifyBroadcaster> document(std::exchange(model_, {}), UNO_QUERY);
    if (document.is()) document->removeModifyListener(this);
}

/// How long this panel has still to wait.
std::chrono::milliseconds Refresh::patience(const Place& place) const {
    if (place.seat->kind() != PanelKind::why) return {};
    return std::chrono::ceil<std::chrono::milliseconds>(changed_ + long_quiet -
                                                        std::chrono::steady_clock::now());
}

void Refresh::begin() {
    if (!pause_) return;
    // One at a time; what was stopped has its copies in hand until it notices.
    if (errand_ && !errand_->finished()) return pause_->touch(quiet);
    errand_.reset();
    const auto meeting = std::make_shared<Meeting>();
    std::vector<Question> questions;
    const Language language = ui_language();
    for (const Place& place : places_) {
        if (!place.due || !place.seat->visible()) continue;
        if (const auto wait = patience(place); wait > wait.zero()) {
            pause_->touch(wait);
            continue;
        }
        questions.push_back({place.seat->kind(), place.seat->chosen(), meeting->seats.size(), language});
        meeting->windows.push_back(place.seat->controller());
        meeting->seats.push_back(place.seat);
        meeting->held.push_back(place.seat->hold());
    }
    meeting->document.set(model_, UNO_QUERY);
    if (questions.empty() || !meeting->document.is()) return;
    meeting->refresh = this;
    if (!copies_) copies_ = std::make_shared<Copies>();
    const auto work = [desk = meeting.get(), copies = copies_, questions](const Errand::MainThread& main) {
        Contents contents(main, *desk, *copies);
        for (const Question& question : questions) {
            panel::View view;
            try {
                view = contents.of(question);
            } catch (const Outdated&) {
                return main.run([&] { desk->refresh->put_off(quiet); });
            } catch (const std::exception& exception) {
                view = failure_view(exception.what(), question.language);
                main.run([&] { log_failure("panel", failure(exception.what())); });
            }
            main.run([&] { desk->refresh->show(*desk->seats[question.window], std::move(view)); });
        }
        main.run([&] { desk->refresh->end(); });
    };
    errand_ = std::make_unique<Errand>(work, meeting);
}

/// Lets go of the meeting, which holds us.
void Refresh::end() {
    if (errand_) errand_->stop();
}

void Refresh::show(Seat& seat, panel::View view) {
    const auto place = std::ranges::find(places_, &seat, &Place::seat);
    if (place == places_.end()) return;
    place->due = false;
    guarded("panel", [&] { seat.show(std::move(view)); });
}

}  // namespace kakehashi::addin
