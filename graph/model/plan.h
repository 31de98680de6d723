/* A plan: what a model computes, as data.
 *
 * An array of steps over numbered slots. A step is one ATen operator, or one of the few operators
 * that know where a sequence ends (row operators), or an alias. A plan is built from a config (or
 * read from an exported program) without weights; it can be printed, priced, cut after a step and
 * resumed at a step. It never changes after it was built, so runs on any thread may share it.
 *
 * TIME. Between steps lie *boundaries*, numbered 0, 1, 2, … in the order in which they pass: one
 * where each module is entered, one where it is left, one after each inner value. Several
 * boundaries may lie between the same two steps; boundary_steps[b] is the number of steps that run
 * before b (ascending). So "b1 < b2" is "before" for sites, also for those that share a slot.
 *
 * SLOTS hold tensors during a run. A token slot is packed: [N, …], one entry for each token of all
 * rows; a weight slot is a parameter, the same for all runs; a plain slot is neither.
 * Assigning to a site replaces the slot's tensor from that boundary on. A module's input has a slot
 * of its own wherever the value is also used by others after the module was entered (the residual
 * stream, the input of q_proj): an ALIAS step makes it, and the slot remembers whose tensor it
 * started as (`alias`). So `ln_1.input = v` changes what ln_1 sees and not the residual, while an
 * in-place write is a write to every live slot that still holds that very tensor.
 *
 * A step none of whose outputs anybody consumes or reads need not run (`last_step` of its outputs
 * is -1): logits, position ids of a model that has none, the attention mask.
 *
 * Reading a plan is this header; running it is walk.h. */
#ifndef GB_MODEL_PLAN_H
#define GB_MODEL_PLAN_H

#include "graph/model/tree.h"
#include "graph/tensor/op.h"

/* --- places: what the sites of graph/ir are in this model --------------------------------------
 */

typedef enum gb_dim_kind {
    GB_DIM_CONST, /* `size` */
    GB_DIM_BATCH, /* B: sequences of the invoke */
    GB_DIM_TIME,  /* T: tokens of this pass of a sequence */
    GB_DIM_KEYS,  /* S: positions that can be attended to: T plus what is in the cache */
} gb_dim_kind;

typedef struct gb_dim {
    gb_dim_kind kind;
    int64_t size; /* of a constant */
} gb_dim;

/* How the entries of a packed slot that belong to one invoke become what its user sees. Rows of an
 * invoke lie side by side in a packed slot. Every one is a view when the invoke's rows have equal
 * length; unequal rows are padded on the left (tokens and keys alike) when they are looked at. */
typedef enum gb_layout {
    GB_LAYOUT_TOKENS, /* [N, …]    → [B, T, …] */
    GB_LAYOUT_HEADS,  /* [N, H, d] → [B, H, T, d] */
    GB_LAYOUT_KEYS,   /* [N, H, S'] → [B, H, T, S]: the row's first S of S' key columns */
    GB_LAYOUT_ONCE, /* [N, …]    → [1, T, …]: the first row stands for all (positions); a write
                       goes to each row */
    GB_LAYOUT_PLAIN, /* as it is */
} gb_layout;

/* One tensor of a module that users read and write. A gb_site (graph/ir/graph.h) names it by path
 * and leaf; gb_plan_place finds it. Its shape needs no weights and no run. */
typedef struct gb_place {
    int32_t module;
    /* Which tensor of the module: "output", "output.0", "output.logits", "input.0",
     * "input.hidden_states", "q", "source.attention_interface_1.output.0". Unique with `module`.
     * For a single tensor argument or keyword `input.NAME`; nested ones "input.NAME.0". */
    const char *leaf;
    int32_t slot;
    int32_t boundary;
    gb_layout layout;
    gb_dtype dtype;
    int rank;                        /* as the user sees it */
    gb_dim shape[GB_MODEL_MAX_RANK]; /* as the user sees it */
    bool eager; /* exists only where attention runs its eager variant (scores, pattern) */
} gb_place;

