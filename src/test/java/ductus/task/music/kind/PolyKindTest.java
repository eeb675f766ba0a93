package ductus.task.music.kind;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.Corpus;
import ductus.corpus.Split;
import ductus.generate.Sampling;
import ductus.music.Mode;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.encoding.poly.PolyConstraint;
import ductus.music.frames.Frame;
import ductus.music.frames.Frames;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig.Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolyKindTest {
  private static final Frames PIECE = new Frames(2, List.of(Frame.of(48, 60), Frame.of(50)));

  private final PolyKind kind = new PolyKind();

  @TempDir Path folder = Path.of("");

  @Test
  void aPieceIsFoundInItsScore() {
    assertEquals(PIECE, kind.find(kind.score(PIECE, 19)));
    assertEquals(120, kind.score(PIECE.withTempo(120), 0).tempos().get(0).quartersPerMinute());
  }

  @Test
  void leavesThePrimerOut() {
    MusicRequest.Opening opening =
        kind.opening(kind.score(PIECE, 0), MusicRequest.Header.OPEN, Keys.OWN);
    Frames more = new Frames(2, List.of(Frame.of(48, 60), Frame.of(50), Frame.of(52)));
    assertEquals(new Frames(2, List.of(Frame.of(52))), kind.withoutOpening(more, opening));
    assertEquals(more, kind.withoutOpening(more, MusicRequest.Opening.NONE));
  }

  @Test
  void barsAreFourQuarterNotesBesideAPrimerThatIsLeftOut() {
    MusicRequest.Opening opening =
        kind.opening(kind.score(PIECE, 0), MusicRequest.Header.OPEN, Keys.OWN);
    MusicRequest request =
        MusicRequest.open(Sampling.PLAIN, 1)
            .with(opening)
            .with(new MusicRequest.Header(null, null, null, 2));
    assertEquals(8, ((PolyConstraint) kind.constraints(request, Keys.OWN).get(0)).quarters());
    MusicRequest without = request.with(new MusicRequest.Guidance(0, 0, 0, true));
    assertEquals(9, ((PolyConstraint) kind.constraints(without, Keys.OWN).get(0)).quarters());
  }

  @Test
  void hasNoMetre() {
    MusicRequest request =
        MusicRequest.open(Sampling.PLAIN, 1)
            .with(new MusicRequest.Header(new TimeSignature(0, 3, 4), null, null, 2));
    String reason =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> kind.constraints(request, Keys.OWN))
                .getMessage());
    assertTrue(reason.contains("which knows no bar lines, but 3/4 is asked for"), reason);
  }

  @Test
  void learnsInTwelveKeysAsFarAsThePianoGoes() {
    assertEquals(List.of(PIECE), kind.forms(PIECE, Keys.OWN));
    List<Frames> all = kind.forms(PIECE, Keys.ALL);
    assertEquals(12, all.size());
    assertEquals(PIECE.transpose(-5), all.get(0));
    assertTrue(all.contains(PIECE));
    Frames wide = new Frames(1, List.of(Frame.of(22, 107)));
    assertEquals(List.of(wide.transpose(-1), wide, wide.transpose(1)), kind.forms(wide, Keys.ALL));
  }

  @Test
  void aJsonFileHoldsBackWhatItSays() throws Exception {
    Path json =
        Files.writeString(
            folder.resolve("sets.JSON"),
            "{\"train\":[[[60]],[[62]]],\"valid\":[[[64]],[[60]]],\"test\":[[[65]]]}");
    Corpus<MusicPiece<Frames>> corpus = MusicCorpus.collection(kind, json).orElseThrow();
    assertEquals(4, corpus.pieces().size());
    Split<MusicPiece<Frames>> split = corpus.split(0.1, 0, 1);
    assertEquals(2, split.training().size());
    assertEquals(2, split.validation().size());
    assertEquals(split.training().get(0).hash(), split.validation().get(1).hash());
    assertTrue(split.validation().get(0).path().toString().endsWith("sets.JSON#valid-1"));
    assertTrue(MusicCorpus.collection(kind, folder.resolve("a.mid")).isEmpty());
  }

  @Test
  void aJsonFileWithoutASplitIsSplitByChance() throws Exception {
    Path json =
        Files.writeString(
            folder.resolve("all.json"), "{\"all\":[[[60]],[[62]],[[64]],[[65]],[[67]]]}");
    Split<MusicPiece<Frames>> split =
        MusicCorpus.collection(kind, json).orElseThrow().split(0.2, 0, 1);
    assertEquals(4, split.training().size());
    assertEquals(1, split.validation().size());
  }

  @Test
  void goesOnFromAPrimerWithoutItsEnd() {
    Score primer = kind.score(PIECE, 0);
    List<Integer> tokens = kind.opening(primer, MusicRequest.Header.OPEN, Keys.OWN).tokens();
    assertEquals(
        List.of("start", "2 steps a quarter", "C3", "C4", "|", "D3", "|"),
        tokens.stream().map(kind.encoding()::describe).toList());
  }

  @Test
  void aPieceThatStandsTooHighComesDownAnOctave() {
    MusicRequest open = MusicRequest.open(Sampling.PLAIN, 1);
    Frames high = new Frames(1, List.of(Frame.of(64, 84), Frame.of(55), Frame.of(60, 72)));
    assertEquals(high.transpose(-12), kind.finish(high, open, Keys.ALL, 0));
    Frames low = high.transpose(-1);
    assertEquals(low, kind.finish(low, open, Keys.ALL, 0));
    MusicRequest goingOn =
        new MusicRequest(
            MusicRequest.Header.OPEN,
            new MusicRequest.Opening(List.of(0, 3), 0),
            null,
            Sampling.PLAIN,
            1,
            0,
            0);
    assertEquals(high, kind.finish(high, goingOn, Keys.ALL, 0));
  }

  @Test
  void takesATempoAndRefusesAKey() {
    MusicRequest open = MusicRequest.open(Sampling.PLAIN, 1);
    assertEquals(PIECE, kind.finish(PIECE, open, Keys.ALL, 0));
    MusicRequest inKey =
        new MusicRequest(
            new MusicRequest.Header(null, 2, Mode.MAJOR, null),
            MusicRequest.Opening.NONE,
            null,
            Sampling.PLAIN,
            1,
            0,
            0);
    assertRefused(
        "the key must be left open with the encoding poly, but one is asked for; a scale can be",
        () -> kind.constraints(inKey, Keys.ALL));
  }
}
