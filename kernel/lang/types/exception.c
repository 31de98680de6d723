/* The exception classes: constructors, texts, attributes. Raising is kernel/lang/exception.c. */
#include "kernel/lang/exception.h"

#include "kernel/lang/types/str.h"

#include <stdio.h>

static gb_tuple *args_of(gb_value self)
{
    return gb_tuple_peek(gb_exception_object(self)->args);
}

/* Argument `i`; borrowed; unset when there are fewer. */
static gb_value arg(gb_value self, size_t i)
{
    return i < args_of(self)->count ? args_of(self)->items[i] : GB_UNSET_VALUE;
}

static gb_value or_none(gb_value v)
{
    return gb_is_unset(v) ? GB_NONE_VALUE : gb_ref(v);
}

/* --- life ----------------------------------------------------------------------------------------
 */

static void exception_clear(gb_object *self)
{
    gb_exception *e = (gb_exception *)(void *)self;
    gb_clear(&e->cause);
    gb_clear(&e->context);
    gb_clear(&e->obj);
}

static void exception_release(gb_object *self)
{
    gb_exception *e = (gb_exception *)(void *)self;
    exception_clear(self);
    gb_unref(e->args);
    gb_unref(e->name);
    for (size_t i = 0; i < e->point_count; i++)
        gb_code_unref(e->points[i].code);
    gb_free(e->points);
}

static void exception_traverse(gb_object *self, gb_visit visit, void *context)
{
    const gb_exception *e = (const gb_exception *)(const void *)self;
    const gb_value held[] = {e->args, e->cause, e->context, e->name, e->obj};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++)
        visit(held[i], context);
}

/* --- making --------------------------------------------------------------------------------------
 */

/* Classes that take keywords, and where each goes. */
typedef struct gb_keyword_row {
    gb_exception_class cls;
    const char *name;
    bool object; /* into obj, else into name */
} gb_keyword_row;

static const gb_keyword_row keyword_rows[] = {
    {GB_EXC_ImportError, "name", false},    {GB_EXC_ImportError, "path", true},
    {GB_EXC_AttributeError, "name", false}, {GB_EXC_AttributeError, "obj", true},
    {GB_EXC_NameError, "name", false},
};

static bool set_keyword(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    gb_exception *e = gb_exception_object(self);
    const gb_type *type = self.o->type;
    for (size_t i = 0; i < sizeof keyword_rows / sizeof *keyword_rows; i++) {
        const gb_keyword_row *row = &keyword_rows[i];
        if (!gb_str_is(key, row->name) || !gb_type_is_subtype(type, vm->exceptions[row->cls]))
            continue;
        gb_replace_take(row->object ? &e->obj : &e->name, gb_ref(value));
        return true;
    }
    return gb_raise_false(vm, GB_EXC_TypeError, "%s() takes no keyword arguments",
                          gb_str_data(type->name));
}

/* OSError(2, …) is a FileNotFoundError. */
static gb_type *class_of_errno(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    static const struct {
        int number;
        gb_exception_class cls;
    } rows[] = {{1, GB_EXC_PermissionError},     {2, GB_EXC_FileNotFoundError},
                {13, GB_EXC_PermissionError},    {17, GB_EXC_FileExistsError},
                {20, GB_EXC_NotADirectoryError}, {21, GB_EXC_IsADirectoryError},
                {32, GB_EXC_BrokenPipeError},    {110, GB_EXC_TimeoutError}};
    if (cls != vm->exceptions[GB_EXC_OSError] || args->count < 2 || args->values[0].tag != GB_INT)
        return cls;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].number == args->values[0].i) return vm->exceptions[rows[i].cls];
    return cls;
}

/* OSError keeps errno and strerror as its arguments and the file's name apart. */
static gb_value keep_args(gb_vm *vm, gb_value self, const gb_value *values, size_t count)
{
    gb_exception *e = gb_exception_object(self);
    if (count > 2 && count <= 5 &&
        gb_type_is_subtype(self.o->type, vm->exceptions[GB_EXC_OSError])) {
        gb_replace_take(&e->name, gb_ref(values[2]));
        count = 2;
    }
    gb_value args = gb_tuple_from(vm, values, count);
    if (gb_is_unset(args)) return args;
    gb_replace_take(&e->args, args);
    return self;
}

