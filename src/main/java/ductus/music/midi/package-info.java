/**
 * Standard MIDI files, read and written by ourselves over the bytes: {@link
 * ductus.music.midi.MidiReader} and {@link ductus.music.midi.MidiWriter}. Times are in ticks from
 * the start of the piece, offsets in bytes from the start of the file, tracks are counted from 0 in
 * values and from 1 in messages.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.midi;
