/* Making strs and looking into them: storage, interning, code points. Methods are in str*.c. */
#include "kernel/lang/types/str.h"

#include "graph/base/text.h"

enum { MARK_STEP = 64 };

static gb_str *alloc_of(gb_vm *vm, gb_type *cls, size_t size)
{
    size_t bytes = sizeof(gb_str) + size + 1;
    if (cls->dict_offset) bytes = (bytes + 7) / 8 * 8 + sizeof(gb_dict *);
    gb_str *text = gb_object_new(vm, cls, bytes);
    if (!text) return NULL;
    if (cls->dict_offset) memset((char *)text + bytes - sizeof(gb_dict *), 0, sizeof(gb_dict *));
    text->hash = -1;
    text->size = text->length = size;
    text->marks = NULL;
    text->interned = false;
    text->spare = 0;
    text->data[size] = '\0';
    return text;
}

static gb_str *str_alloc(gb_vm *vm, size_t size)
{
    return alloc_of(vm, vm->types.str, size);
}

gb_value gb_str_new(gb_vm *vm, const char *text, size_t n)
{
    if (n == 0) return gb_ref(vm->empty_str);
    if (n == 1) return gb_ref(vm->letters[(unsigned char)text[0]]);
    gb_str *str = str_alloc(vm, n);
    if (!str) return GB_UNSET_VALUE;
    memcpy(str->data, text, n);
    str->length = gb_utf8_count(text, n);
    return gb_object_peek(GB_STR, str);
}

gb_value gb_str_ascii(gb_vm *vm, const char *text, size_t n)
{
    if (n <= 1) return gb_str_new(vm, text, n);
    gb_str *str = str_alloc(vm, n);
    if (!str) return GB_UNSET_VALUE;
    memcpy(str->data, text, n);
    return gb_object_peek(GB_STR, str);
}

gb_value gb_str_part(gb_vm *vm, gb_value source, size_t from, size_t size)
{
    const gb_str *text = gb_str_peek(source);
    if (size == text->size && gb_exact_str(vm, source)) return gb_ref(source);
    return text->size == text->length ? gb_str_ascii(vm, text->data + from, size)
                                      : gb_str_new(vm, text->data + from, size);
}

gb_value gb_str_instance(gb_vm *vm, gb_type *cls, gb_value text)
{
    const gb_str *plain = gb_str_peek(text);
    gb_str *str = alloc_of(vm, cls, plain->size);
    if (!str) return GB_UNSET_VALUE;
    memcpy(str->data, plain->data, plain->size);
    str->length = plain->length;
    if (cls->dict_offset) gb_track(vm, str);
    return gb_object_peek(GB_STR, str);
}

gb_value gb_str_room(gb_vm *vm, size_t n, char **data)
{
    gb_str *str = str_alloc(vm, n);
    if (!str) return GB_UNSET_VALUE;
    *data = str->data;
    return gb_object_peek(GB_STR, str);
}

gb_value gb_str_text_new(gb_vm *vm, const char *text)
{
    return gb_str_new(vm, text, strlen(text));
}

gb_value gb_str_format(gb_vm *vm, const char *format, ...)
{
    gb_buffer b = GB_BUFFER_INIT;
    va_list args;
    va_start(args, format);
    gb_buffer_format_v(&b, format, args);
    va_end(args);
    return gb_str_from_buffer(vm, &b);
}

gb_value gb_str_from_buffer(gb_vm *vm, gb_buffer *b)
{
    gb_value text = GB_UNSET_VALUE;
    if (b->failed)
        gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    else
        text = gb_str_new(vm, b->data ? b->data : "", b->size);
    gb_buffer_release(b);
    return text;
}

/* --- hash and interning ------------------------------------------------------------------------
 */

