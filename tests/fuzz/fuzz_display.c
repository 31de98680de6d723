/* Views fed with arbitrary texts and numbers: the first bytes choose the shape, the rest is both
 * the labels and the values. */
#include "display/view.h"

#include <string.h>

enum { TEXTS = 4, TEXT = 24, VALUES = 16 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void show_all(const char *const *t, const double *v, const uint8_t *shape)
{
    gb_bundle b = GB_BUNDLE_INIT;
    gb_card card = {.title = t[0], .array = gb_array_matrix(v, shape[0] % 4, shape[1] % 5)};
    if (gb_card_show(&card, &b, NULL)) gb_bundle_release(&b);
    gb_trouble_frame frame = {t[0], t[1], t[2], shape[2], shape[3]};
    gb_trouble trouble = {.cls = t[3], .message = t[1], .frames = &frame, .count = 1};
    if (gb_trouble_show(&trouble, &b, NULL)) gb_bundle_release(&b);
    gb_tokens tokens = {.texts = t, .values = gb_array_doubles(v, TEXTS)};
    if (gb_tokens_show(&tokens, &b, NULL)) gb_bundle_release(&b);
    gb_series series = {.kind = (gb_series_kind)(shape[0] % (GB_SERIES_TEXT + 1)),
                        .name = t[0],
                        .x = v,
                        .y = v + 4,
                        .count = 8,
                        .image = gb_array_matrix(v, 2, 3)};
    gb_axes axes = {
        .title = t[1],
        .series = &series,
        .count = 1,
        .x = {.logarithmic = shape[1] & 1, .categories = t, .category_count = TEXTS},
        .y = {.logarithmic = shape[1] & 2, .fixed = shape[1] & 4, .low = v[0], .high = v[1]}};
    if (gb_figure_show(&(gb_figure){.axes = &axes, .count = 1, .width = 200, .height = 120}, &b,
                       NULL))
        gb_bundle_release(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t shape[4] = {0};
    char texts[TEXTS][TEXT + 1] = {{0}};
    const char *list[TEXTS];
    double values[VALUES] = {0};
    memcpy(shape, data, size < sizeof shape ? size : sizeof shape);
    for (size_t i = 0; i < TEXTS; i++) {
        size_t from = 4 + i * TEXT;
        if (size > from) memcpy(texts[i], data + from, size - from < TEXT ? size - from : TEXT);
        list[i] = texts[i];
    }
    if (size > 4) memcpy(values, data + 4, size - 4 < sizeof values ? size - 4 : sizeof values);
    show_all(list, values, shape);
    return 0;
}
