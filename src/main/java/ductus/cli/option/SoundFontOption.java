package ductus.cli.option;

import ductus.file.BadFileException;
import ductus.music.audio.SoundBank;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The instruments that make the sound. */
public final class SoundFontOption {
  @Option(
      names = "--soundfont",
      paramLabel = "FILE.sf2",
      description = "Plays with the instruments of a SoundFont 2; Java's own.")
  private @Nullable Path file;

  /** Whether one is named. */
  public boolean isGiven() {
    return file != null;
  }

  /** The arguments that ask another machine for sound with it. */
  public List<String> arguments() {
    return file == null
        ? List.of("--wav")
        : List.of("--wav", "--soundfont", file.toAbsolutePath().normalize().toString());
  }

  /**
   * Reads it.
   *
   * @throws BadFileException if it is no SoundFont, or is cut short
   */
  public SoundBank bank() throws BadFileException, IOException {
    return file == null ? SoundBank.BUILT_IN : SoundBank.read(file);
  }
}
