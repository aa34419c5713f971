// kakehashi_generate FOLDER DOCS: writes everything that is made from the catalogue, and the help, into a
// folder. Files whose text would be the same are left alone, so that nothing is rebuilt for nothing.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "addin/generate/commands.hpp"
#include "addin/generate/generate.hpp"
#include "addin/generate/help/help.hpp"
#include "core/functions/catalogue.hpp"

namespace {

bool write(const std::filesystem::path& file, const std::string& text) {
    std::ifstream existing(file, std::ios::binary);
    if (existing && std::string(std::istreambuf_iterator<char>(existing), {}) == text) return true;
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out) std::cerr << "kakehashi_generate: cannot write " << file << '\n';
    return static_cast<bool>(out);
}

bool write_commands(const std::filesystem::path& folder) {
    using namespace kakehashi;
    const generate::Commands commands = commands::all();
    return write(folder / "Addons.xcu", generate::addons(commands)) &&
           write(folder / "CalcCommands.xcu", generate::command_names(commands)) &&
           write(folder / "command_bodies.inc", generate::body_declarations(commands)) &&
           write(folder / "command_bodies.cpp", generate::body_table(commands)) &&
           write(folder / "commands.md", generate::command_reference(commands, Language::english)) &&
           write(folder / "commands.ja.md", generate::command_reference(commands, Language::japanese));
}

/// Pages of functions that are gone go too.
bool write_help(const std::filesystem::path& folder, const std::filesystem::path& docs) {
    using namespace kakehashi;
    std::vector<generate::HelpFile> files;
    try {
        files = generate::help_files(catalogue(), commands::all(), docs);
    } catch (const std::runtime_error& error) {
        std::cerr << "kakehashi_generate: " << error.what() << '\n';
        return false;
    }
    std::filesystem::remove_all(folder);
    for (const generate::HelpFile& file : files) {
        std::filesystem::create_directories((folder / file.path).parent_path());
        if (!write(folder / file.path, file.text)) return false;
    }
    return true;
}

}  // namespace

int main(int count, char** arguments) {
    using namespace kakehashi;
    if (count != 3) {
        std::cerr << "usage: kakehashi_generate FOLDER DOCS\n";
        return 2;
    }
    const std::span<const Function> functions = catalogue();
    const std::vector<std::string> problems = generate::problems(functions);
    for (const std::string& problem : problems) std::cerr << "catalogue: " << problem << '\n';
    if (!problems.empty()) return 1;

    const std::filesystem::path folder = arguments[1];
    std::filesystem::create_directories(folder);
    const bool written =
        write(folder / "XFunctions.idl", generate::interface_text(functions)) &&
        write(folder / "released.txt", generate::released_text(functions)) &&
        write(folder / "methods.inc", generate::method_declarations(functions)) &&
        write(folder / "methods.cpp", generate::method_definitions(functions)) &&
        write(folder / "CalcAddIns.xcu", generate::registration(functions)) &&
        write(folder / "functions.md", generate::reference(functions, Language::english)) &&
        write(folder / "functions.ja.md", generate::reference(functions, Language::japanese)) &&
        write(folder / "catalogue.json", generate::dump(functions));
    return written && write_commands(folder) && write_help(folder / "help", arguments[2]) ? 0 : 1;
}
