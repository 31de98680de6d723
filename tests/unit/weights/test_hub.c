/* Finding models: folders, cache, and a hub that the test itself runs on 127.0.0.1. */
#include "graph/weights/hub.h"

#include "graph/base/file.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/gb-hub-XXXXXX";
static pid_t server;

static void touch(const char *name)
{
    gb_error err = GB_ERROR_INIT;
    char *path = gb_path_join(folder, name, &err);
    assert_true(gb_file_write(path, "{}", 2, &err));
    gb_free(path);
}

static void make(const char *name)
{
    gb_error err = GB_ERROR_INIT;
    char *path = gb_path_join(folder, name, &err);
    assert_true(gb_make_directories(path, &err));
    gb_free(path);
}

/* True if the model is found at a path that ends so. */
static bool found_at(const char *id, const char *end, gb_error *err)
{
    gb_hub_options options = {.base = folder};
    char *path = gb_hub_find(id, &options, err);
    size_t n = path ? strlen(path) : 0, m = strlen(end);
    bool ok = path && n >= m && strcmp(path + n - m, end) == 0;
    gb_free(path);
    return ok;
}

static void test_folders(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    setenv("HF_HUB_OFFLINE", "1", 1);
    make("here/tiny");
    touch("here/tiny/config.json");
    touch("here/tiny/tokenizer.json");
    touch("here/tiny/model.safetensors");
    touch("here/Smol-1B.Q4_1.gguf");
    make("local");
    touch("local/config.json");
    assert_true(found_at("local", "/local", &err));
    assert_true(found_at("tiny", "/here/tiny", &err));
    assert_true(found_at("owner/tiny", "/here/tiny", &err));
    assert_true(found_at("Owner/Smol-1B", "/here/Smol-1B.Q4_1.gguf", &err));
    assert_string_equal(err.message, "");
    assert_false(found_at("owner/other", "", &err));
    assert_int_equal(err.cls, GB_ERR_FILE_NOT_FOUND);
    assert_non_null(strstr(err.message, "models--owner--other"));
    assert_non_null(strstr(err.message, "offline"));
    gb_hub_list list;
    assert_true(gb_hub_local(folder, &list, NULL));
    assert_int_equal(list.count, 2);
    assert_string_equal(list.entries[0].id, "Smol-1B");
    gb_hub_list_release(&list);
    unsetenv("HF_HUB_OFFLINE");
}

static uint64_t largest;

static void on_progress(void *context, const char *file, uint64_t done, uint64_t total)
{
    (void)context, (void)file;
    if (done > largest) largest = done;
    assert_true(total == 0 || done <= total);
}

static void test_download(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_hub_options options = {.base = folder, .token = "secret", .progress = on_progress};
    touch("cut");
    assert_null(gb_hub_find("o/m", &options, &err)); /* breaks off after a megabyte */
    assert_int_equal(err.cls, GB_ERR_CONNECTION);
    char *path = gb_path_join(folder, "cut", NULL);
    unlink(path);
    gb_free(path);
    err = (gb_error)GB_ERROR_INIT;
    path = gb_hub_find("o/m", &options, &err); /* goes on where it was */
    assert_string_equal(err.message, "");
    assert_non_null(strstr(path, "models--o--m/snapshots/0123456789abcdef"));
    assert_true(largest == 3000000);
    gb_free(path);
    options.offline = true;
    path = gb_hub_find("o/m", &options, &err);
    assert_non_null(path);
    gb_free(path);
}

static void test_damage(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_hub_options options = {.base = folder};
    char other[64];
    snprintf(other, sizeof other, "%s/home2", folder);
    setenv("HF_HOME", other, 1);
    touch("bad");
    assert_null(gb_hub_find("o/m", &options, &err));
    assert_non_null(strstr(err.message, "SHA-256"));
    err = (gb_error)GB_ERROR_INIT;
    assert_null(gb_hub_find("o/none", &options, &err));
    assert_int_equal(err.cls, GB_ERR_FILE_NOT_FOUND);
    err = (gb_error)GB_ERROR_INIT;
    assert_null(gb_hub_find("o/gated", &options, &err));
    assert_non_null(strstr(err.message, "HF_TOKEN"));
    err = (gb_error)GB_ERROR_INIT;
    gb_interrupt_set();
    assert_null(gb_hub_find("o/m", &options, &err));
    gb_interrupt_clear();
    assert_int_equal(err.cls, GB_ERR_INTERRUPT);
    err = (gb_error)GB_ERROR_INIT;
    assert_null(gb_hub_find("not an id", &options, &err));
    assert_int_equal(err.cls, GB_ERR_FILE_NOT_FOUND);
}

/* Starts the hub in the test's folder and reads its port. */
static int start(void **state)
{
    (void)state;
    int ends[2];
    char script[1024], line[32] = "", text[96];
    if (!mkdtemp(folder) || !getcwd(script, sizeof script - 64) || pipe(ends) < 0) return -1;
    strcat(script, "/tests/unit/weights/hub_server.py");
    if ((server = fork()) == 0) {
        dup2(ends[1], 1);
        if (chdir(folder) == 0) execlp("python3", "python3", script, (char *)NULL);
        _exit(1);
    }
    close(ends[1]);
    if (read(ends[0], line, sizeof line - 1) <= 0) return -1;
    close(ends[0]);
    snprintf(text, sizeof text, "http://127.0.0.1:%d", atoi(line));
    setenv("HF_ENDPOINT", text, 1);
    snprintf(text, sizeof text, "%s/home", folder);
    setenv("HF_HOME", text, 1);
    snprintf(text, sizeof text, "%s/here", folder);
    setenv("GLASSBOX_MODELS", text, 1);
    unsetenv("HF_HUB_CACHE");
    unsetenv("HF_TOKEN");
    return 0;
}

static int stop(void **state)
{
    (void)state;
    char command[128];
    kill(server, SIGTERM);
    waitpid(server, NULL, 0);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folders),
        cmocka_unit_test(test_download),
        cmocka_unit_test(test_damage),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
