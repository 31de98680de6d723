/* Walking and printing syntax trees, driven by ast.def. See ast.h. */
#include "kernel/lang/ast.h"

#include "graph/base/text.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

/* A node's fields lie one after another as ast.def lists them, so an offset follows from the kinds
 * of the fields before. */
typedef enum field_kind {
    FIELD_END,
    FIELD_NODE,
    FIELD_LIST,
    FIELD_NAME,
    FIELD_NAMES,
    FIELD_TEXT,
    FIELD_CONSTANT,
    FIELD_INT,
    FIELD_BINARY,
    FIELD_UNARY,
    FIELD_COMPARES,
    FIELD_BOOL,
    FIELD_CTX
} field_kind;

typedef struct field {
    const char *name;
    field_kind kind;
} field;

#define NODE(f) {#f, FIELD_NODE},
#define MAYBE(f) {#f, FIELD_NODE},
#define LIST(f) {#f, FIELD_LIST},
#define NAME(f) {#f, FIELD_NAME},
#define MAYBENAME(f) {#f, FIELD_NAME},
#define NAMES(f) {#f, FIELD_NAMES},
#define TEXT(f) {#f, FIELD_TEXT},
#define CONSTANT(f) {#f, FIELD_CONSTANT},
#define INT(f) {#f, FIELD_INT},
#define BINARY(f) {#f, FIELD_BINARY},
#define UNARY(f) {#f, FIELD_UNARY},
#define COMPARES(f) {#f, FIELD_COMPARES},
#define BOOL(f) {#f, FIELD_BOOL},
#define CTX(f) {#f, FIELD_CTX},
#define GB_NODE(id, member, name, fields, doc)                                                     \
    static const field fields_##member[] = {fields{NULL, FIELD_END}};
#include "kernel/lang/ast.def"
#undef GB_NODE

typedef struct node_row {
    const char *name;
    const field *fields;
    size_t size;
} node_row;

static const node_row rows[GB_NODE_COUNT] = {
#define GB_NODE(id, member, name, fields, doc)                                                     \
    {name, fields_##member, offsetof(gb_node, as) + sizeof(((gb_node *)0)->as.member)},
#include "kernel/lang/ast.def"
#undef GB_NODE
};

const char *gb_syntax_kind_name(gb_syntax_kind kind)
{
    return (unsigned)kind < GB_NODE_COUNT ? rows[kind].name : "?";
}

size_t gb_node_size(gb_syntax_kind kind)
{
    return rows[kind].size;
}

static size_t field_size(field_kind kind)
{
    switch (kind) {
    case FIELD_LIST:
    case FIELD_NAMES:
    case FIELD_TEXT:
    case FIELD_COMPARES: return sizeof(gb_node_list);
    case FIELD_INT:
    case FIELD_BINARY:
    case FIELD_UNARY:
    case FIELD_BOOL:
    case FIELD_CTX: return sizeof(int);
    default: return sizeof(void *);
    }
}

/* The field's place; `*offset` moves behind it. */
static const void *next_field(const gb_node *node, field_kind kind, size_t *offset)
{
    size_t size = field_size(kind), unit = size < sizeof(void *) ? size : sizeof(void *);
    size_t at = (*offset + unit - 1) / unit * unit;
    *offset = at + size;
    return (const char *)&node->as + at;
}

bool gb_node_each_child(const gb_node *node, gb_node_visit *visit, void *state)
{
    size_t offset = 0;
    for (const field *f = rows[node->kind].fields; f->kind != FIELD_END; f++) {
        const void *place = next_field(node, f->kind, &offset);
        if (f->kind == FIELD_NODE) {
            const gb_node *child = *(gb_node *const *)place;
            if (child && !visit(child, state)) return false;
        } else if (f->kind == FIELD_LIST) {
            const gb_node_list *list = place;
            for (size_t i = 0; i < list->count; i++)
                if (list->items[i] && !visit(list->items[i], state)) return false;
        }
    }
    return true;
}

/* --- printing as ast.dump(tree, indent=1) --------------------------------------------------- */

static const char *const binary_names[] = {
#define GB_BINARY(id, sign, node, method, reflected, inplace) node,
#include "kernel/lang/operator.def"
};
static const char *const unary_names[] = {
#define GB_UNARY(id, sign, node, method) node,
#include "kernel/lang/operator.def"
};
static const char *const compare_names[] = {
#define GB_COMPARE(id, sign, node, method, reflected, mask) node,
#include "kernel/lang/operator.def"
};
static const char *const bool_names[] = {"And", "Or"};
static const char *const context_names[] = {"Load", "Store", "Del"};

static void print_quoted(const char *text, size_t n, gb_buffer *out)
{
    bool single = memchr(text, '\'', n), twice = memchr(text, '"', n);
    char quote = single && !twice ? '"' : '\'';
    gb_buffer_char(out, quote);
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '\\' || c == quote)
            gb_buffer_format(out, "\\%c", c);
        else if (c == '\n' || c == '\t' || c == '\r')
            gb_buffer_text(out, c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\r");
        else if (c < 32 || c == 127)
            gb_buffer_format(out, "\\x%02x", c);
        else
            gb_buffer_char(out, (char)c);
    }
    gb_buffer_char(out, quote);
}

