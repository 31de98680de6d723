/* The intervention graph: what a trace block means, as data.
 *
 * A graph is append-only. Nodes are numbered from 0 in the order of the text; an argument that
 * names a node (gb_arg kind GB_ARG_NODE) always names an earlier one, so a graph has no cycles.
 * Pure nodes are hash-consed: asking twice for the same operator with the same arguments gives the
 * same node. Nodes never change; passes (graph/pass) write a new graph.
 *
 * Everything is functional. An in-place write of the user is, here, a pure operator that gives the
 * new value of its base (aten::select_scatter, aten::slice_scatter, aten::index_put, ...) and, when
 * the base is a site's value, a WRITE of it. Basic indexing is expected as aten::select.int,
 * aten::slice.Tensor and aten::unsqueeze (what PyTorch itself lowers to): the passes know those.
 *
 * What a graph does not know: the model. Sites are names; the model gives them a place in its plan
 * and a shape. Whether they exist is checked by gb_graph_verify with a gb_site_oracle. */
#ifndef GB_IR_GRAPH_H
#define GB_IR_GRAPH_H

#include "graph/base/arena.h"
#include "graph/base/buffer.h"
#include "graph/base/map.h"
#include "graph/tensor/op.h"
#include "graph/tensor/tensor.h"

typedef int32_t gb_node_id;
enum { GB_NO_NODE = -1, GB_NO_INVOKE = -1 };

typedef enum gb_node_kind {
#define GB_NODE(id, name, least, most, pure, doc) GB_NODE_##id,
#include "graph/ir/node.def"
#undef GB_NODE
    GB_NODE_COUNT
} gb_node_kind;

/* "read"; and back: GB_NODE_COUNT for what is not in node.def. */
const char *gb_node_kind_name(gb_node_kind kind);
gb_node_kind gb_node_kind_find(const char *name, size_t n);

/* Limits on every graph; exceeding one is a ValueError that names it. */
enum {
    GB_GRAPH_MAX_NODES = 1 << 20,
    GB_GRAPH_MAX_ARGS = 1 << 20, /* of one node, lists counted through */
    GB_GRAPH_MAX_ARG_DEPTH = 8,  /* lists in lists */
    GB_GRAPH_MAX_INVOKES = 1 << 14,
    GB_GRAPH_MAX_ROWS = 1 << 16,   /* of all invokes */
    GB_GRAPH_MAX_TOKENS = 1 << 24, /* of all rows */
    GB_GRAPH_MAX_STEPS = 1 << 17,  /* generation steps that can be addressed */
    GB_GRAPH_MAX_TEXT = 1 << 20,   /* bytes of one text */
    GB_GRAPH_MAX_NAME = 4096,      /* bytes of a site, a text, a name */
};

/* A place in a model: a module's path and one tensor of its inputs, outputs or inner values.
 *
 *   path  "transformer.h.3.attn"; "" is the model itself
 *   leaf  "output" | "output.0" | "output.logits" | "input" | "input.0" | "input.hidden_states" |
 *         an inner value: "q" "k" "v" "scores" "pattern" "z" ...
 *
 * Three places belong to no module but to the run; path is "" for them:
 *   "result"  the token ids of prompt and generation, [B, T0 + steps] int64; after the last step
 *   "token"   the token chosen at a step, [B] int64; after the step's last boundary
 *   "ids"     the invoke's own token ids as the user sees them, left-padded, [B, T0] int64
 * Both texts live in the graph's arena. Sites are interned: equal ones have one index. */
typedef struct gb_site {
    const char *path;
    const char *leaf;
} gb_site;

/* Several prompts that are traced together, and what else the model is given.
 *
 * A token model has `rows`, one a prompt. A model of another kind has `inputs` by name or, for
 * positional ones, by "0", "1", ...; a token model may have inputs beside its rows (labels,
 * token_type_ids). An invoke with `all` has neither: it sees the rows of all others, in order. */
typedef struct gb_token_row {
    const int64_t *ids;
    int64_t count;
} gb_token_row;

typedef struct gb_input {
    const char *name;
    gb_arg value; /* any kind but NODE */
} gb_input;

typedef struct gb_invoke {
    gb_span span;
    bool all;
    const gb_token_row *rows;
    int32_t row_count;
    const gb_input *inputs;
    int32_t input_count;
} gb_invoke;

/* How a WRITE meets the other names of the model's tensor. */
typedef enum gb_write_mode {
    GB_WRITE_ASSIGN,   /* `m.output = v`: what reads this site goes on with v */
    GB_WRITE_IN_PLACE, /* `m.output[...] = v`: every place that holds the very tensor sees v */
    GB_WRITE_SKIP      /* `m.skip(v)`: assigns, and the module need not run for these rows */
} gb_write_mode;

