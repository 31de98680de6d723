/* Writing a plan: slots, steps, module calls and their forms. For graph/model's builders only.
 *
 * A builder never reports while it writes: the first failure makes it `failed` (with the error in
 * `err`), later calls do nothing and give slot 0. So a family reads as the forward pass it is.
 *
 * SPECS. What a module is called with and what it returns is said in a short text:
 *     input   "x, @DynamicCache, None; use_cache=True, position_embeddings=(cos, sin)"
 *     output  "x"     "(x, pattern)"     "BaseModelOutput(last_hidden_state=hidden)"
 * positional values before ';', keywords after. A value is None, True, False, a number, an opaque
 * object @Class, a tuple (a, b), a record Class(name=value, ...), a submodule's output ^child, or a
 * bound name: gb_build_bind says which slot a name means, and how it is laid out. A name bound to
 * slot -1 is None. */
#ifndef GB_MODEL_BUILDER_H
#define GB_MODEL_BUILDER_H

#include "graph/model/family.h"
#include "graph/model/plan.h"

enum { GB_BUILD_BINDINGS = 40 };

typedef struct gb_binding {
    const char *name;
    int32_t slot;
    gb_layout layout;
} gb_binding;

typedef struct gb_builder {
    gb_plan *plan;
    const gb_config *config;
    gb_error *err;
    bool failed;
    int32_t module; /* innermost module that was entered */
    int32_t layer;  /* -1 outside the blocks */
    gb_variant variant;
    bool eager; /* the model was opened with attn_implementation="eager" */
    gb_binding bindings[GB_BUILD_BINDINGS];
    int32_t binding_count;
    gb_map weights; /* stored name → weight slot + 1 */
} gb_builder;

/* The shape of a slot's entries: without the N of token slots. */
typedef struct gb_dims {
    int rank;
    int64_t size[GB_MODEL_MAX_RANK];
} gb_dims;

#define GB_DIMS0 ((gb_dims){0, {0}})
#define GB_DIMS1(a) ((gb_dims){1, {(a)}})
#define GB_DIMS2(a, b) ((gb_dims){2, {(a), (b)}})
#define GB_DIMS3(a, b, c) ((gb_dims){3, {(a), (b), (c)}})

/* --- slots and steps -------------------------------------------------------------------------- */

/* A token slot called MODULE.suffix of the model's dtype. */
int32_t gb_build_slot(gb_builder *b, const char *suffix, gb_dims dims);
int32_t gb_build_int_slot(gb_builder *b, const char *suffix);

/* The weight slot of a module's parameter; -1 when it has none of that name. */
int32_t gb_build_weight(gb_builder *b, int32_t module, const char *name);

/* A step of one ATen overload with one token slot as result; slots in args are NODEs (gb_arg_node,
 * or gb_build_ref, which makes NONE of -1). Per-token. Returns the result's slot. */
int32_t gb_build_op(gb_builder *b, const char *overload, const char *suffix, gb_dims dims,
                    const gb_arg *args, int32_t count);
/* The same into a slot that is there. */
void gb_build_op_into(gb_builder *b, const char *overload, int32_t out, const gb_arg *args,
                      int32_t count);
#define GB_BUILD_OP(b, overload, suffix, dims, ...)                                                \
    gb_build_op((b), (overload), (suffix), (dims), (gb_arg[]){__VA_ARGS__},                        \
                (int32_t)(sizeof((gb_arg[]){__VA_ARGS__}) / sizeof(gb_arg)))
gb_arg gb_build_ref(int32_t slot);

/* A step of a row operator over given slots; attributes are copied into the arena. */
typedef struct gb_row_step {
    gb_row_op op;
    int32_t in[GB_STEP_MAX_IN];
    int32_t in_count;
    int32_t out[GB_STEP_MAX_OUT];
    int32_t out_count;
    bool per_token;
    const void *attributes;
    size_t attribute_bytes;
} gb_row_step;
void gb_build_rows(gb_builder *b, const gb_row_step *step);

