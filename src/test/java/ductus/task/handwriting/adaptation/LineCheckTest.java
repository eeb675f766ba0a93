package ductus.task.handwriting.adaptation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.practice.CopyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineCheckTest {
  @Test
  void theSentencesToCopyAreFoundInTheirLines() throws Exception {
    List<Handwriting> lines = new ArrayList<>();
    for (String sentence : CopyText.sentences()) {
      lines.add(OwnLines.line(sentence));
    }
    for (Optional<String> doubt : LineCheck.doubts(lines)) {
      assertEquals(Optional.empty(), doubt);
    }
  }

  @Test
  void aLineThatSaysSomethingElseIsDoubtedAndSaidToBeWhatItIs() throws Exception {
    Handwriting other = OwnLines.line("some other words came in here");
    Handwriting scribble =
        Handwriting.of(List.of(new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(30, 0.1)))));
    List<Optional<String>> doubts =
        LineCheck.doubts(
            List.of(
                said(other, CopyText.sentences().get(0)),
                said(other, "some other words came in here"),
                said(scribble, CopyText.sentences().get(0))));
    assertTrue(doubts.get(0).orElse("").contains("other words"), doubts.get(0).toString());
    assertEquals(Optional.empty(), doubts.get(1));
    assertTrue(doubts.get(2).orElse("").startsWith("the reader finds"), doubts.get(2).toString());
    assertEquals(List.of(), LineCheck.doubts(List.of()));
  }

  private static Handwriting said(Handwriting ink, String text) {
    return new Handwriting(ink.strokes(), Optional.of(text), Optional.empty());
  }
}
