/* Running a plan: one forward pass over some rows, a step at a time.
 *
 * The engine owns the loop: it runs step after step, looks at slots at boundaries, replaces them,
 * and drops what nobody needs any more. A walk keeps no thread and no hidden state; it may be left
 * at any step and resumed. Gradient recording is the caller's choice: every operator goes through
 * ATen, so a walk under autograd is differentiable. */
#ifndef GB_MODEL_WALK_H
#define GB_MODEL_WALK_H

#include "graph/model/model.h"
#include "graph/model/rows.h"

typedef struct gb_walk {
    gb_model *model;      /* borrowed */
    const gb_plan *plan;  /* of the model */
    gb_rows *rows;        /* borrowed; offsets must stand */
    gb_tensor **slots;    /* [plan->slot_count], owned references; NULL: not made, or dropped.
                             Weights are not here */
    bool *eager;          /* [layers]: take the eager variant of attention there */
    int32_t step;         /* the next step */
    gb_tensor *selection; /* after gb_walk_narrow: [n] int64, which tokens remain; else NULL */
    int64_t tokens;       /* entries of token slots now: N, or fewer after narrowing */
    void *scratch;        /* of the row operators */
} gb_walk;

/* Prepares a pass over `rows` from step 0: nothing runs yet. `walk` is zeroed first. */
bool gb_walk_init(gb_walk *walk, gb_model *model, gb_rows *rows, gb_error *err) GB_MUST_CHECK;
void gb_walk_release(gb_walk *walk);

/* True if step `step` belongs to the variant of attention that this walk takes. */
static inline bool gb_walk_takes(const gb_walk *walk, const gb_step *step)
{
    return step->variant == GB_VARIANT_ALWAYS ||
           (step->variant == GB_VARIANT_EAGER) == walk->eager[step->layer];
}

/* Runs step `s`: reads its input slots, fills its output slots (an old tensor there is released).
 * A step of the other variant does nothing. Errors name the module. KeyboardInterrupt is checked.
 */
bool gb_step_run(gb_walk *walk, int32_t s, gb_error *err) GB_MUST_CHECK;

/* The tensor in a slot, borrowed, NULL when there is none; weights are loaded if need be. */
gb_tensor *gb_walk_peek(gb_walk *walk, int32_t slot, gb_error *err);

/* Puts a tensor (borrowed, a reference is kept) into a slot; NULL empties it. */
void gb_walk_set(gb_walk *walk, int32_t slot, gb_tensor *value);

/* From here on only the tokens `entries` (ascending, packed numbering) are computed: every live
 * token slot keeps just these. All steps that the caller still runs must be per_token ones. */
bool gb_walk_narrow(gb_walk *walk, const int64_t *entries, int64_t n, gb_error *err) GB_MUST_CHECK;

/* The first step from which on every step (up to `end`) is per_token; `end` if the last is not. */
int32_t gb_plan_first_narrow(const gb_plan *plan, int32_t end);

/* Runs the steps of one module alone: what `model.lm_head(x)` means. `inputs` are for the module's
 * input sites in the order of its args, then kwargs (those that are tensors; missing ones NULL);
 * shaped as users see them ([B, T, …], or any leading dimensions for per-token modules). One
 * output for each tensor of its output form, in order, owned. */
bool gb_module_call(gb_model *model, int32_t module, gb_tensor *const *inputs, int32_t input_count,
                    gb_tensor **outputs, int32_t output_count, gb_error *err) GB_MUST_CHECK;

#endif
