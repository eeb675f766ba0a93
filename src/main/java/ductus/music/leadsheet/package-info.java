/**
 * A tune with chord symbols: how it is found in a score and written into one. May use {@code
 * music}, {@code music.finding} and {@code music.harmony}.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.leadsheet;
