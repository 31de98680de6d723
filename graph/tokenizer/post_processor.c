/* Templates around tokens. Bert's and Roberta's are templates too. See post_processor.h. */
#include "graph/tokenizer/post_processor.h"

#include "graph/base/memory.h"

#include <string.h>

enum { MAX_PIECES = 256, MAX_DEPTH = 8 };

void gb_post_processor_release(gb_post_processor *p)
{
    gb_free(p->single.pieces);
    gb_free(p->pair.pieces);
    gb_free(p->ids);
    *p = (gb_post_processor){0};
}

static bool add_piece(gb_template_side *side, gb_template_piece piece, gb_error *err)
{
    if (side->count >= MAX_PIECES)
        return gb_fail(err, GB_ERR_VALUE, "a template of more than %d pieces", MAX_PIECES);
    if (!gb_grow(&side->pieces, &side->capacity, side->count + 1, sizeof *side->pieces, err))
        return false;
    side->pieces[side->count++] = piece;
    return true;
}

static bool add_id(gb_post_processor *p, int64_t id, gb_error *err)
{
    if (id < 0 || id > INT32_MAX) return gb_fail(err, GB_ERR_VALUE, "a special token has no id");
    if (!gb_grow(&p->ids, &p->id_capacity, p->id_count + 1, sizeof *p->ids, err)) return false;
    p->ids[p->id_count++] = (int32_t)id;
    return true;
}

static bool add_special(gb_post_processor *p, gb_template_side *side, int64_t id, int32_t type,
                        gb_error *err)
{
    gb_template_piece piece = {-1, type, p->id_count, 1};
    return add_id(p, id, err) && add_piece(side, piece, err);
}

static bool add_text(gb_template_side *side, int sequence, int32_t type, gb_error *err)
{
    return add_piece(side, (gb_template_piece){sequence, type, 0, 0}, err);
}

/* --- TemplateProcessing
 * ------------------------------------------------------------------------------- */

static bool read_special(gb_post_processor *p, gb_template_side *side, const json_t *special,
                         const char *name, int32_t type, gb_error *err)
{
    const json_t *ids = json_object_get(json_object_get(special, name), "ids");
    gb_template_piece piece = {-1, type, p->id_count, json_array_size(ids)};
    if (!json_is_array(ids))
        return gb_fail(err, GB_ERR_VALUE, "the template's special token '%s' has no ids", name);
    for (size_t i = 0; i < piece.count; i++) {
        const json_t *id = json_array_get(ids, i);
        if (!add_id(p, json_is_integer(id) ? json_integer_value(id) : -1, err)) return false;
    }
    return add_piece(side, piece, err);
}

static bool read_side(gb_post_processor *p, gb_template_side *side, const json_t *json,
                      const char *key, gb_error *err)
{
    const json_t *pieces = gb_json_array(json, key, err);
    const json_t *special = json_object_get(json, "special_tokens");
    for (size_t i = 0; pieces && i < json_array_size(pieces); i++) {
        const json_t *piece = json_array_get(pieces, i);
        const json_t *sequence = json_object_get(piece, "Sequence");
        const json_t *token = json_object_get(piece, "SpecialToken");
        const json_t *either = sequence ? sequence : token;
        const char *id = gb_json_string_or(either, "id", "");
        int32_t type = (int32_t)gb_json_int_or(either, "type_id", 0);
        if (!either) return gb_fail(err, GB_ERR_VALUE, "piece %zu of the template is unknown", i);
        bool ok = sequence ? add_text(side, strcmp(id, "B") == 0, type, err)
                           : read_special(p, side, special, id, type, err);
        if (!ok) return false;
    }
    return pieces != NULL;
}

/* --- the others
 * ---------------------------------------------------------------------------------------- */

/* ["[SEP]", 102] */
static int64_t named_id(const json_t *json, const char *key)
{
    const json_t *id = json_array_get(json_object_get(json, key), 1);
    return json_is_integer(id) ? json_integer_value(id) : -1;
}

/* <cls> A <sep>, and for a pair `<sep> B <sep>` (Roberta: two of them between) after it. */
static bool read_cls_sep(gb_post_processor *p, const json_t *json, bool roberta, gb_error *err)
{
    int64_t cls = named_id(json, "cls"), sep = named_id(json, "sep");
    int32_t second = roberta ? 0 : 1;
    p->has_template = true;
    return add_special(p, &p->single, cls, 0, err) && add_text(&p->single, 0, 0, err) &&
           add_special(p, &p->single, sep, 0, err) && add_special(p, &p->pair, cls, 0, err) &&
           add_text(&p->pair, 0, 0, err) && add_special(p, &p->pair, sep, 0, err) &&
           (!roberta || add_special(p, &p->pair, sep, 0, err)) &&
           add_text(&p->pair, 1, second, err) && add_special(p, &p->pair, sep, second, err);
}

static void read_trimming(gb_post_processor *p, const json_t *json)
{
    p->trims_offsets = gb_json_bool_or(json, "trim_offsets", true);
    p->prefix_space = gb_json_bool_or(json, "add_prefix_space", true);
}

