package ductus.task.music.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StylesTest {
  @TempDir Path folder = Path.of("");

  private Styles styles(String table, Path... files) throws IOException {
    Files.writeString(folder.resolve("info.csv"), table);
    return Styles.of(List.of(files));
  }

  @Test
  void areTheNamesOfFoldersWhereNoTableSaysThem() {
    Path file = folder.resolve("jigs").resolve("a.mid");
    assertEquals("jigs", Styles.of(List.of(file)).of(file));
    assertEquals("", Styles.of(List.of()).of(Path.of("a.mid")));
  }

  @Test
  void areTheFirstWordsOfATableBesideTheFiles() throws IOException {
    Path funk = folder.resolve("a.mid");
    Path unlisted = folder.resolve("b.mid");
    Styles styles = styles("file,style,bpm\r\na.mid,funk/fast,96\r\n", funk, unlisted);
    assertEquals("funk", styles.of(funk));
    assertEquals(folder.getFileName().toString(), styles.of(unlisted));
  }

  @Test
  void areFoundInATableAboveTheFiles() throws IOException {
    Path deep = folder.resolve("drummer1").resolve("session2").resolve("4, slow.mid");
    String table =
        "\"style\",midi_filename\n\"new \"\"beat\"\"\",\"drummer1/session2/4, slow.mid\"\n";
    assertEquals("new \"beat\"", styles(table, deep).of(deep));
  }

  @Test
  void passOverATableAboutSomethingElseAndLinesThatAreCutShort() throws IOException {
    Path file = folder.resolve("a.mid");
    String own = folder.getFileName().toString();
    assertEquals(own, styles("file,length\na.mid,3\n", file).of(file));
    assertEquals(own, styles("file,style\na.mid\n\n", file).of(file));
    assertEquals(own, styles("", file).of(file));
  }

  @Test
  void nameATableThatIsNoText() throws IOException {
    Files.write(folder.resolve("info.csv"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
    Path file = folder.resolve("a.mid");
    Throwable refused = assertThrows(UncheckedIOException.class, () -> Styles.of(List.of(file)));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("info.csv: cannot be read as UTF-8 text"));
  }
}
