package ductus.task.handwriting.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.task.handwriting.page.ModelReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandSourceTest {
  @ParameterizedTest
  @CsvSource({
    "hands, italic, CC0 1.0, drawn for Ductus",
    "hands, uji-w01, Attribution 4.0, UJI Pen Characters",
    "hands, line-3, SIL Open Font License, whose name is reserved",
    "writers, fluent, Attribution 4.0, UNIPEN"
  })
  void handsThatShipCarryTheirSourceAndLicense(
      String model, String hand, String license, String source) throws Exception {
    HandSource found = HandSource.of(ModelReference.free(model), hand);
    assertTrue(found.license().contains(license), found.toString());
    assertTrue(found.text().contains(source), found.toString());
  }

  @Test
  void aUsersOwnHandIsTheirs() throws Exception {
    assertEquals("", HandSource.of(ModelReference.free("hands"), "mine").license());
  }
}
