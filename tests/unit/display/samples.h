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

#endif
