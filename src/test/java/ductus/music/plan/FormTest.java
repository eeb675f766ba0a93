package ductus.music.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.Refusals;
import ductus.music.plan.Form.Strain;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormTest {
  @Test
  void aLetterReturnsFromItsFirstStrain() {
    assertEquals(
        List.of(
            new Strain(-1, false),
            new Strain(0, false),
            new Strain(-1, false),
            new Strain(0, true),
            new Strain(2, true)),
        new Form("AABA'B''").strains());
  }

  @Test
  void isReadAsPeopleWriteIt() {
    assertEquals(new Form("AA'BA"), new Form(" aa'ba "));
  }

  @Test
  void isRefusedWhereItHasNoStrainsOrTooMany() {
    Refusals.assertRefusedNaming("such as AABB", () -> new Form(""));
    Refusals.assertRefusedNaming("A B", () -> new Form("A B"));
    Refusals.assertRefusedNaming("'A", () -> new Form("'A"));
    Refusals.assertRefusedNaming("1 to 16 letters", () -> new Form("ABCDEFGHIJKLMNOPQ"));
  }
}
