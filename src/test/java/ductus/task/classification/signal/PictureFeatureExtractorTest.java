package ductus.task.classification.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.math.Randomness;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFeatureExtractorTest {
  private static final Path HAND = Path.of("corpora/hands/print.json");

  private final PictureFeatureExtractor sight = new PictureFeatureExtractor();
  private final Path folder;

  PictureFeatureExtractorTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A picture of lines, each from a point to another. */
  private Path picture(String name, Color ground, Color ink, int[]... lines) throws Exception {
    BufferedImage image = new BufferedImage(200, 160, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(ground);
    graphics.fillRect(0, 0, 200, 160);
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int[] line : lines) {
      graphics.drawLine(line[0], line[1], line[2], line[3]);
    }
    graphics.dispose();
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  @Test
  void aLetterLooksTheSameDarkOrLightAndWhereverItStands() throws Exception {
    int[][] letter = {{50, 30, 50, 110}, {50, 30, 90, 30}, {50, 70, 80, 70}};
    ExtractedSample dark = sight.see(picture("dark.png", Color.WHITE, Color.BLACK, letter)).get(0);
    assertEquals(sight.inputs(), dark.steps().inputsPerStep());
    assertTrue(sight.areTogether());
    int[][] moved = {{90, 50, 90, 130}, {90, 50, 130, 50}, {90, 90, 120, 90}};
    ExtractedSample light =
        sight.see(picture("light.png", Color.DARK_GRAY, Color.YELLOW, moved)).get(0);
    double difference = 0;
    double ink = 0;
    for (int t = 0; t < dark.steps().length(); t++) {
      for (int k = 0; k < sight.inputs(); k++) {
        difference += Math.abs(dark.steps().input(t, k) - light.steps().input(t, k));
        ink += dark.steps().input(t, k);
      }
    }
    assertTrue(difference < 0.1 * ink, difference + " of " + ink);
  }

  @Test
  void whatIsNoLetterIsRefused() throws Exception {
    assertRefused(
        "has nothing written or drawn on it", picture("blank.png", Color.WHITE, Color.BLACK));
    assertRefused(
        "times as wide as high",
        picture("bar.png", Color.WHITE, Color.BLACK, new int[] {30, 80, 150, 82}));
    int[][] strokes = new int[7][];
    for (int i = 0; i < strokes.length; i++) {
      strokes[i] = new int[] {20 + 24 * i, 60, 22 + 24 * i, 100};
    }
    assertRefused(
        "has 7 pieces of ink: recognise reads words and lines",
        picture("word.png", Color.WHITE, Color.BLACK, strokes));
  }

  private void assertRefused(String reason, Path file) {
    String said = assertThrows(BadFileException.class, () -> sight.see(file)).reason();
    assertTrue(said.contains(reason), said);
  }

  @Test
  void inkIsRenderedWithItsNames() throws Exception {
    List<Handwriting> letters = InkFile.read(HAND).pieces();
    List<ExtractedSample> plain = sight.see(HAND);
    assertEquals(letters.size(), plain.size());
    List<ExtractedSample> learned = sight.learn(HAND);
    assertTrue(learned.size() > 2 * letters.size());
    Set<String> names = new TreeSet<>();
    learned.forEach(each -> names.add(each.label().orElseThrow()));
    assertTrue(names.containsAll(Set.of("a", "A", "s or S", "7", "no letter")), names.toString());
    assertTrue(!names.contains("s") && !names.contains("S"), names.toString());
    assertEquals(
        learned.stream().map(ExtractedSample::hash).toList(),
        sight.learn(HAND).stream().map(ExtractedSample::hash).toList());
    assertNotEquals(learned.get(0).hash(), learned.get(1).hash());
    assertEquals(
        Optional.empty(),
        sight
            .see(picture("i.png", Color.WHITE, Color.BLACK, new int[] {90, 20, 95, 120}))
            .get(0)
            .label());
  }

  @Test
  void allKindsOfNonLettersCanBeDrawn() throws Exception {
    List<Handwriting> letters =
        InkFile.read(HAND).pieces().stream().filter(each -> !each.strokes().isEmpty()).toList();
    for (int seed = 0; seed < 100; seed++) {
      Handwriting none = NonLetters.draw(letters, Randomness.of(seed));
      assertTrue(none.box().isPresent() && none.points() > 1, "seed " + seed);
    }
  }
}
