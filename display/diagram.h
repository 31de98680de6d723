/* The intervention graph as a picture: layers of the model as ranks, reads, writes and saves
 * distinct in shape and colour, the cone that an edit reaches shaded, what never ran dashed. */
#ifndef GB_DISPLAY_DIAGRAM_H
#define GB_DISPLAY_DIAGRAM_H

#include "display/bundle.h"

typedef enum gb_diagram_kind {
    GB_DIAGRAM_OP,
    GB_DIAGRAM_READ,
    GB_DIAGRAM_WRITE,
    GB_DIAGRAM_SAVE,
    GB_DIAGRAM_CONST,
    GB_DIAGRAM_PRINT,
    GB_DIAGRAM_GRAD,
    GB_DIAGRAM_KINDS
} gb_diagram_kind;

typedef struct gb_diagram_node {
    gb_diagram_kind kind;
    const char *label;     /* "layers.10.input", "aten::add" */
    const char *shape;     /* "float32 [1, 7, 768]"; NULL: not known */
    const int32_t *inputs; /* indices of nodes before this one */
    size_t input_count;
    int32_t rank;        /* place in the model's order (step of the plan); -1: none of its own */
    uint64_t bytes;      /* 0: not known */
    double milliseconds; /* negative: not known */
    bool affected;       /* an edit reaches it */
    bool skipped;        /* never ran */
} gb_diagram_node;

typedef struct gb_diagram {
    const char *title;
    const gb_diagram_node *nodes;
    size_t count;
} gb_diagram;

/* ValueError when an input does not come before its node. */
bool gb_diagram_show(const gb_diagram *diagram, gb_bundle *out, gb_error *err) GB_MUST_CHECK;

#endif
