/* Limits of the service, as constants; the table is limit.def. */
#ifndef GB_SHARE_LIMIT_H
#define GB_SHARE_LIMIT_H

#include "graph/base/error.h"

typedef enum gb_limit {
#define GB_LIMIT(id, name, value, doc) GB_LIMIT_##id,
#include "share/limit.def"
#undef GB_LIMIT
    GB_LIMIT_COUNT,
    GB_LIMIT_NONE = -1
} gb_limit;

typedef struct gb_limit_row {
    const char *name; /* "body_bytes" */
    int64_t value;
    const char *doc;
} gb_limit_row;

/* The row of a limit; static. */
const gb_limit_row *gb_limit_of(gb_limit limit);

/* True while `amount` is within the limit; else false with ValueError that names both. Which limit
 * it was goes to *met (may be NULL), for who answers with it. */
bool gb_limit_holds(gb_limit limit, int64_t amount, gb_limit *met, gb_error *err) GB_MUST_CHECK;

#endif
