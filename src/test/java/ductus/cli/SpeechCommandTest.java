package ductus.cli;

import static ductus.cli.Complaints.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.music.hearing.WavBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechCommandTest {
  private static final int RATE = 16_000;
  private static final int LONG = RATE / 4;

  private final Path folder;

  SpeechCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Tones that are words, with silence around each. */
  private Path sound(Path file, String words, double tuning) throws Exception {
    String[] each = words.split(" ", -1);
    float[] sound = new float[LONG / 2 + each.length * LONG * 3 / 2];
    for (int i = 0; i < each.length; i++) {
      double hertz = each[i].equals("low") ? 300 : 1500;
      float[] tone = WavBytes.sine(hertz * tuning, 0.3, RATE, LONG);
      System.arraycopy(tone, 0, sound, LONG / 2 + i * LONG * 3 / 2, LONG);
    }
    return Files.write(file, WavBytes.of(sound, RATE));
  }

  private Path recordings() throws Exception {
    Path all = Files.createDirectories(folder.resolve("said"));
    String[] texts = {"low", "high", "low high", "high low", "low low", "high high"};
    for (int i = 0; i < 24; i++) {
      String text = texts[i % texts.length];
      sound(all.resolve(i + ".wav"), text, 0.9 + 0.01 * i);
      Files.writeString(all.resolve(i + ".txt"), text);
    }
    return all;
  }

  @Test
  void aModelIsTrainedUsedAndMeasured() throws Exception {
    Path all = recordings();
    Path run = folder.resolve("run");
    CommandRun trained =
        CommandRun.of(
            "speech",
            "train",
            all,
            "--out",
            run,
            "--epochs",
            40,
            "--layers",
            1,
            "--hidden",
            8,
            "--batch",
            4,
            "--warmup",
            10,
            "--learning-rate",
            0.03);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    assertTrue(trained.out().contains("word error rate"), trained.out());
    assertTrue(trained.out().contains("dynamic time warping"), trained.out());
    CommandRun resumed = CommandRun.of("speech", "train", "--resume", "--out", run);
    assertEquals(ExitStatus.DONE, resumed.status(), resumed.err());

    Path given = sound(folder.resolve("new.wav"), "high low low", 1.005);
    CommandRun heard = CommandRun.of("speech", given, "--model", run);
    assertEquals(ExitStatus.DONE, heard.status(), heard.err());
    assertTrue(heard.out().startsWith("high low low\t"), heard.out());
    Path broken = Files.writeString(folder.resolve("broken.wav"), "no sound");
    CommandRun some = CommandRun.of("speech", given, broken, "--model", run, "--json");
    assertEquals(ExitStatus.LEFT_OUT, some.status(), some.err());
    JsonObject result = JsonParser.parseString(some.out()).getAsJsonObject();
    assertEquals(1, result.getAsJsonArray("results").size());

    CommandRun measured = CommandRun.of("evaluate", run, all);
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    assertTrue(measured.err().contains("were learned by the model"), measured.err());
    assertTrue(measured.out().contains("by the nearest of"), measured.out());
    Path others = Files.createDirectories(folder.resolve("others"));
    sound(others.resolve("a.wav"), "high", 1.003);
    Files.writeString(others.resolve("a.txt"), "loud");
    CommandRun wrong = CommandRun.of("evaluate", run, others);
    assertTrue(wrong.err().contains("No rule beside the network"), wrong.err());
    assertTrue(wrong.out().contains("a.wav\tsaid: loud\theard: high"), wrong.out());
    CommandRun inspected = CommandRun.of("inspect", run);
    assertTrue(inspected.out().contains("high, low"), inspected.out());
  }

  @Test
  void silenceSaysNothing() throws Exception {
    Path silent = Files.write(folder.resolve("silent.wav"), WavBytes.of(new float[2 * LONG], RATE));
    assertFails("is silent: nobody speaks in it", "speech", silent);
  }

  @Test
  void whatCannotBeLearnedIsNamed() throws Exception {
    Path one = Files.createDirectories(folder.resolve("one"));
    sound(one.resolve("a.wav"), "low", 1);
    String many = "low " + "low ".repeat(60);
    Files.writeString(one.resolve("a.txt"), many);
    assertFails(
        "must have two recordings or more to learn from but has 0",
        "speech",
        "train",
        one,
        "--out",
        folder.resolve("none"));
  }
}
