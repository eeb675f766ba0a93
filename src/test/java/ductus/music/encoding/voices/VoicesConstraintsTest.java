package ductus.music.encoding.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Constraint;
import ductus.generate.Constraints;
import ductus.math.Seeded;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.choir.Cadence;
import ductus.music.choir.RandomSettings;
import ductus.music.choir.SungPhrase;
import ductus.music.choir.VoiceSetting;
import ductus.music.harmony.voices.VoicePart;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pieces drawn without a network, any token that is allowed being as likely as any other. */
class VoicesConstraintsTest {
  private static final int MOST_TOKENS = 4000;
  private static final int BARS = 3;

  private final VoicesEncoding encoding = new VoicesEncoding();

  private int[] draw(List<Constraint> all, RandomGenerator random) {
    Constraints constraints = new Constraints(all);
    Encoding.Cursor cursor = encoding.cursor();
    int[] tokens = new int[MOST_TOKENS];
    boolean[] allowed = new boolean[encoding.vocabularySize()];
    int length = 0;
    while (!cursor.ended() && length < MOST_TOKENS) {
      for (int token = 0; token < allowed.length; token++) {
        allowed[token] = cursor.allows(token);
      }
      constraints.restrict(tokens, length, allowed);
      int[] left = IntStream.range(0, allowed.length).filter(t -> allowed[t]).toArray();
      tokens[length] = left[random.nextInt(left.length)];
      cursor.accept(tokens[length++]);
    }
    assertTrue(cursor.ended());
    return Arrays.copyOf(tokens, length);
  }

  private VoiceSetting setting(int[] tokens) {
    return encoding.decode(new Sequence(tokens, new int[0], 0));
  }

  @Test
  void theHeaderIsWhatIsAskedFor() {
    for (int seed = 0; seed < 20; seed++) {
      VoiceSetting drawn =
          setting(
              draw(
                  List.of(
                      new VoicesHeaderConstraint(
                          Optional.of(new TimeSignature(0, 3, 4)),
                          OptionalInt.of(2),
                          Optional.of(Mode.MINOR),
                          5,
                          5)),
                  Seeded.random(seed)));
      SungPhrase first = drawn.phrases().get(0);
      assertEquals(3, first.metre().numerator());
      assertEquals("D minor", drawn.key().label());
      double bars = first.place() / 12.0;
      for (SungPhrase phrase : drawn.phrases()) {
        bars += (double) phrase.length() / phrase.stepsPerBar();
      }
      assertEquals(5, Math.ceil(bars - 1e-9), "seed " + seed);
    }
  }

  @Test
  void aPhraseIsPlannedForEachChord() {
    List<Cadence> chords =
        List.of(
            new Cadence(0, Cadence.Third.MAJOR, false),
            new Cadence(9, Cadence.Third.MINOR, false),
            new Cadence(0, Cadence.Third.MAJOR, false));
    for (int seed = 0; seed < 20; seed++) {
      int[] tokens =
          draw(
              List.of(
                  new VoicesHeaderConstraint(
                      Optional.of(new TimeSignature(0, 4, 4)),
                      OptionalInt.empty(),
                      Optional.empty(),
                      6,
                      12),
                  new CadenceConstraint(chords)),
              Seeded.random(seed));
      List<PlannedPhrase> plan = VoicesGrammar.of(tokens, tokens.length).plan();
      assertEquals(chords.size(), plan.size(), "seed " + seed);
      for (int p = 0; p < plan.size(); p++) {
        assertEquals(chords.get(p).root(), plan.get(p).cadence().root(), "seed " + seed);
        assertEquals(chords.get(p).third(), plan.get(p).cadence().third(), "seed " + seed);
      }
    }
  }

  @Test
  void phrasesComeBackAtTheirPlaceInTheBarAndTheLastEndsAtHome() {
    int back = 0;
    for (int seed = 0; seed < 40; seed++) {
      int[] tokens =
          draw(
              List.of(
                  new VoicesHeaderConstraint(
                      Optional.of(new TimeSignature(0, 4, 4)),
                      OptionalInt.empty(),
                      Optional.empty(),
                      8,
                      16),
                  new PhraseHabitConstraint(),
                  VoicesConstraintsTest::keepShort),
              Seeded.random(seed));
      List<PlannedPhrase> plan = VoicesGrammar.of(tokens, tokens.length).plan();
      Cadence last = plan.get(plan.size() - 1).cadence();
      assertEquals(0, last.root(), "seed " + seed);
      assertTrue(last.led() && last.third() != Cadence.Third.OPEN, "seed " + seed);
      for (PlannedPhrase phrase : plan) {
        assertTrue(phrase.sung().length() >= 16, "seed " + seed);
        if (phrase.cadence().third() != Cadence.Third.OPEN) {
          int above = Math.floorMod(phrase.degree() - phrase.cadence().root(), 12);
          assertTrue(List.of(0, 3, 4, 7).contains(above), phrase.toString());
        }
        if (phrase.source() >= 0) {
          back++;
          assertEquals(plan.get(phrase.source()).sung().place(), phrase.sung().place());
        }
      }
    }
    assertTrue(back > 20, back + " phrases came back");
  }

  /** Leaves room for many phrases. */
  private static void keepShort(int[] tokens, int length, boolean[] allowed) {
    for (int token = 0; token < allowed.length; token++) {
      allowed[token] &=
          VoicesVocabulary.kind(token) != VoicesVocabulary.Kind.QUARTER
              || VoicesVocabulary.index(token) <= 4;
    }
  }

  @Test
  void givenVoicesAreSungAsTheyStand() {
    for (int seed = 0; seed < 60; seed++) {
      VoiceSetting given = RandomSettings.any(Seeded.random(seed));
      VoicePart part = VoicePart.ALL.get(seed % VoiceSetting.VOICES);
      int voice = VoicePart.ALL.indexOf(part);
      VoiceSetting drawn =
          setting(
              draw(
                  List.of(new GivenVoicesConstraint(given, List.of(part))),
                  Seeded.random(1000 + seed)));
      assertEquals(given.phrases(), drawn.phrases(), "seed " + seed);
      assertEquals(given.key(), drawn.key());
      assertEquals(given.voices().get(voice), drawn.voices().get(voice), "seed " + seed);
    }
  }

  @Test
  void aPieceGoesOnFromAllVoices() {
    for (int seed = 0; seed < 30; seed++) {
      VoiceSetting given = RandomSettings.any(Seeded.random(seed));
      int bars = VoicesVocabulary.index(encoding.tokens(given)[BARS]) + 1;
      if (bars > VoicesVocabulary.MOST_BARS - 4) {
        continue;
      }
      VoiceSetting drawn =
          setting(
              draw(
                  List.of(
                      new VoicesHeaderConstraint(
                          Optional.empty(),
                          OptionalInt.empty(),
                          Optional.empty(),
                          bars + 4,
                          bars + 4),
                      new GivenVoicesConstraint(given, List.of())),
                  Seeded.random(1000 + seed)));
      int phrases = given.phrases().size();
      assertEquals(given.phrases(), drawn.phrases().subList(0, phrases), "seed " + seed);
      assertTrue(drawn.phrases().size() > phrases);
      for (int voice = 0; voice < VoiceSetting.VOICES; voice++) {
        assertEquals(
            given.voices().get(voice),
            drawn.voices().get(voice).stream()
                .filter(note -> note.onset() < given.length())
                .toList(),
            "seed " + seed);
      }
    }
  }
}
