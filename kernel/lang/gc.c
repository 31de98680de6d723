/* The cycle collector: finds objects that only refer to each other and releases them.
 *
 * Reference counts do the daily work; this looks at tracked containers alone. For every object of a
 * set it subtracts the references that come from within the set; what is left with none, and is not
 * reachable from one that has some, is garbage. Young objects are looked at often, old ones when
 * their number has grown by a quarter. */
#include "kernel/lang/frame.h"

enum { YOUNG_LIMIT = 20000, OLD_FIRST = 50000 };

/* A pass over one list. counts[i] belongs to list->items[i]. */
typedef struct gb_sweep {
    gb_tracked *list;
    uint32_t mark;   /* GB_TRACK_OLD when the list is the old one */
    int64_t *counts; /* references from outside; REACHED once known to be alive */
    gb_object **queue;
    size_t queued;
} gb_sweep;

enum { REACHED = -1 };

void gb_track_slow(gb_vm *vm, gb_object *object)
{
    gb_tracked *young = &vm->gc.young;
    if (young->count >= vm->gc.threshold && !vm->gc.running && !vm->gc.disabled)
        gb_collect_young(vm);
    if (young->count == young->capacity &&
        !gb_grow(&young->items, &young->capacity, young->count + 1, sizeof(gb_object *), NULL))
        return; /* not tracked: at worst a cycle stays until the VM goes */
    young->items[young->count++] = object;
    object->track = (object->track & GB_TRACK_FINALIZED) | (uint32_t)young->count;
}

static bool in_sweep(const gb_sweep *sweep, const gb_object *object)
{
    return (object->track & GB_TRACK_PLACE) && (object->track & GB_TRACK_OLD) == sweep->mark;
}

static int64_t *count_of(const gb_sweep *sweep, const gb_object *object)
{
    return &sweep->counts[(object->track & GB_TRACK_PLACE) - 1];
}

static void subtract(gb_value held, void *context)
{
    gb_sweep *sweep = context;
    if (gb_is_object(held) && in_sweep(sweep, held.o)) (*count_of(sweep, held.o))--;
}

static void reach(gb_value held, void *context)
{
    gb_sweep *sweep = context;
    if (!gb_is_object(held) || !in_sweep(sweep, held.o)) return;
    int64_t *count = count_of(sweep, held.o);
    if (*count == REACHED) return;
    *count = REACHED;
    sweep->queue[sweep->queued++] = held.o;
}

/* An instance's dict that nobody else has seen is not tracked: its values are looked at here. */
static void traverse_fields(gb_dict *dict, gb_visit visit, void *context)
{
    if (dict->head.track & GB_TRACK_PLACE) {
        visit(gb_object_peek(GB_DICT, dict), context);
        return;
    }
    for (uint32_t i = 0; i < dict->used; i++)
        visit(dict->entries[i].value, context);
}

static void traverse(gb_object *object, gb_visit visit, void *context)
{
    gb_dict *dicts[2];
    for (size_t count = gb_instance_dicts(object, dicts); count > 0;)
        traverse_fields(dicts[--count], visit, context);
    if (object->type->slots.traverse) object->type->slots.traverse(object, visit, context);
    if (object->type->flags & GB_TYPE_USER) visit(gb_type_value(object->type), context);
}

static void mark_reachable(gb_sweep *sweep)
{
    gb_tracked *list = sweep->list;
    for (size_t i = 0; i < list->count; i++)
        sweep->counts[i] = list->items[i]->refs;
    for (size_t i = 0; i < list->count; i++)
        traverse(list->items[i], subtract, sweep);
    for (size_t i = 0; i < list->count; i++) {
        if (sweep->counts[i] <= 0) continue;
        reach(gb_object_peek(list->items[i]->type->tag, list->items[i]), sweep);
        while (sweep->queued)
            traverse(sweep->queue[--sweep->queued], reach, sweep);
    }
}

/* Has the object something to run before it goes: __del__, or the finally blocks of a suspended
 * generator? */
static bool has_finalizer(const gb_object *object)
{
    if (object->track & GB_TRACK_FINALIZED) return false;
    if (object->type->tag == GB_GENERATOR) {
        const gb_generator *generator = (const gb_generator *)(const void *)object;
        return generator->frame && generator->started && !generator->running &&
               generator->frame->linked->code->handler_count;
    }
    return object->type->flags & GB_TYPE_HAS_DEL;
}

