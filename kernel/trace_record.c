/* The last trace's graph as a diagram. See trace_record.h. */
#include "kernel/trace_record.h"

#include "display/diagram.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <string.h>

struct gb_trace_record {
    gb_arena arena; /* of all that the diagram points to */
    gb_diagram diagram;
    int32_t count; /* nodes of the graph; 0: there was no trace */
};

typedef struct builder {
    gb_trace_record *record;
    const gb_graph *graph;
    const gb_tree *tree; /* NULL: a user's own module */
    gb_diagram_node *nodes;
    int32_t earliest; /* rank of the first place that is written; INT32_MAX: none */
    gb_error err;
} builder;

gb_trace_record *gb_trace_record_new(gb_error *err)
{
    return gb_calloc(1, sizeof(gb_trace_record), err);
}

static void forget(gb_trace_record *record)
{
    gb_arena_release(&record->arena);
    *record = (gb_trace_record){0};
}

void gb_trace_record_free(gb_trace_record *record)
{
    if (!record) return;
    forget(record);
    gb_free(record);
}

/* --- one node ------------------------------------------------------------------------------------
 */

static const char *keep(builder *b, gb_buffer *text)
{
    const char *copy =
        text->data ? gb_arena_strndup(&b->record->arena, text->data, text->size, &b->err) : NULL;
    gb_buffer_release(text);
    return copy ? copy : "";
}

static gb_diagram_kind kind_of(const gb_node *node)
{
    static const gb_diagram_kind kinds[GB_NODE_COUNT] = {
        [GB_NODE_CONST] = GB_DIAGRAM_CONST,   [GB_NODE_OP] = GB_DIAGRAM_OP,
        [GB_NODE_ITEM] = GB_DIAGRAM_OP,       [GB_NODE_READ] = GB_DIAGRAM_READ,
        [GB_NODE_CALL] = GB_DIAGRAM_OP,       [GB_NODE_GRAD] = GB_DIAGRAM_GRAD,
        [GB_NODE_WRITE] = GB_DIAGRAM_WRITE,   [GB_NODE_SETGRAD] = GB_DIAGRAM_WRITE,
        [GB_NODE_BACKWARD] = GB_DIAGRAM_GRAD, [GB_NODE_PRINT] = GB_DIAGRAM_PRINT,
        [GB_NODE_SAVE] = GB_DIAGRAM_SAVE,
    };
    return kinds[node->kind];
}

static bool has_site(const gb_node *node)
{
    return node->kind == GB_NODE_READ || node->kind == GB_NODE_WRITE || node->kind == GB_NODE_CALL;
}

static void put_constant(const gb_arg *value, gb_buffer *text)
{
    switch (value->kind) {
    case GB_ARG_INT: gb_buffer_format(text, "%lld", (long long)value->as.integer); break;
    case GB_ARG_FLOAT: gb_buffer_double(text, value->as.real); break;
    case GB_ARG_BOOL: gb_buffer_text(text, value->as.boolean ? "True" : "False"); break;
    default: gb_buffer_text(text, "constant"); break;
    }
}

static const char *label_of(builder *b, const gb_node *node)
{
    gb_buffer text = GB_BUFFER_INIT;
    if (has_site(node)) {
        const gb_site *site = gb_graph_site(b->graph, node->site);
        gb_buffer_format(&text, "%s%s%s", site->path, *site->path ? "." : "", site->leaf);
        if (node->step) gb_buffer_format(&text, " step %d", node->step);
    } else if (node->kind == GB_NODE_OP) {
        gb_buffer_text(&text, gb_overload_name(node->overload));
    } else if (node->kind == GB_NODE_CONST) {
        put_constant(&node->args[0], &text);
    } else if (node->kind == GB_NODE_SAVE && node->name) {
        gb_buffer_text(&text, node->name);
    } else if (node->kind == GB_NODE_ITEM) {
        gb_buffer_format(&text, "[%d]", node->index);
    } else {
        gb_buffer_text(&text, gb_node_kind_name(node->kind));
    }
    return keep(b, &text);
}