/* The structure of a module's input or output: tensors, and what holds them together. */
typedef enum gb_form_kind {
    GB_FORM_NONE,
    GB_FORM_TENSOR, /* `place` */
    GB_FORM_BOOL,   /* `number` */
    GB_FORM_INT,    /* `number` */
    GB_FORM_TUPLE,  /* `items` */
    GB_FORM_DICT,   /* `items` named by `names`; keyword arguments */
    GB_FORM_RECORD, /* the same as an object of class `cls`: CausalLMOutputWithPast */
    GB_FORM_OBJECT, /* something opaque of class `cls`: DynamicCache */
} gb_form_kind;

typedef struct gb_form gb_form;
struct gb_form {
    gb_form_kind kind;
    const char *cls;
    int32_t place; /* index into gb_plan.places; of a TENSOR */
    int64_t number;
    int32_t count;
    const gb_form *items;
    const char *const *names;
};

/* A value inside a module: `attn.q`, or a line of `module.source`. */
typedef struct gb_inner {
    const char *name; /* "q", or nnsight's label "attention_interface_1" */
    bool source;      /* listed by `.source`; its leaves are called "source.NAME.output…" */
    const gb_form *output;
    const gb_form *args, *kwargs; /* what the step is given; NULL where it is not told */
} gb_inner;

/* What the plan says about a module; parallel to gb_tree.modules. */
typedef struct gb_module_io {
    bool runs; /* false for lists and for modules that the forward pass never calls */
    int32_t enter_step, leave_step;         /* steps [enter_step, leave_step) are its own */
    int32_t enter_boundary, leave_boundary; /* of its inputs, of its outputs */
    const gb_form *args;   /* a TUPLE: positional arguments as transformers passes them */
    const gb_form *kwargs; /* a DICT */
    const gb_form *input;  /* what `.input` is: the first positional, else the first keyword */
    const gb_form *output;
    const gb_inner *inner;
    int32_t inner_count;
} gb_module_io;

/* --- slots and steps -------------------------------------------------------------------------- */

typedef enum gb_slot_kind {
    GB_SLOT_TOKENS, /* [N, shape…] */
    GB_SLOT_WEIGHT, /* a parameter, or a constant of the family */
    GB_SLOT_PLAIN,
} gb_slot_kind;

typedef struct gb_slot {
    const char *name; /* for printing: "h.3.attn.q"; a weight's name in the checkpoint */
    gb_slot_kind kind;
    gb_dtype dtype;
    int rank;                         /* without the N of a token slot */
    int64_t shape[GB_MODEL_MAX_RANK]; /* -1: not known before the run (keys) */
    int32_t alias;                    /* the slot whose tensor this one starts as, or -1 */
    int32_t first_step;               /* that makes it; -1 for weights */
    int32_t last_step;                /* that consumes it; -1 when none does */
} gb_slot;

typedef enum gb_step_kind {
    GB_STEP_ATEN,  /* `overload` */
    GB_STEP_ROWS,  /* `row_op` */
    GB_STEP_ALIAS, /* out[0] is in[0] */
} gb_step_kind;

/* The row operators; what they do and their attributes: row_op.def. */
typedef enum gb_row_op {
#define GB_ROW_OP(id, name, doc) GB_ROW_##id,
#include "graph/model/row_op.def"
#undef GB_ROW_OP
    GB_ROW_OP_COUNT
} gb_row_op;

/* Attention is in the plan twice: one fused step, and three that make scores and pattern. A run
 * takes the one or the other for each layer (gb_walk.eager). */
typedef enum gb_variant { GB_VARIANT_ALWAYS, GB_VARIANT_FUSED, GB_VARIANT_EAGER } gb_variant;

enum { GB_STEP_MAX_IN = 8, GB_STEP_MAX_OUT = 3 };

