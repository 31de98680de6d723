/* Rows that go through attention together: consecutive rows of equal length whose keys lie side by
 * side. The scratch of a walk; for the row operators alone. */
#ifndef GB_MODEL_ROW_GROUP_H
#define GB_MODEL_ROW_GROUP_H

#include "graph/model/kv.h"
#include "graph/model/walk.h"

typedef struct gb_row_group {
    int32_t first, count; /* rows [first, first + count) */
    int64_t offset;       /* of the first one in the packed slots */
    int64_t n;            /* new tokens of each */
    int64_t start, begin, stop;
    int32_t parent; /* then count is 1 */
    gb_kv *kv;      /* borrowed; NULL: nothing is kept */
    int32_t lane;
} gb_row_group;

typedef struct gb_row_groups {
    gb_row_group *items;
    int32_t count;
    int64_t keys; /* S': the largest stop */
} gb_row_groups;

static inline const gb_row_groups *gb_row_groups_of(const gb_walk *walk)
{
    return walk->scratch;
}

#endif