static const char *shape_of(builder *b, const gb_node *node)
{
    gb_buffer text = GB_BUFFER_INIT;
    if (!node->meta) return NULL;
    gb_buffer_format(&text, "%s [", gb_dtype_name(gb_tensor_dtype(node->meta)));
    for (int64_t i = 0; i < gb_tensor_dim(node->meta); i++)
        gb_buffer_format(&text, "%s%lld", i ? ", " : "", (long long)gb_tensor_sizes(node->meta)[i]);
    gb_buffer_char(&text, ']');
    return keep(b, &text);
}

/* Modules are in the order in which they run, as good as it is known without the plan. */
static int32_t rank_of(const builder *b, const gb_node *node)
{
    if (!has_site(node) || !b->tree) return -1;
    const gb_site *site = gb_graph_site(b->graph, node->site);
    int32_t module = gb_tree_find(b->tree, site->path);
    if (module == 0 && strncmp(site->leaf, "output", 6) == 0) return b->tree->count;
    return module;
}

typedef struct input_list {
    int32_t *items;
    size_t count, capacity;
} input_list;

static bool add_input(void *context, gb_node_id id)
{
    input_list *list = context;
    if (list->count < list->capacity) list->items[list->count] = id;
    list->count++;
    return true;
}

static void set_inputs(builder *b, const gb_node *node, gb_diagram_node *out)
{
    input_list list = {0};
    gb_node_uses(node, add_input, &list);
    list.capacity = list.count;
    list.items = gb_arena_array(&b->record->arena, list.count + 1, sizeof *list.items, &b->err);
    if (!list.items) return;
    list.count = 0;
    gb_node_uses(node, add_input, &list);
    out->inputs = list.items;
    out->input_count = list.count;
}

/* An edit reaches what is read behind the first written place, and all that is computed from it. */
static bool is_affected(const builder *b, const gb_node *node, const gb_diagram_node *out)
{
    if (node->kind == GB_NODE_READ && out->rank > b->earliest) return true;
    for (size_t i = 0; i < out->input_count; i++)
        if (b->nodes[out->inputs[i]].affected) return true;
    return false;
}

static void fill_node(builder *b, int32_t i, bool failed)
{
    const gb_node *node = gb_graph_node(b->graph, i);
    gb_diagram_node *out = &b->nodes[i];
    *out = (gb_diagram_node){.kind = kind_of(node),
                             .label = label_of(b, node),
                             .shape = shape_of(b, node),
                             .rank = rank_of(b, node),
                             .bytes = node->meta ? gb_tensor_bytes(node->meta) : 0,
                             .milliseconds = -1,
                             .skipped = failed};
    set_inputs(b, node, out);
    out->affected = is_affected(b, node, out);
}

/* --- the whole -----------------------------------------------------------------------------------
 */

static void find_earliest(builder *b)
{
    b->earliest = INT32_MAX;
    for (int32_t i = 0; i < gb_graph_count(b->graph); i++) {
        const gb_node *node = gb_graph_node(b->graph, i);
        int32_t rank = node->kind == GB_NODE_WRITE ? rank_of(b, node) : INT32_MAX;
        if (rank < b->earliest) b->earliest = rank;
    }
}

void gb_trace_record_take(gb_trace_record *record, const gb_trace *trace)
{
    builder b = {.record = record, .graph = trace->graph};
    forget(record);
    record->count = gb_graph_count(trace->graph);
    if (!record->count || record->count > GB_RECORD_NODES) return;
    if (trace->model->model) b.tree = gb_model_tree(trace->model->model);
    b.nodes = gb_arena_array(&record->arena, (size_t)record->count, sizeof *b.nodes, &b.err);
    find_earliest(&b);
    for (int32_t i = 0; b.nodes && i < record->count; i++)
        fill_node(&b, i, trace->state == GB_TRACE_FAILED);
    if (b.err.cls) {
        forget(record);
        return;
    }
    record->diagram = (gb_diagram){.nodes = b.nodes, .count = (size_t)record->count};
}

bool gb_trace_record_show(const gb_trace_record *record, gb_bundle *out, gb_error *err)
{
    if (!record->count)
        return gb_fail(err, GB_ERR_VALUE,
                       "there was no trace yet: run a `with model.trace(...)` "
                       "block first");
    if (!record->diagram.count)
        return gb_fail(err, GB_ERR_VALUE, "the last graph has %d nodes; at most %d are drawn",
                       record->count, GB_RECORD_NODES);
    return gb_diagram_show(&record->diagram, out, err);
}
