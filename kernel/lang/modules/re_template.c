/* Templates of sub and expand: text with \1, \g<1>, \g<name> and escapes. */
#include "kernel/lang/modules/re.h"

/* `literal` bytes of the template's literals, then a group (SIZE_MAX: none). */
typedef struct gb_re_piece {
    size_t literal;
    size_t group;
} gb_re_piece;

typedef struct template_reader {
    gb_re_reader r;
    const gb_pattern *pattern;
    gb_re_template *out;
    size_t done; /* literal bytes that belong to pieces already made */
} template_reader;

static bool end_piece(template_reader *t, size_t group)
{
    gb_error err = GB_ERROR_INIT;
    gb_re_template *out = t->out;
    if (!gb_grow(&out->pieces, &out->capacity, out->count + 1, sizeof *out->pieces, &err))
        return gb_raise_error_false(t->r.vm, &err);
    out->pieces[out->count++] = (gb_re_piece){out->literals.size - t->done, group};
    t->done = out->literals.size;
    return true;
}

static bool put_group(template_reader *t, uint64_t number, size_t at)
{
    if (number > t->pattern->form.groups)
        return gb_re_fail(t->r.vm, t->r.source, at, "invalid group reference %llu",
                          (unsigned long long)number);
    return end_piece(t, (size_t)number);
}

static void put_character(template_reader *t, uint32_t c)
{
    char bytes[4];
    if (t->r.is_text)
        gb_buffer_put(&t->out->literals, bytes, gb_codepoint_put(bytes, c));
    else
        gb_buffer_char(&t->out->literals, (char)c);
}

/* The number that a reference by number names; false with an exception. */
static bool number_named(template_reader *t, gb_value name, size_t at, int64_t *number)
{
    gb_vm *vm = t->r.vm;
    gb_value parsed = gb_int_parse(vm, gb_str_data(name), gb_str_size(name), 10);
    gb_exception_clear(vm);
    bool ok = !gb_is_unset(parsed) && gb_int_fits(parsed, number) && *number >= 0;
    gb_unref(parsed);
    if (ok) return true;
    gb_value shown = gb_repr(vm, name);
    if (!gb_is_unset(shown))
        gb_re_fail(vm, t->r.source, at, "bad character in group name %s", gb_str_data(shown));
    gb_unref(shown);
    return false;
}

/* Behind \g. */
static bool read_reference(template_reader *t)
{
    gb_vm *vm = t->r.vm;
    bool open;
    size_t start, end;
    int64_t number = 0;
    if (!gb_re_accept(&t->r, '<', &open)) return false;
    if (!open) return gb_re_fail(vm, t->r.source, t->r.at, "missing <");
    if (!gb_re_take_until(&t->r, '>', "group name", &start, &end)) return false;
    int is_name = gb_re_is_name(&t->r, start, end);
    gb_value name = is_name < 0 ? GB_UNSET_VALUE : gb_re_part(&t->r, start, end);
    if (gb_is_unset(name)) return false;
    bool ok;
    if (is_name) {
        gb_value found = gb_dict_get_peek(vm, t->pattern->form.index, name);
        ok = !gb_is_unset(found);
        gb_value shown = ok ? GB_UNSET_VALUE : gb_repr(vm, name);
        if (ok) number = found.i;
        if (!gb_is_unset(shown))
            gb_raise(vm, GB_EXC_IndexError, "unknown group name %s", gb_str_data(shown));
        gb_unref(shown);
    } else {
        ok = number_named(t, name, start, &number);
    }
    gb_unref(name);
    return ok && put_group(t, (uint64_t)number, start);
}

/* \0, \1 … \99, or three octal digits. */
static bool read_digits(template_reader *t, gb_re_token token)
{
    gb_re_reader *r = &t->r;
    size_t more, third = 0;
    bool octal = token.c == '0';
    if (!gb_re_take_digits(r, octal ? 8 : 10, 1, &more)) return false;
    if (more && token.c < '8' && r->text[r->at - 1] < '8' && !gb_re_take_digits(r, 8, 1, &third))
        return false;
    octal = octal || third;
    uint32_t number = 0;
    for (size_t i = token.start + 1; i < r->at; i++)
        number = number * (octal ? 8 : 10) + (uint32_t)(r->text[i] - '0');
    if (!octal) return put_group(t, number, token.start + 1);
    if (number > 0377 && token.c != '0') {
        gb_value digits = gb_re_part(r, token.start, r->at);
        if (!gb_is_unset(digits))
            gb_re_fail(r->vm, r->source, token.start,
                       "octal escape value %s outside of range 0-0o377", gb_str_data(digits));
        gb_unref(digits);
        return false;
    }
    put_character(t, number & 0xff);
    return true;
}

static bool read_escape(template_reader *t, gb_re_token token)
{
    static const char letters[] = "abfnrtv\\", values[] = "\a\b\f\n\r\t\v\\";
    if (token.c == 'g') return read_reference(t);
    if (token.c >= '0' && token.c <= '9') return read_digits(t, token);
    const char *known = token.c && token.c < 0x80 ? strchr(letters, (int)token.c) : NULL;
    if (known) {
        put_character(t, (uint32_t)values[known - letters]);
        return true;
    }
    if ((token.c | 0x20) >= 'a' && (token.c | 0x20) <= 'z')
        return gb_re_fail_part(&t->r, token.start, "bad escape ", token.start, token.end);
    gb_buffer_put(&t->out->literals, t->r.text + token.start, token.end - token.start);
    return true;
}

static bool read_all(template_reader *t)
{
    for (;;) {
        gb_re_token token;
        if (!gb_re_take(&t->r, &token)) return false;
        if (token.over) break;
        if (token.escape) {
            if (!read_escape(t, token)) return false;
        } else {
            gb_buffer_put(&t->out->literals, t->r.text + token.start, token.end - token.start);
        }
    }
    return end_piece(t, SIZE_MAX);
}

bool gb_re_template_read(gb_vm *vm, const gb_pattern *p, gb_value text, gb_re_template *out)
{
    template_reader t = {.pattern = p, .out = out};
    *out = (gb_re_template){0};
    if (gb_re_reader_init(&t.r, vm, text) && read_all(&t)) return true;
    gb_re_template_release(out);
    return false;
}

void gb_re_template_release(gb_re_template *t)
{
    gb_buffer_release(&t->literals);
    gb_free(t->pieces);
}

void gb_re_template_put(const gb_re_template *t, gb_buffer *out, const char *subject,
                        const size_t *place)
{
    size_t at = 0;
    for (size_t i = 0; i < t->count; i++) {
        const gb_re_piece *piece = &t->pieces[i];
        if (piece->literal) gb_buffer_put(out, t->literals.data + at, piece->literal);
        at += piece->literal;
        if (piece->group == SIZE_MAX || place[2 * piece->group] == PCRE2_UNSET) continue;
        size_t start = place[2 * piece->group];
        gb_buffer_put(out, subject + start, place[2 * piece->group + 1] - start);
    }
}
