package ductus.cli.harmony;

import ductus.task.harmony.HarmonizationKind;
import org.jspecify.annotations.Nullable;

/** What {@code --voices} may be. */
enum VoicesChoice {
  SATB;

  /** What is asked for: chords where no voices are. */
  static HarmonizationKind texture(@Nullable VoicesChoice voices) {
    return voices == null ? HarmonizationKind.CHORDS : HarmonizationKind.SATB;
  }
}
