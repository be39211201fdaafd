/* tree.c - reads one record into a flat list of its elements, with expat.
 *
 * One parser reads record after record, each as a child of the element of PROLOGUE.  It is reset
 * behind a fault, and now and then, because expat keeps every name that it has seen. */
#include "tree.h"

#include "entities.h"

static const char prologue[] = "<r>";

enum { RESET_AFTER = 1 << 20 }; /* bytes */

/* ---- names ------------------------------------------------------------------------- */

static uint8_t hash_of(pc_str name)
{
    const unsigned char first = (unsigned char)name.p[0], last = (unsigned char)name.p[name.n - 1];

    return (uint8_t)(first * 5U + last * 11U + name.n * 23U);
}

static void index_names(struct xml_tree *tree)
{
    for (size_t i = 1; i < tree->vocabulary->count; i++) {
        uint8_t slot = hash_of(tree->vocabulary->names[i]);

        while (tree->slots[slot] != 0)
            slot++;
        tree->slots[slot] = (uint8_t)i;
    }
}

/* The number of NAME, which may have a prefix; 0: it is not known. */
static uint8_t number_of_name(const struct xml_tree *tree, const XML_Char *qualified)
{
    const pc_str name = markup_local(pc_s(qualified));
    uint8_t slot, number;

    if (name.n == 0)
        return 0;
    for (slot = hash_of(name); (number = tree->slots[slot]) != 0; slot++) {
        if (pc_same(tree->vocabulary->names[number], name))
            break;
    }
    return number;
}

/* ---- nodes ------------------------------------------------------------------------- */

static struct xml_node *node_at(struct xml_tree *tree, size_t i)
{
    return (struct xml_node *)(void *)tree->list.p + i;
}

static void add_node(struct xml_tree *tree, uint8_t name, bool attribute)
{
    struct xml_node *node = (void *)pc_text_room(&tree->list, sizeof *node);

    *node = (struct xml_node){ .at = tree->text.n,
                               .name = name,
                               .depth = (uint8_t)(tree->depth - 1),
                               .attribute = attribute };
    tree->list.n += sizeof *node;
}

static void add_attributes(struct xml_tree *tree, const XML_Char **attributes)
{
    tree->depth++;
    for (; *attributes != NULL; attributes += 2) {
        const uint8_t name = number_of_name(tree, attributes[0]);

        if (name == 0)
            continue;
        add_node(tree, name, true);
        pc_text_puts(&tree->text, attributes[1]);
        node_at(tree, xml_count(tree) - 1)->n = strlen(attributes[1]);
    }
    tree->depth--;
}

static void put_tag(struct xml_tree *tree, uint8_t name, const char *start)
{
    if (name >= tree->vocabulary->silent_from)
        return;
    pc_text_puts(&tree->text, start);
    pc_text_add(&tree->text, tree->vocabulary->names[name]);
    pc_text_putc(&tree->text, '>');
    tree->has_markup = true;
}

static void leave_out(struct xml_tree *tree, const XML_Char *name)
{
    if (tree->left_out++ == 0)
        snprintf(tree->left_out_name, sizeof tree->left_out_name, "%s", name);
}

/* ---- what expat finds -------------------------------------------------------------- */

static void stop_parser(struct xml_tree *tree, const char *reason)
{
    tree->stopped = reason;
    XML_StopParser(tree->parser, XML_FALSE);
}

static void XMLCALL read_element(void *data, const XML_Char *element, const XML_Char **attributes)
{
    struct xml_tree *tree = data;
    const uint8_t name = number_of_name(tree, element);

    if (tree->depth == XML_DEEPEST) {
        stop_parser(tree, "elements are nested too deeply");
        return;
    }
    tree->open[tree->depth++] = SIZE_MAX;
    if (name == 0 && tree->depth == 2)
        leave_out(tree, element);
    if (name == 0)
        return;
    if (name >= tree->vocabulary->markup_from) {
        put_tag(tree, name, "<");
        return;
    }
    tree->open[tree->depth - 1] = xml_count(tree);
    add_node(tree, name, false);
    add_attributes(tree, attributes);
    node_at(tree, tree->open[tree->depth - 1])->at = tree->text.n;
}

static void XMLCALL end_element(void *data, const XML_Char *element)
{
    struct xml_tree *tree = data;
    size_t open;

    if (tree->depth == 0) { /* of PROLOGUE */
        stop_parser(tree, "mismatched tag");
        return;
    }
    open = tree->open[--tree->depth];
    if (open != SIZE_MAX) {
        struct xml_node *node = node_at(tree, open);

        node->n = tree->text.n - node->at;
    } else {
        const uint8_t name = number_of_name(tree, element);

        if (name != 0 && name >= tree->vocabulary->markup_from)
            put_tag(tree, name, "</");
    }
}

