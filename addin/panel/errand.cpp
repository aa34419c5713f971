#include "addin/panel/errand.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "addin/commands/main_thread.hpp"
#include "addin/guarded.hpp"

namespace kakehashi::addin {

/// Shared with the thread, and with what it has posted to the main thread.
struct Errand::State : std::enable_shared_from_this<Errand::State> {
    enum class Phase {
        working,
        posting,  // may wait for the office's lock
        waiting,  // for the answer
        done,
    };

    std::mutex mutex;  // nothing of the office is called while it is held
    std::condition_variable changed;
    Phase phase = Phase::working;
    bool over = false;
    bool stepping = false;                        // the main thread is running the step
    const std::function<void()>* step = nullptr;  // until it is done
    std::optional<std::string> fault;             // of the last step
    std::shared_ptr<void> belongings;

    void enter(Phase next) {
        const std::lock_guard lock(mutex);
        phase = next;
        changed.notify_all();
    }
};

namespace {

/// What the step throws, as text: exceptions of the office hold objects that must not leave the main thread.
std::optional<std::string> fault_of(const std::function<void()>& step) {
    try {
        step();
        return std::nullopt;
    } catch (const css::uno::Exception& exception) {
        return to_utf8(exception.Message);
    } catch (const std::exception& exception) {
        return exception.what();
    }
}

}  // namespace

void Errand::answer(State& state) {
    const std::function<void()>* step = nullptr;
    {
        const std::lock_guard lock(state.mutex);
        if (state.over || state.step == nullptr) return;
        step = state.step;
        state.stepping = true;
    }
    // The work waits for us, so its step stays where it is.
    std::optional<std::string> fault = fault_of(*step);
    std::shared_ptr<void> let_go;  // after the lock
    const std::lock_guard lock(state.mutex);
    state.stepping = false;
    state.step = nullptr;
    state.fault = std::move(fault);
    if (state.over) let_go = std::move(state.belongings);
    state.changed.notify_all();
}

void Errand::MainThread::run(const std::function<void()>& step) const {
    {
        const std::lock_guard lock(state_.mutex);
        if (state_.over) throw Stopped();
        state_.step = &step;
        state_.phase = State::Phase::posting;
    }
    try {
        later_on_main_thread("panel", [state = state_.shared_from_this()] { answer(*state); });
    } catch (...) {  // the office is closing
        const std::lock_guard lock(state_.mutex);
        state_.step = nullptr;
        state_.phase = State::Phase::working;
        throw;
    }
    std::unique_lock lock(state_.mutex);
    state_.phase = State::Phase::waiting;
    state_.changed.notify_all();
    state_.changed.wait(lock, [&] { return state_.step == nullptr || (state_.over && !state_.stepping); });
    state_.step = nullptr;
    state_.phase = State::Phase::working;
    if (state_.over) throw Stopped();
    if (const auto fault = std::exchange(state_.fault, std::nullopt)) throw std::runtime_error(*fault);
}

void Errand::MainThread::repeat(const std::function<bool()>& next) const {
    // Far below what anybody notices at a key, far above what a step costs by itself.
    constexpr std::chrono::milliseconds piece{8};
    for (bool more = true; more;)
        run([&] {
            const auto until = std::chrono::steady_clock::now() + piece;
            do more = next();
            while (more && std::chrono::steady_clock::now() < until);
        });
}

Errand::Errand(Work work, std::shared_ptr<void> belongings) : state_(std::make_shared<State>()) {
    state_->belongings = std::move(belongings);
    thread_ = std::thread([state = state_, work = std::move(work)]() mutable {
        guarded("panel", [&] {
            try {
                work(MainThread(*state));
            } catch (const Stopped&) {
                // as asked
            }
        });
        work = nullptr;
        state->enter(State::Phase::done);
    });
}

Errand::~Errand() {
    stop();
    // A step that is running runs below us, or holds the lock that we hold; a thread that posts may wait for
    // that lock. Both end as soon as we return, without touching anything but the state.
    bool joinable = false;
    {
        std::unique_lock lock(state_->mutex);
        const auto busy = [&] { return state_->stepping || state_->phase == State::Phase::posting; };
        const auto done = [&] { return state_->phase == State::Phase::done; };
        state_->changed.wait(lock, [&] { return done() || busy(); });
        joinable = done();
    }
    if (joinable)
        thread_.join();
    else
        thread_.detach();
}

void Errand::stop() {
    std::shared_ptr<void> let_go;  // after the lock
    const std::lock_guard lock(state_->mutex);
    state_->over = true;
    if (!state_->stepping) let_go = std::move(state_->belongings);
    state_->changed.notify_all();
}

bool Errand::finished() const {
    const std::lock_guard lock(state_->mutex);
    return state_->phase == State::Phase::done;
}

}  // namespace kakehashi::addin
