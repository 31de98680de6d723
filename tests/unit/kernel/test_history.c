/* Inputs in memory and in a file that others write too. */
#include "kernel/history.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

static char folder[] = "/tmp/gb-history-XXXXXX";
static char path[64];

static int set_up(void **state)
{
    (void)state;
    snprintf(path, sizeof path, "%s/deep/history.jsonl", mkdtemp(folder));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    char deep[64];
    snprintf(deep, sizeof deep, "%s/deep", folder);
    return unlink(path) || rmdir(deep) || rmdir(folder);
}

static gb_history *open_history(void)
{
    gb_error err = GB_ERROR_INIT;
    gb_history *h = gb_history_new(path, &err);
    assert_non_null(h);
    return h;
}

static void add(gb_history *h, int line, const char *text)
{
    gb_error err = GB_ERROR_INIT;
    assert_true(gb_history_add(h, line, text, strlen(text), &err));
}

static void same(json_t *rows, const char *wanted)
{
    char *text = json_dumps(rows, JSON_COMPACT);
    assert_string_equal(text, wanted);
    free(text);
    json_decref(rows);
}

static void sessions_follow_each_other(void **state)
{
    (void)state;
    gb_history *h = open_history();
    assert_int_equal(gb_history_session(h), 1);
    add(h, 1, "a = 1");
    add(h, 2, "b\n= \"2\"");
    gb_history_set_output(h, "2");
    same(gb_history_tail(h, 1, true), "[[1,2,[\"b\\n= \\\"2\\\"\",\"2\"]]]");
    gb_history_free(h);
    int fd = open(path, O_WRONLY | O_APPEND);
    assert_true(write(fd, "nonsense\n[1]\n[\"x\",1,2]\n{", 25) == 25);
    close(fd);
    h = open_history();
    assert_int_equal(gb_history_session(h), 2);
    add(h, 1, "a = 1");
    same(gb_history_tail(h, 10, false),
         "[[1,1,\"a = 1\"],[1,2,\"b\\n= \\\"2\\\"\"],[2,1,\"a = 1\"]]");
    same(gb_history_tail(h, -1, false), "[]");
    same(gb_history_range(h, 0, 1, 5, false), "[[2,1,\"a = 1\"]]");
    same(gb_history_range(h, -1, 2, 3, false), "[[1,2,\"b\\n= \\\"2\\\"\"]]");
    same(gb_history_search(h, "a*", 0, true, false), "[[2,1,\"a = 1\"]]");
    same(gb_history_search(h, "?\n*", 5, false, false), "[[1,2,\"b\\n= \\\"2\\\"\"]]");
    gb_history_free(h);
}

static void globs(void **state)
{
    (void)state;
    assert_true(gb_glob_matches("*", ""));
    assert_true(gb_glob_matches("a*c*", "abcd"));
    assert_false(gb_glob_matches("a?c", "ac"));
    assert_true(gb_glob_matches("******************a", "bbbbbbbbbbbbbbbbbbbbbbbbbbbba"));
    assert_false(gb_glob_matches("*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
}

static void a_file_that_cannot_be_written(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_history *h = gb_history_new("/proc/nowhere/history", &err);
    assert_non_null(h);
    assert_false(gb_history_add(h, 1, "x", 1, &err));
    assert_int_equal(err.cls, GB_ERR_OS);
    gb_error second = GB_ERROR_INIT;
    assert_true(gb_history_add(h, 2, "y", 1, &second));
    same(gb_history_tail(h, 5, false), "[[1,1,\"x\"],[1,2,\"y\"]]");
    gb_history_free(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sessions_follow_each_other, set_up, tear_down),
        cmocka_unit_test(globs), cmocka_unit_test(a_file_that_cannot_be_written)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
