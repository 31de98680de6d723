/* Tokens to text. See tokenizer.h. */
#include "graph/base/memory.h"
#include "graph/tokenizer/pipeline.h"

#include <string.h>

/* The spaces before punctuation that transformers' clean_up_tokenization takes away. */
static bool clean_up(const gb_buffer *text, gb_buffer *out, gb_error *err)
{
    static const char *const pairs[][2] = {
        {" .", "."},     {" ?", "?"},   {" !", "!"},   {" ,", ","},     {" ' ", "'"},
        {" n't", "n't"}, {" 'm", "'m"}, {" 's", "'s"}, {" 've", "'ve"}, {" 're", "'re"},
    };
    gb_buffer now = GB_BUFFER_INIT;
    gb_buffer_put(&now, text->data, text->size);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        gb_buffer next = GB_BUFFER_INIT;
        size_t m = strlen(pairs[i][0]);
        for (size_t at = 0; at < now.size;) {
            bool found = now.size - at >= m && memcmp(now.data + at, pairs[i][0], m) == 0;
            if (found)
                gb_buffer_text(&next, pairs[i][1]);
            else
                gb_buffer_char(&next, now.data[at]);
            at += found ? m : 1;
        }
        gb_buffer_release(&now);
        now = next;
    }
    bool ok = gb_buffer_ok(&now, err);
    if (ok && now.size) gb_buffer_put(out, now.data, now.size);
    gb_buffer_release(&now);
    return ok && gb_buffer_ok(out, err);
}

/* transformers refuses to clean up after BPE: it would change the text. */
static bool wants_clean_up(const gb_tokenizer *t, const gb_decode_options *options)
{
    bool wanted = options && options->clean_up ? options->clean_up > 0 : t->cleans_up;
    return wanted && strcmp(t->model.type, "BPE") != 0;
}

static bool apply(const gb_tokenizer *t, const gb_piece_list *pieces,
                  const gb_decode_options *options, gb_buffer *out, gb_error *err)
{
    if (!wants_clean_up(t, options)) return gb_decoder_apply(&t->decoder, pieces, out, err);
    gb_buffer text = GB_BUFFER_INIT;
    bool ok = gb_decoder_apply(&t->decoder, pieces, &text, err);
    if (ok && text.size) ok = clean_up(&text, out, err);
    gb_buffer_release(&text);
    return ok;
}

bool gb_tokenizer_decode(const gb_tokenizer *t, const int32_t *ids, size_t count,
                         const gb_decode_options *options, gb_buffer *out, gb_error *err)
{
    gb_piece_list pieces = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        size_t n;
        const char *token = gb_tokenizer_token(t, ids[i], &n);
        bool skipped = options && options->skip_special && gb_tokenizer_is_special(t, ids[i]);
        if (token && !skipped) ok = gb_piece_list_add(&pieces, token, n, err);
    }
    ok = ok && apply(t, &pieces, options, out, err);
    gb_piece_list_release(&pieces);
    return ok;
}

bool gb_tokenizer_join(const gb_tokenizer *t, const gb_tokenizer_text *tokens, size_t count,
                       gb_buffer *out, gb_error *err)
{
    gb_piece_list pieces = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++)
        ok = gb_piece_list_add(&pieces, tokens[i].bytes, tokens[i].size, err);
    ok = ok && gb_decoder_apply(&t->decoder, &pieces, out, err);
    gb_piece_list_release(&pieces);
    return ok;
}
