package ductus.music.finding;

import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.KeySignature;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Metres;
import ductus.music.Mode;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.finding.MelodyFinding.MelodyCandidate;
import ductus.music.finding.Quantizer.Quantization;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sets a voice of a score in whole bars on a grid, with the key and the tempo at its start. */
final class MelodySetting {
  /** Part of a quarter note within which a metre change is meant to be on a bar line: 1/16. */
  private static final int SNAP = 16;

  private static final TimeSignature COMMON_TIME = new TimeSignature(0, 4, 4);

  private final Score score;
  private final List<Note> voice;
  private final List<Bar> bars;

  /**
   * Prepares the setting of a voice.
   *
   * @param barsOfScore all bars
   * @param voice one note at a time, by onset, in ticks of the score; one note at least
   */
  MelodySetting(Score score, List<Bar> barsOfScore, List<Note> voice) {
    this.score = score;
    this.voice = voice;
    long first = voice.get(0).onset();
    long last = voice.get(voice.size() - 1).end();
    this.bars =
        barsOfScore.stream().filter(bar -> bar.end() > first && bar.start() < last).toList();
  }

  /** The bars of a score to the end of its last note; of countless ones, one too many. */
  static List<Bar> bars(Score score) {
    return Bar.layOut(
        snappedMetres(score),
        score.ticksPerQuarter(),
        Math.max(1, end(score)),
        Bar.MOST_OF_PIECE + 1);
  }

  private static long end(Score score) {
    return score.notes().stream().mapToLong(Note::end).max().orElse(0);
  }

  /** The metre changes of a score, those beside a bar line put on it. */
  private static List<TimeSignature> snappedMetres(Score score) {
    List<TimeSignature> snapped = new ArrayList<>(score.timeSignatures().size());
    TimeSignature before = COMMON_TIME;
    for (TimeSignature change : score.timeSignatures()) {
      long bar = 4L * before.numerator() * score.ticksPerQuarter();
      long beyond = (change.tick() - before.tick()) * before.denominator() % bar;
      long reach = (long) score.ticksPerQuarter() * before.denominator() / SNAP;
      long tick = change.tick();
      if (beyond <= reach) {
        tick -= beyond / before.denominator();
      } else if (bar - beyond <= reach) {
        tick += (bar - beyond) / before.denominator();
      }
      before =
          new TimeSignature(
              Math.max(tick, before.tick()), change.numerator(), change.denominator());
      snapped.add(before);
    }
    return snapped;
  }

  /**
   * Sets the melody, or says why there is none.
   *
   * @param candidates that the voice was chosen from
   */
  MelodyFinding find(List<MelodyCandidate> candidates) {
    List<TimeSignature> metres = new ArrayList<>(bars.size() + 1);
    for (Bar bar : bars) {
      Optional<TimeSignature> metre = metre(bar, score.ticksPerQuarter());
      if (metre.isEmpty()) {
        return MelodyFinding.refused(candidates, oddMetre(bar, score.ticksPerQuarter()));
      }
      metres.add(metre.get());
    }
    Quantization quantization = Quantizer.quantize(fromFirstBar(), score.ticksPerQuarter(), metres);
    if (quantization.meanErrorInSteps() > MelodyFinder.MOST_ERROR_IN_STEPS) {
      return MelodyFinding.refused(
          candidates,
          quantization,
          String.format(
              Locale.ROOT,
              "its notes do not follow the file's beat: on the best grid, %d steps a quarter, they"
                  + " are off by %.2f of a step on average (0.25 is chance)",
              quantization.stepsPerQuarter(),
              quantization.meanErrorInSteps()));
    }
    Melody melody = melody(quantization, metres);
    int length = melody.bars().size();
    if (length > MelodyFinder.MOST_BARS) {
      return MelodyFinding.refused(
          candidates,
          quantization,
          "its melody has " + length + " bars, more than " + MelodyFinder.MOST_BARS);
    }
    long cut = (long) quantization.notes().get(0).onset() - melody.notes().get(0).onset();
    long start =
        bars.get(0).start() + cut * score.ticksPerQuarter() / quantization.stepsPerQuarter();
    return new MelodyFinding(candidates, Optional.of(melody), Optional.of(quantization), start, "");
  }

