/* `_files`: what os and pathlib ask of the host: the environment, the folder, what stands where.
 * Reading is the builtin open(); nothing is written. */
#include "kernel/lang/modules/modules.h"

#include "graph/base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

/* --- the environment ----------------------------------------------------------------------------
 */

extern char **environ;

static bool add_variable(gb_vm *vm, gb_value dict, const char *entry)
{
    const char *equals = strchr(entry, '=');
    if (!equals) return true;
    gb_value name = gb_str_new(vm, entry, (size_t)(equals - entry));
    gb_value value = gb_str_text_new(vm, equals + 1);
    bool ok = !gb_is_unset(name) && !gb_is_unset(value) && gb_dict_set(vm, dict, name, value);
    gb_unref(name);
    gb_unref(value);
    return ok;
}

static gb_value environment(gb_vm *vm, gb_value *args)
{
    (void)args;
    gb_value dict = gb_dict_new(vm);
    for (char **entry = environ; entry && *entry && !gb_is_unset(dict); entry++)
        if (!add_variable(vm, dict, *entry)) gb_clear(&dict);
    return dict;
}

/* Model caches, hosts and keys are looked up in the process's environment. */
static gb_value set_variable(gb_vm *vm, gb_value *args)
{
    const char *name, *value;
    size_t n;
    if (!gb_to_text(vm, args[0], "name", &name, &n)) return GB_UNSET_VALUE;
    if (n == 0 || strchr(name, '=') || strlen(name) != n)
        return gb_raise(vm, GB_EXC_ValueError, "illegal environment variable name");
    if (gb_is_none(args[1])) {
        unsetenv(name);
        return GB_NONE_VALUE;
    }
    if (!gb_to_text(vm, args[1], "value", &value, &n)) return GB_UNSET_VALUE;
    if (strlen(value) != n) return gb_raise(vm, GB_EXC_ValueError, "embedded null byte");
    if (setenv(name, value, 1) != 0) return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    return GB_NONE_VALUE;
}

/* --- places -------------------------------------------------------------------------------------
 */

static gb_value folder(gb_vm *vm, gb_value *args)
{
    (void)args;
    const gb_vm_hooks *hooks = gb_vm_hooks_of(vm);
    return gb_str_text_new(vm, hooks->folder ? hooks->folder(hooks->context) : "/");
}

static gb_file_kind look(gb_vm *vm, gb_value path, int64_t *bytes, gb_value *names)
{
    const char *text;
    size_t n;
    const gb_vm_hooks *hooks = gb_vm_hooks_of(vm);
    if (!gb_to_text(vm, path, "path", &text, &n)) return GB_FILE_ERROR;
    if (strlen(text) != n) {
        gb_raise(vm, GB_EXC_ValueError, "embedded null byte");
        return GB_FILE_ERROR;
    }
    return hooks->look ? hooks->look(hooks->context, vm, text, bytes, names) : GB_FILE_NOTHING;
}

/* ("file", bytes), ("folder", bytes) or None. */
static gb_value place(gb_vm *vm, gb_value *args)
{
    int64_t bytes = 0;
    gb_file_kind found = look(vm, args[0], &bytes, NULL);
    if (found == GB_FILE_ERROR) return GB_UNSET_VALUE;
    if (found == GB_FILE_NOTHING) return GB_NONE_VALUE;
    gb_value kind = gb_str_intern(vm, found == GB_FILE_REGULAR ? "file" : "folder");
    if (gb_is_unset(kind)) return kind;
    gb_value pair = gb_tuple_of(vm, 2, kind, gb_int(bytes));
    gb_unref(kind);
    return pair;
}

/* The names in a folder; None when it is none. */
static gb_value names(gb_vm *vm, gb_value *args)
{
    int64_t bytes = 0;
    gb_value list = GB_UNSET_VALUE;
    gb_file_kind found = look(vm, args[0], &bytes, &list);
    if (found == GB_FILE_ERROR || found == GB_FILE_FOLDER) return list;
    return GB_NONE_VALUE;
}

/* --- the machine --------------------------------------------------------------------------------
 */

static gb_value process(gb_vm *vm, gb_value *args)
{
    (void)vm;
    (void)args;
    return gb_int(getpid());
}

static gb_value processors(gb_vm *vm, gb_value *args)
{
    (void)vm;
    (void)args;
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return gb_int(n > 0 ? n : 1);
}

static gb_value machine(gb_vm *vm, gb_value *args)
{
    (void)args;
    struct utsname name;
    return gb_str_text_new(vm, uname(&name) == 0 ? name.machine : "");
}

static const gb_native functions[] = {
    {"environment", environment, "", 0, "The environment's variables, as a dict."},
    {"set_variable", set_variable, "name, value", 0, "Sets one; None removes it."},
    {"folder", folder, "", 0, "The folder that relative paths begin at."},
    {"place", place, "path", 0, "('file' or 'folder', bytes), or None."},
    {"names", names, "path", 0, "The names in a folder, or None."},
    {"process", process, "", 0, "The number of this process."},
    {"processors", processors, "", 0, "How many processors there are."},
    {"machine", machine, "", 0, "The kind of processor."},
    {0}};

const gb_module_spec gb_module_files = {
    .name = "_files",
    .doc = "What os and pathlib ask of the host.",
    .functions = functions,
};
