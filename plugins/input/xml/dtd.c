/* dtd.c - what the DOCTYPE of a document may declare. */
#include "dtd.h"

#include <expat.h>

struct reading {
    XML_Parser parser;
    const char *reason; /* why the document is refused; NULL: it is not */
    char name[64];      /* of the entity that is the reason */
};

/* True when VALUE has a reference to another entity: & but for &#38;. */
static bool has_reference(pc_str value)
{
    for (size_t i = 0; i + 1 < value.n; i++) {
        if (value.p[i] == '&' && value.p[i + 1] != '#')
            return true;
    }
    return false;
}

static void XMLCALL read_entity(void *data, const XML_Char *name, int is_parameter,
                                const XML_Char *value, int length, const XML_Char *base,
                                const XML_Char *system, const XML_Char *public_id,
                                const XML_Char *notation)
{
    struct reading *reading = data;

    (void)is_parameter, (void)base, (void)system, (void)public_id, (void)notation;
    if (reading->reason != NULL)
        return;
    if (value == NULL)
        reading->reason = "is a file outside of the document";
    else if (has_reference(pc_sub(value, (size_t)length)))
        reading->reason = "is made of other entities";
    if (reading->reason == NULL)
        return;
    snprintf(reading->name, sizeof reading->name, "%s", name);
    XML_StopParser(reading->parser, XML_FALSE);
}

bool dtd_is_harmless(pc_source *source, pc_str doctype)
{
    struct reading reading = { XML_ParserCreate("UTF-8"), NULL, "" };
    enum XML_Error error = XML_ERROR_NO_MEMORY;

    if (reading.parser != NULL) {
        XML_SetUserData(reading.parser, &reading);
        XML_SetEntityDeclHandler(reading.parser, read_entity);
        if (XML_Parse(reading.parser, doctype.p, (int)doctype.n, XML_FALSE) == XML_STATUS_OK)
            error = XML_ERROR_NONE;
        else
            error = XML_GetErrorCode(reading.parser);
        XML_ParserFree(reading.parser);
    }
    if (reading.reason != NULL) {
        pc_fatal(source, doctype, "entity-refused",
                 "the document declares the entity '%s', which %s; such documents are not read",
                 reading.name, reading.reason);
        return false;
    }
    if (error != XML_ERROR_NONE)
        pc_warn(source, doctype, "dtd-syntax", "the DOCTYPE is passed over: %s",
                XML_ErrorString(error));
    return true;
}
