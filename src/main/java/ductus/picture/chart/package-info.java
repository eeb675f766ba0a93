/**
 * Charts: lines, bars, panels of lines side by side, colored cells.
 *
 * <p>They are our own: XChart on Batik draws letters as outlines of the machine's fonts, so that
 * its bytes differ from machine to machine, and fails where there are no fonts.
 */
@org.jspecify.annotations.NullMarked
package ductus.picture.chart;
