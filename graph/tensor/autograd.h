/* Gradients, the thread's modes, random numbers and threads: the state around operators. */
#ifndef GB_TENSOR_AUTOGRAD_H
#define GB_TENSOR_AUTOGRAD_H

#include "graph/tensor/tensor.h"

/* --- of one tensor ---------------------------------------------------------------------------- */

bool gb_tensor_requires_grad(const gb_tensor *t);
/* RuntimeError for integer tensors and for turning it off on a value that has a history. */
bool gb_tensor_set_requires_grad(gb_tensor *t, bool on, gb_error *err) GB_MUST_CHECK;
bool gb_tensor_is_leaf(const gb_tensor *t);
/* Keep .grad of a value that is no leaf. RuntimeError if it needs no gradient. */
bool gb_tensor_retain_grad(gb_tensor *t, gb_error *err) GB_MUST_CHECK;
bool gb_tensor_retains_grad(const gb_tensor *t);
/* The gradient collected so far, owned; NULL when there is none. */
gb_tensor *gb_tensor_grad(const gb_tensor *t);
/* Replaces it; NULL clears. RuntimeError for another shape, dtype or device. */
bool gb_tensor_set_grad(gb_tensor *t, const gb_tensor *grad, gb_error *err) GB_MUST_CHECK;
/* Appends "<MulBackward0>"; appends nothing and returns false for a value without history. */
bool gb_tensor_grad_fn(const gb_tensor *t, gb_buffer *out);

/* Called when the gradient of `t` is known, before it flows on. Returns the gradient to use instead
 * (owned by autograd from then on), or NULL to leave it; `grad` is borrowed. Setting *failed stops
 * the backward with that error. */
typedef gb_tensor *gb_grad_hook(void *context, gb_tensor *grad, gb_error *failed);
/* Registers one; `release(context)` is called when the hook goes (NULL: nothing to release).
 * Returns an id for gb_tensor_remove_hook, or 0 with the error. */
unsigned gb_tensor_add_hook(gb_tensor *t, gb_grad_hook *hook, void *context,
                            void (*release)(void *context), gb_error *err) GB_MUST_CHECK;
void gb_tensor_remove_hook(gb_tensor *t, unsigned id);
/* Called when a backward has added to a leaf's .grad; `grad` is NULL and what it returns is not
 * looked at. Ids are counted apart from those above. */
unsigned gb_tensor_add_post_hook(gb_tensor *t, gb_grad_hook *hook, void *context,
                                 void (*release)(void *context), gb_error *err) GB_MUST_CHECK;
void gb_tensor_remove_post_hook(gb_tensor *t, unsigned id);

/* --- history ---------------------------------------------------------------------------------- */

/* The operator that made a value, as autograd keeps it (x.grad_fn); reference counted. */
typedef struct gb_grad_node gb_grad_node;
/* Owned; NULL for a value without history. */
gb_grad_node *gb_tensor_grad_node(const gb_tensor *t);
gb_grad_node *gb_grad_node_ref(const gb_grad_node *node);
void gb_grad_node_unref(gb_grad_node *node);
/* An identity, comparable while the node lives. */
const void *gb_grad_node_id(const gb_grad_node *node);
/* Appends "MulBackward0". */
void gb_grad_node_name(const gb_grad_node *node, gb_buffer *out);
/* The nodes that its gradients flow to: owned, NULL where none is needed. `input` (which of the
 * next node's outputs it is) may be NULL. */
size_t gb_grad_node_next_count(const gb_grad_node *node);
gb_grad_node *gb_grad_node_next(const gb_grad_node *node, size_t i, unsigned *input);
/* The leaf whose .grad an AccumulateGrad node collects, owned; NULL for other nodes. */
gb_tensor *gb_grad_node_leaf(const gb_grad_node *node);

/* An operator of one's own. */
typedef struct gb_custom_node {
    const char *name; /* of the node: "SquareBackward"; copied */
    /* Gradients of the outputs (NULL: zero, and `materialize` is off) to gradients of the inputs:
     * results[input_count], owned, NULL for none. */
    bool (*backward)(void *context, gb_tensor *const *grads, size_t count, gb_tensor **results,
                     gb_error *err);
    void (*forget)(void *context);  /* a backward that does not keep the graph is done; or NULL */
    void (*release)(void *context); /* the node goes */
    void *context;
    bool materialize; /* missing gradients come as zeros */
    bool in_place;    /* outputs that are inputs were changed in place, and go on as themselves */
} gb_custom_node;

/* Makes tensors that were computed without history the outputs of a custom operator on inputs
 * (NULL: an argument that is no tensor). outputs[i] stays as it is where `differentiable[i]` is
 * false or it has no floats, and is replaced by an alias (owned by the caller) where it is one of
 * the inputs. Nothing happens (and the context is released) when no input needs a gradient. */
