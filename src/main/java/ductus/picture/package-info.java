/**
 * Pictures for every floor above: SVG documents through Batik and charts drawn on them. Knows
 * nothing of what they show.
 *
 * <p>Charts are our own: XChart on Batik draws letters as outlines of the machine's fonts, so that
 * its bytes differ from machine to machine, and fails where there are no fonts.
 */
@org.jspecify.annotations.NullMarked
package ductus.picture;
