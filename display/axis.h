/* Ticks: round numbers along an axis, and how they are written. */
#ifndef GB_DISPLAY_AXIS_H
#define GB_DISPLAY_AXIS_H

#include "graph/base/buffer.h"

enum { GB_TICKS = 32 };

typedef struct gb_ticks {
    double at[GB_TICKS];
    size_t count;
    double step; /* between linear ticks; 0 on a logarithmic axis */
} gb_ticks;

/* Multiples of 1, 2 or 5 × 10^n within [low, high] (finite, low < high), about `most` of them. */
gb_ticks gb_ticks_linear(double low, double high, size_t most);

/* Powers of ten within [low, high] (both > 0); 1, 2 and 5 times them when there are few. */
gb_ticks gb_ticks_log(double low, double high, size_t most);

/* The label of a tick: as many decimals as the step needs, "−" for minus, "1e6" for what is long.
 */
void gb_tick_put(gb_buffer *out, double value, double step);

/* Widens [low, high] to the ticks around it, so that an axis ends at round numbers. */
void gb_ticks_widen(double *low, double *high, size_t most);

#endif
