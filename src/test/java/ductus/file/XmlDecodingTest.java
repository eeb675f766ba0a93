package ductus.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class XmlDecodingTest {
  private static final Path PATH = Path.of("score.xml");

  private static String decoded(String text, Charset charset) throws BadFileException {
    return XmlDecoding.decode(PATH, text.getBytes(charset));
  }

  private static String message(byte[] content) {
    return String.valueOf(
        assertThrows(BadFileException.class, () -> XmlDecoding.decode(PATH, content)).getMessage());
  }

  @Test
  void readsTheEncodingsThatXmlMayHave() throws Exception {
    assertEquals("<a>é</a>", decoded("<a>é</a>", StandardCharsets.UTF_8));
    assertEquals("<a>é</a>", decoded("\uFEFF<a>é</a>", StandardCharsets.UTF_8));
    assertEquals("<a>é</a>", decoded("<a>é</a>", StandardCharsets.UTF_16));
    assertEquals("<a>é</a>", decoded("<a>é</a>", StandardCharsets.UTF_16LE));
    assertEquals("<a>é</a>", decoded("<a>é</a>", StandardCharsets.UTF_16BE));
    String latin = "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>";
    assertEquals(latin, decoded(latin, StandardCharsets.ISO_8859_1));
  }

  @Test
  void saysWhereAByteIsNoneOfTheEncodings() {
    String latin = message("<a>é</a>".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(latin.contains("byte 3") && latin.contains("not UTF-8 (found 0xE9)"), latin);
    String unknown =
        message("<?xml version='1.0' encoding='KLINGON'?>".getBytes(StandardCharsets.US_ASCII));
    assertTrue(unknown.contains("line 1: names an encoding that is not known"), unknown);
  }
}
