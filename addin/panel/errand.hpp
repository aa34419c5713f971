// Work on a thread of its own that asks the main thread, in small steps, for what only that can give.
#pragma once

#include <functional>
#include <memory>
#include <thread>

namespace kakehashi::addin {

class Errand {
    struct State;

  public:
    /// Thrown out of `MainThread::run` when nobody waits for the errand any more.
    struct Stopped {};

    /// The main thread, as the work sees it.
    class MainThread {
      public:
        explicit MainThread(State& state) : state_(state) {}
        /// Runs `step` there, between two events, and returns when it is done. What it throws comes out as
        /// std::runtime_error.
        void run(const std::function<void()>& step) const;
        /// Calls `next` there until it is false, in pieces that hold up nobody.
        void repeat(const std::function<bool()>& next) const;

      private:
        State& state_;
    };
    using Work = std::function<void(const MainThread&)>;

    /// The work needs neither the office nor its lock but in its steps. What these use of the office is
    /// `belongings`: it is let go of on the main thread, and not while a step is running.
    Errand(Work work, std::shared_ptr<void> belongings);
    /// Stops it and waits until the work has noticed: at its next step at the latest.
    ~Errand();
    Errand(const Errand&) = delete;
    Errand& operator=(const Errand&) = delete;

    /// No further step is run. Returns at once.
    void stop();
    bool finished() const;

  private:
    static void answer(State& state);

    std::shared_ptr<State> state_;
    std::thread thread_;
};

}  // namespace kakehashi::addin
