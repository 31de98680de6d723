/* Operators: found by name, chosen by their arguments, called. All of ATen, and a few of our own
 * (gb::getitem, gb::setitem, gb::mark; own_op.def).
 *
 *     gb_op_find("aten::add")                       an operator: its overloads, in PyTorch's order
 *     gb_op_choose(op, &call, &bound, &err)         positional and keyword arguments -> one
 * overload and its arguments in schema order, as PyTorch's parser gb_overload_call(overload, args,
 * ...)         the boxed call gb_overload_infer(overload, args, ...)        shapes and dtypes only
 *
 * Operators and overloads are facts about libtorch: they live as long as the process, are never
 * released, and may be shared between threads. What is in a graph or plan is a gb_overload and the
 * bound arguments. */
#ifndef GB_TENSOR_OP_H
#define GB_TENSOR_OP_H

#include "graph/tensor/tensor.h"

typedef struct gb_op gb_op;
typedef struct gb_overload gb_overload;

enum {
    GB_ARGS_MAX = 32,   /* arguments of one overload */
    GB_RESULTS_MAX = 16 /* results of one overload */
};

/* --- finding ---------------------------------------------------------------------------------- */

/* "aten::add", or "add" for the same. NULL with AttributeError, naming the nearest operator. */
const gb_op *gb_op_find(const char *name, gb_error *err) GB_MUST_CHECK;
/* The same without an error: NULL when there is none. */
const gb_op *gb_op_lookup(const char *name);
/* "aten::add.Tensor"; "aten::mm" for the overload without a name. NULL with AttributeError. */
const gb_overload *gb_overload_find(const char *name, gb_error *err) GB_MUST_CHECK;

/* Overloads found once, for hot paths: gb_overload_known(GB_KNOWN_LINEAR). Never NULL. */
typedef enum gb_known_op {
#define GB_KNOWN_OP(id, name) GB_KNOWN_##id,
#include "graph/tensor/known_op.def"
#undef GB_KNOWN_OP
    GB_KNOWN_COUNT
} gb_known_op;
const gb_overload *gb_overload_known(gb_known_op op);

/* Short names ("add", "add_") of all operators whose name starts with `prefix`, sorted, the private
 * ones (leading underscore) only if the prefix has one. Calls `each` until it returns false. */
typedef bool gb_op_visitor(const gb_op *op, void *context);
void gb_op_each(const char *prefix, gb_op_visitor *each, void *context);

/* --- facts ------------------------------------------------------------------------------------ */

const char *gb_op_name(const gb_op *op);       /* "aten::add" */
const char *gb_op_short_name(const gb_op *op); /* "add" */
/* True if it can be called as a method: some overload has a tensor `self`. */
bool gb_op_is_method(const gb_op *op);
/* One line an overload in Python's terms, as help() shows it:
 * "add(Tensor input, Tensor other, *, Number alpha=1, Tensor out=None) -> Tensor". */
void gb_op_help(const gb_op *op, gb_buffer *out);
/* True if it makes tensors out of none (zeros, rand): torch.set_default_device is for these. */
bool gb_op_is_factory(const gb_op *op);
size_t gb_op_overload_count(const gb_op *op);
const gb_overload *gb_op_overload(const gb_op *op, size_t i);

typedef enum gb_param_type {
    GB_PARAM_TENSOR,
    GB_PARAM_SCALAR,
    GB_PARAM_INT,
    GB_PARAM_FLOAT,
    GB_PARAM_BOOL,
    GB_PARAM_COMPLEX,
    GB_PARAM_TEXT,
    GB_PARAM_DTYPE,
    GB_PARAM_DEVICE,
    GB_PARAM_LAYOUT,
    GB_PARAM_MEMORY_FORMAT,
    GB_PARAM_GENERATOR,
    GB_PARAM_INDEX, /* of gb::getitem and gb::setitem: see index.h */
    GB_PARAM_OTHER  /* nothing that can be passed: the overload cannot be called */
} gb_param_type;

typedef struct gb_param {
    const char *name; /* the schema's: "self", not Python's "input" */
    gb_param_type type;
    bool list;             /* of type */
    bool optional;         /* None is allowed */
    bool element_optional; /* None is allowed as an item of the list */
    bool keyword_only;
    bool out;          /* one of the trailing out= arguments */
    bool written;      /* the call changes this tensor */
    bool aliased;      /* a result may be a view of this tensor */
    bool symbolic;     /* an int that the schema writes as SymInt */
    bool has_default;  /* then `standard` is the value */
    int32_t list_size; /* of `int[2]`: a single number stands for so many; else 0 */
    gb_arg standard;   /* borrowed; lives as long as the overload */
} gb_param;

const char *gb_overload_name(const gb_overload *overload);   /* "aten::add.Tensor" */
const char *gb_overload_schema(const gb_overload *overload); /* the schema's text */
const gb_op *gb_overload_op(const gb_overload *overload);
size_t gb_overload_param_count(const gb_overload *overload);
const gb_param *gb_overload_param(const gb_overload *overload, size_t i);
size_t gb_overload_result_count(const gb_overload *overload);
/* "values" of topk; "" where the schema names none. */
const char *gb_overload_result_name(const gb_overload *overload, size_t i);
/* True if result i is a list of tensors. */
bool gb_overload_result_is_list(const gb_overload *overload, size_t i);

