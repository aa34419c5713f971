#include <regex>

#include <catch2/catch.hpp>

#include "core/goals/goals.hpp"
#include "core/report/actions.hpp"
#include "core/report/weekly.hpp"
#include "core/sheet/print.hpp"
#include "tests/support/workbook.hpp"
#include "core/functions/example_document.hpp"

namespace {

using namespace kakehashi;
using namespace kakehashi::report;

template <class Kind>
std::shared_ptr<const Kind> object(const test::Workbook& book, const std::string& name) {
    const Value value = book.evaluate("=" + name);
    return std::get<std::shared_ptr<const Kind>>(std::get<Handle>(value).object);
}

}  // namespace

TEST_CASE("x") { CHECK(true); }
