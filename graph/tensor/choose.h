/* Between choose.c (finding the signature that fits) and mismatch.c (saying why none does). Not for
 * other folders. */
#ifndef GB_TENSOR_CHOOSE_H
#define GB_TENSOR_CHOOSE_H

#include "graph/tensor/autograd.h"
#include "graph/tensor/overload.h"

/* One choosing in progress. */
typedef struct gb_choice {
    const gb_op *op;
    const gb_op_arguments *call;
    const gb_signature *signatures;
    size_t count;
    const gb_arg *values[GB_ARGS_MAX + 2]; /* of the signature tried: NULL where left out */
    bool rest[GB_ARGS_MAX + 2];            /* the value is all positional arguments from here */
} gb_choice;

typedef enum gb_mismatch_kind {
    GB_MISMATCH_TOO_MANY, /* positional arguments */
    GB_MISMATCH_MISSING,
    GB_MISMATCH_TYPE,
    GB_MISMATCH_KEYWORDS /* unknown, or given twice */
} gb_mismatch_kind;

/* Why a signature does not fit. */
typedef struct gb_mismatch {
    gb_mismatch_kind kind;
    const gb_signature *signature;
    size_t param;           /* the parameter at fault */
    const gb_arg *argument; /* its argument, for TYPE */
    size_t position;        /* 1-based; 0 when given by keyword */
    int failed;             /* the item of a list that is wrong, or -1 */
} gb_mismatch;

bool gb_choice_fit(gb_choice *c, const gb_signature *s, gb_mismatch *m);
const gb_arg *gb_choice_keyword(const gb_choice *c, const gb_python_param *p, size_t *found);

/* The order in which PyTorch's messages list keywords, that of a hash table of libstdc++:
 * dispatch.cpp. At most GB_KEYWORDS_MAX. */
enum { GB_KEYWORDS_MAX = 64 };
size_t gb_keyword_order(const char *const *names, size_t count, size_t order[GB_KEYWORDS_MAX]);

/* TypeError in PyTorch's words for a call that fits none of the signatures. */
bool gb_choice_fail(gb_choice *c, gb_error *err);

#endif
