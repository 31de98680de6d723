/* Expressions: alternatives, groups, repetitions, flags. See re_syntax.h. */
#include "kernel/lang/modules/re_syntax.h"

#include "kernel/lang/vm_state.h"

#include "graph/base/memory.h"

enum {
    MAX_REPEAT = 65535, /* PCRE2's limit of a counted repetition */
    MAX_GROUPS = 65535, /* its limit of groups */
    MAX_NESTING = 400,
    TYPE_FLAGS = GB_RE_ASCII | GB_RE_LOCALE | GB_RE_UNICODE,
};

typedef struct group {
    gb_re_width width;
    bool closed;
} group;

/* A conditional's reference to a group that may come later. */
typedef struct late_reference {
    uint32_t group;
    size_t at;
} late_reference;

typedef struct parser {
    gb_re_reader r;
    gb_re_form *form;
    int64_t flags;  /* in force here */
    uint32_t depth; /* of groups */
    uint32_t closed_groups;
    uint32_t look_behind_from; /* groups from this one on were opened in a look-behind; 0: none is
                                  open */
    bool varying_look_behind;  /* an error once the rest is known to be right */
    group *groups;             /* [form->groups + 1] */
    size_t group_capacity;
    late_reference *late;
    size_t late_count;
    size_t late_capacity;
} parser;

/* What the last thing written was: what a repetition may follow. */
typedef enum item_kind { ITEM_NONE, ITEM_PLAIN, ITEM_PLACE, ITEM_REPEATED } item_kind;

typedef struct item {
    item_kind kind;
    gb_re_width width;
    bool has_group;
} item;

static bool parse_alternatives(parser *p, bool top, gb_re_width *width);
static bool parse_sequence(parser *p, bool first, gb_re_width *width);

/* --- widths -------------------------------------------------------------------------------------
 */

static uint64_t capped(uint64_t n)
{
    return n > GB_RE_ENDLESS ? GB_RE_ENDLESS : n;
}

static void width_add(gb_re_width *total, gb_re_width more)
{
    total->least = capped(total->least + more.least);
    total->most = capped(total->most + more.most);
}

static void width_either(gb_re_width *total, gb_re_width other)
{
    if (other.least < total->least) total->least = other.least;
    if (other.most > total->most) total->most = other.most;
}

/* --- writing ------------------------------------------------------------------------------------
 */

static gb_buffer *out_of(parser *p)
{
    return &p->form->out;
}

static gb_re_style style_of(const parser *p)
{
    bool ascii = p->flags & GB_RE_ASCII;
    return (gb_re_style){.is_text = p->r.is_text,
                         .ascii = ascii,
                         .fold_ascii = ascii && p->r.is_text && (p->flags & GB_RE_IGNORECASE)};
}

/* The flags in force as PCRE2 writes them, for what follows in parentheses. */
static void put_flags(parser *p)
{
    gb_buffer *out = out_of(p);
    bool fold = (p->flags & GB_RE_IGNORECASE) && !style_of(p).fold_ascii;
    const bool on[] = {fold, p->flags & GB_RE_MULTILINE, p->flags & GB_RE_DOTALL};
    gb_buffer_text(out, "(?");
    for (int i = 0; i < 3; i++)
        if (on[i]) gb_buffer_char(out, "ims"[i]);
    gb_buffer_char(out, '-');
    for (int i = 0; i < 3; i++)
        if (!on[i]) gb_buffer_char(out, "ims"[i]);
    gb_buffer_char(out, ':');
}

static bool fail(parser *p, size_t at, const char *text)
{
    return gb_re_fail(p->r.vm, p->r.source, at, "%s", text);
}

/* --- groups and references ----------------------------------------------------------------------
 */

static bool open_group(parser *p, gb_value name, size_t name_at, uint32_t *number)
{
    gb_vm *vm = p->r.vm;
    gb_re_form *form = p->form;
    *number = form->groups + 1;
    if (*number > MAX_GROUPS) return fail(p, SIZE_MAX, "too many groups");
    if (!gb_is_unset(name)) {
        gb_value taken = gb_dict_get_peek(vm, form->index, name);
        if (!gb_is_unset(taken)) {
            gb_value shown = gb_repr(vm, name);
            if (!gb_is_unset(shown))
                gb_re_fail(vm, p->r.source, name_at,
                           "redefinition of group name %s as group %u; was group %lld",
                           gb_str_data(shown), *number, (long long)taken.i);
            gb_unref(shown);
            return false;
        }
        if (!gb_dict_set(vm, form->index, name, gb_int(*number))) return false;
    }
    gb_error err = GB_ERROR_INIT;
    if (!gb_grow(&p->groups, &p->group_capacity, *number + 1, sizeof *p->groups, &err) ||
        !gb_grow(&form->closed, &form->closed_capacity, *number + 1, sizeof *form->closed, &err))
        return gb_raise_error_false(vm, &err);
    p->groups[*number] = (group){0};
    form->groups = *number;
    return true;
}

