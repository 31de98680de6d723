/* The text form, read. A hand-written scanner over one line after another; every node goes through
 * gb_graph_append, so what comes out is a checked graph. */
#include "graph/base/memory.h"
#include "graph/ir/internal.h"

#include <stdlib.h>
#include <string.h>

typedef struct parser {
    const char *text, *at, *end;
    uint32_t source;
    gb_graph *graph;
    gb_arena arena; /* arguments of the line being read */
    gb_error *err;
} parser;

static gb_span here(const parser *p)
{
    uint32_t at = (uint32_t)(p->at - p->text);
    return (gb_span){p->source, at, p->at < p->end ? at + 1 : at};
}

static bool wrong(parser *p, const char *wanted)
{
    return gb_fail_at(p->err, GB_ERR_SYNTAX, here(p), "graph text: %s expected", wanted);
}

static void blanks(parser *p)
{
    while (p->at < p->end && (*p->at == ' ' || *p->at == '\t'))
        p->at++;
}

static bool peek(parser *p, const char *word)
{
    blanks(p);
    size_t n = strlen(word);
    return (size_t)(p->end - p->at) >= n && memcmp(p->at, word, n) == 0;
}

static bool accept(parser *p, const char *word)
{
    if (!peek(p, word)) return false;
    p->at += strlen(word);
    return true;
}

static bool expect(parser *p, const char *word)
{
    return accept(p, word) || wrong(p, word);
}

/* A run of characters that end no word; false when there is none. */
static bool word(parser *p, const char **start, size_t *n)
{
    blanks(p);
    *start = p->at;
    while (p->at < p->end && !strchr(" \t\n()[]<>,:\"=", *p->at) && *p->at)
        p->at++;
    *n = (size_t)(p->at - *start);
    return *n > 0;
}

static bool integer(parser *p, int64_t *out)
{
    const char *start;
    size_t n;
    char digits[32];
    if (!word(p, &start, &n) || n >= sizeof digits) return wrong(p, "a whole number");
    memcpy(digits, start, n);
    digits[n] = 0;
    char *rest;
    *out = strtoll(digits, &rest, 10);
    return *rest == 0 || wrong(p, "a whole number");
}

static bool small(parser *p, int32_t *out)
{
    int64_t x;
    if (!integer(p, &x)) return false;
    if (x < 0 || x > INT32_MAX) return wrong(p, "a number from 0");
    *out = (int32_t)x;
    return true;
}

/* "…" with \" \\ \n \xHH. In the line's arena. */
static bool quoted(parser *p, const char **out, size_t *n)
{
    if (!expect(p, "\"")) return false;
    char *text = gb_arena_alloc(&p->arena, (size_t)(p->end - p->at) + 1, p->err);
    if (!text) return false;
    size_t used = 0;
    for (; p->at < p->end && *p->at != '"' && *p->at != '\n'; p->at++) {
        char c = *p->at;
        if (c == '\\' && p->end - p->at > 1) {
            c = *++p->at;
            if (c == 'n') c = '\n';
            if (c == 'x' && p->end - p->at > 2) {
                c = (char)strtol((char[]){p->at[1], p->at[2], 0}, NULL, 16);
                p->at += 2;
            }
        }
        text[used++] = c;
    }
    *out = text;
    *n = used;
    return expect(p, "\"");
}

/* ----------------------------------------------------------------------------------- arguments */

static bool argument(parser *p, gb_arg *out, int depth);

/* Items up to `close`, which is consumed. */
static bool items(parser *p, const char *close, gb_arg *list, int depth)
{
    size_t capacity = 0;
    gb_arg *found = NULL;
    uint32_t n = 0;
    bool ok = true;
    while (ok && !accept(p, close)) {
        if (n && !expect(p, ",")) ok = false;
        ok = ok && gb_grow(&found, &capacity, (size_t)n + 1, sizeof *found, p->err) &&
             argument(p, &found[n], depth + 1);
        n += ok;
    }
    if (ok) list->as.items = gb_arena_copy(&p->arena, found, n * sizeof *found, p->err);
    if (!ok || !list->as.items) {
        for (uint32_t i = 0; i < n; i++)
            gb_arena_arg_drop(&found[i]);
        n = 0;
        ok = false;
    }
    list->count = n;
    gb_free(found);
    return ok;
}

