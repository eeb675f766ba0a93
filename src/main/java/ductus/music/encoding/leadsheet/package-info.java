/**
 * From tunes with chords to tokens and back: the token stream of {@link
 * ductus.music.encoding.leadsheet.LeadsheetEncoding}, its vocabulary, what it may say next, and
 * chords that are given.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.encoding.leadsheet;
