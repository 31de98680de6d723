/* The mime bundle: what every view gives back.
 *
 * `text` is complete and aligned, without ANSI. `html` is complete without scripts and made of what
 * sanitizers keep. `png` is there where the view is a picture: 2× pixels, with the size in CSS
 * pixels it is meant to have. All bytes are deterministic. Nothing here knows Jupyter;
 * gb_bundle_json gives the two objects that its messages carry. */
#ifndef GB_DISPLAY_BUNDLE_H
#define GB_DISPLAY_BUNDLE_H

#include "graph/base/error.h"
#include "graph/base/json.h"

/* Bytes that one output may take, all its forms together (PNG counted as base64). A view that would
 * be larger shows less and says so. */
enum { GB_BUNDLE_BUDGET = 64 * 1024 };

/* Zeroed (GB_BUNDLE_INIT) before use; filled by a view; gb_bundle_release at the end. */
typedef struct gb_bundle {
    char *text; /* text/plain, owned, terminated, no newline at the end; never NULL when filled */
    char *html; /* text/html, owned, terminated; NULL when the text says it all */
    unsigned char *png; /* image/png, owned; NULL when the view is no picture */
    size_t png_size;
    int width; /* CSS pixels of the picture; the PNG has twice as many, or as many where two copies
                  of a large one (HTML has the other) would break the budget */
    int height;
    char *alt; /* what the picture shows, in words; owned; NULL without a picture */
} gb_bundle;

#define GB_BUNDLE_INIT                                                                             \
    {                                                                                              \
        0                                                                                          \
    }

void gb_bundle_release(gb_bundle *bundle);

/* Bytes of all forms, the PNG counted as base64. */
size_t gb_bundle_size(const gb_bundle *bundle);

/* The bundle as Jupyter carries it: `data` {"text/plain", "text/html", "image/png" as base64} and
 * `metadata` {"image/png": {"width", "height", "alt"}, "text/plain"…}; both owned (json_decref).
 * Texts that are not UTF-8 do not occur: views escape them. */
bool gb_bundle_json(const gb_bundle *bundle, json_t **data, json_t **metadata,
                    gb_error *err) GB_MUST_CHECK;

/* A bundle of its own with the same forms. */
bool gb_bundle_copy(const gb_bundle *from, gb_bundle *to, gb_error *err) GB_MUST_CHECK;

/* A bundle of text alone (a repr). */
bool gb_bundle_of_text(gb_bundle *bundle, const char *text, gb_error *err) GB_MUST_CHECK;

#endif