static bool shape(parser *p, gb_dtype *dtype, int64_t *sizes, size_t *dim)
{
    const char *start;
    size_t n;
    char name[32];
    if (!word(p, &start, &n) || n >= sizeof name) return wrong(p, "a dtype");
    memcpy(name, start, n);
    name[n] = 0;
    *dtype = gb_dtype_find(name);
    if (*dtype == GB_DTYPE_NONE) return wrong(p, "a dtype");
    if (!expect(p, "[")) return false;
    for (*dim = 0; !accept(p, "]"); ++*dim) {
        if (*dim >= 8) return wrong(p, "at most 8 dimensions");
        if (*dim && !expect(p, ",")) return false;
        if (!integer(p, &sizes[*dim])) return false;
        if (sizes[*dim] < 0 || sizes[*dim] > (int64_t)1 << 40) return wrong(p, "a size");
    }
    return true;
}

static bool numbers(parser *p, int64_t count, gb_arg *list)
{
    list->as.items = gb_arena_array(&p->arena, (size_t)count + 1, sizeof(gb_arg), p->err);
    if (!list->as.items || !expect(p, "[")) return false;
    for (int64_t i = 0; i < count; i++) {
        if (i && !expect(p, ",")) return false;
        gb_arg *x = &list->as.items[i];
        if (!argument(p, x, GB_GRAPH_MAX_ARG_DEPTH)) return false;
        if (x->kind != GB_ARG_FLOAT && x->kind != GB_ARG_INT) {
            gb_arena_arg_drop(x);
            return wrong(p, "a number");
        }
        list->count++;
    }
    return expect(p, "]");
}

/* After "tensor": dtype[sizes] [numbers]. */
static bool tensor(parser *p, gb_arg *out)
{
    gb_dtype dtype;
    int64_t sizes[8], count = 1;
    size_t dim;
    if (!shape(p, &dtype, sizes, &dim)) return false;
    for (size_t i = 0; i < dim && count <= GB_GRAPH_TEXT_ELEMENTS; i++)
        count *= sizes[i];
    if (count > GB_GRAPH_TEXT_ELEMENTS) return wrong(p, "a smaller tensor");
    gb_arg list = gb_arg_list(NULL, 0), view[2], dims[8];
    if (!numbers(p, count, &list)) return false;
    gb_tensor_options options = gb_tensor_options_default();
    options.dtype = dtype;
    gb_tensor *flat = gb_tensor_from_arg(&list, &options, p->err);
    if (!flat) return false;
    view[0] = gb_arg_tensor(flat);
    view[1] = gb_arg_ints(sizes, dim, dims);
    *out = gb_arg_tensor(gb_overload_tensor_name("aten::reshape", view, 2, p->err));
    gb_tensor_unref(flat);
    return out->kind == GB_ARG_TENSOR;
}

static bool number(parser *p, gb_arg *out)
{
    const char *start;
    size_t n;
    char digits[64];
    if (!word(p, &start, &n) || n >= sizeof digits) return wrong(p, "a value");
    memcpy(digits, start, n);
    digits[n] = 0;
    char *rest;
    if (!strpbrk(digits, ".einE")) {
        *out = gb_arg_int(strtoll(digits, &rest, 10));
    } else {
        *out = gb_arg_float(strtod(digits, &rest));
    }
    return *rest == 0 || wrong(p, "a value");
}

static bool complex_number(parser *p, gb_arg *out)
{
    gb_arg re, im;
    if (!number(p, &re) || !expect(p, ",") || !number(p, &im) || !expect(p, ")")) return false;
    double x = re.kind == GB_ARG_INT ? (double)re.as.integer : re.as.real;
    double y = im.kind == GB_ARG_INT ? (double)im.as.integer : im.as.real;
    *out = gb_arg_complex(x, y);
    return true;
}

static bool named(parser *p, gb_arg *out, bool device)
{
    const char *start;
    size_t n;
    char name[32];
    blanks(p);
    start = p->at;
    while (p->at < p->end && !strchr(" \t\n(),]>", *p->at))
        p->at++;
    n = (size_t)(p->at - start);
    if (n == 0 || n >= sizeof name) return wrong(p, "a name");
    memcpy(name, start, n);
    name[n] = 0;
    if (device) {
        gb_device d = GB_DEVICE_DEFAULT;
        if (!gb_device_parse(name, &d, p->err)) return false;
        *out = gb_arg_device(d);
        return true;
    }
    *out = gb_arg_dtype(gb_dtype_find(name));
    return out->as.dtype != GB_DTYPE_NONE || wrong(p, "a dtype");
}

static bool text(parser *p, gb_arg *out)
{
    const char *start;
    size_t n;
    if (!quoted(p, &start, &n)) return false;
    *out = (gb_arg){.kind = GB_ARG_TEXT, .count = (uint32_t)n, .as.text = start};
    return true;
}

