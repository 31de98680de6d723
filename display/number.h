/* Numbers as people read them: three significant digits, one format for a whole column. */
#ifndef GB_DISPLAY_NUMBER_H
#define GB_DISPLAY_NUMBER_H

#include "graph/base/buffer.h"

enum { GB_DIGITS = 3, GB_DIGITS_HOVER = 4 };

/* One number alone, `digits` significant: "3.41", "0.0123", "1234", "1.2e-05", "nan", "-inf".
 * `sign` puts a + before what is positive. Whole numbers below a million keep all their digits. */
void gb_number_put(gb_buffer *out, double x, int digits, bool sign);

/* How all numbers of one table are written, so that their points and signs line up. */
typedef struct gb_number_style {
    int decimals;    /* after the point */
    bool scientific; /* d.dde±XX */
    bool sign;       /* + before positive ones */
} gb_number_style;

/* The style for numbers of magnitude up to `largest` (finite); `whole`: all are whole numbers. */
gb_number_style gb_number_style_for(double largest, bool whole, bool sign);

/* The same from an array's values: signs when one is negative. */
gb_number_style gb_number_style_of(const double *values, size_t count);

void gb_number_put_style(gb_buffer *out, double x, gb_number_style style);

/* A probability: "0.652"; below 0.0005 "2.1e-05". */
void gb_number_put_probability(gb_buffer *out, double p);

/* "1,234,567". */
void gb_number_put_count(gb_buffer *out, int64_t n);

#endif