  private List<Note> fromFirstBar() {
    long start = bars.get(0).start();
    List<Note> moved = new ArrayList<>(voice.size());
    for (Note note : voice) {
      moved.add(
          new Note(
              note.onset() - start,
              note.duration(),
              note.pitch(),
              note.velocity(),
              note.channel(),
              note.track()));
    }
    return moved;
  }

  /** The metre of a bar; that of its length where a change of metre cuts it short. */
  static Optional<TimeSignature> metre(Bar bar, int ticksPerQuarter) {
    TimeSignature metre = bar.metre();
    if (!bar.isWhole(ticksPerQuarter)) {
      long eighths = Math.round(2.0 * bar.length() / ticksPerQuarter);
      boolean quarters = metre.denominator() <= 4 && eighths % 2 == 0;
      long beats = quarters ? eighths / 2 : eighths;
      if (beats < 1 || beats > 255) {
        return Optional.empty();
      }
      metre = new TimeSignature(0, (int) beats, quarters ? 4 : 8);
    }
    return Metres.contains(metre) ? Optional.of(metre) : Optional.empty();
  }

  /** The reason why a bar without {@link #metre} is refused. */
  static String oddMetre(Bar bar, int ticksPerQuarter) {
    return "its metre "
        + bar.metre()
        + (bar.isWhole(ticksPerQuarter) ? "" : ", cut short by a metre change,")
        + " at tick "
        + bar.start()
        + " is not one of "
        + Metres.ALL;
  }

  /** The melody without whole bars of silence at both ends. */
  private Melody melody(Quantization quantization, List<TimeSignature> metres) {
    int grid = quantization.stepsPerQuarter();
    List<MelodyNote> notes = quantization.notes();
    int firstOnset = notes.get(0).onset();
    int lastOnset = notes.get(notes.size() - 1).onset();
    int lastEnd = notes.get(notes.size() - 1).end();
    List<TimeSignature> kept = new ArrayList<>();
    int start = 0;
    int end = 0;
    for (int bar = 0; bar < metres.size() || end <= lastOnset; bar++) {
      TimeSignature metre = metres.get(Math.min(bar, metres.size() - 1));
      int length = metre.stepsPerBar(grid);
      if (end + length <= firstOnset) {
        start += length;
      } else if (end < lastEnd) {
        kept.add(new TimeSignature(end - start, metre.numerator(), metre.denominator()));
      } else {
        break;
      }
      end += length;
    }
    int steps = end - start;
    List<MelodyNote> moved = new ArrayList<>(notes.size());
    for (MelodyNote note : notes) {
      int onset = note.onset() - start;
      moved.add(new MelodyNote(onset, Math.min(note.length(), steps - onset), note.pitch()));
    }
    Melody unkeyed = new Melody(grid, steps, kept, new Key(0, Mode.MAJOR), tempo(), moved);
    return new Melody(
        grid, steps, kept, key(unkeyed), unkeyed.quartersPerMinute(), unkeyed.notes());
  }

  private double tempo() {
    return tempo(score, voice.get(0).onset());
  }

  /** The tempo at a tick, in quarter notes a minute. */
  static double tempo(Score score, long tick) {
    TempoChange found = new TempoChange(0, TempoChange.DEFAULT_MICROSECONDS_PER_QUARTER);
    for (TempoChange change : score.tempos()) {
      if (change.tick() <= tick) {
        found = change;
      }
    }
    return found.quartersPerMinute();
  }

  private Key key(Melody melody) {
    Optional<Key> named = Optional.empty();
    for (TextEvent text : score.texts()) {
      Optional<Key> here = text.key();
      if (here.isPresent() && (named.isEmpty() || text.tick() <= voice.get(0).onset())) {
        named = here;
      }
    }
    if (named.isPresent()) {
      return named.get();
    }
    Optional<KeySignature> signature = Optional.empty();
    for (KeySignature change : score.keySignatures()) {
      if (change.tick() <= voice.get(0).onset() || signature.isEmpty()) {
        signature = Optional.of(change);
      }
    }
    return KeyFinder.find(melody.notes(), melody.bars(), signature);
  }
}
