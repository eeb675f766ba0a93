package ductus.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvSeparatorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "a,b,c       | 44",
        "a;b;c,d     | 59",
        "\"a;b;c\",d | 44",
        "a;b,c       | 44",
        "a           | 44"
      })
  void itIsWhatStandsMostOftenOutsideOfQuotes(String firstRow, int separator) {
    assertEquals((char) separator, CsvSeparator.of(firstRow));
  }
}
