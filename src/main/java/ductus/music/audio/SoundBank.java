package ductus.music.audio;

import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.music.audio.WavRenderer.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Soundbank;
import org.jspecify.annotations.Nullable;

/** The instruments that a synthesizer plays: the JDK's own, or those of a SoundFont 2. */
public final class SoundBank {
  /** The bank that the JDK brings or makes up. */
  public static final SoundBank BUILT_IN = new SoundBank("", null);

  private static final Pattern LABEL = Pattern.compile("(.*) \\(SHA-256 ([0-9a-f]{64})\\)");

  private final String label;
  private final @Nullable Soundbank instruments;

  private SoundBank(String label, @Nullable Soundbank instruments) {
    this.label = label;
    this.instruments = instruments;
  }

  /**
   * Reads the bank of a SoundFont 2.
   *
   * @throws BadFileException if it is none, or is cut short
   * @throws IOException if it cannot be read
   */
  public static SoundBank read(Path file) throws BadFileException, IOException {
    SoundFontCheck.check(file);
    String hash = Sha256.hex(Files.readAllBytes(file));
    try {
      Soundbank instruments = MidiSystem.getSoundbank(file.toFile());
      return new SoundBank(
          file.toAbsolutePath().normalize() + " (SHA-256 " + hash + ")", instruments);
    } catch (InvalidMidiDataException | IOException | RuntimeException e) {
      throw new BadFileException(file, "the JDK cannot read it as a SoundFont 2");
    }
  }

  /**
   * Returns the bank that has a label.
   *
   * @param label as {@link Rendering#soundBank} has it
   * @throws BadFileException if it names a SoundFont that is another one by now, or none
   */
  public static SoundBank ofLabel(String label) throws BadFileException, IOException {
    Matcher matcher = LABEL.matcher(label);
    if (!matcher.matches()) {
      return BUILT_IN;
    }
    Path file = Path.of(matcher.group(1));
    SoundBank bank = read(file);
    if (!bank.label.equals(label)) {
      throw new BadFileException(
          file, "is another SoundFont by now, its SHA-256 was " + matcher.group(2));
    }
    return bank;
  }

  /** Whether a label is that of a SoundFont. */
  static boolean isSoundFont(String label) {
    return LABEL.matcher(label).matches();
  }

  /** The label of the bank: its file and SHA-256; empty for the JDK's own. */
  String label() {
    return label;
  }

  /** The instruments to load into a synthesizer; empty for those that it has already. */
  Optional<Soundbank> instruments() {
    return Optional.ofNullable(instruments);
  }
}
