/* Markdown and cleaned HTML: what is kept, what is not. */
#include "kernel/markdown.h"
#include "kernel/sanitize.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void markdown(const char *text, const char *wanted)
{
    gb_buffer out = GB_BUFFER_INIT;
    gb_markdown_html(text, strlen(text), &out);
    assert_string_equal(out.data ? out.data : "", wanted);
    gb_buffer_release(&out);
}

static void clean(const char *html, const char *wanted, bool acted)
{
    gb_buffer out = GB_BUFFER_INIT;
    assert_int_equal(gb_sanitize_html(html, strlen(html), &out), acted);
    assert_string_equal(out.data ? out.data : "", wanted);
    gb_buffer_release(&out);
}

static void spans(void **state)
{
    (void)state;
    markdown("a *b* **c** `d*e` _f_ snake_case_x",
             "<p>a <em>b</em> <strong>c</strong> <code>d*e</code> "
             "<em>f</em> snake_case_x</p>\n");
    markdown("[a **b**](http://x.y/z_(1)) ![p](q.png)",
             "<p><a href=\"http://x.y/z_(1)\">a <strong>b</strong></a> <img src=\"q.png\" "
             "alt=\"p\"></p>\n");
    markdown("[a](javascript:b) <https://x.y>",
             "<p><a>a</a> <a href=\"https://x.y\">https://x.y</a></p>\n");
    markdown("\\*a\\* 1 < 2 &amp; ~~b~~", "<p>*a* 1 &lt; 2 &amp; <del>b</del></p>\n");
    markdown("$x_1 * y_2$ costs $5 and $6",
             "<p><span class=\"formula\">$x_1 * y_2$</span> costs $5 and $6</p>\n");
    markdown("** not * em", "<p>** not * em</p>\n");
}

static void blocks(void **state)
{
    (void)state;
    markdown("# a\n## b ##\ntext\nmore  \nbroken",
             "<h1>a</h1>\n<h2>b</h2>\n<p>text\nmore<br>\nbroken</p>\n");
    markdown("* a\n  * b\n* c\n",
             "<ul>\n<li>a\n<ul>\n<li>b\n</li>\n</ul>\n</li>\n<li>c\n</li>\n</ul>\n");
    markdown("3. a\n4. b\n", "<ol start=\"3\">\n<li>a\n</li>\n<li>b\n</li>\n</ol>\n");
    markdown("> a\n> > b\nc\n", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b\nc</p>\n"
                                "</blockquote>\n</blockquote>\n");
    markdown("```py\n<a>\n```\n    b\n",
             "<pre class=\"code\">&lt;a&gt;\n</pre>\n<pre class=\"code\">b\n</pre>\n");
    markdown("a|b\n-|-:\n`1\\|2`|3",
             "<table>\n<thead><tr><th>a</th><th style=\"text-align: right\">b"
             "</th></tr>\n</thead>\n<tbody><tr><td><code>1\\|2</code></td><td "
             "style=\"text-align: right\">3</td></tr>\n</tbody>\n</table>\n");
    markdown("---\n<div onclick=\"x\">a</div>\n", "<hr>\n<div>a</div>\n");
}

static void cleaning(void **state)
{
    (void)state;
    clean("<b onclick=x>a</b><script>b</script>", "<b>a</b>", true);
    clean("<p>a<p>b</i></p>", "<p>a<p>b</p></p>", false);
    clean("<a href=' javascript:x'>a</a><a href=java&#115;cript:x>b</a>", "<a>a</a><a>b</a>",
          false);
    clean("<img src=data:image/png;base64,aGk= alt='a\"b'>",
          "<img src=\"data:image/png;base64,aGk=\" alt=\"a&quot;b\">", false);
    clean("<td style='color:#111;background:url(x)' bgcolor=#fff>a", "<td bgcolor=\"#fff\">a</td>",
          false);
    clean("<scr<script>x</script>ipt>y", "xipt&gt;y", false); /* an element "scr<script" */
    clean("<!-- <script> --><svg><script>1</script></svg>a < b", "a &lt; b", false);
    clean("<unknown>kept</unknown>", "kept", false);
    clean("<iframe src=x>fallback</iframe>a", "a", true);
}

static void text_alone(void **state)
{
    (void)state;
    gb_buffer out = GB_BUFFER_INIT;
    static const char html[] =
        "<h1>T</h1><table><tr><td>1</td><td>2 &lt; 3</td></tr></table><p>a<br>b";
    gb_html_text(html, strlen(html), &out);
    assert_string_equal(out.data, "T\n1\t2 < 3\t\na\nb");
    gb_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(spans), cmocka_unit_test(blocks),
                                       cmocka_unit_test(cleaning), cmocka_unit_test(text_alone)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
