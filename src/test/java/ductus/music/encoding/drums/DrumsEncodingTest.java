package ductus.music.encoding.drums;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.model.CursorCheck;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.TimeSignature;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.drums.DrumPattern;
import ductus.music.drums.RandomPatterns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DrumsEncodingTest {
  private final DrumsEncoding encoding = new DrumsEncoding();

  @Test
  void decodesWhatItEncodedExactly() {
    for (int seed = 0; seed < 1000; seed++) {
      DrumPattern pattern = RandomPatterns.draw(new SplittableRandom(seed));
      Sequence sequence = encoding.encode(pattern);
      assertArrayEquals(sequence.tokens(), encoding.tokens(pattern));
      assertEquals(pattern, encoding.decode(sequence), "seed " + seed);
    }
  }

  @Test
  void writesTheHeaderThenTheStrokesOfEachStep() {
    DrumPattern pattern =
        new DrumPattern(
            4,
            4,
            List.of(new TimeSignature(0, 1, 4)),
            117,
            List.of(
                new DrumHit(0, Drum.KICK, 7, 0),
                new DrumHit(0, Drum.CLOSED_HAT, 4, 1),
                new DrumHit(2, Drum.SNARE, 3, -4),
                new DrumHit(2, Drum.SNARE, 8, 0)));
    List<String> words = new ArrayList<>();
    for (int token : encoding.encode(pattern).tokens()) {
      words.add(encoding.describe(token));
    }
    assertEquals(
        "start, 4 steps a quarter, 1/4, 116 a minute, 1 bar, kick 7, on time, closed hat 4, 1 late,"
            + " step, step, snare 3, 4 early, snare 8, on time, step, step, end",
        String.join(", ", words));
  }

  @Test
  void describesEveryTokenDifferently() {
    Set<String> words = new HashSet<>();
    for (int token = 0; token < encoding.vocabularySize(); token++) {
      assertTrue(words.add(encoding.describe(token)), "token " + token);
    }
    assertThrows(
        IllegalArgumentException.class, () -> encoding.describe(encoding.vocabularySize()));
  }

  @Test
  void decodesAnyJunkToSomePattern() {
    for (int seed = 0; seed < 2000; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      int[] tokens = new int[random.nextInt(300)];
      for (int t = 0; t < tokens.length; t++) {
        tokens[t] = random.nextInt(encoding.vocabularySize());
      }
      if (seed % 2 == 0) {
        int[] header = encoding.encode(RandomPatterns.draw(random)).tokens();
        System.arraycopy(header, 0, tokens, 0, Math.min(DrumsEncoding.FIRST_STEP, tokens.length));
      }
      DrumPattern pattern = encoding.decode(tokens, tokens.length);
      assertEquals(pattern, encoding.decode(encoding.encode(pattern)), "seed " + seed);
    }
  }

  @Test
  void alwaysAllowsSomethingUntilTheEnd() {
    for (int seed = 0; seed < 300; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      Encoding.Cursor cursor = encoding.cursor();
      for (int t = 0; t < 500 && !cursor.ended(); t++) {
        List<Integer> allowed = new ArrayList<>();
        for (int token = 0; token < encoding.vocabularySize(); token++) {
          if (cursor.allows(token)) {
            allowed.add(token);
          }
        }
        assertFalse(allowed.isEmpty(), "seed " + seed);
        cursor.accept(allowed.get(random.nextInt(allowed.size())));
      }
    }
  }

  @Test
  void cursorGivesTheFeaturesThatEncodingGave() {
    CursorCheck.assertGoesThrough(encoding, RandomPatterns.draw(new SplittableRandom(7)), "seed 7");
  }

  @Test
  void looksBackToTheSameStepOfTheBarBefore() {
    DrumPattern pattern =
        new DrumPattern(
            4,
            8,
            List.of(new TimeSignature(0, 1, 4)),
            120,
            List.of(new DrumHit(1, Drum.SNARE, 6, 0), new DrumHit(5, Drum.SNARE, 6, 0)));
    Sequence sequence = encoding.encode(pattern);
    int snare = DrumsCursor.LOOKBACK + Drum.ALL.indexOf(Drum.SNARE);
    int stroke = -1;
    for (int t = 0; t < sequence.length(); t++) {
      stroke = DrumsVocabulary.isHit(sequence.token(t)) ? t : stroke;
    }
    assertTrue(sequence.feature(stroke, snare) != Sequence.NONE);
    assertEquals(Sequence.NONE, sequence.feature(stroke - 1, snare));
  }
}
