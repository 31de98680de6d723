/* Frames: code made ready for a VM, room for frames, arguments of Python functions into slots. */
#include "kernel/lang/frame.h"

#include "kernel/lang/exception.h"

/* --- linking
 * -------------------------------------------------------------------------------------------- */

/* CPython puts the items of a constant set into another one in the order of the first, which
 * decides the order they are seen in. */
static gb_value in_order_again(gb_vm *vm, gb_value set)
{
    gb_value again = gb_set_new(vm, true), item;
    for (size_t at = 0; !gb_is_unset(again) && gb_set_next(set, &at, &item);)
        if (!gb_set_add(vm, again, item)) gb_clear(&again);
    return again;
}

static gb_value constant(gb_vm *vm, const gb_const *c)
{
    gb_value v, item;
    switch (c->kind) {
    case GB_CONST_NONE: return GB_NONE_VALUE;
    case GB_CONST_FALSE: return GB_FALSE_VALUE;
    case GB_CONST_TRUE: return GB_TRUE_VALUE;
    case GB_CONST_ELLIPSIS: return GB_ELLIPSIS_VALUE;
    case GB_CONST_INT: return gb_int(c->as.integer);
    case GB_CONST_FLOAT: return gb_float(c->as.real);
    case GB_CONST_IMAGINARY: return gb_complex_new(vm, 0, c->as.real);
    case GB_CONST_BIGINT: return gb_int_parse(vm, c->as.text, strlen(c->as.text), 16);
    case GB_CONST_BYTES: return gb_bytes_new(vm, c->as.text, c->size);
    case GB_CONST_STR:
        if (c->size < 64) return gb_ref(gb_intern_peek(vm, c->as.text, c->size));
        return gb_str_new(vm, c->as.text, c->size);
    default: break;
    }
    if (c->kind == GB_CONST_FROZENSET) {
        v = gb_set_new(vm, true);
        for (uint32_t i = 0; i < c->size && !gb_is_unset(v); i++) {
            item = constant(vm, c->as.items[i]);
            if (gb_is_unset(item) || !gb_set_add(vm, v, item)) gb_clear(&v);
            gb_unref(item);
        }
        if (!gb_is_unset(v)) gb_replace_take(&v, in_order_again(vm, v));
        return v;
    }
    v = gb_tuple_new(vm, c->size);
    for (uint32_t i = 0; i < c->size && !gb_is_unset(v); i++) {
        item = constant(vm, c->as.items[i]);
        if (gb_is_unset(item))
            gb_clear(&v);
        else
            gb_tuple_peek(v)->items[i] = item;
    }
    return v;
}

static bool make_names(gb_vm *vm, gb_value **out, const char *const *names, uint32_t count)
{
    if (!(*out = gb_calloc(count + 1, sizeof(gb_value), NULL))) return false;
    for (uint32_t i = 0; i < count; i++) {
        (*out)[i] = gb_intern_peek(vm, names[i], strlen(names[i]));
        if (gb_is_unset((*out)[i])) return false;
    }
    return true;
}

static void release_attached(gb_code *code)
{
    gb_linked_release(code->attached);
}

void gb_linked_release(gb_linked *linked)
{
    if (linked->link) {
        *linked->link = linked->next;
        if (linked->next) linked->next->link = linked->link;
    }
    for (uint32_t i = 0; linked->constants && i < linked->code->constant_count; i++)
        gb_unref(linked->constants[i]);
    gb_unref(linked->name);
    gb_unref(linked->qualname);
    gb_free(linked->constants);
    gb_free(linked->names);
    gb_free(linked->local_names);
    gb_free(linked->cell_names);
    gb_free(linked->free_names);
    gb_free(linked->instructions);
    gb_free(linked->caches);
    linked->code->attached = NULL;
    linked->code->release_attached = NULL;
    gb_free(linked);
}

