/* The text form, written: one line an invoke and a node. parse.c reads it. */
#include "graph/base/text.h"
#include "graph/ir/internal.h"

#include <math.h>
#include <string.h>

static void put_text(gb_buffer *out, const char *text, size_t n)
{
    gb_buffer_char(out, '"');
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '"' || c == '\\')
            gb_buffer_format(out, "\\%c", c);
        else if (c == '\n')
            gb_buffer_text(out, "\\n");
        else if (c < 0x20 || c == 0x7f)
            gb_buffer_format(out, "\\x%02x", c);
        else
            gb_buffer_char(out, (char)c);
    }
    gb_buffer_char(out, '"');
}

static void put_shape(gb_buffer *out, const gb_tensor *t)
{
    gb_dtype dtype = gb_tensor_dtype(t);
    gb_buffer_format(out, "%s[", dtype == GB_DTYPE_NONE ? "?" : gb_dtype_name(dtype));
    for (int64_t i = 0; i < gb_tensor_dim(t); i++)
        gb_buffer_format(out, i ? ", %lld" : "%lld", (long long)gb_tensor_sizes(t)[i]);
    gb_buffer_char(out, ']');
}

/* tensor float32[2] [1.0, 2.0]; large ones without their data. */
static void put_tensor(gb_buffer *out, const gb_tensor *t)
{
    gb_buffer_text(out, "tensor ");
    put_shape(out, t);
    int64_t n = gb_tensor_numel(t);
    double values[GB_GRAPH_TEXT_ELEMENTS];
    gb_dtype dtype = gb_tensor_dtype(t);
    bool wide = dtype == GB_DTYPE_NONE || gb_dtype_kind_of(dtype) == GB_KIND_COMPLEX ||
                gb_tensor_is_meta(t);
    if (wide || n > GB_GRAPH_TEXT_ELEMENTS || !gb_tensor_read(t, 0, n, values, NULL)) {
        gb_buffer_text(out, " ...");
        return;
    }
    gb_buffer_text(out, " [");
    for (int64_t i = 0; i < n; i++) {
        if (i) gb_buffer_text(out, ", ");
        gb_buffer_double(out, values[i]);
    }
    gb_buffer_char(out, ']');
}

static void put_arg(gb_buffer *out, const gb_arg *arg);

static void put_items(gb_buffer *out, const gb_arg *arg, const char *open, const char *close)
{
    gb_buffer_text(out, open);
    for (uint32_t i = 0; i < arg->count; i++) {
        if (i) gb_buffer_text(out, ", ");
        put_arg(out, &arg->as.items[i]);
    }
    gb_buffer_text(out, close);
}

static void put_number(gb_buffer *out, const gb_arg *arg)
{
    switch (arg->kind) {
    case GB_ARG_INT: gb_buffer_format(out, "%lld", (long long)arg->as.integer); break;
    case GB_ARG_FLOAT: gb_buffer_double(out, arg->as.real); break;
    default:
        gb_buffer_text(out, "complex(");
        gb_buffer_double(out, arg->as.complex.re);
        gb_buffer_text(out, ", ");
        gb_buffer_double(out, arg->as.complex.im);
        gb_buffer_char(out, ')');
    }
}

