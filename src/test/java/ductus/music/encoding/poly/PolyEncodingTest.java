package ductus.music.encoding.poly;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.model.CursorCheck;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.frames.Frame;
import ductus.music.frames.Frames;
import ductus.music.frames.RandomFrames;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolyEncodingTest {
  private final PolyEncoding encoding = new PolyEncoding();

  @Test
  void everyPieceComesBack() {
    for (int seed = 0; seed < 300; seed++) {
      Frames piece = RandomFrames.any(Seeded.random(seed));
      assertEquals(piece, encoding.decode(encoding.encode(piece)), "seed " + seed);
    }
  }

  @Test
  void saysAFrameUpwardsThenItsEnd() {
    Frames piece = new Frames(2, List.of(Frame.of(64, 48), Frame.SILENT));
    assertEquals(
        List.of("start", "2 steps a quarter", "C3", "E4", "|", "|", "end"),
        Arrays.stream(encoding.encode(piece).tokens()).mapToObj(encoding::describe).toList());
    assertEquals(
        encoding.vocabularySize(),
        IntStream.range(0, encoding.vocabularySize())
            .mapToObj(encoding::describe)
            .distinct()
            .count());
  }

  @Test
  void everyTokenOfAPieceIsAllowedAndItsEndIsTheEnd() {
    for (int seed = 0; seed < 100; seed++) {
      Encoding.Cursor cursor = encoding.cursor();
      for (int token : encoding.encode(RandomFrames.any(Seeded.random(seed))).tokens()) {
        assertFalse(cursor.ended());
        assertTrue(cursor.allows(token), "seed " + seed);
        cursor.accept(token);
      }
      assertTrue(cursor.ended());
    }
  }

  @Test
  void everyTokenSequenceDecodesToSomething() {
    for (int seed = 0; seed < 300; seed++) {
      RandomGenerator random = Seeded.random(seed);
      int[] tokens = random.ints(random.nextInt(80), 0, encoding.vocabularySize()).toArray();
      int[] features = new int[tokens.length * encoding.featureCount()];
      Frames piece = encoding.decode(new Sequence(tokens, features, encoding.featureCount()));
      if (piece.length() > 0) {
        assertEquals(piece, encoding.decode(encoding.encode(piece)), "seed " + seed);
      }
    }
  }

  @Test
  void allowsPitchesUpwardsOnlyAndNoEndWithinAFrame() {
    Encoding.Cursor cursor = encoding.cursor();
    cursor.accept(PolyVocabulary.START);
    cursor.accept(PolyVocabulary.gridToken(4));
    assertFalse(cursor.allows(PolyVocabulary.END), "a piece has a frame");
    assertTrue(cursor.allows(PolyVocabulary.END_OF_FRAME));
    cursor.accept(PolyVocabulary.pitchToken(60));
    assertFalse(cursor.allows(PolyVocabulary.pitchToken(60)));
    assertFalse(cursor.allows(PolyVocabulary.pitchToken(59)));
    assertTrue(cursor.allows(PolyVocabulary.pitchToken(61)));
    assertFalse(cursor.allows(PolyVocabulary.END));
    assertFalse(cursor.allows(PolyVocabulary.gridToken(4)));
    cursor.accept(PolyVocabulary.END_OF_FRAME);
    assertTrue(cursor.allows(PolyVocabulary.pitchToken(21)));
    assertTrue(cursor.allows(PolyVocabulary.END));
  }

  @Test
  void sideFeaturesAreThoseOfACursorAndStayInTheTable() {
    for (int seed = 0; seed < 60; seed++) {
      CursorCheck.assertGoesThrough(
          encoding, RandomFrames.any(Seeded.random(seed)), "seed " + seed);
    }
  }

  @Test
  void sideFeaturesDoNotKnowWhatComes() {
    for (int seed = 0; seed < 60; seed++) {
      RandomGenerator random = Seeded.random(seed);
      Frames piece = RandomFrames.any(random);
      int kept = random.nextInt(piece.length());
      List<Frame> steps = new java.util.ArrayList<>(piece.steps().subList(0, kept));
      steps.addAll(RandomFrames.any(random).steps());
      Sequence one = encoding.encode(piece);
      Sequence other = encoding.encode(new Frames(piece.stepsPerQuarter(), steps));
      boolean same = true;
      for (int t = 0; t < Math.min(one.length(), other.length()) && same; t++) {
        for (int f = 0; f < encoding.featureCount(); f++) {
          assertEquals(one.feature(t, f), other.feature(t, f), "seed " + seed);
        }
        same = one.token(t) == other.token(t);
      }
    }
  }

  @Test
  void refusesAPieceWithoutFrames() {
    assertRefused(
        "a piece must have a frame but has none", () -> encoding.encode(new Frames(1, List.of())));
  }
}
