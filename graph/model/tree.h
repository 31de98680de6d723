/* The tree of a model's modules, known from its config alone: paths, classes, parameters.
 *
 * Paths, class names and parameter names are Hugging Face's (`transformer.h.0.attn.c_attn`,
 * `GPT2Attention`, `weight`), so they are what users write and what checkpoints hold. Nothing here
 * reads weights; what a module's inputs and outputs look like is the plan's business (plan.h).
 * A tree is built once and never changes; it lives in its owner's arena, and so do all texts in it.
 */
#ifndef GB_MODEL_TREE_H
#define GB_MODEL_TREE_H

#include "graph/base/arena.h"
#include "graph/base/buffer.h"
#include "graph/base/map.h"
#include "graph/tensor/tensor.h"

enum { GB_MODEL_MAX_RANK = 5 };

/* One parameter (or buffer) of a module. */
typedef struct gb_parameter {
    const char *name;   /* within the module: "weight" */
    const char *stored; /* in the checkpoint: "transformer.h.0.ln_1.weight"; differs when tied */
    gb_dtype dtype;
    int rank;
    int64_t shape[GB_MODEL_MAX_RANK];
    bool buffer;  /* a buffer: not among parameters() */
    bool tied;    /* the same tensor as a parameter that comes earlier in the tree */
    int32_t slot; /* the plan's weight slot, -1 if no step uses it */
} gb_parameter;

/* A module. Indices refer to gb_tree.modules; -1 means none. */
typedef struct gb_module {
    const char *path;  /* "" for the root */
    const char *name;  /* the last part of the path */
    const char *cls;   /* "GPT2Block", "Linear", "ModuleList" */
    const char *extra; /* what PyTorch prints in the parentheses: "in_features=32, …"; may be "" */
    int32_t parent;
    int32_t first_child; /* in order of definition, as named_children() gives them */
    int32_t next;        /* the next child of the same parent */
    int32_t child_count;
    int32_t layer; /* index of the block it is in, -1 outside the blocks */
    bool list;     /* a ModuleList: has children "0", "1", … and is never run itself */
    gb_parameter *params;
    int32_t param_count;
} gb_module;

typedef struct gb_tree {
    gb_module *modules; /* 0 is the root; parents come before children */
    int32_t count;
    size_t capacity;
    gb_map paths;   /* path → module index + 1 */
    gb_map aliases; /* uniform path → module index + 1: "layers", "layers.3.attn", "norm" */
} gb_tree;

/* The module at a path ("" is the root), or -1. Uniform names of every family are accepted beside
 * the real ones, at the root and below the base model: `layers`, `h`, `embed`, `norm`, `head`, and
 * in a block `attn`, `mlp`. */
int32_t gb_tree_find(const gb_tree *tree, const char *path);

/* The child of a module by its name, real or uniform; -1 when there is none. */
int32_t gb_tree_child(const gb_tree *tree, int32_t module, const char *name);

/* The i-th child (negative counts from the end), -1 outside. */
int32_t gb_tree_child_at(const gb_tree *tree, int32_t module, int64_t i);

/* The nearest valid path to one that is not there ("transformer.h.0.atn" → "transformer.h.0.attn"),
 * or the nearest child name when `module` is not the root; borrowed, NULL when nothing is near. */
const char *gb_tree_nearest(const gb_tree *tree, int32_t module, const char *name);

/* The list of blocks ("transformer.h"), -1 when the model has none; and block i (negative counts
 * from the end), -1 outside. */
int32_t gb_tree_blocks(const gb_tree *tree);
int32_t gb_tree_block(const gb_tree *tree, int64_t i);

/* The attention and MLP of a block (or of the block a module is in); -1 when it has none. */
int32_t gb_tree_attention(const gb_tree *tree, int32_t block);
int32_t gb_tree_mlp(const gb_tree *tree, int32_t block);

/* A parameter of the module by its name, or NULL. */
const gb_parameter *gb_module_param(const gb_module *module, const char *name);

/* Appends what PyTorch prints for the module: `GPT2LMHeadModel(\n  (transformer): …)`, equal
 * children of a list folded into "(0-11): 12 x GPT2Block(". No newline at the end. */
void gb_tree_print(const gb_tree *tree, int32_t module, gb_buffer *out);

/* Sum of the elements of all parameters below a module, tied ones counted once. */
int64_t gb_tree_parameter_count(const gb_tree *tree, int32_t module);

/* --- building (graph/model only) -------------------------------------------------------------- */

/* Adds a child (parent -1: the root) and returns its index, -1 on failure. Texts are copied. */
int32_t gb_tree_add(gb_tree *tree, gb_arena *arena, int32_t parent, const char *name,
                    const char *cls, gb_error *err) GB_MUST_CHECK;

/* Sets what print shows in the parentheses. */
bool gb_tree_extra(gb_tree *tree, gb_arena *arena, int32_t module, gb_error *err,
                   const char *format, ...) GB_PRINTF(5, 6) GB_MUST_CHECK;

/* Adds a parameter named `name`; `stored` NULL: the module's path and the name. */
bool gb_tree_add_param(gb_tree *tree, gb_arena *arena, int32_t module, const gb_parameter *param,
                       gb_error *err) GB_MUST_CHECK;

/* A second name for a module, as a whole path. */
bool gb_tree_alias(gb_tree *tree, const char *path, int32_t module, gb_error *err) GB_MUST_CHECK;

void gb_tree_release(gb_tree *tree);

#endif
