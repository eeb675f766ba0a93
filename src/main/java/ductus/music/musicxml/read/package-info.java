/**
 * Reads MusicXML into scores. {@link ductus.music.musicxml.read.MusicXmlReader} is the entrance;
 * behind it the file is read measure by measure as it is written, the order in which the measures
 * are played is found, and they are laid end to end.
 *
 * <p>Times within a measure are ticks of a {@link ductus.music.musicxml.read.TickScale}, which only
 * ever grows finer while a file is read.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.musicxml.read;
