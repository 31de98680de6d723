/* A job as one block, and back. See wire.h. */
#include "share/wire_parts.h"

#include "graph/base/memory.h"

/* --- writing ---------------------------------------------------------------------------------- */

static json_t *print_json(const gb_print_options *print)
{
    return json_pack("{s:i, s:I, s:I, s:i, s:i}", "precision", print->precision, "threshold",
                     (json_int_t)print->threshold, "edge_items", (json_int_t)print->edge_items,
                     "linewidth", print->linewidth, "sci_mode", (int)print->sci_mode);
}

static bool put_until(json_t *document, const gb_wire_job *job, gb_error *err)
{
    if (job->until_node != GB_NO_NODE)
        return gb_wire_put(document, "until", json_pack("{s:i}", "node", (int)job->until_node),
                           err);
    if (job->until_step >= 0)
        return gb_wire_put(document, "until", json_pack("{s:i}", "step", (int)job->until_step),
                           err);
    return true;
}

static bool put_ids(json_t *document, const char *key, const gb_node_id *ids, size_t n,
                    gb_error *err)
{
    return n == 0 || gb_wire_put(document, key, gb_wire_ids_json(ids, n, err), err);
}

static bool put_random(json_t *document, gb_tensor *state, gb_pack_writer *writer, gb_error *err)
{
    gb_arg arg = gb_arg_tensor(state);
    return !state ||
           gb_wire_put(document, "random_state", gb_wire_arg_write(&arg, writer, err), err);
}

static bool put_job(json_t *document, const gb_wire_job *job, gb_pack_writer *writer, gb_error *err)
{
    return gb_wire_put(document, "glassbox", json_integer(GB_WIRE_VERSION), err) &&
           gb_wire_put(document, "model", json_string(job->model), err) &&
           gb_wire_put(document, "graph", gb_wire_graph_write(job->graph, writer, err), err) &&
           (!job->generation || gb_wire_put(document, "generation",
                                            gb_wire_generation_write(job->generation, err), err)) &&
           (!job->deterministic || gb_wire_put(document, "deterministic", json_true(), err)) &&
           (!job->print || gb_wire_put(document, "print", print_json(job->print), err)) &&
           put_ids(document, "wanted", job->wanted, job->wanted_count, err) &&
           put_ids(document, "shown", job->shown, job->shown_count, err) &&
           put_until(document, job, err) && put_random(document, job->random_state, writer, err);
}

bool gb_wire_job_write(const gb_wire_job *job, gb_buffer *out, gb_error *err)
{
    gb_pack_writer writer = GB_PACK_WRITER_INIT;
    json_t *document = json_object();
    bool ok = document || gb_fail(err, GB_ERR_MEMORY, "out of memory while writing a job");
    ok = ok && put_job(document, job, &writer, err) && gb_pack_write(&writer, document, out, err);
    json_decref(document);
    gb_pack_writer_release(&writer);
    return ok;
}

/* --- reading ---------------------------------------------------------------------------------- */

static bool read_print(const json_t *json, gb_wire_job_owner *out, gb_error *err)
{
    static const char *const members[] = {"precision", "threshold", "edge_items",
                                          "linewidth", "sci_mode",  NULL};
    int64_t precision, linewidth, mode;
    if (!json) return true;
    if (!gb_wire_members(json, members, "'print'", err) ||
        !gb_wire_int_or(json, "precision", 0, 64, 4, &precision, err) ||
        !gb_wire_int_or(json, "threshold", 0, INT64_MAX, 1000, &out->print.threshold, err) ||
        !gb_wire_int_or(json, "edge_items", 0, 1 << 20, 3, &out->print.edge_items, err) ||
        !gb_wire_int_or(json, "linewidth", 1, 1 << 20, 80, &linewidth, err) ||
        !gb_wire_int_or(json, "sci_mode", GB_SCI_AUTO, GB_SCI_OFF, GB_SCI_AUTO, &mode, err))
        return false;
    out->print.precision = (int)precision;
    out->print.linewidth = (int)linewidth;
    out->print.sci_mode = (gb_sci_mode)mode;
    out->job.print = &out->print;
    return true;
}

