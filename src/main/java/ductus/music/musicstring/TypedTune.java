package ductus.music.musicstring;

import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.musicstring.TokenReader.TypedNote;
import java.util.ArrayList;
import java.util.List;

/** One voice that grows token by token. */
final class TypedTune {
  /** Value in place of a key that follows from a note's letter. */
  static final int BY_NAME = -1;

  private final TokenReader tokens;
  private final int ticksPerQuarter;
  private final List<Note> notes = new ArrayList<>();
  private long tick;
  private boolean tied;

  TypedTune(TokenReader tokens, int ticksPerQuarter) {
    this.tokens = tokens;
    this.ticksPerQuarter = ticksPerQuarter;
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
    TypedNote note = tokens.note(token);
    double exact = note.wholeNotes() * 4 * ticksPerQuarter;
    long duration = Math.round(exact);
    if (duration < 1 || Math.abs(exact - duration) > 1e-6) {
      throw new IllegalArgumentException("its length is not a whole number of ticks");
    }
    if (note.isRest()) {
      if (tied) {
        throw new IllegalArgumentException("a note is tied to this rest");
      }
    } else {
      sound(note, key == BY_NAME ? note.pitch() : key, duration);
    }
    tick += duration;
  }

  private void sound(TypedNote note, int pitch, long duration) {
    if (tied != note.endsTie()) {
      throw new IllegalArgumentException(
          tied
              ? "the note before is tied (-), so this one must go on, as in C5-q"
              : "it goes on a tie (-) but the note before is not tied");
    }
    if (!tied) {
      notes.add(new Note(tick, duration, pitch, note.velocity(), 0, 0));
    } else {
      Note first = notes.remove(notes.size() - 1);
      if (first.pitch() != pitch) {
        throw new IllegalArgumentException("a tie must go on with the same note");
      }
      notes.add(
          new Note(first.onset(), first.duration() + duration, pitch, first.velocity(), 0, 0));
    }
    tied = note.startsTie();
  }

  /** Quarter notes a minute of a {@code T} token. */
  int tempo(String token) {
    return tokens.tempo(token);
  }

  /** The key signature of a {@code K} token. */
  KeySignature key(String token) {
    KeySignature key = tokens.key(token);
    return new KeySignature(tick, key.fifths(), key.minor());
  }

  /** The program that a name means. */
  int program(String name) {
    return tokens.program(name);
  }
}
