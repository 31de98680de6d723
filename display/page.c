/* Text, HTML and picture under one budget. See page.h. */
#include "display/page.h"

#include "display/label.h"
#include "graph/base/memory.h"

#include <string.h>

enum {
    PICTURE_TWICE = 21 * 1024, /* PNG bytes up to which the picture is given in HTML and as PNG */
    PICTURE_ONCE = 40 * 1024,  /* and up to which it is given at all */
    PICTURE_ALONE = 22 * 1024, /* and as image/png beside a table */
    TEXT_SHARE = 12 * 1024,
};

void gb_page_release(gb_page *page)
{
    gb_buffer_release(&page->text);
    gb_buffer_release(&page->html);
    gb_bundle_release(&page->picture);
}

size_t gb_page_room(const gb_page *page)
{
    size_t used = page->text.size + page->html.size + (page->picture.png_size + 2) / 3 * 4;
    size_t most = GB_BUNDLE_BUDGET - 1024; /* for what closes the page */
    return used < most ? most - used : 0;
}

/* The first scale whose PNG fits; the last one whatever its size. */
static unsigned char *render(const gb_drawing *drawing, size_t limit, double *scale, size_t *size,
                             gb_error *err)
{
    static const double scales[] = {2, 1.5, 1, 0.5};
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        *scale = scales[i];
        unsigned char *png = gb_drawing_png(drawing, *scale, size, err);
        if (!png || *size <= limit || i + 1 == sizeof scales / sizeof *scales) return png;
        gb_free(png);
    }
    return NULL;
}

/* Makes the file, which is taken over, the bundle's picture. */
static bool attach(gb_page *page, const gb_drawing *drawing, unsigned char *png, size_t size,
                   const char *alt, gb_error *err)
{
    gb_bundle_release(&page->picture);
    page->picture = (gb_bundle){.png = png, .png_size = size};
    page->picture.width = (int)gb_drawing_width(drawing);
    page->picture.height = (int)gb_drawing_height(drawing);
    page->picture.alt = gb_strdup(alt, err);
    return page->picture.alt != NULL;
}

/* Where two copies at 2× would break the budget, image/png is given at 1×, or not at all. */
static bool attach_smaller(gb_page *page, const gb_drawing *drawing, size_t used, const char *alt,
                           gb_error *err)
{
    size_t size, room = 2 * PICTURE_TWICE - used;
    unsigned char *png = gb_drawing_png(drawing, 1, &size, err);
    if (!png) return false;
    if (used < 2 * PICTURE_TWICE && size <= room) return attach(page, drawing, png, size, alt, err);
    gb_free(png);
    return true;
}

bool gb_page_picture(gb_page *page, const gb_drawing *drawing, const char *alt, gb_error *err)
{
    double scale;
    size_t size;
    unsigned char *png = render(drawing, PICTURE_ONCE, &scale, &size, err);
    if (!png) return false;
    int width = (int)gb_drawing_width(drawing), height = (int)gb_drawing_height(drawing);
    gb_buffer_format(&page->html, "<img width=\"%d\" height=\"%d\" alt=\"", width, height);
    gb_html_put(&page->html, alt);
    gb_buffer_text(&page->html, "\" src=\"data:image/png;base64,");
    gb_base64_put(&page->html, png, size);
    gb_buffer_text(&page->html, "\">");
    if (scale < 2)
        gb_buffer_format(&page->html,
                         "<p><small>picture at %.1f× in place of 2×, to keep the output under "
                         "%d KB</small></p>",
                         scale, GB_BUNDLE_BUDGET / 1024);
    if (size <= PICTURE_TWICE && !page->picture.png)
        return attach(page, drawing, png, size, alt, err);
    gb_free(png);
    return page->picture.png || attach_smaller(page, drawing, size, alt, err);
}

bool gb_page_attach(gb_page *page, const gb_drawing *drawing, const char *alt, gb_error *err)
{
    double scale;
    size_t size;
    unsigned char *png = render(drawing, PICTURE_ALONE, &scale, &size, err);
    return png && attach(page, drawing, png, size, alt, err);
}

void gb_page_title(gb_page *page, const char *title)
{
    if (!title || !*title) return;
    gb_buffer label = GB_BUFFER_INIT;
    gb_label_put(&label, title, GB_LABEL_LINE, 200);
    gb_buffer_put(&label, "", 0);
    if (!label.failed) {
        gb_buffer_format(&page->text, "%s: ", label.data);
        gb_buffer_text(&page->html, "<b>");
        gb_html_put(&page->html, label.data);
        gb_buffer_text(&page->html, "</b> · ");
    }
    gb_buffer_release(&label);
}

void gb_page_line(gb_page *page, const char *text)
{
    if (!text || !*text) return;
    size_t start = page->text.size;
    gb_label_put(&page->text, text, GB_LABEL_LINE, 0);
    gb_buffer_text(&page->html, "<div>");
    if (!page->text.failed) gb_html_put(&page->html, page->text.data + start);
    gb_buffer_text(&page->html, "</div>");
    gb_buffer_char(&page->text, '\n');
}

void gb_page_table(gb_page *page, const gb_table *table, const char *caption)
{
    gb_buffer html = GB_BUFFER_INIT;
    if (caption) gb_buffer_format(&page->text, "%s\n", caption);
    size_t rows = gb_table_rows(table), line = 1;
    size_t start = page->text.size;
    /* Text takes its share: a long table is cut there first. */
    gb_table_text(table, &page->text, 0);
    if (page->text.size - start > TEXT_SHARE && rows) {
        line = (page->text.size - start) / rows + 1;
        page->text.size = start;
        gb_table_text(table, &page->text, TEXT_SHARE / line ? TEXT_SHARE / line : 1);
    }
    gb_html_put(&html, caption);
    gb_buffer_put(&html, "", 0);
    if (html.failed) page->html.failed = true;
    size_t room = gb_page_room(page);
    gb_table_html(table, &page->html, caption && !html.failed ? html.data : NULL, room ? room : 1);
    gb_buffer_release(&html);
}

bool gb_page_finish(gb_page *page, const char *repr, gb_bundle *out, gb_error *err)
{
    *out = (gb_bundle)GB_BUNDLE_INIT;
    while (page->text.size && page->text.data[page->text.size - 1] == '\n')
        page->text.data[--page->text.size] = '\0';
    gb_bundle done = page->picture;
    page->picture = (gb_bundle)GB_BUNDLE_INIT;
    done.text = repr ? gb_strdup(repr, err) : gb_buffer_take(&page->text, NULL, err);
    done.html = gb_buffer_take(&page->html, NULL, err);
    gb_page_release(page);
    if (!done.text || !done.html) {
        gb_bundle_release(&done);
        return false;
    }
    *out = done;
    return true;
}