static gb_value exception_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value self = gb_instance_new(vm, class_of_errno(vm, cls, args));
    if (gb_is_unset(self)) return self;
    gb_exception_object(self)->args = gb_ref(vm->empty_tuple);
    bool ok = !gb_is_unset(keep_args(vm, self, args->values, args->count));
    bool user = cls->flags & GB_TYPE_USER; /* its __init__ sees to keywords */
    for (uint32_t i = 0; ok && !user && i < args->keyword_count; i++)
        ok = set_keyword(vm, self, gb_tuple_peek(args->names)->items[i],
                         args->values[args->count + i]);
    if (ok) return self;
    gb_unref(self);
    return GB_UNSET_VALUE;
}

static gb_value method_init(gb_vm *vm, gb_value *args)
{
    const gb_tuple *given = gb_tuple_peek(args[1]);
    if (gb_is_unset(keep_args(vm, args[0], given->items, given->count))) return GB_UNSET_VALUE;
    gb_value key, value;
    for (size_t at = 0; gb_dict_next(args[2], &at, &key, &value);)
        if (!set_keyword(vm, args[0], key, value)) return GB_UNSET_VALUE;
    return GB_NONE_VALUE;
}

/* --- texts ---------------------------------------------------------------------------------------
 */

static gb_value exception_str(gb_vm *vm, gb_value self)
{
    switch (args_of(self)->count) {
    case 0: return gb_str_text_new(vm, "");
    case 1: return gb_to_str(vm, arg(self, 0));
    default: return gb_repr(vm, gb_exception_object(self)->args);
    }
}

static gb_value exception_repr(gb_vm *vm, gb_value self)
{
    gb_value args = gb_repr(vm, gb_exception_object(self)->args);
    if (gb_is_unset(args)) return args;
    size_t n = gb_str_size(args);
    bool one = args_of(self)->count == 1; /* "(1,)" without its comma */
    gb_value text = gb_str_format(vm, "%s%.*s%s", gb_str_data(self.o->type->name),
                                  (int)(one ? n - 2 : n), gb_str_data(args), one ? ")" : "");
    gb_unref(args);
    return text;
}

static gb_value key_error_str(gb_vm *vm, gb_value self)
{
    return args_of(self)->count == 1 ? gb_repr(vm, arg(self, 0)) : exception_str(vm, self);
}

static gb_value os_error_str(gb_vm *vm, gb_value self)
{
    if (args_of(self)->count != 2) return exception_str(vm, self);
    gb_value number = gb_to_str(vm, arg(self, 0)), text = gb_to_str(vm, arg(self, 1));
    gb_value name = gb_exception_object(self)->name;
    name = gb_is_unset(name) ? gb_str_text_new(vm, "") : gb_repr(vm, name);
    gb_value out = GB_UNSET_VALUE;
    if (!gb_is_unset(number) && !gb_is_unset(text) && !gb_is_unset(name))
        out = gb_str_format(vm, "[Errno %s] %s%s%s", gb_str_data(number), gb_str_data(text),
                            gb_str_size(name) ? ": " : "", gb_str_data(name));
    gb_unref(number);
    gb_unref(text);
    gb_unref(name);
    return out;
}

