/* remote=True. See remote.h. */
#include "kernel/lang/trace/remote.h"

#include "kernel/lang/hf/tokenizer.h"
#include "kernel/lang/trace/proxy_state.h"

#include "graph/base/memory.h"

#include <string.h>

/* --- which server ----------------------------------------------------------------------------- */

/* The text of nnsight.CONFIG.API.NAME, owned; unset when it is None or not there. */
static gb_value configured(gb_vm *vm, const char *name)
{
    gb_value module = gb_import(vm, "nnsight");
    gb_value config = gb_is_unset(module) ? module : gb_getattr_text(vm, module, "CONFIG");
    gb_value api = gb_is_unset(config) ? config : gb_getattr_text(vm, config, "API");
    gb_value text = gb_is_unset(api) ? api : gb_getattr_text(vm, api, name);
    gb_unref(module), gb_unref(config), gb_unref(api);
    if (gb_is_unset(text)) gb_exception_clear(vm);
    if (!gb_is_str(text)) gb_clear(&text);
    return text;
}

gb_backend *gb_backend_remote(gb_vm *vm, bool here, gb_error *err)
{
    const gb_model_host *host = gb_model_host_of(vm);
    if (!host->remote) {
        (void)gb_fail(err, GB_ERR_VALUE, "this program has no way to reach a server");
        return NULL;
    }
    gb_value address = configured(vm, "HOST"), key = configured(vm, "APIKEY");
    gb_backend_ask ask = {.here = here,
                          .host = gb_is_str(address) ? gb_str_data(address) : NULL,
                          .key = gb_is_str(key) ? gb_str_data(key) : NULL};
    gb_backend *backend = host->remote(host->context, &ask, err);
    gb_unref(address);
    gb_unref(key);
    return backend;
}

bool gb_trace_use_remote(gb_trace *trace, gb_value value)
{
    gb_error err = GB_ERROR_INIT;
    int truth = gb_truth(trace->vm, value);
    if (truth <= 0) return truth == 0;
    trace->backend = gb_backend_remote(trace->vm, gb_str_is(value, "local"), &err);
    trace->options.print_options = gb_torch_print_options(trace->vm);
    return trace->backend || gb_raise_error_false(trace->vm, &err);
}

/* --- models that a server has ----------------------------------------------------------------- */

gb_model *gb_model_from_server(gb_vm *vm, const char *id, const gb_model_options *options,
                               gb_error *err)
{
    gb_error none = GB_ERROR_INIT;
    gb_backend *backend = gb_backend_remote(vm, false, &none);
    if (!backend && none.cls == GB_ERR_VALUE) return NULL;
    if (!backend) {
        if (err) *err = none;
        return NULL;
    }
    char *text = backend->describe(backend, id, err);
    json_t *json = text ? gb_json_parse(text, strlen(text), "the server's description", err) : NULL;
    gb_model *model = json ? gb_model_from_description(id, json, options, err) : NULL;
    json_decref(json);
    gb_free(text);
    return model;
}

/* --- jobs that nobody waits for --------------------------------------------------------------- */

/* Names of `from` that are bound to values which the trace keeps. */
static bool add_names(gb_trace *trace, gb_value from, gb_value names)
{
    gb_value key, value;
    for (size_t at = 0; gb_dict_next(from, &at, &key, &value);) {
        bool kept = gb_is_proxy(value) && gb_proxy_trace_peek(value) == trace &&
                    (gb_proxy_peek(value)->saved || !trace->any_saved);
        if (kept && !gb_setitem(trace->vm, names, key, value)) return false;
    }
    return true;
}

bool gb_trace_keep_names(gb_trace *trace, gb_value *names)
{
    if (!trace->sent_only || !trace->run) return true;
    gb_value locals = gb_vm_frame_locals(trace->vm), found = gb_dict_new(trace->vm);
    bool ok = !gb_is_unset(locals) && !gb_is_unset(found) &&
              add_names(trace, gb_vm_frame_globals_peek(trace->vm), found) &&
              add_names(trace, locals, found);
    gb_unref(locals);
    if (!ok) gb_clear(&found);
    gb_replace_take(names, found);
    return ok;
}

typedef struct handle_object {
    gb_object head;
    gb_trace *trace; /* owned */
    gb_value names;  /* dict of values, or unset */
} handle_object;

static handle_object *as_handle(gb_value v)
{
    return (handle_object *)(void *)v.o;
}

static void handle_release(gb_object *self)
{
    gb_trace_unref(((handle_object *)(void *)self)->trace);
    gb_clear(&((handle_object *)(void *)self)->names);
}

static void handle_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((handle_object *)(void *)self)->names, context);
}

static gb_job_state look(gb_trace *trace, const char **id, gb_error *err)
{
    *id = NULL;
    return trace->run ? trace->backend->run_state(trace->run, id, err) : GB_JOB_IDLE;
}

static gb_value get_job_id(gb_vm *vm, gb_value self)
{
    gb_error ignored = GB_ERROR_INIT; /* a failed job has an id all the same */
    const char *id;
    (void)look(as_handle(self)->trace, &id, &ignored);
    return id ? gb_str_text_new(vm, id) : GB_NONE_VALUE;
}

