/* One sample of every view: what the golden files, the sanitizer's rules and the screenshots see.
 */
#ifndef GB_TESTS_DISPLAY_SAMPLES_H
#define GB_TESTS_DISPLAY_SAMPLES_H

#include "display/view.h"

typedef struct sample {
    const char *name;
    bool (*show)(gb_bundle *out, gb_error *err);
} sample;

extern const sample SAMPLES[];
extern const size_t SAMPLE_COUNT;
extern const sample MORE_SAMPLES[]; /* samples_more.c */
extern const size_t MORE_SAMPLE_COUNT;

/* All of them, one after the other; NULL after the last. */
static inline const sample *sample_at(size_t i)
{
    if (i < SAMPLE_COUNT) return &SAMPLES[i];
    i -= SAMPLE_COUNT;
    return i < MORE_SAMPLE_COUNT ? &MORE_SAMPLES[i] : NULL;
}

/* NULL when the HTML is balanced and made only of tags, attributes and styles that sanitizers keep;
 * else what is wrong and where. A background must come with an ink. (samples_rules.c) */
const char *html_rules_broken(const char *html);

#endif
