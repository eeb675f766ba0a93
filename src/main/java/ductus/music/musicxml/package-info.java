/**
 * Writes scores as MusicXML 4.0 (partwise), which notation programs open. {@link
 * ductus.music.musicxml.MusicXml} is the entrance.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.musicxml;
