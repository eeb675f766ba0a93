package ductus.cli;

import static ductus.cli.Complaints.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionCommandTest {
  private final Path folder;

  CaptionCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A picture of a ring or of a cross, of which an SVG says so by other means than paths. */
  private Path picture(String name, boolean ring, int size) throws Exception {
    String shape =
        ring
            ? String.format(Locale.ROOT, "<circle cx='50' cy='50' r='%d'/>", size)
            : String.format(Locale.ROOT, "<path d='M%d 20V80M20 50H80'/>", 40 + size / 2);
    return Files.writeString(
        folder.resolve(name),
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><g fill='none'"
            + " stroke='#000' stroke-width='4'>"
            + shape
            + "</g></svg>");
  }

  /** Drawings of two things by two people. */
  private Path things() throws Exception {
    for (String person : List.of("one", "other")) {
      Path drawn = Files.createDirectories(folder.resolve("things").resolve(person));
      boolean first = person.equals("one");
      Files.move(picture("a.svg", true, first ? 20 : 35), drawn.resolve("ring-1.svg"));
      Files.move(picture("b.svg", false, first ? 16 : 24), drawn.resolve("cross.svg"));
    }
    return folder.resolve("things");
  }

  @Test
  void lessonsAreComposedAndLearnedAndMeasured() throws Exception {
    Path lessons = folder.resolve("lessons");
    CommandRun composed = CommandRun.of("caption", "lessons", things(), lessons, "--count", 30);
    assertEquals(ExitStatus.DONE, composed.status(), composed.err());
    assertTrue(composed.out().contains("30 sketches of 4 drawings"), composed.out());
    assertFails("there is a file of that name already", "caption", "lessons", lessons, lessons);

    Path run = folder.resolve("run");
    CommandRun trained =
        CommandRun.of(
            "caption",
            "train",
            lessons,
            "--out",
            run,
            "--epochs",
            1,
            "--layers",
            1,
            "--hidden",
            8,
            "--batch",
            8,
            "--warmup",
            2);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    assertTrue(trained.out().contains("the most frequent caption"), trained.out());
    CommandRun resumed = CommandRun.of("caption", "train", "--resume", "--out", run);
    assertEquals(ExitStatus.DONE, resumed.status(), resumed.err());

    CommandRun measured = CommandRun.of("evaluate", run, lessons);
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    assertTrue(measured.err().contains("were learned by the model"), measured.err());
    assertTrue(measured.out().contains("learned sketches: "), measured.out());
    CommandRun inspected = CommandRun.of("inspect", run);
    assertTrue(inspected.out().contains("captions of"), inspected.out());
    saysSomething(run);
  }

  private void saysSomething(Path run) throws Exception {
    Path given = picture("given.svg", true, 30);
    Path none = Files.writeString(folder.resolve("none.svg"), "no picture");
    CommandRun some = CommandRun.of("caption", given, none, "--model", run, "--json", "--count", 3);
    assertEquals(ExitStatus.LEFT_OUT, some.status(), some.err());
    JsonObject result = JsonParser.parseString(some.out()).getAsJsonObject();
    assertEquals(1, result.getAsJsonArray("results").size());
    JsonObject first = result.getAsJsonArray("results").get(0).getAsJsonObject();
    int captions = first.getAsJsonArray("captions").size();
    assertTrue(captions >= 1 && captions <= 3, some.out());
    assertTrue(CommandRun.of("caption", given, given, "--model", run).out().contains("given.svg"));
  }

  @Test
  void aTableNamesPicturesAndCaptions() throws Exception {
    StringBuilder table = new StringBuilder("file,text\n");
    for (int i = 0; i < 8; i++) {
      picture(i + ".svg", i % 2 == 0, 20 + 2 * i);
      table.append(i).append(i % 2 == 0 ? ".svg,a ring\n" : ".svg,a cross\n");
    }
    Path captions = Files.writeString(folder.resolve("captions.csv"), table + "none.svg,nothing\n");
    Path run = folder.resolve("run");
    CommandRun trained =
        CommandRun.of(
            "caption",
            "train",
            captions,
            "--out",
            run,
            "--epochs",
            20,
            "--layers",
            1,
            "--hidden",
            8,
            "--batch",
            4,
            "--warmup",
            5,
            "--learning-rate",
            0.03);
    assertEquals(ExitStatus.LEFT_OUT, trained.status(), trained.err());
    assertTrue(trained.err().contains("none.svg: no such file"), trained.err());
    CommandRun said = CommandRun.of("caption", picture("x.svg", false, 27), "--model", run);
    assertTrue(said.out().startsWith("a cross\t"), said.out());
  }
}
