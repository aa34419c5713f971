#include "addin/panel/pause.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

#include "addin/commands/main_thread.hpp"
#include "addin/guarded.hpp"

namespace kakehashi::addin {

using Clock = std::chrono::steady_clock;

/// Shared with the thread, which may outlive the pause by the moment it takes to notice.
struct Pause::State {
    std::mutex mutex;
    std::condition_variable changed;
    std::function<void()> work;
    Clock::time_point due;
    bool waiting = false;  // a thread is there
    bool over = false;

    static void wait(const std::shared_ptr<State>& state);
};

/// The thread lives from the first touch of a burst until the work is handed over: nothing runs while nothing
/// happens.
void Pause::State::wait(const std::shared_ptr<State>& state) {
    {
        std::unique_lock lock(state->mutex);
        while (!state->over && Clock::now() < state->due)
            state->changed.wait_until(lock, Clock::time_point(state->due));
        state->waiting = false;
        if (state->over) return;
    }
    // Without our lock: the office may hold its own and wait for ours.
    guarded("panel", [&] {
        later_on_main_thread("panel", [state] {
            std::function<void()> work;
            {
                const std::lock_guard lock(state->mutex);
                if (!state->over) work = state->work;
            }
            if (work) work();
        });
    });
}

Pause::Pause(std::function<void()> work) : state_(std::make_shared<State>()) {
    state_->work = std::move(work);
}

Pause::~Pause() {
    const std::lock_guard lock(state_->mutex);
    state_->over = true;
    state_->work = nullptr;
    state_->changed.notify_all();
}

void Pause::touch(std::chrono::milliseconds quiet) {
    const std::lock_guard lock(state_->mutex);
    state_->due = Clock::now() + quiet;
    state_->changed.notify_all();
    if (state_->waiting || state_->over) return;
    state_->waiting = true;
    std::thread([state = state_] { State::wait(state); }).detach();
}

}  // namespace kakehashi::addin