typedef struct gb_node {
    gb_node_kind kind;
    int32_t invoke;   /* whose rows it sees; GB_NO_INVOKE: constants, what comes from several */
    int32_t step;     /* READ, WRITE: the generation step, 0 is the prompt */
    int32_t site;     /* READ, WRITE: index of the site; CALL: of the module's site "output" */
    int32_t version;  /* READ: how many WRITEs to the site came before it in the text */
    int32_t index;    /* ITEM: which result */
    uint8_t mode;     /* WRITE: a gb_write_mode */
    const char *name; /* SAVE: the name, or NULL */
    const gb_overload *overload; /* OP */
    const gb_arg *args;          /* owned by the graph */
    int32_t arg_count;
    gb_span span;
    gb_arg form;     /* the value without data: a meta TENSOR, a LIST of such, NONE: not known;
                        of a WRITE: the site's */
    gb_tensor *meta; /* form's tensor, borrowed from it; NULL when form is not one */
} gb_node;

typedef struct gb_graph gb_graph;

gb_graph *gb_graph_new(gb_error *err) GB_MUST_CHECK;
/* Releases every node, constant and meta tensor. NULL does nothing. */
void gb_graph_free(gb_graph *graph);

/* ------------------------------------------------------------------------------------- looking */

int32_t gb_graph_count(const gb_graph *graph);
/* Valid until the next append. */
const gb_node *gb_graph_node(const gb_graph *graph, gb_node_id id);
int32_t gb_graph_site_count(const gb_graph *graph);
const gb_site *gb_graph_site(const gb_graph *graph, int32_t site);
int32_t gb_graph_invoke_count(const gb_graph *graph);
const gb_invoke *gb_graph_invoke(const gb_graph *graph, int32_t invoke);
/* Bytes that the graph holds: arena and constants. */
size_t gb_graph_bytes(const gb_graph *graph);

/* Calls `visit` for every node that the argument names, through lists, in order; stops when it
 * returns false and returns that. */
typedef bool (*gb_node_visitor)(void *context, gb_node_id id);
bool gb_arg_nodes(const gb_arg *arg, gb_node_visitor visit, void *context);
bool gb_node_uses(const gb_node *node, gb_node_visitor visit, void *context);

/* ------------------------------------------------------------------------------------ building
 * Arguments are copied (tensors referenced). The result is the node, GB_NO_NODE on error: a limit
 * (ValueError), an argument that names no node (ValueError), no memory. Spans locate errors. */

/* Appends an invoke and returns its index, -1 on error. Ids and inputs are copied. */
int32_t gb_graph_add_invoke(gb_graph *graph, const gb_invoke *invoke, gb_error *err) GB_MUST_CHECK;

/* The index of a site, appended when new; -1 on error. */
int32_t gb_graph_add_site(gb_graph *graph, const char *path, const char *leaf,
                          gb_error *err) GB_MUST_CHECK;

/* A constant: tensor (referenced), number, text. `text` of the graph shows small tensors only. */
gb_node_id gb_graph_const(gb_graph *graph, const gb_arg *value, gb_span span,
                          gb_error *err) GB_MUST_CHECK;

/* An operator with arguments bound in schema order (gb_op_choose). The meta value is inferred when
 * all tensor arguments have one; a shape that does not fit is the operator's own error, at `span`.
 * An operator that draws random numbers is never merged with an equal one. */
gb_node_id gb_graph_op(gb_graph *graph, const gb_overload *overload, const gb_arg *bound,
                       int32_t count, gb_span span, gb_error *err) GB_MUST_CHECK;

/* Result `index` of a node with several results, or element of a list result. */
gb_node_id gb_graph_item(gb_graph *graph, gb_node_id of, int32_t index, gb_span span,
                         gb_error *err) GB_MUST_CHECK;

/* The place of a READ or WRITE. `meta` (borrowed, may be NULL): shape of the invoke's view. */
typedef struct gb_access {
    int32_t site;
    int32_t invoke;
    int32_t step;
    gb_tensor *meta;
    gb_span span;
} gb_access;

gb_node_id gb_graph_read(gb_graph *graph, const gb_access *at, gb_error *err) GB_MUST_CHECK;

/* A READ of some positions only, given as indices into dimension 1 of the invoke's view, rising;
 * the value has `count` there. Made by the pass that pushes slices up. */
gb_node_id gb_graph_read_positions(gb_graph *graph, const gb_access *at, const int64_t *positions,
                                   int32_t count, gb_error *err) GB_MUST_CHECK;

/* `value` becomes the site's value, whole. It must have the shape of the site's view (the tracer
 * expands scalars and converts dtypes); with both metas known a difference is a ValueError that
 * shows both. */
gb_node_id gb_graph_write(gb_graph *graph, const gb_access *at, gb_node_id value,
                          gb_write_mode mode, gb_error *err) GB_MUST_CHECK;

