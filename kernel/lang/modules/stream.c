/* The standard streams: what is written goes to the VM's hook, what is read comes from it. */
#include "kernel/lang/modules/stream.h"

#include "graph/base/text.h"

typedef struct standard_stream {
    gb_object head;
    gb_stream_kind kind;
    bool binary; /* .buffer: bytes in place of str */
} standard_stream;

static const gb_type_spec stream_spec, buffer_spec;

static standard_stream *stream_of(gb_value v)
{
    return (standard_stream *)(void *)v.o;
}

static gb_value make(gb_vm *vm, const gb_type_spec *spec, gb_stream_kind kind)
{
    gb_type *type = gb_type_make(vm, spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    stream_of(v)->kind = kind;
    stream_of(v)->binary = spec == &buffer_spec;
    return v;
}

gb_value gb_stream_object(gb_vm *vm, gb_stream_kind kind)
{
    return make(vm, &stream_spec, kind);
}

/* --- writing ------------------------------------------------------------------------------------
 */

/* Bytes as text: what is no UTF-8 becomes U+FFFD. */
static void write_bytes(gb_vm *vm, bool error, const gb_bytes *bytes)
{
    const char *text = (const char *)bytes->data;
    size_t n = bytes->size, start = 0, at = 0;
    while (at < n) {
        uint32_t c;
        size_t used = gb_utf8_decode(text + at, n - at, &c);
        if (used) {
            at += used;
            continue;
        }
        gb_vm_write(vm, error, text + start, at - start);
        gb_vm_write(vm, error, "\xef\xbf\xbd", 3);
        start = ++at;
    }
    gb_vm_write(vm, error, text + start, n - start);
}

static gb_value stream_write(gb_vm *vm, gb_value *args)
{
    const standard_stream *s = stream_of(args[0]);
    bool error = s->kind == GB_STDERR;
    if (s->kind == GB_STDIN) return gb_raise(vm, GB_EXC_OSError, "not writable");
    if (s->binary) {
        if (!gb_is_bytes(args[1]))
            return gb_raise(vm, GB_EXC_TypeError, "a bytes-like object is required, not '%s'",
                            gb_type_name(vm, args[1]));
        write_bytes(vm, error, gb_bytes_peek(args[1]));
        return gb_int((int64_t)gb_bytes_peek(args[1])->size);
    }
    if (!gb_is_str(args[1]))
        return gb_raise(vm, GB_EXC_TypeError, "write() argument must be str, not %s",
                        gb_type_name(vm, args[1]));
    gb_vm_write(vm, error, gb_str_data(args[1]), gb_str_size(args[1]));
    return gb_int((int64_t)gb_str_length(args[1]));
}

static gb_value stream_writelines(gb_vm *vm, gb_value *args)
{
    gb_value it = gb_iter(vm, args[1]), line;
    if (gb_is_unset(it)) return it;
    bool ok = true;
    while (ok && !gb_is_unset(line = gb_next(vm, it))) {
        gb_value pair[2] = {args[0], line};
        ok = !gb_is_unset(stream_write(vm, pair)); /* an int */
        gb_unref(line);
    }
    gb_unref(it);
    return ok && gb_is_unset(gb_exception_peek(vm)) ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

/* --- reading ------------------------------------------------------------------------------------
 */

/* One line with its end; empty at the end of the input. */
static gb_value stream_readline(gb_vm *vm, gb_value *args)
{
    const gb_vm_hooks *hooks = gb_vm_hooks_of(vm);
    if (stream_of(args[0])->kind != GB_STDIN) return gb_raise(vm, GB_EXC_OSError, "not readable");
    gb_value line = hooks->input ? hooks->input(hooks->context, vm, "") : gb_str_text_new(vm, "");
    if (gb_is_unset(line) && gb_exception_is(vm, GB_EXC_EOFError)) {
        gb_exception_clear(vm);
        return gb_str_text_new(vm, "");
    }
    if (gb_is_unset(line) || !hooks->input) return line;
    gb_value ended = gb_str_format(vm, "%s\n", gb_str_data(line));
    gb_unref(line);
    return ended;
}

static gb_value stream_next(gb_vm *vm, gb_value self)
{
    gb_value line = stream_readline(vm, &self);
    if (gb_is_str(line) && !gb_str_size(line)) gb_clear(&line);
    return line;
}

static gb_value stream_readlines(gb_vm *vm, gb_value *args)
{
    return gb_to_list(vm, args[0]);
}

static gb_value stream_read(gb_vm *vm, gb_value *args)
{
    gb_buffer all = GB_BUFFER_INIT;
    gb_value line;
    while (!gb_is_unset(line = stream_next(vm, args[0]))) {
        gb_buffer_put(&all, gb_str_data(line), gb_str_size(line));
        gb_unref(line);
    }
    if (gb_is_unset(gb_exception_peek(vm))) return gb_str_from_buffer(vm, &all);
    gb_buffer_release(&all);
    return GB_UNSET_VALUE;
}

/* --- the rest -----------------------------------------------------------------------------------
 */

static gb_value stream_none(gb_vm *vm, gb_value *args)
{
    (void)vm;
    (void)args;
    return GB_NONE_VALUE;
}

static gb_value stream_false(gb_vm *vm, gb_value *args)
{
    (void)vm;
    (void)args;
    return GB_FALSE_VALUE;
}

static gb_value stream_fileno(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_int(stream_of(args[0])->kind);
}

static gb_value stream_readable(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(stream_of(args[0])->kind == GB_STDIN);
}

static gb_value stream_writable(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(stream_of(args[0])->kind != GB_STDIN);
}

static gb_value stream_self(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(self);
}

static const gb_native methods[] = {
    {"write", stream_write, "text, /", 0, "Writes a text; how many characters."},
    {"writelines", stream_writelines, "lines, /", 0, "Writes several texts."},
    {"flush", stream_none, "", 0, "Nothing to do: what is written is shown."},
    {"close", stream_none, "", 0, "Standard streams stay open."},
    {"reconfigure", stream_none, "**options", 0, "Accepted; the encoding is UTF-8."},
    {"isatty", stream_false, "", 0, "False."},
    {"seekable", stream_false, "", 0, "False."},
    {"fileno", stream_fileno, "", 0, "0, 1 or 2."},
    {"readable", stream_readable, "", 0, "Is it stdin?"},
    {"writable", stream_writable, "", 0, "Is it stdout or stderr?"},
    {"read", stream_read, "size=-1, /", 0, "All that is left."},
    {"readline", stream_readline, "size=-1, /", 0, "The next line."},
    {"readlines", stream_readlines, "hint=-1, /", 0, "All lines that are left."},
    {0}};

static gb_value get_name(gb_vm *vm, gb_value self)
{
    static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    return gb_str_text_new(vm, names[stream_of(self)->kind]);
}

static gb_value get_mode(gb_vm *vm, gb_value self)
{
    return gb_str_text_new(vm, stream_of(self)->kind == GB_STDIN ? "r" : "w");
}

static gb_value get_encoding(gb_vm *vm, gb_value self)
{
    (void)self;
    return gb_str_text_new(vm, "utf-8");
}

static gb_value get_errors(gb_vm *vm, gb_value self)
{
    return gb_str_text_new(vm, stream_of(self)->kind == GB_STDERR ? "backslashreplace" : "strict");
}

static gb_value get_closed(gb_vm *vm, gb_value self)
{
    (void)vm;
    (void)self;
    return GB_FALSE_VALUE;
}

static gb_value get_buffer(gb_vm *vm, gb_value self)
{
    return make(vm, &buffer_spec, stream_of(self)->kind);
}

static gb_value stream_repr(gb_vm *vm, gb_value self)
{
    static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    gb_stream_kind kind = stream_of(self)->kind;
    return gb_str_format(vm, "<_io.TextIOWrapper name='%s' mode='%s' encoding='utf-8'>",
                         names[kind], kind == GB_STDIN ? "r" : "w");
}

static const gb_attribute attributes[] = {
    {"name", get_name, NULL, "'<stdout>' and so on."},
    {"mode", get_mode, NULL, "'r' or 'w'."},
    {"encoding", get_encoding, NULL, "'utf-8'."},
    {"errors", get_errors, NULL, "What happens to characters without an encoding."},
    {"closed", get_closed, NULL, "False."},
    {"buffer", get_buffer, NULL, "The same stream for bytes."},
    {0}};

static const gb_type_spec stream_spec = {
    .name = "TextIOWrapper",
    .module = "_io",
    .shown = "_io.TextIOWrapper",
    .doc = "A standard stream.",
    .size = sizeof(standard_stream),
    .flags = GB_TYPE_NO_MAKE | GB_TYPE_ATOMIC,
    .methods = methods,
    .attributes = attributes,
    .slots = {.repr = stream_repr, .iter = stream_self, .next = stream_next},
};

static const gb_type_spec buffer_spec = {
    .name = "BufferedWriter",
    .module = "_io",
    .shown = "_io.BufferedWriter",
    .doc = "A standard stream for bytes.",
    .size = sizeof(standard_stream),
    .flags = GB_TYPE_NO_MAKE | GB_TYPE_ATOMIC,
    .methods = methods,
};
