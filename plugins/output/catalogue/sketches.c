/* sketches.c - sketches as bytes. */
#include "sketches.h"

size_t sketch_take(pc_str *bytes, uint32_t sketch[PC_MATCH_SKETCH])
{
    const unsigned char *p = (const unsigned char *)bytes->p;
    size_t length = bytes->n < 4 ? 0 : p[3]; /* it begins with its length, in the upper 8 bits */

    if (length > PC_MATCH_SKETCH || length * 4 > bytes->n)
        length = 0;
    for (size_t i = 0; i < length; i++, p += 4)
        sketch[i] =
            (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
    *bytes = pc_drop(*bytes, length * 4);
    return length;
}

static bool is_among(pc_str sketches, const uint32_t *sketch, size_t length)
{
    uint32_t other[PC_MATCH_SKETCH];
    size_t n;

    while ((n = sketch_take(&sketches, other)) != 0)
        if (n == length && memcmp(other, sketch, n * sizeof *sketch) == 0)
            return true;
    return false;
}

void sketch_add(pc_text *sketches, const uint32_t *sketch, size_t length)
{
    if (is_among(pc_text_str(sketches), sketch, length))
        return;
    for (size_t i = 0; i < length; i++)
        for (unsigned shift = 0; shift < 32; shift += 8)
            pc_text_putc(sketches, (char)(sketch[i] >> shift & 0xff));
}
