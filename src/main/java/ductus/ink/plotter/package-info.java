/**
 * Pages for pen plotters: G-code and HPGL. The pen is put down where a stroke begins, drawn along
 * curves fitted to it within 0.05 mm, and lifted where it ends, in the order of writing. A page
 * that does not lie on its paper is refused before anything is written.
 */
@NullMarked
package ductus.ink.plotter;

import org.jspecify.annotations.NullMarked;
