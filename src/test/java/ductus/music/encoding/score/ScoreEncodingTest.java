package ductus.music.encoding.score;

import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.TimeSignature;
import ductus.music.arrangement.Arrangement;
import ductus.music.arrangement.PartNote;
import ductus.music.arrangement.RandomArrangements;
import ductus.music.arrangement.TempoStep;
import ductus.music.encoding.score.ScoreEncoding.ScoreDecoding;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordSymbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ScoreEncodingTest {
  private static final int DRAWN_TOKENS = 300;

  private final ScoreEncoding encoding = new ScoreEncoding();

  @Test
  void decodesWhatItEncodedExactly() {
    for (int seed = 0; seed < 1000; seed++) {
      Arrangement arrangement = RandomArrangements.draw(Seeded.random(seed));
      Sequence sequence = encoding.encode(arrangement);
      ScoreDecoding back = encoding.decode(sequence.tokens(), sequence.length());
      assertEquals(new ScoreDecoding(arrangement, 0), back, "seed " + seed);
    }
  }

  @Test
  void writesProgramPartAndVelocityWhereTheyChange() {
    Arrangement arrangement =
        new Arrangement(
            List.of(metre(0, 3, 4), metre(72, 6, 8), metre(100, 6, 8)),
            List.of(new TempoStep(0, 120), new TempoStep(84, 90.5), new TempoStep(100, 300)),
            List.of(
                new ChordChange(0, ChordSymbol.parse("C")),
                new ChordChange(36, ChordSymbol.parse("Am7/G")),
                new ChordChange(84, ChordSymbol.NONE)),
            List.of(
                new PartNote(0, 24, 60, 20, 0, 1),
                new PartNote(0, 24, 64, 20, 0, 1),
                new PartNote(0, 72, 48, 15, 0, 2),
                new PartNote(0, 0, 36, 25, PartNote.DRUMS, 1),
                new PartNote(24, 200, 62, 20, 0, 1),
                new PartNote(100, 24, 64, 21, 0, 1)));
    assertEquals(
        "start, 3 beats, of 1/4, tempo 120,"
            + " chord on C, major, Acoustic Grand Piano, velocity 21 of 32, C4, for 24, E4, for 24,"
            + " part 2, velocity 16 of 32, C3, for 72, drums 0, velocity 26 of 32, drum 36, for 0,"
            + " at 24, Acoustic Grand Piano, D4, for 192 more, for 8,"
            + " at 36, chord on A, chord m7, bass G,"
            + " 6 beats, of 1/8, at 12, tempo 90, tempo + 8/16, no chord,"
            + " at 28, cut, 6 beats, of 1/8, tempo doubled, tempo 150,"
            + " velocity 22 of 32, E4, for 24, end",
        words(encoding.encode(arrangement)));
  }

  @Test
  void decodesAnyJunkAndCountsWhatItSkipped() {
    for (int seed = 0; seed < 500; seed++) {
      int[] tokens = Seeded.random(seed).ints(300, -3, encoding.vocabularySize() + 3).toArray();
      tokens[0] = ScoreVocabulary.token(ScoreVocabulary.Kind.START);
      ScoreDecoding decoding = encoding.decode(tokens, tokens.length);
      assertTrue(decoding.skipped() > 0, "seed " + seed);
      Arrangement back = encoding.decode(encoding.encode(decoding.arrangement()));
      assertEquals(decoding.arrangement(), back, "seed " + seed);
    }
  }

  @Test
  void whateverTheGrammarLetsThroughMeansSomethingAndNeverEndsInABlindAlley() {
    for (int seed = 0; seed < 300; seed++) {
      RandomGenerator random = Seeded.random(seed);
      Encoding.Cursor cursor = encoding.cursor();
      List<Integer> tokens = new ArrayList<>();
      while (!cursor.ended() && tokens.size() < DRAWN_TOKENS) {
        int token = draw(cursor, random);
        tokens.add(token);
        cursor.accept(token);
      }
      int[] drawn = tokens.stream().mapToInt(Integer::intValue).toArray();
      ScoreDecoding decoding = encoding.decode(drawn, drawn.length);
      assertEquals(0, decoding.skipped(), "seed " + seed);
      Arrangement back = encoding.decode(encoding.encode(decoding.arrangement()));
      assertEquals(decoding.arrangement(), back, "seed " + seed);
    }
  }

  /** Draws a kind of token, then one of it, so that rare kinds come up. */
  private int draw(Encoding.Cursor cursor, RandomGenerator random) {
    List<Integer> allowed = new ArrayList<>();
    Set<ScoreVocabulary.Kind> kinds = new HashSet<>();
    for (int token = 0; token < encoding.vocabularySize(); token++) {
      if (cursor.allows(token)) {
        allowed.add(token);
        kinds.add(ScoreVocabulary.kind(token));
      }
    }
    assertFalse(allowed.isEmpty());
    List<ScoreVocabulary.Kind> sorted = kinds.stream().sorted().toList();
    ScoreVocabulary.Kind kind = sorted.get(random.nextInt(sorted.size()));
    List<Integer> ofKind = allowed.stream().filter(t -> ScoreVocabulary.kind(t) == kind).toList();
    return ofKind.get(random.nextInt(ofKind.size()));
  }

  @Test
  void dropsANoteWithoutADuration() {
    Arrangement arrangement =
        new Arrangement(
            List.of(metre(0, 4, 4)),
            List.of(new TempoStep(0, 100)),
            List.of(new PartNote(0, 24, 60, 20, 0, 1), new PartNote(24, 24, 62, 20, 0, 1)));
    int[] tokens = encoding.encode(arrangement).tokens();
    Arrangement cut = encoding.decode(tokens, tokens.length - 2).arrangement();
    assertEquals(arrangement.notes().subList(0, 1), cut.notes());
  }

  @Test
  void describesEveryTokenDifferently() {
    Set<String> words = new HashSet<>();
    for (int token = 0; token < encoding.vocabularySize(); token++) {
      assertTrue(words.add(encoding.describe(token)), encoding.describe(token));
    }
    assertThrows(
        IllegalArgumentException.class, () -> encoding.describe(encoding.vocabularySize()));
  }

  @Test
  void sideFeaturesStayWithinTheirTable() {
    for (int seed = 0; seed < 50; seed++) {
      Sequence sequence = encoding.encode(RandomArrangements.draw(Seeded.random(seed)));
      for (int t = 0; t < sequence.length(); t++) {
        for (int f = 0; f < sequence.featureCount(); f++) {
          int feature = sequence.feature(t, f);
          assertTrue(feature >= Sequence.NONE && feature < encoding.featureTableSize());
        }
      }
    }
  }

  @Test
  void lookingBackForetellsABarThatRepeats() {
    List<PartNote> notes = new ArrayList<>();
    for (int bar = 0; bar < 3; bar++) {
      notes.add(new PartNote(bar * 96, 24, 60, 20, 0, 1));
      notes.add(new PartNote(bar * 96, 24, 67, 20, 0, 1));
      notes.add(new PartNote(bar * 96 + 48, 24, 64, 20, 0, 1));
    }
    Sequence sequence =
        encoding.encode(
            new Arrangement(List.of(metre(0, 4, 4)), List.of(new TempoStep(0, 120)), notes));
    int bar = sequence.length() - 8;
    int c4 = sequence.feature(bar, ScoreFeatures.LOOKBACK);
    int g4 = sequence.feature(bar + 2, ScoreFeatures.LOOKBACK);
    int later = sequence.feature(bar + 4, ScoreFeatures.LOOKBACK);
    int e4 = sequence.feature(bar + 5, ScoreFeatures.LOOKBACK);
    assertEquals(List.of(7, 4, -62), List.of(g4 - c4, e4 - c4, later - c4));
  }

  @Test
  void tellsTheNetworkTheChordThatANoteIsUnder() {
    Sequence sequence =
        encoding.encode(
            new Arrangement(
                List.of(metre(0, 4, 4)),
                List.of(new TempoStep(0, 120)),
                List.of(new ChordChange(24, ChordSymbol.parse("F#m"))),
                List.of(new PartNote(0, 24, 60, 20, 0, 1), new PartNote(24, 24, 61, 20, 0, 1))));
    int none = sequence.feature(4, ScoreFeatures.CHORD_ROOT);
    int root = sequence.feature(sequence.length() - 3, ScoreFeatures.CHORD_ROOT);
    assertEquals(12 - 6, none - root);
  }

  @Test
  void refusesMoreBarsThanItCounts() {
    List<PartNote> far = List.of(new PartNote(4_000_000, 24, 60, 20, 0, 1));
    List<TempoStep> tempos = List.of(new TempoStep(0, 100));
    List<TimeSignature> metres = List.of(metre(0, 1, 16));
    assertRefusedNaming("65,536 bars", () -> new Arrangement(metres, tempos, far));
  }

  private static TimeSignature metre(int step, int numerator, int denominator) {
    return new TimeSignature(step, numerator, denominator);
  }

  private String words(Sequence sequence) {
    return String.join(
        ", ", Arrays.stream(sequence.tokens()).mapToObj(encoding::describe).toList());
  }
}
