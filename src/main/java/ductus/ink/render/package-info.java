/**
 * Pages as files: SVG, SVG that writes itself, PNG and PDF, and by {@link
 * ductus.ink.render.PageFormat} the plotters' too. All draw the same curves, fitted to the strokes
 * within 0.05 mm, in the order of writing. The same page gives the same bytes, whatever the locale
 * and the time zone.
 */
@NullMarked
package ductus.ink.render;

import org.jspecify.annotations.NullMarked;
