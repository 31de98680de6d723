/* The rules of the sanitizers, checked on a piece of HTML; see samples.h. */
#include "tests/unit/display/samples.h"

#include <stdio.h>
#include <string.h>

static const char *const TAGS[] = {
    "b",   "br",    "caption", "code",  "details", "div",     "i",  "img", "li",    "meter", "p",
    "pre", "small", "span",    "table", "tbody",   "summary", "td", "th",  "thead", "tr",    "ul"};
static const char *const ATTRIBUTES[] = {"style", "bgcolor", "title", "src",  "alt",
                                         "width", "height",  "open",  "align"};
static const char *const PROPERTIES[] = {
    "background-color", "border",      "border-collapse", "color",      "font-family",
    "font-size",        "font-weight", "line-height",     "list-style", "margin",
    "min-width",        "padding",     "padding-left",    "text-align", "white-space"};

#define IN(list, text, n) in(list, sizeof list / sizeof *list, text, n)

static bool in(const char *const *list, size_t count, const char *text, size_t n)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(list[i]) == n && !strncmp(list[i], text, n)) return true;
    return false;
}

static const char *say(const char *what, const char *at)
{
    static char message[200];
    snprintf(message, sizeof message, "%s at '%.60s'", what, at);
    return message;
}

/* "name:value;…": known properties, colours as six hex digits. */
static const char *check_style(const char *style, size_t n)
{
    for (const char *p = style, *end = style + n; p < end;) {
        size_t name = strcspn(p, ":;\"");
        if (!IN(PROPERTIES, p, name) || p[name] != ':') return say("style", p);
        size_t value = strcspn(p + name + 1, ";\"");
        const char *v = p + name + 1;
        if (name >= 5 && !strncmp(p + name - 5, "color", 5) &&
            (v[0] != '#' || value != 7 || strspn(v + 1, "0123456789abcdef") < 6))
            return say("colour", v);
        if (memchr(v, '(', value)) return say("function in style", v);
        p = v + value + (v[value] == ';');
    }
    return NULL;
}

static const char *check_attribute(const char *name, size_t n, const char *value, size_t size)
{
    if (!IN(ATTRIBUTES, name, n)) return say("attribute", name);
    if (!strncmp(name, "style", n)) return check_style(value, size);
    if (!strncmp(name, "src", n) && strncmp(value, "data:image/png;base64,", 22) != 0)
        return say("source", value);
    if (memchr(value, '<', size) || memchr(value, '>', size)) return say("unescaped", value);
    return NULL;
}

/* Attributes of one opening tag; *at goes behind its ">". */
static const char *check_attributes(const char **at)
{
    const char *p = *at, *wrong = NULL;
    bool bgcolor = false, ink = false;
    while (*p && *p != '>' && !wrong) {
        p += strspn(p, " ");
        size_t n = strcspn(p, "= >");
        const char *name = p;
        p += n;
        if (*p != '=') {
            wrong = n == 4 && !strncmp(name, "open", 4) ? NULL : say("bare attribute", name);
            continue;
        }
        if (p[1] != '"') return say("unquoted", name);
        size_t size = strcspn(p + 2, "\"");
        wrong = check_attribute(name, n, p + 2, size);
        bgcolor = bgcolor || (n == 7 && !strncmp(name, "bgcolor", 7));
        char *color = n == 5 ? strstr(p, ";color:") : NULL;
        ink = ink || (color && color < p + 2 + size);
        p += size + 3;
    }
    if (!wrong && bgcolor && !ink) return say("background without ink", *at);
    *at = p + (*p == '>');
    return wrong;
}

const char *html_rules_broken(const char *html)
{
    enum { DEPTH = 256 };
    const char *open[DEPTH];
    size_t lengths[DEPTH], depth = 0;
    for (const char *p = html; (p = strchr(p, '<'));) {
        bool closing = p[1] == '/';
        const char *name = p + 1 + closing;
        size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789");
        if (!IN(TAGS, name, n)) return say("tag", p);
        bool alone = (n == 2 && !strncmp(name, "br", 2)) || (n == 3 && !strncmp(name, "img", 3));
        p = name + n;
        if (closing) {
            if (!depth || lengths[depth - 1] != n || strncmp(open[depth - 1], name, n) != 0)
                return say("closing tag", name);
            depth--;
            continue;
        }
        if (!alone) {
            if (depth == DEPTH) return say("depth", name);
            open[depth] = name;
            lengths[depth++] = n;
        }
        const char *wrong = check_attributes(&p);
        if (wrong) return wrong;
    }
    return depth ? say("never closed", open[depth - 1]) : NULL;
}