static bool fill_linked(gb_vm *vm, gb_linked *linked, gb_code *code)
{
    enum { COMPLEX = GB_CODE_VARARGS | GB_CODE_VARKEYWORDS | GB_CODE_GENERATOR | GB_CODE_CLASS };
    if (!(linked->constants = gb_calloc(code->constant_count + 1, sizeof(gb_value), NULL)))
        return false;
    for (uint32_t i = 0; i < code->constant_count; i++) {
        linked->constants[i] = constant(vm, code->constants[i]);
        if (gb_is_unset(linked->constants[i])) return false;
    }
    linked->name = gb_str_intern(vm, code->name);
    linked->qualname = gb_str_intern(vm, code->qualname);
    linked->instructions = gb_alloc((code->instruction_count + 1) * sizeof(gb_instr), NULL);
    linked->caches = gb_calloc(code->cache_count + 1, sizeof(gb_cache), NULL);
    if (!linked->instructions || !linked->caches) return false;
    memcpy(linked->instructions, code->instructions, code->instruction_count * sizeof(gb_instr));
    linked->simple = !(code->flags & COMPLEX) && !code->kwonly_count;
    linked->library = code->source >= GB_LIBRARY_SOURCES;
    linked->frame_values =
        code->local_count + code->cell_count + code->free_count + code->stack_size;
    linked->stack_base = linked->frame_values - code->stack_size;
    linked->arg_count = code->arg_count;
    return make_names(vm, &linked->names, code->names, code->name_count) &&
           make_names(vm, &linked->local_names, code->local_names, code->local_count) &&
           make_names(vm, &linked->cell_names, code->cell_names, code->cell_count) &&
           make_names(vm, &linked->free_names, code->free_names, code->free_count);
}

gb_linked *gb_link(gb_vm *vm, gb_code *code)
{
    if (code->attached) return code->attached;
    gb_linked *linked = gb_calloc(1, sizeof *linked, NULL);
    if (!linked) {
        gb_raise(vm, GB_EXC_MemoryError, "%s", "");
        return NULL;
    }
    linked->vm = vm;
    linked->code = code;
    if (!fill_linked(vm, linked, code)) {
        gb_linked_release(linked);
        if (gb_is_unset(vm->exception)) gb_raise(vm, GB_EXC_MemoryError, "%s", "");
        return NULL;
    }
    linked->next = vm->linked;
    linked->link = &vm->linked;
    if (vm->linked) vm->linked->link = &linked->next;
    vm->linked = linked;
    code->attached = linked;
    code->release_attached = release_attached;
    return linked;
}

/* --- room
 * ----------------------------------------------------------------------------------------------------
 */

enum { BLOCK = 256 * 1024 };

bool gb_frame_block_new(gb_vm *vm, size_t size)
{
    gb_stack_block *block = vm->spare_stack;
    size_t wanted = size > BLOCK ? size : BLOCK;
    if (block && (size_t)(block->end - block->data) >= wanted) {
        vm->spare_stack = NULL;
    } else {
        block = gb_alloc(sizeof *block + wanted, NULL);
        if (!block) return gb_raise_false(vm, GB_EXC_MemoryError, "%s", "");
        block->end = block->data + wanted;
    }
    block->below = vm->stack;
    block->resume = vm->stack_next;
    vm->stack = block;
    vm->stack_next = block->data;
    return true;
}

void gb_frame_block_drop(gb_vm *vm)
{
    gb_stack_block *block = vm->stack;
    vm->stack = block->below;
    vm->stack_next = block->resume;
    gb_free(vm->spare_stack);
    vm->spare_stack = block;
}

gb_frame *gb_frame_new(gb_vm *vm, gb_linked *linked, gb_dict *globals)
{
    gb_frame *frame = gb_frame_room(vm, linked);
    if (!frame) return NULL;
    gb_frame_init(frame, linked, globals);
    for (gb_value *slot = frame->slots; slot < frame->sp; slot++)
        *slot = GB_UNSET_VALUE;
    return frame;
}

void gb_frame_clear(gb_frame *frame)
{
    gb_value *sp = frame->sp;
    frame->sp = frame->slots;
    while (sp > frame->slots)
        gb_clear(--sp);
    gb_object_unref(frame->space);
    frame->space = NULL;
    gb_clear(&frame->self);
    gb_function *function = frame->function;
    frame->function = NULL;
    gb_object_unref(function);
}