static void print_bytes(const gb_const *c, gb_buffer *out)
{
    gb_buffer_text(out, "b");
    bool single = memchr(c->as.text, '\'', c->size), twice = memchr(c->as.text, '"', c->size);
    char quote = single && !twice ? '"' : '\'';
    gb_buffer_char(out, quote);
    for (size_t i = 0; i < c->size; i++) {
        unsigned char b = (unsigned char)c->as.text[i];
        if (b >= 127)
            gb_buffer_format(out, "\\x%02x", b);
        else if (b == (unsigned char)quote || b < 32 || b == '\\')
            gb_buffer_format(out,
                             b == '\n'                 ? "\\n"
                             : b == '\t'               ? "\\t"
                             : b == '\r'               ? "\\r"
                             : b == '\\' || b == quote ? "\\%c"
                                                       : "\\x%02x",
                             b);
        else
            gb_buffer_char(out, (char)b);
    }
    gb_buffer_char(out, quote);
}

void gb_const_print(const gb_const *c, gb_buffer *out)
{
    switch (c->kind) {
    case GB_CONST_NONE: gb_buffer_text(out, "None"); break;
    case GB_CONST_FALSE: gb_buffer_text(out, "False"); break;
    case GB_CONST_TRUE: gb_buffer_text(out, "True"); break;
    case GB_CONST_ELLIPSIS: gb_buffer_text(out, "Ellipsis"); break;
    case GB_CONST_INT: gb_buffer_format(out, "%" PRId64, c->as.integer); break;
    case GB_CONST_BIGINT:
        if (c->as.text[0] == '-') gb_buffer_char(out, '-');
        gb_buffer_format(out, "0x%s", c->as.text + (c->as.text[0] == '-'));
        break;
    case GB_CONST_FLOAT: gb_buffer_double(out, c->as.real); break;
    case GB_CONST_IMAGINARY:
        if (c->as.real == (double)(int64_t)c->as.real && c->as.real < 1e16)
            gb_buffer_format(out, "%.0f", c->as.real);
        else
            gb_buffer_double(out, c->as.real);
        gb_buffer_char(out, 'j');
        break;
    case GB_CONST_STR: print_quoted(c->as.text, c->size, out); break;
    case GB_CONST_BYTES: print_bytes(c, out); break;
    case GB_CONST_TUPLE:
    case GB_CONST_FROZENSET:
        gb_buffer_text(out, c->kind == GB_CONST_TUPLE ? "(" : "frozenset({");
        for (uint32_t i = 0; i < c->size; i++) {
            if (i) gb_buffer_text(out, ", ");
            gb_const_print(c->as.items[i], out);
        }
        if (c->size == 1 && c->kind == GB_CONST_TUPLE) gb_buffer_char(out, ',');
        gb_buffer_text(out, c->kind == GB_CONST_TUPLE ? ")" : "})");
        break;
    }
}

typedef struct printer {
    gb_buffer *out;
    size_t level;
} printer;

static void print_node(printer *pr, const gb_node *node);

static void new_line(printer *pr)
{
    gb_buffer_char(pr->out, '\n');
    gb_buffer_repeat(pr->out, ' ', pr->level);
}

