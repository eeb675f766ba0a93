package ductus.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of what is made again, without making it. */
class DocumentedFigureTest {
  private static final Pattern SHOWN = Pattern.compile("!\\[[^\\]]*\\]\\(([^):]+)\\)");

  private static DocumentedFigure row(String said, String made) {
    return new DocumentedFigure(Path.of("README.md"), said, "demo", made);
  }

  @Test
  void eachSentenceStandsInItsDocument() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (DocumentedFigure row : DocumentedFigure.all()) {
      int places = row.lines().size();
      if (places != 1) {
        wrong.add(row + ": must stand there once but does " + places + " times");
      }
      int read = row.isPicture() || !row.isMadeAgain() ? 1 : row.read();
      if (read != row.figures().size() && row.isMadeAgain()) {
        wrong.add(row + ": " + row.figures().size() + " figures, of which are read " + read);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void eachPictureHasARow() throws IOException {
    Set<Path> known =
        DocumentedFigure.all().stream()
            .filter(row -> row.isPicture() || !row.isMadeAgain())
            .map(DocumentedFigure::picture)
            .collect(Collectors.toSet());
    Set<Path> unknown = new TreeSet<>();
    for (Path document : DocumentedCommand.documents()) {
      Path folder = Objects.requireNonNullElse(document.getParent(), Path.of(""));
      SHOWN
          .matcher(Files.readString(document))
          .results()
          .map((MatchResult shown) -> folder.resolve(shown.group(1)).normalize())
          .filter(picture -> !known.contains(picture))
          .forEach(unknown::add);
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void figuresAreRead() {
    DocumentedFigure row = row("right on {93.1} % of {951} words", "# of # words right, # %");
    assertEquals("right on 93.1 % of 951 words", row.sentence());
    assertEquals(List.of("93.1", "951"), row.figures());
    assertEquals(
        Optional.of(List.of("885", "951", "93.1")), row.found("885 of  951 words right, 93.1 %"));
    assertEquals(Optional.empty(), row.found("885 of them"));
    assertEquals(Optional.of(List.of("3")), row("{3}", "right … # left").found("right, 3 left"));
    assertEquals(Optional.of(List.of("-0.5")), row("{-0.5}", "b … #").found("a 1\nb c\nd -0.5."));
  }

  @Test
  void figuresAgreeToTheDigitsThatAreSaid() {
    assertTrue(DocumentedFigure.agree("93.1", "93.1"));
    assertTrue(DocumentedFigure.agree("75", "74.7"));
    assertTrue(DocumentedFigure.agree("2.22", "2.215"));
    assertTrue(DocumentedFigure.agree("0.52", "0.525"), "it may have been 0.5246");
    assertTrue(DocumentedFigure.agree("690,000", "690123"));
    assertTrue(DocumentedFigure.agree("−3.08", "-3.081"));
    assertFalse(DocumentedFigure.agree("1,000", "1004"));
    assertFalse(DocumentedFigure.agree("92.5", "93.1"));
    assertFalse(DocumentedFigure.agree("0.500", "0.5006"));
  }
}
