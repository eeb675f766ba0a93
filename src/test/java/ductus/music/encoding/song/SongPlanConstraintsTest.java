package ductus.music.encoding.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Constraint;
import ductus.generate.Constraints;
import ductus.music.encoding.song.SongGrammar.Phase;
import ductus.music.encoding.song.SongVocabulary.Kind;
import ductus.music.harmony.ChordSymbol;
import ductus.music.song.SongSection;
import ductus.music.song.SongSection.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Songs drawn without a network, any token that is allowed being as likely as any other. */
class SongPlanConstraintsTest {
  private static final int BARS = 12;
  private static final int SONGS = 40;

  private final SongEncoding encoding = new SongEncoding();

  /** Keeps sections short, and all bars in one metre. */
  private static void keepSimple(int[] tokens, int length, boolean[] allowed) {
    Constraint.keep(
        allowed,
        token ->
            switch (SongVocabulary.kind(token)) {
              case METRE -> length == 1;
              case LENGTH -> SongVocabulary.index(token) < 3;
              default -> true;
            });
  }

  private int[] draw(int seed, Constraint... more) {
    List<Constraint> all = new ArrayList<>();
    all.add(new SongHeaderConstraint(null, null, null, OptionalDouble.empty(), BARS, BARS));
    all.add(SongPlanConstraintsTest::keepSimple);
    all.addAll(List.of(more));
    Constraints constraints = new Constraints(all);
    RandomGenerator random = new SplittableRandom(seed);
    var cursor = encoding.cursor();
    int[] tokens = new int[1 << 14];
    int length = 0;
    while (!cursor.ended()) {
      boolean[] allowed = new boolean[encoding.vocabularySize()];
      for (int token = 0; token < allowed.length; token++) {
        allowed[token] = cursor.allows(token);
      }
      constraints.restrict(tokens, length, allowed);
      int[] left = IntStream.range(0, allowed.length).filter(t -> allowed[t]).toArray();
      boolean ends = left[0] <= SongVocabulary.REST && random.nextInt(3) == 0;
      tokens[length] = ends ? left[0] : left[random.nextInt(left.length)];
      cursor.accept(tokens[length++]);
    }
    return Arrays.copyOf(tokens, length);
  }

  /** The tokens of each bar up to one, which they end with. */
  private static List<List<Integer>> bars(int[] tokens, int last) {
    List<List<Integer>> bars = new ArrayList<>();
    SongGrammar song = new SongGrammar();
    List<Integer> bar = new ArrayList<>();
    boolean open = true;
    for (int token : tokens) {
      boolean music = song.phase().compareTo(Phase.PLAN) > 0 && song.phase() != Phase.END;
      song.accept(token);
      if (music && open) {
        bar.add(token);
        open = token != last;
      }
      if (token == SongVocabulary.BAR) {
        bars.add(bar);
        bar = new ArrayList<>();
        open = true;
      }
    }
    return bars;
  }

  /**
   * Bars of returning sections but their last ones, and how many of them are as their plan says.
   */
  private static int[] kept(int[] tokens, Relation relation, int last) {
    List<SongSection> sections = SongGrammar.of(tokens, tokens.length).plan().sections();
    List<List<Integer>> bars = bars(tokens, last);
    assertEquals(BARS, bars.size());
    int[] kept = new int[2];
    for (int number = 0; number < sections.size(); number++) {
      SongSection section = sections.get(number);
      for (int bar = 0; bar < section.bars() - 1 && section.relation() == relation; bar++) {
        int source = sections.get(number - section.back()).first() + bar;
        kept[0]++;
        kept[1] += bars.get(section.first() + bar).equals(bars.get(source)) ? 1 : 0;
      }
    }
    return kept;
  }

  @Test
  void chordsReturnAsPlannedAndTunesWhereTheyCan() {
    int[] chords = new int[2];
    int[] tunes = new int[2];
    int free = 0;
    for (int seed = 0; seed < SONGS; seed++) {
      int[] tokens = draw(seed, new SongReturnConstraint());
      for (Relation relation : List.of(Relation.SAME, Relation.CHORDS)) {
        int[] kept = kept(tokens, relation, SongVocabulary.TUNE);
        assertEquals(kept[0], kept[1], "chords of " + relation + ", seed " + seed);
        chords[0] += kept[0];
      }
      int[] kept = kept(tokens, Relation.SAME, SongVocabulary.PIANO);
      tunes[0] += kept[0];
      tunes[1] += kept[1];
      free += kept(draw(seed), Relation.SAME, SongVocabulary.PIANO)[1];
    }
    assertTrue(chords[0] > 40, chords[0] + " bars return");
    // one that begins with the end of a note can only be had where a note sounds
    assertTrue(tunes[1] > 0.8 * tunes[0], tunes[1] + " of " + tunes[0]);
    assertTrue(free < 0.2 * tunes[0], free + " of about " + tunes[0]);
  }

  @Test
  void theLastBarHasOneChordOnTheKeynote() {
    for (int seed = 0; seed < SONGS; seed++) {
      int[] tokens = draw(seed, new SongHomeConstraint());
      SongGrammar song = SongGrammar.of(tokens, tokens.length);
      List<Integer> last = bars(tokens, SongVocabulary.TUNE).get(BARS - 1);
      List<Integer> chords =
          last.stream().filter(token -> SongVocabulary.kind(token) == Kind.CHORD).toList();
      assertEquals(1, chords.size(), "seed " + seed);
      ChordSymbol chord = SongVocabulary.chord(SongVocabulary.index(chords.get(0)));
      assertFalse(chord.isNone());
      assertEquals(song.header(2), chord.root(), "seed " + seed);
      assertFalse(chord.quality().contains(10), chord.toString());
    }
  }
}
