/**
 * JFugue's notation, its "MusicString": scores written in it, tunes read that a user types in it,
 * and scores as MIDI files.
 *
 * <p>Times are ticks unless a name says seconds. JFugue's octaves count one higher than elsewhere
 * (middle C, key 60, is C5). JFugue itself need not be there, see {@link
 * ductus.music.musicstring.JFugue}.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.musicstring;