/* nnsight's words for the states. */
static const char *const status_names[] = {
    [GB_JOB_QUEUED] = "QUEUED", [GB_JOB_RUNNING] = "RUNNING",     [GB_JOB_DONE] = "COMPLETED",
    [GB_JOB_FAILED] = "ERROR",  [GB_JOB_CANCELLED] = "CANCELLED",
};

static gb_value get_job_status(gb_vm *vm, gb_value self)
{
    gb_error err = GB_ERROR_INIT;
    const char *id;
    gb_job_state state = look(as_handle(self)->trace, &id, &err);
    if (state == GB_JOB_IDLE) return GB_NONE_VALUE;
    gb_value module = gb_import(vm, "nnsight");
    gb_value cls = gb_is_unset(module) ? module : gb_getattr_text(vm, module, "JobStatus");
    gb_value out = gb_is_unset(cls) ? cls : gb_getattr_text(vm, cls, status_names[state]);
    gb_unref(module);
    gb_unref(cls);
    return out;
}

/* The values by their names, each what it became. */
static gb_value resolved_names(gb_vm *vm, gb_value names)
{
    gb_value key, value, out = gb_dict_new(vm);
    for (size_t at = 0;
         !gb_is_unset(out) && gb_is_dict(names) && gb_dict_next(names, &at, &key, &value);) {
        gb_value is = gb_resolve(vm, value);
        if (gb_is_unset(is) || !gb_setitem(vm, out, key, is)) gb_clear(&out);
        gb_unref(is);
    }
    return out;
}

/* backend(): None until the job is done, then its values. */
static gb_value handle_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    gb_error err = GB_ERROR_INIT;
    const char *id;
    if (!gb_bind(vm, "backend", "", args, NULL)) return GB_UNSET_VALUE;
    gb_job_state state = look(as_handle(self)->trace, &id, &err);
    if (err.cls != GB_ERR_NONE) return gb_raise_error(vm, &err);
    return state == GB_JOB_DONE ? resolved_names(vm, as_handle(self)->names) : GB_NONE_VALUE;
}

static gb_value cancel(gb_vm *vm, gb_value *args)
{
    (void)vm;
    gb_trace *trace = as_handle(args[0])->trace;
    if (trace->run) trace->backend->run_abandon(trace->run);
    return GB_NONE_VALUE;
}

static const gb_attribute handle_attributes[] = {
    {"job_id", get_job_id, NULL, "The server's name for the job; None before it was sent."},
    {"job_status", get_job_status, NULL, "A JobStatus; None before it was sent."},
    {0},
};

static const gb_native handle_methods[] = {
    {"cancel", cancel, "", 0, "Ends the job on the server."},
    {0},
};

static const gb_type_spec handle_spec = {
    .name = "RemoteBackend",
    .module = "nnsight",
    .doc = "The job of a remote trace. Called: None until it is done, then its values by name.",
    .size = sizeof(handle_object),
    .flags = GB_TYPE_NO_MAKE,
    .methods = handle_methods,
    .attributes = handle_attributes,
    .slots = {.release = handle_release, .traverse = handle_traverse, .call = handle_call},
};

gb_value gb_remote_handle(gb_vm *vm, gb_trace *trace, gb_value names)
{
    if (!trace || !trace->backend || !trace->backend->run_abandon) return GB_NONE_VALUE;
    gb_type *type = gb_type_make(vm, &handle_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    as_handle(v)->trace = gb_trace_ref(trace);
    as_handle(v)->names = gb_ref(names);
    return v;
}

/* --- what a server has ------------------------------------------------------------------------ */

/* {"models": [{"id":, "state":}, …]}, owned. */
static json_t *served(gb_vm *vm, gb_error *err)
{
    gb_backend *backend = gb_backend_remote(vm, false, err);
    char *text = backend ? backend->status(backend, err) : NULL;
    json_t *json = text ? gb_json_parse(text, strlen(text), "the server's answer", err) : NULL;
    gb_free(text);
    return json;
}

gb_value gb_remote_status(gb_vm *vm, gb_value *args)
{
    (void)args;
    gb_error err = GB_ERROR_INIT;
    size_t i;
    const json_t *model;
    json_t *told = served(vm, &err);
    gb_value out = told ? gb_dict_new(vm) : gb_raise_error(vm, &err);
    json_array_foreach(json_object_get(told, "models"), i, model)
    {
        if (gb_is_unset(out)) break;
        gb_value facts = gb_json_value(vm, model);
        if (!gb_is_unset(facts) &&
            gb_dict_set_text_take(vm, out, gb_json_string_or(model, "id", ""), facts))
            continue;
        gb_clear(&out);
    }
    json_decref(told);
    return out;
}

gb_value gb_remote_is_running(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    const char *id;
    size_t i;
    const json_t *model;
    if (!gb_to_text(vm, args[0], "a model's id", &id, NULL)) return GB_UNSET_VALUE;
    json_t *told = served(vm, &err);
    if (!told) return gb_raise_error(vm, &err);
    bool running = false;
    json_array_foreach(json_object_get(told, "models"), i, model)
    {
        bool usable = strcmp(gb_json_string_or(model, "state", ""), "failed") != 0;
        running = running || (usable && strcmp(gb_json_string_or(model, "id", ""), id) == 0);
    }
    json_decref(told);
    return gb_bool(running);
}
