/* import: registered modules, embedded sources, the host's hook; packages and their parts. */
#include "kernel/lang/code_store.h"
#include "kernel/lang/compile.h"
#include "kernel/lang/embedded.h"
#include "kernel/lang/exception.h"
#include "kernel/lang/frame.h"
#include "kernel/lang/module.h"
#include "kernel/lang/source.h"
#include "kernel/lang/vm_ops.h"

bool gb_module_register(gb_vm *vm, const gb_module_spec *spec)
{
    for (size_t i = 0; i < vm->module_count; i++) {
        if (strcmp(vm->module_specs[i]->name, spec->name) != 0) continue;
        vm->module_specs[i] = spec;
        return true;
    }
    if (!gb_vm_grow(vm, &vm->module_specs, &vm->module_capacity, vm->module_count + 1,
                    sizeof *vm->module_specs))
        return false;
    vm->module_specs[vm->module_count++] = spec;
    return true;
}

static const gb_module_spec *find_spec(gb_vm *vm, const char *name)
{
    for (size_t i = 0; i < vm->module_count; i++)
        if (strcmp(vm->module_specs[i]->name, name) == 0) return vm->module_specs[i];
    return NULL;
}

/* Does some module's name begin with `name` and a dot? */
static bool is_package(gb_vm *vm, const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < vm->module_count; i++)
        if (strncmp(vm->module_specs[i]->name, name, length) == 0 &&
            vm->module_specs[i]->name[length] == '.')
            return true;
    return gb_embedded_package(name);
}

static bool known(gb_vm *vm, const char *name)
{
    return find_spec(vm, name) || gb_embedded_module(name) || is_package(vm, name);
}

const char *gb_module_name_at(gb_vm *vm, size_t i)
{
    if (i < vm->module_count) return vm->module_specs[i]->name;
    const gb_embedded *row = gb_embedded_rows;
    for (i -= vm->module_count; i && row->name; i--)
        row++;
    return row->name;
}

/* --- running source text
 * --------------------------------------------------------------------------------- */

bool gb_vm_run_text(gb_vm *vm, const char *name, const char *text, gb_value globals)
{
    gb_error err = GB_ERROR_INIT;
    gb_source source;
    gb_compile_options options = {.fuse = true};
    if (!gb_source_init(&source, vm->next_source++, name, (gb_text){text, strlen(text)}, &err))
        return gb_raise_error_false(vm, &err);
    gb_code *code = gb_compile_text(&source, options, &err);
    gb_source_release(&source);
    if (!code) return gb_raise_error_false(vm, &err);
    bool ok = gb_vm_run(vm, code, globals);
    gb_code_unref(code);
    return ok;
}

/* The same for a module compiled when the binary was built. */
static bool run_stored(gb_vm *vm, const void *stored, gb_value globals)
{
    gb_error err = GB_ERROR_INIT;
    gb_code *code = gb_code_load(stored, vm->next_source++, &err);
    if (!code) return gb_raise_error_false(vm, &err);
    bool ok = gb_vm_run(vm, code, globals);
    gb_code_unref(code);
    return ok;
}

/* --- making modules
 * ------------------------------------------------------------------------------------------ */

static bool add_functions(gb_vm *vm, gb_value module, const gb_module_spec *spec)
{
    for (const gb_native *row = spec->functions; row && row->name; row++)
        if (!gb_module_add_take(vm, module, row->name, gb_native_new(vm, row, spec->name)))
            return false;
    return true;
}

static bool fill(gb_vm *vm, gb_value module, const char *name, const gb_module_spec *spec)
{
    gb_module_peek(module)->spec = spec;
    if (spec && spec->doc &&
        !gb_module_add_take(vm, module, "__doc__", gb_str_text_new(vm, spec->doc)))
        return false;
    if (spec && (!add_functions(vm, module, spec) || (spec->init && !spec->init(vm, module))))
        return false;
    const void *embedded = gb_embedded_module(name);
    const char *source = spec ? spec->source : NULL;
    if (!source && !embedded) return true;
    gb_value globals = gb_module_dict_peek(module);
    if (!gb_dict_set(vm, globals, GB_NAME_OF(vm, __builtins__), vm->builtins)) return false;
    return source ? gb_vm_run_text(vm, name, source, globals) : run_stored(vm, embedded, globals);
}

