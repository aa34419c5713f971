// What each panel shows of a document: finds the handles, asks core, says what to do where there is nothing.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "addin/panel/copies.hpp"
#include "core/panel/first_steps.hpp"
#include "core/panel/views.hpp"
#include "core/support/text.hpp"

namespace kakehashi::addin {

enum class PanelKind { goals, funnel, lead, playbook, why };

/// What one panel asks for.
struct Question {
    PanelKind kind;
    std::size_t chosen;  // in the panel's drop-down, where it has one
    std::size_t window;  // of `Desk`, in which the panel is
    Language language;
};

/// Answers the questions of one refresh, one after another, on the errand's thread.
class Contents {
  public:
    /// All must outlive it. `copies` reads its cells through this as long as it lives.
    Contents(const Errand::MainThread& main, Desk& desk, Copies& copies);
    ~Contents();
    Contents(const Contents&) = delete;
    Contents& operator=(const Contents&) = delete;

    /// Throws `Errand::Stopped`, `Outdated`, and what steps on the main thread throw.
    panel::View of(const Question& question);

  private:
    Result<void> find(sheet::Part part);
    panel::View nothing_there(const CellError& error, Language language) const;
    panel::StepsDone steps_done();
    /// The first steps stand above the goals until they are done, or as long as somebody wants to see them.
    panel::View goals_and_steps(const Question& question);
    panel::View goals(const Question& question);
    panel::View funnel(const Question& question);
    panel::View lead(const Question& question);
    panel::View playbook(const Question& question);
    std::shared_ptr<const Leads> leads_if_any();
    std::optional<panel::SinceAgreement> since_agreement(const Playbook& present);
    panel::View errors(const Question& question);
    std::string playbook_state(Language language);
    /// A way to the table of that part: each panel has something that the keyboard can reach, or Tab would
    /// not lead out of it.
    void add_way(sheet::Part part, const Text& text, Language language, panel::View& view) const;
    std::string link_to_lead(std::size_t row) const;
    std::optional<panel::Label> leads_label(const Leads& leads, Language language);

    const Errand::MainThread& main_;
    Desk& desk_;
    Copies& copies_;
    bool searched_ = false;
};

}  // namespace kakehashi::addin
