/**
 * All that uses the library JFugue: it renders notes as MIDI and says what typed tokens mean. A
 * build without JFugue leaves this package out; {@link ductus.music.musicstring.JFugue} finds it by
 * name.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.jfugue;
