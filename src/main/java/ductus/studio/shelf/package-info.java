/**
 * What is done with the library as a whole: it is searched and tagged, and things leave it as one
 * page of HTML or as a zip archive. Uses {@code studio.collection}; nothing here changes what was
 * made.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.shelf;
