package ductus.music.encoding.leadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Constraint;
import ductus.model.CursorCheck;
import ductus.model.Encoding;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordProgression;
import ductus.music.harmony.ChordSymbol;
import ductus.music.leadsheet.Leadsheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LeadsheetEncodingTest {
  private final LeadsheetEncoding encoding = new LeadsheetEncoding();

  @Test
  void decodesWhatItEncodedExactly() {
    for (int seed = 0; seed < 1000; seed++) {
      Leadsheet leadsheet = RandomLeadsheets.draw(new SplittableRandom(seed));
      assertEquals(leadsheet, encoding.decode(encoding.encode(leadsheet)), "seed " + seed);
    }
  }

  @Test
  void writesAChordInFrontOfTheStepFromWhichItHolds() {
    Melody melody =
        new Melody(
            4,
            4,
            List.of(new TimeSignature(0, 1, 4)),
            new Key(0, Mode.MAJOR),
            100,
            List.of(new MelodyNote(0, 2, 64), new MelodyNote(2, 1, 65)));
    Leadsheet leadsheet =
        new Leadsheet(
            melody,
            List.of(
                new ChordChange(0, ChordSymbol.parse("C")),
                new ChordChange(2, ChordSymbol.parse("G7/B")),
                new ChordChange(3, ChordSymbol.NONE)));
    List<String> words = new ArrayList<>();
    for (int token : encoding.encode(leadsheet).tokens()) {
      words.add(encoding.describe(token));
    }
    assertEquals(
        "start, 4 steps a quarter, 1/4, C major, 1 bar, new bar, chord on C, major, on E4, hold,"
            + " chord on G, chord 7, bass B, on F4, no chord, rest, end",
        String.join(", ", words));
  }

  @Test
  void describesEveryTokenDifferently() {
    Set<String> words = new HashSet<>();
    for (int token = 0; token < encoding.vocabularySize(); token++) {
      assertTrue(words.add(encoding.describe(token)), "token " + token);
    }
  }

  @Test
  void decodesAnyJunkToSomeLeadsheet() {
    for (int seed = 0; seed < 2000; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      int[] tokens = new int[random.nextInt(200)];
      for (int t = 0; t < tokens.length; t++) {
        tokens[t] = random.nextInt(encoding.vocabularySize());
      }
      if (seed % 2 == 0) {
        int[] header = encoding.encode(RandomLeadsheets.draw(random)).tokens();
        System.arraycopy(header, 0, tokens, 0, Math.min(body(header), tokens.length));
      }
      Leadsheet leadsheet = encoding.decode(tokens, tokens.length);
      assertEquals(leadsheet, encoding.decode(encoding.encode(leadsheet)), "seed " + seed);
    }
  }

  /** The place behind header and plan. */
  private static int body(int[] tokens) {
    int first = 5;
    while (MelodyVocabulary.PLAN.contains(tokens[first])) {
      first++;
    }
    return first;
  }

  @Test
  void cursorGivesTheFeaturesThatEncodingGave() {
    for (int seed = 0; seed < 50; seed++) {
      CursorCheck.assertGoesThrough(
          encoding, RandomLeadsheets.draw(new SplittableRandom(seed)), "seed " + seed);
    }
  }

  @Test
  void allowsNoChordBeforeThePlanIsWhole() {
    int[] tokens = encoding.tokens(RandomLeadsheets.draw(new SplittableRandom(3)));
    Encoding.Cursor cursor = encoding.cursor();
    for (int t = 0; t < body(tokens); t++) {
      assertFalse(cursor.allows(LeadsheetVocabulary.NO_CHORD), "token " + t);
      cursor.accept(tokens[t]);
    }
    assertTrue(cursor.allows(LeadsheetVocabulary.NO_CHORD));
  }

  @Test
  void findsWhereBarsBegin() {
    for (int seed = 0; seed < 100; seed++) {
      Leadsheet leadsheet = RandomLeadsheets.draw(new SplittableRandom(seed));
      int[] tokens = encoding.tokens(leadsheet);
      List<Integer> lines = LeadsheetEncoding.barLines(tokens);
      assertEquals(leadsheet.melody().bars().size() + 1, lines.size(), "seed " + seed);
      assertEquals(body(tokens), lines.get(0), "seed " + seed);
    }
  }

  @Test
  void backingSetsItsChordsWhateverIsDrawn() {
    ChordProgression chords = ChordProgression.parse("C | G/B Am | F | N.C.");
    Constraint backing = new BackingConstraint(chords);
    for (int seed = 0; seed < 200; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      Leadsheet drawn = draw(random, backing);
      int stepsPerBar = (int) drawn.melody().bars().get(0).length();
      List<ChordChange> expected = new ArrayList<>();
      for (int bar = 0; bar < drawn.melody().bars().size(); bar++) {
        List<ChordSymbol> inBar = chords.bars().get(bar % 4);
        for (int i = 0; i < inBar.size(); i++) {
          long within = Math.round((double) i * stepsPerBar / inBar.size());
          expected.add(new ChordChange((int) (bar * (long) stepsPerBar + within), inBar.get(i)));
        }
      }
      assertEquals(new Leadsheet(drawn.melody(), expected), drawn, "seed " + seed);
    }
  }

  /** Any sequence of six bars that grammar and constraint allow. */
  private Leadsheet draw(RandomGenerator random, Constraint constraint) {
    int[] header =
        encoding
            .encode(
                new Leadsheet(
                    new Melody(
                        4,
                        72,
                        List.of(new TimeSignature(0, 3, 4)),
                        new Key(0, Mode.MAJOR),
                        100,
                        List.of()),
                    List.of()))
            .tokens();
    Encoding.Cursor cursor = encoding.cursor();
    int[] tokens = Arrays.copyOf(header, 400);
    int length = 5;
    for (int t = 0; t < length; t++) {
      cursor.accept(tokens[t]);
    }
    while (!cursor.ended()) {
      boolean[] allowed = new boolean[encoding.vocabularySize()];
      for (int token = 0; token < allowed.length; token++) {
        allowed[token] = cursor.allows(token);
      }
      constraint.restrict(tokens, length, allowed);
      List<Integer> choices = new ArrayList<>();
      for (int token = 0; token < allowed.length; token++) {
        if (allowed[token]) {
          choices.add(token);
        }
      }
      assertFalse(choices.isEmpty());
      tokens[length] = choices.get(random.nextInt(choices.size()));
      cursor.accept(tokens[length++]);
    }
    return encoding.decode(tokens, length);
  }
}
