// The door to ncursesw. Macros and mutable globals do not cross into Swift 6: each gets an accessor here.
// SwiftPM does not rebuild when this file changes: touch a Swift file of the executable after an edit.
#pragma once
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncursesw/curses.h>
#include <ncursesw/term.h>
#include <stdio.h>
#include <wchar.h>

static inline WINDOW *nc_stdscr(void) { return stdscr; }
static inline WINDOW *nc_curscr(void) { return curscr; }
static inline int nc_colors(void) { return COLORS; }
static inline int nc_color_pairs(void) { return COLOR_PAIRS; }
extern int wcwidth(wchar_t);

// Attributes are macros with casts.
static inline attr_t nc_bold(void) { return A_BOLD; }
static inline attr_t nc_dim(void) { return A_DIM; }
static inline attr_t nc_italic(void) { return A_ITALIC; }
static inline attr_t nc_underline(void) { return A_UNDERLINE; }
static inline attr_t nc_reverse(void) { return A_REVERSE; }
// The part of a pair's number that the attributes hold; `ext_color` holds all of it.
static inline attr_t nc_pair(int pair) { return COLOR_PAIR(pair > 255 ? 255 : pair); }
