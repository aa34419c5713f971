#include "addin/trusted_files.hpp"

#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace kakehashi;
using addin::read_trusted;
using addin::TrustedPlaces;

namespace {

/// A folder with `here/a.json` beside the document, `trusted/deep/b.json`, and `elsewhere/secret.json`.
struct Folders {
    Folders() : root(fs::temp_directory_path() / ("kakehashi-files-" + std::to_string(::getpid()))) {
        write("here/a.json", "beside");
        write("here/sub/c.json", "below");
        write("here/notes.txt", "no");
        write("trusted/deep/b.json", "trusted");
        write("elsewhere/secret.json", "secret");
        write("here-too/d.json", "no");
        places = {root / "here", {root / "trusted"}};
    }
    ~Folders() { fs::remove_all(root); }
    void write(const std::string& path, const std::string& text) const {
        fs::create_directories((root / path).parent_path());
        std::ofstream(root / path) << text;
    }
    Result<std::string> read(const std::string& path) const { return read_trusted(path, places); }
    bool refused(const std::string& path) const {
        const auto result = read(path);
        return !result && result.error().code == ErrorCode::illegal_argument &&
               !result.error().message.ja.empty();
    }

    fs::path root;
    TrustedPlaces places;
};

}  // namespace

TEST_CASE("files beside the document and below trusted folders are read") {
    const Folders folders;
    CHECK(folders.read("a.json") == "beside");
    CHECK(folders.read((folders.root / "here/a.json").string()) == "beside");
    CHECK(folders.read((folders.root / "trusted/deep/b.json").string()) == "trusted");
    CHECK(folders.read("../trusted/deep/b.json") == "trusted");
}

TEST_CASE("files anywhere else are refused, existing or not") {
    const Folders folders;
    CHECK(folders.refused((folders.root / "elsewhere/secret.json").string()));
    CHECK(folders.refused("../elsewhere/secret.json"));
    CHECK(folders.refused("../here-too/d.json"));
    CHECK(folders.refused("sub/c.json"));
    CHECK(folders.refused("/no/such/place.json"));
    CHECK(folders.read("../elsewhere/secret.json").error().message.en.find("neither") != std::string::npos);
    CHECK(folders.read("../elsewhere/none.json").error().message.en.find("neither") != std::string::npos);
}

TEST_CASE("a link does not lead out of the trusted places") {
    const Folders folders;
    fs::create_symlink(folders.root / "elsewhere/secret.json", folders.root / "here/link.json");
    fs::create_symlink(folders.root / "elsewhere", folders.root / "trusted/door");
    CHECK(folders.refused("link.json"));
    CHECK(folders.refused((folders.root / "trusted/door/secret.json").string()));
}

TEST_CASE("only ordinary JSON files of moderate size are read") {
    const Folders folders;
    fs::create_directory(folders.root / "here/folder.json");
    fs::resize_file(folders.root / "here/a.json", (10u << 20) + 1);
    for (const char* path : {"notes.txt", "folder.json", "a.json", "none.json", "",
                             "http://example.org/a.json", "file:///etc/passwd"})
        CHECK(folders.refused(path));
    CHECK(folders.refused(std::string("a.json\0.txt", 11)));
}

TEST_CASE("a document that was never saved has nothing beside it") {
    const Folders folders;
    const TrustedPlaces none{{}, {folders.root / "trusted"}};
    CHECK_FALSE(read_trusted("a.json", none));
    CHECK(read_trusted((folders.root / "trusted/deep/b.json").string(), none) == "trusted");
}
