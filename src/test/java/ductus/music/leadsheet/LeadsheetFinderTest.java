package ductus.music.leadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.MelodyScore;
import ductus.music.Mode;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.Transposition;
import ductus.music.encoding.leadsheet.LeadsheetEncoding;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordSymbol;
import ductus.music.midi.MidiReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeadsheetFinderTest {
  private static final Leadsheet LEADSHEET =
      new Leadsheet(
          new Melody(
              4,
              48,
              List.of(new TimeSignature(0, 3, 4)),
              new Key(7, Mode.MAJOR),
              120,
              List.of(
                  new MelodyNote(8, 4, 62),
                  new MelodyNote(12, 8, 67),
                  new MelodyNote(20, 4, 71),
                  new MelodyNote(24, 12, 72),
                  new MelodyNote(36, 11, 71))),
          List.of(
              new ChordChange(12, ChordSymbol.parse("G")),
              new ChordChange(24, ChordSymbol.parse("Am7")),
              new ChordChange(32, ChordSymbol.parse("D7/F#")),
              new ChordChange(36, ChordSymbol.parse("G"))));

  @Test
  void readsWhatIsWritten() {
    Score score = LeadsheetScore.of(LEADSHEET, 0, 80);
    assertEquals(LEADSHEET, LeadsheetFinder.find(score).leadsheet().orElseThrow());
  }

  @Test
  void hearsChordsWithoutSymbols() {
    Score score = LeadsheetScore.of(LEADSHEET, 0, 80);
    Score silent =
        new Score(
            score.ticksPerQuarter(),
            score.length(),
            score.notes(),
            score.tempos(),
            score.timeSignatures(),
            score.keySignatures(),
            score.programs(),
            score.pedals(),
            score.texts().stream().filter(text -> !text.isChordSymbol()).toList());
    Leadsheet heard = LeadsheetFinder.find(silent).leadsheet().orElseThrow();
    assertEquals(LEADSHEET.melody(), heard.melody());
    assertEquals(ChordSymbol.parse("G"), heard.chordAt(12));
    assertEquals(ChordSymbol.parse("G"), heard.chordAt(40));
  }

  @Test
  void saysThatATuneAloneHasNoChords() {
    LeadsheetFinder.Finding finding =
        LeadsheetFinder.find(MelodyScore.of(LEADSHEET.melody(), 0, 80));
    assertTrue(finding.refusal().startsWith("it has no chords"), finding.refusal());
  }

  @Test
  void transposesChordsWithTheTune() {
    Leadsheet inC = LEADSHEET.following(Transposition.inCommonKey(LEADSHEET.melody()));
    assertEquals(new Key(0, Mode.MAJOR), inC.melody().key());
    assertEquals(ChordSymbol.parse("G7/B"), inC.chordAt(32));
    assertEquals(LEADSHEET, LEADSHEET.following(LEADSHEET.melody()));
  }

  @Test
  void ourOwnTunesComeBackExactly() throws Exception {
    LeadsheetEncoding encoding = new LeadsheetEncoding();
    int found = 0;
    List<Path> files;
    try (Stream<Path> paths = Files.list(Path.of("corpora/melodies"))) {
      files = paths.filter(path -> path.toString().endsWith(".mid")).sorted().toList();
    }
    for (Path file : files) {
      LeadsheetFinder.Finding finding = LeadsheetFinder.find(MidiReader.read(file));
      if (finding.leadsheet().isPresent()) {
        Leadsheet leadsheet = finding.leadsheet().get();
        Leadsheet back = encoding.decode(encoding.encode(leadsheet));
        assertEquals(
            leadsheet, back.withTempo(leadsheet.melody().quartersPerMinute()), file.toString());
        found++;
      }
    }
    assertTrue(found >= 140, "found " + found);
  }
}
