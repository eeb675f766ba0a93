package ductus.task.music.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportPlaceTest {
  private final Path folder;

  ExportPlaceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void numbersNamesThatAreTaken() {
    ExportPlace place = new ExportPlace(ExportFormat.CSV, Optional.empty(), 3);
    String unheardOf = "no-tune-of-this-name";
    assertEquals(
        Path.of("generated", unheardOf + ".csv"), place.next(Path.of("x", unheardOf + ".mid")));
    assertEquals(
        Path.of("generated", unheardOf + "-2.csv"), place.next(Path.of(unheardOf + ".abc")));
  }

  @Test
  void takesAFolderForAFolderWhateverItsName() throws Exception {
    Path odd = Files.createDirectory(folder.resolve("tunes.mid"));
    ExportPlace place = new ExportPlace(ExportFormat.CSV, Optional.of(odd), 2);
    assertEquals(odd.resolve("a.b.csv"), place.next(Path.of("a.b.mid")));
  }

  @Test
  void refusesAFileOfAnotherKind() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ExportPlace(ExportFormat.WAV, Optional.of(Path.of("x.mid")), 1));
  }
}
