/* The interpreter loop: fetches instructions and runs them.
 *
 * One C function, because its speed rests on the instruction pointer, the stack pointer and the
 * slots being registers. Everything that is long or rare is a function of vm_ops.h; arithmetic is
 * in vm_arithmetic.h. Python functions called from here get a frame and go on in the same C frame;
 * natives that call back start a nested loop (gb_frame_run). */
#include "kernel/lang/exception.h"
#include "kernel/lang/native_function.h"
#include "kernel/lang/types/iterator.h"
#include "kernel/lang/types/str.h"
#include "kernel/lang/vm_arithmetic.h"
#include "kernel/lang/vm_ops.h"

/* What the loop keeps in registers goes into the frame before anything can look at it. */
#define SAVE() (frame->ip = ip, frame->sp = sp)
#define LOAD()                                                                                     \
    do {                                                                                           \
        ip = frame->ip;                                                                            \
        sp = frame->sp;                                                                            \
        slots = frame->slots;                                                                      \
        constants = frame->linked->constants;                                                      \
        names = frame->linked->names;                                                              \
    } while (0)

#define NEXT()                                                                                     \
    do {                                                                                           \
        ip++;                                                                                      \
        goto *labels[ip->op];                                                                      \
    } while (0)
#define GO(target)                                                                                 \
    do {                                                                                           \
        ip = frame->linked->instructions + (target);                                               \
        goto *labels[ip->op];                                                                      \
    } while (0)
#define CACHE(index) ((index) ? &frame->linked->caches[(index)-1] : &no_cache)

#define PUSH(v) gb_put(sp++, (v))
#define TRY(condition)                                                                             \
    do {                                                                                           \
        if (__builtin_expect(!(condition), 0)) goto error;                                         \
    } while (0)
/* Pushes an owned result, or fails. */
#define PUSH_RESULT(v)                                                                             \
    do {                                                                                           \
        gb_value result_ = (v);                                                                    \
        TRY(result_.tag != GB_UNSET);                                                              \
        PUSH(result_);                                                                             \
    } while (0)

/* A local that an operator reads: an error when it is not bound. */
#define CHECK_LOCAL(v, slot)                                                                       \
    do {                                                                                           \
        if (__builtin_expect((v).tag == GB_UNSET, 0)) {                                            \
            local = (slot);                                                                        \
            goto unbound;                                                                          \
        }                                                                                          \
    } while (0)

#define TICK()                                                                                     \
    do {                                                                                           \
        if (__builtin_expect(gb_interrupted() || ++vm->steps >= vm->step_limit, 0)) {              \
            SAVE();                                                                                \
            TRY(gb_vm_tick(vm));                                                                   \
        }                                                                                          \
    } while (0)

/* Before a call: the depth, and what a turn of a loop looks at. */
#define TICK_CALL(failed)                                                                          \
    do {                                                                                           \
        if (__builtin_expect(++vm->depth > vm->recursion_limit || gb_interrupted() ||              \
                                 ++vm->steps >= vm->step_limit,                                    \
                             0)) {                                                                 \
            SAVE();                                                                                \
            if (!gb_vm_tick_call(vm)) goto failed;                                                 \
        }                                                                                          \
    } while (0)

/* The dict whose pointer is at an offset of an instance; has it the name where the cache says? */
#define FIELDS(instance, offset) (*(gb_dict **)(void *)((char *)(instance).o + (offset)))
#define HAS_FIELD(dict)                                                                            \
    ((dict) && cache->entry < (dict)->used && (dict)->entries[cache->entry].key.o == names[ip->a].o)

