// A soffice that was started for one command only: `soffice --headless "service:org.kakehashi.Commands?…"`.
#pragma once

namespace kakehashi::addin {

/// Ends LibreOffice soon after the call, if this process was started without windows for a command and
/// nothing is open; its exit status tells cron whether all went well. Does nothing otherwise.
void end_if_started_for_this(bool well);

}  // namespace kakehashi::addin
