package ductus.task.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.Piece;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.math.Randomness;
import ductus.music.hearing.WavBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpokenSetTest {
  private static final int RATE = 8_000;

  private final Path folder;

  SpokenSetTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path tone(String name, double hertz, int samples) throws Exception {
    return Files.write(
        folder.resolve(name), WavBytes.of(WavBytes.sine(hertz, 0.3, RATE, samples), RATE));
  }

  private SpokenSet read(Path path) throws Exception {
    return SpokenSet.read(path, 1, ReadingListener.NONE);
  }

  @Test
  void textsStandBesideTheirSounds() throws Exception {
    tone("a.wav", 300, 4000);
    Files.writeString(folder.resolve("a.txt"), "One, TWO -- it's\n");
    tone("b.wav", 400, 4000);
    tone("c.wav", 500, 4000);
    Files.writeString(folder.resolve("c.txt"), " ... ");
    SpokenSet set = read(folder);
    assertEquals(1, set.utterances().size());
    assertEquals(List.of("it's", "one", "two"), set.words());
    assertEquals(List.of("one", "two", "it's"), set.utterances().get(0).value().words());
    assertEquals(2, set.leftOut().size());
    assertEquals(
        "has no text beside it: what is said must be in b.txt", set.leftOut().get(0).reason());
    assertEquals("has no word in its text", set.leftOut().get(1).reason());
  }

  @Test
  void aTableNamesSoundsAndTexts() throws Exception {
    tone("a.wav", 300, 4000);
    tone("b.wav", 900, 4000);
    Path table =
        Files.writeString(
            folder.resolve("said.csv"), "text,file\n\"go, left\",a.wav\nstop,b.wav\nx,none.wav\n");
    SpokenSet set = read(table);
    assertEquals(List.of("go", "left", "stop"), set.words());
    assertEquals("no such file", set.leftOut().get(0).reason());
    Path short1 = Files.writeString(folder.resolve("short.tsv"), "file\ttext\na.wav\n");
    assertEquals(
        "line 2: must have a file and a text",
        assertThrows(BadFileException.class, () -> read(short1)).reason());
  }

  @Test
  void theSameSoundIsTakenOnceAndLongOnesNot() throws Exception {
    tone("a.wav", 300, 4000);
    tone("b.wav", 300, 4000);
    tone("long.wav", 300, 31 * RATE);
    for (String name : List.of("a", "b", "long")) {
      Files.writeString(folder.resolve(name + ".txt"), "word");
    }
    SpokenSet set = read(folder);
    assertEquals(1, set.utterances().size());
    assertTrue(
        set.leftOut().get(0).reason().contains("30 seconds at most but lasts 31"),
        set.leftOut().toString());
  }

  @Test
  void aVariedSoundKeepsRoomForItsLabels() throws Exception {
    SpokenFrames sound = SpokenFrames.read(tone("a.wav", 300, 1600));
    for (int seed = 0; seed < 50; seed++) {
      SpokenFrames varied = sound.varied(sound.steps(), Randomness.of(seed));
      assertTrue(varied.steps() >= sound.steps(), "seed " + seed);
    }
  }

  @Test
  void theNearestIsFoundHoweverLongItLasts() throws Exception {
    List<Piece<Utterance>> learned =
        List.of(piece("low", sweep(300, 500, 6000)), piece("high", sweep(1500, 2500, 6000)));
    NearestUtterance rule = new NearestUtterance(learned);
    assertEquals(2, rule.count());
    assertEquals(List.of("low"), rule.words(SpokenFrames.read(sweep(310, 520, 9000))));
    assertEquals(List.of("high"), rule.words(SpokenFrames.read(sweep(1400, 2400, 4000))));
  }

  private Path sweep(double from, double to, int samples) throws Exception {
    float[] sound = new float[samples];
    for (int part = 0; part < 4; part++) {
      float[] tone = WavBytes.sine(from + (to - from) * part / 3, 0.3, RATE, samples / 4);
      System.arraycopy(tone, 0, sound, part * (samples / 4), tone.length);
    }
    return Files.write(
        folder.resolve("sweep-%.0f-%d.wav".formatted(from, samples)), WavBytes.of(sound, RATE));
  }

  private static Piece<Utterance> piece(String word, Path sound) throws Exception {
    Utterance utterance = new Utterance(SpokenFrames.read(sound), List.of(word));
    return new Piece<>(sound, utterance.hash(), utterance);
  }
}
