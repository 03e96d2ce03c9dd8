// The door to ncursesw. Macros and mutable globals do not cross into Swift 6: each gets an accessor here.
// SwiftPM does not rebuild when this file changes: remove .build after an edit.
#pragma once
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncursesw/curses.h>
#include <ncursesw/term.h>
#include <stdio.h>
#include <wchar.h>

static inline WINDOW *nc_stdscr(void) { return stdscr; }
static inline int nc_colors(void) { return COLORS; }
static inline int nc_color_pairs(void) { return COLOR_PAIRS; }
extern int wcwidth(wchar_t);
