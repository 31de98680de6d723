/* The decoders of tokenizer.json. See decoder.h. */
#include "graph/tokenizer/decoder.h"

#include "graph/base/memory.h"
#include "graph/tokenizer/character.h"
#include "graph/tokenizer/stage.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_STEPS = 64, MAX_DEPTH = 8 };

bool gb_piece_list_add(gb_piece_list *list, const char *bytes, size_t n, gb_error *err)
{
    if (!gb_grow(&list->ends, &list->capacity, list->count + 1, sizeof *list->ends, err))
        return false;
    if (n) gb_buffer_put(&list->bytes, bytes, n);
    list->ends[list->count++] = list->bytes.size;
    return gb_buffer_ok(&list->bytes, err);
}

void gb_piece_list_release(gb_piece_list *list)
{
    gb_buffer_release(&list->bytes);
    gb_free(list->ends);
    *list = (gb_piece_list){0};
}

static const char *piece_at(const gb_piece_list *list, size_t i, size_t *n)
{
    size_t first = i ? list->ends[i - 1] : 0;
    *n = list->ends[i] - first;
    return list->bytes.data ? list->bytes.data + first : "";
}

/* How many bytes at p begin a character that is not finished or not one: at least 1. */
static size_t broken_length(const unsigned char *p, size_t n)
{
    unsigned char low = 0x80, high = 0xBF;
    size_t wanted = 1;
    if (p[0] >= 0xC2 && p[0] <= 0xDF) wanted = 2;
    if (p[0] >= 0xE0 && p[0] <= 0xEF) wanted = 3;
    if (p[0] >= 0xF0 && p[0] <= 0xF4) wanted = 4;
    if (p[0] == 0xE0) low = 0xA0;
    if (p[0] == 0xED) high = 0x9F;
    if (p[0] == 0xF0) low = 0x90;
    if (p[0] == 0xF4) high = 0x8F;
    size_t i = 1;
    for (; i < wanted && i < n && p[i] >= low && p[i] <= high; i++) {
        low = 0x80;
        high = 0xBF;
    }
    return i;
}

void gb_put_lossy(gb_buffer *out, const char *bytes, size_t n)
{
    uint32_t c;
    for (size_t at = 0, size; at < n; at += size) {
        size = gb_utf8_decode(bytes + at, n - at, &c);
        if (size) {
            gb_buffer_put(out, bytes + at, size);
        } else {
            gb_buffer_text(out, "\xEF\xBF\xBD");
            size = broken_length((const unsigned char *)bytes + at, n - at);
        }
    }
}

/* --- the decoders
 * --------------------------------------------------------------------------------------- */

/* The bytes that a byte-level token stands for; a token with any other character is taken as it is.
 */
static void put_bytes(gb_buffer *out, const char *token, size_t n)
{
    size_t size, before = out->size;
    for (size_t at = 0; at < n; at += size) {
        int byte = gb_character_byte(gb_character_at(token + at, n - at, &size));
        if (byte < 0) {
            out->size = before;
            gb_buffer_put(out, token, n);
            return;
        }
        gb_buffer_char(out, (char)byte);
    }
}

static bool run_byte_level(const gb_decoder *d, const gb_piece_list *in, gb_piece_list *out,
                           gb_error *err)
{
    (void)d;
    gb_buffer bytes = GB_BUFFER_INIT, text = GB_BUFFER_INIT;
    for (size_t i = 0; i < in->count; i++) {
        size_t n;
        const char *piece = piece_at(in, i, &n);
        put_bytes(&bytes, piece, n);
    }
    if (!bytes.failed) gb_put_lossy(&text, bytes.data, bytes.size);
    bool ok = gb_buffer_ok(&bytes, err) && gb_buffer_ok(&text, err) &&
              gb_piece_list_add(out, text.data ? text.data : "", text.size, err);
    gb_buffer_release(&bytes);
    gb_buffer_release(&text);
    return ok;
}

