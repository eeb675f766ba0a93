package ductus.music.midi;

import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes scores as standard MIDI files of format 1, the same bytes for the same score.
 *
 * <p>{@link MidiReader} reads an equal score back, but for this: where a note of one track, channel
 * and pitch lies within another, both beginnings and both ends stay and the earlier beginning gets
 * the earlier end; lists come back in the order that {@link Score} asks for (on one tick by track,
 * else as they were); the length grows to the last event; unpaired surrogates in texts become
 * question marks. What {@code MidiReader} has read comes back equal.
 *
 * <p>Tempo, metre and key go into the first track. On one tick stand note-offs first, then texts,
 * tempo, metre, key, programs and pedal, then notes of length 0, then note-ons. Every track ends
 * where the score ends.
 */
public final class MidiWriter {
  private static final int LONGEST_DELTA = 0x0FFFFFFF;
  private static final int RELEASE_VELOCITY = 64;

  private final Score score;
  private final List<List<Event>> tracks = new ArrayList<>();
  private long length;

  private MidiWriter(Score score) {
    this.score = score;
    this.length = score.length();
    track(0);
  }

  /**
   * Writes the score as the content of a MIDI file.
   *
   * @throws IllegalArgumentException if a MIDI file cannot say it: more than 32767 ticks a quarter
   *     note, more than 65535 tracks, a tick beyond 2^31 - 1, a channel, program or pedal value out
   *     of range
   */
  public static byte[] write(Score score) {
    return new MidiWriter(score).write();
  }

  private byte[] write() {
    requireWithin("ticks per quarter note", score.ticksPerQuarter(), 1, 0x7FFF);
    for (TextEvent text : score.texts()) {
      byte[] content = text.text().getBytes(StandardCharsets.UTF_8);
      add(text.track(), text.tick(), Order.TEXT, meta(Meta.textType(text.kind()), content));
    }
    addConductor();
    for (ProgramChange change : score.programs()) {
      int status = 0xC0 | within("channel", change.channel(), 15);
      int program = within("program", change.program(), 127);
      add(change.track(), change.tick(), Order.PROGRAM, bytes(status, program));
    }
    for (PedalChange change : score.pedals()) {
      int status = 0xB0 | within("channel", change.channel(), 15);
      int value = within("pedal value", change.value(), 127);
      add(change.track(), change.tick(), Order.PEDAL, bytes(status, Meta.SUSTAIN_PEDAL, value));
    }
    for (Note note : score.notes()) {
      int on = 0x90 | note.channel();
      int off = 0x80 | note.channel();
      if (note.duration() == 0) {
        byte[] both =
            bytes(on, note.pitch(), note.velocity(), 0, off, note.pitch(), RELEASE_VELOCITY);
        add(note.track(), note.onset(), Order.EMPTY_NOTE, both);
      } else {
        add(note.track(), note.onset(), Order.NOTE_ON, bytes(on, note.pitch(), note.velocity()));
        add(note.track(), note.end(), Order.NOTE_OFF, bytes(off, note.pitch(), RELEASE_VELOCITY));
      }
    }
    requireWithin("length in ticks", length, 0, MidiReader.MAX_TICK);

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("MThd".getBytes(StandardCharsets.US_ASCII));
    writeInt(out, 6);
    int division = score.ticksPerQuarter();
    out.writeBytes(bytes(0, 1, tracks.size() >> 8, tracks.size(), division >> 8, division));
    for (List<Event> events : tracks) {
      byte[] content = content(events);
      out.writeBytes("MTrk".getBytes(StandardCharsets.US_ASCII));
      writeInt(out, content.length);
      out.writeBytes(content);
    }
    return out.toByteArray();
  }

  private void addConductor() {
    for (TempoChange tempo : score.tempos()) {
      int microseconds = tempo.microsecondsPerQuarter();
      byte[] content = bytes(microseconds >> 16, microseconds >> 8, microseconds);
      add(0, tempo.tick(), Order.TEMPO, meta(Meta.TEMPO, content));
    }
    for (TimeSignature metre : score.timeSignatures()) {
      int exponent = Integer.numberOfTrailingZeros(metre.denominator());
      int clocksPerBeat = Math.max(1, 96 / metre.denominator());
      byte[] content = bytes(metre.numerator(), exponent, clocksPerBeat, 8);
      add(0, metre.tick(), Order.METRE, meta(Meta.TIME_SIGNATURE, content));
    }
    for (KeySignature key : score.keySignatures()) {
      add(
          0,
          key.tick(),
          Order.KEY,
          meta(Meta.KEY_SIGNATURE, bytes(key.fifths(), key.minor() ? 1 : 0)));
    }
  }

  private void add(int track, long tick, Order order, byte[] message) {
    track(track).add(new Event(tick, order, message));
    length = Math.max(length, tick);
  }

  private List<Event> track(int index) {
    requireWithin("track", index, 0, MidiReader.MAX_TRACKS - 1);
    while (tracks.size() <= index) {
      tracks.add(new ArrayList<>());
    }
    return tracks.get(index);
  }

  private byte[] content(List<Event> events) {
    events.sort(Comparator.comparingLong((Event event) -> event.tick).thenComparing(e -> e.order));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long tick = 0;
    for (Event event : events) {
      writeDelta(out, event.tick - tick);
      out.writeBytes(event.message);
      tick = event.tick;
    }
    writeDelta(out, length - tick);
    out.writeBytes(meta(Meta.END_OF_TRACK, new byte[0]));
    return out.toByteArray();
  }

  /** Writes a wait; one longer than a number can say is cut by empty events that mean nothing. */
  private static void writeDelta(ByteArrayOutputStream out, long delta) {
    long left = delta;
    while (left > LONGEST_DELTA) {
      writeVariableLength(out, LONGEST_DELTA);
      out.writeBytes(meta(Meta.SEQUENCER_SPECIFIC, new byte[0]));
      left -= LONGEST_DELTA;
    }
    writeVariableLength(out, (int) left);
  }

  private static void writeVariableLength(ByteArrayOutputStream out, int value) {
    for (int shift = 21; shift > 0; shift -= 7) {
      if (value >> shift > 0) {
        out.write(0x80 | (value >> shift & 0x7F));
      }
    }
    out.write(value & 0x7F);
  }

  private static void writeInt(ByteArrayOutputStream out, int value) {
    out.writeBytes(bytes(value >> 24, value >> 16, value >> 8, value));
  }

  private static byte[] meta(int type, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(6 + content.length);
    out.writeBytes(bytes(0xFF, type));
    requireWithin("text length in bytes", content.length, 0, LONGEST_DELTA);
    writeVariableLength(out, content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  /** The low eight bits of each value. */
  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static int within(String what, int value, int greatest) {
    requireWithin(what, value, 0, greatest);
    return value;
  }

  private static void requireWithin(String what, long value, long least, long greatest) {
    if (value < least || value > greatest) {
      throw new IllegalArgumentException(
          what + " must be " + least + " to " + greatest + " but was " + value);
    }
  }

  /** The order of events on one tick. */
  private enum Order {
    NOTE_OFF,
    TEXT,
    TEMPO,
    METRE,
    KEY,
    PROGRAM,
    PEDAL,
    EMPTY_NOTE,
    NOTE_ON
  }

  private static final class Event {
    private final long tick;
    private final Order order;
    private final byte[] message;

    Event(long tick, Order order, byte[] message) {
      this.tick = tick;
      this.order = order;
      this.message = message;
    }
  }
}