/* A module applied to values, in the order of its inputs. One value per output leaf: the node's
 * value is the tensor, or a list to be taken apart with gb_graph_item. `meta` as above. */
gb_node_id gb_graph_call(gb_graph *graph, const gb_access *module, const gb_arg *args,
                         int32_t count, gb_error *err) GB_MUST_CHECK;

/* PRINT: any number of pieces, texts and nodes mixed; who shows them decides how. `invoke`: whose
 * block it stands in, for the order only. */
gb_node_id gb_graph_print(gb_graph *graph, int32_t invoke, const gb_arg *pieces, int32_t count,
                          gb_span span, gb_error *err) GB_MUST_CHECK;

/* SAVE: keeps the value after the run. `name` may be NULL. */
gb_node_id gb_graph_save(gb_graph *graph, gb_node_id value, const char *name, gb_span span,
                         gb_error *err) GB_MUST_CHECK;

/* BACKWARD from `loss`; `seed` GB_NO_NODE for a scalar. GRAD and SETGRAD name it and any earlier
 * value of the run. */
gb_node_id gb_graph_backward(gb_graph *graph, gb_node_id loss, gb_node_id seed, gb_span span,
                             gb_error *err) GB_MUST_CHECK;
gb_node_id gb_graph_grad(gb_graph *graph, gb_node_id backward, gb_node_id of, gb_span span,
                         gb_error *err) GB_MUST_CHECK;
gb_node_id gb_graph_set_grad(gb_graph *graph, gb_node_id backward, gb_node_id of, gb_node_id value,
                             gb_span span, gb_error *err) GB_MUST_CHECK;

/* The node is taken back: what it would do (a PRINT, WRITE, BACKWARD, SETGRAD or SAVE whose value
 * nobody uses) does not happen. Its number stays. */
void gb_graph_drop(gb_graph *graph, gb_node_id id);

/* Any node at all, as it stands (for the parser, the wire and the passes): checked as
 * gb_graph_verify checks one node, args copied, hash-consed. `version` of a READ and the invoke of
 * an OP are worked out anew; `form` is kept only where it cannot be inferred. */
gb_node_id gb_graph_append(gb_graph *graph, const gb_node *node, gb_error *err) GB_MUST_CHECK;

/* The same for a node of another graph whose arguments look here as they look there: its form is
 * known and is not worked out again. */
gb_node_id gb_graph_append_alike(gb_graph *graph, const gb_node *node, gb_error *err) GB_MUST_CHECK;

/* --------------------------------------------------------------------------------- verification */

/* What verify asks the model about a READ, WRITE or CALL: does its place exist (else
 * AttributeError with the nearest one that does)? `meta` may be filled with the shape and dtype of
 * the invoke's view there (owned; NULL: not known before the run). */
typedef struct gb_site_oracle {
    void *context;
    bool (*site)(void *context, const gb_graph *graph, const gb_node *node, gb_tensor **meta,
                 gb_error *err);
} gb_site_oracle;

/* Whether a graph that came from elsewhere may hold the operator (op_rule.def); `why` not. */
bool gb_overload_allowed(const gb_overload *overload, const char **why);

/* Checks a whole graph: limits, kinds and number of arguments, only earlier nodes named, operators
 * that are allowed, sites that exist and have the shape that is said, invokes and steps in range.
 * Sites are not looked up when `oracle` is NULL. False with
 * ValueError at the span of the first node that is wrong ("node 7: ..."). */
bool gb_graph_verify(const gb_graph *graph, const gb_site_oracle *oracle,
                     gb_error *err) GB_MUST_CHECK;

/* ------------------------------------------------------------------------------------ text form */

/* One line an invoke and a node:
 *
 *     invoke 0: [464, 412, 417] [11, 12]
 *     %0 = read transformer.h.2#output @0 : float32[2, 3, 64]
 *     %1 = op aten::mul.Scalar (%0, 2.0) : float32[2, 3, 64]
 *     %2 = write transformer.h.2#output @0 (%1)
 *     %3 = save "h" (%1)
 *
 * `@i` is the invoke, `step k` the step when not 0, `after v` the version when not 0, `in_place`
 * and `skip` the mode of a write. Spans are not shown. Tensors of more than GB_GRAPH_TEXT_ELEMENTS
 * elements, and generators, show without their data and cannot be read back. */
enum { GB_GRAPH_TEXT_ELEMENTS = 64 };
void gb_graph_text(const gb_graph *graph, gb_buffer *out);

/* Reads the text form; nothing is trusted. SyntaxError with the place in `text` as span (source 0
 * is replaced by `source`). Owned. */
gb_graph *gb_graph_parse(const char *text, size_t n, uint32_t source, gb_error *err) GB_MUST_CHECK;

#endif
