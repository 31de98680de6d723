/* Memory of objects: small blocks from a pool, birth and release of objects.
 * Cycles are gc.c's business. */
#include "kernel/lang/object.h"
#include "kernel/lang/vm_state.h"

#if defined(__SANITIZE_ADDRESS__)
enum { POOLED = 0 }; /* so that the sanitizer sees every object */
#else
enum { POOLED = 1 };
#endif

enum { RELEASE_DEPTH = 100 };

static void *memory_error(gb_vm *vm)
{
    gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    return NULL;
}

static void *pool_carve(gb_vm *vm, size_t size)
{
    gb_pool *pool = &vm->pool;
    if ((size_t)(pool->end - pool->next) < size) {
        if (!gb_grow(&pool->chunks, &pool->chunk_capacity, pool->chunk_count + 1, sizeof(void *),
                     NULL))
            return NULL;
        char *chunk = gb_alloc(GB_POOL_CHUNK, NULL);
        if (!chunk) return NULL;
        pool->chunks[pool->chunk_count++] = chunk;
        pool->next = chunk;
        pool->end = chunk + GB_POOL_CHUNK;
    }
    void *block = pool->next;
    pool->next += size;
    return block;
}

void *gb_block_new(gb_vm *vm, size_t size)
{
    size_t class = (size + GB_POOL_STEP - 1) / GB_POOL_STEP;
    if (!POOLED || class >= GB_POOL_CLASSES) {
        void *block = gb_alloc(size, NULL);
        return block ? block : memory_error(vm);
    }
    void *block = vm->pool.free_blocks[class];
    if (block) {
        memcpy(&vm->pool.free_blocks[class], block, sizeof(void *));
        return block;
    }
    block = pool_carve(vm, (class ? class : 1) * GB_POOL_STEP);
    return block ? block : memory_error(vm);
}

void gb_block_free(gb_vm *vm, void *block, size_t size)
{
    size_t class = (size + GB_POOL_STEP - 1) / GB_POOL_STEP;
    if (!POOLED || class >= GB_POOL_CLASSES) {
        gb_free(block);
        return;
    }
    if (!block) return;
    memcpy(block, &vm->pool.free_blocks[class], sizeof(void *));
    vm->pool.free_blocks[class] = block;
}

void gb_pool_release(gb_vm *vm)
{
    for (size_t i = 0; i < vm->pool.chunk_count; i++)
        gb_free(vm->pool.chunks[i]);
    gb_free(vm->pool.chunks);
    memset(&vm->pool, 0, sizeof vm->pool);
}

bool gb_vm_grow(gb_vm *vm, void *array_pointer, size_t *capacity, size_t wanted, size_t size)
{
    if (wanted <= *capacity) return true;
    if (wanted > vm->memory_limit / size || !gb_grow(array_pointer, capacity, wanted, size, NULL))
        return memory_error(vm) != NULL;
    return true;
}

bool gb_vm_allows(gb_vm *vm, size_t bytes)
{
    return bytes <= vm->memory_limit || memory_error(vm) != NULL;
}

void *gb_object_new(gb_vm *vm, gb_type *type, size_t size)
{
    if (size > vm->memory_limit) return memory_error(vm);
    gb_object *object = gb_block_new(vm, size);
    if (!object) return NULL;
    object->refs = 1;
    object->track = 0;
    object->type = type;
    type->head.refs++;
    vm->gc.object_count++;
    return object;
}

void gb_object_free(gb_vm *vm, gb_object *object, size_t size)
{
    gb_type *type = object->type;
    vm->gc.object_count--;
    gb_block_free(vm, object, size);
    gb_object_unref(type);
}

static size_t object_size(const gb_object *object)
{
    size_t own = object->type->size;
    switch (object->type->tag) {
    case GB_TUPLE: own += ((const gb_tuple *)(const void *)object)->count * sizeof(gb_value); break;
    case GB_STR: own += ((const gb_str *)(const void *)object)->size + 1; break;
    case GB_BYTES: own += ((const gb_bytes *)(const void *)object)->size + 1; break;
    default: return own;
    }
    if (object->type->dict_offset) own = (own + 7) / 8 * 8 + sizeof(gb_dict *);
    return own;
}

