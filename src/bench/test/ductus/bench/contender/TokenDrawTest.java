package ductus.bench.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TokenDrawTest {
  @Test
  void drawsEachTokenAsOftenAsItsProbabilitySays() {
    float[] probabilities = {0.5f, 0, 0.3f, 0.2f};
    int[] drawn = new int[probabilities.length];
    SplittableRandom random = new SplittableRandom(7);
    int draws = 100_000;
    for (int i = 0; i < draws; i++) {
      drawn[TokenDraw.of(probabilities, random)]++;
    }
    for (int token = 0; token < drawn.length; token++) {
      assertEquals(probabilities[token], drawn[token] / (double) draws, 0.01, "token " + token);
    }
    assertEquals(0, drawn[1]);
  }
}
