/* The module `nnsight`, the host behind models, and `.save()` on any value. */
#include "kernel/lang/trace/cache.h"
#include "kernel/lang/trace/envoy.h"
#include "kernel/lang/trace/net.h"
#include "kernel/lang/trace/print.h"
#include "kernel/lang/trace/remote.h"
#include "kernel/lang/trace/tracer.h"

#include "graph/base/memory.h"

static const char host_key, backend_key;

static void backend_release(void *state)
{
    gb_backend *backend = state;
    backend->free(backend);
}

gb_backend *gb_backend_here(gb_vm *vm, gb_error *err)
{
    gb_backend *backend = gb_vm_attached(vm, &backend_key);
    if (backend || !(backend = gb_backend_local(err))) return backend;
    if (gb_vm_attach(vm, &backend_key, backend, backend_release)) return backend;
    backend->free(backend);
    gb_exception_to_error(vm, err);
    return NULL;
}

/* The host, and what cells set for models to come. */
typedef struct host_state {
    gb_model_host host;
    bool tuples;
} host_state;

const gb_model_host *gb_model_host_of(gb_vm *vm)
{
    static const gb_model_host nobody = {0};
    const host_state *state = gb_vm_attached(vm, &host_key);
    return state ? &state->host : &nobody;
}

void gb_nnsight_set_compat_tuples(gb_vm *vm, bool on)
{
    host_state *state = gb_vm_attached(vm, &host_key);
    if (state) state->tuples = on;
}

bool gb_nnsight_compat_tuples(gb_vm *vm)
{
    const host_state *state = gb_vm_attached(vm, &host_key);
    return state && state->tuples;
}

/* --- x.save() on any value
 * ----------------------------------------------------------------------------------- */

static gb_value save_bound(gb_vm *vm, gb_value *args)
{
    return gb_trace_save(vm, args[0]) ? gb_ref(args[0]) : GB_UNSET_VALUE;
}

/* Called without arguments; the value it belongs to is carried by the function. */
static const gb_native save_method = {"save", save_bound, "", GB_TAKES_GRAPH,
                                      "Keeps the value after the run; gives it back."};

static gb_value save(gb_vm *vm, gb_value *args)
{
    return gb_trace_save(vm, args[0]) ? gb_ref(args[0]) : GB_UNSET_VALUE;
}

gb_value gb_missing_attribute(void *context, gb_vm *vm, gb_value self, gb_value name)
{
    (void)context;
    return gb_str_is(name, "save") ? gb_native_closure(vm, &save_method, "nnsight", self)
                                   : GB_UNSET_VALUE;
}

/* --- the module
 * --------------------------------------------------------------------------------------------------
 */

static const gb_native functions[] = {
    {"save", save, "value", GB_TAKES_GRAPH, "Keeps the value after the run; gives it back."},
    {"status", gb_remote_status, "", 0, "The models of the server, with their states."},
    {"is_model_running", gb_remote_is_running, "id", 0, "Does the server have this model?"},
    {0},
};

static bool add_class(gb_vm *vm, gb_value module, const char *name, const gb_type_spec *spec)
{
    gb_type *type = gb_type_make(vm, spec);
    return type && gb_module_set(vm, module, name, gb_type_value(type));
}

static bool init(gb_vm *vm, gb_value module)
{
    return gb_type_make(vm, &gb_envoy_spec) &&
           add_class(vm, module, "TransformersModel", &gb_transformers_model_spec) &&
           add_class(vm, module, "LanguageModel", &gb_model_spec) &&
           add_class(vm, module, "Envoy", &gb_envoy_spec);
}

/* The rest (NNsight, CONFIG, the names of older versions) is modules/nnsight.py. */
static const gb_module_spec module = {
    .name = "nnsight",
    .doc = "Traces: reading and changing the inside of a model while it runs.",
    .functions = functions,
    .init = init,
};

bool gb_nnsight_install(gb_vm *vm, const gb_model_host *host)
{
    gb_error err = GB_ERROR_INIT;
    host_state *state = gb_calloc(1, sizeof *state, &err);
    if (!state) return gb_raise_error_false(vm, &err);
    if (host) state->host = *host;
    if (!gb_vm_attach(vm, &host_key, state, gb_free)) {
        gb_free(state);
        return false;
    }
    gb_vm_hooks_of(vm)->missing_attribute = gb_missing_attribute;
    return gb_module_register(vm, &module) && gb_module_register(vm, &gb_net_module) &&
           gb_module_register(vm, &gb_source_module) && gb_module_register(vm, &gb_cache_module) &&
           gb_print_install(vm);
}
