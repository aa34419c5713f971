// The JSON Schema that we publish, against the form that we read and write.
#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "core/playbook/form.hpp"
#include "tests/unit/playbook_support.hpp"

using namespace kakehashi;

TEST_CASE("the published schema names exactly the blocks and headers we read and write", "[playbook]") {
    std::ifstream file("manifests/playbook.schema.json");
    REQUIRE(file);
    const auto schema = nlohmann::json::parse(file);
    const auto& blocks = schema.at("properties");
    CHECK(blocks.size() == block_count + 1);  // and $schema
    for (std::size_t i = 0; i < block_count; ++i) {
        const BlockForm& form = form_of(static_cast<Block>(i));
        INFO(form.name);
        const auto& block = blocks.at(std::string(form.name));
        const auto& entry = i == 0 ? block : block.at("items");
        CHECK(entry.at("properties").size() == form.headers.size());
        CHECK(entry.at("additionalProperties") == false);
        std::set<std::string> required;
        for (const Header& header : form.headers) {
            INFO(header.name);
            const auto& member = entry.at("properties").at(std::string(header.name));
            if (header.required) required.insert(std::string(header.name));
            for (const Choice& choice : header.choices) {
                const auto& allowed = member.at("enum");
                CHECK(std::find(allowed.begin(), allowed.end(), choice.name) != allowed.end());
            }
        }
        const auto listed = entry.value("required", nlohmann::json::array());
        CHECK(std::set<std::string>(listed.begin(), listed.end()) == required);
    }
    CHECK(blocks["columns"]["items"]["properties"]["role"]["enum"].size() == role_count);
}
