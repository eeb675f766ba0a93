package ductus.ink.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.read.InkFile;
import ductus.math.Seeded;
import ductus.model.tracing.Picture;
import ductus.model.tracing.TracedLetter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterPictureTest {
  private static final Path HAND = Path.of("corpora/hands/print.json");

  private static Handwriting line(double... coordinates) {
    List<PenPoint> points = new java.util.ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(PenPoint.at(coordinates[i], coordinates[i + 1]));
    }
    return Handwriting.of(List.of(new Stroke(points)));
  }

  private static double[] extent(Picture picture) {
    double left = Picture.SIDE;
    double right = 0;
    double sum = 0;
    for (int row = 0; row < Picture.SIDE; row++) {
      for (int column = 0; column < Picture.SIDE; column++) {
        sum += picture.ink(row, column);
        if (picture.ink(row, column) > 0.5) {
          left = Math.min(left, column);
          right = Math.max(right, column + 1);
        }
      }
    }
    return new double[] {left, right, sum};
  }

  @Test
  void fillsThePicture() {
    double[] extent = extent(LetterPicture.of(line(100, 7, 140, 7), 0.2).traced().picture());
    assertEquals(2, extent[0], 1);
    assertEquals(26, extent[1], 1);
    // Twenty pixels long, four broad, with round ends.
    assertEquals(20 * 4 + Math.PI * 4, extent[2], 5);
  }

  @Test
  void aDotIsADisc() {
    LetterPicture dot = LetterPicture.of(line(3, 3), 0.1);
    assertEquals(1, dot.traced().points());
    assertEquals(Math.PI * 12 * 12, extent(dot.traced().picture())[2], 8);
    Handwriting back = dot.frame().fromPicture(LetterPicture.strokes(dot.traced()));
    assertEquals(3, back.strokes().get(0).first().x(), 1e-9);
  }

  @Test
  void pointsGoBackToWhereTheyWere() throws Exception {
    for (Handwriting letter : InkFile.read(HAND).pieces()) {
      LetterPicture picture = LetterPicture.of(letter, 0.1);
      Handwriting strokes = LetterPicture.strokes(picture.traced());
      Handwriting back = picture.frame().fromPicture(strokes);
      assertEquals(letter.strokes().size(), back.strokes().size());
      assertEquals(letter.strokes().get(0).first().x(), back.strokes().get(0).first().x(), 0.1);
      assertEquals(letter.strokes().get(0).last().y(), back.strokes().get(0).last().y(), 0.1);
    }
  }

  @Test
  void theInkItselfIsMostLikeItsPicture() throws Exception {
    for (Handwriting letter : InkFile.read(HAND).pieces()) {
      LetterPicture picture = LetterPicture.of(letter, 0.1);
      Handwriting strokes = LetterPicture.strokes(picture.traced());
      PictureSimilarity own = PictureSimilarity.of(picture.traced().picture(), strokes);
      assertTrue(own.overlap() > 0.8, letter.text() + ": " + own);
      Handwriting off = strokes.map(point -> point.moved(point.x() + 3, point.y()));
      assertTrue(PictureSimilarity.of(picture.traced().picture(), off).overlap() < own.overlap());
    }
    assertEquals(
        0,
        PictureSimilarity.of(
                new Picture(new float[Picture.SIDE * Picture.SIDE]), Handwriting.of(List.of()))
            .overlap());
  }

  @Test
  void variesWithinThePicture() throws Exception {
    int seed = 0;
    for (Handwriting letter : InkFile.read(HAND).pieces()) {
      TracedLetter one = LetterVariation.draw(letter, Seeded.random(++seed)).traced();
      TracedLetter same = LetterVariation.draw(letter, Seeded.random(seed)).traced();
      TracedLetter other = LetterVariation.draw(letter, Seeded.random(seed + 1000)).traced();
      assertEquals(one.x(0), same.x(0));
      assertTrue(one.points() == 1 || one.x(0) != other.x(0) || one.y(0) != other.y(0));
      for (int i = 0; i < one.points(); i++) {
        assertTrue(one.x(i) >= 0 && one.x(i) <= Picture.SIDE, "seed " + seed);
        assertTrue(one.y(i) >= 0 && one.y(i) <= Picture.SIDE, "seed " + seed);
      }
      assertTrue(one.penUp(one.points() - 1));
    }
  }
}