static void XMLCALL read_characters(void *data, const XML_Char *text, int n)
{
    struct xml_tree *tree = data;

    pc_text_add(&tree->text, pc_sub(text, (size_t)n));
}

/* An entity but for the five of XML: expat has no declaration of any. */
static void XMLCALL read_skipped_entity(void *data, const XML_Char *name, int is_parameter)
{
    struct xml_tree *tree = data;
    const uint32_t rune = is_parameter ? 0 : entity_rune(name);

    if (rune != 0) {
        pc_text_rune(&tree->text, rune);
        return;
    }
    if (tree->unknown++ == 0)
        tree->unknown_at = (size_t)((uint64_t)XML_GetCurrentByteIndex(tree->parser) - tree->start);
    pc_text_putc(&tree->text, '&');
    pc_text_puts(&tree->text, name);
    pc_text_putc(&tree->text, ';');
}

/* ---- the parser -------------------------------------------------------------------- */

static bool begin_parser(struct xml_tree *tree, bool latin1)
{
    const char *encoding = latin1 ? "ISO-8859-1" : "UTF-8";

    if (tree->parser == NULL)
        tree->parser = XML_ParserCreate(encoding);
    else
        XML_ParserReset(tree->parser, encoding);
    if (tree->parser == NULL)
        return false;
    tree->latin1 = latin1;
    XML_UseForeignDTD(tree->parser,
                      XML_TRUE); /* so that entities without declaration are skipped */
    if (XML_Parse(tree->parser, prologue, sizeof prologue - 1, XML_FALSE) != XML_STATUS_OK)
        return false;
    tree->fed = sizeof prologue - 1;
    XML_SetUserData(tree->parser, tree);
    XML_SetElementHandler(tree->parser, read_element, end_element);
    XML_SetCharacterDataHandler(tree->parser, read_characters);
    XML_SetSkippedEntityHandler(tree->parser, read_skipped_entity);
    return true;
}

/* What expat says about RECORD, which has a fault. */
static struct xml_fault fault_of(const struct xml_tree *tree, pc_str record)
{
    const enum XML_Error error = XML_GetErrorCode(tree->parser);
    const uint64_t at = (uint64_t)XML_GetCurrentByteIndex(tree->parser) - tree->start;
    struct xml_fault fault = { record, XML_ErrorString(error) };

    if (tree->stopped != NULL)
        fault.reason = tree->stopped;
    else if (error == XML_ERROR_NONE)
        fault.reason = "the record is not closed";
    if (at < record.n && error != XML_ERROR_NONE)
        fault.at = pc_sub(record.p + at, 1);
    return fault;
}

static void begin_record(struct xml_tree *tree)
{
    tree->text.n = tree->list.n = 0;
    tree->depth = 0;
    tree->has_markup = false;
    tree->stopped = NULL;
    tree->unknown = tree->left_out = 0;
    tree->start = tree->fed;
}

bool xml_tree_read(struct xml_tree *tree, const struct xml_vocabulary *vocabulary, pc_str record,
                   bool latin1, struct xml_fault *fault)
{
    enum XML_Status status;

    if (tree->vocabulary == NULL) {
        tree->vocabulary = vocabulary;
        index_names(tree);
    }
    *fault = (struct xml_fault){ record, "expat has no memory" };
    if ((tree->fed == 0 || tree->fed > RESET_AFTER || tree->latin1 != latin1) &&
        !begin_parser(tree, latin1))
        return false;
    begin_record(tree);
    status = record.n < INT32_MAX ? XML_Parse(tree->parser, record.p, (int)record.n, XML_FALSE)
                                  : XML_STATUS_ERROR;
    tree->fed += record.n;
    if (status == XML_STATUS_OK && tree->depth == 0 && xml_count(tree) != 0 &&
        (uint64_t)XML_GetCurrentByteIndex(tree->parser) == tree->fed)
        return true;
    *fault = fault_of(tree, record);
    tree->fed = 0;
    return false;
}

void xml_tree_free(struct xml_tree *tree)
{
    if (tree->parser != NULL)
        XML_ParserFree(tree->parser);
    pc_text_free(&tree->text);
    pc_text_free(&tree->list);
}

pc_str xml_attribute(const struct xml_tree *tree, size_t i, size_t name)
{
    const unsigned depth = xml_node(tree, i)->depth + 1U;

    for (i++; i < xml_count(tree) && xml_node(tree, i)->attribute; i++) {
        if (xml_node(tree, i)->name == name && xml_node(tree, i)->depth == depth)
            return xml_value(tree, i);
    }
    return pc_none();
}
