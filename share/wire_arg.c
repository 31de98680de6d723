/* Operator arguments as JSON. Plain JSON values stand for themselves; what JSON lacks is an object
 * of one member that says what it is: {"node": 3}, {"tensor": "t0"}, {"tuple": [...]},
 * {"slice": [0, null, 2]}, {"dtype": "float32"}, {"device": "cpu"}, {"complex": [1.0, 0.5]},
 * {"float": "nan"}, {"ellipsis": true}. */
#include "share/wire_parts.h"

#include <math.h>
#include <string.h>

/* --- writing ---------------------------------------------------------------------------------- */

static json_t *write_arg(const gb_arg *arg, gb_pack_writer *writer, int depth, gb_error *err);

static json_t *write_items(const gb_arg *arg, gb_pack_writer *writer, int depth, gb_error *err)
{
    json_t *array = json_array();
    bool ok = array || gb_fail(err, GB_ERR_MEMORY, "out of memory while writing JSON");
    if (ok && depth >= GB_GRAPH_MAX_ARG_DEPTH)
        ok = gb_fail(err, GB_ERR_VALUE, "lists nested deeper than %d", GB_GRAPH_MAX_ARG_DEPTH);
    for (uint32_t i = 0; ok && i < arg->count; i++) {
        json_t *item = write_arg(&arg->as.items[i], writer, depth + 1, err);
        ok = item && gb_wire_append(array, item, err);
    }
    if (ok) return array;
    json_decref(array);
    return NULL;
}

static json_t *write_list(const gb_arg *arg, gb_pack_writer *writer, int depth, gb_error *err)
{
    json_t *items = write_items(arg, writer, depth, err);
    if (!items || (arg->kind == GB_ARG_LIST && !arg->tuple)) return items;
    return json_pack("{s:o}", arg->kind == GB_ARG_SLICE ? "slice" : "tuple", items);
}

static json_t *write_float(double x)
{
    if (isfinite(x)) return json_real(x);
    return json_pack("{s:s}", "float", isnan(x) ? "nan" : x > 0 ? "inf" : "-inf");
}

static json_t *write_complex(const gb_arg *arg)
{
    return json_pack("{s:[o, o]}", "complex", write_float(arg->as.complex.re),
                     write_float(arg->as.complex.im));
}

static json_t *write_text(const gb_arg *arg, gb_error *err)
{
    if (memchr(arg->as.text, 0, arg->count)) {
        (void)gb_fail(err, GB_ERR_VALUE, "a text with a zero character cannot be sent");
        return NULL;
    }
    json_t *text = json_stringn(arg->as.text, arg->count);
    if (!text) (void)gb_fail(err, GB_ERR_VALUE, "a text that is not UTF-8 cannot be sent");
    return text;
}

static json_t *write_device(gb_device device)
{
    gb_buffer name = GB_BUFFER_INIT;
    gb_device_print(&name, device);
    json_t *out = json_pack("{s:s}", "device", name.data ? name.data : "");
    gb_buffer_release(&name);
    return out;
}

static json_t *write_tensor(gb_tensor *tensor, gb_pack_writer *writer, gb_error *err)
{
    const char *name = gb_pack_add(writer, tensor, err);
    return name ? json_pack("{s:s}", "tensor", name) : NULL;
}

static json_t *write_arg(const gb_arg *arg, gb_pack_writer *writer, int depth, gb_error *err)
{
    switch (arg->kind) {
    case GB_ARG_NONE: return json_null();
    case GB_ARG_BOOL: return json_boolean(arg->as.boolean);
    case GB_ARG_INT: return json_integer(arg->as.integer);
    case GB_ARG_FLOAT: return write_float(arg->as.real);
    case GB_ARG_COMPLEX: return write_complex(arg);
    case GB_ARG_TEXT: return write_text(arg, err);
    case GB_ARG_DTYPE: return json_pack("{s:s}", "dtype", gb_dtype_name(arg->as.dtype));
    case GB_ARG_DEVICE: return write_device(arg->as.device);
    case GB_ARG_TENSOR: return write_tensor(arg->as.tensor, writer, err);
    case GB_ARG_LIST:
    case GB_ARG_SLICE: return write_list(arg, writer, depth, err);
    case GB_ARG_ELLIPSIS: return json_pack("{s:b}", "ellipsis", 1);
    case GB_ARG_NODE: return json_pack("{s:i}", "node", (int)arg->as.node);
    default:
        (void)gb_fail(err, GB_ERR_VALUE, "a %s cannot be sent",
                      gb_arg_kind_name((gb_arg_kind)arg->kind));
        return NULL;
    }
}

