#include "addin/commands/main_thread.hpp"

#include <condition_variable>
#include <mutex>

#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/awt/XRequestCallback.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>
#include <unistd.h>

#include "addin/environment.hpp"
#include "addin/guarded.hpp"

namespace kakehashi::addin {
namespace {

/// Of LibreOffice, which runs its event loop on the process's first thread.
bool is_main_thread() {
    return gettid() == getpid();
}

class Task final : public cppu::WeakImplHelper1<css::awt::XCallback> {
  public:
    explicit Task(const std::function<void()>& work) : work_(work) {}

    void SAL_CALL notify(const css::uno::Any&) override {
        work_();
        const std::lock_guard lock(mutex_);
        done_ = true;
        changed_.notify_all();
    }
    void wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return done_; });
    }

  private:
    std::function<void()> work_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool done_ = false;
};

class LaterTask final : public cppu::WeakImplHelper1<css::awt::XCallback> {
  public:
    LaterTask(const char* where, std::function<void()> work) : where_(where), work_(std::move(work)) {}

    void SAL_CALL notify(const css::uno::Any&) override { guarded(where_, work_); }

  private:
    const char* where_;
    std::function<void()> work_;
};

void post(const css::uno::Reference<css::awt::XCallback>& task) {
    const css::uno::Reference<css::awt::XRequestCallback> queue(
        create_service("com.sun.star.awt.AsyncCallback"), css::uno::UNO_QUERY_THROW);
    queue->addCallback(task, {});
}

}  // namespace

void later_on_main_thread(const char* where, std::function<void()> work) {
    post(new LaterTask(where, std::move(work)));
}

void on_main_thread(const std::function<void()>& work) {
    if (is_main_thread()) {
        work();
        return;
    }
    const rtl::Reference<Task> task(new Task(work));
    post(task.get());
    task->wait();
}

}  // namespace kakehashi::addin
