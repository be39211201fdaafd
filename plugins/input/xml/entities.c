/* entities.c - the entities that stand for a character without being declared. */
#include "entities.h"

#include <stdlib.h>
#include <string.h>

struct entity {
    const char *name;
    uint32_t rune;
};

#include "entity_table.h"

static int compare_entities(const void *name, const void *entity)
{
    return strcmp(name, ((const struct entity *)entity)->name);
}

uint32_t entity_rune(const char *name)
{
    const struct entity *found = bsearch(name, entities, sizeof entities / sizeof entities[0],
                                         sizeof entities[0], compare_entities);

    return found != NULL ? found->rune : 0;
}
