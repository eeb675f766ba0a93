package ductus.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
  private static final Path NAME = Path.of("a.txt");

  @Test
  void normalizesEndsOfLinesTheByteOrderMarkAndLetters() throws Exception {
    byte[] content = "\uFEFFa\r\nb\rc\u0301\n".getBytes(StandardCharsets.UTF_8);
    assertEquals("a\nb\n\u0107\n", TextFile.parse(NAME, content));
  }

  @Test
  void namesTheByteThatIsNotUtf8() {
    byte[] latin1 = "caf\u00e9 noir".getBytes(StandardCharsets.ISO_8859_1);
    BadFileException bad = complaint(latin1);
    assertEquals(3, bad.offset());
    assertTrue(bad.reason().contains("0xE9"), bad.reason());
  }

  @Test
  void namesWhereACutFileEnds() {
    byte[] cut = {'a', (byte) 0xC3};
    assertEquals(1, complaint(cut).offset());
  }

  @Test
  void refusesEmptyFilesAndZeroBytes() {
    assertTrue(complaint(new byte[0]).reason().endsWith("is empty"));
    assertTrue(complaint(" \r\n".getBytes(StandardCharsets.UTF_8)).reason().equals("is empty"));
    assertTrue(complaint(new byte[] {'a', 0}).reason().contains("zero"));
  }

  @Test
  void readsAFileAndSaysWhereThereIsNone(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("x.txt"), "so\n");
    assertEquals("so\n", TextFile.read(file));
    assertThrows(BadFileException.class, () -> TextFile.read(folder));
    assertThrows(BadFileException.class, () -> TextFile.read(folder.resolve("y.txt")));
  }

  private static BadFileException complaint(byte[] content) {
    return assertThrows(BadFileException.class, () -> TextFile.parse(NAME, content));
  }
}
