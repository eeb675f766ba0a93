package ductus.music;

import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Converts scores to a finer resolution. */
public final class Resolution {
  private Resolution() {}

  /**
   * Returns the score with so many ticks a quarter note, if its own resolution divides them; else
   * the score itself.
   */
  public static Score of(Score score, int ticksPerQuarter) {
    if (ticksPerQuarter % score.ticksPerQuarter() != 0
        || ticksPerQuarter == score.ticksPerQuarter()) {
      return score;
    }
    long by = ticksPerQuarter / score.ticksPerQuarter();
    return new Score(
        ticksPerQuarter,
        Math.multiplyExact(score.length(), by),
        score.notes().stream().map(n -> scaled(n, by)).toList(),
        score.tempos().stream()
            .map(t -> new TempoChange(times(t.tick(), by), t.microsecondsPerQuarter()))
            .toList(),
        score.timeSignatures().stream()
            .map(t -> new TimeSignature(times(t.tick(), by), t.numerator(), t.denominator()))
            .toList(),
        score.keySignatures().stream()
            .map(k -> new KeySignature(times(k.tick(), by), k.fifths(), k.minor()))
            .toList(),
        score.programs().stream()
            .map(p -> new ProgramChange(times(p.tick(), by), p.channel(), p.track(), p.program()))
            .toList(),
        score.pedals().stream()
            .map(p -> new PedalChange(times(p.tick(), by), p.channel(), p.track(), p.value()))
            .toList(),
        score.texts().stream()
            .map(t -> new TextEvent(times(t.tick(), by), t.track(), t.kind(), t.text()))
            .toList());
  }

  /** The tick of the last thing in a score, or its length if that is more. */
  public static long lastTick(Score score) {
    LongStream ticks =
        Stream.of(
                score.notes().stream().map(Note::end),
                score.tempos().stream().map(TempoChange::tick),
                score.timeSignatures().stream().map(TimeSignature::tick),
                score.keySignatures().stream().map(KeySignature::tick),
                score.programs().stream().map(ProgramChange::tick),
                score.pedals().stream().map(PedalChange::tick),
                score.texts().stream().map(TextEvent::tick))
            .flatMap(s -> s)
            .mapToLong(Long::longValue);
    return Math.max(score.length(), ticks.max().orElse(0));
  }

  private static Note scaled(Note note, long by) {
    return new Note(
        times(note.onset(), by),
        times(note.duration(), by),
        note.pitch(),
        note.velocity(),
        note.channel(),
        note.track());
  }

  private static long times(long tick, long by) {
    return Math.multiplyExact(tick, by);
  }
}