gb_dict **gb_instance_dict_place(gb_object *object)
{
    size_t offset = object->type->dict_offset;
    if (!offset) return NULL;
    if (offset == GB_DICT_AT_END) offset = object_size(object) - sizeof(gb_dict *);
    return (gb_dict **)(void *)((char *)object + offset);
}

gb_dict **gb_instance_slots_place(gb_object *object)
{
    size_t offset = object->type->slots_offset;
    if (!offset) return gb_instance_dict_place(object);
    return (gb_dict **)(void *)((char *)object + offset);
}

size_t gb_instance_dicts(gb_object *object, gb_dict *out[2])
{
    size_t count = 0;
    gb_dict **fields = gb_instance_dict_place(object), **members = gb_instance_slots_place(object);
    if (fields && *fields) out[count++] = *fields;
    if (members != fields && *members) out[count++] = *members;
    return count;
}

/* Calls __del__ of a user's class; true when the object lives on. */
static bool finalize(gb_vm *vm, gb_object *object)
{
    gb_value finalizer = gb_type_lookup_peek(object->type, GB_NAME_OF(vm, __del__));
    if (gb_is_unset(finalizer)) return false;
    object->refs = 1;
    gb_value raised = gb_exception_take(vm);
    gb_value self = gb_object_peek(object->type->tag, object);
    gb_value result = gb_call(vm, finalizer, &self, 1);
    gb_unref(result);
    gb_exception_clear(vm);
    vm->exception = raised;
    return --object->refs > 0;
}

static void release_now(gb_vm *vm, gb_object *object)
{
    gb_type *type = object->type;
    if ((type->flags & GB_TYPE_HAS_DEL) && !(object->track & GB_TRACK_FINALIZED) &&
        finalize(vm, object))
        return;
    if (object->track) gb_untrack(vm, object);
    size_t size = object_size(object);
    gb_dict *dicts[2];
    size_t count = type->dict_offset || type->slots_offset ? gb_instance_dicts(object, dicts) : 0;
    if (count) {
        *gb_instance_dict_place(object) = NULL;
        *gb_instance_slots_place(object) = NULL;
    }
    if (type->slots.release) type->slots.release(object);
    while (count)
        gb_object_unref(dicts[--count]);
    gb_object_free(vm, object, size);
}

static void release_postponed(gb_vm *vm)
{
    while (vm->gc.postponed_count)
        release_now(vm, vm->gc.postponed[--vm->gc.postponed_count]);
}

/* A plain str: there is more of these than of anything else. */
static void release_str(gb_vm *vm, gb_str *text)
{
    if (text->marks) gb_free(text->marks);
    size_t size = sizeof *text + text->size + 1;
    vm->gc.object_count--;
    vm->types.str->head.refs--; /* the VM holds it */
    gb_block_free(vm, text, size);
}

/* A plain tuple: made by every zip, enumerate and call with *args. */
static void release_tuple(gb_vm *vm, gb_tuple *tuple)
{
    gb_untrack(vm, tuple);
    for (size_t i = 0; i < tuple->count; i++)
        gb_unref(tuple->items[i]);
    vm->gc.object_count--;
    vm->types.tuple->head.refs--; /* the VM holds it */
    gb_block_free(vm, tuple, sizeof *tuple + tuple->count * sizeof(gb_value));
}

void gb_object_release(gb_object *object)
{
    gb_vm *vm = object->type->vm;
    if (object->type == vm->types.str && !object->track) {
        release_str(vm, (gb_str *)(void *)object);
        return;
    }
    if ((int)object->type->tag < GB_FIRST_CONTAINER && !object->type->dict_offset) {
        release_now(vm, object);
        return;
    }
    if (vm->gc.release_depth >= RELEASE_DEPTH &&
        gb_grow(&vm->gc.postponed, &vm->gc.postponed_capacity, vm->gc.postponed_count + 1,
                sizeof(gb_object *), NULL)) {
        vm->gc.postponed[vm->gc.postponed_count++] = object;
        return;
    }
    vm->gc.release_depth++;
    if (object->type == vm->types.tuple)
        release_tuple(vm, (gb_tuple *)(void *)object);
    else
        release_now(vm, object);
    if (--vm->gc.release_depth == 0 && vm->gc.postponed_count) {
        vm->gc.release_depth = 1;
        release_postponed(vm);
        vm->gc.release_depth = 0;
    }
}

size_t gb_vm_object_count(gb_vm *vm)
{
    return vm->gc.object_count;
}
