package ductus.music.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.model.Encoding;
import ductus.music.encoding.plan.PlanCursor;
import ductus.music.plan.BarRelation;
import ductus.music.plan.Form;
import ductus.music.plan.PlannedBar;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FormConstraintTest {
  /** Draws header and plan by chance, of what grammar and constraint allow. */
  private static int[] draw(FormConstraint constraint, RandomGenerator random) {
    Encoding.Cursor cursor = new MelodyEncoding().cursor();
    int[] tokens = new int[256];
    int length = 0;
    while (true) {
      boolean[] allowed = new boolean[MelodyVocabulary.SIZE];
      for (int token = 0; token < allowed.length; token++) {
        allowed[token] = cursor.allows(token);
      }
      if (allowed[MelodyVocabulary.REST]) {
        return Arrays.copyOf(tokens, length);
      }
      constraint.restrict(tokens, length, allowed);
      int token = random.nextInt(allowed.length);
      while (!allowed[token]) {
        token = (token + 1) % allowed.length;
      }
      cursor.accept(token);
      tokens[length++] = token;
    }
  }

  private static PlanCursor plan(int[] tokens) {
    PlanCursor plan = new PlanCursor(MelodyVocabulary.PLAN);
    plan.begin(MelodyVocabulary.bars(tokens[MelodyEncoding.LENGTH_SLOT]));
    for (int t = MelodyEncoding.PLAN; t < tokens.length; t++) {
      assertTrue(plan.allows(tokens[t]));
      plan.accept(tokens[t]);
    }
    assertTrue(plan.isWhole());
    return plan;
  }

  @Test
  void strainsReturnBarByBarFromOneDistance() {
    for (int seed = 0; seed < 200; seed++) {
      int[] tokens = draw(new FormConstraint(new Form("AABB")), new SplittableRandom(seed));
      PlanCursor plan = plan(tokens);
      int pickup = plan.size() % 4;
      int strain = plan.size() / 4;
      assertTrue(pickup <= 1 && strain % 4 == 0, "seed " + seed);
      for (int bar = 0; bar < strain; bar++) {
        for (int second : new int[] {strain, 3 * strain}) {
          PlannedBar planned = plan.bar(pickup + second + bar);
          assertEquals(strain, planned.distance(), "seed " + seed);
          if (bar < strain - 1) {
            assertEquals(BarRelation.SAME, planned.relation(), "seed " + seed);
          }
        }
      }
      assertNotEquals(BarRelation.SAME, plan.bar(pickup + 2 * strain).relation());
    }
  }

  @Test
  void aVariedStrainKeepsItsDistanceAndMayDiffer() {
    boolean differs = false;
    for (int seed = 0; seed < 50; seed++) {
      PlanCursor plan = plan(draw(new FormConstraint(new Form("AA'")), new SplittableRandom(seed)));
      int strain = plan.size() / 2;
      int pickup = plan.size() % 2;
      for (int bar = 0; bar < strain; bar++) {
        PlannedBar planned = plan.bar(pickup + strain + bar);
        assertEquals(strain, planned.distance());
        differs |= bar == 0 && planned.relation() != BarRelation.SAME;
      }
    }
    assertTrue(differs);
  }
}
