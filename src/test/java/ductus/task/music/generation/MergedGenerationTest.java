package ductus.task.music.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.Encoding;
import ductus.model.MergeLearning;
import ductus.model.Merges;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.music.Key;
import ductus.music.MelodyScore;
import ductus.music.Mode;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.statistics.NoteLine;
import ductus.music.statistics.RunIndex;
import ductus.nn.Parameter;
import ductus.run.TinyRuns;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.PerformanceKind;
import ductus.task.music.kind.ScoreKind;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.piece.TrainingNotes;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for is kept, though an untrained model likes merged tokens above all others. */
class MergedGenerationTest {
  private static final int MERGES = 120;
  private static final int PIECES = 8;
  private static final MusicRequest.Opening NEW = MusicRequest.Opening.NONE;

  private final Path folder;

  MergedGenerationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Score tune(int number) {
    return MelodyScore.of(TinyRuns.tune(number), 0, 90);
  }

  /** A model whose merges are those of thirty tunes. */
  private <T> MusicModel<T> model(MusicKind<T> kind) throws IOException, BadFileException {
    Encoding<T> plain = kind.encoding();
    List<Sequence> sequences =
        IntStream.range(0, 30).mapToObj(i -> plain.encode(kind.find(tune(i)))).toList();
    int start = sequences.get(0).token(0);
    int end = sequences.get(0).token(sequences.get(0).length() - 1);
    Merges merges =
        MergeLearning.of(
            sequences, plain.vocabularySize(), token -> token != start && token != end, MERGES);
    assertEquals(MERGES, merges.count());
    return open(kind, merges.pairs());
  }

  private <T> MusicModel<T> open(MusicKind<T> kind, List<Integer> merges)
      throws IOException, BadFileException {
    Encoding<T> plain = kind.encoding();
    Network network =
        new Network(
            new NetworkConfig(
                plain.vocabularySize() + merges.size() / 2,
                plain.featureTableSize(),
                plain.featureCount(),
                8,
                NetworkConfig.LSTM,
                1,
                12,
                0,
                false));
    network.initialize(Seeded.random(3));
    for (Parameter parameter : network.parameters()) {
      for (int token = plain.vocabularySize();
          parameter.name().equals("head.bias") && token < network.config().vocabularySize();
          token++) {
        parameter.value().data[token] = 3;
      }
    }
    Path file = folder.resolve("model.safetensors");
    ModelFile.write(
        file,
        new ModelHeader<>(
            ModelHeader.FORMAT,
            plain.name(),
            plain.version(),
            network.config(),
            new ModelHeader.TrainingSummary("test", "nothing", "own", 1, 1, 5),
            List.of(),
            null,
            merges),
        network);
    return MusicModels.open(file.toString(), kind);
  }

  private static <T> List<MusicGeneration.DrawnPiece<T>> draw(
      MusicModel<T> model, MusicRequest request) {
    try (Workers workers = new Workers(1)) {
      return new MusicGeneration<>(model, KernelChoice.best(), workers).draw(request, 0, PIECES);
    }
  }

  private static MusicRequest request(
      MusicRequest.Header header, MusicRequest.Opening opening, @Nullable Key scale) {
    return new MusicRequest(header, opening, scale, Sampling.PLAIN, 5, 0, MusicRequest.PIANO);
  }

  private static <T> void requireMerged(
      MusicModel<T> model, List<MusicGeneration.DrawnPiece<T>> drawn) {
    for (MusicGeneration.DrawnPiece<T> piece : drawn) {
      int[] tokens = piece.drawn().sequence().tokens();
      assertTrue(IntStream.of(tokens).anyMatch(model.merges()::isMerged));
    }
  }

  @Test
  void scoresKeepTheirBarsMetreAndScale() throws Exception {
    ScoreKind kind = new ScoreKind();
    var model = model(kind);
    TimeSignature metre = new TimeSignature(0, 3, 4);
    Key scale = new Key(9, Mode.MAJOR);
    for (int bars : new int[] {1, 2, 5}) {
      var drawn =
          draw(model, request(new MusicRequest.Header(metre, null, null, bars), NEW, scale));
      requireMerged(model, drawn);
      for (var piece : drawn) {
        assertTrue(piece.drawn().ended());
        assertEquals(bars, kind.outline(piece.piece()).bars());
        assertTrue(piece.piece().metres().get(0).sameMetre(metre));
        kind.score(piece.piece(), 0).notes().stream()
            .filter(note -> !note.isDrum())
            .forEach(note -> assertTrue(scale.contains(note.pitch()), note.toString()));
      }
    }
  }

