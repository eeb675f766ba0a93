package ductus.music.audio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The SoundFont that a system has in its usual place. */
public final class InstalledSoundFont {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/share/sounds/sf2/TimGM6mb.sf2"),
          Path.of("/usr/share/sounds/sf2/default-GM.sf2"),
          Path.of("/usr/share/soundfonts/default.sf2"),
          Path.of("/usr/share/sounds/sf2/FluidR3_GM.sf2"));

  private InstalledSoundFont() {}

  /** Finds the file of the SoundFont; empty if there is none. */
  public static Optional<Path> find() {
    return PLACES.stream().filter(Files::isRegularFile).findFirst();
  }
}
