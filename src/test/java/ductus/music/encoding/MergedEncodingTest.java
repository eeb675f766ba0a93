package ductus.music.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.math.Seeded;
import ductus.model.CursorCheck;
import ductus.model.Encoding;
import ductus.model.MergeLearning;
import ductus.model.MergedEncoding;
import ductus.model.Merges;
import ductus.model.Sequence;
import ductus.music.RealMusic;
import ductus.music.arrangement.Arrangement;
import ductus.music.arrangement.ArrangementReader;
import ductus.music.arrangement.RandomArrangements;
import ductus.music.encoding.performance.PerformanceEncoding;
import ductus.music.encoding.score.ScoreEncoding;
import ductus.music.midi.MidiReader;
import ductus.music.performance.Performance;
import ductus.music.performance.PerformanceScore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergedEncodingTest {
  @Test
  void decodesWhatItEncodedAndEndsWhereItBegan() {
    List<Arrangement> pieces =
        IntStream.range(0, 40)
            .mapToObj(seed -> RandomArrangements.draw(Seeded.random(seed)))
            .toList();
    requireExact(new ScoreEncoding(), pieces, 100);
  }

  @Test
  void theCursorGivesTheFeaturesThatEncodingGaveAndAllowsWhatWasEncoded() {
    ScoreEncoding plain = new ScoreEncoding();
    Arrangement piece = RandomArrangements.draw(Seeded.random(3));
    CursorCheck.assertGoesThrough(
        merged(plain, List.of(plain.encode(piece)), 200), piece, "seed 3");
  }

  @Test
  void aMergedTokenIsAllowedWhereEachOfItsTokensIsInTurn() {
    ScoreEncoding plain = new ScoreEncoding();
    Arrangement piece = RandomArrangements.draw(Seeded.random(4));
    MergedEncoding<Arrangement> merged = merged(plain, List.of(plain.encode(piece)), 100);
    for (int seed = 0; seed < 20; seed++) {
      RandomGenerator random = Seeded.random(seed);
      Encoding.Cursor cursor = merged.cursor();
      List<Integer> drawn = new ArrayList<>();
      while (!cursor.ended() && drawn.size() < 100) {
        int[] allowed =
            IntStream.range(0, merged.vocabularySize()).filter(cursor::allows).toArray();
        int token = allowed[allowed.length - 1 - random.nextInt(Math.min(allowed.length, 60))];
        drawn.add(token);
        cursor.accept(token);
      }
      int[] tokens = drawn.stream().mapToInt(Integer::intValue).toArray();
      int[] unmerged = merged.merges().unmerge(tokens);
      assertEquals(0, plain.decode(unmerged, unmerged.length).skipped(), "seed " + seed);
    }
  }

  @Test
  void describesEveryTokenDifferently() {
    ScoreEncoding plain = new ScoreEncoding();
    Arrangement piece = RandomArrangements.draw(Seeded.random(5));
    MergedEncoding<Arrangement> merged = merged(plain, List.of(plain.encode(piece)), 300);
    Set<String> words = new HashSet<>();
    for (int token = 0; token < merged.vocabularySize(); token++) {
      assertTrue(words.add(merged.describe(token)), merged.describe(token));
    }
  }

  @Test
  void melodiesHaveNoMerges() {
    MelodyEncoding melodies = new MelodyEncoding();
    Merges none = new Merges(melodies.vocabularySize(), List.of());
    assertThrows(IllegalArgumentException.class, () -> new MergedEncoding<>(melodies, none));
  }

  @Test
  void shortensRealMusicAndBringsItBackExactly() throws IOException, BadFileException {
    List<Arrangement> tunes = new ArrayList<>();
    for (Path file : RealMusic.some("nottingham-midi", 40)) {
      tunes.add(ArrangementReader.read(MidiReader.read(file)));
    }
    assertTrue(requireExact(new ScoreEncoding(), tunes, 256) < 0.6);
    List<Performance> performances = new ArrayList<>();
    for (Path file : RealMusic.some("giantmidi", 3)) {
      performances.add(PerformanceScore.read(MidiReader.read(file)));
    }
    assertTrue(requireExact(new PerformanceEncoding(), performances, 256) < 0.95);
  }

  /** Checks that pieces come back, and gives the share of tokens that is left. */
  private static <T> double requireExact(Encoding<T> plain, List<T> pieces, int count) {
    List<Sequence> sequences = pieces.stream().map(plain::encode).toList();
    MergedEncoding<T> merged = merged(plain, sequences, count);
    long before = 0;
    long after = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Sequence sequence = merged.encode(pieces.get(i));
      assertEquals(pieces.get(i), merged.decode(sequence), "piece " + i);
      assertArrayEquals(
          sequences.get(i).tokens(), merged.merges().unmerge(sequence.tokens()), "piece " + i);
      before += sequences.get(i).length();
      after += sequence.length();
    }
    assertTrue(after < before, Arrays.toString(new long[] {before, after}));
    return (double) after / before;
  }

  private static <T> MergedEncoding<T> merged(
      Encoding<T> plain, List<Sequence> sequences, int count) {
    int start = sequences.get(0).token(0);
    int end = sequences.get(0).token(sequences.get(0).length() - 1);
    Merges merges =
        MergeLearning.of(
            sequences, plain.vocabularySize(), token -> token != start && token != end, count);
    return new MergedEncoding<>(plain, merges);
  }
}