/* The five places an arithmetic instruction finds its operands in. */
#define ARITHMETIC(name)                                                                           \
    op_##name : l = gb_get(&sp[-2]);                                                               \
    r = gb_get(&sp[-1]);                                                                           \
    if (gb_fast_##name(l, r, &sp[-2])) {                                                           \
        sp--;                                                                                      \
        NEXT();                                                                                    \
    }                                                                                              \
    SAVE();                                                                                        \
    v = gb_op_binary(vm, GB_BINARY_##name, l, r, ip->x);                                           \
    goto binary_done;
#define ARITHMETIC_FUSED(name)                                                                     \
    op_##name##_LL : l = gb_get(&slots[ip->a]);                                                    \
    r = gb_get(&slots[ip->b]);                                                                     \
    if (gb_fast_##name(l, r, sp)) {                                                                \
        sp++;                                                                                      \
        NEXT();                                                                                    \
    }                                                                                              \
    CHECK_LOCAL(l, ip->a);                                                                         \
    CHECK_LOCAL(r, ip->b);                                                                         \
    SAVE();                                                                                        \
    PUSH_RESULT(gb_op_binary(vm, GB_BINARY_##name, l, r, ip->x));                                  \
    NEXT();                                                                                        \
    op_##name##_LC : l = gb_get(&slots[ip->a]);                                                    \
    r = gb_get(&constants[ip->b]);                                                                 \
    if (gb_fast_##name(l, r, sp)) {                                                                \
        sp++;                                                                                      \
        NEXT();                                                                                    \
    }                                                                                              \
    CHECK_LOCAL(l, ip->a);                                                                         \
    SAVE();                                                                                        \
    PUSH_RESULT(gb_op_binary(vm, GB_BINARY_##name, l, r, ip->x));                                  \
    NEXT();                                                                                        \
    op_##name##_SL : l = gb_get(&sp[-1]);                                                          \
    r = gb_get(&slots[ip->a]);                                                                     \
    if (gb_fast_##name(l, r, &sp[-1])) NEXT();                                                     \
    CHECK_LOCAL(r, ip->a);                                                                         \
    goto binary_##name;                                                                            \
    op_##name##_SC : l = gb_get(&sp[-1]);                                                          \
    r = gb_get(&constants[ip->a]);                                                                 \
    if (gb_fast_##name(l, r, &sp[-1])) NEXT();                                                     \
    binary_##name : SAVE();                                                                        \
    v = gb_op_binary(vm, GB_BINARY_##name, l, r, ip->x);                                           \
    goto left_done;

/* Jumps by an ordering whose operands are l and r; `drop` stack values go. */
#define TEST_FAST(drop)                                                                            \
    if (gb_fast_order(l, r, &bit)) {                                                               \
        sp -= (drop);                                                                              \
        if ((ip->x >> bit & 1) == ip->x >> 7) GO(ip->a);                                           \
        NEXT();                                                                                    \
    }

static gb_cache no_cache_of_vm(void)
{
    return (gb_cache){0};
}

/* `text += more` where only the stack and the variable that is stored to next hold the text: the
 * variable lets go, so that the text can grow in place. */
static bool append_text(gb_vm *vm, gb_value *place, gb_value l, gb_value r, gb_value *out)
{
    if (place->tag != GB_STR || place->o != l.o) return false;
    *place = GB_UNSET_VALUE;
    *out = gb_str_append_take(vm, l, r);
    return true;
}

/* The same for a text on the stack: `next` stores the sum. */
static bool append_stored(gb_vm *vm, gb_frame *frame, const gb_instr *next, gb_value l, gb_value r,
                          gb_value *out)
{
    if (l.tag != GB_STR || r.tag != GB_STR || l.o->refs != 2 || r.o == l.o) return false;
    gb_value *place = NULL;
    if (next->op == GB_OP_STORE_FAST) place = &frame->slots[next->a];
    if (next->op == GB_OP_STORE_GLOBAL && next->b) {
        const gb_cache *cache = &frame->linked->caches[next->b - 1];
        if (cache->kind && cache->version == frame->globals->keys_version)
            place = &frame->globals->entries[cache->entry].value;
    }
    if (!place || place->tag != GB_STR || place->o != l.o) return false;
    l.o->refs--;
    return append_text(vm, place, l, r, out);
}

static inline gb_handler const *find_handler(const gb_code *code, uint32_t at)
{
    for (uint32_t i = 0; i < code->handler_count; i++)
        if (at >= code->handlers[i].start && at < code->handlers[i].end) return &code->handlers[i];
    return NULL;
}

gb_value gb_vm_loop(gb_vm *vm, gb_frame *frame)
{
    static void *const labels[] = {
#define GB_OPCODE(name, a, b, x, pops, pushes, doc) &&op_##name,
#include "kernel/lang/opcode.def"
#undef GB_OPCODE
    };
    gb_cache no_cache = no_cache_of_vm();
    const gb_instr *ip;
    gb_value *sp, *slots, *constants, *names;
    gb_value l, r, v, callee; /* in registers: nothing may take their address */
    gb_value made;            /* what a function hands out beside its result */
    gb_value *args, *base;
    uint32_t count, local;
    unsigned bit;
    int truth;

    LOAD();
    if (gb_is_exception(vm->exception)) goto error; /* throw() into a generator */
    goto *labels[ip->op];

    /* --- values and names ------------------------------------------------------------------- */
op_NOP:
    NEXT();
op_LOAD_CONST:
    PUSH(gb_ref(gb_get(&constants[ip->a])));
    NEXT();
op_LOAD_FAST:
    v = gb_get(&slots[ip->a]);
    CHECK_LOCAL(v, ip->a);
    PUSH(gb_ref(v));
    NEXT();
op_STORE_FAST:
    v = gb_get(&slots[ip->a]);
    gb_put(&slots[ip->a], gb_get(--sp));
    gb_unref(v);
    NEXT();
op_DELETE_FAST:
    v = gb_get(&slots[ip->a]);
    CHECK_LOCAL(v, ip->a);
    slots[ip->a] = GB_UNSET_VALUE;
    gb_unref(v);
    NEXT();
op_CLEAR_FAST:
    gb_clear(&slots[ip->a]);
    NEXT();
op_MAKE_CELL:
    SAVE();
    v = gb_cell_new(vm);
    TRY(v.tag != GB_UNSET);
    if (ip->x) {
        gb_cell_peek(v)->value = slots[ip->b];
        slots[ip->b] = GB_UNSET_VALUE;
    }
    gb_replace_take(&slots[ip->a], v);
    NEXT();
op_LOAD_DEREF:
    v = gb_cell_peek(slots[ip->a])->value;
    if (__builtin_expect(v.tag == GB_UNSET, 0)) {
        SAVE();
        gb_op_empty_cell(vm, frame, ip->a);
        goto error;
    }
    PUSH(gb_ref(v));
    NEXT();
op_STORE_DEREF:
    gb_replace_take(&gb_cell_peek(slots[ip->a])->value, *--sp);
    NEXT();
op_DELETE_DEREF:
    if (gb_cell_peek(slots[ip->a])->value.tag == GB_UNSET) {
        SAVE();
        gb_op_empty_cell(vm, frame, ip->a);
        goto error;
    }
    gb_clear(&gb_cell_peek(slots[ip->a])->value);
    NEXT();
op_LOAD_CELL:
    PUSH(gb_ref(gb_get(&slots[ip->a])));
    NEXT();
op_LOAD_CLASSDEREF:
    SAVE();
    PUSH_RESULT(gb_op_load_classderef(vm, frame, ip));
    NEXT();
op_LOAD_GLOBAL : {
    const gb_cache *cache = CACHE(ip->b);
    const gb_dict *globals = frame->globals;
    if (cache->version == globals->keys_version && cache->kind) {
        if (cache->kind == GB_CACHE_GLOBAL) {
            PUSH(gb_ref(gb_get(&globals->entries[cache->entry].value)));
            NEXT();
        }
        const gb_dict *builtins = gb_dict_peek(vm->builtins);
        if (cache->version2 == builtins->keys_version) {
            PUSH(gb_ref(gb_get(&builtins->entries[cache->entry].value)));
            NEXT();
        }
    }
    SAVE();
    PUSH_RESULT(gb_op_load_global(vm, frame, ip->a, CACHE(ip->b)));
    NEXT();
}
op_STORE_GLOBAL : {
    const gb_cache *cache = CACHE(ip->b);
    gb_dict *globals = frame->globals;
    if (cache->kind && cache->version == globals->keys_version) {
        gb_replace_take(&globals->entries[cache->entry].value, *--sp);
        NEXT();
    }
    SAVE();
    TRY(gb_op_store_global(vm, frame, ip->a, sp[-1], CACHE(ip->b)));
    gb_unref(gb_get(--sp));
    NEXT();
}
op_DELETE_GLOBAL:
    SAVE();
    TRY(gb_op_delete_global(vm, frame, names[ip->a]));
    NEXT();
op_LOAD_NAME:
    SAVE();
    PUSH_RESULT(gb_op_load_name(vm, frame, names[ip->a]));
    NEXT();
op_STORE_NAME:
    SAVE();
    TRY(gb_op_store_name(vm, frame, names[ip->a], sp[-1]));
    gb_unref(gb_get(--sp));
    NEXT();
op_DELETE_NAME:
    SAVE();
    truth = gb_dict_remove(vm, gb_object_peek(GB_DICT, frame->space), names[ip->a], NULL);
    if (truth == 0) gb_raise_name(vm, GB_EXC_NameError, "name '%s' is not defined", names[ip->a]);
    TRY(truth > 0);
    NEXT();
op_SETUP_ANNOTATIONS:
    SAVE();
    TRY(gb_op_annotations(vm, frame, GB_UNSET_VALUE, GB_UNSET_VALUE, true));
    NEXT();
op_STORE_ANNOTATION:
    SAVE();
    TRY(gb_op_annotations(vm, frame, names[ip->a], sp[-1], false));
    gb_unref(gb_get(--sp));
    NEXT();

    /* --- stack ------------------------------------------------------------------------------ */
op_POP:
    gb_unref(gb_get(--sp));
    NEXT();
op_COPY:
    v = gb_get(&sp[-(int64_t)ip->a]);
    PUSH(gb_ref(v));
    NEXT();
op_SWAP:
    v = gb_get(&sp[-1]);
    gb_put(&sp[-1], gb_get(&sp[-(int64_t)ip->a]));
    gb_put(&sp[-(int64_t)ip->a], v);
    NEXT();
op_DISPLAY:
    SAVE();
    if (sp[-1].tag != GB_NONE && vm->hooks.display)
        TRY(vm->hooks.display(vm->hooks.context, vm, sp[-1]));
    gb_unref(gb_get(--sp));
    NEXT();

    /* --- operators -------------------------------------------------------------------------- */
op_ADD:
    l = gb_get(&sp[-2]);
    r = gb_get(&sp[-1]);
    if (gb_fast_ADD(l, r, &sp[-2])) {
        sp--;
        NEXT();
    }
    SAVE();
    if (append_stored(vm, frame, ip + 1, l, r, &made)) {
        gb_unref(r);
        sp -= 2;
        PUSH_RESULT(made);
        NEXT();
    }
    v = gb_op_binary(vm, GB_BINARY_ADD, l, r, ip->x);
binary_done:
    TRY(v.tag != GB_UNSET);
    gb_put(&sp[-2], v);
    sp--;
    gb_unref(l);
    gb_unref(r);
    NEXT();
left_done:
    TRY(v.tag != GB_UNSET);
    gb_put(&sp[-1], v);
    gb_unref(l);
    NEXT();
    ARITHMETIC(SUB)
    ARITHMETIC(MUL)
    ARITHMETIC(TRUEDIV)
    ARITHMETIC(FLOORDIV)
    ARITHMETIC(MOD)
op_BINARY_OP:
    l = gb_get(&sp[-2]);
    r = gb_get(&sp[-1]);
    SAVE();
    v = gb_op_binary(vm, (gb_binary)ip->x, l, r, ip->b);
    goto binary_done;
op_NEG:
    if (sp[-1].tag == GB_INT && sp[-1].i != INT64_MIN) {
        sp[-1].i = -sp[-1].i;
        NEXT();
    }
    if (sp[-1].tag == GB_FLOAT) {
        sp[-1].f = -sp[-1].f;
        NEXT();
    }
    l = gb_get(&sp[-1]);
    SAVE();
    v = gb_apply_unary(vm, GB_UNARY_NEG, l);
    goto left_done;
op_POS:
    l = gb_get(&sp[-1]);
    SAVE();
    v = gb_apply_unary(vm, GB_UNARY_POS, l);
    goto left_done;
op_INVERT:
    l = gb_get(&sp[-1]);
    SAVE();
    v = gb_apply_unary(vm, GB_UNARY_INVERT, l);
    goto left_done;
op_NOT:
    l = gb_get(&sp[-1]);
    SAVE();
    truth = gb_truth(vm, l);
    TRY(truth >= 0);
    gb_put(&sp[-1], gb_bool(!truth));
    gb_unref(l);
    NEXT();
op_COMPARE : {
    static const uint8_t masks[] = {
#define GB_COMPARE(id, sign, node, method, reflected, mask) mask,
#include "kernel/lang/operator.def"
    };
    l = gb_get(&sp[-2]);
    r = gb_get(&sp[-1]);
    if (gb_fast_order(l, r, &bit)) {
        gb_put(&sp[-2], gb_bool(masks[ip->x] >> bit & 1));
        sp--;
        NEXT();
    }
    SAVE();
    v = gb_apply_compare(vm, (gb_compare)ip->x, l, r);
    goto binary_done;
}
op_IS:
    l = gb_get(&sp[-2]);
    r = gb_get(&sp[-1]);
    sp--;
    sp[-1] = gb_bool(gb_identical(l, r) != (bool)ip->x);
    gb_unref(l);
    gb_unref(r);
    NEXT();
op_CONTAINS:
    l = gb_get(&sp[-2]);
    r = gb_get(&sp[-1]);
    SAVE();
    truth = gb_contains(vm, r, l);
    TRY(truth >= 0);
    v = gb_bool(truth != (int)ip->x);
    goto binary_done;
op_LOAD_SUBSCR:
    l = gb_get(&sp[-2]);
    r = gb_get(&sp[-1]);
    if (l.tag == GB_LIST && r.tag == GB_INT && l.o->type == vm->types.list) {
        const gb_list *list = gb_list_peek(l);
        size_t at = (size_t)(r.i < 0 ? r.i + (int64_t)list->count : r.i);
        if (at < list->count) {
            sp--;
            gb_put(&sp[-1], gb_ref(gb_get(&list->items[at])));
            gb_unref(l);
            NEXT();
        }
    }
    SAVE();
    v = gb_op_subscript(vm, l, r);
    goto binary_done;
op_STORE_SUBSCR:
    v = gb_get(&sp[-3]);
    l = gb_get(&sp[-2]);
    r = gb_get(&sp[-1]);
    if (l.tag == GB_LIST && r.tag == GB_INT && l.o->type == vm->types.list) {
        gb_list *list = gb_list_peek(l);
        size_t at = (size_t)(r.i < 0 ? r.i + (int64_t)list->count : r.i);
        if (at < list->count) {
            sp -= 3;
            gb_replace_take(&list->items[at], v);
            gb_unref(l);
            NEXT();
        }
    }
    SAVE();
    TRY(gb_setitem(vm, l, r, v));
    sp -= 3;
    gb_unref(v);
    gb_unref(l);
    gb_unref(r);
    NEXT();
op_DELETE_SUBSCR:
    l = gb_get(&sp[-2]);
    r = gb_get(&sp[-1]);
    SAVE();
    TRY(gb_setitem(vm, l, r, GB_UNSET_VALUE));
    sp -= 2;
    gb_unref(l);
    gb_unref(r);
    NEXT();
op_BUILD_SLICE:
    SAVE();
    v = gb_slice_new(vm, sp[-(int64_t)ip->a], sp[1 - (int64_t)ip->a],
                     ip->a == 3 ? sp[-1] : GB_NONE_VALUE);
    count = ip->a;
    goto built;

    /* --- attributes ------------------------------------------------------------------------- */
op_LOAD_FAST_ATTR:
    l = gb_get(&slots[ip->x]);
    CHECK_LOCAL(l, ip->x);
    if (l.tag == GB_INSTANCE) {
        const gb_cache *cache = CACHE(ip->b);
        const gb_type *type = l.o->type;
        if (cache->version == type->version) {
            const gb_dict *dict = FIELDS(l, cache->offset);
            if (cache->kind == GB_CACHE_FIELD && HAS_FIELD(dict)) {
                PUSH(gb_ref(gb_get(&dict->entries[cache->entry].value)));
                NEXT();
            }
            if (cache->kind == GB_CACHE_GETTER) {
                PUSH(gb_ref(l));
                goto call_getter;
            }
        }
    }
    SAVE();
    PUSH_RESULT(gb_op_load_attr(vm, l, names[ip->a], CACHE(ip->b)));
    NEXT();
op_LOAD_ATTR:
    l = gb_get(&sp[-1]);
    if (l.tag == GB_INSTANCE) {
        const gb_cache *cache = CACHE(ip->b);
        const gb_type *type = l.o->type;
        if (cache->version == type->version) {
            const gb_dict *dict = FIELDS(l, cache->offset);
            if (cache->kind == GB_CACHE_FIELD && HAS_FIELD(dict)) {
                gb_put(&sp[-1], gb_ref(gb_get(&dict->entries[cache->entry].value)));
                gb_unref(l);
                NEXT();
            }
            if (cache->kind == GB_CACHE_GETTER) goto call_getter;
        }
    }
    SAVE();
    v = gb_op_load_attr(vm, l, names[ip->a], CACHE(ip->b));
    goto left_done;
op_STORE_ATTR:
    v = gb_get(&sp[-2]);
    l = gb_get(&sp[-1]);
    if (l.tag == GB_INSTANCE) {
        const gb_cache *cache = CACHE(ip->b);
        const gb_type *type = l.o->type;
        if (cache->version == type->version && cache->kind == GB_CACHE_FIELD) {
            gb_dict *dict = FIELDS(l, cache->offset);
            if (HAS_FIELD(dict)) {
                sp -= 2;
                gb_replace_take(&dict->entries[cache->entry].value, v);
                gb_unref(l);
                NEXT();
            }
        }
    }
    SAVE();
    TRY(gb_op_store_attr(vm, l, names[ip->a], v, CACHE(ip->b)));
    sp -= 2;
    gb_unref(v);
    gb_unref(l);
    NEXT();
op_DELETE_ATTR:
    l = gb_get(&sp[-1]);
    SAVE();
    TRY(gb_setattr(vm, l, names[ip->a], GB_UNSET_VALUE));
    sp--;
    gb_unref(l);
    NEXT();
op_LOAD_METHOD:
    l = gb_get(&sp[-1]);
    if (gb_is_object(l)) {
        const gb_cache *cache = CACHE(ip->b);
        const gb_type *type = l.o->type;
        if (cache->version == type->version &&
            (cache->kind == GB_CACHE_METHOD ||
             (cache->kind == GB_CACHE_METHOD_UNLESS &&
              gb_fields_lack(FIELDS(l, cache->offset), names[ip->a])))) {
            gb_put(&sp[-1], gb_ref(gb_get(&cache->value)));
            PUSH(l);
            NEXT();
        }
    }
    SAVE();
    TRY(gb_op_load_method(vm, l, names[ip->a], CACHE(ip->b), &sp[-1]));
    sp++;
    NEXT();

    /* --- calls ------------------------------------------------------------------------------ */
call_getter: /* the property's function of the instance on the stack */
    callee = gb_ref(CACHE(ip->b)->value);
    count = 1;
    base = args = sp - 1;
    goto call_function;
op_CALL_METHOD:
    count = ip->a;
    base = sp - count - 2;
    callee = gb_get(&base[0]);
    args = base + 2;
    if (base[1].tag == GB_UNSET) goto call;
    args--;
    count++;
    goto call_function;
op_CALL:
    count = ip->a;
    base = sp - count - 1;
    callee = gb_get(&base[0]);
    args = base + 1;
call:
    if (callee.tag == GB_METHOD) {
        gb_method *method = gb_method_peek(callee);
        *--args = gb_ref(method->self);
        callee = gb_ref(method->function);
        count++;
        gb_object_unref(method);
    }
call_function:
    /* The callee is owned here; args[0 .. count) end at sp; everything from base on goes. */
    if (callee.tag == GB_FUNCTION) {
        gb_function *f = gb_function_peek(callee);
        if (gb_function_takes(f, count)) {
            TICK_CALL(call_failed);
            gb_frame *called = gb_frame_enter(vm, f, 0, args, count);
            if (!called) goto call_failed;
            sp = base;
            SAVE();
            called->kind = GB_FRAME_PLAIN;
            called->back = frame;
            vm->frame = frame = called;
            LOAD();
            goto *labels[ip->op];
        }
        if (!(f->linked->code->flags & GB_CODE_GENERATOR)) {
            TICK_CALL(call_failed);
            SAVE();
            gb_frame *called =
                gb_frame_for_call(vm, f, &(gb_arguments){.values = args, .count = count});
            if (!called) goto call_failed;
            gb_object_unref(f);
            while (sp > args)
                gb_unref(gb_get(--sp));
            sp = base;
            SAVE();
            called->kind = GB_FRAME_PLAIN;
            called->back = frame;
            vm->frame = frame = called;
            LOAD();
            goto *labels[ip->op];
        }
    } else if (callee.tag == GB_NATIVE_FUNCTION) {
        gb_native_function *native = gb_native_peek(callee);
        SAVE();
        if (gb_native_takes(native, args, count)) {
            v = native->row->call(vm, args);
            goto called;
        }
        v = gb_native_invoke(vm, native, &(gb_arguments){.values = args, .count = count});
        goto called;
    } else if (callee.tag == GB_TYPE) {
        gb_type *type = gb_type_peek(callee);
        if (type->flags & GB_TYPE_PLAIN_NEW && type->head.type == vm->types.type) {
            gb_value init = gb_type_lookup_peek(type, GB_NAME_OF(vm, __init__));
            if (init.tag == GB_FUNCTION &&
                !(gb_function_peek(init)->linked->code->flags & GB_CODE_GENERATOR))
                goto make_instance;
        }
    }
    SAVE();
    v = gb_call_arguments(vm, callee, &(gb_arguments){.values = args, .count = count});
called:
    gb_unref(callee);
    while (sp > args)
        gb_unref(gb_get(--sp));
    sp = base;
    TRY(v.tag != GB_UNSET);
    PUSH(v);
    NEXT();
call_failed:
    vm->depth--;
    gb_unref(callee);
    while (sp > args)
        gb_unref(gb_get(--sp));
    sp = base;
    goto error;
make_instance : {
    gb_type *type = gb_type_peek(callee);
    gb_value init = gb_type_lookup_peek(type, GB_NAME_OF(vm, __init__));
    gb_function *f = gb_function_peek(init);
    TICK_CALL(call_failed);
    SAVE();
    v = gb_instance_new(vm, type);
    if (v.tag == GB_UNSET) goto call_failed;
    gb_frame *called;
    if (gb_function_takes(f, count + 1)) {
        called = gb_frame_enter(vm, f, 1, args, count);
        if (!called) goto init_failed;
        gb_object_ref(f);
        gb_put(&called->slots[0], gb_ref(v));
    } else {
        /* self goes before the arguments: into the callee's place. */
        callee = GB_UNSET_VALUE;
        args[-1] = gb_ref(v);
        args--;
        gb_object_unref(type);
        called = gb_frame_for_call(vm, f, &(gb_arguments){.values = args, .count = count + 1});
        if (!called) goto init_failed;
        while (sp > args)
            gb_unref(gb_get(--sp));
    }
    gb_unref(callee);
    sp = base;
    SAVE();
    called->self = v;
    called->kind = GB_FRAME_INIT;
    called->back = frame;
    vm->frame = frame = called;
    LOAD();
    goto *labels[ip->op];
init_failed:
    gb_unref(v);
    goto call_failed;
}
op_CALL_KW:
    count = ip->b;
    base = sp - count - 1;
    callee = gb_get(&base[0]);
    args = base + 1;
    goto call_keywords;
op_CALL_METHOD_KW:
    count = ip->b;
    base = sp - count - 2;
    callee = gb_get(&base[0]);
    args = base + 2;
    if (base[1].tag != GB_UNSET) {
        args--;
        count++;
    }
call_keywords : {
    uint32_t named = (uint32_t)gb_tuple_peek(constants[ip->a])->count;
    gb_arguments given = {
        .values = args, .count = count - named, .keyword_count = named, .names = constants[ip->a]};
    SAVE();
    if (callee.tag == GB_FUNCTION &&
        !(gb_function_peek(callee)->linked->code->flags & GB_CODE_GENERATOR)) {
        TICK_CALL(call_failed);
        gb_frame *called = gb_frame_for_call(vm, gb_function_peek(callee), &given);
        if (!called) goto call_failed;
        gb_unref(callee);
        while (sp > args)
            gb_unref(gb_get(--sp));
        sp = base;
        SAVE();
        called->kind = GB_FRAME_PLAIN;
        called->back = frame;
        vm->frame = frame = called;
        LOAD();
        goto *labels[ip->op];
    }
    v = gb_call_arguments(vm, callee, &given);
    goto called;
}
op_CALL_EX:
    SAVE();
    base = sp - 2 - ip->x;
    v = gb_op_call_ex(vm, base[0], base[1], ip->x ? base[2] : GB_UNSET_VALUE);
    count = 2 + ip->x;
    goto built;
op_RETURN:
    v = gb_get(--sp);
    goto leave;
op_RETURN_FAST:
    v = gb_get(&slots[ip->a]);
    CHECK_LOCAL(v, ip->a);
    gb_ref(v);
    goto leave;
op_RETURN_CONST:
    v = gb_ref(gb_get(&constants[ip->a]));
leave:
    SAVE();
    switch (frame->kind) {
    case GB_FRAME_ENTRY: return v;
    case GB_FRAME_PLAIN: {
        gb_frame *back = frame->back;
        vm->frame = back;
        vm->depth--;
        gb_frame_leave(vm, frame);
        frame = back;
        LOAD();
        PUSH(v);
        NEXT();
    }
    case GB_FRAME_INIT: {
        gb_frame *back = frame->back;
        bool none = gb_is_none(v);
        const char *kind = gb_type_name(vm, v);
        gb_value self = frame->self;
        frame->self = GB_UNSET_VALUE;
        vm->frame = back;
        vm->depth--;
        gb_frame_leave(vm, frame);
        frame = back;
        LOAD();
        gb_unref(v);
        if (!none) {
            gb_unref(self);
            gb_raise(vm, GB_EXC_TypeError, "__init__() should return None, not '%s'", kind);
            goto error;
        }
        PUSH(self);
        NEXT();
    }
    case GB_FRAME_FOR: {
        gb_generator *generator = frame->generator;
        gb_frame *back = frame->back;
        gb_unref(v);
        vm->frame = back;
        vm->depth--;
        gb_generator_finish(vm, generator);
        frame = back;
        LOAD();
        gb_unref(gb_get(--sp));
        GO(ip->a);
    }
    }
    goto error;
op_MAKE_FUNCTION:
    SAVE();
    v = gb_op_make_function(vm, frame, ip, &frame->sp);
    sp = frame->sp;
    PUSH_RESULT(v);
    NEXT();
op_MAKE_CLASS:
    SAVE();
    v = gb_op_make_class(vm, frame, ip, &frame->sp);
    sp = frame->sp;
    PUSH_RESULT(v);
    NEXT();

    /* --- generators ------------------------------------------------------------------------- */
op_YIELD:
    v = gb_get(--sp);
yield_value:
    ip++;
    SAVE();
    ip--;
    if (frame->kind == GB_FRAME_ENTRY) {
        frame->yielded = true;
        return v;
    }
    {
        gb_frame *back = frame->back;
        gb_generator_pause(vm, frame->generator);
        vm->frame = back;
        vm->depth--;
        frame = back;
        LOAD();
        if (ip->op == GB_OP_FOR_ITER_FAST)
            gb_replace_take(&slots[ip->b], v);
        else
            PUSH(v);
        NEXT();
    }
op_GET_YIELD_ITER:
    l = gb_get(&sp[-1]);
    if (l.tag == GB_GENERATOR) NEXT();
    SAVE();
    v = gb_iter(vm, l);
    goto left_done;
op_YIELD_FROM:
    SAVE();
    r = gb_get(--sp);
    truth = gb_op_yield_from(vm, sp[-1], r, &made);
    gb_unref(r);
    TRY(truth >= 0);
    v = made;
    if (truth) {
        ip--; /* resumed here again, with what was sent on the stack */
        goto yield_value;
    }
    gb_unref(sp[-1]);
    gb_put(&sp[-1], v);
    NEXT();

    /* --- containers ------------------------------------------------------------------------- */
op_BUILD_TUPLE:
    SAVE();
    v = gb_tuple_take(vm, sp - ip->a, ip->a);
    sp -= ip->a;
    PUSH_RESULT(v);
    NEXT();
op_BUILD_LIST:
    SAVE();
    v = gb_list_take(vm, sp - ip->a, ip->a);
    sp -= ip->a;
    PUSH_RESULT(v);
    NEXT();
op_BUILD_SET:
    SAVE();
    v = gb_op_build_set(vm, sp - ip->a, ip->a);
    count = ip->a;
    goto built;
op_BUILD_MAP:
    SAVE();
    v = gb_op_build_map(vm, sp - 2 * (size_t)ip->a, ip->a);
    count = 2 * ip->a;
    goto built;
op_BUILD_STRING:
    SAVE();
    v = gb_op_build_string(vm, sp - ip->a, ip->a);
    count = ip->a;
built: /* v replaces `count` stack values */
    TRY(v.tag != GB_UNSET);
    while (count--)
        gb_unref(gb_get(--sp));
    PUSH(v);
    NEXT();
op_FORMAT_VALUE:
    SAVE();
    count = 1 + (ip->x & 1u);
    v = gb_op_format_value(vm, sp[-(int64_t)count], ip->x & 1 ? sp[-1] : GB_UNSET_VALUE,
                           ip->x >> 1);
    goto built;
op_LIST_APPEND:
    v = gb_get(--sp);
    SAVE();
    TRY(gb_list_append_take(vm, sp[-(int64_t)ip->a], v));
    NEXT();
op_SET_ADD:
    v = gb_get(&sp[-1]);
    SAVE();
    TRY(gb_set_add(vm, sp[-1 - (int64_t)ip->a], v));
    sp--;
    gb_unref(v);
    NEXT();
op_MAP_ADD:
    SAVE();
    TRY(gb_dict_set(vm, sp[-2 - (int64_t)ip->a], sp[-2], sp[-1]));
    gb_unref(gb_get(--sp));
    gb_unref(gb_get(--sp));
    NEXT();
op_LIST_EXTEND:
    SAVE();
    TRY(gb_op_list_extend(vm, sp[-1 - (int64_t)ip->a], sp[-1]));
    gb_unref(gb_get(--sp));
    NEXT();
op_SET_UPDATE:
    SAVE();
    TRY(gb_set_update(vm, sp[-1 - (int64_t)ip->a], sp[-1]));
    gb_unref(gb_get(--sp));
    NEXT();
op_DICT_UPDATE:
    SAVE();
    TRY(gb_op_dict_update(vm, sp[-1 - (int64_t)ip->a], sp[-1]));
    gb_unref(gb_get(--sp));
    NEXT();
op_DICT_MERGE:
    SAVE();
    TRY(gb_op_dict_merge(vm, sp[-1 - (int64_t)ip->a], sp[-1], sp[-3 - (int64_t)ip->a]));
    gb_unref(gb_get(--sp));
    NEXT();
op_LIST_TO_TUPLE:
    l = gb_get(&sp[-1]);
    SAVE();
    v = gb_tuple_from(vm, gb_list_peek(l)->items, gb_list_peek(l)->count);
    goto left_done;
op_UNPACK_SEQUENCE:
    l = gb_get(&sp[-1]);
    SAVE();
    if (gb_walks_as_tuple(vm, l) && gb_tuple_peek(l)->count == ip->a) {
        const gb_tuple *tuple = gb_tuple_peek(l);
        sp--;
        for (uint32_t i = ip->a; i-- > 0;)
            PUSH(gb_ref(gb_get(&tuple->items[i])));
        gb_unref(l);
        NEXT();
    }
    TRY(gb_op_unpack(vm, l, ip->a, sp - 1));
    sp += (int64_t)ip->a - 1;
    gb_unref(l);
    NEXT();
op_UNPACK_EX:
    l = gb_get(&sp[-1]);
    SAVE();
    TRY(gb_op_unpack_star(vm, l, ip->a, ip->b, sp - 1));
    sp += (int64_t)ip->a + ip->b;
    gb_unref(l);
    NEXT();

    /* --- jumps ------------------------------------------------------------------------------ */
op_JUMP:
    GO(ip->a);
op_JUMP_BACK:
    TICK();
    GO(ip->a);
op_POP_JUMP_IF_FALSE:
    l = gb_get(&sp[-1]);
    if (l.tag == GB_BOOL) {
        sp--;
        if (!l.i) GO(ip->a);
        NEXT();
    }
    SAVE();
    truth = gb_truth(vm, l);
    TRY(truth >= 0);
    sp--;
    gb_unref(l);
    if (!truth) GO(ip->a);
    NEXT();
op_POP_JUMP_IF_TRUE:
    l = gb_get(&sp[-1]);
    SAVE();
    truth = gb_truth(vm, l);
    TRY(truth >= 0);
    sp--;
    gb_unref(l);
    if (truth) GO(ip->a);
    NEXT();
op_POP_JUMP_IF_NONE:
    l = gb_get(--sp);
    gb_unref(l);
    if (l.tag == GB_NONE) GO(ip->a);
    NEXT();
op_POP_JUMP_IF_NOT_NONE:
    l = gb_get(--sp);
    gb_unref(l);
    if (l.tag != GB_NONE) GO(ip->a);
    NEXT();
op_JUMP_IF_FALSE_OR_POP:
    l = gb_get(&sp[-1]);
    SAVE();
    truth = gb_truth(vm, l);
    TRY(truth >= 0);
    if (!truth) GO(ip->a);
    sp--;
    gb_unref(l);
    NEXT();
op_JUMP_IF_TRUE_OR_POP:
    l = gb_get(&sp[-1]);
    SAVE();
    truth = gb_truth(vm, l);
    TRY(truth >= 0);
    if (truth) GO(ip->a);
    sp--;
    gb_unref(l);
    NEXT();
op_COMPARE_JUMP:
    l = gb_get(&sp[-2]);
    r = gb_get(&sp[-1]);
    TEST_FAST(2)
    SAVE();
    truth = gb_op_test(vm, ip->x & GB_TEST_MASK, l, r);
    TRY(truth >= 0);
    sp -= 2;
    gb_unref(l);
    gb_unref(r);
    if (truth == ip->x >> 7) GO(ip->a);
    NEXT();
op_GET_ITER:
    l = gb_get(&sp[-1]);
    SAVE();
    v = gb_iter(vm, l);
    goto left_done;
op_FOR_ITER:
    l = gb_get(&sp[-1]);
    if (gb_is_object(l)) {
        const gb_type *type = l.o->type;
        if (type == vm->types.range_iterator) {
            gb_range_iterator *it = gb_range_iterator_peek(l);
            if (it->left > 0) {
                it->left--;
                PUSH(gb_int(it->next));
                it->next = (int64_t)((uint64_t)it->next + (uint64_t)it->step);
                NEXT();
            }
            sp--;
            gb_unref(l);
            GO(ip->a);
        }
        if (type == vm->types.list_iterator && !gb_iterator_peek(l)->reversed) {
            gb_iterator *it = gb_iterator_peek(l);
            if (it->sequence.tag == GB_LIST && it->at < gb_list_peek(it->sequence)->count) {
                PUSH(gb_ref(gb_get(&gb_list_peek(it->sequence)->items[it->at++])));
                NEXT();
            }
        }
        if (l.tag == GB_GENERATOR && gb_generator_peek(l)->frame && !gb_generator_peek(l)->running)
            goto resume;
    }
    SAVE();
    v = gb_next(vm, l);
    if (v.tag != GB_UNSET) {
        PUSH(v);
        NEXT();
    }
iteration_over:
    if (gb_is_exception(vm->exception)) goto error;
    sp--;
    gb_unref(l);
    GO(ip->a);
op_FOR_ITER_FAST:
    l = gb_get(&sp[-1]);
    if (gb_is_object(l)) {
        const gb_type *type = l.o->type;
        if (type == vm->types.range_iterator) {
            gb_range_iterator *it = gb_range_iterator_peek(l);
            if (it->left > 0) {
                it->left--;
                v = gb_get(&slots[ip->b]);
                slots[ip->b] = gb_int(it->next);
                gb_unref(v);
                it->next = (int64_t)((uint64_t)it->next + (uint64_t)it->step);
                NEXT();
            }
            sp--;
            gb_unref(l);
            GO(ip->a);
        }
        if (type == vm->types.list_iterator && !gb_iterator_peek(l)->reversed) {
            gb_iterator *it = gb_iterator_peek(l);
            if (it->sequence.tag == GB_LIST && it->at < gb_list_peek(it->sequence)->count) {
                v = gb_ref(gb_get(&gb_list_peek(it->sequence)->items[it->at++]));
                gb_replace_take(&slots[ip->b], v);
                NEXT();
            }
        }
        if (l.tag == GB_GENERATOR && gb_generator_peek(l)->frame && !gb_generator_peek(l)->running)
            goto resume;
    }
    SAVE();
    v = gb_next(vm, l);
    if (v.tag == GB_UNSET) goto iteration_over;
    gb_replace_take(&slots[ip->b], v);
    NEXT();
resume : { /* a generator's frame goes on in this loop */
    gb_generator *generator = gb_generator_peek(l);
    gb_frame *inner = generator->frame;
    SAVE();
    TICK_CALL(resume_failed);
    gb_generator_enter(vm, generator);
    inner->kind = GB_FRAME_FOR;
    inner->back = frame;
    vm->frame = frame = inner;
    LOAD();
    if (generator->started) PUSH(GB_NONE_VALUE);
    generator->started = true;
    goto *labels[ip->op];
resume_failed:
    vm->depth--;
    goto error;
}

    /* --- exceptions ------------------------------------------------------------------------- */
op_RAISE:
    SAVE();
    gb_op_raise(vm, sp - ip->a, ip->a);
    goto error;
op_PUSH_EXC:
    v = gb_get(&sp[-1]);
    sp[-1] = vm->handled.tag == GB_UNSET ? GB_NONE_VALUE : vm->handled;
    vm->handled = gb_ref(v);
    PUSH(v);
    NEXT();
op_POP_EXC:
    v = gb_get(--sp);
    gb_replace_take(&vm->handled, v.tag == GB_NONE ? GB_UNSET_VALUE : v);
    NEXT();
op_RERAISE:
    v = gb_get(--sp);
    SAVE();
    gb_replace_take(&vm->exception, v);
    goto unwind;
op_JUMP_IF_NOT_MATCH:
    r = gb_get(&sp[-1]);
    SAVE();
    truth = gb_exception_matches(vm, sp[-2], r);
    TRY(truth >= 0);
    sp--;
    gb_unref(r);
    if (!truth) GO(ip->a);
    NEXT();
op_LOAD_ASSERTION_ERROR:
    PUSH(gb_ref(gb_type_value(vm->exceptions[GB_EXC_AssertionError])));
    NEXT();
op_WITH_ENTER : {
    gb_value pair[2];
    l = gb_get(&sp[-1]);
    SAVE();
    truth = gb_op_with_enter(vm, l, pair);
    TRY(truth >= 0);
    if (truth) {
        sp[-1] = pair[0];
        PUSH(pair[1]);
    } else {
        sp--;
    }
    gb_unref(l);
    if (!truth) GO(ip->a);
    NEXT();
}
op_WITH_AGAIN:
    SAVE();
    truth = gb_op_with_again(vm, gb_get(&sp[-1]), &made);
    TRY(truth >= 0);
    if (!truth) NEXT();
    PUSH(made);
    GO(ip->a);
op_WITH_EXIT:
    l = gb_get(&sp[-1]);
    SAVE();
    v = gb_call(vm, l, (gb_value[]){GB_NONE_VALUE, GB_NONE_VALUE, GB_NONE_VALUE}, 3);
    TRY(v.tag != GB_UNSET);
    gb_unref(v);
    sp--;
    gb_unref(l);
    NEXT();
op_WITH_EXCEPT:
    SAVE();
    PUSH_RESULT(gb_op_with_except(vm, sp[-3], sp[-1]));
    NEXT();

    /* --- imports ---------------------------------------------------------------------------- */
op_IMPORT_NAME:
    l = gb_get(&sp[-1]);
    SAVE();
    v = gb_op_import_name(vm, frame, ip, l);
    goto left_done;
op_IMPORT_FROM:
    SAVE();
    PUSH_RESULT(gb_op_import_from(vm, sp[-1], names[ip->a]));
    NEXT();
op_IMPORT_STAR:
    SAVE();
    TRY(gb_op_import_star(vm, frame, sp[-1]));
    gb_unref(gb_get(--sp));
    NEXT();

    /* --- match ------------------------------------------------------------------------------ */
op_GET_LEN : {
    SAVE();
    int64_t n = gb_len(vm, sp[-1]);
    TRY(n >= 0);
    PUSH(gb_int(n));
    NEXT();
}
op_MATCH_SEQUENCE:
    v = gb_bool(gb_op_is_sequence_pattern(vm, sp[-1]));
    PUSH(v);
    NEXT();
op_MATCH_MAPPING:
    v = gb_bool(gb_op_is_mapping(vm, sp[-1]));
    PUSH(v);
    NEXT();
op_MATCH_KEYS:
    SAVE();
    PUSH_RESULT(gb_op_match_keys(vm, sp[-2], sp[-1]));
    NEXT();
op_MATCH_CLASS:
    SAVE();
    v = gb_op_match_class(vm, sp - 3, ip->a);
    count = 3;
    goto built;
op_DICT_REST:
    SAVE();
    v = gb_op_dict_rest(vm, sp[-1 - (int64_t)ip->a], sp - ip->a, ip->a);
    count = ip->a + 1;
    goto built;

    /* --- cells ------------------------------------------------------------------------------ */
op_MAGIC:
    SAVE();
    if (!vm->hooks.magic) {
        PUSH(GB_NONE_VALUE);
        NEXT();
    }
    PUSH_RESULT(vm->hooks.magic(vm->hooks.context, vm, ip->x, constants[ip->a]));
    NEXT();

    /* --- fused forms ------------------------------------------------------------------------ */
op_LOAD_FAST2:
    l = gb_get(&slots[ip->a]);
    r = gb_get(&slots[ip->b]);
    CHECK_LOCAL(l, ip->a);
    CHECK_LOCAL(r, ip->b);
    PUSH(gb_ref(l));
    PUSH(gb_ref(r));
    NEXT();
op_LOAD_FAST_CONST:
    l = gb_get(&slots[ip->a]);
    CHECK_LOCAL(l, ip->a);
    PUSH(gb_ref(l));
    PUSH(gb_ref(constants[ip->b]));
    NEXT();
op_STORE_LOAD_FAST:
    v = gb_get(&slots[ip->a]);
    gb_put(&slots[ip->a], gb_get(--sp));
    gb_unref(v);
    v = gb_get(&slots[ip->b]);
    CHECK_LOCAL(v, ip->b);
    PUSH(gb_ref(v));
    NEXT();
op_STORE_FAST2:
    v = gb_get(&slots[ip->a]);
    gb_put(&slots[ip->a], gb_get(--sp));
    gb_unref(v);
    v = gb_get(&slots[ip->b]);
    gb_put(&slots[ip->b], gb_get(--sp));
    gb_unref(v);
    NEXT();
op_MOVE_FAST:
    v = gb_get(&slots[ip->a]);
    CHECK_LOCAL(v, ip->a);
    gb_replace_take(&slots[ip->b], gb_ref(v));
    NEXT();
op_UNPACK_FAST2:
    l = gb_get(&sp[-1]);
    SAVE();
    if (gb_walks_as_tuple(vm, l) && gb_tuple_peek(l)->count == 2) {
        sp--;
        gb_replace_take(&slots[ip->a], gb_ref(gb_get(&gb_tuple_peek(l)->items[0])));
        gb_replace_take(&slots[ip->b], gb_ref(gb_get(&gb_tuple_peek(l)->items[1])));
        gb_unref(l);
        NEXT();
    } else {
        gb_value pair[2];
        TRY(gb_op_unpack(vm, l, 2, pair));
        sp--;
        gb_unref(l);
        gb_replace_take(&slots[ip->a], pair[1]);
        gb_replace_take(&slots[ip->b], pair[0]);
        NEXT();
    }
op_ADD_LL:
    l = gb_get(&slots[ip->a]);
    r = gb_get(&slots[ip->b]);
    if (gb_fast_ADD(l, r, sp)) {
        sp++;
        NEXT();
    }
    CHECK_LOCAL(l, ip->a);
    CHECK_LOCAL(r, ip->b);
    goto add_local;
op_ADD_LC:
    l = gb_get(&slots[ip->a]);
    r = gb_get(&constants[ip->b]);
    if (gb_fast_ADD(l, r, sp)) {
        sp++;
        NEXT();
    }
    CHECK_LOCAL(l, ip->a);
add_local:
    SAVE();
    if (l.tag == GB_STR && r.tag == GB_STR && l.o->refs == 1 && r.o != l.o &&
        ip[1].op == GB_OP_STORE_FAST && ip[1].a == ip->a &&
        append_text(vm, &slots[ip->a], l, r, &made)) {
        PUSH_RESULT(made);
        NEXT();
    }
    PUSH_RESULT(gb_op_binary(vm, GB_BINARY_ADD, l, r, ip->x));
    NEXT();
op_ADD_SL:
    l = gb_get(&sp[-1]);
    r = gb_get(&slots[ip->a]);
    if (gb_fast_ADD(l, r, &sp[-1])) NEXT();
    CHECK_LOCAL(r, ip->a);
    goto binary_ADD;
op_ADD_SC:
    l = gb_get(&sp[-1]);
    r = gb_get(&constants[ip->a]);
    if (gb_fast_ADD(l, r, &sp[-1])) NEXT();
binary_ADD:
    SAVE();
    if (append_stored(vm, frame, ip + 1, l, r, &made)) {
        sp--;
        PUSH_RESULT(made);
        NEXT();
    }
    v = gb_op_binary(vm, GB_BINARY_ADD, l, r, ip->x);
    goto left_done;
    ARITHMETIC_FUSED(SUB)
    ARITHMETIC_FUSED(MUL)
    ARITHMETIC_FUSED(FLOORDIV)
    ARITHMETIC_FUSED(MOD)
op_COMPARE_JUMP_LL:
    l = gb_get(&slots[ip->b & 255]);
    r = gb_get(&slots[ip->b >> 8]);
    TEST_FAST(0)
    CHECK_LOCAL(l, ip->b & 255u);
    CHECK_LOCAL(r, ip->b >> 8);
    goto test_borrowed;
op_COMPARE_JUMP_LC:
    l = gb_get(&slots[ip->b & 255]);
    r = gb_get(&constants[ip->b >> 8]);
    TEST_FAST(0)
    CHECK_LOCAL(l, ip->b & 255u);
test_borrowed:
    SAVE();
    truth = gb_op_test(vm, ip->x & GB_TEST_MASK, l, r);
    TRY(truth >= 0);
    if (truth == ip->x >> 7) GO(ip->a);
    NEXT();
op_COMPARE_JUMP_SL:
    l = gb_get(&sp[-1]);
    r = gb_get(&slots[ip->b]);
    TEST_FAST(1)
    CHECK_LOCAL(r, ip->b);
    goto test_left;
op_COMPARE_JUMP_SC:
    l = gb_get(&sp[-1]);
    r = gb_get(&constants[ip->b]);
    TEST_FAST(1)
test_left:
    SAVE();
    truth = gb_op_test(vm, ip->x & GB_TEST_MASK, l, r);
    TRY(truth >= 0);
    sp--;
    gb_unref(l);
    if (truth == ip->x >> 7) GO(ip->a);
    NEXT();
op_LOAD_SUBSCR_LL:
    l = gb_get(&slots[ip->a]);
    r = gb_get(&slots[ip->b]);
    if (l.tag == GB_LIST && r.tag == GB_INT && l.o->type == vm->types.list) {
        const gb_list *list = gb_list_peek(l);
        size_t at = (size_t)(r.i < 0 ? r.i + (int64_t)list->count : r.i);
        if (at < list->count) {
            PUSH(gb_ref(gb_get(&list->items[at])));
            NEXT();
        }
    }
    CHECK_LOCAL(l, ip->a);
    CHECK_LOCAL(r, ip->b);
    SAVE();
    PUSH_RESULT(gb_op_subscript(vm, l, r));
    NEXT();
op_LOAD_SUBSCR_SL:
    l = gb_get(&sp[-1]);
    r = gb_get(&slots[ip->a]);
    CHECK_LOCAL(r, ip->a);
    goto subscript_left;
op_LOAD_SUBSCR_SC:
    l = gb_get(&sp[-1]);
    r = gb_get(&constants[ip->a]);
subscript_left:
    if (l.tag == GB_LIST && r.tag == GB_INT && l.o->type == vm->types.list) {
        const gb_list *list = gb_list_peek(l);
        size_t at = (size_t)(r.i < 0 ? r.i + (int64_t)list->count : r.i);
        if (at < list->count) {
            gb_put(&sp[-1], gb_ref(gb_get(&list->items[at])));
            gb_unref(l);
            NEXT();
        }
    }
    SAVE();
    v = gb_op_subscript(vm, l, r);
    goto left_done;

    /* --- errors ----------------------------------------------------------------------------- */
unbound:
    SAVE();
    gb_op_unbound_local(vm, frame, local);
error:
    SAVE();
    gb_exception_pass(vm, frame);
unwind : {
    const gb_code *code = frame->linked->code;
    const gb_handler *handler = find_handler(code, (uint32_t)(ip - frame->linked->instructions));
    if (handler) {
        gb_value *floor = slots + (frame->linked->frame_values - code->stack_size) + handler->depth;
        while (sp > floor)
            gb_unref(gb_get(--sp));
        PUSH(gb_exception_take(vm));
        GO(handler->handler);
    }
    frame->sp = sp;
    if (frame->kind == GB_FRAME_ENTRY) return GB_UNSET_VALUE;
    gb_frame *back = frame->back;
    vm->frame = back;
    vm->depth--;
    if (frame->kind == GB_FRAME_FOR)
        gb_generator_finish(vm, frame->generator);
    else
        gb_frame_drop(vm, frame);
    frame = back;
    LOAD();
    goto error;
}
}