/* Arguments never nest deeper than GB_GRAPH_MAX_ARG_DEPTH. */
static void put_arg(gb_buffer *out, const gb_arg *arg)
{
    switch (arg->kind) {
    case GB_ARG_BOOL: gb_buffer_text(out, arg->as.boolean ? "true" : "false"); break;
    case GB_ARG_INT:
    case GB_ARG_FLOAT:
    case GB_ARG_COMPLEX: put_number(out, arg); break;
    case GB_ARG_TEXT: put_text(out, arg->as.text, arg->count); break;
    case GB_ARG_DTYPE: gb_buffer_format(out, "torch.%s", gb_dtype_name(arg->as.dtype)); break;
    case GB_ARG_DEVICE:
        gb_buffer_text(out, "device ");
        gb_device_print(out, arg->as.device);
        break;
    case GB_ARG_TENSOR: put_tensor(out, arg->as.tensor); break;
    case GB_ARG_LIST: put_items(out, arg, arg->tuple ? "<" : "[", arg->tuple ? ">" : "]"); break;
    case GB_ARG_SLICE: put_items(out, arg, "slice(", ")"); break;
    case GB_ARG_NODE: gb_buffer_format(out, "%%%d", (int)arg->as.node); break;
    case GB_ARG_ELLIPSIS: gb_buffer_text(out, "..."); break;
    case GB_ARG_GENERATOR: gb_buffer_text(out, "generator"); break;
    default: gb_buffer_text(out, "none");
    }
}

static void put_invoke(gb_buffer *out, const gb_invoke *invoke, int32_t index)
{
    gb_buffer_format(out, "invoke %d:%s", (int)index, invoke->all ? " all" : "");
    for (int32_t r = 0; r < invoke->row_count; r++) {
        gb_buffer_text(out, " [");
        for (int64_t t = 0; t < invoke->rows[r].count; t++)
            gb_buffer_format(out, t ? ", %lld" : "%lld", (long long)invoke->rows[r].ids[t]);
        gb_buffer_char(out, ']');
    }
    for (int32_t i = 0; i < invoke->input_count; i++) {
        gb_buffer_text(out, " input ");
        put_text(out, invoke->inputs[i].name, strlen(invoke->inputs[i].name));
        gb_buffer_char(out, ' ');
        put_arg(out, &invoke->inputs[i].value);
    }
    gb_buffer_char(out, '\n');
}

static void put_place(gb_buffer *out, const gb_graph *graph, const gb_node *node)
{
    static const char *const modes[] = {"", " in_place", " skip"};
    if (node->site >= 0) {
        const gb_site *site = &graph->sites[node->site];
        gb_buffer_format(out, " %s#%s", site->path, site->leaf);
    }
    bool sees =
        node->kind == GB_NODE_READ || node->kind == GB_NODE_WRITE || node->kind == GB_NODE_PRINT;
    if (sees && node->invoke >= 0) gb_buffer_format(out, " @%d", (int)node->invoke);
    if (node->step > 0) gb_buffer_format(out, " step %d", (int)node->step);
    if (node->version > 0) gb_buffer_format(out, " after %d", (int)node->version);
    if (node->kind == GB_NODE_WRITE) gb_buffer_text(out, modes[node->mode]);
}

static void put_node(gb_buffer *out, const gb_graph *graph, gb_node_id id)
{
    const gb_node *node = &graph->nodes[id];
    gb_buffer_format(out, "%%%d = %s", (int)id, gb_node_kind_name(node->kind));
    if (node->kind == GB_NODE_OP) gb_buffer_format(out, " %s", gb_overload_name(node->overload));
    if (node->kind == GB_NODE_ITEM) gb_buffer_format(out, " %d", (int)node->index);
    if (node->name) {
        gb_buffer_char(out, ' ');
        put_text(out, node->name, strlen(node->name));
    }
    put_place(out, graph, node);
    gb_arg args = gb_arg_list((gb_arg *)node->args, (size_t)node->arg_count);
    if (node->kind != GB_NODE_READ || node->arg_count) put_items(out, &args, " (", ")");
    if (node->meta && node->kind != GB_NODE_CONST) {
        gb_buffer_text(out, " : ");
        put_shape(out, node->meta);
    }
    gb_buffer_char(out, '\n');
}

void gb_graph_text(const gb_graph *graph, gb_buffer *out)
{
    for (int32_t i = 0; i < graph->invoke_count; i++)
        put_invoke(out, &graph->invokes[i], i);
    for (gb_node_id id = 0; id < graph->node_count; id++)
        put_node(out, graph, id);
}
