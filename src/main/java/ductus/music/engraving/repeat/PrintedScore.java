package ductus.music.engraving.repeat;

import ductus.music.engraving.repeat.RepeatFinder.Found;
import ductus.music.engraving.staff.Staff;
import ductus.music.engraving.staff.StaffScore;
import ductus.music.notation.NotatedBar;
import ductus.music.notation.NotatedScore.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A score as it is printed: each bar that is written, and which of them are played twice.
 *
 * @param score with the bars that are written
 * @param repeats in order
 * @param firstNumber number of the first bar
 */
public record PrintedScore(StaffScore score, List<RepeatedSection> repeats, int firstNumber) {
  public PrintedScore {
    repeats = List.copyOf(repeats);
  }

  /** Writes out every bar, numbered as they are chosen: from 1, a pickup with them. */
  public static PrintedScore inFull(StaffScore score) {
    return new PrintedScore(score, List.of(), 1);
  }

  /**
   * Writes sections that return at once but one time, with endings where their last bars differ. A
   * pickup has no number.
   */
  public static PrintedScore folded(StaffScore score) {
    int pickup = score.bars().get(0).before() > 0 ? 1 : 0;
    List<BarLook> looks =
        IntStream.range(0, score.bars().size()).mapToObj(bar -> BarLook.of(score, bar)).toList();
    List<Integer> written = new ArrayList<>();
    List<RepeatedSection> repeats = new ArrayList<>();
    List<Mark<String>> chords = new ArrayList<>(score.chords());
    int at = 0;
    for (Found found : new RepeatFinder(looks).sections(pickup)) {
      add(written, at, found.first() + found.length());
      int end = written.size();
      at = found.end() - found.ending();
      add(written, at, found.end());
      at = found.end();
      repeats.add(
          new RepeatedSection(
              end - found.length(), end - found.ending(), end, end + found.ending()));
      say(score, found.first(), chords);
      if (found.ending() > 0) {
        say(score, found.end() - found.ending(), chords);
      }
    }
    add(written, at, looks.size());
    chords.sort(Comparator.comparingLong(Mark::place));
    return new PrintedScore(of(score, written, chords), repeats, 1 - pickup);
  }

  private static void add(List<Integer> written, int from, int to) {
    IntStream.range(from, to).forEach(written::add);
  }

  /** Names the chord of a bar that is come to in two ways. */
  private static void say(StaffScore score, int index, List<Mark<String>> chords) {
    long line = score.bars().get(index).line();
    boolean named = score.chordsOf(index).stream().anyMatch(chord -> chord.place() == line);
    if (!named) {
      score.chordAt(line).ifPresent(chord -> chords.add(new Mark<>(line, chord)));
    }
  }

  private static StaffScore of(StaffScore all, List<Integer> written, List<Mark<String>> chords) {
    List<NotatedBar> bars = written.stream().map(all.bars()::get).toList();
    List<Staff> staves =
        all.staves().stream()
            .map(
                staff ->
                    new Staff(
                        staff.name(),
                        staff.number(),
                        staff.clef(),
                        written.stream().map(staff.bars()::get).toList()))
            .toList();
    return new StaffScore(
        all.score(), all.title(), all.composer(), bars, staves, all.joints(), all.tempos(), chords);
  }

  /** The number that a bar goes by. */
  public int number(int bar) {
    return bar + firstNumber;
  }

  /** Whether one goes back to the start of a bar. */
  public boolean begins(int bar) {
    return repeats.stream().anyMatch(each -> each.first() == bar);
  }

  /** Whether one goes back from the end of a bar. */
  public boolean ends(int bar) {
    return repeats.stream().anyMatch(each -> each.end() == bar + 1);
  }

  /** Number of the ending that a bar belongs to: 1 or 2; 0 for none. */
  public int ending(int bar) {
    return repeats.stream().mapToInt(each -> each.endingOf(bar)).max().orElse(0);
  }

  /** Whether an ending begins with a bar. */
  public boolean beginsEnding(int bar) {
    return ending(bar) > 0 && (bar == 0 || ending(bar - 1) != ending(bar));
  }
}