/* --- arguments
 * ------------------------------------------------------------------------------------------------
 */

static const char *local_name(const gb_code *code, uint32_t i)
{
    return code->local_names[i];
}

static bool too_many(gb_vm *vm, const gb_function *f, uint32_t given, uint32_t kwonly_given)
{
    const gb_code *code = f->linked->code;
    uint32_t defaults = gb_is_tuple(f->defaults) ? (uint32_t)gb_tuple_peek(f->defaults)->count : 0;
    char takes[64], extra[96] = "";
    bool several = defaults != 0;
    if (several)
        snprintf(takes, sizeof takes, "from %u to %u", code->arg_count - defaults, code->arg_count);
    else
        snprintf(takes, sizeof takes, "%u", code->arg_count);
    if (kwonly_given)
        snprintf(extra, sizeof extra, " positional argument%s (and %u keyword-only argument%s)",
                 given == 1 ? "" : "s", kwonly_given, kwonly_given == 1 ? "" : "s");
    return gb_raise_false(
        vm, GB_EXC_TypeError, "%s() takes %s positional argument%s but %u%s %s given",
        gb_str_data(f->qualname), takes, several || code->arg_count != 1 ? "s" : "", given, extra,
        given == 1 && !kwonly_given ? "was" : "were");
}

static void list_names(gb_buffer *b, const gb_code *code, const uint32_t *which, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (i) gb_buffer_text(b, count == 2 ? " and " : i + 1 == count ? ", and " : ", ");
        gb_buffer_format(b, "'%s'", local_name(code, which[i]));
    }
}

static bool missing_arguments(gb_vm *vm, const gb_function *f, const gb_value *slots, uint32_t from,
                              uint32_t to)
{
    uint32_t which[256], count = 0;
    for (uint32_t i = from; i < to && count < 256; i++)
        if (gb_is_unset(slots[i])) which[count++] = i;
    gb_buffer names = GB_BUFFER_INIT;
    list_names(&names, f->linked->code, which, count);
    gb_raise(vm, GB_EXC_TypeError, "%s() missing %u required %s argument%s: %s",
             gb_str_data(f->qualname), count,
             to > f->linked->code->arg_count ? "keyword-only" : "positional", count == 1 ? "" : "s",
             names.data ? names.data : "");
    gb_buffer_release(&names);
    return false;
}

static bool posonly_by_keyword(gb_vm *vm, const gb_function *f, gb_value names)
{
    const gb_code *code = f->linked->code;
    gb_buffer which = GB_BUFFER_INIT;
    for (uint32_t i = 0; i < code->posonly_count; i++)
        for (size_t k = 0; k < gb_tuple_peek(names)->count; k++)
            if (gb_str_is(gb_tuple_peek(names)->items[k], local_name(code, i)))
                gb_buffer_format(&which, "%s%s", which.size ? ", " : "", local_name(code, i));
    if (which.size)
        gb_raise(vm, GB_EXC_TypeError,
                 "%s() got some positional-only arguments passed as keyword arguments: '%s'",
                 gb_str_data(f->qualname), which.data);
    bool any = which.size;
    gb_buffer_release(&which);
    return any;
}

/* Binds the k-th keyword. */
static bool bind_keyword(gb_vm *vm, const gb_function *f, gb_value *slots, const gb_arguments *args,
                         uint32_t k)
{
    gb_value key = gb_tuple_peek(args->names)->items[k], value = args->values[args->count + k];
    const gb_code *code = f->linked->code;
    uint32_t named = code->arg_count + code->kwonly_count;
    for (uint32_t i = code->posonly_count; i < named; i++) {
        gb_value name = f->linked->local_names[i];
        if (name.o != key.o && !gb_str_equal(name, key)) continue;
        if (!gb_is_unset(slots[i]))
            return gb_raise_false(vm, GB_EXC_TypeError,
                                  "%s() got multiple values for argument '%s'",
                                  gb_str_data(f->qualname), gb_str_data(key));
        slots[i] = gb_ref(value);
        return true;
    }
    if (code->flags & GB_CODE_VARKEYWORDS) {
        uint32_t at = named + !!(code->flags & GB_CODE_VARARGS);
        return gb_dict_set(vm, slots[at], key, value);
    }
    if (posonly_by_keyword(vm, f, args->names)) return false;
    return gb_raise_false(vm, GB_EXC_TypeError, "%s() got an unexpected keyword argument '%s'",
                          gb_str_data(f->qualname), gb_str_data(key));
}

