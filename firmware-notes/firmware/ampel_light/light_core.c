#include "light_core.h"

#include "light_play.h"

#include <string.h>

enum { ERR_CHARACTER = 1, ERR_LONG, ERR_COMMAND, ERR_ARGUMENT, ERR_RANGE };

enum { STEP_TEXT = 12, SHORTEST_STEP = 10, LONGEST_WATCHDOG = 600, HALF_LINE_MILLIS = 1000 };

/* Answers. */

static void send_text(const struct light *light, const char *text) {
    while (*text != '\0') {
        light->board->send(*text++);
    }
}

static void send_number(const struct light *light, uint16_t number, uint8_t digits) {
    char text[6] = "";
    for (uint8_t i = digits; i > 0; i--) {
        text[i - 1] = (char)('0' + number % 10);
        number /= 10;
    }
    send_text(light, text);
}

static void send_byte(const struct light *light, uint8_t value) {
    static const char digits[] = "0123456789ABCDEF";
    light->board->send(digits[value >> 4]);
    light->board->send(digits[value & 15]);
}

static void send_colour(const struct light *light, struct light_colour colour) {
    light->board->send('#');
    send_byte(light, colour.red);
    send_byte(light, colour.green);
    send_byte(light, colour.blue);
}

static void send_end(const struct light *light) {
    send_text(light, "\r\n");
}

static void send_steps(const struct light *light) {
    for (uint8_t i = 0; i < light->count; i++) {
        send_colour(light, light->steps[i].colour);
        if (light->steps[i].millis != 0) {
            light->board->send('-');
            send_number(light, light->steps[i].millis, 4);
        }
    }
}

static void send_error(const struct light *light, uint8_t error) {
    static const char words[][6] = {"char", "long", "cmd", "arg", "range"};
    send_text(light, "ERR ");
    send_number(light, error, 1);
    light->board->send(' ');
    send_text(light, words[error - 1]);
    send_end(light);
}

static void send_ok_number(const struct light *light, char letter, uint16_t number, uint8_t digits) {
    send_text(light, "OK ");
    light->board->send(letter);
    send_number(light, number, digits);
    send_end(light);
}

static void send_state(const struct light *light) {
    send_text(light, "OK G L");
    send_number(light, light->level, 3);
    send_text(light, " W");
    send_number(light, light->watchdog_seconds, 3);
    send_text(light, " F");
    send_number(light, light->fade_millis, 4);
    send_text(light, light->fired ? " T1 " : " T0 ");
    if (light->steps[0].millis != 0) {
        light->board->send('B');
    }
    send_steps(light);
    send_end(light);
}

/* Commands. Nothing changes before all of a line has been understood. */

static int8_t hex_digit(char digit) {
    if (digit >= '0' && digit <= '9') {
        return (int8_t)(digit - '0');
    }
    char lower = (char)(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? (int8_t)(lower - 'a' + 10) : -1;
}

static bool read_byte(const char *text, uint8_t *value) {
    int8_t high = hex_digit(text[0]);
    int8_t low = high < 0 ? -1 : hex_digit(text[1]);
    if (low < 0) {
        return false;
    }
    *value = (uint8_t)(high << 4 | low);
    return true;
}

/* "#RRGGBB". Stops at whatever is wrong, so that it never reads behind the line's end. */
static bool read_colour(const char *text, struct light_colour *colour) {
    return text[0] == '#' && read_byte(text + 1, &colour->red) && read_byte(text + 3, &colour->green)
            && read_byte(text + 5, &colour->blue);
}

/* Exactly so many digits. */
static bool read_number(const char *text, uint8_t digits, uint16_t *number) {
    *number = 0;
    for (uint8_t i = 0; i < digits; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return false;
        }
        *number = (uint16_t)(*number * 10 + (text[i] - '0'));
    }
    return true;
}

static uint8_t solid(struct light *light, uint32_t now) {
    struct light_step step = {{0, 0, 0}, 0};
    if (light->length != 7 || !read_colour(light->line, &step.colour)) {
        return ERR_ARGUMENT;
    }
    light_begin(light, &step, 1, now);
    send_text(light, "OK ");
    send_colour(light, step.colour);
    send_end(light);
    return 0;
}

static uint8_t read_steps(const char *text, uint8_t count, struct light_step *steps) {
    for (uint8_t i = 0; i < count; i++, text += STEP_TEXT) {
        if (!read_colour(text, &steps[i].colour) || text[7] != '-' || !read_number(text + 8, 4, &steps[i].millis)) {
            return ERR_ARGUMENT;
        }
        if (steps[i].millis < SHORTEST_STEP) {
            return ERR_RANGE;
        }
    }
    return 0;
}