/* Writes to an argument (add_, out=). */
bool gb_overload_mutates(const gb_overload *overload);
/* Gives a view of an argument (select, expand). Operators that only may (reshape, to, contiguous)
 * count as views too. */
bool gb_overload_is_view(const gb_overload *overload);
/* Draws random numbers (dropout, randn). Such a node must not be merged with an equal one. */
bool gb_overload_is_random(const gb_overload *overload);
/* The out-of-place twin of an in-place overload (add_.Tensor -> add.Tensor), with the same
 * parameters; NULL when there is none (then also for overloads that do not mutate). */
const gb_overload *gb_overload_functional(const gb_overload *overload);

/* --- choosing --------------------------------------------------------------------------------- */

/* A call as Python writes it. All borrowed. */
typedef struct gb_op_arguments {
    const gb_arg *self; /* the receiver of x.NAME(...), or NULL for torch.NAME(...) */
    const gb_arg *positional;
    size_t positional_count;
    const char *const *keywords;  /* keyword_count names ... */
    const gb_arg *keyword_values; /* ... and values */
    size_t keyword_count;
} gb_op_arguments;

/* A chosen overload with one argument a parameter, defaults filled in. The arguments borrow from
 * the call (and from the overload's defaults), and are as the caller wrote them: gb_overload_call
 * makes a list of a single int, a tensor of a number, and so on. */
typedef struct gb_bound {
    const gb_overload *overload;
    size_t count;
    bool requires_grad; /* requires_grad=True of a factory function: gb_op_call applies it */
    gb_arg args[GB_ARGS_MAX];
} gb_bound;

/* Chooses as PyTorch's Python argument parser does: Python's names (`input`, `dim`/`axis`,
 * `keepdim`/`keepdims`), numbers for tensors where PyTorch allows them, x.view(2, 3) for
 * x.view((2, 3)), out=. A NODE is taken for a tensor of any shape. TypeError in PyTorch's words
 * when nothing fits. */
bool gb_op_choose(const gb_op *op, const gb_op_arguments *call, gb_bound *bound,
                  gb_error *err) GB_MUST_CHECK;

/* --- calling ---------------------------------------------------------------------------------- */

/* Calls with one argument a parameter, in schema order; trailing parameters that have defaults may
 * be left out (count < param_count). Arguments are converted to the schema's types (int -> float,
 * number
 * -> 0-dim tensor, int -> int[], 0-dim tensor -> number, names of dtypes). Fills results[0 ..
 * result_count), owned: TENSOR, LIST of tensors, numbers, or NONE for an undefined tensor. On
 * failure nothing is in results. Errors have PyTorch's class and message; an interrupt gives
 * KeyboardInterrupt before the call. A NODE argument is a TypeError. */
bool gb_overload_call(const gb_overload *overload, const gb_arg *args, size_t count,
                      gb_arg *results, gb_error *err) GB_MUST_CHECK;

/* For overloads with one tensor as result: the engine's way. Owned. */
gb_tensor *gb_overload_tensor(const gb_overload *overload, const gb_arg *args, size_t count,
                              gb_error *err) GB_MUST_CHECK;

/* gb_tensor *y = GB_CALL(linear, err, gb_arg_tensor(x), gb_arg_tensor(w)); */
#define GB_CALL(overload, err, ...)                                                                \
    gb_overload_tensor((overload), (gb_arg[]){__VA_ARGS__},                                        \
                       sizeof((gb_arg[]){__VA_ARGS__}) / sizeof(gb_arg), (err))

/* The same with the overload's name, looked up each time (about 0.1 µs): for code that runs rarely.
 */
#define GB_CALL_NAME(name, err, ...)                                                               \
    gb_overload_tensor_name((name), (gb_arg[]){__VA_ARGS__},                                       \
                            sizeof((gb_arg[]){__VA_ARGS__}) / sizeof(gb_arg), (err))
gb_tensor *gb_overload_tensor_name(const char *name, const gb_arg *args, size_t count,
                                   gb_error *err) GB_MUST_CHECK;

/* Everything that one call gave. */
typedef struct gb_results {
    const gb_overload *overload; /* which one was chosen: names of the results */
    size_t count;
    gb_arg values[GB_RESULTS_MAX];
} gb_results;
void gb_results_release(gb_results *results);

/* Choose and call: what torch.NAME(...) and x.NAME(...) are. */
bool gb_op_call(const gb_op *op, const gb_op_arguments *call, gb_results *results,
                gb_error *err) GB_MUST_CHECK;

/* --- shapes without values -------------------------------------------------------------------- */

typedef enum gb_inferred {
    GB_INFER_ERROR,   /* the call cannot work: err says why, as the real call would */
    GB_INFER_UNKNOWN, /* the shape depends on values, or nobody knows it */
    GB_INFER_KNOWN
} gb_inferred;

/* Shapes and dtypes of the results: fills results as gb_overload_call does, with meta tensors.
 * Tensor arguments may be meta or real; only their shape and dtype are used. An in-place or out=
 * call changes nothing. Non-tensor results make it UNKNOWN. */
gb_inferred gb_overload_infer(const gb_overload *overload, const gb_arg *args, size_t count,
                              gb_arg *results, gb_error *err) GB_MUST_CHECK;

#endif
