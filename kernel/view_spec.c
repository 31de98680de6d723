/* Dicts into structs, field by field. See view_spec.h. */
#include "kernel/view_spec.h"

#include "display/array.h"
#include "display/color.h"
#include "kernel/lang/torch/tensor.h"

#include <math.h>

enum { MOST_ELEMENTS = 64 << 20, MOST_DEPTH = GB_ARRAY_RANK };

typedef bool (*field_reader)(gb_view_reading *r, const gb_field *field, gb_value value, char *out);

static bool bad(gb_vm *vm, const gb_field *field, const char *wanted, gb_value value)
{
    return gb_raise_false(vm, GB_EXC_TypeError, "'%s' should be %s, not %s", field->name, wanted,
                          gb_type_name(vm, value));
}

/* Zeroed memory that lives as long as the reading; NULL with the exception. */
static void *room(gb_view_reading *r, size_t count, size_t size)
{
    gb_error err = GB_ERROR_INIT;
    void *memory = gb_arena_array(&r->arena, count ? count : 1, size, &err);
    if (!memory) gb_raise_error(r->vm, &err);
    return memory;
}

static size_t *count_place(const gb_field *field, char *out)
{
    return (size_t *)(void *)(out + field->count);
}

/* --- numbers and texts ---------------------------------------------------------------------------
 */

static bool read_text(gb_view_reading *r, const gb_field *field, gb_value value, char *out)
{
    const char **place = (const char **)(void *)(out + field->offset);
    if (gb_is_none(value)) return true;
    if (!gb_is_str(value)) return bad(r->vm, field, "a str", value);
    *place = gb_str_data(value);
    return true;
}

static bool read_texts(gb_view_reading *r, const gb_field *field, gb_value value, char *out)
{
    if (gb_is_none(value)) return true;
    if (!gb_is_sequence(value)) return bad(r->vm, field, "a list of str", value);
    size_t count;
    const gb_value *items = gb_items_peek(value, &count);
    const char **texts = room(r, count, sizeof *texts);
    if (!texts) return false;
    for (size_t i = 0; i < count; i++) {
        if (!gb_is_str(items[i])) return bad(r->vm, field, "a list of str", items[i]);
        texts[i] = gb_str_data(items[i]);
    }
    *(const char ***)(void *)(out + field->offset) = texts;
    *count_place(field, out) = count;
    return true;
}

static bool read_double(gb_view_reading *r, const gb_field *field, gb_value value, char *out)
{
    double *place = (double *)(void *)(out + field->offset);
    *place = (double)NAN;
    return gb_is_none(value) || gb_to_double(r->vm, value, place);
}

static bool read_int64(gb_view_reading *r, const gb_field *field, gb_value value, char *out)
{
    return gb_to_int64(r->vm, value, (int64_t *)(void *)(out + field->offset));
}

static bool read_int(gb_view_reading *r, const gb_field *field, gb_value value, char *out)
{
    int64_t number;
    if (!gb_to_int64(r->vm, value, &number)) return false;
    if (number < INT32_MIN || number > INT32_MAX)
        return gb_raise_false(r->vm, GB_EXC_ValueError, "'%s' is too large", field->name);
    *(int *)(void *)(out + field->offset) = (int)number;
    return true;
}

static bool read_size(gb_view_reading *r, const gb_field *field, gb_value value, char *out)
{
    int64_t number;
    if (!gb_to_int64(r->vm, value, &number)) return false;
    if (number < 0)
        return gb_raise_false(r->vm, GB_EXC_ValueError, "'%s' should not be negative", field->name);
    *(size_t *)(void *)(out + field->offset) = (size_t)number;
    return true;
}

static bool read_bool(gb_view_reading *r, const gb_field *field, gb_value value, char *out)
{
    int truth = gb_truth(r->vm, value);
    *(bool *)(out + field->offset) = truth > 0;
    return truth >= 0;
}

