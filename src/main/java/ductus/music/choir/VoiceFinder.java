package ductus.music.choir;

import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.KeySignature;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.finding.KeyFinder;
import ductus.music.finding.MelodyFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** Finds a setting for four voices in a score: its voices, its phrases and its key. */
public final class VoiceFinder {
  /** Share of the steps in which the soprano must sing. */
  private static final double LEAST_SUNG = 0.6;

  private static final int OCTAVE = 12;

  /** Semitones from a minor keynote up to that of its relative major. */
  private static final int RELATIVE = 3;

  /** The modes of a setting that closes on its keynote; of equals the last one is taken. */
  private static final List<Mode> CLOSING =
      List.of(Mode.MIXOLYDIAN, Mode.DORIAN, Mode.MINOR, Mode.MAJOR);

  /** The text of a fermata's marker. */
  static final String FERMATA = "fermata";

  private VoiceFinder() {}

  /**
   * Finds the setting of a score.
   *
   * @throws IllegalArgumentException if there is none; the message says why
   */
  public static VoiceSetting find(Score score) {
    VoiceSetting setting = setting(score, VoiceTracks.all(score));
    int sung = setting.voices().get(0).stream().mapToInt(MelodyNote::length).sum();
    if (sung < LEAST_SUNG * setting.length()) {
      throw new IllegalArgumentException(
          "its soprano rests for more than %.0f %% of the time: a piece with instruments, whose"
                  .formatted(100 * (1 - LEAST_SUNG))
              + " voices are not the whole of it");
    }
    return setting;
  }

  /**
   * Finds the voices that there are in a score; the others have no notes. Of music that is not of
   * voices the tune is the soprano.
   *
   * @throws IllegalArgumentException if there is none; the message says why
   */
  public static VoiceSetting given(Score score) {
    return setting(score, VoiceTracks.some(score));
  }

  /**
   * Where in a score {@link #given} finds a tune for its soprano, the rest being left out; empty
   * where the score is of voices.
   */
  public static Optional<String> tune(Score score) {
    return VoiceTracks.tune(score).map(MelodyFinding.MelodyCandidate::label);
  }

  private static VoiceSetting setting(Score score, List<List<Note>> tracks) {
    long first =
        tracks.stream()
            .flatMap(List::stream)
            .mapToLong(note -> step(score, note.onset()))
            .min()
            .orElseThrow(() -> new IllegalArgumentException("there is no note"));
    List<List<MelodyNote>> voices =
        tracks.stream().map(track -> line(score, track, (int) first)).toList();
    int length =
        voices.stream().flatMap(List::stream).mapToInt(MelodyNote::end).max().orElseThrow();
    List<MelodyNote> leading =
        voices.stream().filter(voice -> !voice.isEmpty()).findFirst().orElseThrow();
    List<Integer> marks =
        score.texts().stream()
            .filter(text -> text.kind() == TextEvent.Kind.MARKER && text.text().equals(FERMATA))
            .map(text -> (int) (step(score, text.tick()) - first))
            .distinct()
            .toList();
    NavigableSet<Integer> held = PhraseFinder.held(leading, marks, length);
    VoiceSetting setting =
        new VoiceSetting(
            key(score, voices, (int) first),
            phrases(score, first, PhraseFinder.ends(leading, held, length), held),
            voices,
            score.tempos().isEmpty() || score.tempos().get(0).tick() > 0
                ? 0
                : score.tempos().get(0).quartersPerMinute());
    return setting.withKey(byLastChord(setting));
  }

