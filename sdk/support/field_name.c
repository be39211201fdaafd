/* field_name.c - the keys that users name in settings. */
#include "paperconv/fields.h"

#include "paperconv/spelling.h"

static const char *key_at(size_t i, const void *none)
{
    static const char *const keys[] = {
#define KEY(list, key, ...) key,
        PC_FIELDS(KEY)
#undef KEY
#define KEY(list, parent, key, ...) key,
            PC_QUALIFIERS(KEY)
#undef KEY
                NULL
    };

    (void)none;
    return keys[i];
}

static bool is_as_printed(pc_str name)
{
    static const char suffix[] = "_as_printed";

    return pc_ends(name, suffix) &&
           pc_list_of(pc_sub(name.p, name.n - (sizeof suffix - 1))) != PC_LIST_OTHERS;
}

int pc_field_named(pc_str name, pc_str *key, pc_stage *stage, const char *option)
{
    const char *nearest;

    *key = name;
    if (name.n > 2 && name.p[0] == '"' && name.p[name.n - 1] == '"') {
        *key = pc_sub(name.p + 1, name.n - 2);
        return PC_OK;
    }
    if (name.n == 0)
        return pc_fatal(stage, name, "bad-option", "%s: here the name of a field must stand",
                        option);
    if (pc_list_of(name) != PC_LIST_OTHERS || memchr(name.p, ':', name.n) != NULL ||
        is_as_printed(name))
        return PC_OK;
    nearest = pc_nearest_name(name, key_at, NULL);
    if (nearest != NULL)
        return pc_fatal(stage, name, "bad-option",
                        "%s: '%.*s' is no field of a record; the nearest is %s", option,
                        PC_FMT(name), nearest);
    return pc_fatal(stage, name, "bad-option",
                    "%s: '%.*s' is no field of a record; a custom field stands in quotes: "
                    "\"%.*s\"",
                    option, PC_FMT(name), PC_FMT(name));
}
