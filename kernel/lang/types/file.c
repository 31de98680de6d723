/* Open files. Their whole content was read when they were opened (the host decides which may be);
 * reading is a place in it. Nothing can be written. */
#include "kernel/lang/builtins.h"

#include "kernel/lang/types/str.h"

typedef struct gb_file {
    gb_object head;
    gb_value content; /* str or bytes */
    gb_value name, mode;
    size_t at; /* bytes of the content */
    bool closed;
} gb_file;

static gb_file *file_of(gb_value v)
{
    return (gb_file *)(void *)v.o;
}

gb_value gb_file_new(gb_vm *vm, gb_value content, gb_value name, const char *mode)
{
    gb_type *type = gb_type_make(vm, gb_is_str(content) ? &gb_spec_text_file : &gb_spec_bytes_file);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    file_of(v)->content = gb_ref(content);
    file_of(v)->name = gb_ref(name);
    file_of(v)->mode = gb_str_text_new(vm, mode);
    return v;
}

static void file_release(gb_object *self)
{
    gb_file *file = (gb_file *)(void *)self;
    gb_unref(file->content);
    gb_unref(file->name);
    gb_unref(file->mode);
}

static void file_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_file *)(void *)self)->name, context);
}

/* --- reading
 * ----------------------------------------------------------------------------------------
 */

static const char *data_of(const gb_file *file, size_t *size)
{
    if (gb_is_str(file->content)) {
        *size = gb_str_size(file->content);
        return gb_str_data(file->content);
    }
    *size = gb_bytes_peek(file->content)->size;
    return (const char *)gb_bytes_peek(file->content)->data;
}

static gb_value piece(gb_vm *vm, const gb_file *file, size_t start, size_t end)
{
    size_t size;
    const char *data = data_of(file, &size);
    return gb_is_str(file->content) ? gb_str_new(vm, data + start, end - start)
                                    : gb_bytes_new(vm, data + start, end - start);
}

static bool check_open(gb_vm *vm, const gb_file *file)
{
    return !file->closed || gb_raise_false(vm, GB_EXC_ValueError, "I/O operation on closed file.");
}

/* Where `count` characters (or bytes) after the place end; all of them when negative. */
static size_t end_after(const gb_file *file, int64_t count)
{
    size_t size, at = file->at;
    const char *data = data_of(file, &size);
    if (count < 0) return size;
    if (!gb_is_str(file->content)) return (uint64_t)count < size - at ? at + (size_t)count : size;
    while (count-- > 0 && at < size)
        gb_str_decode(data, &at);
    return at;
}

static size_t line_end(const gb_file *file)
{
    size_t size;
    const char *data = data_of(file, &size);
    const char *end = file->at < size ? memchr(data + file->at, '\n', size - file->at) : NULL;
    return end ? (size_t)(end - data) + 1 : size;
}

static bool count_of(gb_vm *vm, gb_value v, int64_t *count)
{
    *count = -1;
    return gb_is_none(v) || gb_to_int64(vm, v, count);
}

static gb_value take(gb_vm *vm, gb_file *file, size_t end)
{
    gb_value v = piece(vm, file, file->at, end);
    if (!gb_is_unset(v)) file->at = end;
    return v;
}

static gb_value file_read(gb_vm *vm, gb_value *args)
{
    gb_file *file = file_of(args[0]);
    int64_t count;
    if (!check_open(vm, file) || !count_of(vm, args[1], &count)) return GB_UNSET_VALUE;
    return take(vm, file, end_after(file, count));
}

static gb_value file_readline(gb_vm *vm, gb_value *args)
{
    gb_file *file = file_of(args[0]);
    int64_t count;
    if (!check_open(vm, file) || !count_of(vm, args[1], &count)) return GB_UNSET_VALUE;
    size_t end = line_end(file), most = end_after(file, count);
    return take(vm, file, end < most ? end : most);
}

static gb_value file_next(gb_vm *vm, gb_value self)
{
    gb_file *file = file_of(self);
    if (!check_open(vm, file)) return GB_UNSET_VALUE;
    size_t end = line_end(file);
    return end > file->at ? take(vm, file, end) : GB_UNSET_VALUE;
}

static gb_value file_readlines(gb_vm *vm, gb_value *args)
{
    gb_value list = gb_list_new(vm, 0), line;
    while (!gb_is_unset(list) && !gb_is_unset(line = file_next(vm, args[0])))
        if (!gb_list_append_take(vm, list, line)) gb_clear(&list);
    if (!gb_is_unset(vm->exception)) gb_clear(&list);
    return list;
}

static gb_value file_iter(gb_vm *vm, gb_value self)
{
    return check_open(vm, file_of(self)) ? gb_ref(self) : GB_UNSET_VALUE;
}

static gb_value file_tell(gb_vm *vm, gb_value *args)
{
    if (!check_open(vm, file_of(args[0]))) return GB_UNSET_VALUE;
    return gb_int((int64_t)file_of(args[0])->at);
}