bool gb_custom_node_attach(const gb_custom_node *custom, gb_tensor *const *inputs,
                           size_t input_count, gb_tensor **outputs, const bool *differentiable,
                           size_t output_count, gb_error *err) GB_MUST_CHECK;

/* --- backward --------------------------------------------------------------------------------- */

typedef struct gb_backward_options {
    gb_tensor *const *inputs; /* collect gradients into these leaves only; NULL: all leaves */
    size_t input_count;
    bool retain_graph;
    bool create_graph;
    bool allow_unused; /* gb_autograd_grad: NULL instead of an error for an input that was not used
                        */
} gb_backward_options;

/* `seeds[i]` is the gradient of outputs[i]; seeds or an element NULL: 1, for a one-element output
 * (else RuntimeError). `options` may be NULL. Gradients add up in .grad of the leaves. */
bool gb_tensors_backward(gb_tensor *const *outputs, gb_tensor *const *seeds, size_t count,
                         const gb_backward_options *options, gb_error *err) GB_MUST_CHECK;
bool gb_tensor_backward(gb_tensor *output, gb_tensor *seed, const gb_backward_options *options,
                        gb_error *err) GB_MUST_CHECK;
/* torch.autograd.grad: gradients of the outputs for options->inputs, owned, into
 * grads[options->input_count]; nothing is collected in .grad. */
bool gb_autograd_grad(gb_tensor *const *outputs, gb_tensor *const *seeds, size_t count,
                      const gb_backward_options *options, gb_tensor **grads,
                      gb_error *err) GB_MUST_CHECK;

/* The same memory without history, its changes counted apart (x.data); owned. */
gb_tensor *gb_tensor_plain(const gb_tensor *t, gb_error *err) GB_MUST_CHECK;

/* --- modes of the calling thread -------------------------------------------------------------- */

bool gb_grad_mode(void);
bool gb_grad_mode_set(bool on); /* returns what it was: `bool old = set(false); ...; set(old);` */

/* Is it looked at conjugated, or negated, without having been computed? */
bool gb_tensor_is_conj(const gb_tensor *t);
bool gb_tensor_is_neg(const gb_tensor *t);
/* Row-major in the order of channels_last (channels_last_3d for five dimensions)? */
bool gb_tensor_is_channels_last(const gb_tensor *t);

/* Backward tells which operator gave NaN. Per process, as in PyTorch. */
typedef struct gb_anomaly {
    bool on, check_nan;
} gb_anomaly;
gb_anomaly gb_anomaly_mode(void);
void gb_anomaly_set(gb_anomaly mode);

/* Inference mode: no history, no versions, no views tracked; the cheapest way to run operators.
 * Enter gives a token that must be left on the same thread, last in first out. */
typedef struct gb_inference gb_inference;
bool gb_inference_mode(void);
gb_inference *gb_inference_enter(bool on, gb_error *err) GB_MUST_CHECK;
void gb_inference_leave(gb_inference *token);
/* Tensors made in it can never take part in autograd. */
bool gb_tensor_is_inference(const gb_tensor *t);

/* Products in a narrower dtype (torch.autocast) on one kind of device. */
typedef struct gb_autocast {
    bool on;
    gb_dtype dtype;
} gb_autocast;
/* What holds now; and another setting, `nesting` +1 on the way into a block, -1 out of it (what was
 * converted is forgotten with the outermost). */
gb_autocast gb_autocast_of(gb_device device);
bool gb_autocast_set(gb_device device, gb_autocast setting, int nesting,
                     gb_error *err) GB_MUST_CHECK;

/* --- threads ---------------------------------------------------------------------------------- */

int gb_threads(void); /* that one operator may use */
void gb_threads_set(int count);

/* --- random numbers --------------------------------------------------------------------------- */

/* torch.manual_seed: of the default generators of all devices. */
void gb_manual_seed(int64_t seed);
int64_t gb_initial_seed(void);

/* A generator of one's own; reference counted. `device` GB_CPU or GB_CUDA. */
gb_generator *gb_generator_new(gb_device device, gb_error *err) GB_MUST_CHECK;
/* The default generator of a device, owned. */
gb_generator *gb_generator_default(gb_device device, gb_error *err) GB_MUST_CHECK;
gb_generator *gb_generator_ref(const gb_generator *g);
void gb_generator_unref(gb_generator *g);
void gb_generator_seed(gb_generator *g, int64_t seed);
int64_t gb_generator_initial_seed(const gb_generator *g);
gb_device gb_generator_device(const gb_generator *g);
/* The state as a uint8 tensor, owned; and back. */
gb_tensor *gb_generator_state(const gb_generator *g, gb_error *err) GB_MUST_CHECK;
bool gb_generator_set_state(gb_generator *g, const gb_tensor *state, gb_error *err) GB_MUST_CHECK;

#endif
