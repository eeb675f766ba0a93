package ductus.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.read.InkJson;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnFileTest {
  @TempDir Path folder = Path.of("");

  private static Handwriting drawn(Stroke... strokes) {
    return new Handwriting(List.of(strokes), Optional.of("a mast"), Optional.empty());
  }

  @Test
  void picturesAndInkAreDrawnAndTextIsNotWhateverItIsCalled() throws Exception {
    Path picture = folder.resolve("picture.txt");
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    Path ink = folder.resolve("ink.txt");
    Files.writeString(ink, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    Path text = Files.writeString(folder.resolve("text.png"), "a mast and a plank");
    assertTrue(DrawnFile.isOne(picture));
    assertTrue(DrawnFile.isOne(ink));
    assertFalse(DrawnFile.isOne(text));
  }

  @Test
  void piecesWithoutStrokesAreLeftOut() throws Exception {
    Stroke line = new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(0, 9)));
    Path ink = folder.resolve("ink.json");
    Files.writeString(ink, InkJson.write(List.of(drawn(), drawn(line))));
    List<Handwriting> found = DrawnFile.strokes(ink);
    assertEquals(1, found.size());
    assertEquals(1, found.get(0).strokes().size());
  }

  @Test
  void saysWhatAFileShouldHaveBeen() throws Exception {
    Path text = Files.writeString(folder.resolve("text.txt"), "a mast and a plank");
    BadFileException refused = assertThrows(BadFileException.class, () -> DrawnFile.strokes(text));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("a picture (PNG, JPEG, SVG) or ink"),
        refused.getMessage());
  }
}
