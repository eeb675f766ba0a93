package ductus.music.abc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedBookTest {
  @Test
  void isCutIntoTunesOnceAndAgainWhereItWasChanged(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("book.abc");
    Files.writeString(file, "X:1\nK:C\nC|\nX:2\nK:C\nD|\n");
    OpenedBook book = OpenedBook.of(file);
    assertEquals(2, book.tunes().size());
    assertSame(book, OpenedBook.of(file));
    AbcReader.read(file, 2);
    assertSame(book, OpenedBook.of(file));
    Files.writeString(file, "X:1\nK:C\nC|\nX:2\nK:C\nD|\nX:3\nK:C\nE|\n");
    assertEquals(3, OpenedBook.of(file).tunes().size());
  }
}
