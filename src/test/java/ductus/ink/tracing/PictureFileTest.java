package ductus.ink.tracing;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.model.tracing.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFileTest {
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
    Path path = folder.resolve(type + "-" + ground.getRGB() + ".png");
    ImageIO.write(image, "png", path.toFile());
    return path;
  }

  @Test
  void readsAnyGroundAlike() throws Exception {
    Color clear = new Color(0, 0, 0, 0);
    PictureFile expected =
        PictureFile.read(drawn(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.BLACK));
    for (PictureFile file :
        new PictureFile[] {
          PictureFile.read(drawn(BufferedImage.TYPE_INT_RGB, Color.BLACK, Color.WHITE)),
          PictureFile.read(drawn(BufferedImage.TYPE_INT_RGB, Color.YELLOW, Color.BLUE)),
          PictureFile.read(drawn(BufferedImage.TYPE_BYTE_GRAY, Color.WHITE, Color.GRAY)),
          PictureFile.read(drawn(BufferedImage.TYPE_INT_ARGB, clear, Color.BLACK)),
          PictureFile.read(drawn(BufferedImage.TYPE_INT_ARGB, clear, Color.WHITE)),
        }) {
      assertEquals(expected.frame(), file.frame());
      for (int row = 0; row < Picture.SIDE; row++) {
        for (int column = 0; column < Picture.SIDE; column++) {
          assertEquals(expected.picture().ink(row, column), file.picture().ink(row, column), 0.01);
        }
      }
    }
  }

  @Test
  void cutsTheLetterOut() throws Exception {
    PictureFile file =
        PictureFile.read(drawn(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.BLACK));
    assertEquals(new PictureFrame(24 / 40.0, 64, 30), file.frame());
    assertEquals(1, file.picture().ink(3, 7), 1e-6);
    assertEquals(1, file.picture().ink(24, 20), 1e-6);
    assertEquals(0, file.picture().ink(10, 18), 1e-6);
    assertEquals(0, file.picture().ink(1, 7), 1e-6);
    assertEquals(90, file.width());
  }

  @Test
  void seesALetterOnPaperInTheShade() throws Exception {
    BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 100 * 100; i++) {
      int column = i % 100;
      int row = i / 100;
      int paper = 230 - column / 2 - row / 4;
      boolean ink = column >= 40 && column < 50 && row >= 20 && row < 80;
      image.getRaster().setSample(column, row, 0, ink ? paper - 100 : paper);
    }
    Path path = folder.resolve("shade.png");
    ImageIO.write(image, "png", path.toFile());
    PictureFile file = PictureFile.read(path);
    assertEquals(new PictureFrame(24 / 60.0, 45, 50), file.frame());
    assertEquals(0, file.picture().ink(14, 3), 0.05);
    assertEquals(1, file.picture().ink(14, 14), 0.05);
  }

  @Test
  void saysWhatCannotBeUsed() throws Exception {
    Path text = Files.writeString(folder.resolve("text.png"), "no picture");
    assertBadFileNaming(
        "must be a PNG picture of a letter but is none", () -> PictureFile.read(text));
    assertBadFileNaming(
        "but is none", () -> PictureFile.read(Files.createFile(folder.resolve("empty.png"))));
    assertBadFileNaming("but is a folder", () -> PictureFile.read(folder));
    assertBadFileNaming(
        "nothing stands out",
        () -> PictureFile.read(drawn(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.WHITE)));
    byte[] whole = Files.readAllBytes(drawn(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.RED));
    assertBadFileNaming(
        "is a broken PNG picture",
        () ->
            PictureFile.read(
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
        () -> PictureFile.read(Files.write(folder.resolve("huge.png"), header)));
  }
}