static bool parse(gb_post_processor *p, const json_t *json, int depth, gb_error *err)
{
    const char *type;
    if (!json || json_is_null(json)) return true;
    if (depth > MAX_DEPTH)
        return gb_fail(err, GB_ERR_VALUE, "post-processors nested deeper than %d", MAX_DEPTH);
    if (!gb_json_string(json, "type", &type, err)) return false;
    if (strcmp(type, "TemplateProcessing") == 0) {
        p->has_template = true;
        return read_side(p, &p->single, json, "single", err) &&
               read_side(p, &p->pair, json, "pair", err);
    }
    if (strcmp(type, "ByteLevel") == 0) {
        read_trimming(p, json);
        return true;
    }
    if (strcmp(type, "BertProcessing") == 0) return read_cls_sep(p, json, false, err);
    if (strcmp(type, "RobertaProcessing") == 0) {
        read_trimming(p, json);
        return read_cls_sep(p, json, true, err);
    }
    if (strcmp(type, "Sequence") != 0)
        return gb_fail(err, GB_ERR_NOT_IMPLEMENTED, "the post-processor '%s' is not supported",
                       type);
    const json_t *steps = gb_json_array(json, "processors", err);
    for (size_t i = 0; steps && i < json_array_size(steps); i++)
        if (!parse(p, json_array_get(steps, i), depth + 1, err)) return false;
    return steps != NULL;
}

bool gb_post_processor_parse(gb_post_processor *p, const json_t *json, gb_error *err)
{
    *p = (gb_post_processor){0};
    bool ok = parse(p, json, 0, err);
    if (!ok) gb_post_processor_release(p);
    return ok;
}

bool gb_post_processor_around(gb_post_processor *p, int32_t before, int32_t after, gb_error *err)
{
    gb_post_processor_release(p);
    p->has_template = true;
    gb_template_side *sides[] = {&p->single, &p->pair};
    for (int i = 0; i < 2; i++)
        for (int sequence = 0; sequence <= i; sequence++)
            if ((before >= 0 && !add_special(p, sides[i], before, sequence, err)) ||
                !add_text(sides[i], sequence, sequence, err) ||
                (after >= 0 && !add_special(p, sides[i], after, sequence, err)))
                return false;
    return true;
}

size_t gb_post_processor_added(const gb_post_processor *p, bool pair)
{
    const gb_template_side *side = pair ? &p->pair : &p->single;
    size_t count = 0;
    for (size_t i = 0; i < side->count; i++)
        count += side->pieces[i].sequence < 0 ? side->pieces[i].count : 0;
    return count;
}

/* --- joining
 * -------------------------------------------------------------------------------------------- */

static bool reserve(gb_encoding *e, size_t count, gb_error *err)
{
    *e = (gb_encoding){0};
    e->ids = gb_alloc(count * sizeof *e->ids, err);
    e->types = gb_alloc(count * sizeof *e->types, err);
    e->starts = gb_alloc(count * sizeof *e->starts, err);
    e->ends = gb_alloc(count * sizeof *e->ends, err);
    e->words = gb_alloc(count * sizeof *e->words, err);
    e->special = gb_alloc(count, err);
    if (e->ids && e->types && e->starts && e->ends && e->words && e->special) return true;
    gb_encoding_release(e);
    return false;
}

static void put_text(gb_encoding *out, const gb_encoding *from, int32_t type)
{
    for (size_t i = 0; from && i < from->count; i++, out->count++) {
        out->ids[out->count] = from->ids[i];
        out->types[out->count] = type;
        out->starts[out->count] = from->starts[i];
        out->ends[out->count] = from->ends[i];
        out->words[out->count] = from->words[i];
        out->special[out->count] = 0;
    }
}

static void put_special(const gb_post_processor *p, const gb_template_piece *piece,
                        gb_encoding *out)
{
    for (size_t i = 0; i < piece->count; i++, out->count++) {
        out->ids[out->count] = p->ids[piece->first + i];
        out->types[out->count] = piece->type;
        out->starts[out->count] = out->ends[out->count] = 0;
        out->words[out->count] = -1;
        out->special[out->count] = 1;
    }
}

bool gb_post_processor_apply(const gb_post_processor *p, const gb_encoding *first,
                             const gb_encoding *second, bool special, gb_encoding *out,
                             gb_error *err)
{
    const gb_template_side *side = second ? &p->pair : &p->single;
    size_t texts = first->count + (second ? second->count : 0), copies = 1;
    for (size_t i = 0; i < side->count; i++)
        copies += side->pieces[i].sequence >= 0;
    if (!reserve(out, texts * copies + gb_post_processor_added(p, second != NULL), err))
        return false;
    out->truncated = first->truncated || (second && second->truncated);
    if (!special || !p->has_template) {
        put_text(out, first, 0);
        put_text(out, second, 1);
        return true;
    }
    for (size_t i = 0; i < side->count; i++) {
        const gb_template_piece *piece = &side->pieces[i];
        if (piece->sequence < 0)
            put_special(p, piece, out);
        else
            put_text(out, piece->sequence ? second : first, piece->type);
    }
    return true;
}
