package ductus.cli.harmony;

import ductus.workbench.harmony.Texture;
import org.jspecify.annotations.Nullable;

/** What {@code --voices} may be. */
enum Voices {
  SATB;

  /** What is asked for: chords where no voices are. */
  static Texture texture(@Nullable Voices voices) {
    return voices == null ? Texture.CHORDS : Texture.SATB;
  }
}
