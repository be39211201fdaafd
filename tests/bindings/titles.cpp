// titles.cpp - the header from C++20: a title a line, blank lines counted in an object.
#include <paperconv/plugin.h>

#include <string_view>

namespace
{

struct titles {
    bool upper;
};

constexpr pc_option options[] = {
    PC_OPT_BOOL(titles, upper, "In capitals, as far as they are ASCII"),
    PC_OPT_END,
};

int titles_sniff(pc_str, pc_str name, const char **why)
{
    *why = "is called so";
    return pc_ends(name, ".titles") ? 50 : 0;
}

int titles_next(void *state, pc_source *source, pc_record *record)
{
    const auto *self = static_cast<const titles *>(state);
    pc_str line;

    if (!pc_line(source, &line))
        return PC_END;
    if (std::string_view(line.p, line.n).find_first_not_of(' ') == std::string_view::npos)
        return PC_SKIP;
    auto *copy = static_cast<char *>(pc_scratch(source, line.n));
    for (size_t i = 0; i < line.n; i++)
        copy[i] = self->upper && line.p[i] >= 'a' && line.p[i] <= 'z'
                      ? static_cast<char>(line.p[i] - 'a' + 'A')
                      : line.p[i];
    pc_add(record, PC_TITLE, pc_sub(copy, line.n));
    return PC_OK;
}

PC_INPUT(titles_cpp, .threads = PC_INSTANCE, .version = "1.0", .summary = "a title a line",
         .options = options, .state_size = sizeof(titles), .sniff = titles_sniff,
         .next = titles_next);

} // namespace

PC_MODULE(&titles_cpp);
