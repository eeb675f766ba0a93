package ductus.music.jfugue;

import ductus.music.KeySignature;
import ductus.music.Note;
import java.util.ArrayList;
import java.util.List;
import org.jfugue.JFugueException;
import org.jfugue.MusicStringParser;
import org.jfugue.ParserListenerAdapter;
import org.jfugue.Pattern;
import org.jfugue.Tempo;

/**
 * One voice that grows token by token as JFugue's parser understands them. Lengths are taken from
 * JFugue's decimal durations, since its own ticks are too coarse.
 */
final class JFugueTune {
  /** Value in place of a key that JFugue works out from a note's letter. */
  static final int BY_NAME = -1;

  private final MusicStringParser parser = new MusicStringParser();
  private final Heard heard = new Heard();
  private final int ticksPerQuarter;
  private final List<Note> notes = new ArrayList<>();
  private long tick;
  private boolean tied;

  JFugueTune(int ticksPerQuarter) {
    this.ticksPerQuarter = ticksPerQuarter;
    parser.addParserListener(heard);
  }

  /** Tick where the next note begins. */
  long tick() {
    return tick;
  }

  /**
   * The notes of the tune so far.
   *
   * @throws IllegalArgumentException if the last one is tied to nothing
   */
  List<Note> notes() {
    if (tied) {
      throw new IllegalArgumentException("primer must not end with a tie");
    }
    return List.copyOf(notes);
  }

  /**
   * Adds a note or a rest.
   *
   * @param key MIDI key, or {@link #BY_NAME}; JFugue lets a signature alter keys 0 to 11
   */
  void note(String token, int key) {
    parse(token);
    org.jfugue.Note note = heard.note;
    double exact = note.getDecimalDuration() * 4 * ticksPerQuarter;
    long duration = Math.round(exact);
    if (duration < 1 || Math.abs(exact - duration) > 1e-6) {
      throw new IllegalArgumentException("its length is not a whole number of ticks");
    }
    if (note.isRest()) {
      if (tied) {
        throw new IllegalArgumentException("a note is tied to this rest");
      }
    } else {
      sound(note, key == BY_NAME ? note.getValue() : key, duration);
    }
    tick += duration;
  }

  private void sound(org.jfugue.Note note, int pitch, long duration) {
    if (tied != note.isEndOfTie()) {
      throw new IllegalArgumentException(
          tied
              ? "the note before is tied (-), so this one must go on, as in C5-q"
              : "it goes on a tie (-) but the note before is not tied");
    }
    if (!tied) {
      notes.add(new Note(tick, duration, pitch, note.getAttackVelocity(), 0, 0));
    } else {
      Note first = notes.remove(notes.size() - 1);
      if (first.pitch() != pitch) {
        throw new IllegalArgumentException("a tie must go on with the same note");
      }
      notes.add(
          new Note(first.onset(), first.duration() + duration, pitch, first.velocity(), 0, 0));
    }
    tied = note.isStartOfTie();
  }

  /** Quarter notes a minute of a {@code T} token. */
  int tempo(String token) {
    parse(token);
    return heard.tempo;
  }

  /** The key signature of a {@code K} token. */
  KeySignature key(String token) {
    parse(token);
    return new KeySignature(tick, heard.fifths, heard.minor);
  }

  private void parse(String token) {
    try {
      parser.parse(new Pattern(token));
    } catch (JFugueException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalArgumentException("JFugue does not take it", e);
    }
  }

  /** The latest token of each kind that the parser heard. */
  private static final class Heard extends ParserListenerAdapter {
    private org.jfugue.Note note = new org.jfugue.Note();
    private int tempo;
    private int fifths;
    private boolean minor;

    @Override
    public void noteEvent(org.jfugue.Note event) {
      note = event;
    }

    @Override
    public void tempoEvent(Tempo event) {
      tempo = event.getTempo();
    }

    @Override
    public void keySignatureEvent(org.jfugue.KeySignature event) {
      fifths = event.getKeySig();
      minor = event.getScale() == 1;
    }
  }
}
