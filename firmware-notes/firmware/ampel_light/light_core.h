/*
 * The light's side of the line protocol in ../../protocol.md: lines in, colours and answers out. Plain C: no Arduino, no
 * heap, no clock of its own. One thread. Times are milliseconds of a counter that may wrap, as millis() does after 49
 * days.
 */
#ifndef LIGHT_CORE_H
#define LIGHT_CORE_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { LIGHT_LINE_LENGTH = 60, LIGHT_STEPS = 4 };

struct light_colour {
    uint8_t red, green, blue;
};

/* One step of a sequence. */
struct light_step {
    struct light_colour colour;
    uint16_t millis;
};

/* What the core needs of the board it runs on. */
struct light_board {
    /* What "?" answers after "OK ". */
    const char *identity;
    /* Brings the LED to that colour before it returns. */
    void (*show)(struct light_colour colour);
    /* Sends one character to the computer. */
    void (*send)(char character);
};

struct light {
    const struct light_board *board;

    /* The line that is coming in, and what is wrong with it already. */
    char line[LIGHT_LINE_LENGTH + 1];
    uint8_t length;
    uint8_t fault;
    uint32_t heard_at;

    /* What the computer wants: one step without a time is a solid colour. */
    struct light_step steps[LIGHT_STEPS];
    uint8_t count;
    uint8_t level;
    uint16_t fade_millis;

    uint16_t watchdog_seconds;
    uint32_t fed_at;
    bool fired;

    /* Where the sequence and the fade are. */
    uint8_t step;
    uint32_t step_at;
    struct light_colour from;
    uint32_t fade_at;
    bool fading;

    /* The colour of the moment, before and after the brightness. */
    uint32_t drawn_at;
    struct light_colour now;
    struct light_colour shown;
};

/* Dark, and says "!BOOT" with that cause; an empty one is not known. */
void light_start(struct light *light, const struct light_board *board, const char *cause, uint32_t now);

/* A character has come from the computer. */
void light_hear(struct light *light, uint8_t character, uint32_t now);

/* To be called every few milliseconds: plays, fades, and watches over the computer's silence. */
void light_tick(struct light *light, uint32_t now);

#ifdef __cplusplus
}
#endif

#endif