/* A single colour without a time, as some programs send it to a fit-statUSB, is solid. */
static uint8_t sequence(struct light *light, uint32_t now) {
    struct light_step steps[LIGHT_STEPS] = {{{0, 0, 0}, 0}};
    uint8_t length = (uint8_t)(light->length - 1);
    uint8_t count = (uint8_t)(length / STEP_TEXT);
    if (length == 7 && read_colour(light->line + 1, &steps[0].colour)) {
        count = 1;
    } else if (length == 0 || length % STEP_TEXT != 0 || count > LIGHT_STEPS) {
        return ERR_ARGUMENT;
    } else {
        uint8_t error = read_steps(light->line + 1, count, steps);
        if (error != 0) {
            return error;
        }
    }
    light_begin(light, steps, count, now);
    send_text(light, "OK B");
    send_steps(light);
    send_end(light);
    return 0;
}

static uint8_t set_fade(struct light *light, uint32_t now) {
    uint16_t millis;
    if (light->length != 5 || !read_number(light->line + 1, 4, &millis)) {
        return ERR_ARGUMENT;
    }
    light->fade_millis = millis;
    light_draw(light, now);
    send_ok_number(light, 'F', millis, 4);
    return 0;
}

static uint8_t set_level(struct light *light, uint32_t now) {
    uint16_t level;
    if (light->length != 4 || !read_number(light->line + 1, 3, &level)) {
        return ERR_ARGUMENT;
    }
    if (level > 255) {
        return ERR_RANGE;
    }
    light->level = (uint8_t)level;
    light_draw(light, now);
    send_ok_number(light, 'L', level, 3);
    return 0;
}

static uint8_t set_watchdog(struct light *light) {
    uint16_t seconds;
    if (light->length != 4 || !read_number(light->line + 1, 3, &seconds)) {
        return ERR_ARGUMENT;
    }
    if (seconds > LONGEST_WATCHDOG) {
        return ERR_RANGE;
    }
    light->watchdog_seconds = seconds;
    send_ok_number(light, 'W', seconds, 3);
    return 0;
}

static uint8_t say_identity(const struct light *light) {
    send_text(light, "OK ");
    send_text(light, light->board->identity);
    send_end(light);
    return 0;
}

static uint8_t obey(struct light *light, uint32_t now) {
    bool alone = light->length == 1;
    switch (light->line[0]) {
        case '#':
            return solid(light, now);
        case 'B':
            return sequence(light, now);
        case 'F':
            return set_fade(light, now);
        case 'L':
            return set_level(light, now);
        case 'W':
            return set_watchdog(light);
        case 'G':
            if (!alone) {
                return ERR_ARGUMENT;
            }
            send_state(light);
            return 0;
        case '?':
            return alone ? say_identity(light) : ERR_ARGUMENT;
        default:
            return ERR_COMMAND;
    }
}

/* Lines. */

static void end_line(struct light *light, uint32_t now) {
    uint8_t error = light->fault;
    if (error == 0 && light->length != 0) {
        light->line[light->length] = '\0';
        error = obey(light, now);
        if (error == 0) {
            light->fed_at = now;
        }
    }
    if (error != 0) {
        send_error(light, error);
    }
    light->length = 0;
    light->fault = 0;
}

static void drop_half_line(struct light *light, uint32_t now) {
    if (now - light->heard_at > HALF_LINE_MILLIS) {
        light->length = 0;
        light->fault = 0;
    }
}

void light_hear(struct light *light, uint8_t character, uint32_t now) {
    light_tick(light, now);
    light->heard_at = now;
    if (character == '\n' || character == '\r') {
        end_line(light, now);
    } else if (light->fault != 0) {
        return;
    } else if (character < ' ' || character > '~') {
        light->fault = ERR_CHARACTER;
    } else if (light->length == LIGHT_LINE_LENGTH) {
        light->fault = ERR_LONG;
    } else {
        light->line[light->length++] = (char)character;
    }
}

/* The computer has been silent for too long: dark until it asks for a colour again. */
static void watch(struct light *light, uint32_t now) {
    if (light->watchdog_seconds == 0 || light->fired || now - light->fed_at < light->watchdog_seconds * 1000UL) {
        return;
    }
    light->fired = true;
    light_go_dark(light);
    send_text(light, "!WD");
    send_end(light);
}

void light_tick(struct light *light, uint32_t now) {
    drop_half_line(light, now);
    watch(light, now);
    light_play(light, now);
}

void light_start(struct light *light, const struct light_board *board, const char *cause, uint32_t now) {
    memset(light, 0, sizeof *light);
    light->board = board;
    light->level = 255;
    light->count = 1;
    light->heard_at = now;
    light->fed_at = now;
    board->show(light->shown);
    send_text(light, "!BOOT");
    if (*cause != '\0') {
        light->board->send(' ');
        send_text(light, cause);
    }
    send_end(light);
}
