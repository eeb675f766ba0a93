package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.run.TinyRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  private static final String HOME = "ductus.home";

  private final Path folder;
  private @Nullable String home;

  DemoCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void moveHome() {
    home = System.getProperty(HOME);
    System.setProperty(HOME, folder.toString());
  }

  @AfterEach
  void moveBack() {
    if (home == null) {
      System.clearProperty(HOME);
    } else {
      System.setProperty(HOME, home);
    }
  }

  @Test
  void trainsMakesThreeTunesWithSoundAndPictureAndWritesALetter() throws Exception {
    TinyRuns.corpus(folder.resolve("corpora/melodies"), 5);
    Path out = folder.resolve("demo");
    CommandRun done = CommandRun.of("demo", "--out", out, "--json");
    assertEquals(ExitStatus.DONE, done.status(), done.err());
    JsonObject result = JsonParser.parseString(done.out()).getAsJsonObject();
    assertEquals(3, result.getAsJsonObject("generated").getAsJsonArray("tunes").size());
    assertTrue(result.get("trigram_nats_per_token").getAsDouble() > 0);
    assertTrue(result.get("below_trigram").getAsDouble() < 1);
    assertTrue(Files.exists(out.resolve("model/model.safetensors")));
    for (int tune = 1; tune <= 3; tune++) {
      for (String ending : List.of(".mid", ".wav", ".svg", ".jfugue", ".json")) {
        assertTrue(Files.exists(out.resolve("tune-%04d%s".formatted(tune, ending))), ending);
      }
    }
    assertEquals(1, result.getAsJsonObject("written").get("pages").getAsInt());
    assertTrue(Files.readString(out.resolve("letter.svg")).contains("Dear reader,"));
    Path left = Files.createFile(out.resolve(".tune-0004.wav.1.999999999.part"));
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    CommandRun second = CommandRun.of("demo", "--out", out);
    assertFalse(Files.exists(left));
    assertEquals(ExitStatus.FAILED, second.status());
    assertTrue(
        second.err().contains(out + ": holds a demo already; choose another --out"), second.err());
  }

  @Test
  void saysWhereTheBundledMelodiesShouldBe() throws Exception {
    Files.createDirectories(folder.resolve("corpora"));
    CommandRun failed = CommandRun.of("demo", "--out", folder.resolve("demo"));
    assertEquals(ExitStatus.FAILED, failed.status());
    assertEquals(
        List.of("ductus: " + folder.resolve("corpora/melodies") + ": no such file or folder"),
        failed.complaints());
    assertFalse(Files.exists(folder.resolve("demo")));
  }
}
