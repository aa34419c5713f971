// The playbooks that cells of one document have read, by the cells they were read from and by the text shown.
//
// PLAYBOOK.READ shows no token: its text should stay readable. A reference to such a cell leads to its
// source; where only the text arrives, it must name one content. So of two contents with one title, as of a
// playbook and a copy that somebody tries a change in, the later one shows its fingerprint behind it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "addin/arguments.hpp"
#include "core/playbook/playbook.hpp"

namespace kakehashi::addin {

class Playbooks {
  public:
    using Shared = std::shared_ptr<const ReadPlaybook>;

    /// What was read from `source` just now; replaces what was read from these cells before. Gives the text
    /// to show: `title`, with the fingerprint behind it if another content bears that title, or if `shown`,
    /// the text that the cell has kept from an earlier session, says so.
    std::string keep(const Range& source, std::string title, Shared playbook, std::string_view shown = {});
    /// True if a different content that was read from other cells bears this title.
    bool is_taken(const Range& source, std::string_view title, const ReadPlaybook& playbook) const;
    /// What was last read from these cells; null if they were not read yet.
    Shared read_from(const Range& source);
    /// The different contents that bear this text.
    std::vector<Shared> named(std::string_view text) const;
    /// Forgets what is not among these sources.
    void keep_only(const std::vector<Range>& sources);

  private:
    struct Entry {
        Range source;
        std::string text;
        Shared playbook;
    };
    std::vector<Entry> entries_;
};

}  // namespace kakehashi::addin
