/* What the files of graph/ir share about a graph's insides. Not for other layers. */
#ifndef GB_IR_INTERNAL_H
#define GB_IR_INTERNAL_H

#include "graph/ir/graph.h"

struct gb_graph {
    gb_arena arena; /* texts, ids, arguments */
    gb_node *nodes;
    size_t node_capacity;
    int32_t node_count;
    gb_site *sites;
    size_t site_capacity;
    int32_t site_count;
    gb_invoke *invokes;
    size_t invoke_capacity;
    int32_t invoke_count;
    gb_map site_index;    /* "path#leaf" → site + 1 */
    gb_map writes;        /* write_key → number of writes so far */
    int32_t *buckets;     /* hash-consing: node + 1; a power of two many */
    uint64_t *hashes;     /* [node_capacity] */
    size_t hash_capacity; /* of hashes */
    size_t bucket_count;
    int64_t row_count, token_count; /* of all invokes */
    size_t tensor_bytes;            /* constants */
};

/* Row of node.def. */
typedef struct gb_node_rule {
    const char *name;
    int least, most;
    bool pure;
} gb_node_rule;
const gb_node_rule *gb_node_rule_of(gb_node_kind kind);

/* Checks one node that is to be node `id` of the graph: everything but shapes and the model. */
bool gb_node_check(const gb_graph *graph, const gb_node *node, gb_node_id id,
                   gb_error *err) GB_MUST_CHECK;

/* WRITEs so far to the same tensor of the same invoke and step as the site's. */
int32_t gb_graph_writes(const gb_graph *graph, int32_t site, int32_t invoke, int32_t step);

/* A copy of an argument in the arena; tensors and generators are referenced. */
bool gb_arena_arg(gb_arena *arena, const gb_arg *from, gb_arg *to, gb_error *err) GB_MUST_CHECK;

/* Gives up the tensors and generators inside an argument whose lists live in an arena. */
void gb_arena_arg_drop(gb_arg *arg);

/* Works out `form` of a node from its arguments' forms; false when the operator refuses them. */
bool gb_node_infer(const gb_graph *graph, gb_node *node, gb_error *err) GB_MUST_CHECK;

#endif