/* UnicodeDecodeError(encoding, bytes, start, end, reason), UnicodeEncodeError(encoding, str, …). */
static gb_value unicode_error_str(gb_vm *vm, gb_value self)
{
    gb_value encoding = arg(self, 0), object = arg(self, 1), reason = arg(self, 4);
    int64_t start, end;
    if (args_of(self)->count != 5 || !gb_is_str(encoding) || !gb_is_str(reason))
        return exception_str(vm, self);
    if (!gb_to_int64(vm, arg(self, 2), &start) || !gb_to_int64(vm, arg(self, 3), &end))
        return GB_UNSET_VALUE;
    bool decode = gb_is_bytes(object);
    char what[96] = "";
    if (end != start + 1)
        snprintf(what, sizeof what, "%s in position %lld-%lld", decode ? "bytes" : "characters",
                 (long long)start, (long long)end - 1);
    else if (decode && start >= 0 && (size_t)start < gb_bytes_peek(object)->size)
        snprintf(what, sizeof what, "byte 0x%02x in position %lld",
                 gb_bytes_peek(object)->data[start], (long long)start);
    else if (gb_is_str(object) && start >= 0 && (size_t)start < gb_str_length(object)) {
        size_t at = gb_str_offset(object, (size_t)start);
        uint32_t c = gb_str_decode(gb_str_data(object), &at);
        snprintf(what, sizeof what, "character '\\%c%0*x' in position %lld",
                 c < 256     ? 'x'
                 : c < 65536 ? 'u'
                             : 'U',
                 c < 256     ? 2
                 : c < 65536 ? 4
                             : 8,
                 c, (long long)start);
    }
    return gb_str_format(vm, "'%s' codec can't %s %s: %s", gb_str_data(encoding),
                         decode ? "decode" : "encode", what, gb_str_data(reason));
}

/* SyntaxError(message, (file, line, column, text)). */
static gb_value syntax_error_str(gb_vm *vm, gb_value self)
{
    gb_value place = arg(self, 1);
    if (args_of(self)->count != 2 || !gb_is_tuple(place) || gb_tuple_peek(place)->count < 2)
        return exception_str(vm, self);
    gb_value text = gb_to_str(vm, arg(self, 0)), out = GB_UNSET_VALUE;
    gb_value file = gb_to_str(vm, gb_tuple_peek(place)->items[0]);
    gb_value line = gb_to_str(vm, gb_tuple_peek(place)->items[1]);
    if (!gb_is_unset(text) && !gb_is_unset(file) && !gb_is_unset(line))
        out = gb_str_format(vm, "%s (%s, line %s)", gb_str_data(text), gb_str_data(file),
                            gb_str_data(line));
    gb_unref(text);
    gb_unref(file);
    gb_unref(line);
    return out;
}

/* --- attributes of all ---------------------------------------------------------------------------
 */

static gb_value get_args(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(gb_exception_object(self)->args);
}

static bool set_args(gb_vm *vm, gb_value self, gb_value value)
{
    if (gb_is_unset(value)) return gb_raise_false(vm, GB_EXC_TypeError, "args may not be deleted");
    gb_value tuple = gb_to_tuple(vm, value);
    if (gb_is_unset(tuple)) return false;
    gb_replace_take(&gb_exception_object(self)->args, tuple);
    return true;
}

/* __cause__ and __context__ hold an exception or None. */
static bool set_link(gb_vm *vm, gb_value *place, gb_value value, const char *what)
{
    if (gb_is_exception(value) || gb_is_none(value)) {
        gb_replace_take(place, gb_is_none(value) ? GB_UNSET_VALUE : gb_ref(value));
        return true;
    }
    return gb_raise_false(vm, GB_EXC_TypeError,
                          "exception %s must be None or derive from BaseException", what);
}

static gb_value get_cause(gb_vm *vm, gb_value self)
{
    (void)vm;
    return or_none(gb_exception_object(self)->cause);
}

static bool set_cause(gb_vm *vm, gb_value self, gb_value value)
{
    gb_exception_object(self)->suppress_context = true;
    return set_link(vm, &gb_exception_object(self)->cause, value, "cause");
}

static gb_value get_context(gb_vm *vm, gb_value self)
{
    (void)vm;
    return or_none(gb_exception_object(self)->context);
}

static bool set_context(gb_vm *vm, gb_value self, gb_value value)
{
    return set_link(vm, &gb_exception_object(self)->context, value, "context");
}

static gb_value get_suppress(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_exception_object(self)->suppress_context);
}

static bool set_suppress(gb_vm *vm, gb_value self, gb_value value)
{
    int truth = gb_is_unset(value) ? 0 : gb_truth(vm, value);
    gb_exception_object(self)->suppress_context = truth > 0;
    return truth >= 0;
}

