package ductus.ink.read.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InkMlReaderTest {
  private final Path folder;

  InkMlReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void makesPiecesOfTheFinestLabeledGroups() throws Exception {
    List<Handwriting> pieces = InkSamples.pieces("line.inkml");
    assertEquals(
        List.of(Optional.of("o"), Optional.of("n"), Optional.empty()),
        pieces.stream().map(Handwriting::text).toList());
    assertTrue(pieces.stream().allMatch(piece -> piece.writer().equals(Optional.of("Anna"))));
  }

  @Test
  void readsChannelsInTheirUnits() throws Exception {
    Handwriting letter = InkSamples.pieces("line.inkml").get(0);
    assertEquals("10,-20 15,-25 10,-27.5", InkSamples.points(letter));
    assertEquals(List.of(0L, 10L, 20L), InkSamples.milliseconds(letter));
    assertEquals(List.of(0.5, 1.0, 1.0), InkSamples.pressures(letter));
  }

  @Test
  void readsFirstAndSecondDifferences() throws Exception {
    Handwriting letter = InkSamples.pieces("line.inkml").get(1);
    assertEquals("20,-20 30,-30 40,-50", InkSamples.points(letter));
    assertEquals(List.of(0L, 10L, 20L), InkSamples.milliseconds(letter));
    assertEquals(List.of(0.0, 0.25, 0.5), InkSamples.pressures(letter));
  }

  @Test
  void continuesATraceThatAnotherBegan() throws Exception {
    Handwriting joined = InkSamples.pieces("line.inkml").get(2);
    assertEquals("70,-10 80,-10", InkSamples.points(joined));
  }

  @Test
  void followsViewsToTheirTraces() throws Exception {
    List<Handwriting> pieces = InkSamples.pieces("views.inkml");
    assertEquals(2, pieces.size());
    assertEquals(Optional.of("+"), pieces.get(0).text());
    assertEquals("20,-5 30,-5 | 25,0 25,-10", InkSamples.points(pieces.get(0)));
    assertEquals(Optional.of("x"), pieces.get(1).text());
    assertEquals("0,0 10,-10 | 10,0 0,-10", InkSamples.points(pieces.get(1)));
  }

  @Test
  void turnsAxesThatRunTheOtherWay() throws Exception {
    Handwriting ink =
        read(
            "<traceFormat><channel name='Y' orientation='-ve'/><channel name='X'/></traceFormat>"
                + "<annotation type='truth'>ab</annotation><trace>1 2</trace><trace>3 4</trace>");
    assertEquals("2,1 | 4,3", InkSamples.points(ink));
    assertEquals(Optional.of("ab"), ink.text());
  }

  @Test
  void usesTheContextThatWasSetLast() throws Exception {
    Handwriting ink =
        read(
            "<definitions><inkSource xml:id='s'><traceFormat>"
                + "<channel name='T'/><channel name='X'/><channel name='Y'/>"
                + "</traceFormat></inkSource></definitions>"
                + "<context inkSourceRef='#s'/><trace>9 1 2</trace>"
                + "<context><traceFormat><channel name='X'/><channel name='Y'/></traceFormat>"
                + "</context><trace>3 4</trace>");
    assertEquals("1,-2 | 3,-4", InkSamples.points(ink));
  }

  @Test
  void showsDefinedTracesWhereAViewSaysSo() throws Exception {
    String defined = "<definitions><trace xml:id='a'>1 2</trace></definitions><trace>3 4</trace>";
    assertEquals("3,-4", InkSamples.points(read(defined)));
    assertEquals(
        "3,-4 | 1,-2", InkSamples.points(read(defined + "<traceView traceDataRef='#a'/>")));
  }

  @Test
  void endsWhereContextsGoRoundInCircles() throws Exception {
    Handwriting ink =
        read(
            "<definitions><context xml:id='a' contextRef='#b'/><context xml:id='b' contextRef='#a'/>"
                + "</definitions><trace contextRef='#a'>1 2</trace>");
    assertEquals("1,-2", InkSamples.points(ink));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<trace>1 2,3</trace>|point 2 of the trace must have 2 values but has 1",
        "<trace>1 2 3</trace>|point 1 of the trace must have at most 2 values but has more",
        "<trace>1 2,3 abc</trace>|point 2 of the trace has 'abc', which is no value",
        "<traceFormat><channel name='X'/></traceFormat><trace>1</trace>"
            + "|a trace format must have channels X and Y but lacks one",
        "<traceView traceDataRef='#a'/>|traceDataRef must name a trace but was '#a'",
        "<trace>1 ?</trace>|y must be a number from -10000000 to 10000000 but was NaN"
      })
  void saysWhatIsWrong(String content, String reason) {
    BadFileException bad = assertThrows(BadFileException.class, () -> read(content));
    assertTrue(bad.reason().startsWith("line 1, column "), bad.reason());
    assertTrue(bad.reason().endsWith(": " + reason), bad.reason());
  }

  private Handwriting read(String content) throws Exception {
    Path file = folder.resolve("a");
    Files.writeString(file, "<ink xmlns='http://www.w3.org/2003/InkML'>" + content + "</ink>");
    List<Handwriting> pieces = InkFile.read(file).pieces();
    assertEquals(1, pieces.size());
    return pieces.get(0);
  }
}