  @Test
  void performancesKeepTheirLengthAndScale() throws Exception {
    PerformanceKind kind = new PerformanceKind();
    var model = model(kind);
    Key scale = new Key(2, Mode.MINOR);
    for (int bars : new int[] {1, 3}) {
      var drawn = draw(model, request(new MusicRequest.Header(null, null, null, bars), NEW, scale));
      requireMerged(model, drawn);
      for (var piece : drawn) {
        piece.piece().notes().forEach(note -> assertTrue(scale.contains(note.pitch())));
        assertTrue(piece.piece().notes().stream().allMatch(note -> note.onset() < bars * 200));
      }
    }
  }

  @Test
  void primersAreKeptNoteByNoteAndLeftOutWhereThatIsAskedFor() throws Exception {
    ScoreKind kind = new ScoreKind();
    var model = model(kind);
    Score primer = tune(7);
    MusicRequest.Opening opening =
        kind.opening(primer, MusicRequest.Header.OPEN, MusicTrainingConfig.Keys.OWN);
    int given = kind.find(primer).notes().size();
    MusicRequest whole = request(new MusicRequest.Header(null, null, null, 9), opening, null);
    var all = draw(model, whole);
    var rest = draw(model, whole.with(new MusicRequest.Guidance(0, 0, 0, true)));
    for (int i = 0; i < PIECES; i++) {
      var piece = all.get(i).piece();
      assertEquals(kind.find(primer).notes(), piece.notes().subList(0, given));
      assertEquals(9, kind.outline(piece).bars());
      // A primer that is left out does not count.
      assertEquals(9, kind.outline(rest.get(i).piece()).bars());
    }
  }

  @Test
  void guardsListenToEachNoteOfAMergedToken() throws Exception {
    ScoreKind kind = new ScoreKind();
    var model = model(kind);
    MusicRequest free = request(new MusicRequest.Header(null, null, null, 4), NEW, null);
    List<NoteLine> learned =
        draw(model, free).stream().map(piece -> kind.line(piece.piece())).toList();
    assertFalse(learned.stream().allMatch(line -> line.length() < 12));
    TrainingNotes.of(learned).write(folder.resolve("runs.safetensors"));
    MusicModel<?> guarded = MusicModels.open(folder.resolve("model.safetensors").toString());
    requireNovel(guarded, free.with(new MusicRequest.Guidance(6, 2, 0, false)), learned);
    requireNovel(guarded, free.with(new MusicRequest.Guidance(6, 2, 2, false)), learned);
  }

  private static <T> void requireNovel(
      MusicModel<T> model, MusicRequest request, List<NoteLine> learned) {
    var index = RunIndex.build(learned, List.of(6));
    var drawn = draw(model, request);
    requireMerged(model, drawn);
    for (var piece : drawn) {
      NoteLine line = model.kind().line(piece.piece());
      assertEquals(0, index.share(List.of(line), 6));
      assertTrue(line.repetition() <= 2);
    }
  }

  @Test
  void mergesThatMakeNoSenseAreRefusedInALine() throws Exception {
    ScoreKind kind = new ScoreKind();
    int size = kind.encoding().vocabularySize();
    assertHeaderRefused(kind, List.of(1, size), "tokens of merge 0 must be below " + size);
    assertHeaderRefused(kind, List.of(1, 2, 3), "merges must be pairs of tokens but were 3 tokens");
    List<Integer> doubled =
        IntStream.range(0, 40)
            .flatMap(i -> IntStream.of(i == 0 ? 1 : size + i - 1, i == 0 ? 1 : size + i - 1))
            .boxed()
            .toList();
    assertHeaderRefused(kind, doubled, "merge 10 must stand for 1024 tokens at most");
    assertHeaderRefused(new MelodyKind(), List.of(1, 2), "tokens of melody cannot be merged");
  }

  private void assertHeaderRefused(MusicKind<?> kind, List<Integer> merges, String reason) {
    String refusal =
        String.valueOf(assertThrows(BadFileException.class, () -> open(kind, merges)).getMessage());
    assertTrue(refusal.contains("model header: " + reason), refusal);
    assertEquals(1, refusal.lines().count());
  }
}
