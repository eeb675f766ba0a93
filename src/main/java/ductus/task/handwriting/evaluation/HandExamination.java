package ductus.task.handwriting.evaluation;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.hand.Hand;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.recognition.WriterIdentification;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.task.handwriting.naming.HandNaming;
import ductus.task.handwriting.naming.KnownHands;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.training.LearnedPerson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Examines hands by the networks that ship: one judges, those that write say whose hand it is. Not
 * for use by two threads at once.
 */
public final class HandExamination {
  private final HandModel model;
  private final LineReader judge;
  private final HandNaming naming;
  private final WritingExamination examination;

  /**
   * Opens the networks.
   *
   * @param model that writes, be it one that hands were added to
   * @param added those of them that are composed of drawings
   */
  public HandExamination(
      HandModel model,
      List<Hand> added,
      WritingExamination.Task task,
      Kernels kernels,
      Workers workers)
      throws BadFileException, IOException {
    this.model = model;
    judge = ReadingModels.judge(kernels, workers);
    WriterIdentification drawn = ReadingModels.naming(ReadingModels.SHIPPED, kernels, workers);
    drawn.enroll(added, task.seed());
    naming =
        new HandNaming(
            drawn,
            KnownHands.of(HandModel.open(HandModel.SHIPPED)),
            known(model, drawn.enrolled()),
            kernels,
            workers);
    examination =
        new WritingExamination(
            task, judge::read, Optional.of(lines -> names(lines)), kernels, workers);
  }

  /** Has the model write one of its hands. */
  public HandFigures of(Hand hand) {
    return examination.of(model, hand);
  }

  /** Has the model write as somebody whose lines it learned. */
  public HandFigures of(LearnedPerson person) {
    return examination.of(model, person);
  }

  /**
   * The hands that a model's are to be told from, but for those of drawings: all that ship if it
   * ships itself, since otherwise it may write hands of the same people; and its own.
   */
  private static List<KnownHands> known(HandModel model, Set<String> drawn)
      throws BadFileException, IOException {
    List<KnownHands> known = new ArrayList<>();
    Set<String> names = new HashSet<>(drawn);
    if (HandModel.ALL_SHIPPED.contains(model.name())) {
      KnownHands shipped = KnownHands.of(HandModel.open(HandModel.OF_PEOPLE));
      known.add(shipped);
      names.addAll(shipped.hands());
    }
    List<String> own = model.network().config().styleNames();
    known.add(new KnownHands(model, own.stream().filter(hand -> !names.contains(hand)).toList()));
    return known;
  }

  private List<String> names(List<Handwriting> lines) {
    return naming.evidence(lines, judge.read(lines)).stream()
        .map(evidence -> evidence.likeliest().hand())
        .toList();
  }
}
