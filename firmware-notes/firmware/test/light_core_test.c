/* The table of protocol.md, line by line. Ends non-zero when anything is not as written there. */
#include "fake_board.h"

#include <stdio.h>
#include <string.h>

static struct light light;
static uint32_t now;
static unsigned checks;
static unsigned wrong;

static void check_text(int line, const char *what, const char *is, const char *expected) {
    checks++;
    if (strcmp(is, expected) != 0) {
        wrong++;
        printf("line %d: %s: is [%s], expected [%s]\n", line, what, is, expected);
    }
}

static void check_number(int line, const char *what, long is, long expected) {
    checks++;
    if (is != expected) {
        wrong++;
        printf("line %d: %s: is %ld, expected %ld\n", line, what, is, expected);
    }
}

static void start_at(uint32_t when, const char *cause) {
    now = when;
    clear_fake_board();
    light_start(&light, &fake_board, cause, now);
}

static void start(void) {
    start_at(1000, "");
    clear_fake_board();
}

static void hear(const char *text) {
    clear_fake_board();
    for (; *text != '\0'; text++) {
        light_hear(&light, (uint8_t)*text, now);
    }
}

/* As the board does: a tick every millisecond. */
static void pass(uint32_t millis) {
    for (uint32_t i = 0; i < millis; i++) {
        light_tick(&light, ++now);
    }
}

static long shown(void) {
    return (long)led.red << 16 | (long)led.green << 8 | led.blue;
}

#define ANSWERS(text, answer) (hear(text), check_text(__LINE__, text, said, answer))
#define SHOWS(colour) check_number(__LINE__, "LED", shown(), colour)
#define SAYS(text) check_text(__LINE__, "said", said, text)

#define STATE_AT_START "OK G L255 W000 F0000 T0 #000000\r\n"

static void it_says_who_it_is(void) {
    start_at(7, "on");
    SAYS("!BOOT on\r\n");
    check_number(__LINE__, "dark at the start", led_writes, 1);
    SHOWS(0);
    start_at(7, "");
    SAYS("!BOOT\r\n");
    ANSWERS("?\n", "OK USBLIGHT 1 fw=1.0.0 mcu=none leds=1 out=none caps=rgb,seq,fade,level,wd\r\n");
    ANSWERS("G\n", STATE_AT_START);
}

static void a_colour_is_shown_before_it_is_answered(void) {
    start();
    ANSWERS("#FF8001\n", "OK #FF8001\r\n");
    SHOWS(0xFF8001);
    ANSWERS("#ff8001\n", "OK #FF8001\r\n");
    check_number(__LINE__, "the same again is not written again", led_writes, 0);
    ANSWERS("G\n", "OK G L255 W000 F0000 T0 #FF8001\r\n");
    ANSWERS("B#00ff00\n", "OK B#00FF00\r\n");
    SHOWS(0x00FF00);
    ANSWERS("G\n", "OK G L255 W000 F0000 T0 #00FF00\r\n");
}

static void a_sequence_goes_round(void) {
    start();
    ANSWERS("B#FF0000-0500#000000-0500\n", "OK B#FF0000-0500#000000-0500\r\n");
    SHOWS(0xFF0000);
    pass(490);
    SHOWS(0xFF0000);
    pass(20);
    SHOWS(0);
    ANSWERS("B#FF0000-0500#000000-0500\n", "OK B#FF0000-0500#000000-0500\r\n");
    SHOWS(0);
    ANSWERS("G\n", "OK G L255 W000 F0000 T0 B#FF0000-0500#000000-0500\r\n");
    pass(500);
    SHOWS(0xFF0000);
    ANSWERS("B#FF0000-0500#000000-0600\n", "OK B#FF0000-0500#000000-0600\r\n");
    ANSWERS("B#112233-0010\n", "OK B#112233-0010\r\n");
    ANSWERS("B#000001-0010#000002-0010#000003-0010#000004-9999\n",
            "OK B#000001-0010#000002-0010#000003-0010#000004-9999\r\n");
    pass(40);
    SHOWS(4);
    ANSWERS("#000005\n", "OK #000005\r\n");
    pass(100000);
    SHOWS(5);
}

static void a_fade_takes_its_time(void) {
    start();
    ANSWERS("F1000\n", "OK F1000\r\n");
    ANSWERS("#C80000\n", "OK #C80000\r\n");
    SHOWS(0);
    pass(500);
    SHOWS(0x640000);
    ANSWERS("#C80000\n", "OK #C80000\r\n");
    pass(500);
    SHOWS(0xC80000);
    clear_fake_board();
    pass(1000);
    check_number(__LINE__, "at rest nothing is written", led_writes, 0);
    ANSWERS("#000000\n", "OK #000000\r\n");
    pass(250);
    ANSWERS("F0000\n", "OK F0000\r\n");
    SHOWS(0);
    ANSWERS("F1000\n", "OK F1000\r\n");
    ANSWERS("B#FF0000-1000#330000-1000\n", "OK B#FF0000-1000#330000-1000\r\n");
    pass(1000);
    SHOWS(0xFF0000);
    pass(500);
    SHOWS(0x990000);
    pass(500);
    SHOWS(0x330000);
    pass(500);
    SHOWS(0x990000);
}

