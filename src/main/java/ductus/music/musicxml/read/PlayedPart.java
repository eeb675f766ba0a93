package ductus.music.musicxml.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The notes of a part as they sound: ties joined, grace notes given their time. */
final class PlayedPart {
  /** A grace note lasts a 32nd, if there is so much time. */
  private static final int GRACES_PER_QUARTER = 8;

  private static final int KEYS = 128;

  private final long longestGrace;
  private final List<Sounding> sounding = new ArrayList<>();
  private final Map<Integer, Sounding> tied = new HashMap<>();
  private final Map<Integer, Voice> voices = new HashMap<>();

  /** A note whose start and end may yet move. */
  static final class Sounding {
    final WrittenNote note;
    long onset;
    long end;

    Sounding(WrittenNote note, long onset, long end) {
      this.note = note;
      this.onset = onset;
      this.end = end;
    }
  }

  /** What begins together in a voice, and the grace notes that wait for what comes next. */
  private static final class Voice {
    List<Sounding> latest = new ArrayList<>();
    long latestOnset = -1;
    final List<WrittenNote> graces = new ArrayList<>();
    long graceOnset;
    long delay;
  }

  /**
   * Begins a part.
   *
   * @param ticksPerQuarter of all times here
   */
  PlayedPart(long ticksPerQuarter) {
    this.longestGrace = ticksPerQuarter / GRACES_PER_QUARTER;
  }

  /**
   * Plays a measure.
   *
   * @param start tick at which it begins
   * @param factor ticks for each of its own
   */
  void play(WrittenMeasure measure, long start, long factor) {
    for (WrittenNote note : measure.notes()) {
      Voice voice = voices.computeIfAbsent(note.voice(), added -> new Voice());
      long onset = start + note.onset() * factor;
      if (!voice.graces.isEmpty() && (!note.isGrace() || onset > voice.graceOnset)) {
        playGraces(voice);
      }
      if (note.isGrace()) {
        voice.graceOnset = onset;
        voice.graces.add(note);
      } else {
        playNote(note, voice, onset, onset + note.duration() * factor);
      }
    }
  }

  /** Ends the part. */
  List<Sounding> finish() {
    for (Voice voice : voices.values()) {
      if (!voice.graces.isEmpty()) {
        playGraces(voice);
      }
    }
    return sounding;
  }

  private void playNote(WrittenNote note, Voice voice, long onset, long end) {
    @Nullable Sounding before = note.tiedBefore() ? tiedTo(note, onset) : null;
    @Nullable Sounding now = before;
    if (now == null) {
      // Where nothing is before them, grace notes take the time of their own note.
      long delay = onset == voice.graceOnset ? Math.min(voice.delay, (end - onset) / 2) : 0;
      now = new Sounding(note, onset + delay, end);
      sounding.add(now);
    } else {
      now.end = end;
    }
    if (note.tiedOn()) {
      tied.put(note.voice() * KEYS + note.pitch(), now);
    }
    if (onset != voice.latestOnset) {
      voice.latest = new ArrayList<>();
      voice.latestOnset = onset;
    }
    voice.latest.add(now);
  }

  /** The note that goes on into another: of its voice, or else of any. */
  private @Nullable Sounding tiedTo(WrittenNote note, long onset) {
    int key = note.voice() * KEYS + note.pitch();
    @Nullable Sounding found = tied.get(key);
    if (found != null && found.end == onset) {
      tied.remove(key);
      return found;
    }
    for (int voice = 0; voice < voices.size(); voice++) {
      int other = voice * KEYS + note.pitch();
      found = tied.get(other);
      if (found != null && found.end == onset) {
        tied.remove(other);
        return found;
      }
    }
    return null;
  }

  /** Plays the grace notes of a voice, in at most half the time since what was struck before. */
  private void playGraces(Voice voice) {
    long until = voice.graceOnset;
    long slots = voice.graces.stream().filter(grace -> !grace.withBefore()).count();
    slots = Math.max(1, slots);
    long room = (until - Math.max(0, voice.latestOnset)) / 2;
    long each = Math.min(longestGrace, room / slots);
    voice.delay = 0;
    if (each == 0 && room == 0) {
      each = longestGrace / slots;
      voice.delay = each * slots;
      until += voice.delay;
    }
    long onset = until - each * slots;
    for (Sounding before : voice.latest) {
      if (voice.delay == 0 && before.onset < onset) {
        before.end = Math.min(before.end, onset);
      }
    }
    for (int i = 0; i < voice.graces.size(); i++) {
      WrittenNote grace = voice.graces.get(i);
      if (i > 0 && !grace.withBefore()) {
        onset += each;
      }
      if (each > 0) {
        sounding.add(new Sounding(grace, onset, onset + each));
      }
    }
    voice.graces.clear();
  }
}