static gb_value make(gb_vm *vm, const char *name)
{
    gb_value module = gb_module_new(vm, name);
    if (gb_is_unset(module)) return module;
    if (!gb_dict_set_text(vm, vm->modules, name, module)) {
        gb_unref(module);
        return GB_UNSET_VALUE;
    }
    if (fill(vm, module, name, find_spec(vm, name))) return module;
    gb_value key = gb_intern_peek(vm, name, strlen(name)), raised = gb_exception_take(vm);
    if (gb_dict_remove(vm, vm->modules, key, NULL) < 0) gb_exception_clear(vm);
    gb_unref(vm->exception);
    vm->exception = raised;
    gb_unref(module);
    return GB_UNSET_VALUE;
}

static gb_value raise_missing(gb_vm *vm, const char *name, size_t n)
{
    char parent[256] = "";
    const char *dot = memrchr(name, '.', n);
    if (dot && (size_t)(dot - name) < sizeof parent)
        snprintf(parent, sizeof parent, "%.*s", (int)(dot - name), name);
    gb_value text = parent[0] && !is_package(vm, parent)
                        ? gb_str_format(vm, "No module named '%.*s'; '%s' is not a package", (int)n,
                                        name, parent)
                        : gb_str_format(vm, "No module named '%.*s'", (int)n, name);
    gb_value exception =
        gb_is_unset(text) ? text
                          : gb_exception_new(vm, vm->exceptions[GB_EXC_ModuleNotFoundError], text);
    gb_unref(text);
    if (gb_is_unset(exception)) return exception;
    gb_exception_object(exception)->name = gb_str_new(vm, name, n);
    gb_raise_take(vm, exception);
    return GB_UNSET_VALUE;
}

/* The module of exactly this name, without its parents. */
static gb_value load(gb_vm *vm, const char *name)
{
    gb_value have = gb_dict_get_text_peek(vm, vm->modules, name);
    if (!gb_is_unset(have)) return gb_ref(have);
    if (known(vm, name)) return make(vm, name);
    if (vm->hooks.import) {
        gb_value module = vm->hooks.import(vm->hooks.context, vm, name);
        if (!gb_is_unset(module) || !gb_is_unset(vm->exception)) return module;
    }
    return raise_missing(vm, name, strlen(name));
}

static bool bind_in_parent(gb_vm *vm, const char *name, gb_value module)
{
    const char *dot = strrchr(name, '.');
    if (!dot) return true;
    gb_value parent_name = gb_intern_peek(vm, name, (size_t)(dot - name));
    gb_value parent = gb_dict_find_name(gb_dict_peek(vm->modules), parent_name);
    return !gb_is_module(parent) || gb_module_set(vm, parent, dot + 1, module);
}

gb_value gb_import(gb_vm *vm, const char *name)
{
    enum { LONGEST = 256 };
    char part[LONGEST];
    size_t n = strlen(name);
    if (n >= LONGEST) return raise_missing(vm, name, n);
    gb_value module = GB_UNSET_VALUE;
    for (size_t end = 1; end <= n; end++) {
        if (name[end] != '.' && name[end] != '\0') continue;
        memcpy(part, name, end);
        part[end] = '\0';
        gb_unref(module);
        module = load(vm, part);
        if (gb_is_unset(module)) return module;
        if (!bind_in_parent(vm, part, module)) {
            gb_unref(module);
            return GB_UNSET_VALUE;
        }
    }
    return module;
}

gb_value gb_import_submodule(gb_vm *vm, gb_value module, gb_value name)
{
    char path[256];
    gb_value own =
        gb_dict_find_name(gb_dict_peek(gb_module_dict_peek(module)), GB_NAME_OF(vm, __name__));
    if (!gb_is_str(own) || gb_str_size(own) + gb_str_size(name) + 2 > sizeof path)
        return GB_UNSET_VALUE;
    snprintf(path, sizeof path, "%s.%s", gb_str_data(own), gb_str_data(name));
    if (!known(vm, path)) return GB_UNSET_VALUE;
    return gb_import(vm, path);
}

