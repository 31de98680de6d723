#include "tests/unit/share/samples.h"

#include <curl/curl.h>
#include <unistd.h>

void sample_server_start(sample_server *s)
{
    gb_error err = GB_ERROR_INIT;
    static const gb_server_model models[] = {{"gpt2", "tests/golden/engine/gpt2"},
                                             {"owner/llama", "tests/golden/engine/llama"}};
    snprintf(s->folder, sizeof s->folder, "/tmp/gb-share-XXXXXX");
    assert_non_null(mkdtemp(s->folder));
    snprintf(s->store, sizeof s->store, "%s/jobs.sqlite", s->folder);
    gb_server_options options = {.models = models, .model_count = 2, .store = s->store};
    s->server = gb_server_start(&options, &err);
    if (!s->server) print_error("%s\n", err.message);
    assert_non_null(s->server);
}

void sample_server_stop(sample_server *s)
{
    static const char *const ends[] = {"", "-wal", "-shm"};
    gb_server_stop(s->server);
    for (int i = 0; i < 3; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s%s", s->store, ends[i]);
        unlink(path);
    }
    rmdir(s->folder);
}

const char *sample_model_id(const engine_case *c)
{
    return strcmp(c->model, "gpt2") == 0 ? "gpt2" : "owner/llama";
}

static size_t keep(char *bytes, size_t size, size_t count, void *context)
{
    gb_buffer_put(context, bytes, size * count);
    return size * count;
}

long sample_request(const sample_server *s, const char *method, const char *path,
                    const char *header, const gb_buffer *body, gb_buffer *answer)
{
    char url[512];
    long status = 0;
    CURL *curl = curl_easy_init();
    struct curl_slist *headers = curl_slist_append(NULL, header ? header : "X-Nothing: 1");
    snprintf(url, sizeof url, "%s%s", gb_server_url(s->server), path);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, answer);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
    if (body) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body->data ? body->data : "");
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)body->size);
    }
    CURLcode done = curl_easy_perform(curl);
    if (done != CURLE_OK && done != CURLE_SEND_ERROR)
        print_error("%s %s: %s\n", method, path, curl_easy_strerror(done));
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    return status;
}
