package ductus.task.caption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.read.xml.SvgPixels;
import ductus.math.Randomness;
import ductus.model.caption.SketchPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SketchFileTest {
  private static final String RING =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'>%s</svg>";

  private static final int SQUARE = 12;

  private final Path folder;

  SketchFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path svg(String content) throws Exception {
    return Files.writeString(folder.resolve("a.svg"), RING.replace("%s", content));
  }

  @Test
  void aCircleIsSeenAsAStrokeAlongItsLine() throws Exception {
    Path file = svg("<circle cx='12' cy='12' r='9' fill='none' stroke='black'/>");
    Handwriting ring = SketchFile.read(file).get(0);
    Box box = ring.box().orElseThrow();
    assertEquals(1, box.width() / box.height(), 0.03);
    assertTrue(ring.strokes().size() <= 2, ring.strokes()::toString);
  }

  @Test
  void aPictureIsSeenAsItsSvgIs() throws Exception {
    Path file = svg("<path d='M4 4H20L12 20Z' fill='none' stroke='black' stroke-width='1.5'/>");
    Path png = folder.resolve("a.png");
    Files.write(png, SvgPixels.png(file, 200));
    SketchPicture one = SketchView.of(SketchFile.read(file).get(0));
    SketchPicture other = SketchView.of(SketchFile.read(png).get(0));
    double different = 0;
    double ink = 0;
    for (int row = 0; row < SketchPicture.HEIGHT; row += SQUARE) {
      for (int column = 0; column < SketchPicture.WIDTH; column += SQUARE) {
        double here = ink(one, row, column);
        different += Math.abs(here - ink(other, row, column));
        ink += here;
      }
    }
    double off = different / ink;
    assertTrue(off < 0.3, () -> "different by " + off);
  }

  /** Ink of a square of pixels. */
  private static double ink(SketchPicture picture, int row, int column) {
    double sum = 0;
    for (int i = 0; i < SQUARE * SQUARE; i++) {
      sum += picture.ink(row + i / SQUARE, column + i % SQUARE);
    }
    return sum;
  }

  @Test
  void whatIsNoSketchIsNamed() throws Exception {
    assertThrows(BadFileException.class, () -> SketchFile.read(svg("")));
    assertThrows(
        BadFileException.class,
        () -> SketchFile.read(svg("<image href='file:///etc/hostname' width='9' height='9'/>")));
    Path text = Files.writeString(folder.resolve("a.txt"), "a house");
    assertThrows(BadFileException.class, () -> SketchFile.read(text));
  }

  @Test
  void aSketchFillsItsPictureWhateverItsUnit() {
    Handwriting small =
        Handwriting.of(List.of(new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(0.001, 0.001)))));
    Handwriting large = small.map(p -> p.moved(5 + 1e6 * p.x(), 1e6 * p.y() - 7));
    SketchPicture one = SketchView.of(small);
    SketchPicture other = SketchView.of(large);
    double total = 0;
    for (int i = 0; i < SketchPicture.WIDTH * SketchPicture.HEIGHT; i++) {
      float ink = one.ink(i / SketchPicture.WIDTH, i % SketchPicture.WIDTH);
      assertEquals(ink, other.ink(i / SketchPicture.WIDTH, i % SketchPicture.WIDTH), 1e-4);
      total += ink;
    }
    assertTrue(total > SketchPicture.HEIGHT, "a diagonal has a pixel of ink a row or more");
    Handwriting dot = Handwriting.of(List.of(new Stroke(List.of(PenPoint.at(3, 4)))));
    assertTrue(SketchView.of(dot).ink(SketchPicture.HEIGHT / 2, SketchPicture.WIDTH / 2) > 0);
  }

  @Test
  void aSketchDrawnAnewHasAtLeastItsStrokes() {
    Handwriting sketch =
        Handwriting.of(
            List.of(
                new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(100, 0), PenPoint.at(100, 50))),
                new Stroke(List.of(PenPoint.at(20, 20)))));
    for (int seed = 0; seed < 50; seed++) {
      Handwriting drawn = SketchVariation.draw(sketch, Randomness.of(seed));
      assertTrue(drawn.strokes().size() >= 2, "seed " + seed);
      assertEquals(drawn, SketchVariation.draw(sketch, Randomness.of(seed)));
    }
  }
}
