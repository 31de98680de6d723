/* gb_tensor: an opaque handle to a PyTorch tensor, and all that can be asked of one.
 *
 * A handle *is* libtorch's tensor object: taking a reference costs one atomic increment and there
 * is no second object. Arguments are borrowed, results owned (gb_tensor_unref). A handle is never
 * the undefined tensor: where PyTorch has None or an undefined tensor, this API has NULL.
 *
 * Not here: operators (op.h), indexing (index.h), gradients and modes (autograd.h), printing
 * (print.h). Shapes are written [B, T, D]; "contiguous" means row-major with no gaps. */
#ifndef GB_TENSOR_TENSOR_H
#define GB_TENSOR_TENSOR_H

#include "graph/tensor/arg.h"

/* --- references ------------------------------------------------------------------------------ */

/* One more reference to the same tensor; NULL gives NULL. */
gb_tensor *gb_tensor_ref(const gb_tensor *t);
void gb_tensor_unref(gb_tensor *t); /* NULL does nothing */

/* References held to this tensor object (by handles, by autograd, by lists). */
size_t gb_tensor_use_count(const gb_tensor *t);

/* --- facts ------------------------------------------------------------------------------------ */

int64_t gb_tensor_dim(const gb_tensor *t);   /* number of dimensions */
int64_t gb_tensor_numel(const gb_tensor *t); /* elements */
/* dim() lengths, or strides in elements; borrowed, valid until the tensor is resized or released.
 */
const int64_t *gb_tensor_sizes(const gb_tensor *t);
const int64_t *gb_tensor_strides(const gb_tensor *t);
/* The length of one dimension; negative counts from the end. -1 when there is no such dimension. */
int64_t gb_tensor_size(const gb_tensor *t, int64_t dim);

gb_dtype gb_tensor_dtype(const gb_tensor *t); /* GB_DTYPE_NONE for types that dtype.def lacks */
gb_device gb_tensor_device(const gb_tensor *t);
bool gb_tensor_is_meta(const gb_tensor *t);
bool gb_tensor_is_strided(const gb_tensor *t); /* false for sparse layouts, which have no strides */
bool gb_tensor_is_contiguous(const gb_tensor *t);
bool gb_tensor_same_shape(const gb_tensor *a, const gb_tensor *b);

size_t gb_tensor_element_size(const gb_tensor *t);
size_t gb_tensor_bytes(const gb_tensor *t);         /* numel × element size */
size_t gb_tensor_storage_bytes(const gb_tensor *t); /* of the whole storage it looks into */

/* --- aliasing --------------------------------------------------------------------------------- */

/* True if both look into the same storage (they may still not overlap). False for meta tensors of
 * different origin and for tensors without storage. */
bool gb_tensor_shares_storage(const gb_tensor *a, const gb_tensor *b);
/* An identity for the storage, comparable while any tensor of it lives; NULL without storage. */
const void *gb_tensor_storage_id(const gb_tensor *t);
int64_t gb_tensor_storage_offset(const gb_tensor *t); /* in elements */
size_t gb_tensor_storage_use_count(const gb_tensor *t);
/* The only handle to a tensor that is the only one to look into its storage, needs no gradient and
 * is no view: it may be overwritten without anybody noticing. */
bool gb_tensor_is_sole_owner(const gb_tensor *t);
/* Counts the in-place changes of the tensor and its views (Tensor._version). 0 for tensors made in
 * inference mode, which do not count. */
uint32_t gb_tensor_version(const gb_tensor *t);
/* The tensor that `t` is an autograd-tracked view of (Tensor._base), owned; NULL if it is no view.
 */
gb_tensor *gb_tensor_base(const gb_tensor *t);

/* --- construction ----------------------------------------------------------------------------- */

/* What a new tensor is to be. Start from gb_tensor_options_default. */
typedef struct gb_tensor_options {
    gb_dtype dtype;   /* GB_DTYPE_NONE: see each function */
    gb_device device; /* GB_DEVICE_DEFAULT: CPU */
    bool requires_grad;
} gb_tensor_options;

static inline gb_tensor_options gb_tensor_options_default(void)
{
    gb_tensor_options options = {GB_DTYPE_NONE, {GB_DEVICE_NONE, -1}, false};
    return options;
}

/* Uninitialised memory, contiguous, on the CPU. Sizes below zero are a RuntimeError. */
gb_tensor *gb_tensor_empty(gb_dtype dtype, const int64_t *sizes, size_t dim,
                           gb_error *err) GB_MUST_CHECK;
/* A shape and dtype without data. */
gb_tensor *gb_tensor_meta(gb_dtype dtype, const int64_t *sizes, size_t dim,
                          gb_error *err) GB_MUST_CHECK;
