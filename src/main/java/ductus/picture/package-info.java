/**
 * Pictures for every floor above: SVG documents through Batik, their colors, and PNG. Knows nothing
 * of what they show.
 */
@org.jspecify.annotations.NullMarked
package ductus.picture;
