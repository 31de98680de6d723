/* LanguageModel: opening a model, and its blocks: trace, generate, session, scan, edit. */
#include "kernel/lang/trace/envoy.h"
#include "kernel/lang/trace/input.h"

#include "kernel/lang/hf/tokenizer.h"
#include "kernel/lang/torch/tensor.h"
#include "kernel/lang/trace/edit.h"
#include "kernel/lang/trace/remote.h"
#include "kernel/lang/trace/form.h"
#include "kernel/lang/trace/tracer.h"

#include "graph/base/memory.h"

#include <string.h>

static gb_model_state *state_of(gb_value self)
{
    return gb_envoy_peek(self)->state;
}

/* --- opening
 * -------------------------------------------------------------------------------------------- */

/* A keyword's text; NULL where it is left out or None. A dtype counts as its name. */
static bool text_option(gb_vm *vm, gb_value options, const char *name, const char **out)
{
    gb_dtype dtype;
    gb_value v = gb_dict_get_text_peek(vm, options, name);
    if (gb_is_unset(v) || gb_is_none(v)) return true;
    if (gb_is_str(v))
        *out = gb_str_data(v);
    else if (gb_dtype_value_get(v, &dtype))
        *out = gb_dtype_name(dtype);
    else if (!gb_is_bool(v))
        return gb_raise_false(vm, GB_EXC_TypeError, "%s= is a text, not %s", name,
                              gb_type_name(vm, v));
    return true;
}

/* "auto" and the CPU of device_map mean the CPU where there is no other device. */
static const char *device_of(const char *map)
{
    if (!map || strcmp(map, "auto") == 0) return gb_cuda_count() > 0 && map ? "cuda:0" : NULL;
    return map;
}

static bool read_options(gb_vm *vm, gb_value given, gb_model_options *options,
                         const char **device_map)
{
    const gb_model_host *host = gb_model_host_of(vm);
    options->base = host->folder;
    options->progress = host->progress;
    return text_option(vm, given, "revision", &options->revision) &&
           text_option(vm, given, "token", &options->token) &&
           text_option(vm, given, "torch_dtype", &options->dtype) &&
           text_option(vm, given, "dtype", &options->dtype) &&
           text_option(vm, given, "attn_implementation", &options->attention) &&
           text_option(vm, given, "task", &options->task) &&
           text_option(vm, given, "device_map", device_map);
}

static bool dispatch_asked(gb_vm *vm, gb_value given)
{
    gb_value v = gb_dict_get_text_peek(vm, given, "dispatch");
    return gb_is_bool(v) && v.i;
}

/* On this machine; else as a server that is named tells it, without weights; else from the hub. */
static gb_model *open_somewhere(gb_vm *vm, const char *id, gb_model_options *options, gb_error *err)
{
    gb_error here = GB_ERROR_INIT, there = GB_ERROR_INIT;
    bool offline = options->offline;
    options->offline = true;
    gb_model *model = gb_model_open(id, options, &here);
    options->offline = offline;
    if (model || here.cls != GB_ERR_FILE_NOT_FOUND) {
        if (!model) *err = here;
        return model;
    }
    model = gb_model_from_server(vm, id, options, &there);
    if (!model && there.cls != GB_ERR_INTERRUPT) model = gb_model_open(id, options, err);
    if (model || there.cls == GB_ERR_NONE) return model;
    if (there.cls == GB_ERR_INTERRUPT) return *err = there, NULL;
    gb_error both = GB_ERROR_INIT;
    (void)gb_fail(&both, err->cls, "%s\nthe server: %s", err->message, there.message);
    *err = both;
    return NULL;
}

static gb_model *open_model(gb_vm *vm, gb_value id, gb_value given)
{
    gb_error err = GB_ERROR_INIT;
    gb_model_options options = {0};
    const char *device_map = NULL, *text;
    gb_model *model = NULL;
    if (!gb_to_text(vm, id, "a model's id or path", &text, NULL)) return NULL;
    if (!read_options(vm, given, &options, &device_map)) return NULL;
    options.device = device_of(device_map);
    model = open_somewhere(vm, text, &options, &err);
    if (model && dispatch_asked(vm, given) && !gb_model_load(model, &err)) {
        gb_model_unref(model);
        model = NULL;
    }
    if (!model) gb_raise_error(vm, &err);
    const gb_model_host *host = gb_model_host_of(vm);
    if (model && host->opened) host->opened(host->context, vm, model);
    return model;
}

static bool keep_options(gb_vm *vm, gb_model_state *state, gb_value given)
{
    gb_value tokenizer = gb_dict_get_text_peek(vm, given, "tokenizer");

    gb_value compat = gb_dict_get_text_peek(vm, given, "compat");
    if (!gb_is_unset(tokenizer) && !gb_is_none(tokenizer)) state->tokenizer = gb_ref(tokenizer);
    state->tuples =
        gb_is_unset(compat) ? gb_nnsight_compat_tuples(vm) : gb_str_is(compat, "tuples");
    gb_value envoys = gb_dict_get_text_peek(vm, given, "envoys");
    return gb_is_unset(envoys) || gb_is_none(envoys) ||
           gb_raise_false(vm, GB_EXC_NotImplementedError,
                          "envoys= is not supported: use attn.heads, or attach modules of your own "
                          "to the tree");
}