static bool read_until(const json_t *json, gb_wire_job *job, gb_error *err)
{
    static const char *const members[] = {"node", "step", NULL};
    int64_t node, step;
    job->until_node = GB_NO_NODE;
    job->until_step = -1;
    if (!json) return true;
    if (!gb_wire_members(json, members, "'until'", err) ||
        !gb_wire_int_or(json, "node", 0, gb_graph_count(job->graph) - 1, GB_NO_NODE, &node, err) ||
        !gb_wire_int_or(json, "step", 0, GB_GRAPH_MAX_STEPS - 1, -1, &step, err))
        return false;
    if (json_object_size(json) != 1)
        return gb_fail(err, GB_ERR_VALUE, "'until' names a node or a step");
    job->until_node = (gb_node_id)node;
    job->until_step = (int32_t)step;
    return true;
}

static bool read_generation(const json_t *json, gb_wire_job_owner *out, gb_error *err)
{
    if (!json) return true;
    out->job.generation = &out->generation;
    return gb_wire_generation_read(json, &out->generation, err);
}

static bool read_random(const gb_wire_source *from, const json_t *json, gb_tensor **state,
                        gb_error *err)
{
    gb_arg arg = gb_arg_none();
    if (!json) return true;
    if (!gb_wire_arg_read(from, json, &arg, err)) return false;
    bool fits = arg.kind == GB_ARG_TENSOR && gb_tensor_dtype(arg.as.tensor) == GB_U8 &&
                gb_tensor_dim(arg.as.tensor) == 1;
    *state = fits ? arg.as.tensor : NULL;
    return fits || gb_fail(err, GB_ERR_VALUE, "'random_state' must be a tensor of bytes");
}

static bool read_parts(gb_wire_job_owner *out, gb_wire_fault *fault, gb_error *err)
{
    static const char *const members[] = {"glassbox", "model",         "graph", "generation",
                                          "print",    "deterministic", "until", "wanted",
                                          "shown",    "random_state",  NULL};
    const json_t *document = out->pack.document;
    gb_wire_source from = {&out->pack, &out->arena};
    gb_wire_job *job = &out->job;
    if (!gb_wire_version(document, err) || !gb_wire_members(document, members, "the job", err) ||
        !gb_json_string(document, "model", &job->model, err))
        return false;
    job->graph = gb_wire_graph_read(&from, json_object_get(document, "graph"), fault, err);
    if (!job->graph) return false;
    job->deterministic = json_is_true(json_object_get(document, "deterministic"));
    int64_t count = gb_graph_count(job->graph);
    return read_generation(json_object_get(document, "generation"), out, err) &&
           read_print(json_object_get(document, "print"), out, err) &&
           gb_wire_ids(document, "wanted", count, &out->arena, &job->wanted, &job->wanted_count,
                       err) &&
           gb_wire_ids(document, "shown", count, &out->arena, &job->shown, &job->shown_count,
                       err) &&
           read_until(json_object_get(document, "until"), job, err) &&
           read_random(&from, json_object_get(document, "random_state"), &job->random_state, err);
}

bool gb_wire_job_read(const void *bytes, size_t n, gb_wire_job_owner *out, gb_wire_fault *fault,
                      gb_error *err)
{
    bool too_large;
    *fault = (gb_wire_fault){GB_LIMIT_NONE, GB_NO_NODE};
    *out = (gb_wire_job_owner){.job = GB_WIRE_JOB_INIT};
    if (!gb_pack_read(bytes, n, (size_t)gb_limit_of(GB_LIMIT_JOB)->value, &out->pack, &too_large,
                      err)) {
        if (too_large) fault->limit = GB_LIMIT_JOB;
        return false;
    }
    if (read_parts(out, fault, err)) return true;
    gb_wire_job_release(out);
    return false;
}

void gb_wire_job_release(gb_wire_job_owner *owner)
{
    gb_graph_free(owner->job.graph);
    gb_generation_release(&owner->generation);
    gb_arena_release(&owner->arena);
    gb_pack_release(&owner->pack);
    *owner = (gb_wire_job_owner){.job = GB_WIRE_JOB_INIT};
}
