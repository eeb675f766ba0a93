package ductus.music.encoding.performance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.encoding.performance.PerformanceEncoding.PerformanceDecoding;
import ductus.music.performance.Performance;
import ductus.music.performance.Performance.PedalStep;
import ductus.music.performance.PerformedNote;
import ductus.music.performance.RandomPerformances;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PerformanceEncodingTest {
  private final PerformanceEncoding encoding = new PerformanceEncoding();

  @Test
  void decodesWhatItEncodedExactly() {
    for (int seed = 0; seed < 1000; seed++) {
      Performance performance = RandomPerformances.draw(Seeded.random(seed));
      Sequence sequence = encoding.encode(performance);
      assertArrayEquals(sequence.tokens(), encoding.tokens(performance));
      PerformanceDecoding back = encoding.decode(sequence.tokens(), sequence.length());
      assertEquals(new PerformanceDecoding(performance, 0, 0), back, "seed " + seed);
    }
  }

  @Test
  void writesReleasesBeforeThePedalBeforeOnsetsAndLongSilencesAsSeveralShifts() {
    Performance performance =
        new Performance(
            List.of(
                new PerformedNote(0, 5, 60, 20),
                new PerformedNote(0, 5, 64, 20),
                new PerformedNote(5, 250, 60, 21)),
            List.of(new PedalStep(5, true)));
    assertEquals(
        "start, velocity 21 of 32, on C4, on E4, 50 ms, off C4, off E4, pedal down,"
            + " velocity 22 of 32, on C4, 1000 ms, 1000 ms, 500 ms, off C4, end",
        words(encoding.encode(performance)));
  }

  @Test
  void anythingThatTheGrammarLetsThroughIsTheOnlySequenceOfWhatItMeans() {
    for (int seed = 0; seed < 300; seed++) {
      RandomGenerator random = Seeded.random(seed);
      Encoding.Cursor cursor = encoding.cursor();
      List<Integer> tokens = new ArrayList<>();
      while (!cursor.ended()) {
        int token;
        do {
          token = random.nextInt(encoding.vocabularySize());
        } while (!cursor.allows(token) || token == PerformanceVocabulary.END);
        if (tokens.size() > 60 && cursor.allows(PerformanceVocabulary.END)) {
          token = PerformanceVocabulary.END;
        } else if (tokens.size() > 60) {
          token = lowestRelease(cursor, token);
        }
        tokens.add(token);
        cursor.accept(token);
      }
      int[] drawn = tokens.stream().mapToInt(Integer::intValue).toArray();
      PerformanceDecoding decoding = encoding.decode(drawn, drawn.length);
      assertEquals(0, decoding.closed() + decoding.skipped(), "seed " + seed);
      assertEquals(tokens, list(encoding.encode(decoding.performance())), "seed " + seed);
    }
  }

  private static int lowestRelease(Encoding.Cursor cursor, int otherwise) {
    for (int pitch = 0; pitch < 128; pitch++) {
      if (cursor.allows(PerformanceVocabulary.release(pitch))) {
        return PerformanceVocabulary.release(pitch);
      }
    }
    return otherwise;
  }

  @Test
  void decodesAnyJunkAndCountsWhatItMended() {
    for (int seed = 0; seed < 500; seed++) {
      RandomGenerator random = Seeded.random(seed);
      int[] tokens = random.ints(200, -3, encoding.vocabularySize() + 3).toArray();
      tokens[0] = PerformanceVocabulary.START;
      PerformanceDecoding decoding = encoding.decode(tokens, tokens.length);
      Performance performance = decoding.performance();
      assertTrue(decoding.skipped() > 0, "seed " + seed);
      assertEquals(performance, encoding.decode(encoding.encode(performance)), "seed " + seed);
    }
  }

  @Test
  void closesNotesThatNoTokenEnds() {
    int[] tokens = {
      PerformanceVocabulary.START,
      PerformanceVocabulary.velocityToken(9),
      PerformanceVocabulary.onset(60),
      PerformanceVocabulary.shift(30),
      PerformanceVocabulary.onset(64)
    };
    assertEquals(
        new PerformanceDecoding(
            new Performance(
                List.of(new PerformedNote(0, 30, 60, 9), new PerformedNote(30, 1, 64, 9)),
                List.of()),
            2,
            0),
        encoding.decode(tokens, tokens.length));
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
  void sideFeaturesStayWithinTheirTable() {
    Sequence sequence = encoding.encode(RandomPerformances.draw(Seeded.random(5)));
    for (int t = 0; t < sequence.length(); t++) {
      for (int f = 0; f < sequence.featureCount(); f++) {
        int feature = sequence.feature(t, f);
        assertTrue(feature >= Sequence.NONE && feature < encoding.featureTableSize());
      }
    }
  }

  @Test
  void refusesPerformancesThatNoPianoPlays() {
    PerformedNote note = new PerformedNote(0, 10, 60, 0);
    PerformedNote again = new PerformedNote(5, 10, 60, 0);
    assertThrows(
        IllegalArgumentException.class, () -> new Performance(List.of(note, again), List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Performance(List.of(), List.of(new PedalStep(0, false))));
    assertFalse(new Performance(List.of(note), List.of()).notes().isEmpty());
  }

  private String words(Sequence sequence) {
    return String.join(", ", list(sequence).stream().map(encoding::describe).toList());
  }

  private static List<Integer> list(Sequence sequence) {
    return Arrays.stream(sequence.tokens()).boxed().toList();
  }
}
