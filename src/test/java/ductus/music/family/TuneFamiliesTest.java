package ductus.music.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.math.Randomness;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.abc.AbcReader;
import ductus.music.finding.MelodyFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TuneFamiliesTest {
  private static final String REEL =
      """
      dBAF DFAF|DFAF BFAF|dBAF DFAd|BcdB AFEF|dBAF DFAF|DFAF BFAF|dBAF DFAd|BcdB AFD2:|
      |:fedf eddB|ABde fded|fedf edBd|ABdB AFEF|fedf eddB|ABde fdef|g2fg edBd|ABdB AFD2:|
      """;

  /** The same with other turns here and there, and a third of its notes held. */
  private static final String TURNED =
      """
      d2AF D2AF|DFAF B2AF|dBAF DFAd|BddB AFEF|dBAG F2AF|DFAF BGAF|d2AF DFAd|BcdB AFD2|
      |f2df eddB|ABde f2ed|fedf edBd|A2dB AFEF|fgaf eddB|ABde fdef|g2fg e2Bd|ABdB AFD2|
      """;

  private static final String OTHER =
      """
      G2BG DGBG|G2Bd cAFA|G2BG DGBd|cAFA G2ga|bgag egdg|e2dB cAFA|G2BG DGBd|cAFA G4:|
      |:b2ab g2dg|bgag e2dB|c2ec B2dB|cBAG FADF|b2ab g2dg|bgag efge|dcBA GBdB|cAFA G4:|
      """;

  private static Melody tune(String header, String body) {
    byte[] abc = ("X:1\nT:t\n" + header + "\nK:D\n" + body + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      return MelodyFinder.find(AbcReader.read(Path.of("tune.abc"), abc)).melody().orElseThrow();
    } catch (BadFileException wrong) {
      throw new AssertionError(wrong);
    }
  }

  private static int[] families(Melody... tunes) {
    return TuneFamilies.of(List.of(tunes), Optional::of);
  }

  @Test
  void findsATuneInAnotherKeyWithOtherTurnsAndInOtherNoteValues() {
    Melody reel = tune("M:4/4\nL:1/8", REEL);
    Melody other = tune("M:4/4\nL:1/8", OTHER);
    assertArrayEquals(new int[] {0, 1, 0}, families(reel, other, reel.transpose(-5)));
    assertArrayEquals(new int[] {0, 1, 0}, families(reel, other, tune("M:4/4\nL:1/8", TURNED)));
    assertArrayEquals(new int[] {0, 1, 0}, families(reel, other, tune("M:2/4\nL:1/16", TURNED)));
    assertArrayEquals(new int[] {0, 1, 0}, families(tune("M:C|\nL:1/8", TURNED), other, reel));
  }

  @Test
  void whatIsNoTuneIsOfNoFamily() {
    Melody reel = tune("M:4/4\nL:1/8", REEL);
    assertArrayEquals(
        new int[] {0, 1, 2, 0},
        TuneFamilies.of(
            List.of(0, 1, 2, 3), i -> i % 3 == 0 ? Optional.of(reel) : Optional.empty()));
    assertArrayEquals(new int[0], families());
  }

  @Test
  void tunesOfChanceAreTunesOfTheirOwn() {
    RandomGenerator chance = Randomness.of(3);
    Melody reel = tune("M:4/4\nL:1/8", REEL);
    int[] scale = {62, 64, 66, 67, 69, 71, 73, 74, 76, 78, 79, 81};
    List<Melody> tunes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      List<MelodyNote> notes =
          reel.notes().stream()
              .map(
                  note ->
                      new MelodyNote(
                          note.onset(), note.length(), scale[chance.nextInt(scale.length)]))
              .toList();
      tunes.add(
          new Melody(
              reel.stepsPerQuarter(),
              reel.steps(),
              reel.timeSignatures(),
              reel.key(),
              reel.quartersPerMinute(),
              notes));
    }
    assertArrayEquals(IntStream.range(0, 200).toArray(), TuneFamilies.of(tunes, Optional::of));
  }

  /** Both end with "Merrily we roll along". Splits of models that ship depend on what is found. */
  @Test
  void amongOurOwnTunesTwoAreOneInAnyOrder() throws Exception {
    List<Piece<Melody>> tunes =
        new ArrayList<>(
            Corpus.read(
                    Path.of("corpora/melodies"),
                    ScoreFile.KIND.as(
                        file -> MelodyFinder.find(ScoreFile.read(file)).melody().orElseThrow(),
                        melody -> melody.toString()),
                    1,
                    (done, total) -> {})
                .pieces());
    for (int round = 0; round < 3; round++) {
      int[] found = TuneFamilies.of(tunes, piece -> Optional.of(piece.value()));
      Map<Integer, List<String>> families = new HashMap<>();
      for (int i = 0; i < found.length; i++) {
        String name = String.valueOf(tunes.get(i).path().getFileName());
        families.computeIfAbsent(found[i], first -> new ArrayList<>()).add(name);
      }
      families.values().forEach(Collections::sort);
      assertEquals(
          List.of(List.of("goodnight-ladies.mid", "mary-had-a-little-lamb.mid")),
          families.values().stream().filter(names -> names.size() > 1).toList());
      assertEquals(144, Arrays.stream(found).distinct().count());
      Randomness.shuffle(tunes, Randomness.of(round));
    }
  }
}
