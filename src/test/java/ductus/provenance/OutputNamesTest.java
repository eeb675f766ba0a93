package ductus.provenance;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.file.UserFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputNamesTest {
  private final Path folder;

  OutputNamesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<String> names(int count) throws IOException {
    return OutputNames.stems(folder, "folk", count).stream()
        .map(stem -> String.valueOf(stem.getFileName()))
        .toList();
  }

  @Test
  void countsFromOneInNamesThatSort() throws Exception {
    List<String> names = names(12);
    assertEquals("folk-0001", names.get(0));
    assertEquals("folk-0012", names.get(11));
    assertEquals(names.stream().sorted().toList(), names);
  }

  @Test
  void goesOnBehindTheLastNumberTakenWhateverTheEnding() throws Exception {
    Files.writeString(folder.resolve("folk-0007.wav"), "");
    Files.writeString(folder.resolve("folk-0003.mid"), "");
    assertEquals(List.of("folk-0008", "folk-0009"), names(2));
    Files.createDirectories(folder.resolve("folk-0020"));
    assertEquals(List.of("folk-0021"), names(1));
    Files.writeString(folder.resolve("folk-12345.json"), "");
    assertEquals(List.of("folk-12346"), names(1));
  }

  @Test
  void takesNoNoticeOfOtherNames() throws Exception {
    for (String other :
        List.of("folk-12.mid", "folk-0009x.mid", "other-0009.mid", "folk.mid", ".folk-0009.mid")) {
      Files.writeString(folder.resolve(other), "");
    }
    assertEquals(List.of("folk-0001"), names(1));
  }

  @Test
  void takesNamesAsTheyAre() throws Exception {
    Files.writeString(folder.resolve("a.b-0001.mid"), "");
    assertEquals(List.of(folder.resolve("a+b-0001")), OutputNames.stems(folder, "a+b", 1));
    assertEquals(List.of(folder.resolve("a.b-0002")), OutputNames.stems(folder, "a.b", 1));
    assertEquals(List.of(folder.resolve("100%-0001")), OutputNames.stems(folder, "100%", 1));
  }

  @Test
  void makesNoFolder() throws Exception {
    Path missing = folder.resolve("not/there");
    assertEquals(List.of(missing.resolve("folk-0001")), OutputNames.stems(missing, "folk", 1));
    assertFalse(Files.exists(folder.resolve("not")));
  }

  @Test
  void takesTheStemOfAnyFileThatATuneHas() throws Exception {
    assertEquals(
        List.of(folder.resolve("my.tune")),
        OutputNames.stems(folder.resolve("my.tune.MID"), "folk", 1));
    assertEquals(
        List.of(folder.resolve("my")), OutputNames.stems(folder.resolve("my.midi"), "folk", 1));
    for (String ending : List.of(".jfugue", ".svg", ".wav", ".json")) {
      assertEquals(
          List.of(folder.resolve("my")),
          OutputNames.stems(folder.resolve("my" + ending), "folk", 1));
    }
  }

  @Test
  void neverTakesTheNameOfAFileThatIsThere() throws Exception {
    for (String ending : List.of(".mid", ".jfugue", ".svg", ".wav", ".json")) {
      Path file = Files.writeString(folder.resolve("tune" + ending), "mine");
      FileAlreadyExistsException refusal =
          assertThrows(
              FileAlreadyExistsException.class,
              () -> OutputNames.stems(folder.resolve("tune.mid"), "folk", 1));
      assertEquals(file.toString(), refusal.getFile());
      Files.delete(file);
    }
    Files.writeString(folder.resolve("tune.txt"), "mine");
    assertEquals(1, OutputNames.stems(folder.resolve("tune.mid"), "folk", 1).size());
  }

  @Test
  void refusesOneFileForSeveralTunes() {
    assertRefused(
        "--out must name a folder for 2 tunes but was " + folder.resolve("tune.mid"),
        () -> OutputNames.stems(folder.resolve("tune.mid"), "folk", 2));
  }

  @Test
  void twoThatWriteAtOnceNeverTakeTheSameName() throws Exception {
    Path stem = folder.resolve("folk-0001");
    assertEquals(folder.resolve("folk-0001.json"), OutputFiles.take(stem));
    FileAlreadyExistsException refusal =
        assertThrows(FileAlreadyExistsException.class, () -> OutputFiles.take(stem));
    assertEquals(folder.resolve("folk-0001.json").toString(), refusal.getFile());
    assertEquals(List.of("folk-0002"), names(1));
  }

  @Test
  void foldersThatAreMadeAtOnceAreDifferentOnes() {
    Path parent = folder.resolve("new");
    List<Path> made =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(
                i -> {
                  try {
                    return OutputNames.makeFolder(parent, "lab-memory");
                  } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                  }
                })
            .sorted()
            .toList();
    assertEquals(40, made.stream().distinct().count());
    assertEquals(parent.resolve("lab-memory-0001"), made.get(0));
    assertEquals(parent.resolve("lab-memory-0040"), made.get(39));
  }

  @Test
  void goToTheUsersDataWhereTheCurrentFolderCannotBeWritten() throws IOException {
    UserFolders user = new UserFolders(folder.resolve("data"), null, null);
    assertEquals(folder.resolve("generated"), OutputNames.defaultFolder(folder, user));
    Path gone = folder.resolve("gone");
    assertEquals(folder.resolve("data/generated"), OutputNames.defaultFolder(gone, user));
    UserFolders nobody = new UserFolders(null, null, null);
    assertEquals(gone.resolve("generated"), OutputNames.defaultFolder(gone, nobody));
    Files.createDirectories(gone.resolve("generated"));
    assertEquals(gone.resolve("generated"), OutputNames.defaultFolder(gone, user));
  }
}
