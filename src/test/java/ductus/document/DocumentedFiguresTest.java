package ductus.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures and pictures of README and documents are made again, and are what is said. */
@Tag("docs")
class DocumentedFiguresTest {
  @TempDir private static Path folder = Path.of("");

  private static final CommandOutputs OUTPUTS = new CommandOutputs(() -> folder);

  static Stream<DocumentedFigure> made() throws IOException {
    return DocumentedFigure.all().stream().filter(DocumentedFigure::isMadeAgain);
  }

  @ParameterizedTest
  @MethodSource("made")
  void isWhatIsSaid(DocumentedFigure row) throws IOException {
    String printed = OUTPUTS.printed(row.commands());
    String place = String.format(Locale.ROOT, "%s:%s: ", row.document(), row.lines());
    if (row.isPicture()) {
      Path made = OUTPUTS.file(row.made().substring(1));
      if (Files.mismatch(row.picture(), made) >= 0) {
        fail(
            String.format(
                Locale.ROOT,
                "%s%s is not what '%s' makes: %,d bytes here, %,d made",
                place,
                row.picture(),
                row.commands(),
                Files.size(row.picture()),
                Files.size(made)));
      }
      return;
    }
    List<String> made =
        row.found(printed)
            .orElseGet(
                () -> fail(place + row.commands() + " does not say " + row.made() + printed));
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      String said = row.figures().get(i);
      if (!DocumentedFigure.agree(said, made.get(i))) {
        differing.add("said " + said + ", made " + made.get(i));
      }
    }
    assertEquals(List.of(), differing, place + row.said());
  }
}
