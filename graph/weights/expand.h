/* Stored blocks of numbers to float32: the arithmetic of GGUF's quantised types, each function one
 * row of types.def. Bit for bit what gguf-py's dequantize gives.
 *
 * Layouts: https://github.com/ggml-org/ggml/blob/master/src/ggml-common.h */
#ifndef GB_WEIGHTS_EXPAND_H
#define GB_WEIGHTS_EXPAND_H

#include <stddef.h>
#include <stdint.h>

/* Expands `count` blocks into count × (elements of a block) floats. */
typedef void gb_expand(const uint8_t *blocks, size_t count, float *out);

gb_expand gb_expand_f16, gb_expand_bf16;
gb_expand gb_expand_q4_0, gb_expand_q4_1, gb_expand_q5_0, gb_expand_q5_1, gb_expand_q8_0;
gb_expand gb_expand_q2_k, gb_expand_q3_k, gb_expand_q4_k, gb_expand_q5_k, gb_expand_q6_k;

#endif
