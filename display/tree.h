/* Trees: saved values, activations of a cache, the modules of a model.
 * One flat list in preorder serves all three, so that a caller appends while it walks. */
#ifndef GB_DISPLAY_TREE_H
#define GB_DISPLAY_TREE_H

#include "display/bundle.h"

enum { GB_TREE_READ = 1, GB_TREE_WRITTEN = 2, GB_TREE_SAVED = 4 };

/* One line of the tree. All texts are borrowed; NULL where there is nothing to say. */
typedef struct gb_tree_node {
    size_t depth;       /* 0 for the roots; at most one more than the node before */
    const char *name;   /* "logits", "0", "self_attn" */
    const char *path;   /* what can be copied into a cell: "cache['model.h.0'].output" */
    const char *type;   /* "float32 [1, 7, 768]", "LlamaAttention": equal siblings group by it */
    const char *note;   /* what is particular: "−3.2…4.1 · mean 0.01" */
    uint64_t bytes;     /* of this node alone; sums are made by the view */
    int64_t parameters; /* of this node alone; 0: none */
    unsigned marks;     /* GB_TREE_READ | GB_TREE_WRITTEN | GB_TREE_SAVED */
} gb_tree_node;

typedef struct gb_tree {
    const char *title; /* "saved values", "LlamaForCausalLM" */
    const gb_tree_node *nodes;
    size_t count;
    size_t open_depth; /* levels that start unfolded (1: roots are seen with their children) */
    bool group; /* siblings with numbers for names and equal subtrees become "0…29 (30 ×)" */
    const char *repr; /* becomes text/plain as it is; NULL: an indented tree */
} gb_tree;

/* ValueError when the depths are no preorder. */
bool gb_tree_show(const gb_tree *tree, gb_bundle *out, gb_error *err) GB_MUST_CHECK;

#endif
