/* json_number.c - the grammar of numbers in JSON. */
#include "base/json_number.h"

static size_t digits(pc_str v, size_t at)
{
    size_t n = 0;

    while (at + n < v.n && v.p[at + n] >= '0' && v.p[at + n] <= '9')
        n++;
    return n;
}

bool is_json_number(pc_str v)
{
    size_t at = v.n != 0 && v.p[0] == '-', n = digits(v, at);

    if (n == 0 || (n > 1 && v.p[at] == '0'))
        return false;
    at += n;
    if (at < v.n && v.p[at] == '.') {
        n = digits(v, ++at);
        if (n == 0)
            return false;
        at += n;
    }
    if (at < v.n && (v.p[at] == 'e' || v.p[at] == 'E')) {
        at++;
        if (at < v.n && (v.p[at] == '+' || v.p[at] == '-'))
            at++;
        n = digits(v, at);
        if (n == 0)
            return false;
        at += n;
    }
    return at == v.n;
}
