package ductus.music.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.file.BadFileException;
import ductus.music.Note;
import ductus.music.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files made by others, where they are at hand: {@code shared/data/music} beside the project. */
@Timeout(60)
class RealFilesTest {
  private static final int AT_MOST = 150;

  private static List<Path> files(String folder) throws IOException {
    Path music = music();
    assumeTrue(
        Files.isDirectory(music.resolve(folder)),
        "no shared/data/music/" + folder + " here or in a folder above (or set ductus.data)");
    try (Stream<Path> paths = Files.walk(music.resolve(folder))) {
      List<Path> files = paths.filter(Files::isRegularFile).sorted().toList();
      List<Path> some = new ArrayList<>();
      int stride = Math.max(1, files.size() / AT_MOST);
      for (int i = 0; i < files.size(); i += stride) {
        some.add(files.get(i));
      }
      return some;
    }
  }

  private static Path music() {
    String named = System.getProperty("ductus.data");
    if (named != null) {
      return Path.of(named).resolve("music");
    }
    Path here = Path.of("").toAbsolutePath();
    Path found = here.resolve("shared/data/music");
    for (Path at = here; at != null && !Files.isDirectory(found); at = at.getParent()) {
      found = at.resolve("shared/data/music");
    }
    return found;
  }

  @Test
  void everyOddFileGivesAScoreOrOneLine() throws IOException {
    for (Path file : files("odd-midi")) {
      try {
        Score score = MidiReader.read(file);
        assertEquals(score, MidiReader.parse(file, MidiWriter.write(score)), file.toString());
      } catch (BadFileException e) {
        assertFalse(e.reason().contains("\n"), e.reason());
      }
    }
  }

  @Test
  void theScalesInTheOddFilesAreWhole() throws Exception {
    List<Integer> scale = List.of(60, 62, 64, 65, 67, 69, 71, 72);
    for (Path file : files("odd-midi")) {
      String name = file.getFileName().toString();
      if (name.matches("test-(corrupt|illegal-message-f[138ace]|non-midi|running|smpte|vlq).*")) {
        List<Note> notes = MidiReader.read(file).notes();
        assertEquals(scale, notes.stream().map(Note::pitch).toList(), name);
        for (int i = 0; i < notes.size(); i++) {
          assertEquals(96L * i, notes.get(i).onset(), name);
          assertEquals(96, notes.get(i).duration(), name);
        }
      }
    }
  }

  @Test
  void ordinaryFilesAreReadAndComeBackFromWriting() throws Exception {
    for (String folder : List.of("nottingham-midi", "groove", "giantmidi")) {
      for (Path file : files(folder)) {
        if (file.toString().endsWith(".mid")) {
          Score score = MidiReader.read(file);
          assertFalse(score.notes().isEmpty(), file.toString());
          assertEquals(score, MidiReader.parse(file, MidiWriter.write(score)), file.toString());
        }
      }
    }
  }
}
