/* The commands of `glassbox`: one row in command.def and one function, in cmd_<name>.c, each. */
#ifndef GB_KERNEL_COMMAND_H
#define GB_KERNEL_COMMAND_H

#include "graph/base/error.h"

/* Exit statuses, as is usual: 0 done, 1 it failed, 2 it was called wrongly. */
enum { GB_EXIT_FAILED = 1, GB_EXIT_USAGE = 2 };

/* Runs a command: argv[0] is its name. Commands print; returns the exit status. */
#define GB_COMMAND(name, usage, doc, help) int gb_command_##name(int argc, char **argv);
#include "kernel/command.def"
#undef GB_COMMAND

/* "glassbox: " and the error's message on stderr; returns GB_EXIT_FAILED. */
int gb_command_failed(const gb_error *err);

/* The same for a wrong call, with a pointer to the command's help; returns GB_EXIT_USAGE. */
int gb_command_misused(const char *command, const gb_error *err);

#endif
