/* Which rows run together. See row_group.h. */
#include "graph/model/row_group.h"

#include "graph/base/memory.h"
#include "graph/model/attention.h"

static bool joins(const gb_row_group *group, const gb_row *row, int32_t index)
{
    return group->parent < 0 && row->parent < 0 && index == group->first + group->count &&
           row->begin == group->begin && row->stop == group->stop && row->kv == group->kv &&
           (!row->kv || row->lane == group->lane + group->count);
}

/* Rows that keep keys and have no place for them yet get one. */
static bool give_place(gb_walk *walk, gb_row_group *group, gb_error *err)
{
    if (!walk->rows->keep || group->kv) return true;
    group->kv = gb_kv_new(group->count, walk->plan->layers, err);
    if (!group->kv) return false;
    for (int32_t i = 0; i < group->count; i++) {
        gb_row *row = &walk->rows->row[group->first + i];
        row->kv = gb_kv_ref(group->kv);
        row->lane = i;
    }
    group->lane = 0;
    gb_kv_unref(group->kv);
    return true;
}

bool gb_row_groups_make(gb_walk *walk, gb_error *err)
{
    const gb_rows *rows = walk->rows;
    gb_row_groups *groups = gb_calloc(1, sizeof *groups, err);
    if (!groups) return false;
    walk->scratch = groups;
    groups->items = gb_calloc((size_t)rows->count + 1, sizeof *groups->items, err);
    if (!groups->items) return false;
    gb_row_group *last = NULL;
    for (int32_t i = 0; i < rows->count; i++) {
        const gb_row *row = &rows->row[i];
        if (gb_row_new(row) == 0) continue;
        if (row->stop > groups->keys) groups->keys = row->stop;
        if (last && joins(last, row, i)) {
            last->count++;
            continue;
        }
        last = &groups->items[groups->count++];
        *last = (gb_row_group){.first = i,
                               .count = 1,
                               .offset = row->offset,
                               .n = gb_row_new(row),
                               .start = row->start,
                               .begin = row->begin,
                               .stop = row->stop,
                               .parent = row->parent,
                               .kv = row->kv,
                               .lane = row->lane};
    }
    for (int32_t g = 0; g < groups->count; g++)
        if (!give_place(walk, &groups->items[g], err)) return false;
    return true;
}

void gb_row_groups_free(gb_walk *walk)
{
    gb_row_groups *groups = walk->scratch;
    if (!groups) return;
    gb_free(groups->items);
    gb_free(groups);
    walk->scratch = NULL;
}