/* --- __traceback__: the frames an exception passed, as objects
 * ------------------------------------- */

typedef struct gb_traceback_object {
    gb_object head;
    gb_value exception;
    size_t at; /* outermost frame: 0 */
} gb_traceback_object;

static gb_traceback_object *traceback_of(gb_value v)
{
    return (gb_traceback_object *)(void *)v.o;
}

static void traceback_clear(gb_object *self)
{
    gb_clear(&((gb_traceback_object *)(void *)self)->exception);
}

static void traceback_traverse(gb_object *self, gb_visit visit, void *context)
{
    visit(((gb_traceback_object *)(void *)self)->exception, context);
}

static gb_value traceback_new(gb_vm *vm, gb_value exception, size_t at);

static gb_value traceback_next(gb_vm *vm, gb_value self)
{
    return traceback_new(vm, traceback_of(self)->exception, traceback_of(self)->at + 1);
}

static const gb_trace_point *point_of(gb_value self)
{
    const gb_exception *e = gb_exception_object(traceback_of(self)->exception);
    return &e->points[e->point_count - 1 - traceback_of(self)->at];
}

static gb_value traceback_line(gb_vm *vm, gb_value self)
{
    (void)vm;
    const gb_trace_point *point = point_of(self);
    return gb_int(point->code->lines[point->instruction]);
}

static gb_value traceback_name(gb_vm *vm, gb_value self)
{
    return gb_str_text_new(vm, point_of(self)->code->name);
}

static const gb_attribute traceback_attributes[] = {
    {"tb_lineno", traceback_line, NULL, "The line of this frame that failed, from 1."},
    {"tb_next", traceback_next, NULL, "The next inner frame, or None."},
    {"tb_name", traceback_name, NULL, "The name of the function of this frame."},
    {0}};

static const gb_type_spec traceback_spec = {
    .name = "traceback",
    .doc = "A frame that an exception passed.",
    .size = sizeof(gb_traceback_object),
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE,
    .attributes = traceback_attributes,
    .slots = {.release = traceback_clear, .clear = traceback_clear, .traverse = traceback_traverse},
};

