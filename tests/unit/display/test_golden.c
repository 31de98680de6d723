/* Every view's bytes against tests/golden/display/NAME.txt and NAME.html.
 *
 *     GB_GOLDEN=write build/release/display_test_golden     regenerates the files
 *     GB_PAGE=FILE.html build/release/display_test_golden   writes one page of all views
 *
 * Pictures are left out of the golden files (their pixels depend on the version of the fonts);
 * their sizes are in. */
#include "display/view.h"
#include "graph/base/buffer.h"
#include "graph/base/file.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "tests/unit/display/samples.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char PICTURE[] = "data:image/png;base64,";

/* The HTML with pictures' bytes replaced by "…". */
static void put_without_pictures(gb_buffer *out, const char *html)
{
    for (const char *at; (at = strstr(html, PICTURE)); html = at) {
        at += strlen(PICTURE);
        gb_buffer_put(out, html, (size_t)(at - html));
        gb_buffer_text(out, "…");
        at += strcspn(at, "\"");
    }
    gb_buffer_text(out, html);
}

static void compare(const char *name, const char *ending, const char *text)
{
    char path[256];
    gb_error err = GB_ERROR_INIT;
    snprintf(path, sizeof path, "tests/golden/display/%s.%s", name, ending);
    const char *mode = getenv("GB_GOLDEN");
    if (mode && !strcmp(mode, "write")) {
        assert_true(gb_file_write(path, text, strlen(text), &err));
        return;
    }
    size_t size;
    char *wanted = gb_file_read(path, 1 << 20, &size, &err);
    if (!wanted) fail_msg("%s: %s", path, err.message);
    if (strcmp(wanted, text) != 0) {
        size_t at = 0;
        while (wanted[at] && wanted[at] == text[at])
            at++;
        fail_msg("%s differs at byte %zu: wanted '%.60s', got '%.60s'", path, at, wanted + at,
                 text + at);
    }
    gb_free(wanted);
}

static void check_bundle(const sample *s, const gb_bundle *bundle)
{
    assert_true(gb_utf8_valid(bundle->text, strlen(bundle->text)));
    assert_null(strchr(bundle->text, '\x1b'));
    if (gb_bundle_size(bundle) > GB_BUNDLE_BUDGET)
        fail_msg("%s takes %zu bytes, over the budget", s->name, gb_bundle_size(bundle));
    gb_buffer text = GB_BUFFER_INIT, html = GB_BUFFER_INIT;
    gb_buffer_format(&text, "%s\n", bundle->text);
    if (bundle->png)
        gb_buffer_format(&text, "[picture %d×%d: %s]\n", bundle->width, bundle->height,
                         bundle->alt);
    compare(s->name, "txt", text.data);
    gb_buffer_release(&text);
    if (!bundle->html) return;
    assert_true(gb_utf8_valid(bundle->html, strlen(bundle->html)));
    const char *wrong = html_rules_broken(bundle->html);
    if (wrong) fail_msg("%s: %s", s->name, wrong);
    put_without_pictures(&html, bundle->html);
    gb_buffer_text(&html, "\n");
    compare(s->name, "html", html.data);
    gb_buffer_release(&html);
}

static void goldens(void **state)
{
    (void)state;
    if (getenv("GB_PAGE")) return;
    const sample *s;
    for (size_t i = 0; (s = sample_at(i)); i++) {
        gb_bundle bundle = GB_BUNDLE_INIT, again = GB_BUNDLE_INIT;
        gb_error err = GB_ERROR_INIT;
        if (!s->show(&bundle, &err)) fail_msg("%s: %s", s->name, err.message);
        assert_true(s->show(&again, &err));
        check_bundle(s, &bundle);
        assert_int_equal(bundle.png_size, again.png_size);
        if (bundle.png) assert_memory_equal(bundle.png, again.png, bundle.png_size);
        if (bundle.html) assert_string_equal(bundle.html, again.html);
        gb_bundle_release(&bundle);
        gb_bundle_release(&again);
    }
}

static void page(void **state)
{
    (void)state;
    const char *path = getenv("GB_PAGE");
    if (!path) return;
    gb_buffer out = GB_BUFFER_INIT;
    gb_error err = GB_ERROR_INIT;
    const char *only = getenv("GB_ONLY");
    const sample *s;
    for (size_t i = 0; (s = sample_at(i)); i++) {
        gb_bundle b = GB_BUNDLE_INIT;
        if (only && !strstr(s->name, only)) continue;
        assert_true(s->show(&b, &err));
        gb_buffer_format(
            &out, "<h3>%s <small>%zu bytes, png %zu</small></h3><div class=\"out\">%s</div>\n",
            s->name, gb_bundle_size(&b), b.png_size, b.html ? b.html : "");
        gb_bundle_release(&b);
    }
    assert_true(gb_buffer_ok(&out, &err));
    assert_true(gb_file_write(path, out.data, out.size, &err));
    gb_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(goldens), cmocka_unit_test(page)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