static void the_brightness_scales(void) {
    start();
    ANSWERS("#FF8000\n", "OK #FF8000\r\n");
    ANSWERS("L128\n", "OK L128\r\n");
    SHOWS(0x804000);
    ANSWERS("L000\n", "OK L000\r\n");
    SHOWS(0);
    ANSWERS("G\n", "OK G L000 W000 F0000 T0 #FF8000\r\n");
    ANSWERS("L255\n", "OK L255\r\n");
    SHOWS(0xFF8000);
}

static void the_watchdog_makes_it_dark(void) {
    start();
    ANSWERS("W003\n", "OK W003\r\n");
    ANSWERS("#FF0000\n", "OK #FF0000\r\n");
    pass(2900);
    ANSWERS("G\n", "OK G L255 W003 F0000 T0 #FF0000\r\n");
    pass(2999);
    SHOWS(0xFF0000);
    clear_fake_board();
    pass(1);
    SHOWS(0);
    SAYS("!WD\r\n");
    clear_fake_board();
    pass(10000);
    SAYS("");
    ANSWERS("G\n", "OK G L255 W003 F0000 T1 #000000\r\n");
    ANSWERS("W003\n", "OK W003\r\n");
    ANSWERS("L200\n", "OK L200\r\n");
    SHOWS(0);
    ANSWERS("G\n", "OK G L200 W003 F0000 T1 #000000\r\n");
    ANSWERS("L255\n", "OK L255\r\n");
    ANSWERS("#FF0000\n", "OK #FF0000\r\n");
    SHOWS(0xFF0000);
    ANSWERS("G\n", "OK G L255 W003 F0000 T0 #FF0000\r\n");
    pass(2990);
    ANSWERS("x\n", "ERR 3 cmd\r\n");
    pass(10);
    SHOWS(0);
    ANSWERS("#000000\n", "OK #000000\r\n");
    ANSWERS("G\n", "OK G L255 W003 F0000 T0 #000000\r\n");
    ANSWERS("W000\n", "OK W000\r\n");
    ANSWERS("#00FF00\n", "OK #00FF00\r\n");
    pass(700000);
    SHOWS(0x00FF00);
}

static void a_sequence_that_the_watchdog_ended_begins_anew(void) {
    start();
    hear("W001\nF0500\nB#FF0000-0500#00FF00-0500\n");
    pass(1500);
    SHOWS(0);
    ANSWERS("G\n", "OK G L255 W001 F0500 T1 #000000\r\n");
    hear("F0000\nB#FF0000-0500#00FF00-0500\n");
    SHOWS(0xFF0000);
}

static void the_ends_of_each_range_are_allowed(void) {
    static const char *const lines[] = {"W001", "W600", "L000", "L255", "F0000", "F9999", "B#ffffff-0010", "B#FFFFFF-9999"};
    start();
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        hear(lines[i]);
        hear("\n");
        check_text(__LINE__, lines[i], strncmp(said, "OK ", 3) == 0 ? "taken" : said, "taken");
    }
    ANSWERS("G\n", "OK G L255 W600 F9999 T0 B#FFFFFF-9999\r\n");
}

