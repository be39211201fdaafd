/* part.c - the parts of a file. */
#include "part.h"

const char *file_head_fault(pc_str head)
{
    const unsigned char *p = (const unsigned char *)head.p;

    if (!pc_catalogue_recognise(head))
        return WHY_NOT;
    if (head.n < FILE_HEAD)
        return WHY_CUT;
    if (get_32(p + MAGIC_SIZE + 4) != checksum(0, p, MAGIC_SIZE + 4))
        return WHY_DAMAGED;
    return get_32(p + MAGIC_SIZE) == FORMAT_VERSION ? NULL : WHY_NEWER;
}

bool pc_catalogue_recognise(pc_str head)
{
    return head.n >= MAGIC_SIZE && memcmp(head.p, CATALOGUE_MAGIC, MAGIC_SIZE) == 0;
}

const char *part_read(pc_str bytes, uint32_t *kind, pc_str *body)
{
    const unsigned char *p = (const unsigned char *)bytes.p;
    size_t size;

    if (bytes.n < PART_HEAD)
        return WHY_WRONG;
    size = part_size(bytes.p);
    if (size > PART_LARGEST || size > bytes.n - PART_HEAD)
        return WHY_DAMAGED;
    if (get_32(p + 8) != checksum(checksum(0, p, 8), p + PART_HEAD, size))
        return WHY_DAMAGED;
    *kind = get_32(p);
    *body = pc_sub(bytes.p + PART_HEAD, size);
    return NULL;
}

static bool read_string(pc_str *body, pc_str *string)
{
    size_t size;

    if (body->n < 4)
        return false;
    size = get_32((const unsigned char *)body->p);
    *body = pc_drop(*body, 4);
    if (size > body->n)
        return false;
    *string = pc_sub(body->p, size);
    *body = pc_drop(*body, size);
    return true;
}

bool about_read(pc_str body, pc_catalogue_about *about)
{
    if (body.n < 4)
        return false;
    about->rules = get_32((const unsigned char *)body.p);
    body = pc_drop(body, 4);
    return read_string(&body, &about->source) && read_string(&body, &about->date) &&
           read_string(&body, &about->abstracts) && read_string(&body, &about->program);
}
