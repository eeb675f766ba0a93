package ductus.music.encoding.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

  private VoicesGrammar drawnUnder(Constraint constraint, int seed) {
    int[] tokens =
        draw(
            List.of(
                new VoicesHeaderConstraint(
                    Optional.of(new TimeSignature(0, 4, 4)),
                    OptionalInt.empty(),
                    Optional.empty(),
                    2,
                    6),
                constraint),
            Seeded.random(seed));
    return VoicesGrammar.of(tokens, tokens.length);
  }

  @Test
  void whatBeginsWithTheSopranosLastNoteIsOfThePlannedChord() {
    int checked = 0;
    for (int seed = 0; seed < 40; seed++) {
      VoicesGrammar drawn = drawnUnder(new LastChordConstraint(), seed);
      for (PlannedPhrase phrase : drawn.plan()) {
        int last = lastOnset(drawn.sheet(), phrase.sung());
        Cadence chord = phrase.cadence();
        boolean isNew = phrase.relation() == PlannedPhrase.Relation.NEW;
        if (!isNew || chord.third() == Cadence.Third.OPEN || last < 0) {
          continue;
        }
        int third = chord.third() == Cadence.Third.MAJOR ? 4 : 3;
        for (int voice = 1; voice < VoiceSetting.VOICES; voice++) {
          for (int step = last; step < phrase.sung().end(); step++) {
            int pitch = drawn.sheet().pitch(voice, step);
            if (drawn.sheet().begins(voice, step) && pitch >= 0) {
              int above = Math.floorMod(pitch - drawn.key().tonic() - chord.root(), 12);
              boolean isRoot = voice == 3 && step == last;
              assertTrue(
                  above == 0 || (!isRoot && (voice == 3 || above == third || above == 7)),
                  "seed " + seed + ", voice " + voice + ": " + above);
              checked++;
            }
          }
        }
      }
    }
    assertTrue(checked > 20, "checked " + checked);
  }

  private static int lastOnset(VoiceSheet sheet, SungPhrase phrase) {
    return IntStream.range(phrase.start(), phrase.end())
        .filter(step -> sheet.begins(0, step) && sheet.pitch(0, step) >= 0)
        .max()
        .orElse(-1);
  }

  @Test
  void newVoicesNeitherLeapFarNorGoInParallelFifthsAndOctaves() {
    int checked = 0;
    for (int seed = 0; seed < 40; seed++) {
      VoicesGrammar drawn = drawnUnder(new VoiceLeadingConstraint(), seed);
      for (PlannedPhrase phrase : drawn.plan()) {
        if (phrase.relation() != PlannedPhrase.Relation.NEW) {
          continue;
        }
        for (int step = phrase.sung().start() + 1; step < phrase.sung().end(); step++) {
          for (int high = 0; high < VoiceSetting.VOICES; high++) {
            int leap = move(drawn.sheet(), high, step);
            assertTrue(Math.abs(leap) <= 9 || Math.abs(leap) == 12, "seed " + seed + ": " + leap);
            for (int low = high + 1; low < VoiceSetting.VOICES; low++) {
              int interval = drawn.sheet().pitch(high, step) - drawn.sheet().pitch(low, step);
              boolean parallel = leap != 0 && leap == move(drawn.sheet(), low, step);
              assertFalse(
                  parallel
                      && (Math.floorMod(interval, 12) == 0 || Math.floorMod(interval, 12) == 7),
                  "seed " + seed + ", step " + step);
              checked++;
            }
          }
        }
      }
    }
    assertTrue(checked > 1000, "checked " + checked);
  }

  /** Semitones that a voice moves to a step; 0 where it holds, or rests on either side. */
  private static int move(VoiceSheet sheet, int voice, int step) {
    int now = sheet.pitch(voice, step);
    int before = sheet.pitch(voice, step - 1);
    return now < 0 || before < 0 ? 0 : now - before;
  }
}
