package ductus.task.translation.german;

import java.util.List;
import java.util.random.RandomGenerator;

/** Draws by chance. */
record Dice(RandomGenerator random) {
  /** One of a list, each as often as another. */
  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Whether something happens that does so many times of a hundred. */
  boolean percent(int share) {
    return random.nextInt(100) < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
