// Which sign-offs count.
#include "core/playbook/fingerprint.hpp"
#include "tests/unit/playbook_support.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

TEST_CASE("a sign-off counts only with a fingerprint, as text or as the number a sheet made of it",
          "[playbook]") {
    PlaybookSignoff signoff{"sales", "Sato", no_instant, "abc"};
    CHECK_FALSE(signed_fingerprint(signoff));
    signoff.fingerprint = "ABCDEF012345";
    CHECK(signed_fingerprint(signoff) == "abcdef012345");
    signoff.fingerprint = "42";
    CHECK(signed_fingerprint(signoff) == "000000000042");

    Playbook playbook;
    playbook.signoffs = {{"sales", "Sato", no_instant, "abc"}};
    CHECK(status(playbook) == "draft");
}