static gb_value finalize(gb_vm *vm, gb_value self)
{
    if (self.tag == GB_GENERATOR) return gb_generator_close(vm, self);
    return gb_call(vm, gb_type_lookup_peek(self.o->type, GB_NAME_OF(vm, __del__)), &self, 1);
}

/* Runs finalizers of garbage; true when one ran: what is garbage must be asked anew then. */
static bool finalize_all(gb_vm *vm, gb_object **garbage, size_t count)
{
    bool ran = false;
    for (size_t i = 0; i < count; i++) {
        gb_object *object = garbage[i];
        if (!has_finalizer(object)) continue;
        object->track |= GB_TRACK_FINALIZED;
        gb_value raised = gb_exception_take(vm);
        gb_unref(finalize(vm, gb_object_peek(object->type->tag, object)));
        gb_exception_clear(vm);
        vm->exception = raised;
        ran = true;
    }
    return ran;
}

static void clear_all(gb_object **garbage, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        gb_object *object = garbage[i];
        gb_dict *dicts[2];
        for (size_t n = gb_instance_dicts(object, dicts); n > 0;)
            gb_dict_clear(gb_object_peek(GB_DICT, dicts[--n]));
        if (object->type->slots.clear) object->type->slots.clear(object);
    }
}

/* The unreachable objects of a list, each with a reference added; owned array. */
static gb_object **find_garbage(gb_tracked *list, uint32_t mark, size_t *count)
{
    *count = 0;
    gb_sweep sweep = {.list = list, .mark = mark};
    gb_object **garbage = gb_alloc((list->count + 1) * sizeof *garbage, NULL);
    sweep.counts = gb_alloc((list->count + 1) * sizeof *sweep.counts, NULL);
    sweep.queue = gb_alloc((list->count + 1) * sizeof *sweep.queue, NULL);
    if (garbage && sweep.counts && sweep.queue) {
        mark_reachable(&sweep);
        for (size_t i = 0; i < list->count; i++) {
            if (sweep.counts[i] == REACHED) continue;
            list->items[i]->refs++;
            garbage[(*count)++] = list->items[i];
        }
    }
    gb_free(sweep.counts);
    gb_free(sweep.queue);
    return garbage;
}

static void drop_references(gb_object **garbage, size_t count)
{
    for (size_t i = 0; i < count; i++)
        gb_object_unref(garbage[i]);
    gb_free(garbage);
}

static size_t collect_list(gb_vm *vm, gb_tracked *list, uint32_t mark)
{
    size_t count;
    gb_object **garbage = find_garbage(list, mark, &count);
    if (count && finalize_all(vm, garbage, count)) {
        drop_references(garbage, count);
        garbage = find_garbage(list, mark, &count);
    }
    size_t before = vm->gc.object_count;
    if (garbage) clear_all(garbage, count);
    drop_references(garbage, garbage ? count : 0);
    return before - vm->gc.object_count;
}

/* What survived becomes old. */
static void promote(gb_vm *vm)
{
    gb_tracked *young = &vm->gc.young, *old = &vm->gc.old;
    if (!gb_grow(&old->items, &old->capacity, old->count + young->count, sizeof(gb_object *), NULL))
        return;
    for (size_t i = 0; i < young->count; i++) {
        gb_object *object = young->items[i];
        old->items[old->count++] = object;
        object->track = (object->track & GB_TRACK_FINALIZED) | GB_TRACK_OLD | (uint32_t)old->count;
    }
    young->count = 0;
}

void gb_collect_young(gb_vm *vm)
{
    if (vm->gc.old.count > vm->gc.old_threshold) {
        gb_collect(vm);
        return;
    }
    vm->gc.running = true;
    collect_list(vm, &vm->gc.young, 0);
    promote(vm);
    vm->gc.running = false;
}

size_t gb_collect(gb_vm *vm)
{
    if (vm->gc.running) return 0;
    vm->gc.running = true;
    promote(vm);
    size_t released = collect_list(vm, &vm->gc.old, GB_TRACK_OLD);
    vm->gc.old_threshold = vm->gc.old.count + vm->gc.old.count / 4 + OLD_FIRST;
    vm->gc.running = false;
    return released;
}

void gb_collector_init(gb_vm *vm)
{
    vm->gc.threshold = YOUNG_LIMIT;
    vm->gc.old_threshold = OLD_FIRST;
}

void gb_collector_release(gb_vm *vm)
{
    gb_free(vm->gc.young.items);
    gb_free(vm->gc.old.items);
    gb_free(vm->gc.postponed);
    memset(&vm->gc, 0, sizeof vm->gc);
}