static bool bind_rest(gb_vm *vm, const gb_function *f, gb_value *slots, const gb_arguments *args)
{
    const gb_code *code = f->linked->code;
    uint32_t named = code->arg_count + code->kwonly_count;
    if (code->flags & GB_CODE_VARARGS) {
        uint32_t direct = args->count < code->arg_count ? args->count : code->arg_count;
        slots[named] = gb_tuple_from(vm, args->values + direct, args->count - direct);
        if (gb_is_unset(slots[named])) return false;
        named++;
    }
    if (code->flags & GB_CODE_VARKEYWORDS) {
        slots[named] = gb_dict_new(vm);
        if (gb_is_unset(slots[named])) return false;
    }
    return true;
}

static uint32_t count_kwonly(const gb_function *f, const gb_arguments *args)
{
    const gb_code *code = f->linked->code;
    uint32_t n = 0;
    for (uint32_t k = 0; k < args->keyword_count; k++)
        for (uint32_t i = code->arg_count; i < code->arg_count + code->kwonly_count; i++)
            n += gb_str_is(gb_tuple_peek(args->names)->items[k], local_name(code, i));
    return n;
}

static bool fill_defaults(gb_vm *vm, const gb_function *f, gb_value *slots)
{
    const gb_code *code = f->linked->code;
    uint32_t have = gb_is_tuple(f->defaults) ? (uint32_t)gb_tuple_peek(f->defaults)->count : 0;
    bool missing = false;
    for (uint32_t i = 0; i < code->arg_count; i++) {
        if (!gb_is_unset(slots[i])) continue;
        if (i + have >= code->arg_count)
            slots[i] = gb_ref(gb_tuple_peek(f->defaults)->items[i + have - code->arg_count]);
        else
            missing = true;
    }
    if (missing) return missing_arguments(vm, f, slots, 0, code->arg_count);
    for (uint32_t i = code->arg_count; i < code->arg_count + code->kwonly_count; i++) {
        if (!gb_is_unset(slots[i])) continue;
        gb_value v =
            gb_is_dict(f->keyword_defaults)
                ? gb_dict_find_name(gb_dict_peek(f->keyword_defaults), f->linked->local_names[i])
                : GB_UNSET_VALUE;
        slots[i] = gb_ref(v);
        missing |= gb_is_unset(v);
    }
    if (!missing) return true;
    return missing_arguments(vm, f, slots, code->arg_count, code->arg_count + code->kwonly_count);
}

/* All values are borrowed from `args`; slots get references of their own. */
static bool bind_arguments(gb_vm *vm, const gb_function *f, gb_value *slots,
                           const gb_arguments *args)
{
    const gb_code *code = f->linked->code;
    uint32_t direct = args->count < code->arg_count ? args->count : code->arg_count;
    for (uint32_t i = 0; i < direct; i++)
        slots[i] = gb_ref(args->values[i]);
    if (!bind_rest(vm, f, slots, args)) return false;
    for (uint32_t i = 0; i < args->keyword_count; i++)
        if (!bind_keyword(vm, f, slots, args, i)) return false;
    if (args->count > code->arg_count && !(code->flags & GB_CODE_VARARGS))
        return too_many(vm, f, args->count, count_kwonly(f, args));
    return fill_defaults(vm, f, slots);
}

gb_frame *gb_frame_for_call(gb_vm *vm, gb_function *f, const gb_arguments *args)
{
    gb_frame *frame = gb_frame_new(vm, f->linked, gb_dict_peek(f->globals));
    if (!frame) return NULL;
    frame->function = gb_object_ref(f);
    if (bind_arguments(vm, f, frame->slots, args)) {
        gb_frame_copy_closure(frame, f);
        return frame;
    }
    gb_frame_drop(vm, frame);
    return NULL;
}
