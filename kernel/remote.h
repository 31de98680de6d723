/* The backends behind remote=True: one for each server that a session's programs name, made when
 * first asked for and kept as long as their runs may live. */
#ifndef GB_KERNEL_REMOTE_H
#define GB_KERNEL_REMOTE_H

#include "graph/base/error.h"

typedef struct gb_remotes gb_remotes;
struct gb_backend;
struct gb_backend_ask; /* kernel/lang/trace/model_object.h */

gb_remotes *gb_remotes_new(gb_error *err) GB_MUST_CHECK;
/* After the virtual machine: its runs use the backends. */
void gb_remotes_free(gb_remotes *remotes);

/* gb_model_host.remote; `context` is a gb_remotes. */
struct gb_backend *gb_remotes_find(void *context, const struct gb_backend_ask *ask, gb_error *err);

#endif