/* Tokens "<0x0A>" in a row are bytes; a row that is not UTF-8 becomes one U+FFFD a byte. */
static bool run_byte_fallback(const gb_decoder *d, const gb_piece_list *in, gb_piece_list *out,
                              gb_error *err)
{
    (void)d;
    gb_buffer row = GB_BUFFER_INIT;
    bool ok = true;
    for (size_t i = 0; ok && i <= in->count; i++) {
        size_t n = 0;
        const char *piece = i < in->count ? piece_at(in, i, &n) : "";
        char digits[3] = {0}, *end = NULL;
        bool is_byte = n == 6 && memcmp(piece, "<0x", 3) == 0 && piece[5] == '>';
        if (is_byte) {
            memcpy(digits, piece + 3, 2);
            char value = (char)strtol(digits, &end, 16);
            is_byte = *end == '\0' && digits[0] != '+' && digits[0] != '-' && digits[0] != ' ';
            if (is_byte) gb_buffer_char(&row, value);
        }
        if (is_byte) continue;
        if (row.size && gb_utf8_valid(row.data, row.size))
            ok = gb_piece_list_add(out, row.data, row.size, err);
        else
            for (size_t j = 0; ok && j < row.size; j++)
                ok = gb_piece_list_add(out, "\xEF\xBF\xBD", 3, err);
        gb_buffer_clear(&row);
        if (i < in->count) ok = ok && gb_piece_list_add(out, piece, n, err);
    }
    ok = ok && gb_buffer_ok(&row, err);
    gb_buffer_release(&row);
    return ok;
}

static bool run_fuse(const gb_decoder *d, const gb_piece_list *in, gb_piece_list *out,
                     gb_error *err)
{
    (void)d;
    return gb_piece_list_add(out, in->bytes.data ? in->bytes.data : "", in->bytes.size, err);
}

static bool run_strip(const gb_decoder *d, const gb_piece_list *in, gb_piece_list *out,
                      gb_error *err)
{
    for (size_t i = 0; i < in->count; i++) {
        size_t n, m = d->text_size;
        const char *p = piece_at(in, i, &n);
        for (size_t k = 0; k < d->start && m && n >= m && memcmp(p, d->text, m) == 0; k++) {
            p += m;
            n -= m;
        }
        for (size_t k = 0; k < d->stop && m && n >= m && memcmp(p + n - m, d->text, m) == 0; k++)
            n -= m;
        if (!gb_piece_list_add(out, p, n, err)) return false;
    }
    return true;
}

static bool put_replaced(const gb_decoder *d, const char *text, size_t n, gb_buffer *out,
                         gb_error *err)
{
    gb_match_list list = {0};
    bool ok = gb_regex_find(d->regex, text, n, &list, err);
    for (size_t i = 0; ok && i < list.count; i++) {
        const gb_match *m = &list.pieces[i];
        if (m->matched)
            gb_buffer_put(out, d->text, d->text_size);
        else
            gb_buffer_put(out, text + m->first, m->last - m->first);
    }
    gb_free(list.pieces);
    return ok;
}

static bool run_replace(const gb_decoder *d, const gb_piece_list *in, gb_piece_list *out,
                        gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    bool ok = true;
    for (size_t i = 0; ok && i < in->count; i++) {
        size_t n;
        const char *p = piece_at(in, i, &n);
        gb_buffer_clear(&b);
        ok = put_replaced(d, p, n, &b, err) && gb_buffer_ok(&b, err) &&
             gb_piece_list_add(out, b.data ? b.data : "", b.size, err);
    }
    gb_buffer_release(&b);
    return ok;
}

/* Replaces every `from` in text[0..n). */
static void put_swapped(gb_buffer *out, const char *text, size_t n, const char *from,
                        const char *to)
{
    size_t m = strlen(from);
    for (size_t at = 0; at < n;) {
        if (m && n - at >= m && memcmp(text + at, from, m) == 0) {
            gb_buffer_text(out, to);
            at += m;
        } else {
            gb_buffer_char(out, text[at++]);
        }
    }
}

