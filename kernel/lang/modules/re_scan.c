/* Matching: compiled forms of a pattern, limits, interrupts. */
#include "kernel/lang/modules/re.h"

#include "graph/base/interrupt.h"

#include <limits.h>

enum {
    FIRST_LIMIT = 2000000, /* steps before a match is watched */
    JIT_USES = 2,          /* how often a pattern is used before machine code pays */
    JIT_TEXT = 256,        /* or on how long a text */
    JIT_STACK = 32 * 1024,
    JIT_STACK_MOST = 256 * 1024 * 1024, /* reserved, not taken */
    NESTING = 2000,
    STEPS_BETWEEN_CHECKS = 256,
};

/* What all patterns of a VM share. */
typedef struct engine {
    gb_vm *vm;
    pcre2_compile_context *compile;
    pcre2_match_context *quick;   /* with FIRST_LIMIT */
    pcre2_match_context *patient; /* watched */
    pcre2_jit_stack *stack;
    uint32_t steps;
} engine;

static const char engine_key;

static void engine_release(void *state)
{
    engine *e = state;
    pcre2_compile_context_free(e->compile);
    pcre2_match_context_free(e->quick);
    pcre2_match_context_free(e->patient);
    pcre2_jit_stack_free(e->stack);
    gb_free(e);
}

/* Asked at every step of a watched match; not 0 gives it up. */
static int watch(pcre2_callout_block *block, void *data)
{
    engine *e = data;
    (void)block;
    if (++e->steps % STEPS_BETWEEN_CHECKS) return 0;
    e->vm->steps += STEPS_BETWEEN_CHECKS;
    return gb_vm_check(e->vm) ? 0 : PCRE2_ERROR_CALLOUT;
}

static void engine_configure(engine *e)
{
    uint32_t heap =
        (uint32_t)(e->vm->memory_limit / 1024 > UINT32_MAX ? UINT32_MAX
                                                           : e->vm->memory_limit / 1024);
    pcre2_set_newline(e->compile, PCRE2_NEWLINE_LF);
    pcre2_set_parens_nest_limit(e->compile, NESTING);
    pcre2_set_match_limit(e->quick, FIRST_LIMIT);
    pcre2_set_match_limit(e->patient, UINT32_MAX);
    pcre2_set_depth_limit(e->patient, UINT32_MAX);
    pcre2_set_heap_limit(e->quick, heap);
    pcre2_set_heap_limit(e->patient, heap);
    pcre2_set_callout(e->patient, watch, e);
    e->stack = pcre2_jit_stack_create(JIT_STACK, JIT_STACK_MOST, NULL);
    if (!e->stack) return; /* the machine's own stack has to do */
    pcre2_jit_stack_assign(e->quick, NULL, e->stack);
    pcre2_jit_stack_assign(e->patient, NULL, e->stack);
}

static engine *engine_of(gb_vm *vm)
{
    engine *e = gb_vm_attached(vm, &engine_key);
    if (e) return e;
    e = gb_calloc(1, sizeof *e, NULL);
    if (e) {
        e->vm = vm;
        e->compile = pcre2_compile_context_create(NULL);
        e->quick = pcre2_match_context_create(NULL);
        e->patient = pcre2_match_context_create(NULL);
    }
    if (!e || !e->compile || !e->quick || !e->patient) {
        if (e) engine_release(e);
        gb_raise(vm, GB_EXC_MemoryError, "%s", "");
        return NULL;
    }
    engine_configure(e);
    if (gb_vm_attach(vm, &engine_key, e, engine_release)) return e;
    engine_release(e);
    return NULL;
}

/* --- compiled forms -----------------------------------------------------------------------------
 */

