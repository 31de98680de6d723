/* remote="local": through the wire form and back without leaving the process, so that what would go
 * wrong on the way to a server goes wrong here. See remote.h. */
#include "share/remote.h"

#include "graph/base/memory.h"
#include "share/execute.h"
#include "share/remote_run.h"

typedef struct loopback_backend {
    gb_backend base;
    gb_backend *here; /* owned */
} loopback_backend;

static gb_model *model_of(void *context, const char *id, gb_error *err)
{
    (void)id, (void)err;
    return ((gb_backend_run *)context)->job.model;
}

static bool print(void *context, gb_node_id node, const char *text, gb_error *err)
{
    return gb_remote_print(context, node, text, err);
}

/* The job runs where it is sent. */
static bool carry(gb_backend_run *run, const gb_buffer *block, gb_error *err)
{
    gb_wire_fault fault;
    gb_execution how = {run, model_of, print, run->options.progress, &run->cancelled};
    gb_buffer_clear(&run->arrived);
    return gb_execute(&how, block, &run->arrived, NULL, &fault, err);
}

static bool follow(gb_backend_run *run, double seconds, gb_job_state *state, gb_buffer *result,
                   gb_error *err)
{
    (void)seconds;
    *state = GB_JOB_DONE;
    gb_buffer_put(result, run->arrived.data, run->arrived.size);
    gb_buffer_clear(&run->arrived);
    return gb_buffer_ok(result, err);
}

static void give_up(gb_backend_run *run)
{
    gb_buffer_clear(&run->arrived);
}

static const gb_carrier here = {carry, follow, give_up};

static gb_backend_run *run_new(gb_backend *self, const gb_job *job, gb_error *err)
{
    return gb_remote_run_new(self, &here, job, err);
}

static char *describe(gb_backend *self, const char *model_id, gb_error *err)
{
    gb_backend *local = ((loopback_backend *)(void *)self)->here;
    return local->describe(local, model_id, err);
}

static void backend_free(gb_backend *self)
{
    gb_backend *local = ((loopback_backend *)(void *)self)->here;
    if (local) local->free(local);
    gb_free(self);
}

gb_backend *gb_loopback_backend(gb_error *err)
{
    loopback_backend *backend = gb_calloc(1, sizeof *backend, err);
    if (!backend) return NULL;
    gb_remote_fill(&backend->base);
    backend->base.name = "local";
    backend->base.describe = describe;
    backend->base.run_new = run_new;
    backend->base.free = backend_free;
    backend->here = gb_backend_local(err);
    if (backend->here) return &backend->base;
    backend_free(&backend->base);
    return NULL;
}