/* A copy of contiguous CPU memory (numel × element size bytes). */
gb_tensor *gb_tensor_from_data(const void *data, gb_dtype dtype, const int64_t *sizes, size_t dim,
                               gb_error *err) GB_MUST_CHECK;

/* Memory that somebody else owns, to be looked at without a copy. */
typedef struct gb_borrowed {
    void *data; /* aligned for dtype; must stay valid and unmoved until release is called */
    gb_dtype dtype;
    const int64_t *sizes;
    size_t dim;
    const int64_t *strides; /* in elements; NULL: contiguous */
    void (*release)(
        void *context); /* called once, from any thread, when no tensor needs it; or NULL */
    void *context;
} gb_borrowed;

/* On failure release is not called: the memory stays the caller's. */
gb_tensor *gb_tensor_from_borrowed(const gb_borrowed *memory, gb_error *err) GB_MUST_CHECK;

/* torch.tensor(data): a number, or nested lists and tuples of numbers, bools and 0-dim tensors, or
 * a tensor (copied). Without a dtype: bool, int64, the default dtype or its complex, by what is
 * inside. Errors and messages are PyTorch's ("expected sequence of length 2 at dim 1 (got 3)"). */
gb_tensor *gb_tensor_from_arg(const gb_arg *data, const gb_tensor_options *options,
                              gb_error *err) GB_MUST_CHECK;
/* A 0-dim tensor of a BOOL, INT, FLOAT or COMPLEX. */
gb_tensor *gb_tensor_from_scalar(gb_arg value, gb_dtype dtype, gb_error *err) GB_MUST_CHECK;

/* --- reading ---------------------------------------------------------------------------------- */

/* The first element in memory, for CPU tensors; NULL for others and for empty ones. Read it with
 * the tensor's strides; writing is for whoever made the tensor. */
void *gb_tensor_data(const gb_tensor *t);
/* Tensor.item(): BOOL, INT, FLOAT or COMPLEX. RuntimeError unless there is exactly one element. */
bool gb_tensor_item(const gb_tensor *t, gb_arg *value, gb_error *err) GB_MUST_CHECK;
/* Elements [first, first + count) in row-major order, converted to double (the real part of complex
 * ones), of a tensor of any dtype, device and stride. IndexError outside. */
bool gb_tensor_read(const gb_tensor *t, int64_t first, int64_t count, double *values,
                    gb_error *err) GB_MUST_CHECK;
/* The same elements exactly, as BOOL, INT, FLOAT or COMPLEX (uint64 as the bits of an INT). */
bool gb_tensor_read_args(const gb_tensor *t, int64_t first, int64_t count, gb_arg *values,
                         gb_error *err) GB_MUST_CHECK;
/* Tensor.tolist(): a number for 0 dimensions, else nested LISTs; owned by the caller. */
bool gb_tensor_to_list(const gb_tensor *t, gb_arg *value, gb_error *err) GB_MUST_CHECK;
/* torch.equal of shape, dtype and bits (NaN equals the same NaN); false on different devices. */
bool gb_tensor_same_bits(const gb_tensor *a, const gb_tensor *b);

/* --- conversion: what is right already is returned as one more reference ------------------------
 */

gb_tensor *gb_tensor_clone(const gb_tensor *t, gb_error *err) GB_MUST_CHECK; /* always a copy */
gb_tensor *gb_tensor_contiguous(const gb_tensor *t, gb_error *err) GB_MUST_CHECK;
gb_tensor *gb_tensor_cpu(const gb_tensor *t, gb_error *err) GB_MUST_CHECK;
/* GB_DTYPE_NONE and GB_DEVICE_DEFAULT keep what is there. */
gb_tensor *gb_tensor_to(const gb_tensor *t, gb_dtype dtype, gb_device device,
                        gb_error *err) GB_MUST_CHECK;
/* The same data without autograd history (a view). */
gb_tensor *gb_tensor_detach(const gb_tensor *t, gb_error *err) GB_MUST_CHECK;
/* A view of x's storage with these sizes, strides and offset (in elements). */
gb_tensor *gb_tensor_view(const gb_tensor *x, const int64_t *sizes, const int64_t *strides,
                          size_t dim, int64_t offset, gb_error *err) GB_MUST_CHECK;
/* The same shape, strides and dtype as a meta tensor. */
gb_tensor *gb_tensor_as_meta(const gb_tensor *t, gb_error *err) GB_MUST_CHECK;

/* to[...] = from, broadcasting and converting, in place (counts as a version; autograd sees it). */
bool gb_tensor_copy_into(gb_tensor *to, const gb_tensor *from, gb_error *err) GB_MUST_CHECK;
/* `x.data = y`: t looks into y's storage from now on; history and grad stay. */
bool gb_tensor_set_data(gb_tensor *t, const gb_tensor *data, gb_error *err) GB_MUST_CHECK;

#endif
