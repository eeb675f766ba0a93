package ductus.task.music.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.ScoreFile;
import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.harmony.ChordProgression;
import ductus.music.harmony.ChordSymbol;
import ductus.provenance.OutputNames;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tunes of a model that knows no chords, over chords. */
class ChordedTunesTest {
  private static final String CHORDS = "| D | Bm G | Em | A7 |";

  @TempDir Path folder = Path.of("");

  private List<Score> tunes(MusicRequest request, int count) throws Exception {
    MusicModel<?> folk = MusicModels.open("folk");
    List<Path> stems =
        IntStream.range(0, count).mapToObj(i -> folder.resolve("tune-" + i)).toList();
    new TuneWriting("test", 2).write(folk, "folk", request, stems, Optional.empty(), () -> false);
    List<Score> tunes = new ArrayList<>();
    for (Path stem : stems) {
      tunes.add(ScoreFile.read(OutputNames.path(stem, ".mid")));
    }
    return tunes;
  }

  private static MusicRequest over(String chords) throws Exception {
    MusicModel<?> folk = MusicModels.open("folk");
    return MusicRequest.open(folk.kind().sampling(), 5).with(folk.usual().over(chords));
  }

  @Test
  void beginsStressedNotesOnTheirChords() throws Exception {
    for (Score tune : tunes(over(CHORDS), 3)) {
      List<Bar> bars = Bar.layOut(tune.timeSignatures(), tune.ticksPerQuarter(), tune.length());
      assertEquals(16, bars.size());
      List<List<ChordSymbol>> chords = ChordProgression.parse(CHORDS).bars();
      assertEquals(bars.get(0).start(), tune.notes().get(0).onset(), "no pickup");
      int stressed = 0;
      for (Note note : tune.notes()) {
        for (int b = 0; b < bars.size(); b++) {
          if (note.track() == 1 && note.onset() == bars.get(b).start()) {
            ChordSymbol chord = chords.get(b % 4).get(0);
            assertTrue(chord.contains(note.pitch()), () -> note + " over " + chord);
            stressed++;
          }
        }
      }
      assertTrue(stressed >= 8, "bars that begin with a note: " + stressed);
    }
  }

  @Test
  void writesTheChordsIntoTheFile() throws Exception {
    Score tune = tunes(over(CHORDS), 1).get(0);
    List<String> named =
        tune.texts().stream().filter(TextEvent::isChordSymbol).map(TextEvent::text).toList();
    assertEquals(List.of("D", "Bm", "G", "Em", "A7", "D"), named.subList(0, 6));
    assertTrue(tune.notes().stream().anyMatch(note -> note.track() == 2));
  }

  @Test
  void goesThroughAPlanOfMinorChords() throws Exception {
    for (Score tune : tunes(over("Am F C G"), 2)) {
      assertTrue(
          tune.texts().stream().anyMatch(text -> text.text().equals("K:Am")),
          tune.texts().toString());
    }
  }
}