/* rename={path: second name}: found in the tree once, at the beginning. */
static bool bind_renames(gb_vm *vm, gb_model_state *state, gb_value model, gb_value given)
{
    gb_value args[] = {model, gb_dict_get_text_peek(vm, given, "rename")};
    if (gb_is_unset(args[1]) || gb_is_none(args[1])) return true;
    if (!gb_is_dict(args[1]))
        return gb_raise_false(vm, GB_EXC_TypeError, "rename= is a dict {path: second name}, not %s",
                              gb_type_name(vm, args[1]));
    gb_value module = gb_import(vm, "nnsight._tree");
    state->renames = gb_is_unset(module) ? module : gb_call_method(vm, module, "bind", args, 2);
    gb_unref(module);
    return !gb_is_unset(state->renames);
}

gb_value gb_model_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2] = {GB_UNSET_VALUE, GB_UNSET_VALUE}, out = GB_UNSET_VALUE;
    if (!gb_bind(vm, "LanguageModel", "id, **options", args, bound)) return out;
    gb_model *model = open_model(vm, bound[0], bound[1]);
    gb_model_state *state = model ? gb_model_state_new(vm, model) : NULL;
    if (state) state->cls = gb_object_ref(cls);
    if (state && keep_options(vm, state, bound[1])) out = gb_envoy_new(vm, state, 0);
    if (!gb_is_unset(out) && !bind_renames(vm, state, out, bound[1])) gb_clear(&out);
    gb_model_state_unref(state);
    gb_bound_release(bound, 2);
    return out;
}

/* --- blocks
 * ------------------------------------------------------------------------------------------------
 */

/* trace(…, trace=False), and generate(…) that is no head of a `with`: what it gives at once. */
static gb_value run_plain(gb_vm *vm, gb_value tracer)
{
    gb_type_slots *slots = &tracer.o->type->slots;
    gb_value entered = slots->enter(vm, tracer), out = GB_UNSET_VALUE;
    if (gb_is_unset(entered)) return entered;
    gb_trace *trace = gb_trace_current(vm);
    out = gb_getattr_text(vm, tracer, "result");
    if (trace) trace->any_saved = false;
    int ended = slots->exit(vm, tracer, GB_NONE_VALUE);
    gb_unref(entered);
    if (ended < 0) gb_clear(&out);
    return out;
}

static gb_value block(gb_vm *vm, gb_value *args, gb_trace_mode mode)
{
    gb_value keywords = args[2], off = gb_dict_get_text_peek(vm, keywords, "trace");
    bool given = !gb_is_none(args[1]) || gb_prompts_in(vm, keywords);
    bool called = mode == GB_TRACE_GENERATE && given && !gb_vm_calls_context(vm);
    bool plain = called || (gb_is_bool(off) && !off.i);
    gb_value key = gb_str_text_new(vm, "trace");
    if (!gb_is_unset(off)) gb_dict_remove(vm, keywords, key, NULL);
    gb_unref(key);
    gb_value tracer = gb_tracer_new(vm, state_of(args[0]), mode, args[1], keywords);
    if (!plain || gb_is_unset(tracer)) return tracer;
    gb_value out = run_plain(vm, tracer);
    gb_unref(tracer);
    return out;
}

static gb_value trace(gb_vm *vm, gb_value *args)
{
    return block(vm, args, GB_TRACE_FORWARD);
}

static gb_value generate(gb_vm *vm, gb_value *args)
{
    return block(vm, args, GB_TRACE_GENERATE);
}

static gb_value scan(gb_vm *vm, gb_value *args)
{
    return block(vm, args, GB_TRACE_SCAN);
}

static gb_value session(gb_vm *vm, gb_value *args)
{
    return gb_session_context(vm, args[0], args[1]);
}

static gb_value edit(gb_vm *vm, gb_value *args)
{
    int inplace = gb_truth(vm, args[1]);
    if (inplace < 0) return GB_UNSET_VALUE;
    gb_model_state *target =
        inplace ? gb_model_state_ref(state_of(args[0])) : gb_model_state_copy(state_of(args[0]));
    gb_value model = !target   ? GB_UNSET_VALUE
                     : inplace ? GB_NONE_VALUE
                               : gb_envoy_new(vm, target, 0);
    gb_value tracer = gb_is_unset(model) ? model : gb_edit_context(vm, target, model);
    gb_unref(model);
    gb_model_state_unref(target);
    return tracer;
}

static gb_value clear_edits(gb_vm *vm, gb_value *args)
{
    (void)vm;
    gb_edits_clear(state_of(args[0]));
    return GB_NONE_VALUE;
}

