/* Reading stages from tokenizer.json, and running them. The stages themselves: normalizers.c,
 * pre_tokenizers.c, charsmap.c. See stage.h. */
#include "graph/tokenizer/stage.h"

#include "graph/base/memory.h"
#include "graph/tokenizer/character.h"
#include "graph/tokenizer/charsmap.h"

#include <string.h>

#include <utf8proc.h>

enum { MAX_STEPS = 64, MAX_DEPTH = 8 };

/* GPT-2's words. */
#define BYTE_LEVEL_PATTERN                                                                         \
    "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+"

/* What \w is to the reference here, which is not what it is in a Split's pattern. */
#define RUST_WORD "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}"

bool gb_stage_keep_text(gb_stage *stage, const json_t *json, const char *key, gb_error *err)
{
    const char *text;
    if (!gb_json_string(json, key, &text, err)) return false;
    stage->text_size = json_string_length(json_object_get(json, key));
    stage->text = gb_strndup(text, stage->text_size, err);
    return stage->text != NULL;
}

/* --- parameters ---------------------------------------------------------------------------------
 */

static bool read_nfc(gb_stage *stage, const json_t *json, gb_error *err)
{
    (void)json, (void)err;
    stage->form = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    return true;
}

static bool read_nfd(gb_stage *stage, const json_t *json, gb_error *err)
{
    (void)json, (void)err;
    stage->form = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE;
    return true;
}

static bool read_nfkc(gb_stage *stage, const json_t *json, gb_error *err)
{
    (void)json, (void)err;
    stage->form = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;
    return true;
}

static bool read_nfkd(gb_stage *stage, const json_t *json, gb_error *err)
{
    (void)json, (void)err;
    stage->form = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT;
    return true;
}

static bool read_strip(gb_stage *stage, const json_t *json, gb_error *err)
{
    (void)err;
    stage->flags[0] = gb_json_bool_or(json, "strip_left", true);
    stage->flags[1] = gb_json_bool_or(json, "strip_right", true);
    return true;
}

static bool read_prepend(gb_stage *stage, const json_t *json, gb_error *err)
{
    return gb_stage_keep_text(stage, json, "prepend", err);
}

static bool read_replace(gb_stage *stage, const json_t *json, gb_error *err)
{
    stage->regex = gb_regex_from_json(json_object_get(json, "pattern"), err);
    return stage->regex && gb_stage_keep_text(stage, json, "content", err);
}

static bool read_bert_normalizer(gb_stage *stage, const json_t *json, gb_error *err)
{
    (void)err;
    stage->flags[0] = gb_json_bool_or(json, "clean_text", true);
    stage->flags[1] = gb_json_bool_or(json, "handle_chinese_chars", true);
    stage->flags[3] = gb_json_bool_or(json, "lowercase", true);
    stage->flags[2] = gb_json_bool_or(json, "strip_accents", stage->flags[3]);
    return true;
}

static bool read_charsmap(gb_stage *stage, const json_t *json, gb_error *err)
{
    const char *text;
    if (!gb_json_string(json, "precompiled_charsmap", &text, err)) return false;
    stage->charsmap = gb_charsmap_parse(text, err);
    return stage->charsmap != NULL;
}

static bool read_byte_level(gb_stage *stage, const json_t *json, gb_error *err)
{
    stage->flags[0] = gb_json_bool_or(json, "add_prefix_space", true);
    if (!gb_json_bool_or(json, "use_regex", true)) return true;
    stage->regex = gb_regex_compile(BYTE_LEVEL_PATTERN, err);
    return stage->regex != NULL;
}

static bool read_metaspace(gb_stage *stage, const json_t *json, gb_error *err)
{
    const char *scheme = gb_json_string_or(json, "prepend_scheme", NULL);
    bool legacy = gb_json_bool_or(json, "add_prefix_space", true);
    if (!scheme) scheme = legacy ? "always" : "never";
    stage->prepend = strcmp(scheme, "always") == 0  ? GB_PREPEND_ALWAYS
                     : strcmp(scheme, "first") == 0 ? GB_PREPEND_FIRST
                                                    : GB_PREPEND_NEVER;
    stage->flags[0] = gb_json_bool_or(json, "split", true);
    if (!gb_stage_keep_text(stage, json, "replacement", err)) return false;
    stage->regex = gb_regex_compile_literal(stage->text, stage->text_size, err);
    return stage->regex != NULL;
}

static bool read_whitespace(gb_stage *stage, const json_t *json, gb_error *err)
{
    (void)json;
    stage->regex = gb_regex_compile("[" RUST_WORD "]+|[^" RUST_WORD "\\s]+", err);
    return stage->regex != NULL;
}