json_t *gb_wire_arg_write(const gb_arg *arg, gb_pack_writer *writer, gb_error *err)
{
    json_t *out = write_arg(arg, writer, 0, err);
    if (!out) (void)gb_fail(err, GB_ERR_MEMORY, "out of memory while writing an argument");
    return out;
}

/* --- reading ---------------------------------------------------------------------------------- */

static bool read_arg(const gb_wire_source *from, const json_t *json, gb_arg *out, int depth,
                     gb_error *err);

static bool read_items(const gb_wire_source *from, const json_t *array, gb_arg *out, int depth,
                       gb_error *err)
{
    size_t n = json_array_size(array);
    if (!json_is_array(array)) return gb_fail(err, GB_ERR_VALUE, "items must be an array");
    if (depth >= GB_GRAPH_MAX_ARG_DEPTH)
        return gb_fail(err, GB_ERR_VALUE, "lists nested deeper than %d", GB_GRAPH_MAX_ARG_DEPTH);
    if (n > GB_GRAPH_MAX_ARGS)
        return gb_fail(err, GB_ERR_VALUE, "a list of more than %d items", GB_GRAPH_MAX_ARGS);
    gb_arg *items = gb_arena_array(from->arena, n + 1, sizeof *items, err);
    if (!items) return false;
    *out = gb_arg_list(items, n);
    for (size_t i = 0; i < n; i++)
        if (!read_arg(from, json_array_get(array, i), &items[i], depth + 1, err)) return false;
    return true;
}

static bool read_text(const gb_wire_source *from, const json_t *json, gb_arg *out, gb_error *err)
{
    size_t n = json_string_length(json);
    if (n > GB_GRAPH_MAX_TEXT)
        return gb_fail(err, GB_ERR_VALUE, "a text of more than %d bytes", GB_GRAPH_MAX_TEXT);
    const char *text = gb_arena_strndup(from->arena, json_string_value(json), n, err);
    *out = gb_arg_of(GB_ARG_TEXT);
    out->count = (uint32_t)n;
    out->as.text = text;
    return text != NULL;
}

static bool read_tensor(const gb_wire_source *from, const json_t *json, gb_arg *out, gb_error *err)
{
    const char *name = json_string_value(json);
    if (!name || !from->pack) return gb_fail(err, GB_ERR_VALUE, "a tensor needs a name here");
    out->as.tensor = gb_pack_tensor(from->pack, name, err);
    out->kind = GB_ARG_TENSOR;
    return out->as.tensor != NULL;
}

/* A JSON number, or {"float": "nan"}. */
static bool read_double(const json_t *json, double *out, gb_error *err)
{
    static const struct {
        const char *name;
        double value;
    } special[] = {{"nan", NAN}, {"inf", INFINITY}, {"-inf", -INFINITY}};
    if (json_is_number(json)) return *out = json_number_value(json), true;
    const char *name =
        json_string_value(json_is_object(json) ? json_object_get(json, "float") : json);
    for (size_t i = 0; name && i < sizeof special / sizeof *special; i++)
        if (strcmp(name, special[i].name) == 0) return *out = special[i].value, true;
    return gb_fail(err, GB_ERR_VALUE, "'float' must be \"nan\", \"inf\" or \"-inf\"");
}

static bool read_complex(const json_t *json, gb_arg *out, gb_error *err)
{
    *out = gb_arg_complex(0, 0);
    if (json_array_size(json) != 2) return gb_fail(err, GB_ERR_VALUE, "'complex' must be [re, im]");
    return read_double(json_array_get(json, 0), &out->as.complex.re, err) &&
           read_double(json_array_get(json, 1), &out->as.complex.im, err);
}

