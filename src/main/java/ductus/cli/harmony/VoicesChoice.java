package ductus.cli.harmony;

import ductus.task.harmony.HarmonizationKind;
import org.jspecify.annotations.Nullable;

/** The values of {@code --voices}. */
enum VoicesChoice {
  SATB;

  /** The kind of harmony that is asked for: chords where no voices are. */
  static HarmonizationKind texture(@Nullable VoicesChoice voices) {
    return voices == null ? HarmonizationKind.CHORDS : HarmonizationKind.SATB;
  }
}