static bool read_word(gb_view_reading *r, const gb_field *field, gb_value value, char *out)
{
    if (gb_is_none(value)) return true;
    for (int i = 0; field->words[i]; i++) {
        if (!gb_str_is(value, field->words[i])) continue;
        *(int *)(void *)(out + field->offset) = i;
        return true;
    }
    gb_buffer words = GB_BUFFER_INIT;
    for (int i = 0; field->words[i]; i++)
        gb_buffer_format(&words, "%s'%s'", i ? ", " : "", field->words[i]);
    gb_raise(r->vm, GB_EXC_ValueError, "'%s' should be one of %s", field->name,
             words.data ? words.data : "");
    gb_buffer_release(&words);
    return false;
}

static bool read_color(gb_view_reading *r, const gb_field *field, gb_value value, char *out)
{
    if (gb_is_none(value)) return true;
    bool ok = gb_is_str(value) &&
              gb_color_parse(gb_str_data(value), (gb_color *)(void *)(out + field->offset));
    *(bool *)(out + field->count) = ok;
    if (ok) return true;
    gb_value text = gb_repr(r->vm, value);
    if (!gb_is_unset(text))
        gb_raise(r->vm, GB_EXC_ValueError, "'%s' is no colour: %s", field->name, gb_str_data(text));
    gb_unref(text);
    return false;
}

/* --- arrays --------------------------------------------------------------------------------------
 */

static bool array_of_tensor(gb_view_reading *r, const gb_tensor *tensor, gb_array *array)
{
    int64_t count = gb_tensor_numel(tensor), rank = gb_tensor_dim(tensor);
    if (rank > GB_ARRAY_RANK || count > MOST_ELEMENTS)
        return gb_raise_false(r->vm, GB_EXC_ValueError,
                              "a tensor of %lld elements is too large to be shown",
                              (long long)count);
    double *data = room(r, (size_t)count, sizeof *data);
    if (!data) return false;
    *array = (gb_array){.type = GB_ARRAY_DOUBLE, .rank = (size_t)rank, .data = data};
    for (int64_t i = 0; i < rank; i++)
        array->dims[i] = gb_tensor_sizes(tensor)[i];
    gb_error err = GB_ERROR_INIT;
    return gb_tensor_read(tensor, 0, count, data, &err) || gb_raise_error_false(r->vm, &err);
}

/* The shape that the first items of nested lists tell. */
static bool shape_of(gb_vm *vm, gb_value value, gb_array *array, int64_t *count)
{
    *count = 1;
    while (gb_is_sequence(value)) {
        size_t n;
        const gb_value *items = gb_items_peek(value, &n);
        if (array->rank == MOST_DEPTH)
            return gb_raise_false(vm, GB_EXC_ValueError, "lists nested deeper than %d", MOST_DEPTH);
        array->dims[array->rank++] = (int64_t)n;
        *count *= (int64_t)n;
        if (*count > MOST_ELEMENTS || !n) break;
        value = items[0];
    }
    if (*count <= MOST_ELEMENTS) return true;
    return gb_raise_false(vm, GB_EXC_ValueError, "too many values to be shown");
}

/* Copies nested lists into `data`, which moves on. */
static bool copy_lists(gb_vm *vm, gb_value value, const gb_array *array, size_t level,
                       double **data)
{
    if (level == array->rank) {
        if (!gb_is_none(value)) return gb_to_double(vm, value, (*data)++);
        *(*data)++ = (double)NAN;
        return true;
    }
    size_t n = 0;
    const gb_value *items = gb_is_sequence(value) ? gb_items_peek(value, &n) : NULL;
    if (!items || (int64_t)n != array->dims[level])
        return gb_raise_false(vm, GB_EXC_ValueError,
                              "lists of unequal length: %lld items are wanted at level %zu",
                              (long long)array->dims[level], level);
    for (size_t i = 0; i < n; i++)
        if (!copy_lists(vm, items[i], array, level + 1, data)) return false;
    return true;
}

static bool array_of(gb_view_reading *r, gb_value value, gb_array *array)
{
    gb_tensor *tensor = gb_tensor_value_peek(value);
    if (tensor) return array_of_tensor(r, tensor, array);
    int64_t count;
    *array = (gb_array){.type = GB_ARRAY_DOUBLE};
    if (!shape_of(r->vm, value, array, &count)) return false;
    double *data = room(r, (size_t)count, sizeof *data);
    array->data = data;
    return data && copy_lists(r->vm, value, array, 0, &data);
}