static bool bracketed(parser *p, gb_arg *out, int depth)
{
    if (depth >= GB_GRAPH_MAX_ARG_DEPTH) return wrong(p, "less nesting");
    *out = gb_arg_list(NULL, 0);
    if (accept(p, "slice(")) {
        out->kind = GB_ARG_SLICE;
        if (!items(p, ")", out, depth)) return false;
        if (out->count == 3) return true;
        gb_arena_arg_drop(out);
        return wrong(p, "three parts of a slice");
    }
    if (accept(p, "[")) return items(p, "]", out, depth);
    out->tuple = true;
    return expect(p, "<") && items(p, ">", out, depth);
}

static bool argument(parser *p, gb_arg *out, int depth)
{
    *out = gb_arg_none();
    if (peek(p, "[") || peek(p, "<") || peek(p, "slice(")) return bracketed(p, out, depth);
    if (accept(p, "%")) {
        *out = gb_arg_node(0);
        return small(p, &out->as.node);
    }
    if (peek(p, "\"")) return text(p, out);
    if (accept(p, "none")) return true;
    if (accept(p, "...")) {
        out->kind = GB_ARG_ELLIPSIS;
        return true;
    }
    if (accept(p, "true")) return *out = gb_arg_bool(true), true;
    if (accept(p, "false")) return *out = gb_arg_bool(false), true;
    if (accept(p, "tensor ")) return tensor(p, out);
    if (accept(p, "device ")) return named(p, out, true);
    if (accept(p, "torch.")) return named(p, out, false);
    if (accept(p, "complex(")) return complex_number(p, out);
    return number(p, out);
}

/* --------------------------------------------------------------------------------------- lines */

static bool ids(parser *p, gb_token_row *row)
{
    gb_arg list = gb_arg_list(NULL, 0);
    if (!items(p, "]", &list, 1)) return false;
    int64_t *out = gb_arena_array(&p->arena, (size_t)list.count + 1, sizeof *out, p->err);
    bool ok = out != NULL;
    for (uint32_t i = 0; ok && i < list.count; i++) {
        ok = list.as.items[i].kind == GB_ARG_INT || wrong(p, "token ids");
        if (ok) out[i] = list.as.items[i].as.integer;
    }
    *row = (gb_token_row){out, list.count};
    gb_arena_arg_drop(&list);
    return ok;
}

typedef struct invoke_parts {
    gb_token_row *rows;
    gb_input *inputs;
    size_t row_capacity, input_capacity;
} invoke_parts;

static bool invoke_input(parser *p, gb_invoke *invoke, invoke_parts *parts)
{
    size_t n;
    if (!gb_grow(&parts->inputs, &parts->input_capacity, (size_t)invoke->input_count + 1,
                 sizeof *parts->inputs, p->err))
        return false;
    gb_input *input = &parts->inputs[invoke->input_count];
    if (!quoted(p, &input->name, &n) || !argument(p, &input->value, 0)) return false;
    invoke->input_count++;
    return true;
}

static bool invoke_line(parser *p)
{
    gb_invoke invoke = {.span = here(p)};
    invoke_parts parts = {0};
    int32_t index = -1;
    bool ok = small(p, &index) && expect(p, ":") &&
              (index == p->graph->invoke_count || wrong(p, "invokes in order"));
    invoke.all = ok && accept(p, "all");
    while (ok && (peek(p, "[") || peek(p, "input "))) {
        if (accept(p, "input ")) {
            ok = invoke_input(p, &invoke, &parts);
            continue;
        }
        ok = accept(p, "[") &&
             gb_grow(&parts.rows, &parts.row_capacity, (size_t)invoke.row_count + 1,
                     sizeof *parts.rows, p->err) &&
             ids(p, &parts.rows[invoke.row_count]);
        invoke.row_count += ok;
    }
    invoke.rows = parts.rows;
    invoke.inputs = parts.inputs;
    ok = ok && gb_graph_add_invoke(p->graph, &invoke, p->err) >= 0;
    for (int32_t i = 0; i < invoke.input_count; i++)
        gb_arena_arg_drop(&parts.inputs[i].value);
    gb_free(parts.rows);
    gb_free(parts.inputs);
    return ok;
}

static bool site(parser *p, gb_node *node)
{
    const char *start;
    size_t n;
    if (!word(p, &start, &n)) return wrong(p, "a site");
    const char *sharp = memchr(start, '#', n);
    if (!sharp) return wrong(p, "path#leaf");
    size_t np = (size_t)(sharp - start);
    char *path = gb_arena_strndup(&p->arena, start, np, p->err);
    char *leaf = gb_arena_strndup(&p->arena, sharp + 1, n - np - 1, p->err);
    if (!path || !leaf) return false;
    node->site = gb_graph_add_site(p->graph, path, leaf, p->err);
    return node->site >= 0;
}

