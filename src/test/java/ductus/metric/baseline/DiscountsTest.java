package ductus.metric.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DiscountsTest {
  @Test
  void followsTheFormulas() {
    // Y = 10 / (10 + 2·5) = 1/2.
    assertEquals(
        new Discounts(0.5, 2 - 1.5 * 3 / 5, 3 - 2.0 * 2 / 3), Discounts.estimate(10, 5, 3, 2));
  }

  @Test
  void takesOneDiscountWhereTheHigherOnesCannotBeEstimated() {
    assertEquals(new Discounts(0.5, 0.5, 0.5), Discounts.estimate(10, 5, 3, 0));
    assertEquals(new Discounts(0.5, 0.5, 0.5), Discounts.estimate(10, 5, 0, 7));
    // D2 = 2 - 1.5 · 20/5 would be below 0, and D3+ = 3 - 2 · 6/3 in the last.
    assertEquals(new Discounts(0.5, 0.5, 0.5), Discounts.estimate(10, 5, 20, 2));
    assertEquals(new Discounts(0.5, 0.5, 0.5), Discounts.estimate(10, 5, 3, 6));
  }

  @Test
  void takesHalfWhereNothingCanBeEstimated() {
    assertEquals(new Discounts(0.5, 0.5, 0.5), Discounts.estimate(0, 5, 3, 2));
    assertEquals(new Discounts(0.5, 0.5, 0.5), Discounts.estimate(10, 0, 3, 2));
  }
}