/* Marks become spaces; those of the first token go if one was put there. */
static bool run_metaspace(const gb_decoder *d, const gb_piece_list *in, gb_piece_list *out,
                          gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    bool ok = true;
    for (size_t i = 0; ok && i < in->count; i++) {
        size_t n;
        const char *p = piece_at(in, i, &n);
        gb_buffer_clear(&b);
        put_swapped(&b, p, n, d->text, i == 0 && d->flag ? "" : " ");
        ok = gb_buffer_ok(&b, err) && gb_piece_list_add(out, b.data ? b.data : "", b.size, err);
    }
    gb_buffer_release(&b);
    return ok;
}

/* The spaces that word pieces put where English has none, taken back. */
static bool clean(gb_buffer *b, gb_error *err)
{
    static const char *const pairs[][2] = {
        {" .", "."},   {" ?", "?"},     {" !", "!"},     {" ,", ","},
        {" ' ", "'"},  {" n't", "n't"}, {" 'm", "'m"},   {" do not", " don't"},
        {" 's", "'s"}, {" 've", "'ve"}, {" 're", "'re"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        gb_buffer next = GB_BUFFER_INIT;
        put_swapped(&next, b->data, b->size, pairs[i][0], pairs[i][1]);
        gb_buffer_release(b);
        *b = next;
    }
    return gb_buffer_ok(b, err);
}

static bool run_word_piece(const gb_decoder *d, const gb_piece_list *in, gb_piece_list *out,
                           gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    bool ok = true;
    for (size_t i = 0; ok && i < in->count; i++) {
        size_t n, m = d->text_size;
        const char *p = piece_at(in, i, &n);
        gb_buffer_clear(&b);
        if (i && m && n >= m && memcmp(p, d->text, m) == 0) {
            gb_buffer_put(&b, p + m, n - m);
        } else {
            if (i) gb_buffer_char(&b, ' ');
            gb_buffer_put(&b, p, n);
        }
        ok = (!d->flag || clean(&b, err)) && gb_buffer_ok(&b, err) &&
             gb_piece_list_add(out, b.data ? b.data : "", b.size, err);
    }
    gb_buffer_release(&b);
    return ok;
}

/* The suffix of a word becomes a space, that of the last one nothing. */
static bool run_bpe(const gb_decoder *d, const gb_piece_list *in, gb_piece_list *out, gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    bool ok = true;
    for (size_t i = 0; ok && i < in->count; i++) {
        size_t n;
        const char *p = piece_at(in, i, &n);
        gb_buffer_clear(&b);
        put_swapped(&b, p, n, d->text, i + 1 == in->count ? "" : " ");
        ok = gb_buffer_ok(&b, err) && gb_piece_list_add(out, b.data ? b.data : "", b.size, err);
    }
    gb_buffer_release(&b);
    return ok;
}

/* --- reading
 * -------------------------------------------------------------------------------------------- */

typedef struct decoder_row {
    const char *type;
    gb_decoder_run *run;
    const char *text_key, *text_default; /* the member that becomes `text`; NULL: none */
    const char *flag_key;
    bool flag_default;
} decoder_row;

static const decoder_row rows[] = {
    {"ByteLevel", run_byte_level, NULL, NULL, NULL, false},
    {"ByteFallback", run_byte_fallback, NULL, NULL, NULL, false},
    {"Fuse", run_fuse, NULL, NULL, NULL, false},
    {"Strip", run_strip, "content", " ", NULL, false},
    {"Replace", run_replace, "content", "", NULL, false},
    {"Metaspace", run_metaspace, "replacement", "\xE2\x96\x81", "add_prefix_space", true},
    {"WordPiece", run_word_piece, "prefix", "##", "cleanup", true},
    {"BPEDecoder", run_bpe, "suffix", "</w>", NULL, false},
};

static bool parse(gb_decoder *d, const json_t *json, int depth, gb_error *err);

static bool run_sequence(const gb_decoder *d, const gb_piece_list *in, gb_piece_list *out,
                         gb_error *err)
{
    gb_piece_list now = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < in->count; i++) {
        size_t n;
        const char *p = piece_at(in, i, &n);
        ok = gb_piece_list_add(&now, p, n, err);
    }
    for (size_t i = 0; ok && i < d->count; i++) {
        gb_piece_list next = {0};
        if (!d->steps[i].run) continue;
        ok = d->steps[i].run(&d->steps[i], &now, &next, err);
        gb_piece_list_release(&now);
        now = next;
    }
    if (ok)
        *out = now;
    else
        gb_piece_list_release(&now);
    return ok;
}

