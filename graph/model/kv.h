/* The inside of gb_kv: keys and values of rows of equal length. For the row operators alone. */
#ifndef GB_MODEL_KV_H
#define GB_MODEL_KV_H

#include "graph/model/rows.h"

/* What one layer keeps; [rows, K, capacity, d] each, NULL before the first pass. Under autograd a
 * longer tensor takes the place of the old one (capacity is then exactly what is held). */
typedef struct gb_kv_layer {
    gb_tensor *keys, *values;
} gb_kv_layer;

struct gb_kv {
    uint32_t refs;
    int32_t rows, layers;
    gb_kv_layer *layer;
};

gb_kv *gb_kv_new(int32_t rows, int32_t layers, gb_error *err) GB_MUST_CHECK;

/* Lanes [first, first + rows) of a kept tensor get `fresh` [rows, K, n, d] at positions [at, at +
 * n) (counted from the first position the kv holds). `room` is how many positions to make room for.
 * *kept is what holds them now: positions [0, at + n) are valid. */
typedef struct gb_kv_write {
    int32_t first, rows;
    int64_t at, n, room;
} gb_kv_write;
bool gb_kv_store(const gb_kv *kv, gb_tensor **kept, const gb_kv_write *where, gb_tensor *fresh,
                 gb_error *err) GB_MUST_CHECK;

#endif