static bool read_behavior(gb_stage *stage, const json_t *json, const char *otherwise, gb_error *err)
{
    static const char *const names[] = {"Removed", "Isolated", "MergedWithPrevious",
                                        "MergedWithNext", "Contiguous"};
    const char *name = gb_json_string_or(json, "behavior", otherwise);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name) != 0) continue;
        stage->behavior = (gb_split_behavior)i;
        return true;
    }
    return gb_fail(err, GB_ERR_VALUE, "unknown behavior '%s'", name);
}

static bool read_punctuation(gb_stage *stage, const json_t *json, gb_error *err)
{
    return read_behavior(stage, json, "Isolated", err);
}

static bool read_digits(gb_stage *stage, const json_t *json, gb_error *err)
{
    (void)err;
    bool each = gb_json_bool_or(json, "individual_digits", false);
    stage->behavior = each ? GB_SPLIT_ISOLATED : GB_SPLIT_CONTIGUOUS;
    return true;
}

static bool read_split(gb_stage *stage, const json_t *json, gb_error *err)
{
    stage->flags[0] = gb_json_bool_or(json, "invert", false);
    stage->regex = gb_regex_from_json(json_object_get(json, "pattern"), err);
    return stage->regex && read_behavior(stage, json, "Removed", err);
}

static bool read_delimiter(gb_stage *stage, const json_t *json, gb_error *err)
{
    stage->behavior = GB_SPLIT_REMOVED;
    stage->regex = gb_regex_from_json(json_object_get(json, "delimiter"), err);
    return stage->regex != NULL;
}

/* --- the table ----------------------------------------------------------------------------------
 */

typedef struct stage_row {
    gb_stage_kind kind;
    const char *type;
    gb_stage_run *run;
    gb_stage_read *read;
} stage_row;

static const stage_row rows[] = {
#define GB_STAGE(kind, type, run, read) {GB_STAGE_##kind, type, run, read},
#include "graph/tokenizer/stage.def"
#undef GB_STAGE
};

static const stage_row *find_row(gb_stage_kind kind, const char *type)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].kind == kind && strcmp(rows[i].type, type) == 0) return &rows[i];
    return NULL;
}

static bool parse(gb_stage *stage, gb_stage_kind kind, const json_t *json, int depth,
                  gb_error *err);

static bool run_sequence(const gb_stage *stage, gb_words *w, gb_error *err)
{
    for (size_t i = 0; i < stage->count; i++)
        if (!gb_stage_apply(&stage->steps[i], w, err)) return false;
    return true;
}

static bool parse_sequence(gb_stage *stage, gb_stage_kind kind, const json_t *json, int depth,
                           gb_error *err)
{
    const char *key = kind == GB_STAGE_NORMALIZER ? "normalizers" : "pretokenizers";
    const json_t *steps = gb_json_array(json, key, err);
    if (!steps) return false;
    size_t count = json_array_size(steps);
    if (count > MAX_STEPS || depth > MAX_DEPTH)
        return gb_fail(err, GB_ERR_VALUE,
                       "a sequence of more than %d steps, or nested deeper than %d", MAX_STEPS,
                       MAX_DEPTH);
    if (!(stage->steps = gb_calloc(count, sizeof *stage->steps, err))) return false;
    stage->run = run_sequence;
    for (; stage->count < count; stage->count++)
        if (!parse(&stage->steps[stage->count], kind, json_array_get(steps, stage->count),
                   depth + 1, err))
            return false;
    return true;
}

static bool parse(gb_stage *stage, gb_stage_kind kind, const json_t *json, int depth, gb_error *err)
{
    const char *type;
    *stage = (gb_stage){0};
    if (!json || json_is_null(json)) return true;
    if (!gb_json_string(json, "type", &type, err)) return false;
    bool ok;
    const stage_row *row = find_row(kind, type);
    if (strcmp(type, "Sequence") == 0) {
        ok = parse_sequence(stage, kind, json, depth, err);
    } else if (row) {
        stage->run = row->run;
        ok = !row->read || row->read(stage, json, err);
    } else {
        ok = gb_fail(err, GB_ERR_NOT_IMPLEMENTED, "the %s '%s' is not supported",
                     kind == GB_STAGE_NORMALIZER ? "normalizer" : "pre-tokenizer", type);
    }
    if (!ok) gb_stage_release(stage);
    return ok;
}

bool gb_stage_parse(gb_stage *stage, gb_stage_kind kind, const json_t *json, gb_error *err)
{
    return parse(stage, kind, json, 0, err);
}

void gb_stage_release(gb_stage *stage)
{
    for (size_t i = 0; i < stage->count; i++)
        gb_stage_release(&stage->steps[i]);
    gb_free(stage->steps);
    gb_regex_free(stage->regex);
    gb_free(stage->text);
    gb_charsmap_free(stage->charsmap);
    *stage = (gb_stage){0};
}

bool gb_stage_apply(const gb_stage *stage, gb_words *w, gb_error *err)
{
    return !stage->run || stage->run(stage, w, err);
}