static bool parse_sequence(gb_decoder *d, const json_t *json, int depth, gb_error *err)
{
    const json_t *steps = gb_json_array(json, "decoders", err);
    size_t count = json_array_size(steps);
    if (!steps) return false;
    if (count > MAX_STEPS || depth > MAX_DEPTH)
        return gb_fail(err, GB_ERR_VALUE, "decoders: too many, or nested too deep");
    if (!(d->steps = gb_calloc(count, sizeof *d->steps, err))) return false;
    d->run = run_sequence;
    for (; d->count < count; d->count++)
        if (!parse(&d->steps[d->count], json_array_get(steps, d->count), depth + 1, err))
            return false;
    return true;
}

static bool read_parameters(gb_decoder *d, const decoder_row *row, const json_t *json,
                            gb_error *err)
{
    int64_t start = gb_json_int_or(json, "start", 0), stop = gb_json_int_or(json, "stop", 0);
    const char *scheme = gb_json_string_or(json, "prepend_scheme", NULL);
    d->run = row->run;
    d->start = start > 0 ? (size_t)start : 0;
    d->stop = stop > 0 ? (size_t)stop : 0;
    if (row->flag_key) d->flag = gb_json_bool_or(json, row->flag_key, row->flag_default);
    if (row->run == run_metaspace && scheme) d->flag = strcmp(scheme, "never") != 0;
    if (row->text_key) {
        const json_t *text = json_object_get(json, row->text_key);
        d->text_size = json_is_string(text) ? json_string_length(text) : strlen(row->text_default);
        d->text = gb_strndup(json_is_string(text) ? json_string_value(text) : row->text_default,
                             d->text_size, err);
        if (!d->text) return false;
    }
    if (row->run == run_replace)
        d->regex = gb_regex_from_json(json_object_get(json, "pattern"), err);
    return row->run != run_replace || d->regex;
}

static bool parse(gb_decoder *d, const json_t *json, int depth, gb_error *err)
{
    const char *type;
    *d = (gb_decoder){0};
    if (!json || json_is_null(json)) return true;
    if (!gb_json_string(json, "type", &type, err)) return false;
    bool ok = false, known = strcmp(type, "Sequence") == 0;
    if (known) ok = parse_sequence(d, json, depth, err);
    for (size_t i = 0; !known && i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].type, type) != 0) continue;
        known = true;
        ok = read_parameters(d, &rows[i], json, err);
    }
    if (!known) gb_fail(err, GB_ERR_NOT_IMPLEMENTED, "the decoder '%s' is not supported", type);
    if (!ok) gb_decoder_release(d);
    return ok;
}

bool gb_decoder_parse(gb_decoder *d, const json_t *json, gb_error *err)
{
    return parse(d, json, 0, err);
}

void gb_decoder_release(gb_decoder *d)
{
    for (size_t i = 0; i < d->count; i++)
        gb_decoder_release(&d->steps[i]);
    gb_free(d->steps);
    gb_regex_free(d->regex);
    gb_free(d->text);
    *d = (gb_decoder){0};
}

bool gb_decoder_apply(const gb_decoder *d, const gb_piece_list *pieces, gb_buffer *out,
                      gb_error *err)
{
    if (d->run) {
        gb_piece_list text = {0};
        bool ok = d->run(d, pieces, &text, err);
        if (ok && text.bytes.size) gb_buffer_put(out, text.bytes.data, text.bytes.size);
        gb_piece_list_release(&text);
        return ok && gb_buffer_ok(out, err);
    }
    for (size_t i = 0; i < pieces->count; i++) {
        size_t n;
        const char *p = piece_at(pieces, i, &n);
        if (i) gb_buffer_char(out, ' ');
        gb_buffer_put(out, p, n);
    }
    return gb_buffer_ok(out, err);
}
