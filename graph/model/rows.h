/* Rows: the sequences of one forward pass, packed without padding.
 *
 * A row is one sequence. It holds positions [start, stop) itself; positions below `start` are those
 * of its parent row (a shared prefix, or the row it was forked from). Of its own positions,
 * [start, begin) were computed by earlier passes and their keys and values are in its cache;
 * [begin, stop) are the new tokens of this pass. A prompt is a row with start = begin = 0; a step
 * of generation extends a row by one token; a parent may run in the same pass (then it supplies its
 * new keys layer by layer) or lie wholly in its cache (begin == stop).
 *
 * All new tokens of all rows are packed side by side: token i of row r is entry
 * r.offset + i - r.begin of every token slot, N = gb_rows.tokens entries in all. */
#ifndef GB_MODEL_ROWS_H
#define GB_MODEL_ROWS_H

#include "graph/base/error.h"
#include "graph/tensor/tensor.h"

/* Keys and values of some rows of equal length, [rows, capacity, K, d] for each layer; grown by
 * doubling, so extending a row is amortised constant. Reference-counted: a row holds one. */
typedef struct gb_kv gb_kv;

gb_kv *gb_kv_ref(gb_kv *kv);
void gb_kv_unref(gb_kv *kv);

/* Bytes that it holds. */
uint64_t gb_kv_bytes(const gb_kv *kv);

typedef struct gb_row {
    int32_t parent; /* index of an earlier row of the same gb_rows, or -1 */
    int64_t start, begin, stop;
    int64_t offset;  /* of position `begin` in the packed slots */
    int64_t *tokens; /* ids of [start, stop), owned by the gb_rows */
    int64_t *types;  /* token type ids of the same, or NULL: zeros */
    size_t capacity; /* of tokens */
    gb_kv *kv;       /* NULL until a pass that keeps keys has run */
    int32_t lane;    /* which row of kv */
} gb_row;

typedef struct gb_rows {
    gb_row *row;
    int32_t count;
    size_t capacity;
    int64_t tokens; /* N: new tokens of all rows */
    bool keep;      /* keep keys and values for later passes; off for a single trace */
} gb_rows;

#define GB_ROWS_INIT                                                                               \
    {                                                                                              \
        0                                                                                          \
    }

void gb_rows_release(gb_rows *rows);

/* Adds a row of `n` new tokens (copied) whose positions below `start` are those of row `parent`
 * (-1 and 0: a prompt). Returns its index, -1 on failure: ValueError when the parent does not hold
 * position start - 1. */
int32_t gb_rows_add(gb_rows *rows, const int64_t *tokens, int64_t n, int32_t parent, int64_t start,
                    gb_error *err) GB_MUST_CHECK;

/* Token type ids of a row's new tokens (encoders), copied. */
bool gb_rows_set_types(gb_rows *rows, int32_t row, const int64_t *types,
                       gb_error *err) GB_MUST_CHECK;

/* After a pass: its new tokens become old ones (begin = stop) for every row. */
void gb_rows_advance(gb_rows *rows);

/* Appends new tokens to a row, for the next pass. */
bool gb_rows_extend(gb_rows *rows, int32_t row, const int64_t *tokens, int64_t n,
                    gb_error *err) GB_MUST_CHECK;

/* Positions that the row's last token can attend to: its stop. */
static inline int64_t gb_row_keys(const gb_row *row)
{
    return row->stop;
}

/* New tokens of a row. */
static inline int64_t gb_row_new(const gb_row *row)
{
    return row->stop - row->begin;
}

#endif
