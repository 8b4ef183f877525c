/*
 * Random bytes, good lines and good lines with a fault, as many as the argument says. Whatever comes, the light answers
 * in the protocol's words, says OK only to what it repeats, and changes only by what it said OK to.
 */
#include "fake_board.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t seed;

static uint32_t pick(uint32_t below) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 32) % below;
}

/* A line that is right. */
static size_t good_line(char *line) {
    switch (pick(7)) {
        case 0:
            return (size_t)sprintf(line, "#%06X", pick(0x1000000));
        case 1: {
            size_t length = (size_t)sprintf(line, "B");
            for (uint32_t i = 0, count = 1 + pick(4); i < count; i++) {
                length += (size_t)sprintf(line + length, "#%06x-%04u", pick(0x1000000), 10 + pick(9990));
            }
            return length;
        }
        case 2:
            return (size_t)sprintf(line, "F%04u", pick(10000));
        case 3:
            return (size_t)sprintf(line, "L%03u", pick(256));
        case 4:
            return (size_t)sprintf(line, "W%03u", pick(601));
        case 5:
            return (size_t)sprintf(line, "G");
        default:
            return (size_t)sprintf(line, "?");
    }
}

/* A byte lost, changed, or too much, as on a bad wire. */
static size_t spoiled(char *line, size_t length) {
    size_t at = pick((uint32_t)length);
    switch (pick(3)) {
        case 0:
            memmove(line + at, line + at + 1, length - at - 1);
            return length - 1;
        case 1:
            line[at] = (char)pick(256);
            return length;
        default:
            memmove(line + at + 1, line + at, length - at);
            line[at] = (char)pick(256);
            return length + 1;
    }
}

static size_t next_bytes(char *bytes) {
    static const char letters[] = "#BFLWG?*P!-0123456789ABCDEFabcdef\r\n";
    size_t length = 0;
    switch (pick(4)) {
        case 0:
            for (length = 0; length < 40; length++) {
                bytes[length] = (char)pick(256);
            }
            return length;
        case 1:
            for (length = 0; length < 40; length++) {
                bytes[length] = letters[pick(sizeof letters - 1)];
            }
            return length;
        case 2:
            length = good_line(bytes);
            break;
        default:
            length = spoiled(bytes, good_line(bytes));
    }
    bytes[length] = '\n';
    return length + 1;
}

static void fail(const char *why, const char *line) {
    printf("%s: line [%s], said [%s]\n", why, line, said);
    exit(1);
}

/* Whether everything that a command can change is equal. */
static bool are_set_alike(const struct light *a, const struct light *b) {
    bool alike = a->level == b->level && a->fade_millis == b->fade_millis
            && a->watchdog_seconds == b->watchdog_seconds && a->count == b->count;
    for (int i = 0; i < LIGHT_STEPS; i++) {
        const struct light_step *x = &a->steps[i];
        const struct light_step *y = &b->steps[i];
        alike = alike && x->millis == y->millis && x->colour.red == y->colour.red
                && x->colour.green == y->colour.green && x->colour.blue == y->colour.blue;
    }
    return alike;
}

static bool repeats(const char *answer, const char *line) {
    size_t length = strlen(line);
    for (size_t i = 0; i < length; i++) {
        if (answer[i] != toupper((unsigned char)line[i])) {
            return false;
        }
    }
    return strcmp(answer + length, "\r\n") == 0;
}

static void check_answer(const char *line) {
    if (strncmp(said, "OK ", 3) == 0) {
        bool is_question = strcmp(line, "?") == 0 && strstr(said, "USBLIGHT 1 ") == said + 3;
        bool is_state = strcmp(line, "G") == 0 && strncmp(said + 3, "G L", 3) == 0;
        if (!is_question && !is_state && !repeats(said + 3, line)) {
            fail("an OK that does not repeat the command", line);
        }
    } else if (strncmp(said, "ERR ", 4) != 0) {
        fail("no answer", line);
    }
    if (strstr(said, "\r\n") != said + said_length - 2) {
        fail("not one answer", line);
    }
}

int main(int count, char **arguments) {
    unsigned long bytes = count > 1 ? strtoul(arguments[1], NULL, 10) : 0;
    seed = count > 2 ? strtoull(arguments[2], NULL, 10) : 20261125;
    struct light light;
    uint32_t now = UINT32_MAX - 100000;
    char line[256];
    size_t length = 0;
    unsigned long good = 0;
    unsigned long bad = 0;
    uint32_t silence_at = now;
    light_start(&light, &fake_board, "on", now);
    for (unsigned long heard = 0; heard < bytes;) {
        char block[128];
        size_t size = next_bytes(block);
        now += pick(50);
        for (size_t i = 0; i < size; i++, heard++) {
            now += pick(1000) == 0 ? pick(1200000) : pick(3);
            light_tick(&light, now);
            length = now - silence_at > 1000 ? 0 : length;
            silence_at = now;
            clear_fake_board();
            struct light before = light;
            light_hear(&light, (uint8_t)block[i], now);
            bool ends = block[i] == '\n' || block[i] == '\r';
            line[length] = '\0';
            if (ends && length > 0) {
                check_answer(line);
                good += said[0] == 'O';
                bad += said[0] == 'E';
            } else if (said_length > 0) {
                fail("an answer to nothing", line);
            }
            if (!are_set_alike(&before, &light) && said[0] != 'O') {
                fail("changed by what was not understood", line);
            }
            if (ends) {
                length = 0;
            } else if (length < sizeof line - 1) {
                line[length++] = block[i] == '\0' ? '\1' : block[i];
            }
        }
    }
    printf("%lu random bytes: %lu good lines, %lu refused\n", bytes, good, bad);
    return good == 0 || bad == 0;
}