static void close_group(parser *p, uint32_t number, gb_re_width width)
{
    p->groups[number] = (group){.width = width, .closed = true};
    p->form->closed[number] = p->closed_groups++;
}

/* In a look-behind only what is complete and stands before it may be referred to. */
static bool check_look_behind(parser *p, uint32_t number)
{
    if (!p->look_behind_from) return true;
    if (number > p->form->groups || !p->groups[number].closed)
        return fail(p, p->r.at, "cannot refer to an open group");
    if (number < p->look_behind_from) return true;
    return fail(p, p->r.at, "cannot refer to group defined in the same lookbehind subpattern");
}

/* A reference to group `number`; `at` is where an error about it points. */
static bool put_reference(parser *p, uint32_t number, size_t at, item *last)
{
    if (!p->groups[number].closed) return fail(p, at, "cannot refer to an open group");
    if (!check_look_behind(p, number)) return false;
    bool fold = style_of(p).fold_ascii;
    gb_buffer_format(out_of(p), fold ? "(?i:\\g{%u})" : "\\g{%u}", number);
    *last = (item){.kind = ITEM_PLAIN, .width = p->groups[number].width};
    return true;
}

/* A name in angle brackets or parentheses, checked: a new str. */
static gb_value read_name(parser *p, char end, size_t *start)
{
    size_t stop;
    if (!gb_re_take_until(&p->r, end, "group name", start, &stop)) return GB_UNSET_VALUE;
    int is_name = gb_re_is_name(&p->r, *start, stop);
    if (is_name < 0) return GB_UNSET_VALUE;
    gb_value name = gb_re_part(&p->r, *start, stop);
    if (is_name || gb_is_unset(name)) return name;
    gb_value shown = gb_repr(p->r.vm, name);
    gb_unref(name);
    if (!gb_is_unset(shown))
        gb_re_fail(p->r.vm, p->r.source, *start, "bad character in group name %s",
                   gb_str_data(shown));
    gb_unref(shown);
    return GB_UNSET_VALUE;
}

/* The number of a group that has this name, 0 with an exception. */
static uint32_t named_group(parser *p, gb_value name, size_t at)
{
    gb_value number = gb_dict_get_peek(p->r.vm, p->form->index, name);
    if (!gb_is_unset(number)) return (uint32_t)number.i;
    gb_value shown = gb_repr(p->r.vm, name);
    if (!gb_is_unset(shown))
        gb_re_fail(p->r.vm, p->r.source, at, "unknown group name %s", gb_str_data(shown));
    gb_unref(shown);
    return 0;
}

/* --- escapes outside of sets --------------------------------------------------------------------
 */

/* \1 to \99 are groups; three octal digits are a character. */
static bool parse_digits(parser *p, gb_re_token token, item *last)
{
    gb_re_reader *r = &p->r;
    size_t more, third = 0;
    if (!gb_re_take_digits(r, 10, 1, &more)) return false;
    bool octal = more && token.c < '8' && r->text[r->at - 1] < '8';
    if (octal && !gb_re_take_digits(r, 8, 1, &third)) return false;
    uint32_t number = 0;
    for (size_t i = token.start + 1; i < r->at; i++)
        number = number * (third ? 8 : 10) + (uint32_t)(r->text[i] - '0');
    if (third) {
        if (number > 0377) {
            gb_value digits = gb_re_part(r, token.start, r->at);
            if (!gb_is_unset(digits))
                gb_re_fail(r->vm, r->source, token.start,
                           "octal escape value %s outside of range 0-0o377", gb_str_data(digits));
            gb_unref(digits);
            return false;
        }
        gb_re_put_literal(out_of(p), style_of(p), number);
        *last = (item){ITEM_PLAIN, {1, 1}, false};
        return true;
    }
    if (number <= p->form->groups) return put_reference(p, number, token.start, last);
    return gb_re_fail(r->vm, r->source, token.start + 1, "invalid group reference %u", number);
}

