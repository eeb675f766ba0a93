package ductus.cluster.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.Ductus;
import ductus.cluster.ClusterException;
import ductus.cluster.CommandCluster;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.ink.recognition.ReadingModels;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.metric.ReadingEvaluation.ReadHand;
import ductus.model.Sequence;
import ductus.model.frame.FrameNetwork;
import ductus.model.place.FoundModel;
import ductus.music.frames.Frames;
import ductus.music.frames.RandomFrames;
import ductus.task.handwriting.evaluation.HandExamination;
import ductus.task.handwriting.evaluation.WritingExamination;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.TinyHands;
import ductus.task.language.TextModel;
import ductus.task.language.TextScoring;
import ductus.task.music.frames.ChordScoring;
import ductus.task.music.frames.KeyScoring;
import ductus.task.music.model.MusicModels;
import ductus.task.strokerecovery.LetterTracer;
import ductus.task.strokerecovery.TracingEvaluation.OfHand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What machines compute is what this one does, bit for bit, sent there and back. */
class ModelComputationTest {
  private static final List<Frames> PIECES =
      IntStream.range(0, 150).mapToObj(seed -> RandomFrames.any(Seeded.random(seed))).toList();

  @TempDir Path folder = Path.of("");

  private static ClusterModel there(FoundModel found) {
    CommandCluster cluster =
        new CommandCluster(
            command -> {
              throw new ClusterException("no commands");
            });
    return ClusterModel.of(cluster, found, (done, total) -> {}, () -> false);
  }

  @Test
  void passagesOfTextAreComputedElsewhereAsHere() throws Exception {
    FoundModel found = FoundModel.find("prose", TextModel.SHIPPED);
    TextModel model = TextModel.of(found);
    List<List<Sequence>> groups =
        IntStream.range(0, 9)
            .mapToObj(
                group ->
                    Stream.of("Dear Anna, ", "the tale of tale number ")
                        .map(text -> model.encoding().encode(text + group))
                        .toList())
            .toList();
    List<double[]> same = TextNats.by(there(found)).of(groups);
    assertEquals(9, same.size());
    try (Workers workers = new Workers(1)) {
      TextScoring scoring = new TextScoring(model, workers);
      for (int i = 0; i < 9; i++) {
        assertArrayEquals(scoring.nats(groups.get(i)), same.get(i));
      }
    }
  }

  @Test
  void chordsNoteByNoteAreComputedElsewhereAsHere() throws Exception {
    FoundModel found = trained("--hidden=8", "--epochs=1");
    try (Workers workers = new Workers(1)) {
      ChordScoring scoring =
          new ChordScoring(MusicModels.open(found).file().network(), KernelChoice.best(), workers);
      assertEquals(scoring.of(PIECES), ChordLosses.by(there(found)).of(PIECES));
    }
  }

  /** A tiny model of frames. */
  private FoundModel trained(String... options) throws Exception {
    Path sets =
        Files.writeString(
            folder.resolve("sets.json"), "{\"train\":[[[60],[62]]],\"valid\":[[[60],[64],[]]]}");
    Path run = folder.resolve("run");
    List<String> command =
        new ArrayList<>(List.of("train", sets.toString(), "--encoding=poly", "--out=" + run));
    command.addAll(List.of(options));
    StringWriter err = new StringWriter();
    int status = Ductus.run(command, new PrintWriter(new StringWriter()), new PrintWriter(err));
    assertEquals(0, status, err::toString);
    return FoundModel.find(run.toString(), List.of());
  }

  @Test
  void keysByThemselvesAreComputedElsewhereAsHere() throws Exception {
    FoundModel found = trained("--independent-keys", "--hidden=8", "--epochs=1");
    try (Workers workers = new Workers(1)) {
      KeyScoring scoring =
          new KeyScoring(found.open(FrameNetwork.KIND).network(), KernelChoice.best(), workers);
      assertEquals(scoring.of(PIECES), KeyNats.by(there(found)).of(PIECES));
    }
  }

  @Tag("long")
  @Test
  void handsThatAreWrittenAreComputedElsewhereAsHere() throws Exception {
    Path file = TinyHands.write(folder.resolve("tiny.safetensors"), 1);
    FoundModel found = FoundModel.find(file.toString(), List.of());
    List<Hand> hands = List.of(hand("one"), hand("two"));
    WritingExamination.Task task =
        new WritingExamination.Task(
            List.of("a fox ran"), List.of("été"), new PenManner(0, 0), 1, false);
    Kernels kernels = KernelChoice.best();
    try (Workers workers = new Workers(1)) {
      HandExamination here =
          new HandExamination(HandModel.of(found), List.of(), task, kernels, workers);
      assertEquals(
          hands.stream().map(hand -> here.of(hand)).toList(),
          WrittenHands.by(there(found), task).of(hands));
    }
  }

  @Test
  void handsThatAreReadAreComputedElsewhereAsHere() throws Exception {
    FoundModel found = FoundModel.find(ReadingModels.SHIPPED, List.of(ReadingModels.SHIPPED));
    List<Hand> hands = List.of(hand("print"));
    try (Workers workers = new Workers(1)) {
      for (boolean withWords : List.of(true, false)) {
        ReadHands reading = new ReadHands(List.of("a fox ran", "and so did we"), 1, withWords);
        List<ReadHand> known = reading.here(ReadingModels.reader(found), workers).of(hands);
        List<ReadHand> same = reading.by(there(found)).of(hands);
        assertEquals(known.get(0).figures(), same.get(0).figures());
        assertEquals(2, same.get(0).milliseconds().size());
        assertTrue(known.get(0).figures().errors().characters() > 20);
      }
    }
  }

  @Test
  void handsWhoseLettersAreDrawnAreComputedElsewhereAsHere() throws Exception {
    FoundModel found = FoundModel.find(LetterTracer.SHIPPED, List.of(LetterTracer.SHIPPED));
    Hand few = new Hand("few", false, hand("print").glyphs().subMap((int) 'a', (int) 'f'));
    TracedHands drawing = new TracedHands(List.of("a bad cab"), 1, 1);
    try (Workers workers = new Workers(1)) {
      List<OfHand> known =
          drawing.here(LetterTracer.open(found).network(), workers).of(List.of(few));
      assertEquals(known, drawing.by(there(found)).of(List.of(few)));
      assertTrue(known.get(0).overlap() > 0.3, known.toString());
    }
  }

  private static Hand hand(String name) throws Exception {
    Hand print = HandFile.read(Path.of("corpora/hands/print.json"));
    return new Hand(name, print.joined(), print.glyphs());
  }
}
