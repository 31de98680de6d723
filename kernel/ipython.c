/* What IPython's modules need of the session: showing, clearing, cleaning, running.
 *
 * The module `_display` is native; IPython.display and its kin are written over it in the cell
 * language (lang/modules/IPython/). */
#include "kernel/sanitize.h"
#include "kernel/session_state.h"

#include "graph/base/memory.h"

#include <string.h>

/* --- showing -----------------------------------------------------------------------------------*/

/* {"data", "metadata"} of two dicts; NULL with an exception. */
static json_t *bundle_of(gb_vm *vm, gb_value data, gb_value metadata)
{
    json_t *forms = gb_json_of_value(vm, data);
    json_t *about = forms && gb_is_dict(metadata) ? gb_json_of_value(vm, metadata) : json_object();
    if (forms && about) return json_pack("{s:o, s:o}", "data", forms, "metadata", about);
    json_decref(forms);
    json_decref(about);
    return NULL;
}

static gb_value publish(gb_vm *vm, gb_value *args)
{
    const gb_session *session = gb_session_of(vm);
    json_t *bundle = bundle_of(vm, args[0], args[1]);
    if (!bundle) return GB_UNSET_VALUE;
    const char *id = gb_is_str(args[2]) ? gb_str_data(args[2]) : NULL;
    if (id && gb_truth(vm, args[3]) == 1)
        gb_front_update_display(session->front, bundle, id);
    else
        gb_front_display(session->front, bundle, id);
    json_decref(bundle);
    return GB_NONE_VALUE;
}

static gb_value clear_output(gb_vm *vm, gb_value *args)
{
    gb_front_clear_output(gb_session_of(vm)->front, gb_truth(vm, args[0]) == 1);
    return GB_NONE_VALUE;
}

/* (data, metadata) as a result would be shown. */
static gb_value view(gb_vm *vm, gb_value *args)
{
    json_t *bundle = gb_session_view(gb_session_of(vm), args[0]);
    if (!bundle)
        return gb_is_unset(gb_exception_peek(vm)) ? gb_raise(vm, GB_EXC_MemoryError, "%s", "")
                                                  : GB_UNSET_VALUE;
    gb_value data = gb_value_of_json(vm, json_object_get(bundle, "data"));
    gb_value metadata = gb_value_of_json(vm, json_object_get(bundle, "metadata"));
    json_decref(bundle);
    gb_value both = gb_is_unset(data) || gb_is_unset(metadata) ? GB_UNSET_VALUE
                                                               : gb_tuple_of(vm, 2, data, metadata);
    gb_unref(data);
    gb_unref(metadata);
    return both;
}

static gb_value new_id(gb_vm *vm, gb_value *args)
{
    (void)args;
    char id[GB_DISPLAY_ID];
    gb_session_new_display_id(gb_session_of(vm), "display", id);
    return gb_str_text_new(vm, id);
}

static gb_value note(gb_vm *vm, gb_value *args)
{
    const char *text;
    if (!gb_to_text(vm, args[0], "text", &text, NULL)) return GB_UNSET_VALUE;
    gb_session_note(gb_session_of(vm), text);
    return GB_NONE_VALUE;
}

/* --- cleaning ----------------------------------------------------------------------------------*/

/* A copy of a dict of forms that may be shown. */
static gb_value safe(gb_vm *vm, gb_value *args)
{
    json_t *data = gb_json_of_value(vm, args[0]);
    if (!data) return GB_UNSET_VALUE;
    gb_session_make_safe(data);
    gb_value value = gb_value_of_json(vm, data);
    json_decref(data);
    return value;
}

static gb_value html_text(gb_vm *vm, gb_value *args)
{
    const char *html;
    size_t n;
    if (!gb_to_text(vm, args[0], "html", &html, &n)) return GB_UNSET_VALUE;
    gb_buffer out = GB_BUFFER_INIT;
    gb_buffer_put(&out, "", 0);
    gb_html_text(html, n, &out);
    return gb_str_from_buffer(vm, &out);
}

/* --- files and cells ---------------------------------------------------------------------------*/

static gb_value read_file(gb_vm *vm, gb_value *args)
{
    const gb_vm_hooks *hooks = gb_vm_hooks_of(vm);
    const char *path;
    size_t n;
    if (!gb_to_text(vm, args[0], "filename", &path, NULL)) return GB_UNSET_VALUE;
    char *bytes = hooks->read_file(hooks->context, vm, path, &n);
    gb_value value = bytes ? gb_bytes_new(vm, bytes, n) : GB_UNSET_VALUE;
    gb_free(bytes);
    return value;
}

static gb_value run_cell(gb_vm *vm, gb_value *args)
{
    const char *text;
    gb_value value = GB_UNSET_VALUE;
    if (!gb_to_text(vm, args[0], "code", &text, NULL)) return GB_UNSET_VALUE;
    if (!gb_session_run_text(gb_session_of(vm), 1, text, &value)) return GB_UNSET_VALUE;
    return gb_is_unset(value) ? GB_NONE_VALUE : value;
}

static gb_value run_magic(gb_vm *vm, gb_value *args)
{
    if (!gb_is_str(args[0]) || !gb_is_str(args[1]))
        return gb_raise(vm, GB_EXC_TypeError, "a magic's name and arguments are texts");
    bool cell = gb_is_str(args[2]);
    gb_value body = cell ? gb_ref(args[2]) : gb_str_text_new(vm, "");
    gb_value parts = gb_is_unset(body) ? body : gb_tuple_of(vm, 3, args[0], args[1], body);
    gb_unref(body);
    if (gb_is_unset(parts)) return parts;
    gb_value result =
        gb_session_magic(gb_session_of(vm), vm, cell ? GB_MAGIC_CELL : GB_MAGIC_LINE, parts);
    gb_unref(parts);
    return result;
}

