/* The mime bundle. See bundle.h. */
#include "display/bundle.h"

#include "display/label.h"
#include "graph/base/memory.h"

#include <string.h>

void gb_bundle_release(gb_bundle *bundle)
{
    gb_free(bundle->text);
    gb_free(bundle->html);
    gb_free(bundle->png);
    gb_free(bundle->alt);
    *bundle = (gb_bundle)GB_BUNDLE_INIT;
}

size_t gb_bundle_size(const gb_bundle *bundle)
{
    size_t size = bundle->text ? strlen(bundle->text) : 0;
    if (bundle->html) size += strlen(bundle->html);
    return size + (bundle->png_size + 2) / 3 * 4;
}

bool gb_bundle_of_text(gb_bundle *bundle, const char *text, gb_error *err)
{
    *bundle = (gb_bundle)GB_BUNDLE_INIT;
    bundle->text = gb_strdup(text, err);
    return bundle->text != NULL;
}

static bool copy_text(const char *from, char **to, gb_error *err)
{
    return !from || (*to = gb_strdup(from, err));
}

bool gb_bundle_copy(const gb_bundle *from, gb_bundle *to, gb_error *err)
{
    *to = *from;
    to->text = to->html = to->alt = NULL;
    to->png = from->png ? gb_alloc(from->png_size, err) : NULL;
    if (to->png) memcpy(to->png, from->png, from->png_size);
    if ((to->png || !from->png) && copy_text(from->text, &to->text, err) &&
        copy_text(from->html, &to->html, err) && copy_text(from->alt, &to->alt, err))
        return true;
    gb_bundle_release(to);
    return false;
}

static bool put(json_t *object, const char *key, json_t *value)
{
    return json_object_set_new(object, key, value) == 0;
}

static bool put_picture(const gb_bundle *bundle, json_t *data, json_t *metadata, gb_error *err)
{
    gb_buffer base64 = GB_BUFFER_INIT;
    gb_base64_put(&base64, bundle->png, bundle->png_size);
    if (!gb_buffer_ok(&base64, err)) {
        gb_buffer_release(&base64);
        return false;
    }
    json_t *size = json_pack("{s:i, s:i}", "width", bundle->width, "height", bundle->height);
    bool ok = size && (!bundle->alt || put(size, "alt", json_string(bundle->alt)));
    ok = ok && put(data, "image/png", json_stringn(base64.data, base64.size));
    ok = put(metadata, "image/png", size) && ok;
    gb_buffer_release(&base64);
    return ok || gb_fail(err, GB_ERR_MEMORY, "out of memory while packing a picture");
}

bool gb_bundle_json(const gb_bundle *bundle, json_t **data, json_t **metadata, gb_error *err)
{
    json_t *d = json_object(), *m = json_object();
    bool ok = d && m && put(d, "text/plain", json_string(bundle->text ? bundle->text : ""));
    ok = ok && (!bundle->html || put(d, "text/html", json_string(bundle->html)));
    if (!ok) gb_fail(err, GB_ERR_MEMORY, "out of memory while packing an output");
    if (ok && bundle->png) ok = put_picture(bundle, d, m, err);
    if (!ok) {
        json_decref(d);
        json_decref(m);
        return false;
    }
    *data = d;
    *metadata = m;
    return true;
}
