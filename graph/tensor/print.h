/* Tensors, shapes and dtypes as text, exactly as PyTorch prints them. */
#ifndef GB_TENSOR_PRINT_H
#define GB_TENSOR_PRINT_H

#include "graph/tensor/tensor.h"

typedef enum gb_sci_mode { GB_SCI_AUTO, GB_SCI_ON, GB_SCI_OFF } gb_sci_mode;

/* torch.set_printoptions. The owner (a session) keeps one; NULL stands for the defaults. */
typedef struct gb_print_options {
    int precision;      /* digits after the point: 4 */
    int64_t threshold;  /* elements above which a tensor is summarised: 1000 */
    int64_t edge_items; /* shown at each end of a dimension then: 3 */
    int linewidth;      /* characters a line: 80 */
    gb_sci_mode sci_mode;
} gb_print_options;

extern const gb_print_options gb_print_defaults;
/* profile="default", "short" or "full"; false for another name. */
bool gb_print_profile(const char *name, gb_print_options *options);

/* str(x) = repr(x): "tensor([1., 2.], requires_grad=True)". Only the elements shown are read. Fails
 * for lack of memory, on an interrupt, or when the device fails. */
bool gb_tensor_print(gb_buffer *out, const gb_tensor *t, const gb_print_options *options,
                     gb_error *err) GB_MUST_CHECK;

/* The same as an owned text (gb_free). */
char *gb_tensor_repr(const gb_tensor *t, const gb_print_options *options,
                     gb_error *err) GB_MUST_CHECK;

/* "torch.Size([2, 3])" */
void gb_shape_print(gb_buffer *out, const int64_t *sizes, size_t dim);

/* "float32[2, 3]" and, off the CPU, " cuda:0": one tensor in an error message or a dump. */
void gb_tensor_describe(gb_buffer *out, const gb_tensor *t);

#endif
