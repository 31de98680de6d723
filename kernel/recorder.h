/* A front end that keeps what it is told as nbformat outputs: how `glassbox run` fills a notebook,
 * and how tests look at what a cell showed. */
#ifndef GB_KERNEL_RECORDER_H
#define GB_KERNEL_RECORDER_H

#include "kernel/session.h"

typedef struct gb_recorder gb_recorder;

/* `tee` (NULL: none) gets the same stream text as it comes; borrowed. */
gb_recorder *gb_recorder_new(const gb_front *tee, gb_error *err) GB_MUST_CHECK;
void gb_recorder_free(gb_recorder *recorder);

/* The front end to give to a session; borrowed. */
const gb_front *gb_recorder_front(gb_recorder *recorder);

/* The outputs since the last call, the outcome's result or error last; owned array. Displays with
 * an id can still be updated in them: the array holds the recorder's own objects. */
json_t *gb_recorder_take(gb_recorder *recorder, const gb_outcome *outcome);

#endif