static bool read_dtype(const json_t *json, gb_arg *out, gb_error *err)
{
    const char *name = json_string_value(json);
    *out = gb_arg_dtype(name ? gb_dtype_find(name) : GB_DTYPE_NONE);
    return out->as.dtype != GB_DTYPE_NONE ||
           gb_fail(err, GB_ERR_VALUE, "no dtype '%.40s'", name ? name : "");
}

static bool read_device(const json_t *json, gb_arg *out, gb_error *err)
{
    const char *name = json_string_value(json);
    gb_device device = GB_DEVICE_DEFAULT;
    if (!name || !gb_device_parse(name, &device, err))
        return gb_fail(err, GB_ERR_VALUE, "'device' must be the name of a device");
    *out = gb_arg_device(device);
    return true;
}

static bool read_node(const json_t *json, gb_arg *out, gb_error *err)
{
    int64_t id;
    if (!gb_wire_int(json, "node", 0, GB_GRAPH_MAX_NODES - 1, &id, err)) return false;
    *out = gb_arg_node((int32_t)id);
    return true;
}

static bool read_slice(const gb_wire_source *from, const json_t *json, gb_arg *out, int depth,
                       gb_error *err)
{
    if (json_array_size(json) != 3)
        return gb_fail(err, GB_ERR_VALUE, "'slice' must be [start, stop, step]");
    if (!read_items(from, json, out, depth, err)) return false;
    out->kind = GB_ARG_SLICE;
    return true;
}

static bool read_tagged(const gb_wire_source *from, const json_t *json, gb_arg *out, int depth,
                        gb_error *err)
{
    void *only = json_object_iter((json_t *)json);
    const char *tag = only && json_object_size(json) == 1 ? json_object_iter_key(only) : "";
    const json_t *value = only ? json_object_iter_value(only) : NULL;
    if (strcmp(tag, "node") == 0) return read_node(value, out, err);
    if (strcmp(tag, "tensor") == 0) return read_tensor(from, value, out, err);
    if (strcmp(tag, "dtype") == 0) return read_dtype(value, out, err);
    if (strcmp(tag, "device") == 0) return read_device(value, out, err);
    if (strcmp(tag, "complex") == 0) return read_complex(value, out, err);
    if (strcmp(tag, "slice") == 0) return read_slice(from, value, out, depth, err);
    if (strcmp(tag, "tuple") == 0) {
        bool ok = read_items(from, value, out, depth, err);
        out->tuple = true;
        return ok;
    }
    if (strcmp(tag, "float") == 0) {
        *out = gb_arg_float(0);
        return read_double(value, &out->as.real, err);
    }
    if (strcmp(tag, "ellipsis") == 0 && json_is_true(value)) {
        *out = gb_arg_of(GB_ARG_ELLIPSIS);
        return true;
    }
    return gb_fail(err, GB_ERR_VALUE, "an argument of no known kind: '%.40s'", tag);
}

static bool read_arg(const gb_wire_source *from, const json_t *json, gb_arg *out, int depth,
                     gb_error *err)
{
    *out = gb_arg_none();
    switch (json ? json_typeof(json) : JSON_NULL) {
    case JSON_NULL: break;
    case JSON_TRUE:
    case JSON_FALSE: *out = gb_arg_bool(json_is_true(json)); break;
    case JSON_INTEGER: *out = gb_arg_int(json_integer_value(json)); break;
    case JSON_REAL: *out = gb_arg_float(json_real_value(json)); break;
    case JSON_STRING: return read_text(from, json, out, err);
    case JSON_ARRAY: return read_items(from, json, out, depth, err);
    case JSON_OBJECT: return read_tagged(from, json, out, depth, err);
    }
    return true;
}

bool gb_wire_arg_read(const gb_wire_source *from, const json_t *json, gb_arg *out, gb_error *err)
{
    return read_arg(from, json, out, 0, err);
}

static bool refuse_node(void *context, gb_node_id id)
{
    (void)context, (void)id;
    return false;
}

bool gb_wire_arg_is_plain(const gb_arg *arg)
{
    return gb_arg_nodes(arg, refuse_node, NULL);
}
