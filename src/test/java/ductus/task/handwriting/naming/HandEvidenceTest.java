package ductus.task.handwriting.naming;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.task.handwriting.naming.HandEvidence.Likeliest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HandEvidenceTest {
  private static HandEvidence evidence(double anna, double bert) {
    return new HandEvidence(new TreeMap<>(Map.of("anna", anna, "bert", bert)));
  }

  private static void assertLikeliest(String hand, double probability, HandEvidence evidence) {
    Likeliest likeliest = evidence.likeliest();
    assertEquals(hand, likeliest.hand());
    assertEquals(probability, likeliest.probability(), 1e-12);
  }

  @Test
  void oddsAreThoseOfTheExponentials() {
    assertLikeliest("bert", 0.75, evidence(-2000, -2000 + Math.log(3)));
    assertLikeliest("anna", 0.5, evidence(7, 7));
    assertLikeliest("anna", 1, evidence(0, -2000));
  }

  @Test
  void linesTogetherMultiplyTheirOdds() {
    HandEvidence three = evidence(0, Math.log(3));
    assertLikeliest("bert", 0.9, HandEvidence.together(List.of(three, three)));
    assertLikeliest("anna", 0.5, HandEvidence.together(List.of(three, evidence(Math.log(3), 0))));
  }

  @Test
  void thereIsNoneForNobody() {
    assertRefused(
        "evidence must be for one hand or more but was for none",
        () -> new HandEvidence(new TreeMap<>()));
  }
}
