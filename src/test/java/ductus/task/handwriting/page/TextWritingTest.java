package ductus.task.handwriting.page;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.ReadingListener;
import ductus.ink.page.PageSetup;
import ductus.ink.page.Paper;
import ductus.ink.render.PageFormat;
import ductus.ink.render.RenderSettings;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import ductus.task.handwriting.synthesis.TinyHands;
import ductus.task.registry.Regenerators;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextWritingTest {
  private static final List<PageFormat> FORMATS =
      List.of(PageFormat.SVG, PageFormat.JSON, PageFormat.GCODE, PageFormat.HPGL);

  private final Path folder;
  private final ModelReference given;
  private final HandModel model;
  private final TextWriting writing = new TextWriting("test", 2);

  TextWritingTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    Path file = TinyHands.write(folder.resolve("tiny.safetensors"), 1);
    given = new ModelReference(file.toString(), folder.resolve("hands").toString());
    model = given.open(Set.of("one"));
  }

  private static WritingRequest request(String text) {
    return new WritingRequest(
        text,
        StyleChoice.of("one"),
        new PenManner(1, 5),
        PageSetup.on(Paper.of(300, 40)),
        RenderSettings.DEFAULT,
        false,
        7);
  }

  @Test
  void writesPagesWithTheirProvenanceAndMakesTheSameBytesAgain() throws Exception {
    String text = "a b\nc\nd\ne\nf\ng";
    NewPages pages = writing.write(model, given, request(text), FORMATS, folder.resolve("out/a"));
    assertTrue(pages.pages() > 1);
    assertEquals(3 * pages.pages() + 2, pages.files().size());
    assertEquals(6, pages.figures().lines());
    Path sidecar = pages.files().get(pages.files().size() - 1);
    assertTrue(TextWriting.KIND.isAt(sidecar));
    assertEquals(request(text), TextWriting.KIND.read(sidecar).request().request());
    assertEquals(
        List.of(),
        new Regenerators("test", 2)
            .open(sidecar)
            .again(folder.resolve("out/b"), ReadingListener.NONE)
            .different());
    assertEquals(-1, Files.mismatch(folder.resolve("out/a-1.svg"), folder.resolve("out/b-1.svg")));
    assertEquals(-1, Files.mismatch(sidecar, folder.resolve("out/b.json")));
  }

  @Test
  void refusesToWriteAgainWithAnotherModel() throws Exception {
    NewPages pages = writing.write(model, given, request("ab"), FORMATS, folder.resolve("out/a"));
    Path sidecar = pages.files().get(pages.files().size() - 1);
    TinyHands.write(Path.of(given.model()), 2);
    assertBadFileNaming(
        "is another one by now",
        () ->
            new Regenerators("test", 2)
                .open(sidecar)
                .again(folder.resolve("out/b"), ReadingListener.NONE));
  }

  @Test
  void whatFailsLeavesNothingBehind() throws Exception {
    Path out = folder.resolve("out");
    Files.createDirectories(out);
    Files.writeString(out.resolve("a.gcode"), "somebody else's");
    assertThrows(
        FileAlreadyExistsException.class,
        () -> writing.write(model, given, request("ab"), FORMATS, out.resolve("a")));
    try (Stream<Path> files = Files.list(out)) {
      assertEquals(List.of(out.resolve("a.gcode")), files.toList());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> writing.write(model, given, request("\u4e2d"), FORMATS, out.resolve("b")));
    assertFalse(Files.exists(out.resolve("b.json")));
  }
}