/* `@i`, `step k`, `after v`, `in_place`, `skip`, in any order. */
static bool place(parser *p, gb_node *node)
{
    for (;;) {
        bool ok = true;
        if (accept(p, "@"))
            ok = small(p, &node->invoke);
        else if (accept(p, "step "))
            ok = small(p, &node->step);
        else if (accept(p, "after "))
            ok = small(p, &node->version);
        else if (accept(p, "in_place"))
            node->mode = GB_WRITE_IN_PLACE;
        else if (accept(p, "skip"))
            node->mode = GB_WRITE_SKIP;
        else
            return true;
        if (!ok) return false;
    }
}

static bool operator_name(parser *p, gb_node *node)
{
    blanks(p);
    const char *start = p->at;
    while (p->at < p->end && *p->at != ' ' && *p->at != '(' && *p->at != '\n')
        p->at++;
    char *name = gb_arena_strndup(&p->arena, start, (size_t)(p->at - start), p->err);
    if (!name) return false;
    node->overload = gb_overload_find(name, p->err);
    return node->overload != NULL;
}

static bool head(parser *p, gb_node *node)
{
    const char *start;
    size_t n;
    if (!word(p, &start, &n)) return wrong(p, "a kind of node");
    node->kind = gb_node_kind_find(start, n);
    switch (node->kind) {
    case GB_NODE_COUNT: return wrong(p, "a kind of node");
    case GB_NODE_OP: return operator_name(p, node);
    case GB_NODE_ITEM: return small(p, &node->index);
    case GB_NODE_SAVE: return !peek(p, "\"") || quoted(p, &node->name, &n);
    case GB_NODE_READ:
    case GB_NODE_WRITE:
    case GB_NODE_CALL: return site(p, node) && place(p, node);
    default: return place(p, node);
    }
}

static bool meta(parser *p, gb_node *node)
{
    gb_dtype dtype;
    int64_t sizes[8];
    size_t dim;
    if (!accept(p, ":")) return true;
    if (!shape(p, &dtype, sizes, &dim)) return false;
    gb_tensor *t = gb_tensor_meta(dtype, sizes, dim, p->err);
    node->form = gb_arg_tensor(t);
    return t != NULL;
}

static bool node_line(parser *p)
{
    gb_node node = {.invoke = GB_NO_INVOKE, .site = -1, .span = here(p)};
    gb_arg args = gb_arg_list(NULL, 0);
    int32_t id = -1;
    bool ok = small(p, &id) && expect(p, "=") && head(p, &node);
    ok = ok && (!accept(p, "(") || items(p, ")", &args, 0)) && meta(p, &node);
    node.args = args.as.items;
    node.arg_count = (int32_t)args.count;
    int32_t version = node.version;
    gb_node_id got = ok ? gb_graph_append(p->graph, &node, p->err) : GB_NO_NODE;
    gb_arena_arg_drop(&args);
    gb_arg_release(&node.form);
    if (got == GB_NO_NODE) return false;
    if (got != id) return wrong(p, "a node that is new, numbered in order");
    return p->graph->nodes[got].version == version || wrong(p, "the number of writes before");
}

static bool line(parser *p)
{
    blanks(p);
    bool ok = true;
    if (accept(p, "invoke "))
        ok = invoke_line(p);
    else if (accept(p, "%"))
        ok = node_line(p);
    blanks(p);
    if (ok && accept(p, ";"))
        while (p->at < p->end && *p->at != '\n')
            p->at++;
    gb_arena_release(&p->arena);
    p->arena = (gb_arena)GB_ARENA_INIT;
    if (ok && p->at < p->end && *p->at != '\n') ok = wrong(p, "the end of the line");
    if (p->at < p->end) p->at++;
    return ok;
}

gb_graph *gb_graph_parse(const char *source_text, size_t n, uint32_t source, gb_error *err)
{
    parser p = {source_text, source_text, source_text + n, source, NULL, GB_ARENA_INIT, err};
    if (n > UINT32_MAX) {
        (void)gb_fail(err, GB_ERR_VALUE, "a graph's text of more than 4 GB");
        return NULL;
    }
    p.graph = gb_graph_new(err);
    while (p.graph && p.at < p.end)
        if (!line(&p)) {
            gb_graph_free(p.graph);
            return NULL;
        }
    return p.graph;
}
