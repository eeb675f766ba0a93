package ductus.studio.train.plan;

import java.util.Locale;

/** How large a network is, and for how long it learns, in proportion to what is usual. */
enum TrainingPreset {
  /** Half as many hidden units, half as many epochs. */
  SMALL(0.5, 0.5),
  /** What the commands do where nothing is asked for. */
  MEDIUM(1, 1),
  /** Twice as many hidden units. */
  LARGE(2, 1);

  private final double width;
  private final double length;

  TrainingPreset(double width, double length) {
    this.width = width;
    this.length = length;
  }

  /** The preset of a name such as {@code small}. */
  static TrainingPreset of(String name) {
    for (TrainingPreset preset : values()) {
      if (preset.label().equals(name)) {
        return preset;
      }
    }
    throw new IllegalArgumentException("recipe must be small, medium or large but was " + name);
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Hidden units in place of the usual ones. */
  int units(int usual) {
    return (int) Math.round(usual * width);
  }

  /** Epochs in place of the usual ones. */
  int epochs(int usual) {
    return Math.max(1, (int) Math.round(usual * length));
  }
}
