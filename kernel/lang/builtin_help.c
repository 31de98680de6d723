/* help(): the documentation of functions, classes and modules as text. */
#include "kernel/lang/builtins.h"

#include "kernel/lang/format.h"

/* An attribute's text, or unset without an exception when there is none. */
static gb_value text_attribute(gb_vm *vm, gb_value v, const char *name)
{
    bool failed;
    gb_value text = gb_getattr_optional(vm, v, name, &failed);
    if (failed) gb_exception_clear(vm);
    if (gb_is_unset(text) || gb_is_str(text)) return text;
    gb_unref(text);
    return GB_UNSET_VALUE;
}

static void put_indented(gb_buffer *b, const char *text, size_t indent)
{
    while (*text) {
        size_t n = strcspn(text, "\n");
        if (n) gb_buffer_repeat(b, ' ', indent);
        gb_buffer_put(b, text, n);
        gb_buffer_char(b, '\n');
        text += n + (text[n] == '\n');
    }
}

/* "(x, factor=2.0, *rest)" of a function made by def. */
static void put_parameters(gb_vm *vm, gb_buffer *b, const gb_code *code, gb_value function)
{
    gb_value defaults = gb_getattr_text(vm, function, "__defaults__");
    size_t given = gb_is_tuple(defaults) ? gb_tuple_peek(defaults)->count : 0;
    uint32_t at = 0;
    const char *comma = "";
    gb_buffer_char(b, '(');
    for (; at < code->arg_count; at++, comma = ", ") {
        gb_buffer_format(b, "%s%s", comma, code->local_names[at]);
        if (at + given >= code->arg_count) {
            gb_buffer_char(b, '=');
            if (!gb_buffer_repr(vm, b,
                                gb_tuple_peek(defaults)->items[at + given - code->arg_count]))
                gb_exception_clear(vm);
        }
        if (at + 1 == code->posonly_count) gb_buffer_text(b, ", /");
    }
    uint32_t named = at + code->kwonly_count, after = named;
    if (code->flags & GB_CODE_VARARGS) {
        gb_buffer_format(b, "%s*%s", comma, code->local_names[after++]);
        comma = ", ";
    } else if (code->kwonly_count) {
        gb_buffer_format(b, "%s*", comma);
        comma = ", ";
    }
    for (; at < named; at++, comma = ", ")
        gb_buffer_format(b, "%s%s", comma, code->local_names[at]);
    if (code->flags & GB_CODE_VARKEYWORDS)
        gb_buffer_format(b, "%s**%s", comma, code->local_names[after]);
    gb_buffer_char(b, ')');
    gb_unref(defaults);
    gb_exception_clear(vm);
}

static void put_function(gb_vm *vm, gb_buffer *b, gb_value v, size_t indent)
{
    gb_value name = text_attribute(vm, v, "__name__"), doc = text_attribute(vm, v, "__doc__");
    gb_buffer_repeat(b, ' ', indent);
    gb_buffer_text(b, gb_is_unset(name) ? "?" : gb_str_data(name));
    const gb_code *code = gb_function_code_peek(v);
    gb_value signature = code ? GB_UNSET_VALUE : text_attribute(vm, v, "__text_signature__");
    if (code)
        put_parameters(vm, b, code, v);
    else
        gb_buffer_text(b, gb_is_unset(signature) ? "(...)" : gb_str_data(signature));
    gb_buffer_char(b, '\n');
    if (!gb_is_unset(doc)) put_indented(b, gb_str_data(doc), indent + 4);
    gb_unref(signature);
    gb_unref(name);
    gb_unref(doc);
}

static void put_members(gb_vm *vm, gb_buffer *b, gb_value dict)
{
    gb_value key, value;
    for (size_t at = 0; gb_dict_next(dict, &at, &key, &value);) {
        bool shown = gb_is_str(key) && gb_str_data(key)[0] != '_' &&
                     (value.tag == GB_FUNCTION || value.tag == GB_NATIVE_FUNCTION);
        if (!shown) continue;
        gb_buffer_char(b, '\n');
        put_function(vm, b, value, 4);
    }
}

static void put_class(gb_vm *vm, gb_buffer *b, gb_value v)
{
    const gb_type *type = gb_type_peek(v);
    const gb_tuple *bases = gb_tuple_peek(type->bases);
    gb_value doc = text_attribute(vm, v, "__doc__");
    gb_buffer_format(b, "class %s(", gb_str_data(type->name));
    for (size_t i = 0; i < bases->count; i++)
        gb_buffer_format(b, "%s%s", i ? ", " : "",
                         gb_str_data(gb_type_peek(bases->items[i])->name));
    gb_buffer_text(b, ")\n");
    if (!gb_is_unset(doc)) put_indented(b, gb_str_data(doc), 4);
    put_members(vm, b, gb_object_peek(GB_DICT, type->dict));
    gb_unref(doc);
}

static void put_module(gb_vm *vm, gb_buffer *b, gb_value v)
{
    gb_value name = text_attribute(vm, v, "__name__"), doc = text_attribute(vm, v, "__doc__");
    gb_buffer_format(b, "module %s\n", gb_is_unset(name) ? "?" : gb_str_data(name));
    if (!gb_is_unset(doc)) put_indented(b, gb_str_data(doc), 4);
    put_members(vm, b, gb_module_dict_peek(v));
    gb_unref(name);
    gb_unref(doc);
}

gb_value gb_help_text(gb_vm *vm, gb_value v)
{
    gb_buffer b = GB_BUFFER_INIT;
    if (gb_is_type(v))
        put_class(vm, &b, v);
    else if (gb_is_module(v))
        put_module(vm, &b, v);
    else if (v.tag == GB_FUNCTION || v.tag == GB_NATIVE_FUNCTION || v.tag == GB_METHOD)
        put_function(vm, &b, v, 0);
    else
        put_class(vm, &b, gb_type_value(gb_type_of(vm, v)));
    return gb_str_from_buffer(vm, &b);
}

gb_value gb_builtin_help(gb_vm *vm, gb_value *args)
{
    static const char *const general =
        "help(object) prints the documentation of a function, class, module or value.\n";
    if (gb_is_unset(args[0])) {
        gb_vm_write(vm, false, general, strlen(general));
        return GB_NONE_VALUE;
    }
    gb_value text = gb_help_text(vm, args[0]);
    if (gb_is_unset(text)) return text;
    gb_vm_write(vm, false, gb_str_data(text), gb_str_size(text));
    gb_unref(text);
    return GB_NONE_VALUE;
}