static uint64_t mix(uint64_t a, uint64_t b)
{
    __uint128_t product = (__uint128_t)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

int64_t gb_bytes_hash(const char *data, size_t n)
{
    if (!n) return 0;
    uint64_t h = 0x9e3779b97f4a7c15u ^ n;
    for (; n >= 8; n -= 8, data += 8) {
        uint64_t word;
        memcpy(&word, data, 8);
        h = mix(h ^ word, 0xa0761d6478bd642fu);
    }
    uint64_t tail = 0;
    memcpy(&tail, data, n);
    h = mix(h ^ tail, 0xe7037ed1a0b428dbu);
    return (int64_t)h == -1 ? -2 : (int64_t)h;
}

int64_t gb_str_hash_compute(gb_str *text)
{
    return text->hash = gb_bytes_hash(text->data, text->size);
}

static gb_str **intern_slot(gb_vm *vm, const char *text, size_t n, int64_t hash)
{
    size_t mask = vm->interned_slots - 1, slot = (size_t)hash & mask;
    while (vm->interned[slot] &&
           (vm->interned[slot]->hash != hash || vm->interned[slot]->size != n ||
            memcmp(vm->interned[slot]->data, text, n) != 0))
        slot = (slot + 1) & mask;
    return &vm->interned[slot];
}

static bool intern_grow(gb_vm *vm)
{
    size_t slots = vm->interned_slots ? vm->interned_slots * 2 : 1024;
    gb_str **old = vm->interned;
    size_t old_slots = vm->interned_slots;
    gb_str **table = gb_calloc(slots, sizeof *table, NULL);
    if (!table) return gb_raise_false(vm, GB_EXC_MemoryError, "%s", "");
    vm->interned = table;
    vm->interned_slots = slots;
    for (size_t i = 0; i < old_slots; i++)
        if (old[i]) *intern_slot(vm, old[i]->data, old[i]->size, old[i]->hash) = old[i];
    gb_free(old);
    return true;
}

static gb_value intern(gb_vm *vm, const char *text, size_t n, gb_str *have)
{
    if (vm->interned_count * 2 >= vm->interned_slots && !intern_grow(vm)) return GB_UNSET_VALUE;
    int64_t hash = have ? gb_str_hash(gb_object_peek(GB_STR, have)) : gb_bytes_hash(text, n);
    gb_str **slot = intern_slot(vm, text, n, hash);
    if (!*slot) {
        gb_value made = have ? gb_ref(gb_object_peek(GB_STR, have)) : gb_str_new(vm, text, n);
        if (gb_is_unset(made)) return made;
        *slot = gb_str_peek(made);
        (*slot)->hash = hash;
        (*slot)->interned = true;
        vm->interned_count++;
    }
    return gb_object_peek(GB_STR, *slot);
}

gb_value gb_intern_peek(gb_vm *vm, const char *text, size_t n)
{
    return intern(vm, text, n, NULL);
}

gb_value gb_intern_take(gb_vm *vm, gb_value name)
{
    if (gb_str_peek(name)->interned) return name;
    gb_str *have = gb_exact_str(vm, name) ? gb_str_peek(name) : NULL;
    gb_value twin = gb_ref(intern(vm, gb_str_data(name), gb_str_size(name), have));
    gb_unref(name);
    return twin;
}

gb_value gb_str_intern(gb_vm *vm, const char *text)
{
    return gb_ref(gb_intern_peek(vm, text, strlen(text)));
}

/* --- code points --------------------------------------------------------------------------------
 */

bool gb_str_equal(gb_value a, gb_value b)
{
    return a.o == b.o || (gb_str_size(a) == gb_str_size(b) &&
                          memcmp(gb_str_data(a), gb_str_data(b), gb_str_size(a)) == 0);
}

bool gb_str_is(gb_value v, const char *text)
{
    return v.tag == GB_STR && strcmp(gb_str_data(v), text) == 0 && gb_str_size(v) == strlen(text);
}

static size_t step_over(const char *data, size_t at)
{
    unsigned char c = (unsigned char)data[at];
    return at + (c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4);
}

static bool make_marks(gb_str *text)
{
    size_t count = text->length / MARK_STEP + 1;
    text->marks = gb_alloc(count * sizeof(uint32_t), NULL);
    if (!text->marks) return false;
    size_t at = 0;
    for (size_t i = 0; i < text->length; i++) {
        if (i % MARK_STEP == 0) text->marks[i / MARK_STEP] = (uint32_t)at;
        at = step_over(text->data, at);
    }
    if (text->length % MARK_STEP == 0) text->marks[text->length / MARK_STEP] = (uint32_t)at;
    return true;
}

size_t gb_str_offset(gb_value v, size_t index)
{
    gb_str *text = gb_str_peek(v);
    if (text->size == text->length) return index;
    if (index >= text->length) return text->size;
    size_t at = 0, done = 0;
    if (index >= MARK_STEP && text->size < UINT32_MAX && (text->marks || make_marks(text))) {
        at = text->marks[index / MARK_STEP];
        done = index / MARK_STEP * MARK_STEP;
    }
    for (; done < index; done++)
        at = step_over(text->data, at);
    return at;
}

/* The last of the marks that is not behind `offset`. */
static size_t mark_before(const gb_str *text, size_t offset)
{
    size_t low = 0, high = text->length / MARK_STEP;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (text->marks[middle] <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

size_t gb_str_index_of_offset(gb_value v, size_t offset)
{
    gb_str *text = gb_str_peek(v);
    if (text->size == text->length) return offset;
    bool marked =
        offset >= 4 * MARK_STEP && text->size < UINT32_MAX && (text->marks || make_marks(text));
    size_t mark = marked ? mark_before(text, offset) : 0;
    size_t from = marked ? text->marks[mark] : 0;
    return mark * MARK_STEP + gb_utf8_count(text->data + from, offset - from);
}

size_t gb_codepoint_put(char *out, uint32_t c)
{
    if (c < 0x80) return out[0] = (char)c, 1;
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

gb_value gb_str_codepoint(gb_vm *vm, uint32_t c)
{
    char bytes[4];
    return gb_str_new(vm, bytes, gb_codepoint_put(bytes, c));
}

gb_value gb_str_at(gb_vm *vm, gb_value v, size_t index)
{
    size_t at = gb_str_offset(v, index);
    return gb_str_new(vm, gb_str_data(v) + at, step_over(gb_str_data(v), at) - at);
}

gb_value gb_str_slice(gb_vm *vm, gb_value v, size_t start, size_t stop)
{
    if (start >= stop) return gb_ref(vm->empty_str);
    if (start == 0 && stop >= gb_str_length(v) && gb_exact_str(vm, v)) return gb_ref(v);
    size_t from = gb_str_offset(v, start), to = gb_str_offset(v, stop);
    return gb_str_part(vm, v, from, to - from);
}

gb_value gb_str_concat(gb_vm *vm, gb_value a, gb_value b)
{
    const gb_str *x = gb_str_peek(a), *y = gb_str_peek(b);
    if (!x->size && gb_exact_str(vm, b)) return gb_ref(b);
    if (!y->size && gb_exact_str(vm, a)) return gb_ref(a);
    if (!gb_vm_allows(vm, x->size + y->size)) return GB_UNSET_VALUE;
    gb_str *both = str_alloc(vm, x->size + y->size);
    if (!both) return GB_UNSET_VALUE;
    memcpy(both->data, x->data, x->size);
    memcpy(both->data + x->size, y->data, y->size);
    both->length = x->length + y->length;
    return gb_object_peek(GB_STR, both);
}

/* Makes room for `more` bytes behind a large text that nobody else holds; it may move. */
static bool make_room(gb_str **text, size_t more)
{
    if ((*text)->spare >= more) return true;
    size_t grown = (*text)->size + more, spare = grown / 4;
    if (spare > UINT32_MAX / 2) spare = UINT32_MAX / 2;
    gb_str *larger = gb_realloc(*text, sizeof(gb_str) + grown + 1 + spare, NULL);
    if (!larger) return false;
    larger->spare = (uint32_t)(spare + more);
    *text = larger;
    return true;
}

/* a + b where nobody else holds `a`: large texts grow in place. Takes a over. */
gb_value gb_str_append_take(gb_vm *vm, gb_value a, gb_value b)
{
    gb_str *x = gb_str_peek(a);
    const gb_str *y = gb_str_peek(b);
    bool can = x->head.refs == 1 && !x->interned && gb_exact_str(vm, a) &&
               sizeof(gb_str) + x->size + 1 > GB_POOL_STEP * GB_POOL_CLASSES && a.o != b.o &&
               x->size + y->size < vm->memory_limit && y->size < UINT32_MAX / 2;
    if (!can) {
        gb_value both = gb_str_concat(vm, a, b);
        gb_unref(a);
        return both;
    }
    if (!make_room(&x, y->size)) {
        gb_unref(a);
        return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
    }
    memcpy(x->data + x->size, y->data, y->size + 1);
    x->size += y->size;
    x->length += y->length;
    x->spare -= (uint32_t)y->size;
    x->hash = -1;
    gb_free(x->marks);
    x->marks = NULL;
    return gb_object_peek(GB_STR, x);
}

/* The letters and the empty text, which gb_str_new hands out. */
bool gb_str_setup(gb_vm *vm)
{
    gb_str *empty = str_alloc(vm, 0);
    if (!empty) return false;
    vm->empty_str = gb_object_peek(GB_STR, empty);
    for (int i = 0; i < 256; i++) {
        gb_str *letter = str_alloc(vm, 1);
        if (!letter) return false;
        letter->data[0] = (char)i;
        vm->letters[i] = gb_object_peek(GB_STR, letter);
    }
    return true;
}
