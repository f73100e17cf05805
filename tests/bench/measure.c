/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures whole processes side by side: measure ROUNDS NAME COMMAND WANTED [NAME COMMAND WANTED]…
 * All commands run once a round, each round beginning with another one, so that a drift of the machine meets all of
 * them. The first is the one that is judged: its WANTED is the most memory it may take in MiB, that of the others how
 * many times faster than them it should be. Says what it saw; a missed wish is no error, a command that fails is.
 */
#include <glib.h>

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { WARM_UP = 2, MOST_ROUNDS = 1000 };

typedef struct {
    const char *name;
    char **words;
    double wanted;
    double *wall; /* milliseconds, one a round */
    double *processor;
    double peak; /* MiB, the greatest of all rounds */
} Contender;

static double milliseconds(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

/* What a command complains of would stand between the tables: only that of one which failed is shown. */
static void show_complaints(FILE *complaints)
{
    char part[4096];
    rewind(complaints);
    for (size_t length; (length = fread(part, 1, sizeof part, complaints)) > 0;)
        fwrite(part, 1, length, stderr);
}

/* Runs the command to its end without its output. */
static gboolean run(const Contender *contender, FILE *complaints, double *wall, struct rusage *usage)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, fileno(complaints), STDERR_FILENO);
    pid_t child = 0;
    int status = 0;
    gint64 before = g_get_monotonic_time();
    int spawned = posix_spawnp(&child, contender->words[0], &actions, NULL, contender->words, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (spawned != 0 || wait4(child, &status, 0, usage) != child) {
        fprintf(stderr, "measure: cannot run %s\n", contender->words[0]);
        return FALSE;
    }
    *wall = (double)(g_get_monotonic_time() - before) / 1e3;
    if (status != 0)
        fprintf(stderr, "measure: %s ended with status %d\n", contender->name, status);
    return status == 0;
}

static gboolean run_heard(const Contender *contender, double *wall, struct rusage *usage)
{
    FILE *complaints = tmpfile();
    if (complaints == NULL) {
        fprintf(stderr, "measure: there is no room for a temporary file\n");
        return FALSE;
    }
    gboolean well = run(contender, complaints, wall, usage);
    if (!well)
        show_complaints(complaints);
    fclose(complaints);
    return well;
}

static gboolean run_round(Contender *contenders, guint n, int round)
{
    for (guint i = 0; i < n; i++) {
        Contender *contender = &contenders[(i + (guint)(round + WARM_UP)) % n];
        struct rusage usage;
        double wall;
        if (!run_heard(contender, &wall, &usage))
            return FALSE;
        if (round < 0)
            continue;
        contender->wall[round] = wall;
        contender->processor[round] = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
        contender->peak = MAX(contender->peak, (double)usage.ru_maxrss / 1024);
    }
    return TRUE;
}

static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double median(const double *values, int n)
{
    g_autofree double *sorted = g_memdup2(values, sizeof *values * (gsize)n);
    qsort(sorted, (size_t)n, sizeof *sorted, by_size);
    return n % 2 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
}

/* How many times longer than the first it took, round by round. */
static double median_ratio(const Contender *contender, const Contender *first, int rounds)
{
    g_autofree double *ratios = g_new(double, rounds);
    for (int i = 0; i < rounds; i++)
        ratios[i] = contender->wall[i] / first->wall[i];
    return median(ratios, rounds);
}

static void report(const Contender *contenders, guint n, int rounds)
{
    printf("  %-14s %10s %10s %10s %10s %9s\n", "", "median ms", "least ms", "CPU ms", "peak MiB", "times");
    for (guint i = 0; i < n; i++) {
        const Contender *contender = &contenders[i];
        double least = contender->wall[0];
        for (int round = 1; round < rounds; round++)
            least = MIN(least, contender->wall[round]);
        double times = median_ratio(contender, &contenders[0], rounds);
        gboolean reached = i == 0 ? contender->peak < contender->wanted : times >= contender->wanted;
        printf("  %-14s %10.2f %10.2f %10.2f %10.1f %9.2f  ", contender->name, median(contender->wall, rounds), least,
               median(contender->processor, rounds), contender->peak, times);
        printf(i == 0 ? "below %g MiB wanted: %s\n" : "%g times wanted: %s\n", contender->wanted,
               reached ? "reached" : "MISSED");
    }
}

static gboolean read_contender(Contender *contender, char **arguments, int rounds)
{
    g_autoptr(GError) error = NULL;
    contender->name = arguments[0];
    contender->wanted = g_ascii_strtod(arguments[2], NULL);
    contender->wall = g_new0(double, rounds);
    contender->processor = g_new0(double, rounds);
    if (!g_shell_parse_argv(arguments[1], NULL, &contender->words, &error)) {
        fprintf(stderr, "measure: %s: %s\n", arguments[0], error->message);
        return FALSE;
    }
    return TRUE;
}

int main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 0;
    if (rounds < 1 || rounds > MOST_ROUNDS || argc < 5 || (argc - 2) % 3 != 0) {
        fprintf(stderr, "usage: measure ROUNDS NAME COMMAND WANTED [NAME COMMAND WANTED]...\n");
        return 2;
    }
    guint n = (guint)(argc - 2) / 3;
    Contender *contenders = g_new0(Contender, n);
    gboolean well = TRUE;
    for (guint i = 0; i < n && well; i++)
        well = read_contender(&contenders[i], &argv[2 + 3 * i], rounds);
    for (int round = -WARM_UP; round < rounds && well; round++)
        well = run_round(contenders, n, round);
    if (well)
        report(contenders, n, rounds);
    for (guint i = 0; i < n; i++) {
        g_strfreev(contenders[i].words);
        g_free(contenders[i].wall);
        g_free(contenders[i].processor);
    }
    g_free(contenders);
    return well ? 0 : 1;
}
