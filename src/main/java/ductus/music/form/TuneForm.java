package ductus.music.form;

import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.finding.KeyFinder;
import java.util.EnumMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The form of one tune, counted: of each statistic how much of how many. */
final class TuneForm {
  private static final int PHRASE = 4;
  private static final int SECTION = 8;

  /** So many bars of a section are the same where it is played again: endings may differ. */
  private static final int SAME_IN_SECTION = 6;

  private static final Map<Integer, FormStatistic> AFTER =
      Map.of(
          1, FormStatistic.RETURN_AFTER_1,
          2, FormStatistic.RETURN_AFTER_2,
          4, FormStatistic.RETURN_AFTER_4,
          8, FormStatistic.RETURN_AFTER_8,
          16, FormStatistic.RETURN_AFTER_16);

  private static final List<FormStatistic> OF_BARS =
      List.of(
          FormStatistic.BARS_RETURN_EXACTLY,
          FormStatistic.BARS_RETURN_MOVED,
          FormStatistic.BARS_RETURN_VARIED,
          FormStatistic.BARS_NEW);

  /**
   * A part of a whole.
   *
   * @param part may be larger than the whole: a sum
   */
  record Count(double part, double whole) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(part + other.part, whole + other.whole);
    }
  }

  private final Map<FormStatistic, Count> counts = new EnumMap<>(FormStatistic.class);
  private final Melody melody;
  private final Key key;
  private final List<TuneBar> bars;

  private TuneForm(Melody melody) {
    this.melody = melody;
    key = KeyFinder.find(melody);
    bars = TuneBar.of(melody);
  }

  /** Counts over a tune; a statistic that it has nothing for is missing. */
  static Map<FormStatistic, Count> of(Melody melody) {
    TuneForm form = new TuneForm(melody);
    if (!melody.notes().isEmpty()) {
      form.countReturns();
      form.countSections();
      form.countEnd();
      form.countKeys();
      IntSummaryStatistics pitches =
          melody.notes().stream().mapToInt(MelodyNote::pitch).summaryStatistics();
      form.add(FormStatistic.RANGE, pitches.getMax() - pitches.getMin());
    }
    return form.counts;
  }

  private void add(FormStatistic statistic, double part) {
    counts.merge(statistic, new Count(part, 1), Count::plus);
  }

  private void add(FormStatistic statistic, boolean is) {
    add(statistic, is ? 1 : 0);
  }

  private void countReturns() {
    int first = IntStream.range(0, bars.size()).filter(i -> !bars.get(i).isEmpty()).min().orElse(0);
    for (int i = first + 1; i < bars.size(); i++) {
      TuneBar bar = bars.get(i);
      if (bar.isEmpty()) {
        continue;
      }
      FormStatistic found = FormStatistic.BARS_RETURN_EXACTLY;
      int distance = last(i, bar::isSame);
      if (distance == 0) {
        found = FormStatistic.BARS_RETURN_MOVED;
        distance = last(i, earlier -> earlier.isMoved(bar, key));
      }
      if (distance == 0) {
        found = FormStatistic.BARS_RETURN_VARIED;
        distance = last(i, bar::isVaried);
      }
      if (distance == 0) {
        found = FormStatistic.BARS_NEW;
      } else {
        countDistance(distance);
      }
      for (FormStatistic each : OF_BARS) {
        add(each, each == found);
      }
    }
  }

  /** Bars back to the last one that is such; 0 where none is. */
  private int last(int from, Predicate<TuneBar> wanted) {
    for (int i = from - 1; i >= 0; i--) {
      if (!bars.get(i).isEmpty() && wanted.test(bars.get(i))) {
        return from - i;
      }
    }
    return 0;
  }

  private void countDistance(int distance) {
    add(FormStatistic.RETURN_DISTANCE, distance);
    AFTER.forEach((bars, statistic) -> add(statistic, bars == distance));
  }

  /** The sections of eight bars from the first bar on that begins with its bar line. */
  private void countSections() {
    int pickup = melody.notes().get(0).onset() > 0 ? 1 : 0;
    boolean repeats = false;
    int sections = 0;
    for (int from = pickup; from + SECTION <= bars.size(); from += SECTION) {
      sections++;
      int at = from;
      long same =
          sections < 2
              ? 0
              : IntStream.range(0, SECTION)
                  .filter(i -> bars.get(at + i).isSame(bars.get(at + i - SECTION)))
                  .count();
      repeats |= same >= SAME_IN_SECTION;
    }
    if (sections > 1) {
      add(FormStatistic.SECTION_REPEATS, repeats);
    }
  }

  private void countEnd() {
    MelodyNote last = melody.notes().get(melody.notes().size() - 1);
    int end = bars.size() - 1;
    while (bars.get(end).isEmpty()) {
      end--;
    }
    double beat = bars.get(end).bar().metre().quartersPerBeat() * melody.stepsPerQuarter();
    add(FormStatistic.ENDS_ON_KEYNOTE, degree(last.pitch()) == 0);
    add(FormStatistic.ENDS_LONG, last.length() > medianLength());
    if (end > 0) {
      add(FormStatistic.DOMINANT_BEFORE_END, hasDominant(bars.get(end - 1), beat));
    }
  }

  private int medianLength() {
    int[] lengths = melody.notes().stream().mapToInt(MelodyNote::length).sorted().toArray();
    return lengths[lengths.length / 2];
  }

  private boolean hasDominant(TuneBar bar, double beat) {
    return IntStream.range(0, bar.onsets().size())
        .filter(i -> bar.onsets().get(i) % beat == 0)
        .map(i -> degree(bar.pitches().get(i)))
        .anyMatch(degree -> degree == 7 || degree == 2 || degree == 11);
  }

  /** Semitones of a pitch above the keynote. */
  private int degree(int pitch) {
    return Math.floorMod(pitch - key.tonic(), 12);
  }

  private void countKeys() {
    for (int from = 0; from + PHRASE <= bars.size(); from += PHRASE) {
      List<Bar> phrase = bars.subList(from, from + PHRASE).stream().map(TuneBar::bar).toList();
      List<MelodyNote> notes =
          melody.notes().stream()
              .filter(
                  note ->
                      note.onset() >= phrase.get(0).start()
                          && note.onset() < phrase.get(PHRASE - 1).end())
              .toList();
      if (!notes.isEmpty()) {
        Key found = KeyFinder.find(notes, phrase, Optional.empty());
        add(FormStatistic.PHRASES_IN_HOME_KEY, found.fifths() == key.fifths());
      }
    }
  }
}
