#include "led.h"

#include <Arduino.h>

#include "config.h"

#ifdef LIGHT_RGB

static const uint8_t PINS[] = {LIGHT_RED_PIN, LIGHT_GREEN_PIN, LIGHT_BLUE_PIN};

static void set(uint8_t pin, uint8_t value) {
    analogWrite(pin, LIGHT_COMMON_ANODE ? 255 - value : value);
}

void led_begin(void) {
    for (uint8_t pin : PINS) {
        pinMode(pin, OUTPUT);
    }
}

void led_show(struct light_colour colour) {
    set(LIGHT_RED_PIN, colour.red);
    set(LIGHT_GREEN_PIN, colour.green);
    set(LIGHT_BLUE_PIN, colour.blue);
}

#else

#if F_CPU != 16000000L
#error "The WS2812's timing is counted in processor cycles of 1/16 us: the board has to run at 16 MHz."
#endif

/* The LEDs take over what they heard after the line was quiet for so long; older ones are content with 50. */
static const uint16_t QUIET_MICROS = 300;

static uint32_t told_at;

void led_begin(void) {
    pinMode(LIGHT_DATA_PIN, OUTPUT);
    digitalWrite(LIGHT_DATA_PIN, LOW);
    delayMicroseconds(QUIET_MICROS);
}

/*
 * Eight bits of 20 cycles (1.25 us) each, the highest first: a 0 is high for 6 cycles (0.375 us), a 1 for 13 (0.812 us).
 * The numbers behind the instructions are the cycles since the pin went high.
 */
static void send_byte(volatile uint8_t *port, uint8_t high, uint8_t low, uint8_t value) {
    uint8_t bits = 8;
    uint8_t next;
    asm volatile("1: st %a[port], %[high]  \n" /* 0 */
                 "   mov %[next], %[low]   \n" /* 1 */
                 "   sbrc %[value], 7      \n"
                 "   mov %[next], %[high]  \n" /* 3 */
                 "   nop                   \n" /* 4 */
                 "   st %a[port], %[next]  \n" /* 6: a 0 ends */
                 "   lsl %[value]          \n" /* 7 */
                 "   rjmp .+0              \n" /* 9 */
                 "   rjmp .+0              \n" /* 11 */
                 "   st %a[port], %[low]   \n" /* 13: a 1 ends */
                 "   rjmp .+0              \n" /* 15 */
                 "   dec %[bits]           \n" /* 16 */
                 "   brne 1b               \n" /* 18, and 20 with the st */
                 : [bits] "+r"(bits), [value] "+r"(value), [next] "=&r"(next)
                 : [port] "e"(port), [high] "r"(high), [low] "r"(low)
                 : "memory");
}

/*
 * Interrupts wait for one LED at a time, 30 us: for all of a long row the serial port would lose characters. What the
 * interrupts take in between is far less than the quiet that ends a frame.
 */
void led_show(struct light_colour colour) {
    volatile uint8_t *port = portOutputRegister(digitalPinToPort(LIGHT_DATA_PIN));
    uint8_t mask = digitalPinToBitMask(LIGHT_DATA_PIN);
    while (micros() - told_at < QUIET_MICROS) {
    }
    for (uint8_t i = 0; i < LIGHT_LEDS; i++) {
        noInterrupts();
        uint8_t high = *port | mask;
        uint8_t low = *port & (uint8_t)~mask;
        send_byte(port, high, low, LIGHT_RED_FIRST ? colour.red : colour.green);
        send_byte(port, high, low, LIGHT_RED_FIRST ? colour.green : colour.red);
        send_byte(port, high, low, colour.blue);
        interrupts();
    }
    told_at = micros();
}

#endif
