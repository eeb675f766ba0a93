package ductus.music.harmony.voices;

import ductus.music.Key;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TextEvent;
import ductus.music.harmony.Beat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Writes a score of four voices, a track each: given parts as they stand, note for note; the others
 * a note a beat, held where the pitch stays and no given part begins a note.
 */
public final class ChoirScore {
  private static final int VELOCITY = 76;

  private ChoirScore() {}

  /**
   * Writes the score of a chorale.
   *
   * @param source of the given parts, whose metres, tempos and keys are kept
   * @param sung all voices by beats, as high as the given parts stand
   * @param program of all voices, 0 to 127
   */
  public static Score of(Score source, Key key, GivenParts given, Chorale sung, int program) {
    List<Note> notes = new ArrayList<>();
    List<TextEvent> texts = new ArrayList<>();
    List<ProgramChange> programs = new ArrayList<>();
    texts.add(new TextEvent(0, 0, TextEvent.Kind.TEXT, "K:" + key.abc()));
    for (int voice = 0; voice < Chorale.VOICES; voice++) {
      VoicePart part = VoicePart.ALL.get(voice);
      int track = voice + 1;
      texts.add(new TextEvent(0, track, TextEvent.Kind.TRACK_NAME, part.label()));
      programs.add(new ProgramChange(0, voice, track, program));
      if (given.has(voice)) {
        for (Note note : Objects.requireNonNull(given.notes().get(part))) {
          notes.add(
              new Note(note.onset(), note.duration(), note.pitch(), note.velocity(), voice, track));
        }
      } else {
        sing(given, sung, voice, notes);
      }
    }
    notes.sort(Note.ORDER);
    long end = notes.stream().mapToLong(Note::end).max().orElse(0);
    return new Score(
        source.ticksPerQuarter(),
        Math.max(source.length(), end),
        notes,
        source.tempos(),
        source.timeSignatures(),
        source.keySignatures(),
        programs,
        List.of(),
        texts);
  }

  private static void sing(GivenParts given, Chorale sung, int voice, List<Note> notes) {
    int pitch = Chorale.REST;
    long onset = 0;
    long end = 0;
    for (int t = 0; t < sung.length(); t++) {
      Beat beat = given.beats().get(t);
      int next = sung.pitch(voice, t);
      boolean held = next == pitch && end == beat.start() && given.beginning(beat).isEmpty();
      if (!held) {
        add(notes, voice, pitch, onset, end);
        onset = beat.start();
        pitch = next;
      }
      end = beat.end();
    }
    add(notes, voice, pitch, onset, end);
  }

  private static void add(List<Note> notes, int voice, int pitch, long onset, long end) {
    if (pitch != Chorale.REST && end > onset) {
      notes.add(new Note(onset, end - onset, pitch, VELOCITY, voice, voice + 1));
    }
  }
}
