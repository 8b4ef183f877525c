#include "light_play.h"

#include <string.h>

enum { FRAME_MILLIS = 10 };

static const struct light_colour DARK = {0, 0, 0};

static uint8_t scaled(uint8_t channel, uint8_t level) {
    return (uint8_t)(((uint16_t)channel * level + 127) / 255);
}

static bool same(struct light_colour a, struct light_colour b) {
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void show(struct light *light) {
    struct light_colour colour = {
        scaled(light->now.red, light->level),
        scaled(light->now.green, light->level),
        scaled(light->now.blue, light->level),
    };
    if (!same(colour, light->shown)) {
        light->shown = colour;
        light->board->show(colour);
    }
}

static void begin_fade(struct light *light, uint32_t now) {
    light->from = light->now;
    light->fade_at = now;
    light->fading = true;
}

static uint8_t between(uint8_t from, uint8_t to, uint16_t part, uint16_t whole) {
    int32_t way = ((int32_t)to - from) * part / whole;
    return (uint8_t)(from + way);
}

static void fade(struct light *light, uint32_t now) {
    struct light_colour to = light->steps[light->step].colour;
    uint32_t passed = now - light->fade_at;
    if (passed >= light->fade_millis) {
        light->now = to;
        light->fading = false;
        return;
    }
    uint16_t part = (uint16_t)passed;
    light->now.red = between(light->from.red, to.red, part, light->fade_millis);
    light->now.green = between(light->from.green, to.green, part, light->fade_millis);
    light->now.blue = between(light->from.blue, to.blue, part, light->fade_millis);
}

/* Moves on to the step of this moment. Whole turns that nobody looked at are left out. */
static void play(struct light *light, uint32_t now) {
    if (light->steps[0].millis == 0) {
        return;
    }
    uint32_t turn = 0;
    for (uint8_t i = 0; i < light->count; i++) {
        turn += light->steps[i].millis;
    }
    uint32_t passed = now - light->step_at;
    light->step_at += passed - passed % turn;
    while (now - light->step_at >= light->steps[light->step].millis) {
        light->step_at += light->steps[light->step].millis;
        if (light->fading) {
            fade(light, light->step_at);
        }
        light->step = (uint8_t)((light->step + 1) % light->count);
        begin_fade(light, light->step_at);
    }
}

void light_draw(struct light *light, uint32_t now) {
    light->drawn_at = now;
    play(light, now);
    if (light->fading) {
        fade(light, now);
    }
    show(light);
}

static bool is_playing(const struct light *light, const struct light_step *steps, uint8_t count) {
    if (light->fired || light->count != count) {
        return false;
    }
    for (uint8_t i = 0; i < count; i++) {
        if (!same(light->steps[i].colour, steps[i].colour) || light->steps[i].millis != steps[i].millis) {
            return false;
        }
    }
    return true;
}

void light_begin(struct light *light, const struct light_step *steps, uint8_t count, uint32_t now) {
    if (is_playing(light, steps, count)) {
        return;
    }
    memcpy(light->steps, steps, count * sizeof *steps);
    light->count = count;
    light->step = 0;
    light->step_at = now;
    light->fired = false;
    begin_fade(light, now);
    light_draw(light, now);
}

void light_go_dark(struct light *light) {
    light->steps[0].colour = DARK;
    light->steps[0].millis = 0;
    light->count = 1;
    light->step = 0;
    light->fading = false;
    light->now = DARK;
    show(light);
}

void light_play(struct light *light, uint32_t now) {
    if (now - light->drawn_at >= FRAME_MILLIS) {
        light_draw(light, now);
    }
}
