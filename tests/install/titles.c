/* An input plugin that uses the header and the support library: one title a line. */
#include "paperconv/dates.h"
#include "paperconv/plugin.h"

struct titles {
    int64_t year;
};

static const pc_option options[] = {
    PC_OPT_INT(struct titles, year, "2000", "The year of every paper"),
    PC_OPT_END,
};

static int titles_sniff(pc_str head, pc_str name, const char **why)
{
    (void)head;
    (void)name;
    (void)why;
    return 0;
}

static int titles_next(void *state, pc_source *source, pc_record *record)
{
    const struct titles *titles = state;
    pc_date date = { .year = (int)titles->year };
    char text[PC_DATE_SIZE];
    pc_str line;

    if (!pc_line(source, &line))
        return PC_END;
    pc_add(record, PC_TITLE, line);
    pc_add(record, PC_DATE, pc_date_format(date, text));
    return PC_OK;
}

PC_INPUT(titles, .version = "1.0", .summary = "one title a line", .options = options,
         .state_size = sizeof(struct titles), .sniff = titles_sniff, .next = titles_next);
PC_MODULE(&titles);
