package ductus.task.harmony;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.harmony.ChordProgression;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import ductus.music.harmony.tune.HarmonyStyle;
import ductus.music.harmony.voices.VoiceLeading;
import ductus.music.midi.MidiReader;
import ductus.task.harmony.Harmonizing.HarmonyRequest;
import ductus.task.registry.Regenerators;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the networks that ship make of a tune. */
class ShippedHarmonyTest {
  private static final Path TUNE = Path.of("corpora/melodies/abide-with-me.mid");

  private final Path folder;

  ShippedHarmonyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private NewHarmony harmonize(HarmonizationKind texture, String name) throws Exception {
    return harmonize(texture, null, name);
  }

  private NewHarmony harmonize(HarmonizationKind texture, @Nullable HarmonyStyle style, String name)
      throws Exception {
    FoundModel model = HarmonyModels.find(texture.shipped());
    HarmonyRequest request = Harmonizing.request(TUNE, texture, style, 7, 0);
    return new Harmonizing("test", 1).write(model, request, folder.resolve(name), false);
  }

  @Test
  void chordsKeepTheTuneAndCanBeReadAgain() throws Exception {
    NewHarmony written = harmonize(HarmonizationKind.CHORDS, "chords");
    Score score = MidiReader.read(folder.resolve("chords.mid"));
    assertEquals(pitches(MidiReader.read(TUNE), 1), pitches(score, 1));
    String text = Files.readString(folder.resolve("chords.txt"));
    assertEquals(4, text.lines().count());
    assertEquals(4, ChordProgression.parse(text.lines().findFirst().orElseThrow()).bars().size());
    assertTrue(written.harmony().chords().bars().size() == 16, text);
    HarmonizedTune again = HarmonizedTune.KIND.reader().read(folder.resolve("chords.mid"));
    assertEquals(written.harmony().key(), again.tune().key());
  }

  @Test
  void stylesDifferEndAtHomeAndFolkKeepsToPlainChords() throws Exception {
    Set<ChordQuality> plain =
        Set.of(
            ChordQuality.MAJOR, ChordQuality.MINOR, ChordQuality.SEVENTH, ChordQuality.DIMINISHED);
    Set<ChordProgression> rows = new HashSet<>();
    for (HarmonyStyle style : HarmonyStyle.values()) {
      NewHarmony written = harmonize(HarmonizationKind.CHORDS, style, style.label());
      List<List<ChordSymbol>> bars = written.harmony().chords().bars();
      assertTrue(rows.add(written.harmony().chords()), style + " is as another");
      if (style == HarmonyStyle.FOLK) {
        bars.forEach(bar -> bar.forEach(chord -> assertTrue(plain.contains(chord.quality()))));
      }
      ChordSymbol last = bars.get(bars.size() - 1).get(bars.get(bars.size() - 1).size() - 1);
      assertEquals(written.harmony().key().tonic(), last.root(), style + " ends elsewhere");
      long changed = bars.stream().filter(bar -> !bar.equals(bars.get(0))).count();
      assertTrue(changed >= 6, style + " stands still: " + bars);
    }
  }

  @Test
  void voicesKeepTheTuneAndAreLedWell() throws Exception {
    NewHarmony written = harmonize(HarmonizationKind.SATB, "voices");
    Score score = MidiReader.read(folder.resolve("voices.mid"));
    assertEquals(pitches(MidiReader.read(TUNE), 1), pitches(score, 1));
    for (int track = 2; track <= 4; track++) {
      assertTrue(pitches(score, track).size() > 20, "track " + track);
    }
    VoiceLeading faults = Objects.requireNonNull(written.harmony().faults());
    assertTrue(faults.perBar() <= 0.4, faults.toString());
  }

  @Test
  void theSameBytesComeOfTheProvenance() throws Exception {
    for (HarmonizationKind texture : HarmonizationKind.values()) {
      harmonize(texture, texture.shipped());
      Path sidecar = folder.resolve(texture.shipped() + ".json");
      Path again = folder.resolve(texture.shipped() + "-again");
      assertEquals(
          List.of(),
          new Regenerators("test", 2).open(sidecar).again(again, ReadingListener.NONE).different());
      assertArrayEquals(
          Files.readAllBytes(folder.resolve(texture.shipped() + ".mid")),
          Files.readAllBytes(Path.of(again + ".mid")));
    }
  }

  @Test
  void refusesAnotherTuneThanTheOneOfTheProvenance() throws Exception {
    Path tune = Files.copy(TUNE, folder.resolve("tune.mid"));
    HarmonyRequest request = Harmonizing.request(tune, HarmonizationKind.CHORDS, null, 1, 0);
    Files.copy(Path.of("corpora/melodies/aura-lee.mid"), tune, StandardCopyOption.REPLACE_EXISTING);
    FoundModel model = HarmonyModels.find("harmony");
    assertThrows(
        BadFileException.class,
        () -> new Harmonizing("test", 1).write(model, request, folder.resolve("x"), false));
    Path other = folder.resolve("other.json");
    Files.writeString(other, "[]");
    assertThrows(BadFileException.class, () -> new Regenerators("test", 1).open(other));
  }

  private static List<Integer> pitches(Score score, int track) {
    return score.notes().stream().filter(note -> note.track() == track).map(Note::pitch).toList();
  }
}
