/**
 * Pages: written lines in their places on real paper. A {@link ductus.ink.page.Page} is what a pen
 * is to draw, line by line and word by word; {@link ductus.ink.page.PageSetup} says what page is
 * wanted. Lengths are millimeters, the origin is the lower left corner of the paper, y is up.
 */
@NullMarked
package ductus.ink.page;

import org.jspecify.annotations.NullMarked;
