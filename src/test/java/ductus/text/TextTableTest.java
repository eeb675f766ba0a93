package ductus.text;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTableTest {
  @TempDir Path folder = Path.of("");

  private TextTable read(String name, String content) throws Exception {
    return TextTable.read(Files.writeString(folder.resolve(name), content));
  }

  @Test
  void cellsInQuotesHoldCommasQuotesAndEndsOfLines() throws Exception {
    TextTable table = read("a.csv", "text,label\r\n\"a, \"\"b\"\"\nc\",x\n\n d ,\"\"\ne");
    assertEquals(
        List.of(
            new TextTable.Row(1, List.of("text", "label")),
            new TextTable.Row(2, List.of("a, \"b\"\nc", "x")),
            new TextTable.Row(5, List.of(" d ", "")),
            new TextTable.Row(6, List.of("e"))),
        table.rows());
  }

  @Test
  void aQuoteThatIsNotClosedIsNamedByItsLine() {
    assertBadFileNaming("line 2: this quote is not closed", () -> read("a.csv", "a,b\nc,\"d\ne"));
  }

  @Test
  void semicolonsAndTabsPartWhereTheFirstLineHasNoComma() throws Exception {
    assertEquals(
        List.of(
            new TextTable.Row(2, List.of("text", "label")),
            new TextTable.Row(3, List.of("so, so", "a;b"))),
        read("a.csv", "\ntext;label\nso, so;\"a;b\"").rows());
    assertEquals(List.of("a", "b"), read("b.csv", "a\tb\n").head());
    assertEquals(
        List.of("i came; i saw; i left", "positive"),
        read("c.csv", "I came; I saw; I left,positive\n").head());
  }

  @Test
  void tabsPartWhereTheEndingSaysSo() throws Exception {
    assertEquals(
        List.of(new TextTable.Row(1, List.of("a, \"b", "x")), new TextTable.Row(3, List.of("c"))),
        read("a.TSV", "a, \"b\tx\n\nc").rows());
  }
}
