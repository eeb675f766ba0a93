/**
 * Setting text on pages: {@link ductus.ink.layout.PageLayout} breaks it into lines, has them
 * written by a {@link ductus.ink.layout.PageLayout.LineWriter}, breaks anew what came out too wide,
 * and puts all in its place. What is written has its baseline at y = 0 and an x-height of 1; widths
 * are in x-heights until a line is put on paper.
 */
@NullMarked
package ductus.ink.layout;

import org.jspecify.annotations.NullMarked;