  /**
   * The key of the last chord where a setting closes on one, or in the relative major; other last
   * chords are half closes, as phrygian tunes have.
   */
  private static Key byLastChord(VoiceSetting setting) {
    Cadence last =
        new CadenceFinder(setting).cadence(setting.phrases().get(setting.phrases().size() - 1));
    boolean closes =
        last.led() || (last.root() == RELATIVE && setting.key().mode().hasMinorThird());
    if (last.root() == 0 || !closes) {
      return setting.key();
    }
    int tonic = (setting.key().tonic() + last.root()) % OCTAVE;
    double[] weights = new double[OCTAVE];
    setting.voices().stream()
        .flatMap(List::stream)
        .forEach(note -> weights[note.pitch() % OCTAVE] += note.length());
    return CLOSING.stream()
        .map(mode -> new Key(tonic, mode))
        .max(Comparator.comparingDouble(key -> inScale(weights, key)))
        .orElseThrow();
  }

  private static double inScale(double[] weights, Key key) {
    double sum = 0;
    for (int pitchClass = 0; pitchClass < OCTAVE; pitchClass++) {
      sum += key.contains(pitchClass) ? weights[pitchClass] : 0;
    }
    return sum;
  }

  private static long step(Score score, long tick) {
    return Math.round((double) tick * VoiceSetting.STEPS_PER_QUARTER / score.ticksPerQuarter());
  }

  /** A voice on the grid; of notes in one step the one that sounds longest is kept. */
  private static List<MelodyNote> line(Score score, List<Note> track, int first) {
    List<MelodyNote> line = new ArrayList<>();
    for (Note note : VoiceTracks.sorted(track)) {
      int onset = (int) step(score, note.onset()) - first;
      int end = Math.max(onset + 1, (int) step(score, note.end()) - first);
      if (!line.isEmpty()) {
        MelodyNote before = line.get(line.size() - 1);
        if (before.onset() >= onset) {
          line.remove(line.size() - 1);
          onset = before.onset();
        } else if (before.end() > onset) {
          line.set(
              line.size() - 1,
              new MelodyNote(before.onset(), onset - before.onset(), before.pitch()));
        }
      }
      line.add(new MelodyNote(onset, Math.max(1, end - onset), note.pitch()));
    }
    int overlapping = VoiceTracks.overlapping(track);
    if (overlapping > VoiceTracks.MOST_OVERLAPPING * track.size()) {
      throw new IllegalArgumentException(
          "each voice must sing one note at a time, but in a track %d of %d notes begin before the"
                  .formatted(overlapping, track.size())
              + " one before them ends");
    }
    return line;
  }

  private static Key key(Score score, List<List<MelodyNote>> voices, int first) {
    List<MelodyNote> notes =
        voices.stream()
            .flatMap(List::stream)
            .map(note -> new MelodyNote(note.onset() + first, note.length(), note.pitch()))
            .sorted(
                Comparator.comparingInt(MelodyNote::onset)
                    .thenComparing(Comparator.comparingInt(MelodyNote::pitch).reversed()))
            .toList();
    Optional<KeySignature> signature = score.keySignatures().stream().findFirst();
    return KeyFinder.find(notes, List.of(), signature);
  }

  private static List<SungPhrase> phrases(
      Score score, long first, NavigableSet<Integer> ends, NavigableSet<Integer> held) {
    List<Bar> bars =
        Bar.layOut(
            score.timeSignatures(),
            score.ticksPerQuarter(),
            Math.max(1, score.length()),
            Bar.MOST_OF_PIECE);
    List<SungPhrase> phrases = new ArrayList<>();
    int start = 0;
    int bar = 0;
    for (int end : ends) {
      while (bar + 1 < bars.size() && step(score, bars.get(bar).end()) <= first + start) {
        bar++;
      }
      Bar here = bars.get(bar);
      int length = here.metre().stepsPerBar(VoiceSetting.STEPS_PER_QUARTER);
      if (!here.metre().fits(VoiceSetting.STEPS_PER_QUARTER)) {
        throw new IllegalArgumentException(
            "bars must be whole sixteenths, but the metre is " + here.metre());
      }
      int place = (int) (first + start - step(score, here.start()));
      phrases.add(
          new SungPhrase(
              start, end - start, here.metre(), Math.floorMod(place, length), held.contains(end)));
      start = end;
    }
    return phrases;
  }
}
