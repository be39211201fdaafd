/* arxiv-snapshot - arXiv's metadata as it is published for download: JSON Lines, one paper a line. */
#include "page_text.h"
#include "snapshot.h"

#include "paperconv/json.h"

static void close_snapshot(void *state)
{
    struct snapshot *snapshot = state;

    pc_text_free(&snapshot->decoded);
    pc_text_free(&snapshot->name);
}

static int read_paper_line(struct snapshot *snapshot, pc_source *source, pc_str line,
                           pc_record *record)
{
    struct paper paper = { .snapshot = snapshot, .record = record };

    if (!paper_read(&paper, line))
        return pc_json_bad_line(source, line, &paper.json);
    pc_json_warn_of_escapes(source, line, &paper.json);
    if (paper.left_out != 0)
        pc_detail(record, paper.left_out_member, "value-left-out",
                  "%zu %s left out, beginning with '%.*s'", paper.left_out,
                  paper.left_out == 1 ? "member is" : "members are", PC_FMT(paper.left_out_member));
    return pc_empty(record) ? PC_SKIP : PC_OK;
}

static int next_paper(void *state, pc_source *source, pc_record *record)
{
    pc_str line;

    while (pc_line(source, &line)) {
        if (pc_trim(line).n != 0)
            return read_paper_line(state, source, line, record);
    }
    return PC_END;
}

static const char *const texts[] = { "page", page_text, NULL };

PC_INPUT(arxiv_snapshot, .threads = PC_INSTANCE, .version = "1.0.0",
         .summary = "arXiv's metadata for download (Kaggle), JSON Lines", .extensions = "json",
         .texts = texts, .state_size = sizeof(struct snapshot), .close = close_snapshot,
         .sniff = snapshot_sniff, .next = next_paper);
PC_MODULE(&arxiv_snapshot);
