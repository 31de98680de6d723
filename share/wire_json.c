/* Small pieces of JSON, written and strictly read. See wire_parts.h. */
#include "share/wire_parts.h"

#include <inttypes.h>
#include <string.h>

bool gb_wire_put(json_t *object, const char *key, json_t *value, gb_error *err)
{
    /* jansson refuses NULL and takes the value over in any case */
    return json_object_set_new(object, key, value) == 0 ||
           gb_fail(err, GB_ERR_MEMORY, "out of memory while writing '%s'", key);
}

bool gb_wire_append(json_t *array, json_t *value, gb_error *err)
{
    return json_array_append_new(array, value) == 0 ||
           gb_fail(err, GB_ERR_MEMORY, "out of memory while writing JSON");
}

static bool is_among(const char *key, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(*names, key) == 0) return true;
    return false;
}

bool gb_wire_members(const json_t *object, const char *const *names, const char *what,
                     gb_error *err)
{
    const char *key;
    json_t *value;
    if (!json_is_object(object)) return gb_fail(err, GB_ERR_VALUE, "%s is not an object", what);
    json_object_foreach((json_t *)object, key, value)
    {
        if (!is_among(key, names))
            return gb_fail(err, GB_ERR_VALUE, "%s has a member '%.40s', which is not known", what,
                           key);
    }
    return true;
}

bool gb_wire_int(const json_t *json, const char *what, int64_t least, int64_t most, int64_t *out,
                 gb_error *err)
{
    int64_t x = json_integer_value(json);
    if (!json_is_integer(json) || x < least || x > most)
        return gb_fail(err, GB_ERR_VALUE, "'%s' must be an integer from %" PRId64 " to %" PRId64,
                       what, least, most);
    *out = x;
    return true;
}

bool gb_wire_int_or(const json_t *object, const char *key, int64_t least, int64_t most,
                    int64_t fallback, int64_t *out, gb_error *err)
{
    const json_t *member = json_object_get(object, key);
    *out = fallback;
    return !member || gb_wire_int(member, key, least, most, out, err);
}

bool gb_wire_ids(const json_t *object, const char *key, int64_t count, gb_arena *arena,
                 const gb_node_id **out, size_t *n, gb_error *err)
{
    const json_t *array = json_object_get(object, key);
    *n = json_array_size(array);
    if (array && !json_is_array(array))
        return gb_fail(err, GB_ERR_VALUE, "'%s' must be an array", key);
    gb_node_id *ids = gb_arena_array(arena, *n + 1, sizeof *ids, err);
    int64_t id = 0;
    for (size_t i = 0; ids && i < *n; i++) {
        if (!gb_wire_int(json_array_get(array, i), key, 0, count - 1, &id, err)) return false;
        ids[i] = (gb_node_id)id;
    }
    *out = ids;
    return ids != NULL;
}

json_t *gb_wire_ids_json(const int32_t *ids, size_t n, gb_error *err)
{
    json_t *array = json_array();
    bool ok = array || gb_fail(err, GB_ERR_MEMORY, "out of memory while writing JSON");
    for (size_t i = 0; ok && i < n; i++)
        ok = gb_wire_append(array, json_integer(ids[i]), err);
    if (ok) return array;
    json_decref(array);
    return NULL;
}

bool gb_wire_version(const json_t *document, gb_error *err)
{
    const json_t *version = json_object_get(document, "glassbox");
    if (!json_is_integer(version))
        return gb_fail(err, GB_ERR_VALUE, "the document does not say its version ('glassbox': %d)",
                       GB_WIRE_VERSION);
    if (json_integer_value(version) == GB_WIRE_VERSION) return true;
    return gb_fail(err, GB_ERR_VALUE,
                   "version %" JSON_INTEGER_FORMAT " of the wire form; %d is wanted",
                   json_integer_value(version), GB_WIRE_VERSION);
}

json_t *gb_wire_span_json(gb_span span)
{
    return json_pack("[I, I, I]", (json_int_t)span.source, (json_int_t)span.start,
                     (json_int_t)span.end);
}

bool gb_wire_span_read(const json_t *json, gb_span *out, gb_error *err)
{
    *out = (gb_span){0};
    if (!json) return true;
    int64_t parts[3];
    if (json_array_size(json) != 3)
        return gb_fail(err, GB_ERR_VALUE, "'span' must be [source, start, end]");
    for (size_t i = 0; i < 3; i++)
        if (!gb_wire_int(json_array_get(json, i), "span", 0, UINT32_MAX, &parts[i], err))
            return false;
    *out = (gb_span){(uint32_t)parts[0], (uint32_t)parts[1], (uint32_t)parts[2]};
    return true;
}

/* --- errors ----------------------------------------------------------------------------------- */

json_t *gb_wire_error_json(const gb_error *error, const gb_wire_fault *fault)
{
    json_t *out = json_pack("{s:s, s:s}", "class", gb_error_class_name(error->cls), "message",
                            error->message);
    bool ok = out != NULL;
    if (ok && error->span.source)
        ok = gb_wire_put(out, "span", gb_wire_span_json(error->span), NULL);
    if (ok && fault && fault->node != GB_NO_NODE)
        ok = gb_wire_put(out, "node", json_integer(fault->node), NULL);
    if (ok && fault && fault->limit != GB_LIMIT_NONE)
        ok = gb_wire_put(out, "limit", json_string(gb_limit_of(fault->limit)->name), NULL);
    if (ok) return out;
    json_decref(out);
    return NULL;
}

void gb_wire_error_take(const json_t *object, gb_error *err)
{
    const char *message = gb_json_string_or(object, "message", NULL);
    gb_error_class cls = gb_error_class_find(gb_json_string_or(object, "class", ""));
    gb_span span = {0};
    if (!message || cls == GB_ERR_NONE) {
        (void)gb_fail(err, GB_ERR_RUNTIME,
                      "the server answered with an error that it did not name");
        return;
    }
    if (!gb_wire_span_read(json_object_get(object, "span"), &span, NULL)) span = (gb_span){0};
    (void)gb_fail_at(err, cls, span, "%s", message);
}
