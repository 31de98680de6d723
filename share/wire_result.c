/* A result as one block, and back:
 *
 *     {"glassbox": 1, "values": [[12, {"tensor": "t0"}], …], "absent": [7], "steps": [1],
 *      "came": true, "counters": {"walks": 1, …}, "random_state": {"tensor": "t1"}}
 */
#include "share/wire_parts.h"

#include "graph/base/memory.h"

static const struct {
    const char *name;
    size_t offset;
} counter_rows[] = {
#define COUNTER(field)                                                                             \
    {                                                                                              \
#field, offsetof(gb_run_counters, field)                                                   \
    }
    COUNTER(walks),      COUNTER(replays),        COUNTER(rows),
    COUNTER(tokens),     COUNTER(tokens_shared),  COUNTER(tokens_narrowed),
    COUNTER(plan_steps), COUNTER(plan_steps_cut), COUNTER(nodes),
#undef COUNTER
};

enum { COUNTERS = sizeof counter_rows / sizeof *counter_rows };

/* --- writing ---------------------------------------------------------------------------------- */

static json_t *counters_json(const gb_run_counters *counters, gb_error *err)
{
    json_t *json = json_object();
    for (size_t i = 0; json && i < COUNTERS; i++) {
        const char *field = (const char *)counters + counter_rows[i].offset;
        if (!gb_wire_put(json, counter_rows[i].name,
                         json_integer(*(const int64_t *)(const void *)field), err)) {
            json_decref(json);
            return NULL;
        }
    }
    return json;
}

static bool put_values(json_t *document, const gb_wire_result *result, gb_pack_writer *writer,
                       gb_error *err)
{
    json_t *values = json_array();
    bool ok = gb_wire_put(document, "values", values, err);
    for (size_t i = 0; ok && i < result->value_count; i++) {
        const gb_wire_value *value = &result->values[i];
        json_t *json = gb_wire_arg_write(&value->value, writer, err);
        ok = json && gb_wire_append(values, json_pack("[i, o]", (int)value->node, json), err);
    }
    return ok && gb_limit_holds(GB_LIMIT_RESULT, writer->bytes, NULL, err);
}

static bool put_result(json_t *document, const gb_wire_result *result, gb_pack_writer *writer,
                       gb_error *err)
{
    gb_arg random = gb_arg_tensor(result->random_state);
    return gb_wire_put(document, "glassbox", json_integer(GB_WIRE_VERSION), err) &&
           put_values(document, result, writer, err) &&
           gb_wire_put(document, "absent",
                       gb_wire_ids_json(result->absent, result->absent_count, err), err) &&
           gb_wire_put(document, "steps", gb_wire_ids_json(result->steps, result->step_count, err),
                       err) &&
           gb_wire_put(document, "came", json_boolean(result->came), err) &&
           gb_wire_put(document, "counters", counters_json(&result->counters, err), err) &&
           (!result->random_state ||
            gb_wire_put(document, "random_state", gb_wire_arg_write(&random, writer, err), err));
}

bool gb_wire_result_write(const gb_wire_result *result, gb_buffer *out, gb_error *err)
{
    gb_pack_writer writer = GB_PACK_WRITER_INIT;
    json_t *document = json_object();
    bool ok = document || gb_fail(err, GB_ERR_MEMORY, "out of memory while writing a result");
    ok = ok && put_result(document, result, &writer, err) &&
         gb_pack_write(&writer, document, out, err);
    json_decref(document);
    gb_pack_writer_release(&writer);
    return ok;
}

/* --- reading ---------------------------------------------------------------------------------- */

static bool read_counters(const json_t *json, gb_run_counters *out, gb_error *err)
{
    for (size_t i = 0; i < COUNTERS; i++) {
        char *field = (char *)out + counter_rows[i].offset;
        if (!gb_wire_int_or(json, counter_rows[i].name, 0, INT64_MAX, 0, (int64_t *)(void *)field,
                            err))
            return false;
    }
    return true;
}

static bool read_values(const gb_wire_source *from, const json_t *array, gb_wire_result *out,
                        gb_error *err)
{
    size_t n = json_array_size(array);
    gb_wire_value *values = gb_arena_array(from->arena, n + 1, sizeof *values, err);
    int64_t id = 0;
    for (size_t i = 0; values && i < n; i++) {
        const json_t *pair = json_array_get(array, i);
        if (!gb_wire_int(json_array_get(pair, 0), "values", 0, GB_GRAPH_MAX_NODES - 1, &id, err) ||
            !gb_wire_arg_read(from, json_array_get(pair, 1), &values[i].value, err))
            return false;
        values[i].node = (gb_node_id)id;
        if (!gb_wire_arg_is_plain(&values[i].value))
            return gb_fail(err, GB_ERR_VALUE, "the value of node %d names a node", (int)id);
    }
    out->values = values;
    out->value_count = n;
    return values != NULL;
}

static bool read_parts(gb_wire_result_owner *out, gb_error *err)
{
    const json_t *document = out->pack.document;
    gb_wire_source from = {&out->pack, &out->arena};
    gb_wire_result *result = &out->result;
    const json_t *random = json_object_get(document, "random_state");
    gb_arg state = gb_arg_none();
    if (!gb_wire_version(document, err) ||
        !read_values(&from, json_object_get(document, "values"), result, err) ||
        !gb_wire_ids(document, "absent", GB_GRAPH_MAX_NODES, &out->arena, &result->absent,
                     &result->absent_count, err) ||
        !gb_wire_ids(document, "steps", INT32_MAX, &out->arena, &result->steps, &result->step_count,
                     err) ||
        !read_counters(json_object_get(document, "counters"), &result->counters, err) ||
        (random && !gb_wire_arg_read(&from, random, &state, err)))
        return false;
    result->came = json_is_true(json_object_get(document, "came"));
    result->random_state = state.kind == GB_ARG_TENSOR ? state.as.tensor : NULL;
    return true;
}

bool gb_wire_result_read(const void *bytes, size_t n, gb_wire_result_owner *out, gb_error *err)
{
    *out = (gb_wire_result_owner){0};
    /* the document takes some room beside the tensors */
    size_t limit = (size_t)(gb_limit_of(GB_LIMIT_RESULT)->value + gb_limit_of(GB_LIMIT_JOB)->value);
    if (!gb_pack_read(bytes, n, limit, &out->pack, NULL, err)) return false;
    if (read_parts(out, err)) return true;
    gb_wire_result_release(out);
    return false;
}

void gb_wire_result_release(gb_wire_result_owner *owner)
{
    gb_arena_release(&owner->arena);
    gb_pack_release(&owner->pack);
    *owner = (gb_wire_result_owner){0};
}