static void print_list(printer *pr, const gb_node_list *list)
{
    if (!list->count) {
        gb_buffer_text(pr->out, "[]");
        return;
    }
    gb_buffer_char(pr->out, '[');
    pr->level++;
    for (size_t i = 0; i < list->count; i++) {
        if (i) gb_buffer_char(pr->out, ',');
        new_line(pr);
        if (list->items[i])
            print_node(pr, list->items[i]);
        else
            gb_buffer_text(pr->out, "None");
    }
    pr->level--;
    gb_buffer_char(pr->out, ']');
}

static void print_names(printer *pr, const gb_names *names)
{
    gb_buffer_char(pr->out, '[');
    pr->level++;
    for (size_t i = 0; i < names->count; i++) {
        if (i) gb_buffer_char(pr->out, ',');
        new_line(pr);
        print_quoted(names->items[i], strlen(names->items[i]), pr->out);
    }
    pr->level--;
    gb_buffer_char(pr->out, ']');
}

static void print_compares(printer *pr, const gb_compares *ops)
{
    gb_buffer_char(pr->out, '[');
    pr->level++;
    for (size_t i = 0; i < ops->count; i++) {
        if (i) gb_buffer_char(pr->out, ',');
        new_line(pr);
        gb_buffer_format(pr->out, "%s()", compare_names[ops->items[i]]);
    }
    pr->level--;
    gb_buffer_char(pr->out, ']');
}

static void print_field(printer *pr, field_kind kind, const void *place)
{
    int number = field_size(kind) == sizeof(int) ? *(const int *)place : 0;
    switch (kind) {
    case FIELD_NODE: print_node(pr, *(gb_node *const *)place); break;
    case FIELD_LIST: print_list(pr, place); break;
    case FIELD_NAMES: print_names(pr, place); break;
    case FIELD_COMPARES: print_compares(pr, place); break;
    case FIELD_NAME:
        print_quoted(*(const char *const *)place, strlen(*(const char *const *)place), pr->out);
        break;
    case FIELD_TEXT: {
        const gb_text *text = place;
        print_quoted(text->text, text->size, pr->out);
        break;
    }
    case FIELD_CONSTANT: gb_const_print(*(const gb_const *const *)place, pr->out); break;
    case FIELD_INT: gb_buffer_format(pr->out, "%d", number); break;
    case FIELD_BINARY: gb_buffer_format(pr->out, "%s()", binary_names[number]); break;
    case FIELD_UNARY: gb_buffer_format(pr->out, "%s()", unary_names[number]); break;
    case FIELD_BOOL: gb_buffer_format(pr->out, "%s()", bool_names[number]); break;
    case FIELD_CTX: gb_buffer_format(pr->out, "%s()", context_names[number]); break;
    case FIELD_END: break;
    }
}

/* Python leaves out what is None, and prints the `u` prefix of a string as kind='u'. */
static bool is_absent(const gb_node *node, const field *f, const void *place)
{
    if (f->kind == FIELD_NODE || f->kind == FIELD_NAME) return !*(void *const *)place;
    if (f->kind == FIELD_TEXT) return !((const gb_text *)place)->text;
    return node->kind == GB_NODE_CONSTANT && f->kind == FIELD_INT;
}

static void print_node(printer *pr, const gb_node *node)
{
    size_t offset = 0, printed = 0;
    gb_buffer_format(pr->out, "%s(", rows[node->kind].name);
    pr->level++;
    for (const field *f = rows[node->kind].fields; f->kind != FIELD_END; f++) {
        const void *place = next_field(node, f->kind, &offset);
        if (is_absent(node, f, place)) continue;
        if (printed++) gb_buffer_char(pr->out, ',');
        new_line(pr);
        gb_buffer_format(pr->out, "%s=", f->name);
        print_field(pr, f->kind, place);
    }
    if (node->kind == GB_NODE_CONSTANT && node->as.constant.u_prefix) {
        gb_buffer_char(pr->out, ',');
        new_line(pr);
        gb_buffer_text(pr->out, "kind='u'");
    }
    pr->level--;
    gb_buffer_char(pr->out, ')');
}

void gb_ast_print(const gb_node *node, gb_buffer *out)
{
    print_node(&(printer){out, 0}, node);
    gb_buffer_char(out, '\n');
}
