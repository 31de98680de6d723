/* The table of limits. See limit.h. */
#include "share/limit.h"

#include <inttypes.h>

static const gb_limit_row rows[] = {
#define GB_LIMIT(id, name, value, doc) {name, value, doc},
#include "share/limit.def"
#undef GB_LIMIT
};

const gb_limit_row *gb_limit_of(gb_limit limit)
{
    return &rows[limit];
}

bool gb_limit_holds(gb_limit limit, int64_t amount, gb_limit *met, gb_error *err)
{
    const gb_limit_row *row = &rows[limit];
    if (amount <= row->value) return true;
    if (met) *met = limit;
    return gb_fail(err, GB_ERR_VALUE, "%" PRId64 " is more than the limit '%s' of %" PRId64 " (%s)",
                   amount, row->name, row->value, row->doc);
}
