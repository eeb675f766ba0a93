package ductus.studio;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.scan.SheetMarks;
import ductus.ink.template.SheetCell;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A printed sheet, filled in with a pen and photographed on a dark table, aslant and in uneven
 * light.
 */
final class PaperPhoto {
  private static final int FINE = 10;
  private static final int WIDTH = 2000;
  private static final int HEIGHT = 2700;

  private PaperPhoto() {}

  /**
   * Makes the photograph.
   *
   * @param ink in each cell, in x-heights; cells that are not named stay empty
   * @param turns quarters by which the camera is turned
   */
  static byte[] of(
      SheetMarks.Kind kind, List<SheetCell> cells, Map<Integer, Handwriting> ink, int turns)
      throws IOException {
    BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage paper = paper(kind, cells, ink);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        photo.getRaster().setSample(x, y, 0, seen(paper, x, y));
      }
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(turned(photo, turns), "jpeg", jpeg);
    return jpeg.toByteArray();
  }

  private static BufferedImage paper(
      SheetMarks.Kind kind, List<SheetCell> cells, Map<Integer, Handwriting> ink) {
    BufferedImage paper = new BufferedImage(210 * FINE, 297 * FINE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = paper.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
    pen.scale(FINE, FINE);
    pen.setColor(Color.BLACK);
    for (Box mark : SheetMarks.squares(kind)) {
      pen.fill(new Rectangle2D.Double(mark.left(), mark.bottom(), mark.width(), mark.height()));
    }
    for (int i = 0; i < cells.size(); i++) {
      SheetCell cell = cells.get(i);
      pen.setColor(new Color(0xc5d0e0));
      pen.setStroke(new BasicStroke(0.15f));
      Box box = cell.box();
      pen.draw(
          new Rectangle2D.Double(
              box.left() - 0.5, box.bottom() - 0.5, box.width() + 1, box.height() + 1));
      double y = cell.origin().y();
      pen.draw(new Rectangle2D.Double(box.left(), y, box.width(), 0.01));
      pen.setColor(new Color(0x8e9ab0));
      pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(3f));
      pen.drawString(
          cell.text(),
          (float) box.left() + 1,
          (float) (cell.label().top() > 0 ? box.bottom() + 3 : box.bottom() - 2));
      pen.setColor(new Color(0x20, 0x28, 0x50));
      pen.setStroke(new BasicStroke(0.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      if (ink.containsKey(i)) {
        for (Stroke stroke : ink.get(i).strokes()) {
          pen.draw(path(stroke, cell));
        }
      }
    }
    pen.dispose();
    return paper;
  }

  private static Path2D path(Stroke stroke, SheetCell cell) {
    Path2D path = new Path2D.Double();
    for (PenPoint point : stroke.points()) {
      double x = cell.origin().x() + 2 + cell.xHeight() * point.x();
      double y = cell.origin().y() - cell.xHeight() * point.y();
      if (path.getCurrentPoint() == null) {
        path.moveTo(x, y);
      }
      path.lineTo(x, y);
    }
    return path;
  }

  /** The brightness of a pixel: what is farther up looks smaller; light falls from the left. */
  private static int seen(BufferedImage paper, int x, int y) {
    double down = (double) y / HEIGHT;
    double depth = 0.86 + 0.14 * down;
    double across = 1.12 * ((double) x / WIDTH - 0.5 - 0.02 * down) / depth + 0.5;
    double along = (1.08 * down - 0.05) / depth;
    double light = 0.95 - 0.3 * x / WIDTH - 0.1 * down;
    double noise = 5 * (Math.floorMod(x * 7919 + y * 104_729, 97) / 97.0 - 0.5);
    double place = across * paper.getWidth();
    double row = along * paper.getHeight();
    boolean onPaper =
        place >= 0 && row >= 0 && place < paper.getWidth() - 1 && row < paper.getHeight() - 1;
    double brightness = onPaper ? between(paper, place, row) : 60;
    return (int) Math.max(0, Math.min(255, light * brightness + noise));
  }

  private static double between(BufferedImage paper, double x, double y) {
    int left = (int) x;
    int above = (int) y;
    double right = x - left;
    double below = y - above;
    return (1 - below) * ((1 - right) * at(paper, left, above) + right * at(paper, left + 1, above))
        + below
            * ((1 - right) * at(paper, left, above + 1) + right * at(paper, left + 1, above + 1));
  }

  private static int at(BufferedImage paper, int x, int y) {
    return paper.getRaster().getSample(x, y, 0);
  }

  private static BufferedImage turned(BufferedImage photo, int turns) {
    BufferedImage turned = photo;
    for (int turn = 0; turn < turns; turn++) {
      BufferedImage next =
          new BufferedImage(turned.getHeight(), turned.getWidth(), BufferedImage.TYPE_BYTE_GRAY);
      for (int y = 0; y < turned.getHeight(); y++) {
        for (int x = 0; x < turned.getWidth(); x++) {
          next.getRaster()
              .setSample(turned.getHeight() - 1 - y, x, 0, turned.getRaster().getSample(x, y, 0));
        }
      }
      turned = next;
    }
    return turned;
  }
}
