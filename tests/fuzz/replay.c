/* replay.c - main() of a fuzz target without libFuzzer: runs the target once for every file in
 * the given files and directories, and once for empty input. */
#include "target.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static int replay_file(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
    size_t size = (size_t)st->st_size;
    uint8_t *data;
    FILE *file;

    (void)ftw;
    if (type != FTW_F)
        return 0;
    file = fopen(path, "rb");
    data = malloc(size + 1);
    if (file == NULL || data == NULL || fread(data, 1, size, file) != size)
        return 1;
    fclose(file);
    printf("%s\n", path);
    fflush(stdout);
    LLVMFuzzerTestOneInput(data, size);
    free(data);
    return 0;
}

int main(int argc, char **argv)
{
    LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
    for (int i = 1; i < argc; i++) {
        if (nftw(argv[i], replay_file, 16, FTW_PHYS) != 0) {
            fprintf(stderr, "%s cannot be read\n", argv[i]);
            return 1;
        }
    }
    return 0;
}