static gb_value all_steps(gb_vm *vm, gb_value *args)
{
    gb_trace *current = gb_trace_current_of(vm, state_of(args[0]));
    if (!current) return gb_raise(vm, GB_EXC_ValueError, "all() is there inside a generate block");
    return gb_steps_all(vm, current);
}

static gb_value same_model(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_ref(args[0]);
}

static gb_value load(gb_vm *vm, gb_value *args)
{
    gb_error err = GB_ERROR_INIT;
    if (!gb_model_load(state_of(args[0])->model, &err)) return gb_raise_error(vm, &err);
    return gb_ref(args[0]);
}

const gb_native gb_model_methods[] = {
    {"trace", trace, "input=None, **kwargs", 0,
     "A block over one forward pass: `with model.trace(prompt) as tracer:`. input: text, texts, "
     "token ids, an "
     "encoding or chat messages; without it the block opens invokes."},
    {"generate", generate, "input=None, **kwargs", 0,
     "A block over a generation: max_new_tokens=, do_sample=, temperature=, top_k=, top_p=, seed=, "
     "eos_token_id= …"},
    {"scan", scan, "input=None, **kwargs", 0,
     "A block that knows shapes and dtypes and reads no weights."},
    {"session", session, "**kwargs", 0, "Several traces as one; values flow between them."},
    {"edit", edit, "inplace=False", 0,
     "A block that becomes part of every later trace of the model it gives (or of this one, "
     "inplace=True)."},
    {"clear_edits", clear_edits, "", 0, "Forgets all edits of this model."},
    {"all", all_steps, "", 0, "All generation steps, to loop over."},
    {"to", same_model, "*args, **kwargs", 0,
     "The model: it is moved when it is opened (device_map=, dtype=)."},
    {"cpu", same_model, "", 0, "The model."},
    {"cuda", same_model, "*args", 0, "The model."},
    {"dispatch", load, "", 0, "Reads all weights now."},
    {0},
};

/* --- facts
 * ---------------------------------------------------------------------------------------------------
 */

static gb_value get_tokenizer(gb_vm *vm, gb_value self)
{
    gb_error err = GB_ERROR_INIT;
    gb_model_state *state = state_of(self);
    if (!gb_is_unset(state->tokenizer)) return gb_ref(state->tokenizer);
    gb_tokenizer *tokenizer = gb_model_tokenizer(state->model, &err);
    if (!tokenizer) return gb_raise_error(vm, &err);
    state->tokenizer = gb_tokenizer_value(vm, tokenizer);
    return gb_ref(state->tokenizer);
}

static bool set_tokenizer(gb_vm *vm, gb_value self, gb_value value)
{
    (void)vm;
    gb_replace_take(&state_of(self)->tokenizer, gb_ref(value));
    return true;
}

static gb_value get_config(gb_vm *vm, gb_value self)
{
    gb_model_state *state = state_of(self);
    if (gb_is_unset(state->config))
        state->config = gb_config_value(vm, gb_model_config(state->model));
    gb_value name = gb_is_unset(state->config) ? GB_UNSET_VALUE
                                               : gb_str_text_new(vm, gb_model_id(state->model));
    if (!gb_is_unset(name) && !gb_setattr_text(vm, state->config, "_name_or_path", name))
        gb_clear(&name);
    bool ok = !gb_is_unset(name);
    gb_unref(name);
    return ok ? gb_ref(state->config) : GB_UNSET_VALUE;
}

static gb_value get_loaded(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_model_is_loaded(state_of(self)->model));
}

static gb_value get_device(gb_vm *vm, gb_value self)
{
    gb_error err = GB_ERROR_INIT;
    gb_device device;
    if (!gb_device_parse(gb_model_device(state_of(self)->model), &device, &err))
        return gb_raise_error(vm, &err);
    return gb_device_value(vm, device);
}

static gb_value get_dtype(gb_vm *vm, gb_value self)
{
    return gb_dtype_value(vm, gb_model_plan(state_of(self)->model)->dtype);
}

/* `model.generator.output`, `model.generator.streamer.output`: what the generation gives. */
static gb_value get_generator(gb_vm *vm, gb_value self)
{
    gb_trace *current = gb_trace_current_of(vm, state_of(self));
    if (!current)
        return gb_raise(vm, GB_EXC_ValueError, "generator is there inside a generate block");
    return gb_generator_value_of(vm, current);
}

const gb_attribute gb_model_attributes[] = {
    {"tokenizer", get_tokenizer, set_tokenizer, "The model's tokenizer."},
    {"config", get_config, NULL, "The model's config.json, with transformers' defaults."},
    {"device", get_device, NULL, "Where the weights are."},
    {"dtype", get_dtype, NULL, "The weights' dtype."},
    {"_loaded", get_loaded, NULL, "Are the weights in memory?"},
    {"generator", get_generator, NULL,
     "The generation itself: generator.output are its token ids."},
    {0},
};
