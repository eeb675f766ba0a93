package ductus.music.drums;

import ductus.music.Bar;
import ductus.music.KeySignature;
import ductus.music.MelodyScore;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Drums under a tune: a pattern goes on beneath it, again and again, to its last bar.
 *
 * <p>Bars of the tune that are as long as those of the pattern, or half as long, follow it as it
 * stands; of any other bar, a bar of the pattern is cut, or begun again.
 */
public final class Accompaniment {
  private static final TimeSignature COMMON_TIME = new TimeSignature(0, 4, 4);
  private static final TimeSignature SIX_EIGHT = new TimeSignature(0, 6, 8);

  /** Length in quarter notes by which a stroke may come before its beat. */
  private static final double EARLY = 1.0 / 16;

  private static final Comparator<Note> ORDER =
      Comparator.comparingLong(Note::onset)
          .thenComparingInt(Note::pitch)
          .thenComparingInt(Note::track)
          .thenComparingInt(Note::channel)
          .thenComparingLong(Note::duration);

  private Accompaniment() {}

  /** The bars of a tune, to the end of its last note. */
  public static List<Bar> bars(Score tune) {
    long end = tune.notes().stream().mapToLong(Note::end).max().orElse(1);
    return Bar.layOut(
        tune.timeSignatures(), tune.ticksPerQuarter(), Math.max(1, end), Bar.MOST_OF_PIECE);
  }

  /** The metre in which drums play under a metre: two bars of 2/4 make one of 4/4. */
  public static TimeSignature metreUnder(TimeSignature metre) {
    if (!metre.isCompound() && (metre.quartersPerBar() == 2 || metre.quartersPerBar() == 4)) {
      return COMMON_TIME;
    }
    return metre.quartersPerBar() == 1.5 ? SIX_EIGHT : metre;
  }

  /**
   * Returns the tune with the drums in place of any of its own, in the tune's tempo.
   *
   * @param pattern whole bars of drums, one at least
   */
  public static Score under(Score tune, Score pattern) {
    int finer =
        (MelodyScore.TICKS_PER_QUARTER + tune.ticksPerQuarter() - 1) / tune.ticksPerQuarter();
    int ticksPerQuarter = tune.ticksPerQuarter() * finer;
    int track = 1 + tune.notes().stream().mapToInt(Note::track).max().orElse(0);
    List<Note> notes = new ArrayList<>();
    for (Note note : tune.notes()) {
      if (!note.isDrum()) {
        notes.add(
            new Note(
                note.onset() * finer,
                note.duration() * finer,
                note.pitch(),
                note.velocity(),
                note.channel(),
                note.track()));
      }
    }
    notes.addAll(drums(tune, pattern, finer, track));
    notes.sort(ORDER);
    List<TextEvent> texts = new ArrayList<>(tune.texts().stream().map(e -> at(e, finer)).toList());
    texts.add(new TextEvent(0, track, TextEvent.Kind.TRACK_NAME, Score.DRUM_TRACK));
    texts.sort(Comparator.comparingLong(TextEvent::tick).thenComparingInt(TextEvent::track));
    return new Score(
        ticksPerQuarter,
        Math.max(tune.length() * finer, notes.stream().mapToLong(Note::end).max().orElse(0)),
        notes,
        tune.tempos().stream()
            .map(e -> new TempoChange(e.tick() * finer, e.microsecondsPerQuarter()))
            .toList(),
        tune.timeSignatures().stream()
            .map(e -> new TimeSignature(e.tick() * finer, e.numerator(), e.denominator()))
            .toList(),
        tune.keySignatures().stream()
            .map(e -> new KeySignature(e.tick() * finer, e.fifths(), e.minor()))
            .toList(),
        tune.programs().stream()
            .map(e -> new ProgramChange(e.tick() * finer, e.channel(), e.track(), e.program()))
            .toList(),
        tune.pedals().stream().map(e -> at(e, finer)).toList(),
        texts);
  }

  private static TextEvent at(TextEvent event, int finer) {
    return new TextEvent(event.tick() * finer, event.track(), event.kind(), event.text());
  }

  private static List<Note> drums(Score tune, Score pattern, int finer, int track) {
    List<Bar> patternBars =
        Bar.layOut(pattern.timeSignatures(), pattern.ticksPerQuarter(), pattern.length());
    double patternTick = (double) tune.ticksPerQuarter() * finer / pattern.ticksPerQuarter();
    List<Note> placed = new ArrayList<>();
    int next = 0;
    double offset = 0;
    for (Bar bar : bars(tune)) {
      double start = bar.start() * (double) finer;
      double end = bar.end() * (double) finer;
      double length = patternBars.get(next).length() * patternTick;
      if (offset > 0 && offset + end - start > length + 0.5) {
        offset = 0;
        next = (next + 1) % patternBars.size();
      }
      for (double at = start; at < end - 0.5; ) {
        Bar source = patternBars.get(next);
        length = source.length() * patternTick;
        double room = Math.min(end - at, length - offset);
        place(pattern, source.start() * patternTick + offset, room, at, patternTick, track, placed);
        at += room;
        offset += room;
        boolean half = at > end - 0.5 && Math.abs(2 * offset - length) < 0.5;
        if (!half) {
          offset = 0;
          next = (next + 1) % patternBars.size();
        }
      }
    }
    return placed;
  }

  /** Copies the strokes of a stretch of the pattern; times in ticks of the result. */
  private static void place(
      Score pattern,
      double from,
      double length,
      double to,
      double patternTick,
      int track,
      List<Note> placed) {
    // What comes a little early belongs to the beat that it leads to.
    double early = pattern.ticksPerQuarter() * EARLY * patternTick;
    for (Note stroke : pattern.notes()) {
      double at = stroke.onset() * patternTick - from;
      if (at >= -early && at < length - early) {
        placed.add(
            new Note(
                Math.max(0, Math.round(to + at)),
                Math.max(1, Math.round(stroke.duration() * patternTick)),
                stroke.pitch(),
                stroke.velocity(),
                Note.DRUM_CHANNEL,
                track));
      }
    }
  }

  private static PedalChange at(PedalChange event, int finer) {
    return new PedalChange(event.tick() * finer, event.channel(), event.track(), event.value());
  }
}
