package ductus.ink.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.layout.Paragraph.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDocumentTest {
  @Test
  void readsHeadingsItemsGapsAndLines() {
    assertEquals(
        List.of(
            new Paragraph(Kind.HEADING, 2, List.of("Dear", "all")),
            new Paragraph(Kind.GAP, 0, List.of()),
            new Paragraph(Kind.GAP, 0, List.of()),
            new Paragraph(Kind.TEXT, 0, List.of("it", "is", "late")),
            new Paragraph(Kind.ITEM, 0, List.of("-", "milk")),
            new Paragraph(Kind.ITEM, 1, List.of("12)", "eggs,", "fresh"))),
        TextDocument.parse("\n## Dear  all\n\n \t\nit is\tlate\r\n* milk\n  12) eggs, fresh\n\n")
            .paragraphs());
  }

  @Test
  void whatCannotBeSeenIsNoWord() {
    assertEquals(
        List.of(new Paragraph(Kind.TEXT, 0, List.of("a", "b\u00adc"))),
        TextDocument.parse("\ufeff a \u200b b\u00adc\n\u200d").paragraphs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"#hashtag", "-5 degrees", "# ", "-", "1984. was", "3.5 km", "#### four"})
  void whatIsNoMarkIsText(String line) {
    Paragraph paragraph = TextDocument.parse(line).paragraphs().get(0);
    assertEquals(Kind.TEXT, paragraph.kind());
    assertEquals(line.strip(), String.join(" ", paragraph.words()));
  }
}
