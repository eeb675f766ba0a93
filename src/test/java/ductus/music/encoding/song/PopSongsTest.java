package ductus.music.encoding.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.file.BadFileException;
import ductus.music.beat.BeatAnnotations;
import ductus.music.midi.MidiReader;
import ductus.music.song.Song;
import ductus.music.song.SongFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Songs of the data set POP909, where it lies beside the project. */
class PopSongsTest {
  private static final Path SONGS = Path.of("..", "shared", "data", "music", "pop909");
  private static final int EVERY = 20;

  @Test
  void songsOfPeopleComeBackExactly() throws Exception {
    assumeTrue(Files.isDirectory(SONGS), SONGS + " is not here");
    SongEncoding encoding = new SongEncoding();
    int read = 0;
    int tried = 0;
    long tokens = 0;
    long bars = 0;
    List<Path> folders;
    try (Stream<Path> all = Files.list(SONGS)) {
      folders = all.filter(Files::isDirectory).sorted().toList();
    }
    for (int i = 0; i < folders.size(); i += EVERY) {
      Path file = folders.get(i).resolve(folders.get(i).getFileName() + ".mid");
      tried++;
      Song song = song(file);
      if (song == null) {
        continue;
      }
      read++;
      int[] written = encoding.tokens(song);
      double tempo = song.leadsheet().melody().quartersPerMinute();
      assertEquals(song, encoding.decode(written, written.length).withTempo(tempo), file::toString);
      tokens += written.length;
      bars += song.bars().size();
    }
    assertTrue(read >= 0.9 * tried, read + " of " + tried + " read");
    assertTrue(tokens < 60 * bars, tokens + " tokens for " + bars + " bars");
  }

  private static @Nullable Song song(Path file) throws BadFileException, IOException {
    try {
      return SongFinder.find(BeatAnnotations.beside(file, MidiReader.read(file)));
    } catch (IllegalArgumentException offBeat) {
      return null;
    }
  }
}