static uint32_t options_of(const gb_pattern *p, gb_re_way way, bool watched)
{
    int64_t flags = p->form.flags;
    bool is_text = p->source.tag == GB_STR;
    uint32_t options = PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_BACKSLASH_C;
    if (is_text) options |= PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK;
    if ((flags & GB_RE_IGNORECASE) && !(is_text && (flags & GB_RE_ASCII)))
        options |= PCRE2_CASELESS;
    if (flags & GB_RE_MULTILINE) options |= PCRE2_MULTILINE;
    if (flags & GB_RE_DOTALL) options |= PCRE2_DOTALL;
    if (way != GB_RE_SEARCH) options |= PCRE2_ANCHORED;
    if (way == GB_RE_FULL) options |= PCRE2_ENDANCHORED;
    if (watched) options |= PCRE2_AUTO_CALLOUT;
    return options;
}

static pcre2_code *compile(gb_vm *vm, const engine *e, const gb_pattern *p, gb_re_way way,
                           bool watched)
{
    int code;
    PCRE2_SIZE place;
    char why[200];
    const gb_buffer *text = &p->form.out;
    pcre2_code *made = pcre2_compile((PCRE2_SPTR)(text->data ? text->data : ""), text->size,
                                     options_of(p, way, watched), &code, &place, e->compile);
    if (made) return made;
    pcre2_get_error_message(code, (PCRE2_UCHAR *)why, sizeof why);
    gb_re_fail(vm, p->source, SIZE_MAX, "%s", why);
    return NULL;
}

/* The form for one way; NULL with an exception. */
static pcre2_code *code_for(gb_vm *vm, const engine *e, gb_pattern *p, gb_re_way way, size_t size)
{
    pcre2_code **code = &p->code[way];
    if (!*code) *code = compile(vm, e, p, way, false);
    if (!*code) return NULL;
    if (p->uses <= JIT_USES) p->uses++;
    size_t machine_code = 0;
    if (p->uses < JIT_USES && size < JIT_TEXT) return *code;
    if (pcre2_pattern_info(*code, PCRE2_INFO_JITSIZE, &machine_code) == 0 && machine_code == 0)
        pcre2_jit_compile(*code, PCRE2_JIT_COMPLETE); /* without it: slower, the same */
    return *code;
}

static pcre2_code *watched_for(gb_vm *vm, const engine *e, gb_pattern *p, gb_re_way way)
{
    pcre2_code **code = &p->watched[way];
    if (*code) return *code;
    *code = compile(vm, e, p, way, true);
    if (*code) pcre2_jit_compile(*code, PCRE2_JIT_COMPLETE);
    return *code;
}

void gb_re_codes_release(gb_pattern *p)
{
    for (int way = 0; way < GB_RE_WAYS; way++) {
        pcre2_code_free(p->code[way]);
        pcre2_code_free(p->watched[way]);
    }
    pcre2_match_data_free(p->spare);
}

/* --- scans --------------------------------------------------------------------------------------
 */

static bool subject_text(gb_vm *vm, const gb_pattern *p, gb_value subject, gb_chars *text)
{
    bool is_text = subject.tag == GB_STR;
    if (!gb_text_peek(subject, text))
        return gb_raise_false(vm, GB_EXC_TypeError,
                              "expected string or bytes-like object, got '%s'",
                              gb_type_name(vm, subject));
    if (is_text == (p->source.tag == GB_STR)) return true;
    return gb_raise_false(vm, GB_EXC_TypeError,
                          is_text ? "cannot use a bytes pattern on a string-like object"
                                  : "cannot use a string pattern on a bytes-like object");
}

static int64_t cut(int64_t index, int64_t length)
{
    return index < 0 ? 0 : index > length ? length : index;
}

static bool set_bounds(gb_re_scan *scan, const gb_value *bounds)
{
    bool is_text = scan->subject.tag == GB_STR;
    int64_t length = (int64_t)(is_text ? gb_str_length(scan->subject) : scan->text.size);
    scan->endpos = length;
    if (!bounds) return true;
    if (!gb_to_int64(scan->vm, bounds[0], &scan->pos) ||
        !gb_to_int64(scan->vm, bounds[1], &scan->endpos))
        return false;
    scan->pos = cut(scan->pos, length);
    scan->endpos = cut(scan->endpos, length);
    scan->over = scan->pos > scan->endpos;
    scan->at = (size_t)scan->pos;
    size_t end = (size_t)scan->endpos;
    if (is_text) {
        scan->at = gb_str_offset(scan->subject, scan->at);
        end = gb_str_offset(scan->subject, end);
    }
    scan->text.size = end;
    return true;
}

