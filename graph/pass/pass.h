/* Passes: a graph in, a smaller graph with the same values out.
 *
 * Each pass is one file and one row of pass.def; every one can be run alone, text to text. A pass
 * never changes the graph it is given. What was not reached has no node in the new graph.
 *
 * The plan of the model is no business of a pass; what it must know of it, it asks (gb_pass_model).
 * Which steps of the plan run, given the graph, is worked out by graph/engine. */
#ifndef GB_PASS_PASS_H
#define GB_PASS_PASS_H

#include "graph/ir/graph.h"

/* What a pass may ask about the model. */
typedef struct gb_pass_model {
    void *context;
    /* When a READ's or WRITE's place passes within one run of its invoke; larger is later. */
    int64_t (*time)(void *context, const gb_graph *graph, const gb_node *node);
    /* True if dimension 1 of the place's view counts positions, and a run can do with some of them.
     */
    bool (*by_position)(void *context, const gb_graph *graph, const gb_node *node);
} gb_pass_model;

typedef struct gb_pass_options {
    const gb_node_id *wanted; /* values that are wanted beside what is saved and printed */
    size_t wanted_count;
    const gb_pass_model *model; /* NULL: passes that need one do nothing */
} gb_pass_options;

/* The outcome of a pass. */
typedef struct gb_passed {
    gb_graph *graph; /* owned */
    gb_node_id
        *map;      /* [nodes of the old graph] the node with the same value, or GB_NO_NODE; owned */
    int32_t count; /* of map */
} gb_passed;

void gb_passed_release(gb_passed *passed);

/* Number of passes; name and documentation of pass i (NULL past the last). */
int32_t gb_pass_count(void);
const char *gb_pass_name(int32_t pass);
const char *gb_pass_doc(int32_t pass);

/* One pass by its number; all of them in order. `passed` is filled on success. */
bool gb_pass_run(int32_t pass, const gb_graph *graph, const gb_pass_options *options,
                 gb_passed *passed, gb_error *err) GB_MUST_CHECK;
bool gb_pass_run_all(const gb_graph *graph, const gb_pass_options *options, gb_passed *passed,
                     gb_error *err) GB_MUST_CHECK;

/* The last node that uses each value (itself when none does), for whoever frees values:
 * last_use[gb_graph_count]. Not a pass: it changes nothing. */
bool gb_graph_lifetimes(const gb_graph *graph, gb_node_id *last_use, gb_error *err) GB_MUST_CHECK;

#endif