/* x.view([-1, dims]) (N stays), and its parts along the first of dims: out[0..count). */
int32_t gb_build_view(gb_builder *b, int32_t x, const char *suffix, gb_dims dims);
void gb_build_unbind(gb_builder *b, int32_t x, int64_t dim, const char *const *suffixes,
                     int32_t *out, int32_t count);

/* A second name for x's tensor, so that assigning to it leaves x alone. */
int32_t gb_build_alias(gb_builder *b, int32_t x, const char *suffix);

/* --- modules ---------------------------------------------------------------------------------- */

void gb_build_bind(gb_builder *b, const char *name, int32_t slot, gb_layout layout);

/* Enters and leaves a module: a boundary each, its forms from the spec. */
void gb_build_enter(gb_builder *b, int32_t module, const char *spec);
void gb_build_leave(gb_builder *b, int32_t module, const char *spec);

/* The usual case: one tensor in, one out. */
void gb_build_enter_x(gb_builder *b, int32_t module, int32_t x);
int32_t gb_build_leave_x(gb_builder *b, int32_t module, int32_t y);

/* A boundary here, with every row of inner.def for the current module's class and `point`. */
void gb_build_point(gb_builder *b, const char *point);

/* --- modules of torch.nn and transformers ------------------------------------------------------
 */

int32_t gb_build_linear(gb_builder *b, int32_t module, int32_t x);
int32_t gb_build_embedding(gb_builder *b, int32_t module, int32_t ids);
int32_t gb_build_norm(gb_builder *b, int32_t module, int32_t x);
int32_t gb_build_activation(gb_builder *b, int32_t module, int32_t x);
int32_t gb_build_identity(gb_builder *b, int32_t module, int32_t x); /* dropout */
int32_t gb_build_add(gb_builder *b, int32_t x, int32_t y, const char *suffix);

/* --- trees: modules as PyTorch prints them -----------------------------------------------------
 */

/* Each adds a child with its parameters and print text and returns it. */
int32_t gb_tree_linear(gb_builder *b, int32_t parent, const char *name, int64_t in, int64_t out,
                       bool bias);
int32_t gb_tree_conv1d(gb_builder *b, int32_t parent, const char *name, int64_t in, int64_t out);
int32_t gb_tree_embedding(gb_builder *b, int32_t parent, const char *name, int64_t count,
                          int64_t width, int64_t padding);
int32_t gb_tree_layer_norm(gb_builder *b, int32_t parent, const char *name, int64_t width);
int32_t gb_tree_rms_norm(gb_builder *b, int32_t parent, const char *name, int64_t width);
int32_t gb_tree_dropout(gb_builder *b, int32_t parent, const char *name, double p);
int32_t gb_tree_activation(gb_builder *b, int32_t parent, const char *name);
int32_t gb_tree_plain(gb_builder *b, int32_t parent, const char *name, const char *cls);
void gb_tree_param_shape(gb_builder *b, int32_t module, const char *name, const char *stored,
                         gb_dims shape);

/* Gives a part its uniform names (uniform.def) below `parent`. */
void gb_tree_uniform(gb_builder *b, int32_t parent, gb_role role, int32_t module);

/* --- families --------------------------------------------------------------------------------- */

/* Fill an empty plan. */
bool gb_decoder_build(gb_builder *b) GB_MUST_CHECK;
bool gb_encoder_build(gb_builder *b) GB_MUST_CHECK;
void gb_decoder_tree(gb_builder *b);
void gb_encoder_tree(gb_builder *b);

/* Token ids, mask and positions as slots, bound as "ids", "mask", "pos". */
void gb_build_prompt(gb_builder *b);

/* Attention over q [N, H, d], k and v [N, K, d], both variants, with its inner values; the heads
 * side by side, [N, H d]. */
int32_t gb_build_attend(gb_builder *b, int32_t q, int32_t k, int32_t v);

/* The plan of a config: owned, gb_plan_free. */
gb_plan *gb_plan_build(const gb_config *config, bool eager, gb_error *err) GB_MUST_CHECK;

#endif