/* --- instructions
 * --------------------------------------------------------------------------------------------------
 */

gb_value gb_op_import_name(gb_vm *vm, gb_frame *frame, const gb_instr *ip, gb_value from_list)
{
    char path[256];
    const char *name = gb_str_data(frame->linked->names[ip->a]);
    if (ip->b) {
        gb_value package = gb_dict_find_name(frame->globals, GB_NAME_OF(vm, __name__));
        if (!frame->linked->library || !gb_is_str(package))
            return gb_raise(vm, GB_EXC_ImportError,
                            "attempted relative import with no known parent package");
        size_t n = gb_str_size(package);
        memcpy(path, gb_str_data(package), n < 128 ? n + 1 : 1);
        for (uint32_t dots = ip->b; dots > 0; dots--) {
            char *dot = strrchr(path, '.');
            if (dot) *dot = '\0';
        }
        if (name[0]) strncat(strncat(path, ".", 2), name, sizeof path - strlen(path) - 2);
        name = path;
    }
    gb_value module = gb_import(vm, name);
    const char *dot = strchr(name, '.');
    if (gb_is_unset(module) || !gb_is_none(from_list) || !dot) return module;
    gb_unref(module);
    gb_value first = gb_intern_peek(vm, name, (size_t)(dot - name));
    return gb_ref(gb_dict_find_name(gb_dict_peek(vm->modules), first));
}

gb_value gb_op_import_from(gb_vm *vm, gb_value module, gb_value name)
{
    bool failed;
    gb_value v = gb_getattr_or_unset(vm, module, name, &failed);
    if (!gb_is_unset(v) || failed) return v;
    if (gb_is_module(module)) { /* a part that the module's __getattr__ does not know */
        v = gb_import_submodule(vm, module, name);
        if (!gb_is_unset(v) || !gb_is_unset(vm->exception)) return v;
    }
    gb_value own =
        gb_is_module(module)
            ? gb_dict_find_name(gb_dict_peek(gb_module_dict_peek(module)), GB_NAME_OF(vm, __name__))
            : GB_UNSET_VALUE;
    gb_value text = gb_str_format(vm, "cannot import name '%s' from '%s' (unknown location)",
                                  gb_str_data(name), gb_is_str(own) ? gb_str_data(own) : "?");
    if (gb_is_unset(text)) return text;
    gb_value exception = gb_exception_new(vm, vm->exceptions[GB_EXC_ImportError], text);
    gb_unref(text);
    if (gb_is_unset(exception)) return exception;
    gb_exception_object(exception)->name = gb_ref(own);
    gb_raise_take(vm, exception);
    return GB_UNSET_VALUE;
}

static bool import_listed(gb_vm *vm, gb_frame *frame, gb_value module, gb_value names)
{
    gb_value list = gb_to_list(vm, names);
    bool ok = !gb_is_unset(list);
    for (size_t i = 0; ok && i < gb_list_peek(list)->count; i++) {
        gb_value name = gb_list_peek(list)->items[i];
        gb_value v = gb_is_str(name) ? gb_getattr(vm, module, name) : GB_UNSET_VALUE;
        ok = !gb_is_unset(v);
        if (ok) {
            gb_value key = gb_intern_take(vm, gb_ref(name));
            ok = gb_dict_set_name(vm, frame->globals, key, v);
            gb_unref(key);
        }
        gb_unref(v);
    }
    gb_unref(list);
    return ok;
}

bool gb_op_import_star(gb_vm *vm, gb_frame *frame, gb_value module)
{
    gb_value dict = gb_module_dict_peek(module), key, value;
    gb_value all = gb_dict_find_name(gb_dict_peek(dict), GB_NAME_OF(vm, __all__));
    if (!gb_is_unset(all)) return import_listed(vm, frame, module, all);
    for (size_t at = 0; gb_dict_next(dict, &at, &key, &value);)
        if (gb_is_str(key) && gb_str_data(key)[0] != '_' &&
            !gb_dict_set_name(vm, frame->globals, key, value))
            return false;
    return true;
}
