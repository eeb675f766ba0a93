package ductus.cli;

import static ductus.cli.Complaints.assertFails;
import static ductus.cli.Complaints.assertWrongUsage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.music.hearing.WavBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscribeCommandTest {
  private final Path folder;

  TranscribeCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aModelIsTrainedUsedAndMeasured() throws Exception {
    Path tunes = folder.resolve("tunes");
    Files.createDirectories(tunes);
    for (int i = 0; i < 3; i++) {
      Files.writeString(
          tunes.resolve(i + ".abc"),
          "X:1\nT:%d\nM:4/4\nL:1/4\nK:%s\nCDEF|GABc|\n"
              .formatted(i, List.of("C", "D", "E").get(i)));
    }
    Path run = folder.resolve("run");
    CommandRun trained =
        CommandRun.of(
            "transcribe",
            "train",
            tunes,
            "--out",
            run,
            "--epochs",
            1,
            "--hidden",
            4,
            "--layers",
            1,
            "--scenes",
            2,
            "--keys",
            2,
            "--batch",
            4);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    assertTrue(trained.out().contains("nats per frame on held-out tunes"), trained.out());
    CommandRun resumed = CommandRun.of("transcribe", "train", "--resume", "--out", run);
    assertEquals(ExitStatus.DONE, resumed.status(), resumed.err());

    Path sound = folder.resolve("tone.wav");
    Files.write(sound, WavBytes.of(WavBytes.sine(440, 0.4, 22_050, 22_050), 22_050));
    Path out = folder.resolve("tone.mid");
    CommandRun heard =
        CommandRun.of(
            "transcribe", sound, "--model", run, "--threshold", 0.001, "--out", out, "--json");
    assertEquals(ExitStatus.DONE, heard.status(), heard.err());
    JsonObject result = JsonParser.parseString(heard.out()).getAsJsonObject();
    assertTrue(result.get("notes").getAsInt() > 0);
    assertEquals(1, result.get("seconds").getAsDouble(), 1e-9);
    Path again = folder.resolve("again.mid");
    CommandRun repeated = CommandRun.of("regenerate", folder.resolve("tone.json"), "--out", again);
    assertEquals(ExitStatus.DONE, repeated.status(), repeated.err());
    assertArrayEquals(Files.readAllBytes(out), Files.readAllBytes(again));

    CommandRun measured = CommandRun.of("evaluate", run, tunes, "--samples", 1);
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    assertTrue(measured.out().contains("never heard before"), measured.out());
    CommandRun inspected = CommandRun.of("inspect", run);
    assertTrue(inspected.out().contains("hears      notes in sound"), inspected.out());

    Files.write(sound, WavBytes.of(new float[22_050], 22_050));
    assertFails("no notes heard: it is silent", "transcribe", sound, "--model", run);
    assertFails("another file by now", "regenerate", folder.resolve("tone.json"));
  }

  @Test
  void aFolderWithoutTunesSaysWhy() throws Exception {
    Files.writeString(folder.resolve("bad.abc"), "X:1\nCDEF\n");
    assertFails("has 0; the first that was left out", "transcribe", "train", folder);
  }

  @Test
  void whatIsNoSoundIsNamed() throws Exception {
    Path file = folder.resolve("no.wav");
    assertFails("no such file", "transcribe", file);
    Files.writeString(file, "");
    assertFails("is empty", "transcribe", file);
    Files.writeString(file, "X:1\nK:C\nCDEF\n");
    assertFails("must be a WAV file", "transcribe", file);
    byte[] whole = WavBytes.of(new float[1000], 22_050);
    Files.write(file, Arrays.copyOf(whole, 1000));
    assertFails("cut short", "transcribe", file);
  }

  @Test
  void wrongUsageIsNamed() throws Exception {
    Path sound = folder.resolve("tone.wav");
    Files.write(sound, WavBytes.of(new float[1000], 22_050));
    assertWrongUsage("Missing FILE.wav", "transcribe");
    assertWrongUsage("--threshold: threshold must be", "transcribe", sound, "--threshold", 1);
    assertWrongUsage("instrument must be", "transcribe", sound, "--instrument", "kazoo of doom");
    assertWrongUsage("Missing PATH", "transcribe", "train");
    assertWrongUsage(
        "--scenes: scenes must be",
        "transcribe",
        "train",
        folder,
        "--out",
        folder.resolve("r"),
        "--scenes",
        1);
  }
}