static gb_value traceback_new(gb_vm *vm, gb_value exception, size_t at)
{
    if (at >= gb_exception_object(exception)->point_count) return GB_NONE_VALUE;
    gb_type *type = gb_type_make(vm, &traceback_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    traceback_of(v)->exception = gb_ref(exception);
    traceback_of(v)->at = at;
    return v;
}

static gb_value get_traceback(gb_vm *vm, gb_value self)
{
    return traceback_new(vm, self, 0);
}

static bool is_traceback(gb_value v)
{
    return gb_is_none(v) || gb_is_a(v, &traceback_spec);
}

/* Frames are noted while an exception travels: assigning None forgets them. */
static bool set_traceback(gb_vm *vm, gb_value self, gb_value value)
{
    if (!is_traceback(value))
        return gb_raise_false(vm, GB_EXC_TypeError, "__traceback__ must be a traceback or None");
    gb_exception *e = gb_exception_object(self);
    if (!gb_is_none(value)) return true;
    for (size_t i = 0; i < e->point_count; i++)
        gb_code_unref(e->points[i].code);
    e->point_count = 0;
    return true;
}

static gb_value method_with_traceback(gb_vm *vm, gb_value *args)
{
    return set_traceback(vm, args[0], args[1]) ? gb_ref(args[0]) : GB_UNSET_VALUE;
}

static gb_value method_add_note(gb_vm *vm, gb_value *args)
{
    if (!gb_is_str(args[1]))
        return gb_raise(vm, GB_EXC_TypeError, "note must be a str, not '%s'",
                        gb_type_name(vm, args[1]));
    bool failed;
    gb_value notes = gb_getattr_optional(vm, args[0], "__notes__", &failed);
    if (failed) return GB_UNSET_VALUE;
    bool ok = true;
    if (gb_is_unset(notes)) {
        notes = gb_list_new(vm, 0);
        ok = !gb_is_unset(notes) && gb_setattr_text(vm, args[0], "__notes__", notes);
    }
    ok = ok && gb_is_list(notes) && gb_list_append(vm, notes, args[1]);
    gb_unref(notes);
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static const gb_native base_methods[] = {
    {"__init__", method_init, "*args, **kwargs", GB_TAKES_GRAPH, "Keeps the arguments."},
    {"add_note", method_add_note, "note, /", 0, "Adds a line to what is shown of the exception."},
    {"with_traceback", method_with_traceback, "tb, /", 0, "Sets __traceback__; returns self."},
    {0}};

static const gb_attribute base_attributes[] = {
    {"args", get_args, set_args, "The arguments given."},
    {"__cause__", get_cause, set_cause, "What `raise … from` named."},
    {"__context__", get_context, set_context, "What was being handled when this was raised."},
    {"__suppress_context__", get_suppress, set_suppress, "Is __context__ left out when shown?"},
    {"__traceback__", get_traceback, set_traceback, "The frames that the exception passed."},
    {"__dict__", gb_get_dict_attribute, gb_set_dict_attribute, "The attributes set by programs."},
    {0}};

/* --- attributes of single classes
 * ------------------------------------------------------------------ */

static gb_value get_name(gb_vm *vm, gb_value self)
{
    (void)vm;
    return or_none(gb_exception_object(self)->name);
}

static bool set_name(gb_vm *vm, gb_value self, gb_value value)
{
    (void)vm;
    gb_replace_take(&gb_exception_object(self)->name, gb_ref(value));
    return true;
}

static gb_value get_obj(gb_vm *vm, gb_value self)
{
    (void)vm;
    return or_none(gb_exception_object(self)->obj);
}

static gb_value get_first(gb_vm *vm, gb_value self)
{
    (void)vm;
    return or_none(arg(self, 0));
}

static gb_value get_message(gb_vm *vm, gb_value self)
{
    return args_of(self)->count == 1 ? get_first(vm, self) : GB_NONE_VALUE;
}

static gb_value get_code(gb_vm *vm, gb_value self)
{
    return args_of(self)->count > 1 ? get_args(vm, self) : get_first(vm, self);
}

static gb_value get_errno(gb_vm *vm, gb_value self)
{
    return args_of(self)->count == 2 ? get_first(vm, self) : GB_NONE_VALUE;
}

static gb_value get_strerror(gb_vm *vm, gb_value self)
{
    (void)vm;
    return args_of(self)->count == 2 ? gb_ref(arg(self, 1)) : GB_NONE_VALUE;
}

static gb_value get_second(gb_vm *vm, gb_value self)
{
    (void)vm;
    return or_none(arg(self, 1));
}

static gb_value get_third(gb_vm *vm, gb_value self)
{
    (void)vm;
    return or_none(arg(self, 2));
}

static gb_value get_fourth(gb_vm *vm, gb_value self)
{
    (void)vm;
    return or_none(arg(self, 3));
}

static gb_value get_fifth(gb_vm *vm, gb_value self)
{
    (void)vm;
    return or_none(arg(self, 4));
}

/* Item `i` of a SyntaxError's place. */
static gb_value place_item(gb_value self, size_t i)
{
    gb_value place = arg(self, 1);
    bool there = gb_is_tuple(place) && i < gb_tuple_peek(place)->count;
    return there ? gb_ref(gb_tuple_peek(place)->items[i]) : GB_NONE_VALUE;
}

static gb_value get_file(gb_vm *vm, gb_value self)
{
    (void)vm;
    return place_item(self, 0);
}

static gb_value get_line(gb_vm *vm, gb_value self)
{
    (void)vm;
    return place_item(self, 1);
}

static gb_value get_column(gb_vm *vm, gb_value self)
{
    (void)vm;
    return place_item(self, 2);
}

static gb_value get_text(gb_vm *vm, gb_value self)
{
    (void)vm;
    return place_item(self, 3);
}

static const gb_attribute name_attributes[] = {{"name", get_name, set_name, "The name."}, {0}};
static const gb_attribute attribute_attributes[] = {
    {"name", get_name, set_name, "The attribute's name."},
    {"obj", get_obj, NULL, "The object it was asked of."},
    {0}};
static const gb_attribute import_attributes[] = {
    {"name", get_name, set_name, "The module's name."},
    {"path", get_obj, NULL, "Where it was looked for."},
    {"msg", get_message, NULL, "The message."},
    {0}};
static const gb_attribute os_attributes[] = {
    {"errno", get_errno, NULL, "The error's number."},
    {"strerror", get_strerror, NULL, "Its text."},
    {"filename", get_name, set_name, "The file it is about."},
    {0}};
static const gb_attribute stop_attributes[] = {
    {"value", get_first, NULL, "What the generator returned."}, {0}};
static const gb_attribute exit_attributes[] = {{"code", get_code, NULL, "The exit status."}, {0}};
static const gb_attribute unicode_attributes[] = {
    {"encoding", get_first, NULL, "The codec."},
    {"object", get_second, NULL, "What could not be converted."},
    {"start", get_third, NULL, "Where the trouble begins."},
    {"end", get_fourth, NULL, "Where it ends."},
    {"reason", get_fifth, NULL, "Why."},
    {0}};
static const gb_attribute syntax_attributes[] = {
    {"msg", get_first, NULL, "The message."},
    {"filename", get_file, NULL, "The source's name."},
    {"lineno", get_line, NULL, "From 1."},
    {"offset", get_column, NULL, "The column, from 1."},
    {"text", get_text, NULL, "The line's text."},
    {0}};

/* --- the classes ---------------------------------------------------------------------------------
 */

enum { GB_EXC_object = GB_EXC_COUNT }; /* the base of BaseException */

static const gb_type_spec specs[GB_EXC_COUNT] = {
#define GB_EXCEPTION(id, parent, text)                                                             \
    [GB_EXC_##id] = {.name = #id,                                                                  \
                     .doc = text,                                                                  \
                     .size = sizeof(gb_exception),                                                 \
                     .flags = GB_TYPE_DICT,                                                        \
                     .tag = GB_EXCEPTION,                                                          \
                     .base = GB_EXC_##parent == (int)GB_EXC_object                                 \
                                 ? NULL                                                            \
                                 : &specs[(int)GB_EXC_##parent % GB_EXC_COUNT]},
#include "kernel/lang/exception.def"
#undef GB_EXCEPTION
    [GB_EXC_BaseException].methods = base_methods,
    [GB_EXC_BaseException].attributes = base_attributes,
    [GB_EXC_BaseException].slots = {.make = exception_make,
                                    .release = exception_release,
                                    .traverse = exception_traverse,
                                    .clear = exception_clear,
                                    .repr = exception_repr,
                                    .str = exception_str},
    [GB_EXC_KeyError].slots.str = key_error_str,
    [GB_EXC_OSError].slots.str = os_error_str,
    [GB_EXC_OSError].attributes = os_attributes,
    [GB_EXC_UnicodeDecodeError].slots.str = unicode_error_str,
    [GB_EXC_UnicodeDecodeError].attributes = unicode_attributes,
    [GB_EXC_UnicodeEncodeError].slots.str = unicode_error_str,
    [GB_EXC_UnicodeEncodeError].attributes = unicode_attributes,
    [GB_EXC_SyntaxError].slots.str = syntax_error_str,
    [GB_EXC_SyntaxError].attributes = syntax_attributes,
    [GB_EXC_NameError].attributes = name_attributes,
    [GB_EXC_AttributeError].attributes = attribute_attributes,
    [GB_EXC_ImportError].attributes = import_attributes,
    [GB_EXC_StopIteration].attributes = stop_attributes,
    [GB_EXC_SystemExit].attributes = exit_attributes,
};

bool gb_exceptions_setup(gb_vm *vm)
{
    for (size_t i = 0; i < GB_EXC_COUNT; i++)
        if (!(vm->exceptions[i] = gb_type_make(vm, &specs[i]))) return false;
    return true;
}
