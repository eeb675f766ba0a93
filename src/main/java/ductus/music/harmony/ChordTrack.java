package ductus.music.harmony;

import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TextEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes chords as notes and names: struck in close voicing, and again at each bar line. */
public final class ChordTrack {
  private static final int TUNE = 1;
  private static final int CHORDS = 2;
  private static final int VELOCITY = 52;
  private static final int PIANO = 0;
  private static final int ACOUSTIC_BASS = 32;
  private static final String BASS_TRACK = "Bass";

  private ChordTrack() {}

  /**
   * The notes of some chords.
   *
   * @param chords in order, each until the next
   * @param bars that cover them
   */
  public static List<Note> notes(List<ChordSpan> chords, List<Bar> bars, int channel, int track) {
    List<Note> notes = new ArrayList<>();
    int firstBar = 0;
    for (ChordSpan span : chords) {
      long onset = span.onset();
      while (bars.get(firstBar).end() <= onset) {
        firstBar++;
      }
      for (int bar = firstBar; onset < span.end(); bar++) {
        long end = Math.min(span.end(), bars.get(bar).end());
        for (int pitch : span.chord().voicing()) {
          notes.add(new Note(onset, end - onset, pitch, VELOCITY, channel, track));
        }
        onset = end;
      }
    }
    return notes;
  }

  /**
   * Writes the score of a tune and its chords: the tune as it stands on track 1, the chords on
   * track 2, with their names as texts.
   *
   * @param source of the tune, whose metres, tempos and keys are kept
   * @param tune its notes, by onset
   * @param chords of its beats
   * @param program of the tune, 0 to 127; chords are played on a piano
   */
  public static Score score(
      Score source, Key key, List<Note> tune, List<ChordSpan> chords, int program) {
    List<ChordSpan> joined = ChordFinder.joined(chords);
    List<Note> struck = notes(joined, bars(source, joined), 1, CHORDS);
    return score(source, key, tune, joined, struck, Score.CHORD_TRACK, program, PIANO);
  }

  /**
   * Writes the score of a tune and a bass that plays its chords, as {@link #score} writes chords.
   */
  public static Score withBass(
      Score source, Key key, List<Note> tune, List<ChordSpan> chords, int program) {
    List<ChordSpan> joined = ChordFinder.joined(chords);
    List<Note> struck =
        new BassLine(key, joined, bars(source, joined), source.ticksPerQuarter()).notes(1, CHORDS);
    return score(source, key, tune, joined, struck, BASS_TRACK, program, ACOUSTIC_BASS);
  }

  private static List<Bar> bars(Score source, List<ChordSpan> joined) {
    return Bar.layOut(
        source.timeSignatures(), source.ticksPerQuarter(), end(source, joined), Bar.MOST_OF_PIECE);
  }

  private static long end(Score source, List<ChordSpan> joined) {
    return Math.max(source.length(), joined.get(joined.size() - 1).end());
  }

  private static Score score(
      Score source,
      Key key,
      List<Note> tune,
      List<ChordSpan> joined,
      List<Note> struck,
      String track,
      int program,
      int accompaniment) {
    List<Note> notes = new ArrayList<>(struck);
    for (Note note : tune) {
      notes.add(new Note(note.onset(), note.duration(), note.pitch(), note.velocity(), 0, TUNE));
    }
    notes.sort(
        Comparator.comparingLong(Note::onset)
            .thenComparingInt(Note::pitch)
            .thenComparingInt(Note::track));
    List<TextEvent> texts = new ArrayList<>();
    texts.add(new TextEvent(0, 0, TextEvent.Kind.TEXT, "K:" + key.abc()));
    texts.add(new TextEvent(0, TUNE, TextEvent.Kind.TRACK_NAME, Score.MELODY_TRACK));
    texts.add(new TextEvent(0, CHORDS, TextEvent.Kind.TRACK_NAME, track));
    for (ChordSpan span : joined) {
      texts.add(new TextEvent(span.onset(), CHORDS, TextEvent.Kind.TEXT, span.chord().name(key)));
    }
    return new Score(
        source.ticksPerQuarter(),
        end(source, joined),
        notes,
        source.tempos(),
        source.timeSignatures(),
        source.keySignatures(),
        List.of(
            new ProgramChange(0, 0, TUNE, program), new ProgramChange(0, 1, CHORDS, accompaniment)),
        List.of(),
        texts);
  }
}