static gb_value names(gb_vm *vm, gb_value *args)
{
    (void)args;
    return gb_ref(gb_session_of(vm)->globals);
}

static gb_value number(gb_vm *vm, gb_value *args)
{
    (void)args;
    return gb_int(gb_session_of(vm)->next_number);
}

static const gb_native functions[] = {
    {"publish", publish, "data, metadata=None, display_id=None, update=False", 0,
     "Shows a bundle, or replaces those with this id."},
    {"clear_output", clear_output, "wait=False", 0, "Removes the cell's output."},
    {"view", view, "value", 0, "(data, metadata) of a value as a result would be shown."},
    {"new_id", new_id, "", 0, "A display id that nobody has."},
    {"note", note, "text", 0, "A grey line below the cell."},
    {"safe", safe, "data", 0, "A dict of forms without what could run."},
    {"html_text", html_text, "html", 0, "The text of HTML."},
    {"read_file", read_file, "path", 0, "The bytes of a file in the notebook's folder."},
    {"run_cell", run_cell, "code", 0, "Runs a text as a cell; its last value."},
    {"run_magic", run_magic, "name, line='', cell=None", 0, "Runs a magic."},
    {"names", names, "", 0, "The notebook's names, as a dict."},
    {"number", number, "", 0, "The number of the next cell."},
    {0},
};

static const gb_module_spec display_module = {
    .name = "_display",
    .doc = "What IPython.display is made of.",
    .functions = functions,
};

/* --- getpass -----------------------------------------------------------------------------------*/

static gb_value getpass(gb_vm *vm, gb_value *args)
{
    const char *prompt;
    gb_error err = GB_ERROR_INIT;
    if (!gb_to_text(vm, args[0], "prompt", &prompt, NULL)) return GB_UNSET_VALUE;
    char *line = gb_front_input(gb_session_of(vm)->front, prompt, true, &err);
    gb_value value = line ? gb_str_text_new(vm, line) : gb_raise_error(vm, &err);
    gb_free(line);
    return value;
}

static const gb_native getpass_functions[] = {
    {"getpass", getpass, "prompt='Password: ', stream=None", 0,
     "Asks for a text that is not shown."},
    {0},
};

static const gb_module_spec getpass_module = {
    .name = "getpass",
    .doc = "Asking for passwords.",
    .functions = getpass_functions,
};

/* --- builtins that notebooks have
 * ----------------------------------------------------------------*/

static gb_value help(gb_vm *vm, gb_value *args)
{
    gb_session *session = gb_session_of(vm);
    if (gb_is_unset(args[0])) {
        static const char hint[] =
            "help(x) tells about x; x? in a cell of its own shows more, x?? its source.\n";
        gb_vm_write(vm, false, hint, strlen(hint));
        return GB_NONE_VALUE;
    }
    gb_buffer b = GB_BUFFER_INIT;
    gb_session_put_help(session, args[0], &b);
    if (b.data) gb_vm_write(vm, false, b.data, b.size);
    gb_buffer_release(&b);
    return GB_NONE_VALUE;
}

/* display and get_ipython are there without an import; IPython is imported when they are called. */
static gb_value call_ipython(gb_vm *vm, const char *module_name, const char *name, gb_value args,
                             gb_value kwargs)
{
    gb_value module = gb_import(vm, module_name);
    gb_value function = gb_is_unset(module) ? module : gb_getattr_text(vm, module, name);
    gb_value result = gb_is_unset(function) ? function : gb_call_spread(vm, function, args, kwargs);
    gb_unref(module);
    gb_unref(function);
    return result;
}

static gb_value display(gb_vm *vm, gb_value *args)
{
    return call_ipython(vm, "IPython.display", "display", args[0], args[1]);
}

static gb_value get_ipython(gb_vm *vm, gb_value *args)
{
    (void)args;
    gb_value none = gb_tuple_new(vm, 0);
    gb_value shell =
        gb_is_unset(none) ? none : call_ipython(vm, "IPython", "get_ipython", none, GB_UNSET_VALUE);
    gb_unref(none);
    return shell;
}

static gb_value leave(gb_vm *vm, gb_value *args)
{
    gb_value cls = gb_type_value(gb_exception_type(vm, GB_EXC_SystemExit));
    gb_value exception = gb_call(vm, cls, args, gb_is_none(args[0]) ? 0 : 1);
    gb_value raised = gb_is_unset(exception) ? exception : gb_raise_value(vm, exception);
    gb_unref(exception);
    return raised;
}

static const gb_native builtins[] = {
    {"help", help, "object=?", GB_TAKES_GRAPH, "Tells about an object."},
    {"display", display, "*objects, **options", GB_TAKES_GRAPH, "Shows objects below the cell."},
    {"get_ipython", get_ipython, "", 0, "The shell: magics by call."},
    {"exit", leave, "code=None", 0, "Ends the session."},
    {"quit", leave, "code=None", 0, "Ends the session."},
    {0},
};

bool gb_session_add_modules(gb_session *session, gb_error *err)
{
    gb_vm *vm = session->vm;
    bool ok = gb_module_register(vm, &display_module) && gb_module_register(vm, &getpass_module);
    for (const gb_native *row = builtins; ok && row->name; row++)
        ok = gb_dict_set_text_take(vm, gb_vm_builtins_peek(vm), row->name,
                                   gb_native_new(vm, row, "builtins"));
    if (!ok) gb_exception_to_error(vm, err);
    return ok;
}
