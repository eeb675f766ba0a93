/** A tune with chord symbols: how it is found in a score and written into one. */
@org.jspecify.annotations.NullMarked
package ductus.music.leadsheet;
