package ductus.music.engraving.staff;

import ductus.music.Score;
import ductus.music.TempoMap;
import ductus.music.notation.NotatedBar;
import ductus.music.notation.NotatedPart;
import ductus.music.notation.NotatedScore;
import ductus.music.notation.NotatedScore.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A score on staves.
 *
 * @param score that it was made from
 * @param title of the piece
 * @param composer empty if the score names none
 * @param bars one at least
 * @param staves from the top down
 * @param joints staves that belong together
 * @param tempos by place
 * @param chords symbols by place
 */
public record StaffScore(
    Score score,
    String title,
    String composer,
    List<NotatedBar> bars,
    List<Staff> staves,
    List<Joint> joints,
    List<Mark<Integer>> tempos,
    List<Mark<String>> chords) {
  /** Share by which a tempo must differ from the last mark to be marked. */
  private static final double TEMPO_CHANGE = 0.06;

  public StaffScore {
    bars = List.copyOf(bars);
    staves = List.copyOf(staves);
    joints = List.copyOf(joints);
    tempos = List.copyOf(tempos);
    chords = List.copyOf(chords);
  }

  /**
   * Writes a score on staves.
   *
   * @throws IllegalArgumentException if it has no notes or too many bars
   */
  public static StaffScore of(Score score, String title) {
    StaffPlan plan = StaffPlan.of(score);
    NotatedScore sheet = NotatedScore.of(plan.score(score), title);
    List<Staff> staves = new ArrayList<>();
    for (int first = 0; first < plan.lines().size(); ) {
      int number = plan.lines().get(first).staff();
      int end = first;
      while (end < plan.lines().size() && plan.lines().get(end).staff() == number) {
        end++;
      }
      staves.add(staff(sheet, plan, score, first, end));
      first = end;
    }
    return new StaffScore(
        score,
        sheet.title(),
        sheet.composer(),
        sheet.bars(),
        staves,
        plan.joints(),
        sheet.tempos(),
        sheet.chords());
  }

  private static Staff staff(NotatedScore sheet, StaffPlan plan, Score score, int from, int to) {
    List<NotatedPart> parts = sheet.parts().subList(from, to);
    int number = plan.lines().get(from).staff();
    boolean isLower =
        plan.joints().stream().anyMatch(joint -> joint.isBraced() && joint.last() == number);
    boolean isChoir = to - from > 1;
    Clef clef = isChoir ? (number == 0 ? Clef.TREBLE : Clef.BASS) : Clef.of(parts.get(0));
    StaffBars bars = new StaffBars(sheet.bars(), clef);
    List<String> names = new ArrayList<>();
    for (int i = from; i < to; i++) {
      NotatedPart part = sheet.parts().get(i);
      bars.add(part, new SourceNotes(part, plan.lines().get(i), score));
      names.add(part.name());
    }
    String name = isLower ? "" : String.join("\n", names);
    return new Staff(name, number, clef, bars.bars());
  }

  /** The chord symbols above a bar. */
  public List<Mark<String>> chordsOf(int bar) {
    return within(chords, bar);
  }

  /** The tempo changes in a bar. */
  public List<Mark<Integer>> temposOf(int bar) {
    return within(tempos, bar);
  }

  /** The chord that holds at a place, if any does. */
  public Optional<String> chordAt(long place) {
    int next = firstFrom(chords, place + 1);
    return next == 0 ? Optional.empty() : Optional.of(chords.get(next - 1).value());
  }

  /** Whether a tempo is heard to be another one than that before it. */
  public boolean isHeard(Mark<Integer> tempo) {
    int index = firstFrom(tempos, tempo.place());
    if (index == 0) {
      return true;
    }
    double before = tempos.get(index - 1).value();
    return Math.abs(before / tempo.value() - 1) > TEMPO_CHANGE;
  }

  /** The marks within a bar, found by halving: there may be many thousands. */
  private <T> List<Mark<T>> within(List<Mark<T>> marks, int bar) {
    int from = firstFrom(marks, bars.get(bar).line());
    return marks.subList(from, firstFrom(marks, bars.get(bar).end()));
  }

  private static <T> int firstFrom(List<Mark<T>> marks, long place) {
    int low = 0;
    int high = marks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (marks.get(middle).place() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Seconds from the start of the piece to a place. */
  public double seconds(TempoMap tempo, long place) {
    long tick =
        Math.round((double) place * score.ticksPerQuarter() / NotatedScore.UNITS_PER_QUARTER);
    return tempo.seconds(tick);
  }
}
