/* print, input, open. */
#include "kernel/lang/builtins.h"

#include "kernel/lang/exception.h"
#include "kernel/lang/format.h"

/* --- print
 * ---------------------------------------------------------------------------------------------
 */

/* Where print writes: `file`, or what a program put in the place of sys.stdout; unset: the host. */
static gb_value target_of(gb_vm *vm, gb_value file)
{
    if (!gb_is_none(file)) return file;
    gb_value sys = gb_dict_get_text_peek(vm, vm->modules, "sys");
    if (!gb_is_module(sys)) return GB_UNSET_VALUE;
    gb_value names = gb_module_dict_peek(sys);
    gb_value out = gb_dict_get_text_peek(vm, names, "stdout");
    return gb_same(out, gb_dict_get_text_peek(vm, names, "__stdout__")) ? GB_UNSET_VALUE : out;
}

/* Writes what is collected and empties it. */
static bool put_out(gb_vm *vm, gb_value target, gb_buffer *b)
{
    if (!b->size) return true;
    if (gb_is_unset(target)) {
        gb_vm_write(vm, false, b->data, b->size);
        gb_buffer_clear(b);
        return true;
    }
    gb_value text = gb_str_new(vm, b->data, b->size);
    gb_buffer_clear(b);
    gb_value result = gb_is_unset(text) ? text : gb_call_method(vm, target, "write", &text, 1);
    bool ok = !gb_is_unset(result);
    gb_unref(text);
    gb_unref(result);
    return ok;
}

static bool separator(gb_vm *vm, gb_value v, const char *name, const char *standard,
                      const char **text, size_t *n)
{
    *text = standard;
    *n = strlen(standard);
    if (gb_is_none(v)) return true;
    if (!gb_is_str(v))
        return gb_raise_false(vm, GB_EXC_TypeError, "%s must be None or a string, not %s", name,
                              gb_type_name(vm, v));
    *text = gb_str_data(v);
    *n = gb_str_size(v);
    return true;
}

/* Texts of user objects are asked for with everything before them written: they may print too. */
static bool put_value(gb_vm *vm, gb_value target, gb_buffer *b, gb_value v)
{
    bool quiet = !gb_is_object(v) || gb_exact_str(vm, v);
    if (!quiet && !put_out(vm, target, b)) return false;
    gb_value text = gb_to_str(vm, v);
    if (gb_is_unset(text)) return false;
    gb_buffer_put(b, gb_str_data(text), gb_str_size(text));
    gb_unref(text);
    return !b->failed || gb_raise_false(vm, GB_EXC_MemoryError, "%s", "");
}

/* A program's own file gets every piece by itself. */
static bool end_piece(gb_vm *vm, gb_value target, gb_buffer *b)
{
    return gb_is_unset(target) || put_out(vm, target, b);
}

static bool flush(gb_vm *vm, gb_value target)
{
    if (gb_is_unset(target)) return true;
    gb_value result = gb_call_method(vm, target, "flush", NULL, 0);
    gb_unref(result);
    return !gb_is_unset(result);
}

