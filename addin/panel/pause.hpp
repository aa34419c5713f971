// Work that waits until nothing has happened for a moment, on the main thread.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace kakehashi::addin {

class Pause {
  public:
    /// `work` runs on the main thread, as long after the last `touch` as that says.
    explicit Pause(std::function<void()> work);
    /// The work does not run any more.
    ~Pause();
    Pause(const Pause&) = delete;
    Pause& operator=(const Pause&) = delete;

    void touch(std::chrono::milliseconds quiet);

  private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace kakehashi::addin
