package ductus.music.audio;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.audio.WavRenderer.Rendering;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundBankTest {
  private final Path folder;

  SoundBankTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void playsASoundFontWithTheSameBytesEachTime() throws Exception {
    Path file = Files.write(folder.resolve("tiny.sf2"), TinySoundFont.bytes());
    Score score =
        new Score(
            480,
            480,
            List.of(new Note(0, 480, 69, 100, 0, 0)),
            List.of(new TempoChange(0, 500_000)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Rendering rendering = WavRenderer.write(score, SoundBank.read(file), folder.resolve("a.wav"));
    String label = file.toAbsolutePath() + " (SHA-256 " + Sha256.hex(TinySoundFont.bytes()) + ")";
    assertEquals(label, rendering.soundBank());
    assertTrue(Rendering.isReproducible(rendering.soundBank()));
    WavRenderer.write(score, SoundBank.ofLabel(label), folder.resolve("b.wav"));
    byte[] wav = Files.readAllBytes(folder.resolve("a.wav"));
    assertArrayEquals(wav, Files.readAllBytes(folder.resolve("b.wav")));
    boolean silent = true;
    for (int i = 44; i < wav.length; i++) {
      silent &= wav[i] == 0;
    }
    assertFalse(silent, "nothing was heard");
  }

  @Test
  void aSoundFontThatIsAnotherOneByNowIsNamed() throws Exception {
    Path file = Files.write(folder.resolve("tiny.sf2"), TinySoundFont.bytes());
    BadFileException other =
        assertThrows(
            BadFileException.class,
            () -> SoundBank.ofLabel(file + " (SHA-256 " + "0".repeat(64) + ")"));
    assertTrue(other.reason().startsWith("is another SoundFont by now"), other.reason());
  }

  @Test
  void everyCutGivesOneLine() throws Exception {
    byte[] whole = TinySoundFont.bytes();
    Path file = folder.resolve("cut.sf2");
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      BadFileException bad =
          assertThrows(BadFileException.class, () -> SoundBank.read(file), "length " + length);
      String expected =
          length < 12
              ? "must be a SoundFont 2 (.sf2) but is none"
              : "the SoundFont is cut short: it must have "
                  + whole.length
                  + " bytes but has "
                  + length;
      assertEquals(expected, bad.reason());
    }
  }

  @Test
  void changedBytesGiveABankOrOneLine() throws Exception {
    byte[] whole = TinySoundFont.bytes();
    Path file = folder.resolve("changed.sf2");
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) 0xFF;
      Files.write(file, changed);
      try {
        SoundBank.read(file);
      } catch (BadFileException bad) {
        assertFalse(bad.reason().contains("\n"), bad.reason());
      }
    }
  }

  @Test
  void namesWhatIsNoSoundFont() throws Exception {
    Path text = Files.writeString(folder.resolve("x.sf2"), "not a SoundFont at all");
    assertBadFile("must be a SoundFont 2 (.sf2) but is none", () -> SoundBank.read(text));
    assertThrows(BadFileException.class, () -> SoundBank.read(folder));
    assertThrows(NoSuchFileException.class, () -> SoundBank.read(folder.resolve("none.sf2")));
  }
}