static bool parse_escape(parser *p, gb_re_token token, item *last)
{
    uint32_t c;
    gb_buffer *out = out_of(p);
    gb_re_style style = style_of(p);
    *last = (item){ITEM_PLAIN, {1, 1}, false};
    if (gb_re_put_category(out, style, token.c, false)) return true;
    if (token.c == 'A' || token.c == 'Z' || token.c == 'b' || token.c == 'B') {
        *last = (item){.kind = ITEM_PLACE};
        if (token.c == 'A' || token.c == 'Z')
            gb_buffer_text(out, token.c == 'A' ? "\\A" : "\\z");
        else
            gb_re_put_boundary(out, style, token.c == 'B');
        return true;
    }
    if (token.c >= '1' && token.c <= '9') return parse_digits(p, token, last);
    if (!gb_re_escape_character(&p->r, token, false, &c)) return false;
    gb_re_put_literal(out, style, c);
    return true;
}

/* --- flags in the text --------------------------------------------------------------------------
 */

static int64_t flag_of(gb_re_token token)
{
    static const char letters[] = "iLmsuxa";
    static const int64_t flags[] = {GB_RE_IGNORECASE, GB_RE_LOCALE,  GB_RE_MULTILINE, GB_RE_DOTALL,
                                    GB_RE_UNICODE,    GB_RE_VERBOSE, GB_RE_ASCII};
    if (token.over || token.escape || token.c == 0 || token.c >= 0x80) return 0;
    const char *found = strchr(letters, (int)token.c);
    return found ? flags[found - letters] : 0;
}

static bool is_character(gb_re_token token, char c)
{
    return !token.over && !token.escape && token.c == (uint32_t)c;
}

static bool is_letter(gb_re_token token)
{
    return !token.over && !token.escape && (token.c | 0x20) >= 'a' && (token.c | 0x20) <= 'z';
}

/* "unknown flag" for a letter that is none, else what was expected. */
static bool fail_flag(parser *p, gb_re_token token, const char *expected)
{
    return fail(p, token.start, is_letter(token) ? "unknown flag" : expected);
}

