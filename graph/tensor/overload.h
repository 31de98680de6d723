/* Inside of gb_op and gb_overload, for the files of this folder: dispatch.cpp fills them from
 * libtorch's schemas, signature.c adds what Python sees, choose.c and infer.c use them. Not for
 * other folders. */
#ifndef GB_TENSOR_OVERLOAD_H
#define GB_TENSOR_OVERLOAD_H

#include "graph/tensor/op.h"

/* Operators that are not libtorch's: own_op.def. */
typedef bool gb_own_call(const gb_arg *args, gb_arg *results, gb_error *err);
/* A row of rule.def. */
typedef struct gb_rule gb_rule;

struct gb_overload {
    const char *name; /* "aten::add.Tensor" */
    const char *schema;
    const char *overload_name; /* "Tensor" */
    const gb_op *op;
    gb_param *params;
    size_t param_count;
    size_t out_count; /* trailing out= parameters */
    const char **result_names;
    bool *result_lists;
    size_t result_count;
    bool mutates, view, random;
    bool result_dtype;   /* the result is a dtype, as an int */
    bool generated;      /* made by a tool for completeness; Python does not show it */
    bool factory;        /* has dtype, layout, device, pin_memory keywords */
    bool functional;     /* gives new tensors and changes none */
    gb_own_call *own;    /* NULL: libtorch's */
    const gb_rule *rule; /* NULL: meta kernel */
    bool dynamic;        /* the shapes of the results depend on values */
    const void *torch;   /* dispatch.cpp's own */
};

/* One parameter of a call as Python sees it. */
typedef struct gb_python_param {
    const char *name;      /* "input", "dim", "out", "requires_grad" */
    const gb_param *param; /* NULL for out and requires_grad */
    uint8_t index;         /* of param in the base overload */
    bool keyword_only;
    bool optional; /* has a default */
    bool out;
} gb_python_param;

/* An overload and its out= twin as one signature. */
typedef struct gb_signature {
    const gb_overload *base;     /* NULL: only with out= */
    const gb_overload *with_out; /* NULL: no out= */
    gb_python_param *params;
    uint8_t count, positional, required, self_index;
} gb_signature;

struct gb_op {
    const char *name;
    const char *short_name;
    gb_overload **overloads;
    size_t overload_count;
    gb_signature *functions; /* torch.NAME(...), in the order they are tried */
    size_t function_count;
    gb_signature *methods; /* x.NAME(...) */
    size_t method_count;
    bool numbers;  /* a number may stand for a tensor */
    bool variadic; /* tensors may be given one by one for a list of tensors */
    bool old;      /* PyTorch has deprecated signatures beside those here */
};

/* signature.c: fills functions and methods from overloads; all memory from the arena. */
struct gb_arena;
bool gb_op_arrange(gb_op *op, struct gb_arena *arena, gb_error *err) GB_MUST_CHECK;

/* mismatch.c: what messages call a gb_param_type. */
extern const char *const gb_param_type_names[];

/* op.c: TypeError unless every parameter from the count-th on has a default. */
bool gb_overload_may_leave_out(const gb_overload *overload, size_t count,
                               gb_error *err) GB_MUST_CHECK;

/* dispatch.cpp: the call itself, after all checks. */
bool gb_overload_dispatch(const gb_overload *overload, const gb_arg *args, size_t count,
                          gb_arg *results, gb_error *err) GB_MUST_CHECK;

#define GB_OWN_OP(schema, function) gb_own_call function;
#include "graph/tensor/own_op.def"
#undef GB_OWN_OP

/* own_op.c and rule.c: what belongs to an operator's name, or NULL. */
gb_own_call *gb_own_call_find(const char *name);
/* by the short name */
const gb_rule *gb_rule_find(const char *name);
gb_inferred gb_rule_apply(const gb_overload *overload, const gb_arg *args, gb_arg *results,
                          gb_error *err);

/* The schemas of own_op.def and of signature.def (Python signatures that ATen lacks): calls `each`
 * with the text. */
extern const char *const gb_own_schemas[];
extern const size_t gb_own_schema_count;

#endif
