package ductus.music.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.TimeSignature;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.drums.DrumPattern;
import ductus.music.drums.DrumScore;
import ductus.music.drums.RandomPatterns;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrumGridTest {
  private static final DrumPattern PATTERN =
      new DrumPattern(
          4,
          128,
          List.of(new TimeSignature(0, 4, 4)),
          96,
          List.of(new DrumHit(0, Drum.KICK, 8, 0), new DrumHit(116, Drum.SNARE, 2, 3)));

  private static String text(byte[] svg) {
    return new String(svg, StandardCharsets.UTF_8);
  }

  @Test
  void drawsADotForEachStrokeLargerWhereItIsHarder() {
    String svg = text(DrumGrid.svg(PATTERN, "A pattern"));
    assertEquals(3, svg.split("<circle ", -1).length);
    assertTrue(svg.contains("r=\"6.8\" fill-opacity=\"1\""), svg);
    assertTrue(svg.contains("r=\"3.2\" fill-opacity=\"0.513\""), svg);
    assertTrue(svg.contains("4/4 · 96 quarter notes a minute · 8 bars · 2 strokes"), svg);
    assertTrue(svg.contains(">5</text>"), svg);
  }

  @Test
  void drawsEveryPattern() {
    for (int seed = 0; seed < 50; seed++) {
      DrumPattern pattern = RandomPatterns.draw(new SplittableRandom(seed));
      assertTrue(text(DrumGrid.svg(pattern, "Seed " + seed)).endsWith("</svg>\n"));
    }
  }

  @Test
  void scoresOfDrumsAloneBecomeDrumGrids() {
    assertArrayEquals(
        DrumGrid.svg(PATTERN, "Both"), ScorePicture.svg(DrumScore.of(PATTERN), "Both"));
  }
}
