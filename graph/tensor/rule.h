/* Between infer.c, rule.c (arguments and dtypes of a rule) and rule_shape.c (the shapes). Not for
 * other folders. */
#ifndef GB_TENSOR_RULE_H
#define GB_TENSOR_RULE_H

#include "graph/tensor/overload.h"

enum { GB_RULE_DIM_MAX = 64 };

typedef enum gb_rule_dtype {
    GB_RULE_SAME,
    GB_RULE_BOOLEAN,
    GB_RULE_INT64,
    GB_RULE_PROMOTE,
    GB_RULE_WHERE, /* promotes all but the condition */
    GB_RULE_FLOAT,
    GB_RULE_REAL,
    GB_RULE_REAL_FLOAT,
    GB_RULE_SUM,
    GB_RULE_COMPLEX
} gb_rule_dtype;

/* A call whose results are to be told. `args` are meta tensors and numbers, one a parameter. */
typedef struct gb_rule_call {
    const gb_overload *overload;
    const gb_arg *args;
    const gb_rule_dtype dtype;
    gb_arg *results;
    gb_error *err;
} gb_rule_call;

/* Sizes in the making. */
typedef struct gb_rule_shape {
    int64_t sizes[GB_RULE_DIM_MAX];
    size_t dim;
} gb_rule_shape;

typedef gb_inferred gb_rule_function(const gb_rule_call *call);

struct gb_rule {
    const char *name;
    gb_rule_function *function;
    gb_rule_dtype dtype;
};

/* The argument of the parameter of that name, or NULL when there is none or it is None. */
const gb_arg *gb_rule_arg(const gb_rule_call *call, const char *name);
/* An int or bool argument, or `standard`. */
int64_t gb_rule_int(const gb_rule_call *call, const char *name, int64_t standard);
/* The i-th argument as a tensor, or NULL. */
const gb_tensor *gb_rule_tensor(const gb_rule_call *call, size_t i);

bool gb_rule_shape_of(const gb_tensor *t, gb_rule_shape *shape);
/* Wraps a negative dimension; IndexError in PyTorch's words when out of range. */
bool gb_rule_wrap(const gb_rule_call *call, int64_t *dim, size_t rank);
/* shape becomes the broadcast of itself and t's; RuntimeError in PyTorch's words. */
bool gb_rule_spread(const gb_rule_call *call, gb_rule_shape *shape, const gb_tensor *t);

/* Result i is a meta tensor of that shape, of the rule's dtype (or of the one given). On failure
 * the results before i are released. */
gb_inferred gb_rule_result(const gb_rule_call *call, size_t i, const gb_rule_shape *shape);
gb_inferred gb_rule_result_as(const gb_rule_call *call, size_t i, const gb_rule_shape *shape,
                              gb_dtype dtype);

/* clang-format off */
#define GB_RULE_SHAPES(X) \
    X(first) X(first_pick) X(broadcast) X(broadcast_two) X(layer_norm) X(reduce) \
    X(reduce_two) X(reduce_pick) X(quantile) X(scalar) X(index_select) X(embedding) \
    X(cdist) X(bucketize) X(searchsorted) X(multinomial) X(attention) X(convolution) \
    X(fft) X(fft_real) X(setitem)
/* clang-format on */
#define GB_DECLARE_RULE(name) gb_rule_function gb_rule_##name;
GB_RULE_SHAPES(GB_DECLARE_RULE)
#undef GB_DECLARE_RULE

#endif