typedef struct gb_step {
    gb_step_kind kind;
    gb_row_op row_op;
    const gb_overload *overload;
    gb_arg *args; /* bound, in schema order; slots as NODE references (a list may hold them too) */
    int32_t arg_count;
    int32_t in[GB_STEP_MAX_IN], in_count; /* the slots that args refer to, weights included */
    int32_t out[GB_STEP_MAX_OUT], out_count;
    int32_t module; /* whose step it is: the innermost */
    int32_t layer;  /* -1 outside the blocks */
    gb_variant variant;
    bool per_token; /* entry i of each output depends on entry i of the inputs alone: the step may
                       run on any subset of tokens */
    const void *attributes; /* of a row operator: the struct that row_op.def names */
} gb_step;

typedef struct gb_plan {
    gb_arena arena; /* of everything below */
    gb_tree tree;
    gb_module_io *io; /* [tree.count] */
    gb_slot *slots;
    int32_t slot_count;
    gb_step *steps;
    int32_t step_count;
    gb_place *places;
    int32_t place_count;
    int32_t *boundary_steps; /* steps that run before boundary b */
    int32_t boundary_count;
    gb_map place_index;               /* "module#leaf" → place + 1 */
    int32_t ids_slot, positions_slot; /* token ids and positions, [N] int64 */
    int32_t logits_slot, hidden_slot; /* [N, V], -1 without a head; last hidden state [N, D] */
    int32_t layers;                   /* blocks; L */
    int64_t max_positions;            /* learned positions end there; 0: any length can be run */
    const char *base_name;            /* of the base model in checkpoints: "transformer"; or NULL */
    bool causal;    /* false for encoders: rows can then not have parents or caches */
    gb_dtype dtype; /* of weights and activations */
    size_t slot_capacity, step_capacity, place_capacity, boundary_capacity; /* while building */
} gb_plan;

void gb_plan_free(gb_plan *plan);

/* The place of a module's tensor by its leaf, or -1. `leaf` may be written as users do: "input" is
 * the first input, "output" the tensor itself, or -1 when the output is no single tensor. */
int32_t gb_plan_place(const gb_plan *plan, int32_t module, const char *leaf);

/* An inner value of a module by name ("q", "attention_interface_1"), or NULL. */
const gb_inner *gb_plan_inner(const gb_plan *plan, int32_t module, const char *name);

/* The nearest inner name, for messages; borrowed, NULL when nothing is near. */
const char *gb_plan_nearest_inner(const gb_plan *plan, int32_t module, const char *name);

/* How to say a place in a message: "transformer.h.0.attn.output[0]". Appends. */
void gb_plan_place_name(const gb_plan *plan, int32_t place, gb_buffer *out);

/* The symbolic shape: "[B, T, 576]". Appends. */
void gb_place_shape_text(const gb_place *place, gb_buffer *out);

/* The shape for an invoke of `batch` sequences with `time` new tokens and `keys` positions in all;
 * out has room for GB_MODEL_MAX_RANK. */
void gb_place_shape(const gb_place *place, int64_t batch, int64_t time, int64_t keys, int64_t *out);

/* The token slots that are alive just before step `step`: made before, consumed at or after it.
 * Writes at most `capacity` of them and returns how many there are. What a fork must copy. */
int32_t gb_plan_live(const gb_plan *plan, int32_t step, int32_t *out, int32_t capacity);

/* Cost of steps [from, to) from shapes alone. */
typedef struct gb_price {
    double flops;          /* multiply and add counted as two */
    uint64_t weight_bytes; /* parameters that these steps read, each once */
    uint64_t kv_bytes;     /* keys and values of all tokens, if they are kept */
    uint64_t peak_bytes;   /* largest sum of live slots between two steps, weights left out */
} gb_price;

/* `tokens`: N of the pass; `keys`: positions each token attends to (at most). */
gb_price gb_plan_price(const gb_plan *plan, int32_t from, int32_t to, int64_t tokens, int64_t keys);

/* The text of `glassbox show plan`: one line a step, slots with their shapes, modules indented as
 * they are entered and left. Stable. */
void gb_plan_print(const gb_plan *plan, gb_buffer *out);

/* The lines of `.source` of one module: its steps and inner values in order, with shapes. */
void gb_plan_print_source(const gb_plan *plan, int32_t module, gb_buffer *out);

#endif
