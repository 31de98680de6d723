/* The inside of gb_model: model.c opens, model_weights.c loads. */
#ifndef GB_MODEL_MODEL_STATE_H
#define GB_MODEL_MODEL_STATE_H

#include "graph/model/model.h"

#include <pthread.h>
#include <stdatomic.h>

struct gb_model {
    atomic_uint refs;
    char *id, *path; /* path NULL: made from a config */
    char *device;
    char *revision, *token, *base; /* for what is looked for later */
    bool offline, eager;
    json_t *config, *generation;
    gb_plan *plan;
    const gb_progress *progress;
    pthread_mutex_t lock; /* of all below */
    gb_tokenizer *tokenizer;
    gb_weights *checkpoint;
    gb_tensor **weights; /* [plan->slot_count]; weight slots, once loaded */
    atomic_bool loaded;
    gb_map spare; /* stored name → gb_tensor *: parameters that no step uses */
};

/* The checkpoint, opened at the first call; the lock is held. Borrowed. */
gb_weights *gb_model_checkpoint(gb_model *model, gb_error *err) GB_MUST_CHECK;

void gb_model_weights_release(gb_model *model);

#endif
