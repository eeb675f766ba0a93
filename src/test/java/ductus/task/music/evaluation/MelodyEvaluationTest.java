package ductus.task.music.evaluation;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.baseline.TokenLosses;
import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.music.statistics.NoteLine;
import ductus.nn.Tape;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.training.PieceExamples;
import ductus.train.DivergenceException;
import ductus.train.Loss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MelodyEvaluationTest {
  private static final int SAMPLES = 3;

  private static Path folder = Path.of("");
  private static Path tunes = Path.of("");
  private static Path run = Path.of("");

  @BeforeAll
  static void train(@TempDir Path made) throws BadFileException, DivergenceException, IOException {
    folder = made;
    tunes = folder.resolve("tunes");
    run = folder.resolve("run");
    TinyMelodyRun.writeTunes(tunes);
    TinyMelodyRun.train(tunes, run);
  }

  @Test
  void leavesOutWhatTheModelWasTrainedOn() throws BadFileException, IOException {
    EvaluationReport report = evaluate(tunes, Optional.empty(), 1);
    assertEquals(
        new EvaluationReport.Pieces(
            tunes.toString(),
            TinyMelodyRun.TUNES,
            TinyMelodyRun.TUNES - TinyMelodyRun.HELD_OUT,
            TinyMelodyRun.HELD_OUT,
            0,
            0),
        report.pieces());
    assertEquals(TinyMelodyRun.TUNES - TinyMelodyRun.HELD_OUT, report.model().trainedOn());
    long tokens =
        PieceExamples.of(new MelodyKind(), heldOut(), MusicTrainingConfig.Keys.OWN).stream()
            .mapToLong(piece -> piece.length() - 1)
            .sum();
    assertEquals(tokens, report.prediction().network().total().tokens());
  }

  @Test
  void agreesWithTheLossThatTrainingMeasures() throws BadFileException, IOException {
    MusicModel<Melody> model = MusicModels.open(run.toString(), new MelodyKind());
    List<Sequence> heldOut =
        PieceExamples.of(new MelodyKind(), heldOut(), MusicTrainingConfig.Keys.OWN);
    TokenLosses network = evaluate(tunes, Optional.empty(), 1).prediction().network();
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      model.file().network().repack(tape);
      Loss loss = Loss.of(model.file().network(), heldOut, tape);
      assertEquals(loss.tokens(), network.total().tokens());
      assertEquals(loss.perToken(), network.total().perToken(), 1e-5);
    }
    assertEquals(
        model.file().header().training().validationNats(), network.total().perToken(), 1e-5);
  }

  @Test
  void tunesThatWereDrawnElsewhereGiveTheSameReport() throws BadFileException, IOException {
    Sampling sampling = new Sampling(0.5, 0, 0.9);
    MusicModel<Melody> other = MusicModels.open(run.toString(), new MelodyKind());
    MelodyEvaluation evaluation =
        new MelodyEvaluation(
            MusicModels.open(run.toString(), new MelodyKind()),
            tunes,
            TinyMelodyRun.read(tunes),
            Optional.empty());
    try (Workers workers = new Workers(1)) {
      EvaluationReport report =
          evaluation.run(
              new MusicGeneration<>(other, KernelChoice.best(), workers)
                  .draw(MusicRequest.open(sampling, 1), 0, SAMPLES),
              Measuring.here(other.file().network(), new Tape(KernelChoice.best(), workers)),
              sampling,
              1);
      assertEquals(
          EvaluationJson.of(evaluate(tunes, Optional.empty(), 1)), EvaluationJson.of(report));
    }
  }

  @Test
  void figuresOfAReportAgreeWithEachOther() throws BadFileException, IOException {
    EvaluationReport report = evaluate(tunes, Optional.empty(), 1);
    JsonObject json = EvaluationJson.of(report);
    double perToken = json.get("nats_per_token").getAsDouble();
    assertEquals(Math.exp(perToken), json.get("perplexity").getAsDouble(), 1e-9);
    assertEquals(
        perToken * json.get("tokens").getAsLong(),
        json.get("nats_per_note").getAsDouble() * json.get("notes").getAsLong(),
        1e-6);
    assertEquals(
        1 - perToken / json.get("trigram_nats_per_token").getAsDouble(),
        json.get("below_trigram").getAsDouble(),
        1e-12);
    double nats = 0;
    for (String kind : json.getAsJsonObject("by_kind").keySet()) {
      nats += json.getAsJsonObject("by_kind").getAsJsonObject(kind).get("nats").getAsDouble();
    }
    assertEquals(perToken * json.get("tokens").getAsLong(), nats, 1e-6);
    assertTrue(
        json.get("trigram_nats_per_token").getAsDouble()
            < json.get("unigram_nats_per_token").getAsDouble());
    assertEquals(SAMPLES, json.getAsJsonObject("generated").get("tunes").getAsInt());
    assertEquals(TinyMelodyRun.TUNES, json.getAsJsonObject("real").get("tunes").getAsInt());
    assertEquals(1, json.getAsJsonObject("real").get("in_one_key").getAsDouble());
    assertAllFinite(json, "");
  }

  @Test
  void theSameSeedGivesTheSameReport() throws BadFileException, IOException {
    JsonObject first = EvaluationJson.of(evaluate(tunes, Optional.empty(), 1));
    assertEquals(first, EvaluationJson.of(evaluate(tunes, Optional.empty(), 1)));
    assertNotEquals(first, EvaluationJson.of(evaluate(tunes, Optional.empty(), 2)));
  }

  @Test
  void aTrainingPieceIsACopyOfItself() throws BadFileException, IOException {
    MusicModel<Melody> model = MusicModels.open(run.toString(), new MelodyKind());
    List<NoteLine> trained =
        TinyMelodyRun.read(tunes).pieces().stream()
            .filter(piece -> model.file().header().pieces().contains(piece.hash()))
            .map(piece -> NoteLine.of(piece.value().music().transpose(3)))
            .toList();
    List<TrainingOverlap> copying =
        TrainingOverlap.of(
            model.runs().orElseThrow().index(),
            trained,
            List.of(NoteLine.of(TinyMelodyRun.tune(99))),
            List.of());
    assertEquals(List.of(4, 8, 12), copying.stream().map(TrainingOverlap::notes).toList());
    for (TrainingOverlap each : copying) {
      assertEquals(1, each.generated());
      assertEquals(each.heldOut() == 0, each.ratio() == null);
    }
  }

  @Test
  void peopleAreMeasuredAgainstEachOtherInTenParts() throws BadFileException, IOException {
    MusicModel<Melody> model = MusicModels.open(run.toString(), new MelodyKind());
    Melody twice = TinyMelodyRun.tune(7);
    List<NoteLine> people =
        List.of(NoteLine.of(twice), NoteLine.of(TinyMelodyRun.tune(50)), NoteLine.of(twice));
    TrainingOverlap twelve =
        TrainingOverlap.of(model.runs().orElseThrow().index(), people.subList(0, 1), people, people)
            .get(2);
    double runs = twice.notes().size() - 11;
    double all = 2 * runs + TinyMelodyRun.tune(50).notes().size() - 11;
    assertEquals(2 * runs / all, Objects.requireNonNull(twelve.tenFold()), 1e-12);
  }

  @Test
  void withoutTrainingPiecesThereIsNoBaseline() throws BadFileException, IOException {
    Path strange = folder.resolve("strange");
    Files.createDirectories(strange);
    TinyMelodyRun.write(strange.resolve("a.mid"), TinyMelodyRun.tune(100));
    EvaluationReport alone = evaluate(strange, Optional.empty(), 1);
    assertEquals(1, alone.pieces().heldOut());
    assertFalse(EvaluationJson.of(alone).has("trigram_nats_per_token"));
    assertFalse(alone.copying().isEmpty());

    EvaluationReport named = evaluate(strange, Optional.of(tunes), 1);
    Prediction.Baselines baselines = named.prediction().baselines().orElseThrow();
    assertEquals(TinyMelodyRun.TUNES - TinyMelodyRun.HELD_OUT, baselines.pieces());
    assertEquals(0, baselines.missing());
    assertEquals(1, named.pieces().heldOut());
  }

  @Test
  void saysHowManyTrainingPiecesTheBaselinesLack() throws BadFileException, IOException {
    Path part = folder.resolve("part");
    Files.createDirectories(part);
    Set<String> trainedOn =
        new HashSet<>(MusicModels.open(run.toString(), new MelodyKind()).file().header().pieces());
    Piece<MusicPiece<Melody>> one =
        TinyMelodyRun.read(tunes).pieces().stream()
            .filter(piece -> trainedOn.contains(piece.hash()))
            .findFirst()
            .orElseThrow();
    Files.copy(one.path(), part.resolve("one.mid"));
    TinyMelodyRun.write(part.resolve("new.mid"), TinyMelodyRun.tune(101));
    Prediction.Baselines baselines =
        evaluate(part, Optional.empty(), 1).prediction().baselines().orElseThrow();
    assertEquals(1, baselines.pieces());
    assertEquals(trainedOn.size() - 1, baselines.missing());
  }

  @Test
  void complainsIfNothingIsHeldOut() throws BadFileException, IOException {
    Path learned = folder.resolve("learned");
    Files.createDirectories(learned);
    List<String> trainedOn =
        MusicModels.open(run.toString(), new MelodyKind()).file().header().pieces();
    for (Piece<MusicPiece<Melody>> piece : TinyMelodyRun.read(tunes).pieces()) {
      if (trainedOn.contains(piece.hash())) {
        Files.copy(piece.path(), learned.resolve(piece.hash() + ".mid"));
      }
    }
    assertBadFile(
        "all of its 6 pieces were trained on; name a folder with pieces that the model has not"
            + " seen",
        () -> evaluate(learned, Optional.empty(), 1));
  }

  private static List<Piece<MusicPiece<Melody>>> heldOut() throws BadFileException, IOException {
    List<String> trainedOn =
        MusicModels.open(run.toString(), new MelodyKind()).file().header().pieces();
    return TinyMelodyRun.read(tunes).pieces().stream()
        .filter(piece -> !trainedOn.contains(piece.hash()))
        .toList();
  }

  private static EvaluationReport evaluate(Path corpus, Optional<Path> training, long seed)
      throws BadFileException, IOException {
    Optional<Corpus<MusicPiece<Melody>>> elsewhere =
        training.isEmpty() ? Optional.empty() : Optional.of(TinyMelodyRun.read(training.get()));
    MusicModel<Melody> model = MusicModels.open(run.toString(), new MelodyKind());
    MelodyEvaluation evaluation =
        new MelodyEvaluation(model, corpus, TinyMelodyRun.read(corpus), elsewhere);
    Sampling sampling = new Sampling(0.5, 0, 0.9);
    try (Workers workers = new Workers(1)) {
      return evaluation.run(
          new MusicGeneration<>(model, KernelChoice.best(), workers)
              .draw(MusicRequest.open(sampling, seed), 0, SAMPLES),
          Measuring.here(model.file().network(), new Tape(KernelChoice.best(), workers)),
          sampling,
          seed);
    }
  }

  private static void assertAllFinite(JsonElement element, String path) {
    if (element instanceof JsonObject object) {
      object.entrySet().forEach(e -> assertAllFinite(e.getValue(), path + "." + e.getKey()));
    } else if (element instanceof JsonArray array) {
      array.forEach(each -> assertAllFinite(each, path + "[]"));
    } else if (element.getAsJsonPrimitive().isNumber()) {
      assertTrue(Double.isFinite(element.getAsDouble()), path + " is " + element);
    }
  }
}
