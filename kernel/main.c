/* The command line: finds the command and calls it. What a command does is in cmd_<name>.c. */
#include "kernel/command.h"

#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct command {
    const char *name, *usage, *doc, *help;
    int (*run)(int argc, char **argv);
} command;

static const command commands[] = {
#define GB_COMMAND(name, usage, doc, help) {#name, usage, doc, help, gb_command_##name},
#include "kernel/command.def"
#undef GB_COMMAND
};

enum { COUNT = sizeof commands / sizeof *commands };

static void print_help(FILE *to)
{
    fputs("Glassbox " GB_VERSION ": look inside a network while it runs\n\n"
          "usage: glassbox COMMAND [ARGUMENTS]\n\n",
          to);
    for (int i = 0; i < COUNT; i++)
        fprintf(to, "  %-9s %s\n", commands[i].name, commands[i].doc);
    fputs("\nglassbox COMMAND --help tells about one; glassbox --version tells the version.\n", to);
}

static void print_command_help(const command *c)
{
    printf("usage: glassbox %s %s\n\n%s\n", c->name, c->usage, c->doc);
    if (*c->help) printf("\n%s", c->help);
}

static const command *find(const char *name)
{
    for (int i = 0; i < COUNT; i++)
        if (strcmp(commands[i].name, name) == 0) return &commands[i];
    return NULL;
}

static int fail_unknown(const char *name)
{
    const char *names[COUNT];
    for (int i = 0; i < COUNT; i++)
        names[i] = commands[i].name;
    const char *near = gb_nearest(name, names, COUNT);
    fprintf(stderr, "glassbox: no command '%s'", name);
    if (near) fprintf(stderr, "; did you mean '%s'?", near);
    fputs("\n`glassbox --help` lists the commands.\n", stderr);
    return GB_EXIT_USAGE;
}

int gb_command_failed(const gb_error *err)
{
    fflush(stdout);
    fprintf(stderr, "glassbox: %s\n", err->cls == GB_ERR_INTERRUPT ? "interrupted" : err->message);
    return GB_EXIT_FAILED;
}

int gb_command_misused(const char *name, const gb_error *err)
{
    fprintf(stderr, "glassbox %s: %s\n`glassbox %s --help` tells how to call it.\n", name,
            err->message, name);
    return GB_EXIT_USAGE;
}

static bool is_one_of(const char *text, const char *a, const char *b)
{
    return strcmp(text, a) == 0 || strcmp(text, b) == 0;
}

static int run(int argc, char **argv)
{
    if (argc < 2) {
        print_help(stderr);
        return GB_EXIT_USAGE;
    }
    if (is_one_of(argv[1], "--version", "-V")) {
        puts("glassbox " GB_VERSION);
        return 0;
    }
    if (is_one_of(argv[1], "--help", "-h")) {
        print_help(stdout);
        return 0;
    }
    const command *c = find(argv[1]);
    if (!c) return fail_unknown(argv[1]);
    for (int i = 2; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (is_one_of(argv[i], "--help", "-h")) {
            print_command_help(c);
            return 0;
        }
    return c->run(argc - 1, argv + 1);
}

/* The destructors of libtorch take longer than most scripts, and free what is free anyway; a
 * sanitizer wants them, to tell what was leaked. */
int main(int argc, char **argv)
{
    gb_memory_prepare();
    int status = run(argc, argv);
    if (fflush(stdout) != 0) status = GB_EXIT_FAILED;
#ifndef __SANITIZE_ADDRESS__
    fflush(NULL);
    _exit(status);
#endif
    return status;
}