static void garbage_changes_nothing(void) {
    static const char *const lines[][2] = {
        {"#FF000\n", "ERR 4 arg\r\n"},
        {"#FF00000\n", "ERR 4 arg\r\n"},
        {"#FF00G0\n", "ERR 4 arg\r\n"},
        {"#\n", "ERR 4 arg\r\n"},
        {"#FF0000 \n", "ERR 4 arg\r\n"},
        {"B\n", "ERR 4 arg\r\n"},
        {"B#FF000\n", "ERR 4 arg\r\n"},
        {"B#FF0000-\n", "ERR 4 arg\r\n"},
        {"B#FF0000-500\n", "ERR 4 arg\r\n"},
        {"B#FF0000-0500#00\n", "ERR 4 arg\r\n"},
        {"B#FF0000-0500#000000 0500\n", "ERR 4 arg\r\n"},
        {"B#FF0000-0500x000000-0500\n", "ERR 4 arg\r\n"},
        {"B#FF0000-05a0\n", "ERR 4 arg\r\n"},
        {"B#FF0000-0009\n", "ERR 5 range\r\n"},
        {"B#FF0000-0500#000000-0000\n", "ERR 5 range\r\n"},
        {"B#FF0000-0500#FF0000-0500#FF0000-0500#FF0000-0500#FF0000-050\n", "ERR 4 arg\r\n"},
        {"B#FF0000-0500#FF0000-0500#FF0000-0500#FF0000-0500#FF0000-0500\n", "ERR 2 long\r\n"},
        {"F100\n", "ERR 4 arg\r\n"},
        {"F10000\n", "ERR 4 arg\r\n"},
        {"F-100\n", "ERR 4 arg\r\n"},
        {"L25\n", "ERR 4 arg\r\n"},
        {"L256\n", "ERR 5 range\r\n"},
        {"L999\n", "ERR 5 range\r\n"},
        {"W601\n", "ERR 5 range\r\n"},
        {"W1\n", "ERR 4 arg\r\n"},
        {"G1\n", "ERR 4 arg\r\n"},
        {"??\n", "ERR 4 arg\r\n"},
        {"P\n", "ERR 3 cmd\r\n"},
        {"*\n", "ERR 3 cmd\r\n"},
        {"b#FF0000\n", "ERR 3 cmd\r\n"},
        {" #FF0000\n", "ERR 3 cmd\r\n"},
        {"#FF\x01 00\n", "ERR 1 char\r\n"},
        {"\xff#FF0000\n", "ERR 1 char\r\n"},
        {"#FF0000\x7f\n", "ERR 1 char\r\n"},
        {"#FF0000\t\n", "ERR 1 char\r\n"},
        {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n", "ERR 3 cmd\r\n"},
        {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n", "ERR 2 long\r\n"},
    };
    start();
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ANSWERS(lines[i][0], lines[i][1]);
        check_number(__LINE__, "the LED is left alone", led_writes, 0);
        ANSWERS("G\n", STATE_AT_START);
    }
}

static void lines_end_and_half_lines_go(void) {
    start();
    ANSWERS("\n\r\n\r\r\n", "");
    ANSWERS("#000001\r\n", "OK #000001\r\n");
    ANSWERS("#000002\r", "OK #000002\r\n");
    ANSWERS("#0000", "");
    pass(1001);
    ANSWERS("03\n", "ERR 3 cmd\r\n");
    ANSWERS("#0000", "");
    pass(1000);
    ANSWERS("03\n", "OK #000003\r\n");
    ANSWERS("\x80", "");
    pass(1001);
    ANSWERS("#000004\n", "OK #000004\r\n");
    ANSWERS("#0000\n?\n", "ERR 4 arg\r\nOK USBLIGHT 1 fw=1.0.0 mcu=none leds=1 out=none caps=rgb,seq,fade,level,wd\r\n");
}

static void it_goes_on_when_the_clock_wraps(void) {
    start_at(UINT32_MAX - 1200, "");
    hear("W002\nB#FF0000-0500#00FF00-0500\n");
    pass(1010);
    SHOWS(0xFF0000);
    pass(500);
    check_number(__LINE__, "the clock has wrapped", now < 1000, 1);
    SHOWS(0x00FF00);
    ANSWERS("F1000\n", "OK F1000\r\n");
    pass(1900);
    ANSWERS("G\n", "OK G L255 W002 F1000 T0 B#FF0000-0500#00FF00-0500\r\n");
    pass(2000);
    SHOWS(0);
    start_at(UINT32_MAX - 500, "");
    hear("F1000\n#C80000\n");
    pass(1000);
    SHOWS(0xC80000);
    hear("#0000");
    now = UINT32_MAX - 100;
    light_tick(&light, now);
    hear("#0000");
    pass(1101);
    ANSWERS("01\n", "ERR 3 cmd\r\n");
}

static void a_long_stall_leaves_whole_turns_out(void) {
    start();
    hear("B#FF0000-0500#00FF00-0500\n");
    now += 3600000;
    light_tick(&light, now);
    SHOWS(0xFF0000);
    now += 999 + 500;
    light_tick(&light, now);
    SHOWS(0xFF0000);
    pass(10);
    SHOWS(0x00FF00);
}

int main(void) {
    it_says_who_it_is();
    a_colour_is_shown_before_it_is_answered();
    a_sequence_goes_round();
    a_fade_takes_its_time();
    the_brightness_scales();
    the_watchdog_makes_it_dark();
    a_sequence_that_the_watchdog_ended_begins_anew();
    the_ends_of_each_range_are_allowed();
    garbage_changes_nothing();
    lines_end_and_half_lines_go();
    it_goes_on_when_the_clock_wraps();
    a_long_stall_leaves_whole_turns_out();
    printf("%u checks of the protocol, %u wrong\n", checks, wrong);
    return wrong != 0 || checks == 0;
}
