package ductus.task.humanization;

import ductus.music.drums.Drum;
import ductus.music.touch.PlayedNote;
import ductus.music.touch.Player;
import ductus.music.touch.TouchClasses;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/**
 * Counts of a class of touch, which a network must be better than: how often each is; how often at
 * a place of the bar; how often behind the class of the last note. Notes are told apart by their
 * role: which drum, or whether the note is the highest, the lowest or between.
 */
final class TouchBaselines {
  /** What a class is counted by. */
  enum Context {
    /** Nothing. */
    NONE,

    /** The role of a note and its place in the bar. */
    PLACE,

    /** The role of a note and the class of the last note of this role. */
    LAST
  }

  /** Weight of the wider context, in counts. */
  private static final double WIDER = 8;

  private static final int HIGHEST = Drum.ALL.size();
  private static final int NO_CLASS = -1;

  /** A note's circumstances, as they are counted. */
  record Circumstance(int role, int at) {}

  private static final Circumstance ANY = new Circumstance(-1, -1);

  private final Player player;
  private final Context context;
  private final int classes;
  private final ToIntFunction<PlayedNote> classOf;
  private final Map<Circumstance, int[]> counts = new HashMap<>();

  private TouchBaselines(
      Player player, Context context, int classes, ToIntFunction<PlayedNote> classOf) {
    this.player = player;
    this.context = context;
    this.classes = classes;
    this.classOf = classOf;
  }

  /** Counts the loudness of some takes. */
  static TouchBaselines ofLoudness(Player player, Context context, List<List<PlayedNote>> takes) {
    return new TouchBaselines(
            player,
            context,
            TouchClasses.LOUDNESSES,
            note -> TouchClasses.ofLoudness(note.loudness()))
        .counted(takes);
  }

  /** Counts the shift of some takes. */
  static TouchBaselines ofShift(Player player, Context context, List<List<PlayedNote>> takes) {
    return new TouchBaselines(
            player, context, TouchClasses.SHIFTS, note -> TouchClasses.ofShift(note.shift()))
        .counted(takes);
  }

  private TouchBaselines counted(List<List<PlayedNote>> takes) {
    for (List<PlayedNote> take : takes) {
      Circumstance[] circumstances = circumstances(take);
      for (int i = 0; i < circumstances.length; i++) {
        int found = classOf.applyAsInt(take.get(i));
        of(circumstances[i])[found]++;
        if (!circumstances[i].equals(ANY)) {
          of(ANY)[found]++;
        }
      }
    }
    return this;
  }

  private int[] of(Circumstance circumstance) {
    return counts.computeIfAbsent(circumstance, each -> new int[classes]);
  }

  /** The sum of −log probability of a take, in nats. */
  double nats(List<PlayedNote> take) {
    Circumstance[] circumstances = circumstances(take);
    double nats = 0;
    for (int i = 0; i < circumstances.length; i++) {
      int found = classOf.applyAsInt(take.get(i));
      double all = probability(ANY, found, 1.0 / classes);
      nats -=
          StrictMath.log(
              circumstances[i].equals(ANY) ? all : probability(circumstances[i], found, all));
    }
    return nats;
  }

  /** Draws a class of each note of a take, as often as it was counted in its circumstances. */
  int[] draw(List<PlayedNote> take, RandomGenerator random) {
    Circumstance[] circumstances = circumstances(take);
    int[] drawn = new int[circumstances.length];
    for (int i = 0; i < drawn.length; i++) {
      int[] row = counts.getOrDefault(circumstances[i], of(ANY));
      int left = random.nextInt(Arrays.stream(row).sum());
      while (left >= row[drawn[i]]) {
        left -= row[drawn[i]++];
      }
    }
    return drawn;
  }

  private double probability(Circumstance circumstance, int each, double wider) {
    int[] row = counts.get(circumstance);
    if (row == null) {
      return wider;
    }
    double sum = 0;
    for (int count : row) {
      sum += count;
    }
    return (row[each] + WIDER * wider) / (sum + WIDER);
  }

  private Circumstance[] circumstances(List<PlayedNote> take) {
    Circumstance[] all = new Circumstance[take.size()];
    Map<Integer, Integer> last = new HashMap<>();
    for (int i = 0; i < all.length; i++) {
      int role = role(player, take, i);
      all[i] =
          switch (context) {
            case NONE -> ANY;
            case PLACE -> new Circumstance(role, take.get(i).written().place().step());
            case LAST -> new Circumstance(role, last.getOrDefault(role, NO_CLASS));
          };
      last.put(role, classOf.applyAsInt(take.get(i)));
    }
    return all;
  }

  /** The role of a note among those that are struck with it. */
  static int role(Player player, List<PlayedNote> take, int note) {
    if (player == Player.DRUMMER) {
      return Drum.of(take.get(note).written().pitch()).map(Drum::ordinal).orElse(HIGHEST);
    }
    boolean below = isTogether(take, note, note - 1);
    boolean above = isTogether(take, note, note + 1);
    return above ? below ? HIGHEST + 2 : HIGHEST + 1 : below ? HIGHEST : HIGHEST + 3;
  }

  private static boolean isTogether(List<PlayedNote> take, int note, int other) {
    return other >= 0
        && other < take.size()
        && take.get(other).written().step() == take.get(note).written().step();
  }
}
