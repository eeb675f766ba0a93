package ductus.cli;

import static ductus.cli.Complaints.assertFails;
import static ductus.cli.Complaints.assertWrongUsage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawCommandTest {
  private static final Path INK = Path.of("src/test/resources/ductus/ink/read");

  private final Path folder;

  DrawCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path trained() {
    Path run = folder.resolve("run");
    CommandRun trained =
        CommandRun.of(
            "draw",
            "train",
            INK.resolve("hand.json"),
            INK.resolve("uji.unipen"),
            "--out",
            run,
            "--epochs",
            2,
            "--hidden",
            8,
            "--encoder",
            8,
            "--variations",
            2);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    assertTrue(trained.out().contains("nats per pen point on held-out letters"), trained.out());
    return run;
  }

  private Path picture(int ink) throws Exception {
    BufferedImage image = new BufferedImage(40, 50, BufferedImage.TYPE_INT_RGB);
    for (int i = 10; i < 40; i++) {
      image.setRGB(20, i, ink);
    }
    Path path = folder.resolve("letter.png");
    ImageIO.write(image, "png", path.toFile());
    return path;
  }

  @Test
  void aModelIsTrainedUsedAndMeasured() throws Exception {
    Path run = trained();
    CommandRun resumed = CommandRun.of("draw", "train", "--resume", "--out", run);
    assertEquals(ExitStatus.DONE, resumed.status(), resumed.err());
    Path picture = picture(0xffffff);
    Path svg = folder.resolve("a.svg");
    CommandRun used = CommandRun.of("draw", picture, "--model", run, "--out", svg, "--json");
    assertEquals(ExitStatus.DONE, used.status(), used.err());
    JsonObject result = JsonParser.parseString(used.out()).getAsJsonObject();
    assertTrue(result.get("strokes").getAsInt() >= 1, used.out());
    assertTrue(Files.readString(svg).contains("width=\"80mm\""), Files.readString(svg));
    CommandRun again =
        CommandRun.of("regenerate", folder.resolve("a.json"), "--out", folder.resolve("b.svg"));
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    assertArrayEquals(Files.readAllBytes(svg), Files.readAllBytes(folder.resolve("b.svg")));
    CommandRun inspected = CommandRun.of("inspect", run);
    assertEquals(ExitStatus.DONE, inspected.status(), inspected.err());
    assertTrue(inspected.out().contains("tracing, version 1"), inspected.out());
    Path sheet = folder.resolve("sheet.svg");
    CommandRun measured =
        CommandRun.of(
            "evaluate", run, "corpora/hands", "--hand", "note", "--samples", 1, "--out", sheet);
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    assertTrue(measured.out().contains("overlap %"), measured.out());
    assertTrue(Files.readString(sheet).contains("Letters of the hand note"));
    picture(0xff0000);
    assertFails("is another one by now", "regenerate", folder.resolve("a.json"));
  }

  @Test
  void wrongUsageAndBadPicturesAreNamed() throws Exception {
    Path run = trained();
    assertWrongUsage("Missing PICTURE", "draw");
    assertWrongUsage("Missing INK", "draw", "train");
    assertWrongUsage(
        "must be lstm, gru, elman", "draw", "train", INK, "--out", folder, "--cell", "ntm");
    assertWrongUsage("variations must be", "draw", "train", INK, "--variations", 0);
    assertWrongUsage("a nib must be", "draw", picture(-1), "--model", run, "--nib", 0);
    assertFails("is nearly all ink", "draw", picture(0), "--model", run);
    assertFails("must be a PNG", "draw", "README.md", "--model", run);
    assertFails("no such file", "draw", folder.resolve("none.png"), "--model", run);
    assertFails("no such model", "draw", picture(-1), "--model", folder.resolve("none"));
    assertFails("no such file or folder", "draw", "train", folder.resolve("none"));
    assertFails("holds no letters", "draw", "train", "corpora/expressions");
  }
}
