/* Outputs kept as nbformat has them. See recorder.h. */
#include "kernel/recorder.h"

#include "graph/base/memory.h"

#include <string.h>

struct gb_recorder {
    gb_front front;
    const gb_front *tee;
    json_t *outputs;    /* of the cell that runs */
    json_t *displays;   /* id -> array of outputs made with it, in any cell */
    bool clear_pending; /* clear_output(wait=True): at the next output */
};

static void about_to_add(gb_recorder *r)
{
    if (r->clear_pending) json_array_clear(r->outputs);
    r->clear_pending = false;
}

static void keep_stream(void *context, const char *name, const char *text, size_t n)
{
    gb_recorder *r = context;
    gb_front_stream(r->tee, name, text, n);
    about_to_add(r);
    size_t count = json_array_size(r->outputs);
    json_t *last = count ? json_array_get(r->outputs, count - 1) : NULL;
    if (strcmp(gb_json_string_or(last, "name", ""), name) == 0) {
        /* texts are collected in pieces and joined when taken: appending to one string would copy
         * it every time */
        json_array_append_new(json_object_get(last, "text"), json_stringn_nocheck(text, n));
        return;
    }
    json_array_append_new(r->outputs,
                          json_pack("{s:s, s:s, s:[o]}", "output_type", "stream", "name", name,
                                    "text", json_stringn_nocheck(text, n)));
}

static json_t *make_display(const json_t *bundle)
{
    json_t *data = json_object_get(bundle, "data"), *metadata = json_object_get(bundle, "metadata");
    return json_pack("{s:s, s:o, s:o}", "output_type", "display_data", "data",
                     data ? json_deep_copy(data) : json_object(), "metadata",
                     metadata ? json_deep_copy(metadata) : json_object());
}

static void keep_display(void *context, const json_t *bundle, const char *display_id)
{
    gb_recorder *r = context;
    about_to_add(r);
    json_t *output = make_display(bundle);
    if (display_id) {
        json_t *known = json_object_get(r->displays, display_id);
        if (!known) {
            known = json_array();
            json_object_set_new_nocheck(r->displays, display_id, known);
        }
        json_array_append(known, output);
    }
    json_array_append_new(r->outputs, output);
}

static void keep_update(void *context, const json_t *bundle, const char *display_id)
{
    gb_recorder *r = context;
    json_t *known = json_object_get(r->displays, display_id);
    for (size_t i = 0; i < json_array_size(known); i++) {
        json_t *fresh = make_display(bundle);
        json_object_update(json_array_get(known, i), fresh);
        json_decref(fresh);
    }
}

static void keep_clear(void *context, bool wait)
{
    gb_recorder *r = context;
    if (wait)
        r->clear_pending = true;
    else
        json_array_clear(r->outputs);
}

static char *ask(void *context, const char *prompt, bool password, gb_error *err)
{
    return gb_front_input(((gb_recorder *)context)->tee, prompt, password, err);
}

gb_recorder *gb_recorder_new(const gb_front *tee, gb_error *err)
{
    gb_recorder *r = gb_calloc(1, sizeof *r, err);
    if (!r) return NULL;
    r->tee = tee;
    r->outputs = json_array();
    r->displays = json_object();
    r->front = (gb_front){r, keep_stream, keep_display, keep_update, keep_clear, ask};
    return r;
}

void gb_recorder_free(gb_recorder *recorder)
{
    if (!recorder) return;
    json_decref(recorder->outputs);
    json_decref(recorder->displays);
    gb_free(recorder);
}

const gb_front *gb_recorder_front(gb_recorder *recorder)
{
    return &recorder->front;
}

static void join_streams(json_t *outputs)
{
    for (size_t i = 0; i < json_array_size(outputs); i++) {
        json_t *output = json_array_get(outputs, i), *pieces = json_object_get(output, "text");
        size_t size = 0;
        for (size_t k = 0; k < json_array_size(pieces); k++)
            size += json_string_length(json_array_get(pieces, k));
        char *text = pieces ? gb_alloc(size + 1, NULL) : NULL;
        if (!text) continue;
        size_t at = 0;
        for (size_t k = 0; k < json_array_size(pieces); k++) {
            const json_t *piece = json_array_get(pieces, k);
            memcpy(text + at, json_string_value(piece), json_string_length(piece));
            at += json_string_length(piece);
        }
        json_object_set_new(output, "text", json_stringn_nocheck(text, size));
        gb_free(text);
    }
}

json_t *gb_recorder_take(gb_recorder *recorder, const gb_outcome *outcome)
{
    json_t *outputs = recorder->outputs;
    recorder->outputs = json_array();
    recorder->clear_pending = false;
    join_streams(outputs);
    if (outcome->result) {
        json_t *result = make_display(outcome->result);
        json_object_set_new(result, "output_type", json_string("execute_result"));
        json_object_set_new(result, "execution_count", json_integer(outcome->number));
        json_array_append_new(outputs, result);
    }
    if (outcome->error) {
        json_t *error = json_pack("{s:s}", "output_type", "error");
        static const char *const keys[] = {"ename", "evalue", "traceback"};
        for (size_t i = 0; i < 3; i++)
            json_object_set(error, keys[i], json_object_get(outcome->error, keys[i]));
        json_array_append_new(outputs, error);
    }
    return outputs;
}
