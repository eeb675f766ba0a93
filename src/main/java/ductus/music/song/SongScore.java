package ductus.music.song;

import ductus.music.Melody;
import ductus.music.MelodyScore;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TextEvent;
import ductus.music.harmony.ChordChange;
import ductus.music.song.PianoStroke.PianoKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a song out as the score of a MIDI file: the tune, the piano, chord symbols as texts. */
public final class SongScore {
  /** Name of the track of the accompaniment. */
  public static final String PIANO_TRACK = "Piano";

  private static final int TRACK = 2;
  private static final int CHANNEL = 1;
  private static final int TICKS = MelodyScore.TICKS_PER_QUARTER / Song.STEPS_PER_QUARTER;

  private SongScore() {}

  /**
   * Writes the score: the tune as {@link MelodyScore} writes it, and on track 2, channel 1, the
   * piano, with the chord symbols. A key that is struck again is let go before.
   *
   * @param program General MIDI program of the tune, 0 to 127
   * @param velocity of the tune's notes without accent
   */
  public static Score of(Song song, int program, int velocity) {
    Melody melody = song.leadsheet().melody();
    Score tune = MelodyScore.of(melody, program, velocity);
    List<Note> notes = new ArrayList<>(tune.notes());
    notes.addAll(piano(song));
    notes.sort(Note.ORDER);
    List<TextEvent> texts = new ArrayList<>(tune.texts());
    texts.add(new TextEvent(0, TRACK, TextEvent.Kind.TRACK_NAME, PIANO_TRACK));
    for (ChordChange change : song.leadsheet().chords()) {
      texts.add(
          new TextEvent(
              (long) change.step() * TICKS,
              TRACK,
              TextEvent.Kind.TEXT,
              change.chord().name(melody.key())));
    }
    texts.sort(Comparator.comparingLong(TextEvent::tick).thenComparingInt(TextEvent::track));
    List<ProgramChange> programs = new ArrayList<>(tune.programs());
    programs.add(new ProgramChange(0, CHANNEL, TRACK, 0));
    return new Score(
        tune.ticksPerQuarter(),
        tune.length(),
        notes,
        tune.tempos(),
        tune.timeSignatures(),
        tune.keySignatures(),
        programs,
        tune.pedals(),
        texts);
  }

  private static List<Note> piano(Song song) {
    List<Note> notes = new ArrayList<>();
    Map<Integer, Integer> last = new HashMap<>();
    List<PianoStroke> piano = song.piano();
    for (int i = 0; i < piano.size(); i++) {
      PianoStroke stroke = piano.get(i);
      int next = i + 1 < piano.size() ? piano.get(i + 1).step() : song.steps();
      long onset = (long) stroke.step() * TICKS;
      for (PianoKey key : stroke.keys()) {
        int end = Math.min(song.steps(), stroke.step() + key.hold().length(next - stroke.step()));
        Integer sounding = last.put(key.pitch(), notes.size());
        if (sounding != null && notes.get(sounding).end() > onset) {
          Note held = notes.get(sounding);
          notes.set(sounding, note(held.onset(), onset, held.pitch(), held.velocity()));
        }
        notes.add(note(onset, (long) end * TICKS, key.pitch(), stroke.velocity()));
      }
    }
    return notes;
  }

  private static Note note(long onset, long end, int pitch, int velocity) {
    return new Note(onset, end - onset, pitch, velocity, CHANNEL, TRACK);
  }
}
