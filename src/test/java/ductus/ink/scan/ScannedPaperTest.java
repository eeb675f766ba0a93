package ductus.ink.scan;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannedPaperTest {
  @TempDir Path folder = Path.of("");

  private Path drawn(int type, Color ground, Color ink) throws Exception {
    BufferedImage image = new BufferedImage(90, 60, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setBackground(ground);
    graphics.clearRect(0, 0, 90, 60);
    graphics.setColor(ink);
    graphics.fillRect(50, 10, 8, 40);
    graphics.fillRect(50, 42, 28, 8);
    graphics.dispose();
    return written(image, "png", type + "-" + ground.getRGB());
  }

  private Path written(BufferedImage image, String format, String name) throws Exception {
    Path path = folder.resolve(name + "." + format);
    ImageIO.write(image, format, path.toFile());
    return path;
  }

  @Test
  void readsAnyGroundAlike() throws Exception {
    Color clear = new Color(0, 0, 0, 0);
    for (Path path :
        List.of(
            drawn(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.BLACK),
            drawn(BufferedImage.TYPE_INT_RGB, Color.BLACK, Color.WHITE),
            drawn(BufferedImage.TYPE_INT_RGB, Color.YELLOW, Color.BLUE),
            drawn(BufferedImage.TYPE_BYTE_GRAY, Color.WHITE, Color.GRAY),
            drawn(BufferedImage.TYPE_INT_ARGB, clear, Color.BLACK),
            drawn(BufferedImage.TYPE_INT_ARGB, clear, Color.WHITE))) {
      ScannedPaper paper = ScannedPaper.read(path);
      assertEquals(1, paper.pieces().size(), path.toString());
      assertEquals(new Box(50, 10, 78, 50), paper.pieces().get(0).box(), path.toString());
      assertEquals(8, paper.breadth());
      assertEquals(480, paper.ink().total(), 6);
    }
  }

  /** Three letters, one with a dot, and below them two strokes and a full stop. */
  private static BufferedImage lines(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(new Color(40, 40, 40));
    graphics.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.drawOval(40, 60, 40, 50);
    graphics.drawLine(120, 70, 120, 110);
    graphics.drawLine(121, 45, 121, 45);
    graphics.drawOval(160, 70, 40, 40);
    graphics.drawLine(40, 180, 40, 230);
    graphics.drawLine(80, 190, 100, 230);
    graphics.drawLine(130, 228, 130, 228);
    graphics.dispose();
    return image;
  }

  private static BufferedImage changed(BufferedImage image, IntBinaryOperator light) {
    BufferedImage changed =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    for (int row = 0; row < image.getHeight(); row++) {
      for (int column = 0; column < image.getWidth(); column++) {
        int gray = image.getRaster().getSample(column, row, 0);
        int percent = light.applyAsInt(row, column);
        changed.getRaster().setSample(column, row, 0, gray * percent / 100);
      }
    }
    return changed;
  }

  private static List<Box> boxes(ScannedPaper paper) {
    return paper.pieces().stream().map(InkPiece::box).toList();
  }

  @Test
  void findsPiecesInTheOrderOfReading() throws Exception {
    ScannedPaper paper = ScannedPaper.read(written(lines(240, 260), "png", "flat"));
    List<Double> left = boxes(paper).stream().map(Box::left).toList();
    assertEquals(List.of(38.0, 117.0, 158.0, 37.0, 78.0, 128.0), left);
    assertEquals(2, paper.pieces().get(1).parts().size(), "a dot belongs to its letter");
  }

  @Test
  void lightAndShadowChangeNothing() throws Exception {
    List<Box> flat = boxes(ScannedPaper.read(written(lines(240, 260), "png", "flat")));
    BufferedImage slanting = changed(lines(240, 260), (row, column) -> 95 - column / 6 - row / 10);
    assertAlike(flat, boxes(ScannedPaper.read(written(slanting, "png", "slanting"))), 1);
    // The shadow of a hand over a part of the page, with a soft edge.
    BufferedImage shadow =
        changed(
            lines(240, 260), (row, column) -> 90 - Math.max(0, Math.min(40, column + row - 200)));
    assertAlike(flat, boxes(ScannedPaper.read(written(shadow, "png", "shadow"))), 1);
  }

  @Test
  void takesRuledLinesAndSpecksAway() throws Exception {
    List<Box> flat = boxes(ScannedPaper.read(written(lines(240, 260), "png", "flat")));
    BufferedImage image = lines(240, 260);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(40, 40, 40));
    graphics.setStroke(new BasicStroke(2));
    graphics.drawLine(0, 90, 240, 94);
    graphics.drawLine(0, 150, 240, 154);
    graphics.drawLine(20, 0, 20, 260);
    graphics.setColor(new Color(130, 130, 130));
    graphics.drawLine(0, 210, 240, 210);
    graphics.fillRect(220, 20, 2, 2);
    graphics.dispose();
    assertAlike(flat, boxes(ScannedPaper.read(written(image, "png", "ruled"))), 3);
  }

  @Test
  void readsJpeg() throws Exception {
    List<Box> flat = boxes(ScannedPaper.read(written(lines(240, 260), "png", "flat")));
    List<Box> packed = boxes(ScannedPaper.read(written(lines(240, 260), "jpg", "flat")));
    assertAlike(flat, packed, 1);
  }

  /** As many boxes, each as near: edges are gray. */
  private static void assertAlike(List<Box> expected, List<Box> boxes, double by) {
    assertEquals(expected.size(), boxes.size());
    for (int i = 0; i < boxes.size(); i++) {
      assertEquals(expected.get(i).left(), boxes.get(i).left(), by);
      assertEquals(expected.get(i).right(), boxes.get(i).right(), by);
      assertEquals(expected.get(i).bottom(), boxes.get(i).bottom(), by);
      assertEquals(expected.get(i).top(), boxes.get(i).top(), by);
    }
  }

  @Test
  void enlargesFineLinesAndReducesBroadOnes() throws Exception {
    for (int breadth : new int[] {2, 30}) {
      BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, 400, 300);
      graphics.setColor(Color.BLACK);
      graphics.fillRect(100, 60, breadth, 180);
      graphics.dispose();
      ScannedPaper paper = ScannedPaper.read(written(image, "png", "line" + breadth));
      assertEquals(6, paper.breadth(), 1e-9);
      assertEquals(breadth, paper.breadth() / paper.scale(), 1e-9);
      Box box = paper.pieces().get(0).box();
      assertEquals(100 * paper.scale(), box.left(), 1);
      assertEquals(60 * paper.scale(), box.bottom(), 1);
    }
  }

  @Test
  void saysWhatCannotBeUsed() throws Exception {
    Path text = Files.writeString(folder.resolve("text.png"), "no picture");
    assertBadFileNaming(
        "must be a PNG or JPEG picture but is neither", () -> ScannedPaper.read(text));
    assertBadFileNaming(
        "but is neither", () -> ScannedPaper.read(Files.createFile(folder.resolve("empty.png"))));
    assertBadFileNaming("but is a folder", () -> ScannedPaper.read(folder));
    assertBadFileNaming(
        "nothing stands out",
        () -> ScannedPaper.read(drawn(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.WHITE)));
    byte[] whole = Files.readAllBytes(drawn(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.RED));
    assertBadFileNaming(
        "is a broken PNG picture",
        () ->
            ScannedPaper.read(
                Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 2))));
    // A header of 100,000 by 100,000 pixels, and nothing else.
    byte[] header = Arrays.copyOf(whole, 33);
    for (int at = 16; at < 24; at += 4) {
      header[at] = 0;
      header[at + 1] = 1;
      header[at + 2] = (byte) 0x86;
      header[at + 3] = (byte) 0xA0;
    }
    assertBadFileNaming(
        "100000 by 100000",
        () -> ScannedPaper.read(Files.write(folder.resolve("huge.png"), header)));
  }

  @Test
  void saysThatAllIsInk() throws Exception {
    BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(2, 2, 56, 56);
    graphics.dispose();
    Path path = written(image, "png", "full");
    assertBadFileNaming("ink", () -> ScannedPaper.read(path));
    assertTrue(Files.exists(path));
  }
}