static bool read_array(gb_view_reading *r, const gb_field *field, gb_value value, char *out)
{
    gb_array *array = (gb_array *)(void *)(out + field->offset);
    return gb_is_none(value) || array_of(r, value, array);
}

static bool read_doubles(gb_view_reading *r, const gb_field *field, gb_value value, char *out)
{
    gb_array array;
    if (gb_is_none(value)) return true;
    if (!array_of(r, value, &array)) return false;
    size_t count = (size_t)gb_array_count(&array), *known = count_place(field, out);
    if (!count) return true; /* as if it were not given */
    if (*known && *known != count)
        return gb_raise_false(r->vm, GB_EXC_ValueError, "'%s' has %zu values where %zu are wanted",
                              field->name, count, *known);
    *known = count;
    *(const double **)(void *)(out + field->offset) = array.data;
    return true;
}

static bool read_ints(gb_view_reading *r, const gb_field *field, gb_value value, char *out)
{
    if (gb_is_none(value)) return true;
    if (!gb_is_sequence(value)) return bad(r->vm, field, "a list of int", value);
    size_t count;
    const gb_value *items = gb_items_peek(value, &count);
    int64_t *numbers = room(r, count, sizeof *numbers);
    for (size_t i = 0; numbers && i < count; i++)
        if (!gb_to_int64(r->vm, items[i], &numbers[i])) return false;
    *(int64_t **)(void *)(out + field->offset) = numbers;
    *count_place(field, out) = count;
    return numbers != NULL;
}

/* --- structs -------------------------------------------------------------------------------------
 */

static bool read_struct(gb_view_reading *r, const gb_field *field, gb_value value, char *out)
{
    return gb_is_none(value) || gb_view_read(r, value, field->fields, out + field->offset);
}

static bool read_structs(gb_view_reading *r, const gb_field *field, gb_value value, char *out)
{
    if (gb_is_none(value)) return true;
    if (!gb_is_sequence(value)) return bad(r->vm, field, "a list of dict", value);
    size_t count;
    const gb_value *items = gb_items_peek(value, &count);
    char *structs = room(r, count, field->size);
    if (!structs) return false;
    for (size_t i = 0; i < count; i++)
        if (!gb_view_read(r, items[i], field->fields, structs + i * field->size)) return false;
    *(char **)(void *)(out + field->offset) = structs;
    *count_place(field, out) = count;
    return true;
}

static const field_reader readers[] = {
    [GB_FIELD_TEXT] = read_text,     [GB_FIELD_TEXTS] = read_texts,
    [GB_FIELD_DOUBLE] = read_double, [GB_FIELD_DOUBLES] = read_doubles,
    [GB_FIELD_INTS] = read_ints,     [GB_FIELD_INT] = read_int,
    [GB_FIELD_INT64] = read_int64,   [GB_FIELD_SIZE] = read_size,
    [GB_FIELD_BOOL] = read_bool,     [GB_FIELD_WORD] = read_word,
    [GB_FIELD_COLOR] = read_color,   [GB_FIELD_ARRAY] = read_array,
    [GB_FIELD_STRUCT] = read_struct, [GB_FIELD_STRUCTS] = read_structs,
};

static const gb_field *find_field(const gb_field *fields, gb_value key)
{
    for (; fields->name; fields++)
        if (gb_str_is(key, fields->name)) return fields;
    return NULL;
}

bool gb_view_read(gb_view_reading *r, gb_value dict, const gb_field *fields, void *out)
{
    gb_value key, value;
    if (!gb_is_dict(dict))
        return gb_raise_false(r->vm, GB_EXC_TypeError, "a view is described by a dict, not %s",
                              gb_type_name(r->vm, dict));
    for (size_t at = 0; gb_dict_next(dict, &at, &key, &value);) {
        const gb_field *field = find_field(fields, key);
        if (!field)
            return gb_raise_false(r->vm, GB_EXC_ValueError, "a view has no field '%s'",
                                  gb_is_str(key) ? gb_str_data(key) : gb_type_name(r->vm, key));
        if (!readers[field->kind](r, field, value, out)) return false;
    }
    return true;
}

void gb_view_reading_release(gb_view_reading *r)
{
    gb_arena_release(&r->arena);
}