bool gb_re_scan_init(gb_re_scan *scan, gb_vm *vm, gb_value pattern, gb_value subject,
                     const gb_value *bounds)
{
    gb_pattern *p = gb_pattern_peek(pattern);
    *scan = (gb_re_scan){
        .vm = vm, .pattern = pattern, .subject = subject, .place = NULL, .data = p->spare};
    if (!subject_text(vm, p, subject, &scan->text) || !set_bounds(scan, bounds)) return false;
    p->spare = NULL;
    gb_ref(pattern);
    gb_ref(subject);
    return true;
}

void gb_re_scan_release(gb_re_scan *scan)
{
    gb_pattern *p = gb_pattern_peek(scan->pattern);
    if (!p->spare)
        p->spare = scan->data;
    else
        pcre2_match_data_free(scan->data);
    gb_unref(scan->pattern);
    gb_unref(scan->subject);
}

/* A result of PCRE2 that is no match and no "no match". */
static int raise_failure(gb_vm *vm, int code)
{
    char why[200];
    if (!gb_is_unset(gb_exception_peek(vm))) return -1; /* interrupted */
    if (code == PCRE2_ERROR_NOMEMORY || code == PCRE2_ERROR_HEAPLIMIT)
        return gb_raise_minus(vm, GB_EXC_MemoryError, "%s", "");
    pcre2_get_error_message(code, (PCRE2_UCHAR *)why, sizeof why);
    return gb_raise_minus(vm, GB_EXC_RuntimeError, "matching the regular expression: %s", why);
}

static int attempt(const gb_re_scan *scan, const pcre2_code *code, pcre2_match_context *context)
{
    uint32_t options = PCRE2_NO_UTF_CHECK;
    if (scan->advance) options |= PCRE2_NOTEMPTY_ATSTART;
    PCRE2_SPTR text = (PCRE2_SPTR)scan->text.data;
    int rc = pcre2_match(code, text, scan->text.size, scan->at, options, scan->data, context);
    if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
        rc = pcre2_match(code, text, scan->text.size, scan->at, options | PCRE2_NO_JIT, scan->data,
                         context);
    return rc;
}

int gb_re_scan_next(gb_re_scan *scan, gb_re_way way)
{
    gb_vm *vm = scan->vm;
    engine *e = engine_of(vm);
    gb_pattern *p = gb_pattern_peek(scan->pattern);
    if (!e) return -1;
    if (scan->over) return 0;
    pcre2_code *code = code_for(vm, e, p, way, scan->text.size);
    if (!code) return -1;
    if (!scan->data) scan->data = pcre2_match_data_create(p->form.groups + 1, NULL);
    if (!scan->data) return gb_raise_minus(vm, GB_EXC_MemoryError, "%s", "");
    int rc = attempt(scan, code, e->quick);
    if (rc == PCRE2_ERROR_MATCHLIMIT || rc == PCRE2_ERROR_DEPTHLIMIT) {
        code = watched_for(vm, e, p, way);
        if (!code) return -1;
        rc = attempt(scan, code, e->patient);
    }
    if (rc == PCRE2_ERROR_NOMATCH) {
        scan->over = true;
        return 0;
    }
    if (rc < 0) return raise_failure(vm, rc);
    scan->place = pcre2_get_ovector_pointer(scan->data);
    scan->at = scan->place[1];
    scan->advance = scan->place[0] == scan->place[1];
    return 1;
}

gb_value gb_re_scan_group(const gb_re_scan *scan, size_t group, gb_value missing)
{
    size_t start = scan->place[2 * group], end = scan->place[2 * group + 1];
    if (start == PCRE2_UNSET) return gb_ref(missing);
    return gb_text_piece(scan->vm, scan->subject, start, end - start);
}
