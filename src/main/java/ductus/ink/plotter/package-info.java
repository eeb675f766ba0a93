/**
 * Pages for pen plotters: G-code and HPGL. The pen is put down where a stroke begins, drawn along
 * curves fitted to it within 0.05 mm, and lifted where it ends. Strokes are drawn in an order, and
 * from the end, that keep the way of the lifted pen short. A page that does not lie on its paper is
 * refused before anything is written.
 */
@NullMarked
package ductus.ink.plotter;

import org.jspecify.annotations.NullMarked;
