package ductus.music.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.file.BadFileException;
import ductus.music.Melody;
import ductus.music.Score;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On real files, where they are at hand. */
class MelodyFinderCorpusTest {
  @Test
  void choosesTheTuneAndNotTheChordsOfFolkTunes() throws IOException, BadFileException {
    MelodyEncoding encoding = new MelodyEncoding();
    List<Path> files = files("nottingham-midi");
    int tunes = 0;
    for (Path file : files) {
      Score score = MidiReader.read(file);
      MelodyFinding finding = MelodyFinder.find(score);
      tunes += finding.candidates().get(0).label().contains("track 0") ? 1 : 0;
      Melody melody = finding.melody().orElseThrow();
      assertTrue(finding.quantization().orElseThrow().maxError() < 0.01, file.toString());
      Melody back = encoding.decode(encoding.encode(melody));
      assertEquals(melody.notes(), back.notes(), file.toString());
      assertEquals(melody.timeSignatures(), back.timeSignatures(), file.toString());
    }
    assertTrue(tunes >= 0.95 * files.size(), tunes + " of " + files.size());
  }

  @Test
  void refusesPerformancesWithoutABeat() throws IOException, BadFileException {
    for (Path file : files("giantmidi")) {
      MelodyFinding finding = MelodyFinder.find(MidiReader.read(file));
      assertTrue(finding.refusal().contains("do not follow the file's beat"), file.toString());
    }
  }

  private static List<Path> files(String set) throws IOException {
    Path folder = null;
    for (@Nullable Path up = Path.of("").toAbsolutePath();
        up != null && folder == null;
        up = up.getParent()) {
      Path candidate = up.resolve("shared/data/music").resolve(set);
      folder = Files.isDirectory(candidate) ? candidate : null;
    }
    assumeTrue(folder != null, "shared/data/music/" + set + " is not here");
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.toString().endsWith(".mid")).sorted().toList();
    }
  }
}