gb_value gb_builtin_print(gb_vm *vm, gb_value *args)
{
    const char *sep, *end;
    size_t sep_size, end_size;
    if (!separator(vm, args[1], "sep", " ", &sep, &sep_size) ||
        !separator(vm, args[2], "end", "\n", &end, &end_size))
        return GB_UNSET_VALUE;
    int flushes = gb_truth(vm, args[4]);
    if (flushes < 0) return GB_UNSET_VALUE;
    gb_value target = gb_ref(target_of(vm, args[3]));
    const gb_tuple *values = gb_tuple_peek(args[0]);
    gb_buffer b = GB_BUFFER_INIT;
    bool ok = true;
    for (size_t i = 0; ok && i < values->count; i++) {
        if (i) gb_buffer_put(&b, sep, sep_size);
        ok = (!i || end_piece(vm, target, &b)) && put_value(vm, target, &b, values->items[i]) &&
             end_piece(vm, target, &b);
    }
    if (ok) gb_buffer_put(&b, end, end_size);
    ok = ok && put_out(vm, target, &b) && (!flushes || flush(vm, target));
    gb_buffer_release(&b);
    gb_unref(target);
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

/* --- input
 * ----------------------------------------------------------------------------------------------
 */

gb_value gb_builtin_input(gb_vm *vm, gb_value *args)
{
    gb_value prompt = gb_to_str(vm, args[0]);
    if (gb_is_unset(prompt)) return prompt;
    gb_value line = vm->hooks.input ? vm->hooks.input(vm->hooks.context, vm, gb_str_data(prompt))
                                    : gb_raise(vm, GB_EXC_EOFError, "EOF when reading a line");
    gb_unref(prompt);
    return line;
}

/* --- open
 * -----------------------------------------------------------------------------------------------
 */

/* A path as text: a str, bytes, or what __fspath__ gives; owned. */
static gb_value path_of(gb_vm *vm, gb_value file)
{
    bool failed;
    if (gb_is_str(file)) return gb_ref(file);
    gb_value hook = gb_getattr_optional(vm, file, "__fspath__", &failed);
    if (failed) return GB_UNSET_VALUE;
    if (gb_is_unset(hook))
        return gb_raise(vm, GB_EXC_TypeError, "expected str, bytes or os.PathLike object, not %s",
                        gb_type_name(vm, file));
    gb_value path = gb_call(vm, hook, NULL, 0);
    gb_unref(hook);
    if (gb_is_unset(path) || gb_is_str(path)) return path;
    gb_raise(vm, GB_EXC_TypeError, "expected %s.__fspath__() to return str or bytes, not %s",
             gb_type_name(vm, file), gb_type_name(vm, path));
    gb_unref(path);
    return GB_UNSET_VALUE;
}

/* Modes that only read; `*binary` when it is one of bytes. */
static bool read_mode(gb_vm *vm, gb_value mode, bool *binary)
{
    if (!gb_is_str(mode))
        return gb_raise_false(vm, GB_EXC_TypeError, "open() argument 'mode' must be str, not %s",
                              gb_type_name(vm, mode));
    const char *text = gb_str_data(mode);
    if (text[strspn(text, "rwaxbtU+")] != '\0')
        return gb_raise_false(vm, GB_EXC_ValueError, "invalid mode: '%s'", text);
    if (strpbrk(text, "wax+"))
        return gb_raise_false(vm, GB_EXC_PermissionError,
                              "open() with mode '%s': files can only be read ('r', 'rb') here, "
                              "nothing is written",
                              text);
    *binary = strchr(text, 'b') != NULL;
    if (*binary && strchr(text, 't'))
        return gb_raise_false(vm, GB_EXC_ValueError, "can't have text and binary mode at once");
    if (!strchr(text, 'r'))
        return gb_raise_false(vm, GB_EXC_ValueError,
                              "Must have exactly one of create/read/write/append mode and at "
                              "most one plus");
    return true;
}

static gb_value read_bytes(gb_vm *vm, gb_value path)
{
    size_t n = 0;
    if (!vm->hooks.read_file)
        return gb_raise(vm, GB_EXC_PermissionError, "open(): files cannot be read here");
    char *data = vm->hooks.read_file(vm->hooks.context, vm, gb_str_data(path), &n);
    if (!data) {
        if (gb_is_unset(vm->exception))
            gb_raise(vm, GB_EXC_FileNotFoundError, "No such file or directory: '%s'",
                     gb_str_data(path));
        return GB_UNSET_VALUE;
    }
    gb_value bytes = gb_bytes_new(vm, data, n);
    gb_free(data);
    return bytes;
}

/* Lines end in \n, whatever they end in in the file. */
static gb_value universal_newlines_take(gb_vm *vm, gb_value text)
{
    if (gb_is_unset(text) || !memchr(gb_str_data(text), '\r', gb_str_size(text))) return text;
    gb_buffer b = GB_BUFFER_INIT;
    const char *data = gb_str_data(text);
    size_t n = gb_str_size(text);
    for (size_t i = 0; i < n; i++) {
        if (data[i] == '\r' && i + 1 < n && data[i + 1] == '\n') continue;
        gb_buffer_char(&b, data[i] == '\r' ? '\n' : data[i]);
    }
    gb_unref(text);
    return gb_str_from_buffer(vm, &b);
}

static gb_value decode(gb_vm *vm, gb_value bytes, gb_value *args)
{
    gb_value how[2] = {gb_is_none(args[3]) ? gb_str_intern(vm, "utf-8") : gb_ref(args[3]),
                       gb_is_none(args[4]) ? gb_str_intern(vm, "strict") : gb_ref(args[4])};
    gb_value text = gb_call_method(vm, bytes, "decode", how, 2);
    gb_unref(how[0]);
    gb_unref(how[1]);
    return gb_is_none(args[5]) ? universal_newlines_take(vm, text) : text;
}

gb_value gb_builtin_open(gb_vm *vm, gb_value *args)
{
    bool binary;
    if (!read_mode(vm, args[1], &binary)) return GB_UNSET_VALUE;
    if (binary && !gb_is_none(args[3]))
        return gb_raise(vm, GB_EXC_ValueError, "binary mode doesn't take an encoding argument");
    gb_value path = path_of(vm, args[0]);
    gb_value content = gb_is_unset(path) ? path : read_bytes(vm, path);
    gb_unref(path);
    if (!binary && !gb_is_unset(content)) gb_replace_take(&content, decode(vm, content, args));
    gb_value file =
        gb_is_unset(content) ? content : gb_file_new(vm, content, args[0], gb_str_data(args[1]));
    gb_unref(content);
    return file;
}