static gb_value file_seek(gb_vm *vm, gb_value *args)
{
    enum { FROM_START, FROM_HERE, FROM_END };
    gb_file *file = file_of(args[0]);
    int64_t offset, from;
    size_t size;
    if (!check_open(vm, file) || !gb_to_int64(vm, args[1], &offset) ||
        !gb_to_int64(vm, args[2], &from))
        return GB_UNSET_VALUE;
    data_of(file, &size);
    if (from < FROM_START || from > FROM_END)
        return gb_raise(vm, GB_EXC_ValueError, "invalid whence (%lld, should be 0, 1 or 2)",
                        (long long)from);
    int64_t base = from == FROM_START ? 0 : (int64_t)(from == FROM_HERE ? file->at : size), at;
    if (__builtin_add_overflow(base, offset, &at) || at < 0)
        return gb_raise(vm, GB_EXC_ValueError, "negative seek position %lld", (long long)offset);
    file->at = (uint64_t)at > size ? size : (size_t)at;
    return gb_int((int64_t)file->at);
}

/* --- what is the same for all files
 * -------------------------------------------------------------------
 */

static gb_value file_close(gb_vm *vm, gb_value *args)
{
    (void)vm;
    file_of(args[0])->closed = true;
    return GB_NONE_VALUE;
}

static gb_value file_flush(gb_vm *vm, gb_value *args)
{
    (void)vm;
    (void)args;
    return GB_NONE_VALUE;
}

static gb_value file_write(gb_vm *vm, gb_value *args)
{
    (void)args;
    return gb_raise(vm, GB_EXC_OSError, "not writable");
}

static gb_value yes(gb_vm *vm, gb_value *args)
{
    return check_open(vm, file_of(args[0])) ? GB_TRUE_VALUE : GB_UNSET_VALUE;
}

static gb_value no(gb_vm *vm, gb_value *args)
{
    return check_open(vm, file_of(args[0])) ? GB_FALSE_VALUE : GB_UNSET_VALUE;
}

static gb_value file_enter(gb_vm *vm, gb_value self)
{
    return check_open(vm, file_of(self)) ? gb_ref(self) : GB_UNSET_VALUE;
}

static int file_exit(gb_vm *vm, gb_value self, gb_value exception)
{
    (void)vm;
    (void)exception;
    file_of(self)->closed = true;
    return 0;
}

static gb_value get_closed(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(file_of(self)->closed);
}

static gb_value get_name(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(file_of(self)->name);
}

static gb_value get_mode(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(file_of(self)->mode);
}

static gb_value get_encoding(gb_vm *vm, gb_value self)
{
    if (gb_is_str(file_of(self)->content)) return gb_str_text_new(vm, "UTF-8");
    return gb_raise_attribute(vm, self, gb_intern_peek(vm, "encoding", 8));
}

static gb_value file_repr(gb_vm *vm, gb_value self)
{
    const gb_file *file = file_of(self);
    gb_value name = gb_repr(vm, file->name);
    if (gb_is_unset(name)) return name;
    gb_value text =
        gb_is_str(file->content)
            ? gb_str_format(vm, "<_io.TextIOWrapper name=%s mode='%s' encoding='UTF-8'>",
                            gb_str_data(name), gb_str_data(file->mode))
            : gb_str_format(vm, "<_io.BufferedReader name=%s>", gb_str_data(name));
    gb_unref(name);
    return text;
}

static const gb_native methods[] = {
    {"read", file_read, "size=-1, /", 0, "The next characters or bytes; all that is left."},
    {"readline", file_readline, "size=-1, /", 0, "The next line with its end; empty at the end."},
    {"readlines", file_readlines, "hint=-1, /", 0, "All lines left, as a list."},
    {"tell", file_tell, "", 0, "The place in the file."},
    {"seek", file_seek, "offset, whence=0, /", 0, "Moves to a place."},
    {"close", file_close, "", 0, "Ends the use of the file."},
    {"write", file_write, "text, /", 0, "Not possible: files are read only."},
    {"flush", file_flush, "", 0, "Nothing to do."},
    {"readable", yes, "", 0, "True."},
    {"seekable", yes, "", 0, "True."},
    {"writable", no, "", 0, "False."},
    {0}};

static const gb_attribute attributes[] = {{"closed", get_closed, NULL, "Was it closed?"},
                                          {"name", get_name, NULL, "What open was given."},
                                          {"mode", get_mode, NULL, "'r' or 'rb'."},
                                          {"encoding", get_encoding, NULL, "Of text files."},
                                          {0}};

#define FILE_TYPE(id, type_name, text)                                                             \
    const gb_type_spec gb_spec_##id = {                                                            \
        .name = type_name,                                                                         \
        .module = "_io",                                                                           \
        .doc = text,                                                                               \
        .size = sizeof(gb_file),                                                                   \
        .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE,                                                  \
        .methods = methods,                                                                        \
        .attributes = attributes,                                                                  \
        .slots = {.release = file_release,                                                         \
                  .traverse = file_traverse,                                                       \
                  .repr = file_repr,                                                               \
                  .iter = file_iter,                                                               \
                  .next = file_next,                                                               \
                  .enter = file_enter,                                                             \
                  .exit = file_exit},                                                              \
    };
FILE_TYPE(text_file, "TextIOWrapper", "A file open for reading text.")
FILE_TYPE(bytes_file, "BufferedReader", "A file open for reading bytes.")
