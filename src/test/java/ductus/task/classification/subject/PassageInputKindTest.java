package ductus.task.classification.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageInputKindTest {
  @TempDir Path folder = Path.of("");

  /** A table of so many texts of a number and some more words. */
  private String kind(int texts, int words) throws Exception {
    StringBuilder rows = new StringBuilder("text,label\n");
    for (int i = 0; i < texts; i++) {
      rows.append(i).append(" word".repeat(words - 1)).append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    return InputKinds.in(Files.writeString(folder.resolve("t.csv"), rows)).plural();
  }

  @Test
  void fewTextsArePassages() throws Exception {
    assertEquals("passages", kind(499, 15));
    assertEquals("texts", kind(500, 15));
    assertEquals("passages", kind(499, 2));
    assertEquals("texts", InputKinds.in(folder.resolve("t.csv"), true).plural());
  }
}