static bool read_flags_on(parser *p, gb_re_token *token, int64_t *on)
{
    for (;;) {
        int64_t flag = flag_of(*token);
        if (p->r.is_text && flag == GB_RE_LOCALE)
            return fail(p, p->r.at, "bad inline flags: cannot use 'L' flag with a str pattern");
        if (!p->r.is_text && flag == GB_RE_UNICODE)
            return fail(p, p->r.at, "bad inline flags: cannot use 'u' flag with a bytes pattern");
        *on |= flag;
        if ((flag & TYPE_FLAGS) && (*on & TYPE_FLAGS) != flag)
            return fail(p, p->r.at, "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        if (!gb_re_take(&p->r, token)) return false;
        if (is_character(*token, ')') || is_character(*token, '-') || is_character(*token, ':'))
            return true;
        if (!flag_of(*token)) return fail_flag(p, *token, "missing -, : or )");
    }
}

static bool read_flags_off(parser *p, gb_re_token *token, int64_t *off)
{
    if (!gb_re_take(&p->r, token)) return false;
    if (!flag_of(*token)) return fail_flag(p, *token, "missing flag");
    for (;;) {
        int64_t flag = flag_of(*token);
        if (flag & TYPE_FLAGS)
            return fail(p, p->r.at, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        *off |= flag;
        if (!gb_re_take(&p->r, token)) return false;
        if (is_character(*token, ':')) return true;
        if (!flag_of(*token)) return fail_flag(p, *token, "missing :");
    }
}

/* `(?aiLmsux)`: *global; `(?aiLmsux-imsx:`: the flags of the group are put in force. */
static bool parse_flags(parser *p, gb_re_token token, bool *global)
{
    int64_t on = 0, off = 0;
    if (!is_character(token, '-') && !read_flags_on(p, &token, &on)) return false;
    *global = is_character(token, ')');
    if (*global) {
        p->form->flags |= on;
        p->flags |= on;
        return true;
    }
    if (is_character(token, '-') && !read_flags_off(p, &token, &off)) return false;
    if (on & off) return fail(p, p->r.at - 1, "bad inline flags: flag turned on and off");
    if (on & TYPE_FLAGS) p->flags &= ~(int64_t)TYPE_FLAGS;
    p->flags = (p->flags | on) & ~off;
    return true;
}

/* --- groups -------------------------------------------------------------------------------------
 */

static bool close_parenthesis(parser *p, size_t start)
{
    bool closed;
    if (!gb_re_accept(&p->r, ')', &closed)) return false;
    if (closed) {
        gb_buffer_char(out_of(p), ')');
        return true;
    }
    return fail(p, start, "missing ), unterminated subpattern");
}

/* The inside of a group and its `)`. */
static bool parse_inside(parser *p, size_t start, item *last)
{
    uint32_t groups = p->form->groups;
    *last = (item){.kind = ITEM_PLAIN};
    if (!parse_alternatives(p, false, &last->width) || !close_parenthesis(p, start)) return false;
    last->has_group = p->form->groups > groups;
    return true;
}

static bool parse_capture(parser *p, size_t start, gb_value name, size_t name_at, item *last)
{
    uint32_t number;
    if (!open_group(p, name, name_at, &number)) return false;
    gb_buffer_char(out_of(p), '(');
    if (!parse_inside(p, start, last)) return false;
    close_group(p, number, last->width);
    last->has_group = true;
    return true;
}

/* Behind `(?P`. */
static bool parse_python_group(parser *p, size_t start, item *last)
{
    bool found, ok = false;
    size_t at;
    if (!gb_re_accept(&p->r, '<', &found)) return false;
    if (found) {
        gb_value name = read_name(p, '>', &at);
        if (!gb_is_unset(name)) ok = parse_capture(p, start, name, at, last);
        gb_unref(name);
        return ok;
    }
    if (!gb_re_accept(&p->r, '=', &found)) return false;
    if (found) {
        gb_value name = read_name(p, ')', &at);
        uint32_t number = gb_is_unset(name) ? 0 : named_group(p, name, at);
        gb_unref(name);
        return number && put_reference(p, number, at, last);
    }
    gb_re_token token;
    if (!gb_re_take(&p->r, &token)) return false;
    if (token.over) return fail(p, p->r.at, "unexpected end of pattern");
    return gb_re_fail_part(&p->r, token.start - 2, "unknown extension ?P", token.start, token.end);
}

static bool parse_comment(parser *p, size_t start)
{
    for (;;) {
        gb_re_token token;
        if (gb_re_peek(&p->r).over) return fail(p, start, "missing ), unterminated comment");
        if (!gb_re_take(&p->r, &token)) return false;
        if (is_character(token, ')')) return true;
    }
}

/* (?=, (?!, and with `behind` (?<=, (?<!. */
static bool parse_look(parser *p, size_t start, bool negative, bool behind, item *last)
{
    uint32_t outer = p->look_behind_from;
    gb_buffer_format(out_of(p), "(?%s%c", behind ? "<" : "", negative ? '!' : '=');
    if (behind && !outer) p->look_behind_from = p->form->groups + 1;
    if (!parse_inside(p, start, last)) return false;
    p->look_behind_from = outer;
    if (behind && last->width.least != last->width.most) p->varying_look_behind = true;
    last->width = (gb_re_width){0, 0};
    return true;
}

/* The group that `(?(name)` or `(?(number)` asks for; 0 with an exception. */
static uint32_t condition(parser *p)
{
    gb_re_reader *r = &p->r;
    gb_vm *vm = r->vm;
    size_t start, stop;
    int64_t number = -1;
    if (!gb_re_take_until(r, ')', "group name", &start, &stop)) return 0;
    int is_name = gb_re_is_name(r, start, stop);
    gb_value name = is_name < 0 ? GB_UNSET_VALUE : gb_re_part(r, start, stop);
    if (gb_is_unset(name)) return 0;
    if (is_name) {
        uint32_t known = named_group(p, name, start);
        gb_unref(name);
        return known;
    }
    gb_value parsed = gb_int_parse(vm, gb_str_data(name), gb_str_size(name), 10);
    gb_exception_clear(vm);
    if (gb_is_unset(parsed) || !gb_int_fits(parsed, &number)) number = -1;
    gb_unref(parsed);
    if (number < 0) {
        gb_value shown = gb_repr(vm, name);
        if (!gb_is_unset(shown))
            gb_re_fail(vm, r->source, start, "bad character in group name %s", gb_str_data(shown));
        gb_unref(shown);
    } else if (number == 0) {
        fail(p, start, "bad group number");
    } else if (number > MAX_GROUPS) {
        gb_re_fail(vm, r->source, start, "invalid group reference %lld", (long long)number);
    }
    gb_unref(name);
    if (number <= 0 || number > MAX_GROUPS) return 0;
    gb_error err = GB_ERROR_INIT;
    if (!gb_grow(&p->late, &p->late_capacity, p->late_count + 1, sizeof *p->late, &err)) {
        gb_raise_error(vm, &err);
        return 0;
    }
    p->late[p->late_count++] = (late_reference){(uint32_t)number, start};
    return (uint32_t)number;
}

/* Behind `(?(`: a condition, what to match if it holds, and what else. */
static bool parse_condition(parser *p, size_t start, item *last)
{
    uint32_t number = condition(p), groups = p->form->groups;
    gb_re_width otherwise = {0, 0};
    bool more;
    if (!number || !check_look_behind(p, number)) return false;
    gb_buffer_format(out_of(p), "(?(%u)", number);
    *last = (item){.kind = ITEM_PLAIN};
    if (!parse_sequence(p, false, &last->width) || !gb_re_accept(&p->r, '|', &more)) return false;
    if (more) {
        gb_buffer_char(out_of(p), '|');
        if (!parse_sequence(p, false, &otherwise)) return false;
        if (is_character(gb_re_peek(&p->r), '|'))
            return fail(p, p->r.at, "conditional backref with more than two branches");
    }
    width_either(&last->width, otherwise);
    last->has_group = p->form->groups > groups;
    return close_parenthesis(p, start);
}

/* Behind `(?`. *nothing: it was a comment or flags for the whole. */
static bool parse_extension(parser *p, size_t start, bool first, item *last, bool *nothing)
{
    gb_re_token token;
    bool global, behind = false;
    if (!gb_re_take(&p->r, &token)) return false;
    if (token.over) return fail(p, p->r.at, "unexpected end of pattern");
    if (is_character(token, 'P')) return parse_python_group(p, start, last);
    if (is_character(token, '(')) return parse_condition(p, start, last);
    if (is_character(token, ':') || is_character(token, '>')) {
        gb_buffer_format(out_of(p), "(?%c", (int)token.c);
        return parse_inside(p, start, last);
    }
    if (is_character(token, '#')) {
        *nothing = true;
        return parse_comment(p, start);
    }
    if (is_character(token, '<')) {
        behind = true;
        if (!gb_re_take(&p->r, &token)) return false;
        if (token.over) return fail(p, p->r.at, "unexpected end of pattern");
        if (!is_character(token, '=') && !is_character(token, '!'))
            return gb_re_fail_part(&p->r, token.start - 2, "unknown extension ?<", token.start,
                                   token.end);
    }
    if (is_character(token, '=') || is_character(token, '!'))
        return parse_look(p, start, token.c == '!', behind, last);
    if (!flag_of(token) && !is_character(token, '-'))
        return gb_re_fail_part(&p->r, token.start - 1, "unknown extension ?", token.start,
                               token.end);
    if (!parse_flags(p, token, &global)) return false;
    if (!global) {
        put_flags(p);
        return parse_inside(p, start, last);
    }
    *nothing = true;
    return first || fail(p, start, "global flags not at the start of the expression");
}

/* Behind `(`. `first`: nothing stands before it. */
static bool parse_group(parser *p, size_t start, bool first, item *last, bool *nothing)
{
    bool extension;
    int64_t outer = p->flags;
    if (p->depth >= MAX_NESTING)
        return gb_raise_false(p->r.vm, GB_EXC_RecursionError, "maximum recursion depth exceeded");
    p->depth++;
    bool ok = gb_re_accept(&p->r, '?', &extension) &&
              (extension ? parse_extension(p, start, first, last, nothing)
                         : parse_capture(p, start, GB_UNSET_VALUE, 0, last));
    p->depth--;
    if (!*nothing) p->flags = outer;
    return ok;
}

/* --- repetitions --------------------------------------------------------------------------------
 */

static bool parse_number(parser *p, uint64_t *number, bool *given)
{
    gb_re_reader *r = &p->r;
    size_t count, start = r->at;
    if (!gb_re_take_digits(r, 10, SIZE_MAX, &count)) return false;
    *given = count > 0;
    uint64_t value = 0;
    for (size_t i = start; i < r->at; i++)
        value = capped(value * 10 + (uint64_t)(r->text[i] - '0'));
    if (*given && value >= GB_RE_ENDLESS)
        return gb_raise_false(r->vm, GB_EXC_OverflowError, "the repetition number is too large");
    if (*given) *number = value;
    return true;
}

/* Behind `{`: the bounds. *literal: it is no repetition, and nothing was moved over. */
static bool parse_bounds(parser *p, gb_re_width *times, bool *literal)
{
    gb_re_reader *r = &p->r;
    size_t here = r->at;
    bool lower, upper, comma, closed;
    uint64_t least = 0, most = GB_RE_ENDLESS;
    *literal = is_character(gb_re_peek(r), '}');
    if (*literal) return true;
    /* Too large a number is an error only in a complete repetition. */
    if (!parse_number(p, &least, &lower) || !gb_re_accept(r, ',', &comma)) return false;
    if (comma && !parse_number(p, &most, &upper)) return false;
    if (!comma) {
        upper = lower;
        if (lower) most = least;
    }
    if (!gb_re_accept(r, '}', &closed)) return false;
    if (!closed) {
        r->at = here;
        *literal = true;
        return true;
    }
    if (upper && most < least) return fail(p, here, "min repeat greater than max repeat");
    *times = (gb_re_width){least, most};
    return true;
}

static void put_times(gb_buffer *out, gb_re_width times)
{
    if (times.least == 0 && times.most == 1)
        gb_buffer_char(out, '?');
    else if (times.most > MAX_REPEAT && times.least <= 1)
        gb_buffer_char(out, times.least ? '+' : '*');
    else if (times.most > MAX_REPEAT)
        gb_buffer_format(out, "{%u,}", (unsigned)times.least);
    else
        gb_buffer_format(out, "{%u,%u}", (unsigned)times.least, (unsigned)times.most);
}

/* A repetition of the last item; the sign was moved over. *literal: it was a `{` that is none. */
static bool parse_repeat(parser *p, gb_re_token sign, item *last, bool *literal)
{
    gb_re_width times = {sign.c == '+', sign.c == '?' ? 1 : GB_RE_ENDLESS};
    bool lazy, possessive = false;
    *literal = false;
    if (sign.c == '{' && !parse_bounds(p, &times, literal)) return false;
    if (*literal) return true;
    if (last->kind == ITEM_NONE || last->kind == ITEM_PLACE)
        return fail(p, sign.start, "nothing to repeat");
    if (last->kind == ITEM_REPEATED) return fail(p, sign.start, "multiple repeat");
    if (times.least > MAX_REPEAT)
        return gb_raise_false(p->r.vm, GB_EXC_OverflowError, "the repetition number is too large");
    put_times(out_of(p), times);
    if (!gb_re_accept(&p->r, '?', &lazy)) return false;
    if (!lazy && !gb_re_accept(&p->r, '+', &possessive)) return false;
    if (lazy || possessive) gb_buffer_char(out_of(p), lazy ? '?' : '+');
    if (last->has_group) p->form->groups_repeat = true;
    last->kind = ITEM_REPEATED;
    last->width.least = capped(last->width.least * times.least);
    last->width.most = capped(last->width.most * times.most);
    return true;
}

/* --- sequences and alternatives -----------------------------------------------------------------
 */

static bool parse_character(parser *p, gb_re_token token, item *last)
{
    gb_buffer *out = out_of(p);
    *last = (item){ITEM_PLAIN, {1, 1}, false};
    if (token.escape) return parse_escape(p, token, last);
    if (token.c == '[') return gb_re_read_set(&p->r, out, style_of(p), token.start);
    if (token.c == '^' || token.c == '$') {
        *last = (item){.kind = ITEM_PLACE};
        gb_buffer_char(out, (char)token.c);
    } else if (token.c == '.') {
        gb_buffer_char(out, '.');
    } else {
        gb_re_put_literal(out, style_of(p), token.c);
    }
    return true;
}

static bool skip_line(parser *p)
{
    for (;;) {
        gb_re_token token;
        if (!gb_re_take(&p->r, &token)) return false;
        if (token.over || is_character(token, '\n')) return true;
    }
}

/* Blanks and comments of a verbose pattern; *skipped tells. */
static bool skip_verbose(parser *p, gb_re_token token, bool *skipped)
{
    *skipped = (p->flags & GB_RE_VERBOSE) && !token.escape && token.c && token.c < 0x80 &&
               strchr(" \t\n\r\v\f#", (int)token.c);
    return !*skipped || token.c != '#' || skip_line(p);
}

/* Items up to `|`, `)` or the end. `first`: flags for the whole may come. */
static bool parse_sequence(parser *p, bool first, gb_re_width *width)
{
    item last = {.kind = ITEM_NONE};
    *width = (gb_re_width){0, 0};
    for (;;) {
        gb_re_token token = gb_re_peek(&p->r);
        bool skipped, nothing = false, literal = false;
        if (token.over || is_character(token, '|') || is_character(token, ')')) break;
        if (!gb_re_take(&p->r, &token) || !skip_verbose(p, token, &skipped)) return false;
        if (skipped) continue;
        bool repeats = !token.escape && token.c < 0x80 && token.c && strchr("*+?{", (int)token.c);
        item before = last;
        gb_re_width width_before = *width;
        if (repeats) {
            if (!parse_repeat(p, token, &last, &literal)) return false;
            if (!literal) continue;
        }
        width_add(width, before.width);
        bool ok =
            is_character(token, '(')
                ? parse_group(p, token.start, first && before.kind == ITEM_NONE, &last, &nothing)
                : parse_character(p, token, &last);
        if (!ok) return false;
        if (nothing) { /* the item before it may still be repeated */
            last = before;
            *width = width_before;
        }
    }
    width_add(width, last.width);
    return true;
}

static bool parse_alternatives(parser *p, bool top, gb_re_width *width)
{
    bool more = true;
    for (bool first = true; more; first = false) {
        gb_re_width one;
        if (!first) gb_buffer_char(out_of(p), '|');
        if (!parse_sequence(p, top && first, &one)) return false;
        if (first)
            *width = one;
        else
            width_either(width, one);
        if (!gb_re_accept(&p->r, '|', &more)) return false;
    }
    return true;
}

/* --- the whole ----------------------------------------------------------------------------------
 */

static bool complete_flags(parser *p)
{
    int64_t *flags = &p->form->flags;
    const char *wrong = NULL;
    if (p->r.is_text) {
        if (*flags & GB_RE_LOCALE) wrong = "cannot use LOCALE flag with a str pattern";
        if (!(*flags & GB_RE_ASCII))
            *flags |= GB_RE_UNICODE;
        else if (*flags & GB_RE_UNICODE)
            wrong = wrong ? wrong : "ASCII and UNICODE flags are incompatible";
    } else if (*flags & GB_RE_UNICODE) {
        wrong = "cannot use UNICODE flag with a bytes pattern";
    } else if ((*flags & GB_RE_LOCALE) && (*flags & GB_RE_ASCII)) {
        wrong = "ASCII and LOCALE flags are incompatible";
    }
    return !wrong || gb_raise_false(p->r.vm, GB_EXC_ValueError, "%s", wrong);
}

static bool parse_whole(parser *p)
{
    gb_re_width width;
    if (!parse_alternatives(p, true, &width) || !complete_flags(p)) return false;
    if (p->r.at < p->r.n) return fail(p, p->r.at, "unbalanced parenthesis");
    for (size_t i = 0; i < p->late_count; i++)
        if (p->late[i].group > p->form->groups)
            return gb_re_fail(p->r.vm, p->r.source, p->late[i].at, "invalid group reference %u",
                              p->late[i].group);
    if (p->varying_look_behind)
        return fail(p, SIZE_MAX, "look-behind requires fixed-width pattern");
    if (!p->form->out.failed) return true;
    return gb_raise_false(p->r.vm, GB_EXC_MemoryError, "%s", "");
}

bool gb_re_translate(gb_vm *vm, gb_value pattern, int64_t flags, gb_re_form *form)
{
    parser p = {.form = form, .flags = flags};
    *form = (gb_re_form){.flags = flags, .index = gb_dict_new(vm)};
    bool ok = !gb_is_unset(form->index) && gb_re_reader_init(&p.r, vm, pattern) && parse_whole(&p);
    gb_free(p.groups);
    gb_free(p.late);
    if (!ok) gb_re_form_release(form);
    return ok;
}

void gb_re_form_release(gb_re_form *form)
{
    gb_buffer_release(&form->out);
    gb_unref(form->index);
    gb_free(form->closed);
    *form = (gb_re_form){0};
}
