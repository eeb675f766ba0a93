package ductus.music.plan;

import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.RandomMetres;
import ductus.music.encoding.MelodyVocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Random tunes whose bars come back: the same, moved in the scale, or with another note, often
 * several in a row; some notes are held over the bar line.
 */
public final class ReturningTunes {
  private static final int HOLD = -1;
  private static final int REST = -2;

  private final RandomGenerator random;
  private final Key key;

  /** Number of the bar behind the one that came back last. */
  private int following;

  private ReturningTunes(RandomGenerator random) {
    this.random = random;
    Mode[] modes = Mode.values();
    key = new Key(random.nextInt(12), modes[random.nextInt(modes.length)]);
  }

  /** Draws a tune of some bars. */
  public static Melody draw(int bars, RandomGenerator random) {
    return new ReturningTunes(random).tune(bars);
  }

  private Melody tune(int count) {
    int grid = MelodyVocabulary.GRIDS.get(random.nextInt(MelodyVocabulary.GRIDS.size()));
    boolean changing = random.nextInt(3) == 0;
    RandomMetres metres = RandomMetres.draw(changing ? count : 1, grid, random);
    int steps = changing ? metres.steps() : count * metres.steps();
    List<int[]> bars = new ArrayList<>();
    for (Bar bar : Bar.layOut(metres.metres(), grid, steps)) {
      bars.add(bar(bars, (int) bar.length()));
    }
    return new Melody(
        grid,
        steps,
        metres.metres(),
        key,
        metres.metres().get(0).typicalQuartersPerMinute(),
        notes(bars.stream().flatMapToInt(Arrays::stream).toArray()));
  }

  private int[] bar(List<int[]> before, int length) {
    if (following > 0 && before.get(following).length == length && random.nextInt(3) > 0) {
      return before.get(following++).clone();
    }
    List<Integer> likely =
        IntStream.range(0, before.size())
            .filter(bar -> before.get(bar).length == length)
            .boxed()
            .toList();
    int kind = likely.isEmpty() ? 0 : random.nextInt(4);
    if (kind == 0) {
      following = 0;
      return drawn(length);
    }
    int earlier = likely.get(random.nextInt(likely.size()));
    following = earlier + 1;
    int[] bar = before.get(earlier).clone();
    if (kind == 1) {
      moveInScale(bar);
    } else if (kind == 2) {
      bar[random.nextInt(length)] = pitch();
    }
    return bar;
  }

  private int[] drawn(int length) {
    return IntStream.range(0, length)
        .map(step -> random.nextInt(2) == 0 ? HOLD : random.nextInt(8) == 0 ? REST : pitch())
        .toArray();
  }

  private int pitch() {
    return random.nextInt(MelodyVocabulary.LOWEST_PITCH, MelodyVocabulary.HIGHEST_PITCH + 1);
  }

  /** Moves all notes of a bar by the same steps, unless one would leave the vocabulary. */
  private void moveInScale(int[] bar) {
    ScaleSteps scale = new ScaleSteps(key);
    int first = Arrays.stream(bar).filter(step -> step >= 0).findFirst().orElse(0);
    int to = first + random.nextInt(-7, 8);
    int[] moved =
        Arrays.stream(bar).map(step -> step < 0 ? step : scale.moved(step, first, to)).toArray();
    if (Arrays.stream(moved)
        .allMatch(
            step ->
                step < 0
                    || (step >= MelodyVocabulary.LOWEST_PITCH
                        && step <= MelodyVocabulary.HIGHEST_PITCH))) {
      System.arraycopy(moved, 0, bar, 0, bar.length);
    }
  }

  /** What is held where nothing sounds is silence. */
  private static List<MelodyNote> notes(int[] steps) {
    List<MelodyNote> notes = new ArrayList<>();
    for (int step = 0; step < steps.length; step++) {
      if (steps[step] >= 0) {
        notes.add(new MelodyNote(step, 1, steps[step]));
      } else if (steps[step] == HOLD
          && !notes.isEmpty()
          && notes.get(notes.size() - 1).end() == step) {
        MelodyNote last = notes.remove(notes.size() - 1);
        notes.add(new MelodyNote(last.onset(), last.length() + 1, last.pitch()));
      }
    }
    return notes;
  }
}
